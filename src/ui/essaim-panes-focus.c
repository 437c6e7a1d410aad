/* essaim-panes-focus.c: the keyboard from pane to pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes-private.h"

/* Where the keyboard is now, or -1. */
static int
find_focused_pane (EssaimPanes *self,
                   GtkWidget   *focus)
{
  for (guint i = 0; i < ESSAIM_N_PANES && focus != NULL; i++)
    if (self->panes[i] != NULL && (focus == self->panes[i] || gtk_widget_is_ancestor (focus, self->panes[i])))
      return i;

  return -1;
}

static gboolean
focus_pane (EssaimPanes *self,
            EssaimPane   pane)
{
  GtkWidget *last = self->focus_in[pane];

  if (self->panes[pane] == NULL || !gtk_widget_get_child_visible (self->panes[pane]))
    return FALSE;
  if (last != NULL && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
    return TRUE;

  return gtk_widget_child_focus (self->panes[pane], GTK_DIR_TAB_FORWARD);
}

/**
 * essaim_panes_focus_next:
 * @self: the panes
 * @step: 1 to the next pane that can be seen, -1 to the one before
 *
 * Moves the keyboard from pane to pane; each remembers where it was.
 *
 * Returns: whether there was a pane to move to
 */
gboolean
essaim_panes_focus_next (EssaimPanes *self,
                         int          step)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int at = find_focused_pane (self, focus);

  g_return_val_if_fail (ESSAIM_IS_PANES (self), FALSE);

  if (at >= 0)
    g_set_weak_pointer (&self->focus_in[at], focus);
  else
    at = step > 0 ? -1 : ESSAIM_N_PANES;

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      at = (at + step + ESSAIM_N_PANES) % ESSAIM_N_PANES;
      if (focus_pane (self, at))
        return TRUE;
    }

  return FALSE;
}
