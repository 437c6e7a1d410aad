/* essaim-add-feed-columns.c: what was understood of a source, and what its columns are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-add-feed-columns.h"

#include <glib/gi18n-lib.h>

#include "essaim-draft-card.h"
#include "essaim-draft-checks.h"
#include "essaim-draft-table.h"
#include "essaim-format.h"
#include "essaim-pick-button.h"
#include "essaim-tile-layout.h"

/* The card beside the checks. */
#define CARD_WIDTH 420

struct _EssaimAddFeedColumns
{
  AdwBin           parent_instance;

  /* Template widgets */
  GtkWidget       *format;
  GtkWidget       *encoding;
  GtkWidget       *rows;
  GtkWidget       *name;
  GtkWidget       *licence;
  GtkWidget       *name_entry;
  GtkWidget       *path_label;
  GtkWidget       *path_entry;
  GtkWidget       *kind;
  GtkWidget       *theme;
  GtkWidget       *count;
  GtkWidget       *lower;
  GtkWidget       *table;
  GtkWidget       *checks;
  GtkWidget       *card;

  /* Owned */
  EssaimFeedDraft *draft;
};

G_DEFINE_FINAL_TYPE (EssaimAddFeedColumns, essaim_add_feed_columns, ADW_TYPE_BIN)

static void
set_fact (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static const char *
describe_delimiter (const char *delimiter)
{
  static const struct { const char *delimiter, *words; } known[] = {
    { ";", N_("CSV, semicolon") }, { ",", N_("CSV, comma") }, { "\t", N_("CSV, tabulator") }, { "|", N_("CSV, bar") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (delimiter, known[i].delimiter) == 0)
      return _(known[i].words);

  return "CSV";
}

static const char *
describe_format (const EssaimReport *report)
{
  if (g_strcmp0 (report->format, "csv") == 0)
    return describe_delimiter (report->delimiter);

  return g_strcmp0 (report->format, "geojson") == 0 ? "GeoJSON" : "JSON";
}

static char *
describe_rows (const EssaimReport *report,
               guint               n_columns)
{
  g_autofree char *rows = essaim_format_number (report->read);
  g_autofree char *columns = g_strdup_printf (ngettext ("%'u column", "%'u columns", n_columns), n_columns);

  return g_strdup_printf ("%s · %s", rows, columns);
}

static void
show_facts (EssaimAddFeedColumns *self)
{
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);
  const char *licence = essaim_feed_draft_get_licence (self->draft);
  const char *title = essaim_feed_draft_get_title (self->draft);
  /* Translators: a licence that is guessed. */
  g_autofree char *guessed = licence != NULL ? g_strdup_printf (_("%s?"), licence) : NULL;
  g_autofree char *rows = NULL;

  set_fact (self->name, title != NULL ? title : "");
  set_fact (self->licence, guessed != NULL ? guessed : _("Not stated"));
  if (preview == NULL)
    return;

  rows = describe_rows (preview->report, essaim_feed_draft_get_order (self->draft)->len);
  set_fact (self->format, describe_format (preview->report));
  set_fact (self->encoding, preview->report->encoding != NULL ? preview->report->encoding : "UTF-8");
  set_fact (self->rows, rows);
  gtk_widget_set_visible (self->path_label, g_strcmp0 (preview->report->format, "csv") != 0);
  gtk_widget_set_visible (self->path_entry, g_strcmp0 (preview->report->format, "csv") != 0);
}

static guint
count_used (EssaimAddFeedColumns *self)
{
  guint n = essaim_feed_draft_get_order (self->draft)->len, n_used = 0;

  for (guint i = 0; i < n; i++)
    n_used += essaim_feed_draft_get_target (self->draft, i) != NULL;

  return n_used;
}

static void
show_count (EssaimAddFeedColumns *self)
{
  const EssaimPreviewTable *table = essaim_feed_draft_get_table (self->draft);
  const EssaimPreview *preview = essaim_feed_draft_get_preview (self->draft);
  guint n_used, n_rows;
  g_autofree char *used = NULL, *rows = NULL, *text = NULL;

  if (table == NULL)
    return;

  n_used = count_used (self);
  n_rows = table->rows->len;
  used = g_strdup_printf (ngettext ("%'u used of %'u", "%'u used of %'u", n_used), n_used, table->columns->len);
  if (preview != NULL)
    rows = g_strdup_printf (ngettext ("%'u row shown of %'u", "%'u rows shown of %'u", n_rows), n_rows,
                            preview->report->read);
  text = rows != NULL ? g_strdup_printf ("%s · %s", used, rows) : g_strdup (used);
  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static EssaimThemes *
get_themes (EssaimAddFeedColumns *self)
{
  return essaim_reference_get_themes (essaim_feed_draft_get_reference (self->draft));
}

static void
show_constants (EssaimAddFeedColumns *self)
{
  const char *kind = essaim_feed_draft_get_constant (self->draft, "kind");
  const char *theme = essaim_feed_draft_get_constant (self->draft, "themes");
  const char *path = essaim_feed_draft_get_array_path (self->draft);
  EssaimKind found;
  guint index;

  essaim_pick_button_set_selected (ESSAIM_PICK_BUTTON (self->kind),
                                   kind != NULL && essaim_kind_from_code (kind, &found) ? found + 1 : 0);
  essaim_pick_button_set_selected (ESSAIM_PICK_BUTTON (self->theme),
                                   theme != NULL && essaim_themes_lookup (get_themes (self), theme, &index) ? index + 1 : 0);
  if (!gtk_widget_has_focus (self->path_entry))
    gtk_editable_set_text (GTK_EDITABLE (self->path_entry), path != NULL ? path : "");
}

static void
table_changed_cb (EssaimAddFeedColumns *self)
{
  show_constants (self);
  show_count (self);
}

static void
preview_changed_cb (EssaimAddFeedColumns *self)
{
  show_facts (self);
  show_count (self);
}

static void
state_changed_cb (EssaimAddFeedColumns *self)
{
  const char *title = essaim_feed_draft_get_title (self->draft);

  if (essaim_feed_draft_get_state (self->draft) == ESSAIM_FEED_DRAFT_OPEN && title != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_entry), title);
  show_facts (self);
}

static void
name_changed_cb (EssaimAddFeedColumns *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry))));

  if (*name == '\0' || self->draft == NULL)
    return;

  essaim_feed_draft_set_title (self->draft, name);
  show_facts (self);
}

