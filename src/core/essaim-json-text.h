/* essaim-json-text.h: JSON as text that people can read too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void  essaim_json_append_number (GString *out, double number);
void  essaim_json_append        (GString *out, JsonNode *node, guint indent);
char *essaim_json_to_text       (JsonNode *node, gboolean pretty);
/* Whether json-glib may read it: it goes one call deeper for each bracket. */
gboolean essaim_json_is_shallow (const char *text, gsize length);

G_END_DECLS
