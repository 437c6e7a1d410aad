/* essaim-json-members.h: members of a JSON object, left out where there is nothing to say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void essaim_json_add_text    (JsonBuilder *builder, const char *name, const char *value);
void essaim_json_add_number  (JsonBuilder *builder, const char *name, double value);
void essaim_json_add_count   (JsonBuilder *builder, const char *name, gint64 value);
void essaim_json_add_strings (JsonBuilder *builder, const char *name, const char * const *values);

G_END_DECLS
