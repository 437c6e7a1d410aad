/* essaim-correct-text.c: a field that is one text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-correct-text.h"

#include "essaim-correct-editor.h"

#define LINE_PX 22

struct _EssaimCorrectText
{
  AdwBin         parent_instance;

  /* Borrowed: below it */
  GtkWidget     *entry;      /* (nullable): where it is one line */
  GtkWidget     *view;       /* (nullable): where it is more */

  gboolean       updating;   /* by the form: not the person */
};

static void editor_iface_init (EssaimCorrectEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimCorrectText, essaim_correct_text, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (ESSAIM_TYPE_CORRECT_EDITOR, editor_iface_init))

static char *
dup_text (EssaimCorrectText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Blanks alone are nothing. */
static char *
essaim_correct_text_dup_value (EssaimCorrectEditor *editor)
{
  char *text = g_strstrip (dup_text (ESSAIM_CORRECT_TEXT (editor)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static void
essaim_correct_text_set_value (EssaimCorrectEditor *editor,
                               const char          *value)
{
  EssaimCorrectText *self = ESSAIM_CORRECT_TEXT (editor);

  self->updating = TRUE;
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), value != NULL ? value : "");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), value != NULL ? value : "", -1);
  self->updating = FALSE;
}

static void
editor_iface_init (EssaimCorrectEditorInterface *iface)
{
  iface->dup_value = essaim_correct_text_dup_value;
  iface->set_value = essaim_correct_text_set_value;
}

static void
changed_cb (EssaimCorrectText *self)
{
  if (!self->updating)
    essaim_correct_editor_emit_changed (ESSAIM_CORRECT_EDITOR (self));
}

static gboolean
essaim_correct_text_grab_focus (GtkWidget *widget)
{
  EssaimCorrectText *self = ESSAIM_CORRECT_TEXT (widget);

  return gtk_widget_grab_focus (self->entry != NULL ? self->entry : self->view);
}

static void
essaim_correct_text_class_init (EssaimCorrectTextClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = essaim_correct_text_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = essaim_correct_focus;
}

static void
essaim_correct_text_init (EssaimCorrectText *self)
{
}

static GtkWidget *
new_view (EssaimCorrectText *self,
          guint              lines)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to the next field. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), (int) lines * LINE_PX);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 2 * (int) lines * LINE_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "note-card");
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);

  return scrolled;
}

/**
 * essaim_correct_text_new:
 * @name: of the field, for screen readers
 * @lines: 1 for an entry, or how many are seen at least
 * @purpose: for keyboards on a screen
 *
 * Returns: an editor
 */
GtkWidget *
essaim_correct_text_new (const char      *name,
                         guint            lines,
                         GtkInputPurpose  purpose)
{
  EssaimCorrectText *self = g_object_new (ESSAIM_TYPE_CORRECT_TEXT, NULL);
  GtkWidget *focus;

  if (lines > 1)
    {
      adw_bin_set_child (ADW_BIN (self), new_view (self, lines));
      focus = self->view;
    }
  else
    {
      focus = self->entry = gtk_entry_new ();
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), purpose);
      gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
      g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (self), self->entry);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
