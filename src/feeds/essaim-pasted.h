/* essaim-pasted.h: what a person pasted, to projects: a table with a header, or lines of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/* (element-type EssaimProject): at least one, without an id. Blocks for some milliseconds. */
GPtrArray *essaim_pasted_read (const char *text, EssaimReference *reference, GCancellable *cancellable, GError **error);

G_END_DECLS
