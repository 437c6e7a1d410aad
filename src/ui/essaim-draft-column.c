/* essaim-draft-column.c: a column of a source: its name, what it is, its first values as they are understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-column.h"

#include <glib/gi18n-lib.h>

#include "essaim-draft-values.h"
#include "essaim-feed-targets.h"
#include "essaim-format.h"
#include "essaim-pick-button.h"

/* A column of long texts is not wider than that. */
#define MAX_CHARS 23

#define DIM_ALPHA (guint16) (0.62 * G_MAXUINT16)

struct _EssaimDraftColumn
{
  AdwBin           parent_instance;

  /* Borrowed: below it */
  GtkWidget       *head;
  GtkWidget       *pick;
  GtkWidget       *values;     /* (nullable): until its values stand for something */
  GtkWidget       *cells[ESSAIM_PREVIEW_N_ROWS];

  /* Borrowed: owned by the window */
  EssaimFeedDraft *draft;

  guint            column;
};

G_DEFINE_FINAL_TYPE (EssaimDraftColumn, essaim_draft_column, ADW_TYPE_BIN)

static const EssaimPreviewColumn *
get_column (EssaimDraftColumn *self)
{
  return essaim_feed_draft_get_table (self->draft)->columns->pdata[self->column];
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           start,
               gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* `1004 › 01004`: what the file has is paler than what becomes of it. */
static void
show_repair (GtkWidget               *label,
             const EssaimPreviewCell *cell)
{
  g_autofree char *before = g_strdup_printf ("%s › ", cell->read);
  g_autofree char *text = g_strconcat (before, cell->understood, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  add_attribute (attributes, pango_attr_foreground_alpha_new (DIM_ALPHA), 0, strlen (before));
  add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), strlen (before), strlen (text));
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

static void
show_lost (GtkWidget               *label,
           const EssaimPreviewCell *cell)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  add_attribute (attributes, pango_attr_strikethrough_new (TRUE), 0, G_MAXUINT);
  gtk_label_set_text (GTK_LABEL (label), cell->read);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

/* (nullable): what the cell says of itself at a longer look */
static char *
describe (const EssaimPreviewCell *cell)
{
  if (cell->how == ESSAIM_PREVIEW_LOST)
    return g_strdup_printf (_("“%s” is not understood here"), cell->read);
  if (cell->how == ESSAIM_PREVIEW_PLAIN)
    return *cell->read != '\0' ? g_strdup (cell->read) : NULL;

  /* Translators: a value as it is in a file, then what it is read as. */
  return g_strdup_printf (_("“%s” is read as “%s”"), cell->read, cell->understood);
}

static void
show_cell (GtkWidget               *label,
           const EssaimPreviewCell *cell)
{
  g_autofree char *tooltip = describe (cell);
  g_autofree char *text = NULL;

  gtk_label_set_attributes (GTK_LABEL (label), NULL);
  set_css_class (label, "lost", cell->how == ESSAIM_PREVIEW_LOST);
  if (cell->how == ESSAIM_PREVIEW_REPAIRED)
    show_repair (label, cell);
  else if (cell->how == ESSAIM_PREVIEW_LOST)
    show_lost (label, cell);
  else
    {
      if (cell->how == ESSAIM_PREVIEW_AMOUNT)
        text = essaim_format_euros (g_ascii_strtod (cell->understood, NULL));
      else if (cell->how == ESSAIM_PREVIEW_DATE)
        text = essaim_format_date (cell->understood);
      gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : cell->read);
    }
  gtk_widget_set_tooltip_text (label, tooltip);
}

static gboolean
is_number (const char *target)
{
  static const char * const numbers[] = { "funding", "lat", "lon", NULL };

  return target != NULL && g_strv_contains (numbers, target);
}

static void
picked_cb (EssaimDraftColumn *self)
{
  guint picked = essaim_pick_button_get_selected (ESSAIM_PICK_BUTTON (self->pick));

  essaim_feed_draft_set_target (self->draft, self->column, essaim_feed_target_get (picked)->code);
}

static void
create_values_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  EssaimDraftColumn *self = user_data;

  gtk_menu_button_set_popover (button, essaim_draft_values_new (self->draft, self->column));
}

