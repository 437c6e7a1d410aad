/* essaim-r-letters.h: letters that R wrote as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *essaim_r_letters_read (const char *text, gsize length);

G_END_DECLS
