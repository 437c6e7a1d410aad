/* essaim-projection.h: the systems that French data gives positions in, and the way from their metres to degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ESSAIM_EPSG_DEGREES: the system of GPS (EPSG:4326). */
#define ESSAIM_EPSG_DEGREES 4326
/** ESSAIM_EPSG_UNKNOWN: metres, but nobody knows from where. */
#define ESSAIM_EPSG_UNKNOWN 0

/** EssaimProjection: a system in metres. The extents are those of the French land in it, generously. */
typedef struct
{
  guint       epsg;
  const char *name;         /* as its users call it; a proper name, in all languages */
  const char *departments;  /* where it is the official one, codes between blanks; "" in metropolitan France */
  double      west, east;   /* metres */
  double      south, north;
} EssaimProjection;

const EssaimProjection *essaim_projection_get_all (guint *n);
const EssaimProjection *essaim_projection_lookup  (guint epsg);
guint                   essaim_projection_resolve (guint epsg);
gboolean                essaim_projection_holds   (const EssaimProjection *projection, double east, double north);

/** EssaimProjections: converts; each system is set up when it is first needed. Used by one thread. */
typedef struct _EssaimProjections EssaimProjections;

EssaimProjections *essaim_projections_new        (void);
void               essaim_projections_free       (EssaimProjections *self);
gboolean           essaim_projections_to_degrees (EssaimProjections *self, guint epsg, double east, double north,
                                                  double *lat, double *lon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProjections, essaim_projections_free)

G_END_DECLS
