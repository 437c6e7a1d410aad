/* essaim-map-limits.h: how far the map may be moved, so that no hard edge of the backdrop shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-projection.h"

G_BEGIN_DECLS

#define ESSAIM_MIN_ZOOM 4
#define ESSAIM_MAX_ZOOM 17

/** EssaimOverseas: the departments with a window of their own. */
typedef enum
{
  ESSAIM_OVERSEAS_GUADELOUPE,
  ESSAIM_OVERSEAS_MARTINIQUE,
  ESSAIM_OVERSEAS_GUYANE,
  ESSAIM_OVERSEAS_REUNION,
  ESSAIM_OVERSEAS_MAYOTTE,
} EssaimOverseas;
#define ESSAIM_N_OVERSEAS 5

void           essaim_map_limits_apply        (EssaimProjection *projection);
EssaimWorldBox essaim_map_limits_get_france   (void);
const char    *essaim_overseas_get_department (EssaimOverseas    overseas);

G_END_DECLS
