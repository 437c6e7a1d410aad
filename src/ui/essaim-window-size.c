/* essaim-window-size.c: how large a window opens over another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-size.h"

/**
 * essaim_window_fit_parent:
 * @window: a window that was not shown yet
 * @parent: (nullable): the window that it stands over
 * @most_width: pixels
 * @most_height: pixels
 *
 * Makes @window as large as asked for, or as its parent where that is smaller. It is to be made for that width from the start,
 * as a window does not shrink back from what it once needed.
 *
 * Returns: its width in pixels
 */
int
essaim_window_fit_parent (GtkWindow *window,
                          GtkWindow *parent,
                          int        most_width,
                          int        most_height)
{
  int width = 0, height = 0;

  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    {
      width = gtk_widget_get_width (GTK_WIDGET (parent));
      height = gtk_widget_get_height (GTK_WIDGET (parent));
    }
  else if (parent != NULL)
    gtk_window_get_default_size (parent, &width, &height);
  width = width > 0 ? MIN (width, most_width) : most_width;
  height = height > 0 ? MIN (height, most_height) : most_height;
  gtk_window_set_default_size (window, width, height);

  return width;
}
