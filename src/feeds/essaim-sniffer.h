/* essaim-sniffer.h: what a file is, by its content
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimFormat: what the readers read. GeoJSON is told from JSON by its reader. */
typedef enum
{
  ESSAIM_FORMAT_CSV,
  ESSAIM_FORMAT_JSON,
} EssaimFormat;

#define ESSAIM_SNIFFER_BYTES 4096

gboolean essaim_sniffer_check_bytes (const char *bytes, gsize length, GError **error);
gboolean essaim_sniffer_find_format (const char *text, gsize length, EssaimFormat *format, GError **error);

G_END_DECLS
