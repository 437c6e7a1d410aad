/* essaim-markup.h: texts written in Markdown, or as uMap writes them, as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *essaim_markup_strip (const char *text);

G_END_DECLS
