/* essaim-status-style.c: the colour of a status
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-status-style.h"

/**
 * essaim_status_style_set:
 * @widget: what shows a status: a label or a menu
 * @status: the status
 *
 * Gives @widget the colour of @status, and no other.
 */
void
essaim_status_style_set (GtkWidget         *widget,
                         EssaimEntryStatus  status)
{
  for (EssaimEntryStatus s = 0; s < ESSAIM_N_ENTRY_STATUSES; s++)
    {
      g_autofree char *css_class = g_strconcat ("status-", essaim_entry_status_to_code (s), NULL);

      if (s == status)
        gtk_widget_add_css_class (widget, css_class);
      else
        gtk_widget_remove_css_class (widget, css_class);
    }
}
