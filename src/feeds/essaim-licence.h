/* essaim-licence.h: tags that name a licence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean essaim_licence_is_name (const char *tag, gsize length);

G_END_DECLS
