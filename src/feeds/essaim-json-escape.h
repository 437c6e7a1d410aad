/* essaim-json-escape.h: JSON strings with escapes, as the text they mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean essaim_json_unescape (const char *text, gsize length, GString *plain, gsize *error_at);

G_END_DECLS
