/* essaim-territory-counts.c: what there is in a territory as rows, each opens the projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-counts.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-rows.h"

/* A row that opens something in Explore. */
static GtkWidget *
new_row (const char *title,
         const char *subtitle,
         const char *number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (number);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (icon, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

/* Takes amount. */
static void
add_count (GtkWidget  *list,
           const char *filter,
           const char *code,
           const char *title,
           guint       count,
           char       *amount)
{
  g_autofree char *subtitle = amount;
  g_autofree char *number = essaim_format_number (count);
  g_autofree char *counted = g_strdup_printf (ngettext ("%'u record", "%'u records", count), count);
  g_autofree char *said = g_strdup_printf ("%s, %s", title, counted);
  GtkWidget *row = new_row (title, subtitle, number);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", filter, code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "territory.explore");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/**
 * essaim_territory_counts_fill_kinds:
 * @list: a GtkListBox
 * @summary: the counts of a territory
 *
 * Fills @list with the kinds of projects that there are.
 */
void
essaim_territory_counts_fill_kinds (GtkWidget                    *list,
                                    const EssaimTerritorySummary *summary)
{
  essaim_box_clear (list);
  for (guint k = 0; k < ESSAIM_N_KINDS; k++)
    if (summary->by_kind[k] > 0)
      add_count (list, "kind", essaim_kind_to_code (k), essaim_kind_get_plural_label (k), summary->by_kind[k], NULL);
}

/**
 * essaim_territory_counts_fill_sources:
 * @list: a GtkListBox
 * @summary: the counts of a territory
 *
 * Fills @list with the sources that tell of it, and the money that each alone tells.
 */
void
essaim_territory_counts_fill_sources (GtkWidget                    *list,
                                      const EssaimTerritorySummary *summary)
{
  essaim_box_clear (list);
  for (guint s = 0; s < summary->n_sources; s++)
    if (summary->by_source[s] > 0)
      add_count (list, "source", essaim_index_get_source_id (summary->index, s),
                 essaim_index_get_source_title (summary->index, s), summary->by_source[s],
                 essaim_format_euros (summary->funding_by_source[s]));
}

/**
 * essaim_territory_counts_fill_names:
 * @list: a GtkListBox
 * @items: (element-type EssaimResultItem): ready
 * @kind: of which those are listed
 *
 * Fills @list with projects by name.
 */
void
essaim_territory_counts_fill_names (GtkWidget  *list,
                                    GPtrArray  *items,
                                    EssaimKind  kind)
{
  essaim_box_clear (list);
  for (guint i = 0; i < items->len; i++)
    {
      EssaimResultItem *item = g_ptr_array_index (items, i);
      GtkWidget *row;

      if (essaim_result_item_get_kind (item) != kind)
        continue;

      row = new_row (essaim_result_item_get_title (item), essaim_result_item_get_place (item), NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", essaim_result_item_get_id (item));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-project");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      essaim_result_item_get_title (item), -1);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
}
