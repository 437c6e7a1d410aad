/* essaim-json-surrogates.h: halves of characters in JSON escapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize essaim_json_repair_surrogates (char *text, gsize length, gboolean is_last);

G_END_DECLS
