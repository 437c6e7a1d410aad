/* essaim-entry-pane.c: the work on one project of a shortlist: status and note
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-pane.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-project-facts.h"
#include "essaim-rows.h"
#include "essaim-wrap-layout.h"

struct _EssaimEntryPane
{
  AdwBin            parent_instance;

  /* Template widgets */
  GtkWidget        *title;
  GtkWidget        *organisation;
  GtkWidget        *lost;
  GtkWidget        *status;
  GtkWidget        *note;
  GtkWidget        *summary;
  GtkWidget        *facts;

  /* Owned */
  EssaimShortlists *shortlists;
  EssaimReference  *reference;
  EssaimEntryItem  *entry;

  gboolean          updating;   /* widgets follow the model: not the person */
};

G_DEFINE_FINAL_TYPE (EssaimEntryPane, essaim_entry_pane, ADW_TYPE_BIN)

static void
status_selected_cb (EssaimEntryPane *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  if (self->updating || self->entry == NULL || selected >= ESSAIM_N_ENTRY_STATUSES)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-status", "(sss)",
                              essaim_entry_item_get_shortlist_id (self->entry),
                              essaim_entry_item_get_project_id (self->entry), essaim_entry_status_to_code (selected));
}

static void
explore_clicked_cb (EssaimEntryPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-project", "s", essaim_entry_item_get_project_id (self->entry));
}

static void
remove_clicked_cb (EssaimEntryPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.unkeep", "s", essaim_entry_item_get_project_id (self->entry));
}

static char *
get_note_text (EssaimEntryPane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
note_typed_cb (EssaimEntryPane *self)
{
  g_autofree char *note = NULL;

  if (self->updating || self->entry == NULL)
    return;

  note = get_note_text (self);
  essaim_shortlists_type (self->shortlists, essaim_entry_item_get_shortlist_id (self->entry),
                          essaim_entry_item_get_project_id (self->entry), ESSAIM_ENTRY_FIELD_NOTE, note);
}

static void
note_left_cb (EssaimEntryPane *self)
{
  if (self->shortlists != NULL)
    essaim_shortlists_flush (self->shortlists);
}

static void
entry_changed_cb (EssaimEntryPane *self)
{
  g_autofree char *added = essaim_format_date (essaim_entry_item_get_added (self->entry));
  g_autofree char *lost = g_strdup_printf (_("Gone from its feed. Copy of %s kept."), added != NULL ? added : "?");
  g_autofree char *note = get_note_text (self);

  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), essaim_entry_item_get_status (self->entry));
  /* Only what another hand wrote replaces the text: the cursor of the one who types stays. */
  if (g_strcmp0 (note, essaim_entry_item_get_note (self->entry)) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)),
                              essaim_entry_item_get_note (self->entry), -1);
  self->updating = FALSE;

  gtk_label_set_text (GTK_LABEL (self->lost), lost);
  gtk_widget_set_visible (self->lost, essaim_entry_item_get_lost (self->entry));
}

static void
essaim_entry_pane_dispose (GObject *object)
{
  EssaimEntryPane *self = ESSAIM_ENTRY_PANE (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->shortlists);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (essaim_entry_pane_parent_class)->dispose (object);
}

static void
essaim_entry_pane_class_init (EssaimEntryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_entry_pane_dispose;

  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-entry-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, organisation);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, lost);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, status);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, note);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, summary);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, facts);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, explore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_left_cb);
}

static void
essaim_entry_pane_init (EssaimEntryPane *self)
{
  const char *labels[ESSAIM_N_ENTRY_STATUSES + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < ESSAIM_N_ENTRY_STATUSES; i++)
    labels[i] = essaim_entry_status_get_label (i);
  list = gtk_string_list_new (labels);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->status), G_LIST_MODEL (list));
  essaim_drop_down_name (self->status, _("Status on the Shortlist"));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)), "changed", G_CALLBACK (note_typed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * essaim_entry_pane_set_shortlists:
 * @self: the pane
 * @shortlists: what the edits go to
 * @reference: the territories; once only
 */
void
essaim_entry_pane_set_shortlists (EssaimEntryPane  *self,
                                  EssaimShortlists *shortlists,
                                  EssaimReference  *reference)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_PANE (self));

  g_set_object (&self->shortlists, shortlists);
  g_set_object (&self->reference, reference);
}

/**
 * essaim_entry_pane_show:
 * @self: the pane
 * @entry: the entry to work on
 */
void
essaim_entry_pane_show (EssaimEntryPane *self,
                        EssaimEntryItem *entry)
{
  const EssaimProject *copy;
  const char *text;

  g_return_if_fail (ESSAIM_IS_ENTRY_PANE (self));
  g_return_if_fail (ESSAIM_IS_ENTRY_ITEM (entry));

  if (self->entry == entry)
    return;

  /* What was typed for the entry before belongs to it. */
  essaim_shortlists_flush (self->shortlists);
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, entry_changed_cb, self);
  g_set_object (&self->entry, entry);
  g_signal_connect_object (entry, "notify", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);

  copy = essaim_entry_item_get_copy (entry);
  text = copy->summary != NULL ? copy->summary : copy->description;
  gtk_label_set_text (GTK_LABEL (self->title), copy->title);
  gtk_label_set_text (GTK_LABEL (self->organisation), copy->organisation != NULL ? copy->organisation : "");
  gtk_widget_set_visible (self->organisation, copy->organisation != NULL);
  gtk_label_set_text (GTK_LABEL (self->summary), text != NULL ? text : "");
  gtk_widget_set_visible (self->summary, text != NULL);
  essaim_project_facts_fill (self->facts, copy, self->reference);
  gtk_widget_set_visible (self->facts, gtk_widget_get_first_child (self->facts) != NULL);
  entry_changed_cb (self);
}
