/* essaim-csv-note.h: lines below a table that are no rows of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean essaim_csv_note_is_one (const char *text, gsize length);

G_END_DECLS
