/* essaim-body-sink.h: the bytes of a body, unpacked into a file as they come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EssaimBodySink EssaimBodySink;

EssaimBodySink *essaim_body_sink_new    (int fd, const char *coding, GError **error);
void            essaim_body_sink_free   (EssaimBodySink *self);
gboolean        essaim_body_sink_is_packed (EssaimBodySink *self);
gboolean        essaim_body_sink_write  (EssaimBodySink *self, const char *bytes, gsize length, GError **error);
gboolean        essaim_body_sink_finish (EssaimBodySink *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimBodySink, essaim_body_sink_free)

G_END_DECLS
