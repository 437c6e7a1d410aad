/* essaim-list-focus.c: a list is one stop of the Tab key, however long it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-list-focus.h"

/* Through the controls of a row, and back from them to the row as it was entered. */
static gboolean
move_in_row (GtkWidget        *row,
             GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *before = gtk_root_get_focus (root);

  /* Backward from the row itself would be its last control. */
  if (direction == GTK_DIR_TAB_BACKWARD && before == row)
    return FALSE;
  if (gtk_widget_child_focus (row, direction))
    return TRUE;

  return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (row) && gtk_root_get_focus (root) != before;
}

/* The list is left out while the window looks for the widget after it. */
static gboolean
tab_cb (GtkWidget *list,
        GVariant  *args,
        gpointer   user_data)
{
  GtkDirectionType direction = GPOINTER_TO_INT (user_data);
  GtkWidget *row = gtk_widget_get_focus_child (list);

  if (row != NULL && move_in_row (row, direction))
    return GDK_EVENT_STOP;

  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);

  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller,
         guint               keyval,
         GdkModifierType     modifiers,
         GtkDirectionType    direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                            gtk_callback_action_new (tab_cb, GINT_TO_POINTER (direction), NULL));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/**
 * essaim_list_focus_init:
 * @list: a GtkListView or GtkListBox
 *
 * Makes Tab leave the list once it has been through the controls of one row; arrows go from row to row. GTK goes through
 * all rows, which may be thousands, and only from 4.12 on a GtkListView can be told otherwise (`tab-behavior`).
 */
void
essaim_list_focus_init (GtkWidget *list)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_key (controller, GDK_KEY_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_KP_Tab, 0, GTK_DIR_TAB_FORWARD);
  add_key (controller, GDK_KEY_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  add_key (controller, GDK_KEY_KP_Tab, GDK_SHIFT_MASK, GTK_DIR_TAB_BACKWARD);
  gtk_widget_add_controller (list, controller);
}