static void
path_activate_cb (EssaimAddFeedColumns *self)
{
  g_autofree char *path = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->path_entry))));

  essaim_feed_draft_set_array_path (self->draft, *path != '\0' ? path : NULL);
}

static void
kind_picked_cb (EssaimAddFeedColumns *self)
{
  guint picked = essaim_pick_button_get_selected (ESSAIM_PICK_BUTTON (self->kind));

  essaim_feed_draft_set_constant (self->draft, "kind", picked > 0 ? essaim_kind_to_code (picked - 1) : NULL);
}

static void
theme_picked_cb (EssaimAddFeedColumns *self)
{
  guint picked = essaim_pick_button_get_selected (ESSAIM_PICK_BUTTON (self->theme));

  essaim_feed_draft_set_constant (self->draft, "themes",
                                  picked > 0 ? essaim_themes_get_code (get_themes (self), picked - 1) : NULL);
}

static void
guess_clicked_cb (EssaimAddFeedColumns *self)
{
  essaim_feed_draft_guess (self->draft);
}

static void
fill_constants (EssaimAddFeedColumns *self)
{
  EssaimThemes *themes = get_themes (self);

  essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->kind), _("As Understood"), NULL);
  for (guint i = 0; i < ESSAIM_N_KINDS; i++)
    essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->kind), essaim_kind_get_label (i), NULL);
  essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->theme), _("As Understood"), NULL);
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    essaim_pick_button_add (ESSAIM_PICK_BUTTON (self->theme), essaim_themes_get_label (themes, i), NULL);
}

static void
essaim_add_feed_columns_dispose (GObject *object)
{
  g_clear_object (&ESSAIM_ADD_FEED_COLUMNS (object)->draft);

  G_OBJECT_CLASS (essaim_add_feed_columns_parent_class)->dispose (object);
}

static void
essaim_add_feed_columns_class_init (EssaimAddFeedColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_add_feed_columns_dispose;

  g_type_ensure (ESSAIM_TYPE_DRAFT_CARD);
  g_type_ensure (ESSAIM_TYPE_DRAFT_CHECKS);
  g_type_ensure (ESSAIM_TYPE_DRAFT_TABLE);
  g_type_ensure (ESSAIM_TYPE_PICK_BUTTON);
  g_type_ensure (ESSAIM_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-add-feed-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, format);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, encoding);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, rows);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, licence);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, name_entry);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, path_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, path_entry);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, kind);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, theme);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, lower);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, table);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, checks);
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedColumns, card);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, guess_clicked_cb);
}

static void
essaim_add_feed_columns_init (EssaimAddFeedColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_pick_button_set_name (ESSAIM_PICK_BUTTON (self->kind), _("Kind of All Records"));
  essaim_pick_button_set_name (ESSAIM_PICK_BUTTON (self->theme), _("Theme of All Records"));
  g_signal_connect_object (self->kind, "picked", G_CALLBACK (kind_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->theme, "picked", G_CALLBACK (theme_picked_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_add_feed_columns_set_draft:
 * @self: the step
 * @draft: whose columns; set once
 */
void
essaim_add_feed_columns_set_draft (EssaimAddFeedColumns *self,
                                   EssaimFeedDraft      *draft)
{
  g_return_if_fail (ESSAIM_IS_ADD_FEED_COLUMNS (self));

  self->draft = g_object_ref (draft);
  fill_constants (self);
  essaim_draft_table_set_draft (ESSAIM_DRAFT_TABLE (self->table), draft);
  essaim_draft_checks_set_draft (ESSAIM_DRAFT_CHECKS (self->checks), draft);
  essaim_draft_card_set_draft (ESSAIM_DRAFT_CARD (self->card), draft);
  g_signal_connect_object (draft, "table-changed", G_CALLBACK (table_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "preview-changed", G_CALLBACK (preview_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "state-changed", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_add_feed_columns_set_narrow:
 * @self: the step
 * @narrow: whether its cards stand below each other
 */
void
essaim_add_feed_columns_set_narrow (EssaimAddFeedColumns *self,
                                    gboolean              narrow)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lower),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (self->card, narrow ? -1 : CARD_WIDTH, -1);
}
