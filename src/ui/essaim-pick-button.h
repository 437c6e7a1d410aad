/* essaim-pick-button.h: a button that says what is chosen, and offers the rest
 *
 * A drop-down makes its whole list with itself: with a table of many columns that is too slow. This one makes it when it
 * is opened.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** EssaimPickButton: signal `picked` (): the person has chosen. */
#define ESSAIM_TYPE_PICK_BUTTON (essaim_pick_button_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPickButton, essaim_pick_button, ESSAIM, PICK_BUTTON, AdwBin)

GtkWidget *essaim_pick_button_new          (const char       *name);
void       essaim_pick_button_set_name     (EssaimPickButton *self,
                                            const char       *name);
/* group: (nullable): a heading above it */
void       essaim_pick_button_add          (EssaimPickButton *self,
                                            const char       *label,
                                            const char       *group);
guint      essaim_pick_button_get_selected (EssaimPickButton *self);
void       essaim_pick_button_set_selected (EssaimPickButton *self,
                                            guint             selected);
void       essaim_pick_button_popup        (EssaimPickButton *self);

G_END_DECLS
