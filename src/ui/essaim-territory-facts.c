/* essaim-territory-facts.c: label, figures and counts of a territory as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-rows.h"
#include "essaim-text.h"
#include "essaim-theme-icon.h"

static void
add_fact (GtkWidget  *list,
          const char *title,
          const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (GTK_LIST_BOX (list), essaim_fact_row_new (title, value));
}

static void
add_list (GtkWidget          *list,
          const char         *title,
          const char * const *values)
{
  g_autofree char *joined = values != NULL ? g_strjoinv ("\n", (char **) values) : NULL;

  add_fact (list, title, joined);
}

/**
 * essaim_territory_facts_fill_label:
 * @list: a GtkListBox
 * @territory: a labelled territory
 *
 * Fills @list with what public pages say of the label: carrier, challenges, partners, figures. What was not seen is left out.
 */
void
essaim_territory_facts_fill_label (GtkWidget             *list,
                                   const EssaimTerritory *territory)
{
  const EssaimLabelFacts *facts = territory->facts;
  g_autofree char *date = NULL;

  essaim_box_clear (list);
  if (facts == NULL)
    return;

  date = essaim_format_date (facts->label_date);
  add_fact (list, _("Carried by"), facts->carrier);
  add_list (list, _("Challenges it set itself"), facts->challenges);
  add_list (list, _("Partners"), facts->partners);
  add_fact (list, _("Labelled on"), date);
  add_list (list, _("Context"), facts->context);
  for (guint i = 0; i < facts->n_figures; i++)
    {
      const EssaimFigure *figure = &facts->figures[i];
      g_autofree char *value = figure->year != 0 ? g_strdup_printf ("%s (%d)", figure->value, figure->year)
                                                 : g_strdup (figure->value);
      GtkWidget *row = essaim_link_row_new (figure->label, value, figure->source);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  if (facts->website != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list), essaim_link_row_new (_("Website"), facts->website, facts->website));
}

/**
 * essaim_territory_facts_fill_sources:
 * @list: a GtkListBox
 * @territory: a territory
 *
 * Fills @list with the pages where the facts of its label were read.
 */
void
essaim_territory_facts_fill_sources (GtkWidget             *list,
                                     const EssaimTerritory *territory)
{
  essaim_box_clear (list);
  if (territory->facts == NULL || territory->facts->sources == NULL)
    return;

  for (guint i = 0; territory->facts->sources[i] != NULL; i++)
    {
      const char *page = territory->facts->sources[i];
      g_autoptr (GUri) uri = g_uri_parse (page, G_URI_FLAGS_NONE, NULL);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           essaim_link_row_new (uri != NULL ? g_uri_get_host (uri) : page, NULL, page));
    }
}

static void
add_figure (GtkWidget  *flow,
            char       *value,
            const char *caption)
{
  g_autofree char *owned = value;
  GtkWidget *child;

  if (owned == NULL)
    return;

  gtk_flow_box_insert (GTK_FLOW_BOX (flow), essaim_figure_new (owned, caption), -1);
  child = gtk_widget_get_last_child (flow);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
}

/**
 * essaim_territory_facts_fill_figures:
 * @flow: a GtkFlowBox
 * @territory: a territory
 * @summary: (nullable): its counts
 *
 * Fills @flow with inhabitants, communes, records, rate and amounts; what is not known is left out.
 */
void
essaim_territory_facts_fill_figures (GtkWidget                    *flow,
                                     const EssaimTerritory        *territory,
                                     const EssaimTerritorySummary *summary)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (flow)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (flow), child);

  if (territory->n_communes == 0)
    return;

  add_figure (flow, essaim_format_number (territory->population), _("inhabitants"));
  if (territory->kind != ESSAIM_TERRITORY_COMMUNE)
    add_figure (flow, essaim_format_number (territory->n_communes),
                ngettext ("commune", "communes", territory->n_communes));
  if (summary == NULL)
    return;

  add_figure (flow, essaim_format_number (summary->total), ngettext ("record", "records", summary->total));
  if (!isnan (summary->per_10000))
    add_figure (flow, g_strdup_printf ("%.1f", summary->per_10000), _("for 10,000 inhabitants"));
  add_figure (flow, essaim_format_euros (summary->funding_eur), _("at its sites"));
  add_figure (flow, essaim_format_euros (summary->funding_unsited_eur), _("without a site"));
}

static GtkWidget *
new_theme_row (EssaimThemes *themes,
               guint         theme,
               guint         count,
               guint         most)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (essaim_themes_get_icon_name (themes, theme));
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (most, 1));
  GtkWidget *label;
  g_autofree char *number = essaim_format_number (count);

  gtk_widget_add_css_class (icon, essaim_challenge_get_css_class (essaim_themes_get_challenge (themes, theme)));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), essaim_themes_get_short_label (themes, theme));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  essaim_themes_get_label (themes, theme), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  essaim_themes_get_label (themes, theme), -1);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), count);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 110, -1);
  gtk_widget_add_css_class (bar, "theme-bar");
  label = gtk_label_new (number);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

/**
 * essaim_territory_facts_fill_themes:
 * @list: a GtkListBox
 * @themes: the vocabulary
 * @summary: the counts of a territory
 *
 * Fills @list with a bar for each theme, those with none too: what is missing is what the person looks for.
 */
void
essaim_territory_facts_fill_themes (GtkWidget                    *list,
                                    EssaimThemes                 *themes,
                                    const EssaimTerritorySummary *summary)
{
  guint most = 0;

  essaim_box_clear (list);
  for (guint t = 0; t < ESSAIM_N_THEMES; t++)
    most = MAX (most, summary->by_theme[t]);
  for (guint t = 0; t < ESSAIM_N_THEMES; t++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_theme_row (themes, t, summary->by_theme[t], most));
}

static void
add_count (GtkWidget  *list,
           const char *title,
           guint       count)
{
  g_autofree char *number = essaim_format_number (count);

  if (count > 0)
    add_fact (list, title, number);
}

/**
 * essaim_territory_facts_fill_counts:
 * @list: a GtkListBox
 * @index: where the feeds have their titles
 * @summary: the counts of a territory
 *
 * Fills @list with how the records belong, and with their kinds and feeds; zeros are left out.
 */
void
essaim_territory_facts_fill_counts (GtkWidget                    *list,
                                    EssaimIndex                  *index,
                                    const EssaimTerritorySummary *summary)
{
  essaim_box_clear (list);
  add_count (list, _("With a site here"), summary->by_way[ESSAIM_WAY_SITE]);
  add_count (list, _("For the whole area"), summary->by_way[ESSAIM_WAY_AREA]);
  add_count (list, _("Named by their source"), summary->by_way[ESSAIM_WAY_DECLARED]);
  for (guint k = 0; k < ESSAIM_N_KINDS; k++)
    add_count (list, essaim_kind_get_plural_label (k), summary->by_kind[k]);
  for (guint s = 0; s < summary->n_sources; s++)
    add_count (list, essaim_index_get_source_title (index, s), summary->by_source[s]);
}
