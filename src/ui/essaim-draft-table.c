/* essaim-draft-table.c: the beginning of a source, with what each column is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-table.h"

#include <glib/gi18n-lib.h>

#include "essaim-draft-column.h"
#include "essaim-rows.h"

/* So many are made at once: a file may have 2,000. */
#define PAGE_COLUMNS 20

struct _EssaimDraftTable
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *scrolled;
  GtkWidget       *columns;
  GtkWidget       *pager;
  GtkWidget       *range;
  GtkWidget       *previous;
  GtkWidget       *next;

  /* Owned */
  EssaimFeedDraft *draft;

  guint            first;     /* of the columns shown, in the draft's order */
  guint            n_rows;    /* that they were made for */
};

G_DEFINE_FINAL_TYPE (EssaimDraftTable, essaim_draft_table, ADW_TYPE_BIN)

static guint
count_shown (EssaimDraftTable *self)
{
  guint n = essaim_feed_draft_get_order (self->draft)->len;

  return self->first < n ? MIN (n - self->first, PAGE_COLUMNS) : 0;
}

/* Whether the columns that are there are those that should be: then nobody loses the focus. */
static gboolean
are_right (EssaimDraftTable *self)
{
  GArray *order = essaim_feed_draft_get_order (self->draft);
  GtkWidget *child = gtk_widget_get_first_child (self->columns);

  if (self->n_rows != essaim_feed_draft_get_table (self->draft)->rows->len)
    return FALSE;

  for (guint i = 0; i < count_shown (self); i++, child = gtk_widget_get_next_sibling (child))
    if (child == NULL ||
        essaim_draft_column_get_index (ESSAIM_DRAFT_COLUMN (child)) != g_array_index (order, guint, self->first + i))
      return FALSE;

  return child == NULL;
}

static void
build (EssaimDraftTable *self)
{
  GArray *order = essaim_feed_draft_get_order (self->draft);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  essaim_box_clear (self->columns);
  self->n_rows = essaim_feed_draft_get_table (self->draft)->rows->len;
  for (guint i = 0; i < count_shown (self); i++)
    {
      GtkWidget *column = essaim_draft_column_new (self->draft, g_array_index (order, guint, self->first + i));

      gtk_widget_set_hexpand (column, TRUE);
      gtk_box_append (GTK_BOX (self->columns), column);
    }
  gtk_adjustment_set_value (across, 0);
}

static void
show_range (EssaimDraftTable *self)
{
  guint n = essaim_feed_draft_get_order (self->draft)->len;
  g_autofree char *text = g_strdup_printf (_("Columns %'u to %'u of %'u"), self->first + 1,
                                           self->first + count_shown (self), n);

  gtk_label_set_text (GTK_LABEL (self->range), text);
  gtk_widget_set_visible (self->pager, n > PAGE_COLUMNS);
  gtk_widget_set_sensitive (self->previous, self->first > 0);
  gtk_widget_set_sensitive (self->next, self->first + PAGE_COLUMNS < n);
}

static void
show (EssaimDraftTable *self)
{
  if (are_right (self))
    for (GtkWidget *child = gtk_widget_get_first_child (self->columns); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      essaim_draft_column_update (ESSAIM_DRAFT_COLUMN (child));
  else
    build (self);
  show_range (self);
}

static void
table_changed_cb (EssaimDraftTable *self)
{
  if (self->first >= essaim_feed_draft_get_order (self->draft)->len)
    self->first = 0;
  show (self);
}

/* Another source: what was shown of the one before is of no table any more. */
static void
state_changed_cb (EssaimDraftTable *self)
{
  if (essaim_feed_draft_get_table (self->draft) != NULL)
    return;

  essaim_box_clear (self->columns);
  self->first = 0;
}

static void
previous_clicked_cb (EssaimDraftTable *self)
{
  self->first -= MIN (self->first, PAGE_COLUMNS);
  show (self);
}

static void
next_clicked_cb (EssaimDraftTable *self)
{
  if (self->first + PAGE_COLUMNS < essaim_feed_draft_get_order (self->draft)->len)
    self->first += PAGE_COLUMNS;
  show (self);
}

static void
essaim_draft_table_dispose (GObject *object)
{
  EssaimDraftTable *self = ESSAIM_DRAFT_TABLE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (essaim_draft_table_parent_class)->dispose (object);
}

static void
essaim_draft_table_class_init (EssaimDraftTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_draft_table_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-draft-table.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftTable, columns);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftTable, pager);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftTable, range);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftTable, previous);
  gtk_widget_class_bind_template_child (widget_class, EssaimDraftTable, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
essaim_draft_table_init (EssaimDraftTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_draft_table_set_draft:
 * @self: the table
 * @draft: what is shown, once it is open; set once
 */
void
essaim_draft_table_set_draft (EssaimDraftTable *self,
                              EssaimFeedDraft  *draft)
{
  g_return_if_fail (ESSAIM_IS_DRAFT_TABLE (self));

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "table-changed", G_CALLBACK (table_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
}
