/* essaim-utf8.h: what is UTF-8 and what is not, at the speed of the disk
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize     essaim_utf8_span     (const char *text, gsize length);
gboolean  essaim_utf8_is_cut   (const char *text, gsize length);
char      essaim_utf8_read_r   (const char *text, gsize length);

G_END_DECLS
