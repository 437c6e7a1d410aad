/* essaim-axes.h: what the two numbers of a feed's positions are, decided once for the whole feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-gazetteer.h"
#include "essaim-projection.h"

G_BEGIN_DECLS

/** EssaimSystem: what two numbers are. */
typedef struct
{
  guint    epsg;        /* ESSAIM_EPSG_DEGREES, a listed system, or ESSAIM_EPSG_UNKNOWN: metres from nowhere */
  gboolean is_swapped;  /* what is called latitude, or y, is the longitude, or x */
} EssaimSystem;

#define ESSAIM_SYSTEM_AS_NAMED ((EssaimSystem) { ESSAIM_EPSG_DEGREES, FALSE })

/** EssaimAxes: the positions of a sample. */
typedef struct _EssaimAxes EssaimAxes;

EssaimAxes   *essaim_axes_new          (EssaimGazetteer *gazetteer);
void          essaim_axes_free         (EssaimAxes *axes);
void          essaim_axes_observe      (EssaimAxes *axes, double lat, double lon);
gboolean      essaim_axes_need_words   (const EssaimAxes *axes);
/* Where the record of the position observed at @i says it is: a commune (or a postcode) is near there. */
void          essaim_axes_set_words    (EssaimAxes *axes, guint i, double lat, double lon);
EssaimSystem  essaim_axes_decide       (EssaimAxes *axes, EssaimProjections *projections, guint hint);
gboolean      essaim_system_to_degrees (EssaimSystem system, EssaimProjections *projections, double *lat, double *lon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimAxes, essaim_axes_free)

G_END_DECLS
