/* essaim-json-path.h: names of members, and what they make when joined by dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A longer one is cut one byte later, and names no place: whatever is below takes no more time or memory. */
#define ESSAIM_JSON_PATH_MAX 1024

/* The hash of no text. */
#define ESSAIM_JSON_PATH_NO_HASH 5381

void        essaim_json_path_enter    (GString *path, gsize parent_length, const char *name, gsize length);
gboolean    essaim_json_path_is_whole (const GString *path);
const char *essaim_json_path_get_last (const char *path);
guint       essaim_json_path_hash     (guint hash, const char *text, gsize length);

G_END_DECLS
