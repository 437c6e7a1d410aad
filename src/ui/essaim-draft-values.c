/* essaim-draft-values.c: what each value of a column means: a theme, an audience, a kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-values.h"

#include <glib/gi18n-lib.h>

#include "essaim-pick-button.h"

#define LIST_HEIGHT 420

/* A value's button; owned by it. */
typedef struct
{
  EssaimFeedDraft *draft;    /* borrowed: owned by the window */
  guint            column;
  char            *value;
} Value;

static void
value_free (gpointer data,
            GClosure *closure)
{
  Value *value = data;

  g_free (value->value);
  g_free (value);
}

static guint
get_n (const char *target)
{
  if (g_strcmp0 (target, "themes") == 0)
    return ESSAIM_N_THEMES;
  if (g_strcmp0 (target, "kind") == 0)
    return ESSAIM_N_KINDS;

  return ESSAIM_N_AUDIENCES;
}

static const char *
get_code (EssaimThemes *themes,
          const char   *target,
          guint         i)
{
  if (g_strcmp0 (target, "themes") == 0)
    return essaim_themes_get_code (themes, i);
  if (g_strcmp0 (target, "kind") == 0)
    return essaim_kind_to_code (i);

  return essaim_audience_to_code (i);
}

static const char *
get_label (EssaimThemes *themes,
           const char   *target,
           guint         i)
{
  if (g_strcmp0 (target, "themes") == 0)
    return essaim_themes_get_label (themes, i);
  if (g_strcmp0 (target, "kind") == 0)
    return essaim_kind_get_label (i);

  return essaim_audience_get_label (i);
}

static EssaimThemes *
get_themes (EssaimFeedDraft *draft)
{
  return essaim_reference_get_themes (essaim_feed_draft_get_reference (draft));
}

/* The first pick is for no rule. */
static void
picked_cb (EssaimPickButton *button,
           gpointer          user_data)
{
  Value *value = user_data;
  const char *target = essaim_feed_draft_get_target (value->draft, value->column);
  guint picked = essaim_pick_button_get_selected (button);

  essaim_feed_draft_set_rule (value->draft, value->column, value->value,
                              picked > 0 ? get_code (get_themes (value->draft), target, picked - 1) : NULL);
}

static GtkWidget *
new_button (EssaimFeedDraft *draft,
            guint            column,
            const char      *text)
{
  EssaimThemes *themes = get_themes (draft);
  const char *target = essaim_feed_draft_get_target (draft, column);
  const char *rule = essaim_feed_draft_get_rule (draft, column, text);
  g_autofree char *name = g_strdup_printf (_("What “%s” means"), text);
  GtkWidget *button = essaim_pick_button_new (name);
  Value *value = g_new0 (Value, 1);

  essaim_pick_button_add (ESSAIM_PICK_BUTTON (button), _("As Understood"), NULL);
  for (guint i = 0; i < get_n (target); i++)
    {
      essaim_pick_button_add (ESSAIM_PICK_BUTTON (button), get_label (themes, target, i), NULL);
      if (g_strcmp0 (rule, get_code (themes, target, i)) == 0)
        essaim_pick_button_set_selected (ESSAIM_PICK_BUTTON (button), i + 1);
    }

  value->draft = draft;
  value->column = column;
  value->value = g_strdup (text);
  g_signal_connect_data (button, "picked", G_CALLBACK (picked_cb), value, value_free, 0);

  return button;
}

static GtkWidget *
new_value_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, text);

  return label;
}

/**
 * essaim_draft_values_suit:
 * @target: (nullable): what a column is
 *
 * Returns: whether its values stand for something from a closed list
 */
gboolean
essaim_draft_values_suit (const char *target)
{
  return target != NULL && g_strv_contains ((const char *[]) { "themes", "kind", "audiences", NULL }, target);
}

/**
 * essaim_draft_values_new:
 * @draft: a draft that is open; outlives the widget
 * @column: of its table; it is a theme, an audience or a kind, and has few values
 *
 * Returns: a popover with a button for each value
 */
GtkWidget *
essaim_draft_values_new (EssaimFeedDraft *draft,
                         guint            column)
{
  const EssaimPreviewColumn *of = essaim_feed_draft_get_table (draft)->columns->pdata[column];
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "draft-values");
  for (guint i = 0; of->values != NULL && of->values[i] != NULL; i++)
    {
      gtk_grid_attach (GTK_GRID (grid), new_value_label (of->values[i]), 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), new_button (draft, column, of->values[i]), 1, i, 1, 1);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);

  return popover;
}
