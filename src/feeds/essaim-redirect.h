/* essaim-redirect.h: where an answer leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

gboolean  essaim_redirect_is_web     (GUri *uri);
gboolean  essaim_redirect_is         (guint status);
gboolean  essaim_redirect_is_lasting (guint status);
GUri     *essaim_redirect_get_target (GUri *from, const char *location, GError **error);

G_END_DECLS
