/* essaim-map-view-private.h: what the map and its input share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

#include "essaim-base-layer.h"
#include "essaim-cluster-layer.h"
#include "essaim-insets.h"
#include "essaim-map-flight.h"
#include "essaim-map-pill.h"
#include "essaim-map-view.h"
#include "essaim-sites-popover.h"

G_BEGIN_DECLS

struct _EssaimMapView
{
  GtkWidget           parent_instance;

  /* Owned */
  EssaimExplorer     *explorer;      /* (nullable) */
  EssaimMapFlight    *flight;
  GCancellable       *opening;       /* (nullable): items of a click */
  GCancellable       *telling;       /* (nullable): items of a tooltip */
  char               *tip;           /* (nullable): of the cell under the pointer, in words */

  /* Borrowed: children */
  GtkWidget          *overlay;
  ShumateMap         *map;
  ShumateViewport    *viewport;
  EssaimBaseLayer    *base;
  EssaimClusterLayer *clusters;
  GtkWidget          *back;          /* from a territory to the whole of France */
  GtkWidget          *pill;
  GtkWidget          *legend;        /* of hollow dots */
  GtkWidget          *layers;
  GtkWidget          *insets;
  GtkWidget          *licence;
  EssaimSitesPopover *popover;

  EssaimMapPalette    palette;
  EssaimMapCensus     census;        /* of the results in the view that has settled */
  int                 width, height; /* of the last allocation */
  guint               territory;     /* outlined, or ESSAIM_NO_TERRITORY */
  guint               settle_timer;
  guint               limit_tick;
  gboolean            dark;
  gboolean            high_contrast;
  gboolean            counts;        /* whether the pill is shown */
  gboolean            territories;   /* whether the labelled ones are shown */
  gboolean            limits;        /* the same of departments and EPCI */
  gboolean            query_follows; /* asks for what is in view only */
  gboolean            sharing;       /* while the map itself sets what the pointer is on */
  gboolean            shared;        /* the last to set it was the map */
  int                 foot;          /* pixels in the middle of its foot that something else covers */
  gboolean            at_home;       /* shows the whole of France, and goes on doing so when its size changes */
  gboolean            at_box;        /* the same of a territory or a project */
  EssaimWorldBox      box;           /* what is shown while at_box */
  double              box_scale;     /* no nearer than this */
};

/* What is flown to is shown no nearer than this: a point has no size. */
#define ESSAIM_MAP_POINT_ZOOM 13.0

void             essaim_map_view_init_input         (EssaimMapView        *self);
/* Controls */
void             essaim_map_view_class_install_actions (GtkWidgetClass    *klass);
void             essaim_map_view_add_controls       (EssaimMapView        *self);
void             essaim_map_view_update_controls    (EssaimMapView        *self);
void             essaim_map_view_update_menu        (EssaimMapView        *self);
/* The query that follows the view */
void             essaim_map_view_follow_query       (EssaimMapView        *self);
void             essaim_map_view_ask_in_view        (EssaimMapView        *self);
void             essaim_map_view_set_query_follows  (EssaimMapView        *self,
                                                     gboolean              follows);
/* What pointer and keyboard are on */
void             essaim_map_view_hover              (EssaimMapView        *self,
                                                     guint                 cell);
void             essaim_map_view_share_hover        (EssaimMapView        *self);
void             essaim_map_view_follow_hover       (EssaimMapView        *self,
                                                     EssaimExplorer       *before);
EssaimProjection essaim_map_view_get_home           (EssaimMapView        *self);
void             essaim_map_view_set_territory      (EssaimMapView        *self,
                                                     guint                 territory);
/* Goes to the nearest view that is allowed, smoothly. */
void             essaim_map_view_go                 (EssaimMapView        *self,
                                                     EssaimProjection      to);
void             essaim_map_view_go_to_box          (EssaimMapView        *self,
                                                     const EssaimWorldBox *box,
                                                     double                max_scale);
/* The view of the box that was gone to last, in the present size. */
EssaimProjection essaim_map_view_get_box_view       (EssaimMapView        *self);
void             essaim_map_view_show_own_territory (EssaimMapView        *self);
void             essaim_map_view_zoom               (EssaimMapView        *self,
                                                     double                times);
void             essaim_map_view_describe           (EssaimMapView        *self);
void             essaim_map_view_activate           (EssaimMapView        *self,
                                                     const char           *id);
void             essaim_map_view_activate_territory (EssaimMapView        *self,
                                                     const char           *id);

G_END_DECLS
