/* essaim-http-error.h: what goes wrong on the way from a server, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void     essaim_http_error_propagate       (GError **error, GError *cause, GUri *uri);
/* All of these return FALSE. */
gboolean essaim_http_error_set_status      (GError **error, SoupMessage *message, gboolean has_token);
gboolean essaim_http_error_set_too_large   (GError **error, guint64 max_bytes);
gboolean essaim_http_error_set_broken      (GError **error);
gboolean essaim_http_error_set_incomplete  (GError **error);
gboolean essaim_http_error_set_local       (GError **error);
guint    essaim_http_error_get_delay       (SoupMessage *message);

G_END_DECLS
