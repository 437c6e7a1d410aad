/* essaim-archive-stream.h: the one data file in a .zip or .gz, as a stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_ARCHIVE_STREAM (essaim_archive_stream_get_type ())
G_DECLARE_FINAL_TYPE (EssaimArchiveStream, essaim_archive_stream, ESSAIM, ARCHIVE_STREAM, GInputStream)

gboolean      essaim_archive_stream_suits (const char *bytes, gsize length);
GInputStream *essaim_archive_stream_new   (const char *path, guint64 max_bytes, GError **error);

G_END_DECLS
