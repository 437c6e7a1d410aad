/* essaim-correct-text.h: a field that is one text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_CORRECT_TEXT (essaim_correct_text_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCorrectText, essaim_correct_text, ESSAIM, CORRECT_TEXT, AdwBin)

/* lines: 1 for an entry */
GtkWidget *essaim_correct_text_new (const char      *name,
                                    guint            lines,
                                    GtkInputPurpose  purpose);

G_END_DECLS
