/* essaim-entry-row.c: a project of a shortlist in its list: title, where, status
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-row.h"

#include <glib/gi18n-lib.h>

struct _EssaimEntryRow
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkWidget       *title;
  GtkWidget       *subtitle;
  GtkWidget       *status;

  /* Owned */
  EssaimEntryItem *entry;
};

G_DEFINE_FINAL_TYPE (EssaimEntryRow, essaim_entry_row, GTK_TYPE_WIDGET)

static void
entry_changed_cb (EssaimEntryRow *self)
{
  const char *organisation = essaim_entry_item_get_organisation (self->entry);
  const char *place = essaim_entry_item_get_place (self->entry);
  g_autofree char *both = NULL;

  if (organisation != NULL && place != NULL)
    both = g_strdup_printf ("%s · %s", organisation, place);

  gtk_label_set_text (GTK_LABEL (self->title), essaim_entry_item_get_title (self->entry));
  if (essaim_entry_item_get_lost (self->entry))
    gtk_label_set_text (GTK_LABEL (self->subtitle), _("Gone from its feed"));
  else
    gtk_label_set_text (GTK_LABEL (self->subtitle), both != NULL ? both : organisation != NULL ? organisation : place != NULL ? place : "");
  gtk_label_set_text (GTK_LABEL (self->status),
                      essaim_entry_status_get_label (essaim_entry_item_get_status (self->entry)));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), essaim_entry_item_get_title (self->entry));
}

static void
essaim_entry_row_dispose (GObject *object)
{
  GtkWidget *child;

  essaim_entry_row_set_entry (ESSAIM_ENTRY_ROW (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_entry_row_parent_class)->dispose (object);
}

static void
essaim_entry_row_class_init (EssaimEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_entry_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryRow, status);
}

static void
essaim_entry_row_init (EssaimEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_entry_row_new:
 *
 * Returns: an empty row
 */
GtkWidget *
essaim_entry_row_new (void)
{
  return g_object_new (ESSAIM_TYPE_ENTRY_ROW, NULL);
}

/**
 * essaim_entry_row_set_entry:
 * @self: a row
 * @entry: (nullable): the entry to show; the row follows it
 */
void
essaim_entry_row_set_entry (EssaimEntryRow  *self,
                            EssaimEntryItem *entry)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_ROW (self));

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, entry_changed_cb, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  g_signal_connect_object (entry, "notify", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  entry_changed_cb (self);
}
