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

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LIST_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = find_list (child);

  return found;
}

/**
 * essaim_panes_focus:
 * @self: the panes
 * @pane: one of them
 *
 * Moves the keyboard to where it was last in a pane; else to its list, past the buttons above; else to the first it has.
 *
 * Returns: whether the pane is there to take it
 */
gboolean
essaim_panes_focus (EssaimPanes *self,
                    EssaimPane   pane)
{
  GtkWidget *last, *list;

  g_return_val_if_fail (ESSAIM_IS_PANES (self), FALSE);

  last = self->focus_in[pane];
  if (self->panes[pane] == NULL || !gtk_widget_get_child_visible (self->panes[pane]))
    return FALSE;
  if (last != NULL && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
    return TRUE;

  list = find_list (self->panes[pane]);
  if (list != NULL && gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD))
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
      if (essaim_panes_focus (self, at))
        return TRUE;
    }

  return FALSE;
}
