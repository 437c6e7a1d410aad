/* essaim-themes-card.c: all themes of a territory as bars, most first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-themes-card.h"

#include <glib/gi18n-lib.h>

#include "essaim-rows.h"
#include "essaim-theme-row.h"

/* So many themes without a record are shown as they are. */
#define MAX_EMPTY_SHOWN 2

struct _EssaimThemesCard
{
  AdwBin         parent_instance;

  /* Template widgets */
  GtkWidget     *list;

  /* Borrowed: in the list */
  GtkListBoxRow *more;   /* (nullable): stands for the rows after it */
};

G_DEFINE_FINAL_TYPE (EssaimThemesCard, essaim_themes_card, ADW_TYPE_BIN)

static void
set_empty_visible (EssaimThemesCard *self,
                   gboolean          visible)
{
  GtkWidget *row = gtk_widget_get_next_sibling (GTK_WIDGET (self->more));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, visible);
}

static void
row_activated_cb (EssaimThemesCard *self,
                  GtkListBoxRow    *row)
{
  GtkWidget *first;

  if (self->more == NULL || row != self->more)
    return;

  set_empty_visible (self, TRUE);
  first = gtk_widget_get_next_sibling (GTK_WIDGET (row));
  gtk_widget_grab_focus (first);
  self->more = NULL;
  gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
essaim_themes_card_class_init (EssaimThemesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-themes-card.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimThemesCard, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
essaim_themes_card_init (EssaimThemesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
compare_themes (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const EssaimTerritorySummary *summary = user_data;
  guint one = *(const guint *) a, other = *(const guint *) b;

  if (summary->by_theme[one] != summary->by_theme[other])
    return summary->by_theme[one] > summary->by_theme[other] ? -1 : 1;

  return one < other ? -1 : 1;
}

static void
set_target (GtkWidget  *row,
            const char *code)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "theme", code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "territory.explore");
}

static void
add_theme (EssaimThemesCard             *self,
           const EssaimTerritorySummary *summary,
           guint                         theme,
           guint                         most)
{
  EssaimThemes *themes = essaim_reference_get_themes (essaim_index_get_reference (summary->index));
  double per_project = summary->per_10000 / MAX (summary->total, 1);
  GtkWidget *row = essaim_theme_row_new (themes, theme, summary->by_theme[theme], most, per_project);

  if (summary->by_theme[theme] > 0)
    set_target (row, essaim_themes_get_code (themes, theme));
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Takes text. */
static GtkWidget *
add_words (EssaimThemesCard *self,
           char             *text)
{
  g_autofree char *owned = text;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "theme-row");
  gtk_widget_add_css_class (row, "empty");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);

  return row;
}

static void
add_unclassified (EssaimThemesCard *self,
                  guint             n)
{
  char *text = g_strdup_printf (ngettext ("%'u record without a theme", "%'u records without a theme", n), n);

  set_target (add_words (self, text), "none");
}

static void
add_more (EssaimThemesCard *self,
          guint             n)
{
  char *text = g_strdup_printf (ngettext ("%u theme without a record", "%u themes without a record", n), n);

  self->more = GTK_LIST_BOX_ROW (add_words (self, text));
}

/**
 * essaim_themes_card_show:
 * @self: the card
 * @summary: the counts of a territory
 */
void
essaim_themes_card_show (EssaimThemesCard             *self,
                         const EssaimTerritorySummary *summary)
{
  guint order[ESSAIM_N_THEMES];
  guint n_empty = 0;
  guint most, next = 0;

  g_return_if_fail (ESSAIM_IS_THEMES_CARD (self));

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      order[i] = i;
      n_empty += summary->by_theme[i] == 0;
    }
  g_qsort_with_data (order, ESSAIM_N_THEMES, sizeof *order, compare_themes, (gpointer) summary);
  most = summary->by_theme[order[0]];

  self->more = NULL;
  essaim_box_clear (self->list);
  while (next < ESSAIM_N_THEMES - n_empty)
    add_theme (self, summary, order[next++], most);
  if (summary->by_theme[ESSAIM_THEME_UNCLASSIFIED] > 0)
    add_unclassified (self, summary->by_theme[ESSAIM_THEME_UNCLASSIFIED]);
  if (n_empty > MAX_EMPTY_SHOWN)
    add_more (self, n_empty);
  while (next < ESSAIM_N_THEMES)
    add_theme (self, summary, order[next++], most);
  if (self->more != NULL)
    set_empty_visible (self, FALSE);
}
