/* essaim-coordinates.h: positions as feeds write them, and which of the two numbers is the latitude
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean essaim_coordinate_parse       (const char *text, double *degrees);
/* Latitude first, unless the text itself says otherwise (WKT, GeoJSON, named members). */
gboolean essaim_coordinates_parse_pair (const char *text, double *lat, double *lon);
gboolean essaim_coordinates_in_france  (double lat, double lon);

/** EssaimAxesOrder: what the two numbers of a feed's positions are, decided once for the whole feed. */
typedef enum
{
  ESSAIM_AXES_AS_NAMED,
  ESSAIM_AXES_SWAPPED,    /* what is called latitude is the longitude */
  ESSAIM_AXES_PROJECTED,  /* metres of Lambert-93 */
} EssaimAxesOrder;

/** EssaimAxes: a count over a sample; zeroed to begin. */
typedef struct
{
  guint pairs;
  guint as_named;
  guint swapped;
  guint projected;
} EssaimAxes;

void            essaim_axes_observe (EssaimAxes *axes, double lat, double lon);
EssaimAxesOrder essaim_axes_decide  (const EssaimAxes *axes);

G_END_DECLS
