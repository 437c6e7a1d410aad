/* essaim-correct-editor.c: what a field of a project is edited with, whatever kind of value it has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-editor.h"

G_DEFINE_INTERFACE (EssaimCorrectEditor, essaim_correct_editor, GTK_TYPE_WIDGET)

static void
essaim_correct_editor_default_init (EssaimCorrectEditorInterface *iface)
{
  g_signal_new ("changed", ESSAIM_TYPE_CORRECT_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * essaim_correct_editor_dup_value:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what it holds now, not yet checked
 */
char *
essaim_correct_editor_dup_value (EssaimCorrectEditor *self)
{
  return ESSAIM_CORRECT_EDITOR_GET_IFACE (self)->dup_value (self);
}

/**
 * essaim_correct_editor_set_value:
 * @self: an editor
 * @value: (nullable): what it is to hold
 */
void
essaim_correct_editor_set_value (EssaimCorrectEditor *self,
                                 const char          *value)
{
  ESSAIM_CORRECT_EDITOR_GET_IFACE (self)->set_value (self, value);
}

/**
 * essaim_correct_editor_set_said:
 * @self: an editor
 * @said: (nullable): what the source says; an editor may show it beside the value
 */
void
essaim_correct_editor_set_said (EssaimCorrectEditor *self,
                                const char          *said)
{
  EssaimCorrectEditorInterface *iface = ESSAIM_CORRECT_EDITOR_GET_IFACE (self);

  if (iface->set_said != NULL)
    iface->set_said (self, said);
}

/**
 * essaim_correct_editor_emit_changed:
 * @self: an editor that the person has used
 */
void
essaim_correct_editor_emit_changed (EssaimCorrectEditor *self)
{
  g_signal_emit_by_name (self, "changed");
}

/**
 * essaim_correct_focus:
 * @widget: a bin whose grab_focus is its own
 * @direction: where the keyboard goes
 *
 * As GtkWidgetClass.focus: a widget that takes the focus for a part of it is asked to take it also when the keyboard leaves that part
 * backwards, and would never let it go.
 *
 * Returns: whether a part of it has the keyboard now
 */
gboolean
essaim_correct_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return child != NULL && gtk_widget_child_focus (child, direction);
}
