/* essaim-hash.h: hashes that are written in databases, so that they never change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 essaim_hash_bytes (guint64 seed, gconstpointer data, gsize length);
guint64 essaim_hash_text  (guint64 seed, const char *text);   /* (nullable) text */

G_END_DECLS
