/* essaim-value-map.h: which words of a record give it a theme, an audience, a kind or a status
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

/** EssaimValueMap: the rules of one mapping; used by one thread. */
typedef struct _EssaimValueMap EssaimValueMap;

EssaimValueMap *essaim_value_map_new  (EssaimMapping *mapping);
void            essaim_value_map_free (EssaimValueMap *map);
void            essaim_value_map_read (EssaimValueMap *map, const EssaimRecord *record);
const char     *essaim_value_map_next (EssaimValueMap *map, EssaimTarget target, guint *position);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimValueMap, essaim_value_map_free)

G_END_DECLS
