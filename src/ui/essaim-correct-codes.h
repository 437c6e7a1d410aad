/* essaim-correct-codes.h: a field that is one or several of a few codes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_CORRECT_CODES (essaim_correct_codes_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCorrectCodes, essaim_correct_codes, ESSAIM, CORRECT_CODES, AdwBin)

/* single: exactly one of them */
GtkWidget *essaim_correct_codes_new (const char         *name,
                                     gboolean            single);
/* icon_name: (nullable). In the order of a value. */
void       essaim_correct_codes_add (EssaimCorrectCodes *self,
                                     const char         *code,
                                     const char         *label,
                                     const char         *icon_name);

G_END_DECLS