static void
offer_values (EssaimDraftColumn *self,
              gboolean           is_offered)
{
  g_autofree char *name = NULL;

  if (self->values == NULL && is_offered)
    {
      name = g_strdup_printf (_("What each value of “%s” means"), get_column (self)->label);
      self->values = gtk_menu_button_new ();
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->values), "document-edit-symbolic");
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->values), create_values_cb, self, NULL);
      gtk_widget_add_css_class (self->values, "draft-edit");
      gtk_widget_set_valign (self->values, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->values, _("What Each Value Means"));
      gtk_box_append (GTK_BOX (self->head), self->values);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->values), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  if (self->values != NULL)
    gtk_widget_set_visible (self->values, is_offered);
}

static void
make_head (EssaimDraftColumn *self)
{
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_add_css_class (self->head, "draft-head");
  self->pick = essaim_pick_button_new (NULL);
  gtk_widget_set_hexpand (self->pick, TRUE);
  for (guint i = 0; i < ESSAIM_N_FEED_TARGETS; i++)
    essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->pick), essaim_feed_target_get_label (i),
                            essaim_feed_target_get_group (i));
  g_signal_connect_object (self->pick, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->head), self->pick);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
build (EssaimDraftColumn *self)
{
  const EssaimPreviewColumn *column = get_column (self);
  guint n_rows = essaim_feed_draft_get_table (self->draft)->rows->len;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = new_label ("draft-name");
  g_autofree char *pick_name = g_strdup_printf (_("What “%s” is"), column->label);

  gtk_label_set_text (GTK_LABEL (name), *column->label != '\0' ? column->label : _("(no name)"));
  gtk_widget_set_tooltip_text (name, column->label);
  gtk_box_append (GTK_BOX (box), name);
  make_head (self);
  gtk_box_append (GTK_BOX (box), self->head);
  essaim_pick_button_set_name (ESSAIM_PICK_BUTTON (self->pick), pick_name);
  for (guint i = 0; i < MIN (n_rows, ESSAIM_PREVIEW_N_ROWS); i++)
    {
      self->cells[i] = new_label ("draft-cell");
      gtk_box_append (GTK_BOX (box), self->cells[i]);
    }

  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, column->label, -1);
}

static void
essaim_draft_column_class_init (EssaimDraftColumnClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "draftcolumn");
}

static void
essaim_draft_column_init (EssaimDraftColumn *self)
{
}

/**
 * essaim_draft_column_new:
 * @draft: a draft that is open; outlives the widget
 * @column: of its table
 *
 * Returns: the column
 */
GtkWidget *
essaim_draft_column_new (EssaimFeedDraft *draft,
                         guint            column)
{
  EssaimDraftColumn *self = g_object_new (ESSAIM_TYPE_DRAFT_COLUMN, NULL);

  self->draft = draft;
  self->column = column;
  build (self);
  essaim_draft_column_update (self);

  return GTK_WIDGET (self);
}

/**
 * essaim_draft_column_get_index:
 * @self: a column
 *
 * Returns: which column of the table it is
 */
guint
essaim_draft_column_get_index (EssaimDraftColumn *self)
{
  return self->column;
}

/**
 * essaim_draft_column_update:
 * @self: a column
 *
 * Shows what it is now, and what becomes of its values.
 */
void
essaim_draft_column_update (EssaimDraftColumn *self)
{
  const EssaimPreviewTable *table = essaim_feed_draft_get_table (self->draft);
  const char *target = essaim_feed_draft_get_target (self->draft, self->column);
  gboolean is_trouble = FALSE;

  for (guint i = 0; i < MIN (table->rows->len, ESSAIM_PREVIEW_N_ROWS); i++)
    {
      const EssaimPreviewCell *cell = essaim_preview_table_get_cell (table, i, self->column);

      is_trouble |= cell->how == ESSAIM_PREVIEW_REPAIRED || cell->how == ESSAIM_PREVIEW_LOST;
      show_cell (self->cells[i], cell);
      gtk_label_set_xalign (GTK_LABEL (self->cells[i]), is_number (target) ? 1 : 0);
    }

  essaim_pick_button_set_selected (ESSAIM_PICK_BUTTON (self->pick), essaim_feed_target_find (target));
  offer_values (self, get_column (self)->values != NULL && essaim_draft_values_suit (target));
  set_css_class (GTK_WIDGET (self), "ignored", target == NULL);
  set_css_class (GTK_WIDGET (self), "trouble", is_trouble);
}
