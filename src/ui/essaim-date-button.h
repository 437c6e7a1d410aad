/* essaim-date-button.h: a day, chosen in a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimDateButton: property `date` (nullable: a day, ISO 8601), notifies also when the person chooses. */
#define ESSAIM_TYPE_DATE_BUTTON (essaim_date_button_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDateButton, essaim_date_button, ESSAIM, DATE_BUTTON, GtkWidget)

const char *essaim_date_button_get_date (EssaimDateButton *self);
void        essaim_date_button_set_date (EssaimDateButton *self, const char *date);

G_END_DECLS
