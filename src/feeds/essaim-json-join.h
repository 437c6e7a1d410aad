/* essaim-json-join.h: the themes of what structures offer, where a file has both
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reading.h"

G_BEGIN_DECLS

GHashTable *essaim_json_join_read (const EssaimReading *reading, const char *path, GError **error);

G_END_DECLS
