/* essaim-filters-pane.c: every filter with the number of results that each choice would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filters-pane.h"

#include <glib/gi18n-lib.h>

#include "essaim-filter-row.h"
#include "essaim-results.h"
#include "essaim-theme-icon.h"

struct _EssaimFiltersPane
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *groups;
  GtkWidget      *clear;
  GtkWidget      *show_results;

  /* Borrowed: rows of the groups */
  GtkWidget      *themes[ESSAIM_N_THEMES + 1];
  GtkWidget      *kinds[ESSAIM_N_KINDS];
  GPtrArray      *territories;   /* Owned array of borrowed rows, with their id as data */

  /* Owned */
  EssaimExplorer *explorer;
};

G_DEFINE_FINAL_TYPE (EssaimFiltersPane, essaim_filters_pane, GTK_TYPE_WIDGET)

static void
theme_toggled_cb (EssaimFiltersPane *self,
                  GtkWidget         *row)
{
  essaim_explorer_toggle_theme (self->explorer, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "value")));
}

static void
kind_toggled_cb (EssaimFiltersPane *self,
                 GtkWidget         *row)
{
  essaim_explorer_toggle_kind (self->explorer, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "value")));
}

static void
territory_toggled_cb (EssaimFiltersPane *self,
                      GtkWidget         *row)
{
  essaim_explorer_toggle_territory (self->explorer, g_object_get_data (G_OBJECT (row), "value"));
}

static void
add_heading (EssaimFiltersPane *self,
             const char        *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "filter-heading");
  gtk_box_append (GTK_BOX (self->groups), label);
}

static GtkWidget *
add_row (EssaimFiltersPane *self,
         GtkWidget         *row,
         gpointer           value,
         GCallback          callback)
{
  g_object_set_data (G_OBJECT (row), "value", value);
  g_signal_connect_object (row, "toggled", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->groups), row);

  return row;
}

static void
add_themes (EssaimFiltersPane *self,
            EssaimThemes      *themes)
{
  for (guint c = 0; c < ESSAIM_N_CHALLENGES; c++)
    {
      add_heading (self, essaim_challenge_get_label (c));
      for (guint t = 0; t < ESSAIM_N_THEMES; t++)
        if (essaim_themes_get_challenge (themes, t) == c)
          self->themes[t] = add_row (self,
                                     essaim_filter_row_new (essaim_themes_get_short_label (themes, t),
                                                            essaim_themes_get_icon_name (themes, t),
                                                            essaim_challenge_get_css_class (c)),
                                     GUINT_TO_POINTER (t), G_CALLBACK (theme_toggled_cb));
    }

  self->themes[ESSAIM_THEME_UNCLASSIFIED] = add_row (self, essaim_filter_row_new (_("Unclassified"), "essaim-hexagon-outline-symbolic",
                                                                            NULL),
                                                     GUINT_TO_POINTER (ESSAIM_THEME_UNCLASSIFIED),
                                                     G_CALLBACK (theme_toggled_cb));
}

static void
add_territories (EssaimFiltersPane *self,
                 EssaimTerritories *territories)
{
  add_heading (self, _("Labelled territories"));
  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, i);

      /* One whose perimeter is not known can hold nothing: the Territories page says so. */
      if (territory->kind == ESSAIM_TERRITORY_LABEL && territory->n_communes > 0)
        g_ptr_array_add (self->territories,
                         add_row (self, essaim_filter_row_new (territory->name, "essaim-territory-symbolic", NULL),
                                  (gpointer) territory->id, G_CALLBACK (territory_toggled_cb)));
    }
}

static gboolean
has_territory (const EssaimQuery *query,
               const char        *id)
{
  return g_ptr_array_find_with_equal_func (query->territories, id, g_str_equal, NULL);
}

static void
update_territories (EssaimFiltersPane  *self,
                    const EssaimFacets *facets,
                    const EssaimQuery  *query)
{
  EssaimReference *reference = essaim_explorer_get_reference (self->explorer);
  EssaimTerritories *territories = essaim_reference_get_territories (reference);

  for (guint i = 0; i < self->territories->len; i++)
    {
      EssaimFilterRow *row = g_ptr_array_index (self->territories, i);
      const char *id = g_object_get_data (G_OBJECT (row), "value");
      guint territory = essaim_territories_lookup (territories, id);
      guint count = 0;

      for (guint j = 0; j < facets->labels->len; j++)
        if (g_array_index (facets->labels, EssaimTerritoryCount, j).territory == territory)
          count = g_array_index (facets->labels, EssaimTerritoryCount, j).count;

      essaim_filter_row_set_count (row, count);
      essaim_filter_row_set_chosen (row, has_territory (query, id));
    }
}

static void
results_changed_cb (EssaimFiltersPane *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  const EssaimFacets *facets;
  const EssaimQuery *query;
  g_autofree char *label = NULL;
  guint n;

  if (results == NULL)
    return;

  facets = essaim_results_get_facets (results);
  query = essaim_results_get_query (results);
  n = essaim_results_get_n (results);

  for (guint t = 0; t <= ESSAIM_N_THEMES; t++)
    {
      essaim_filter_row_set_count (ESSAIM_FILTER_ROW (self->themes[t]), facets->themes[t]);
      essaim_filter_row_set_chosen (ESSAIM_FILTER_ROW (self->themes[t]), (query->themes & (1u << t)) != 0);
    }
  for (guint k = 0; k < ESSAIM_N_KINDS; k++)
    {
      essaim_filter_row_set_count (ESSAIM_FILTER_ROW (self->kinds[k]), facets->kinds[k]);
      essaim_filter_row_set_chosen (ESSAIM_FILTER_ROW (self->kinds[k]), (query->kinds & (1u << k)) != 0);
    }
  update_territories (self, facets, query);

  gtk_widget_set_visible (self->clear, !essaim_query_is_empty (query));
  label = g_strdup_printf (ngettext ("Show %'u Result", "Show %'u Results", n), n);
  gtk_button_set_label (GTK_BUTTON (self->show_results), label);
}

static void
essaim_filters_pane_dispose (GObject *object)
{
  EssaimFiltersPane *self = ESSAIM_FILTERS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_filters_pane_parent_class)->dispose (object);
}

static void
essaim_filters_pane_finalize (GObject *object)
{
  g_ptr_array_unref (ESSAIM_FILTERS_PANE (object)->territories);

  G_OBJECT_CLASS (essaim_filters_pane_parent_class)->finalize (object);
}

static void
essaim_filters_pane_class_init (EssaimFiltersPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_filters_pane_dispose;
  object_class->finalize = essaim_filters_pane_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filters-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, groups);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, clear);
  gtk_widget_class_bind_template_child (widget_class, EssaimFiltersPane, show_results);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_filters_pane_init (EssaimFiltersPane *self)
{
  self->territories = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters"), -1);
}

/**
 * essaim_filters_pane_set_explorer:
 * @self: the pane
 * @explorer: whose query it changes and whose counts it shows; once only
 */
void
essaim_filters_pane_set_explorer (EssaimFiltersPane *self,
                                  EssaimExplorer    *explorer)
{
  EssaimReference *reference;

  g_return_if_fail (ESSAIM_IS_FILTERS_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  reference = essaim_explorer_get_reference (explorer);

  add_themes (self, essaim_reference_get_themes (reference));
  add_heading (self, _("Kind"));
  for (guint k = 0; k < ESSAIM_N_KINDS; k++)
    self->kinds[k] = add_row (self, essaim_filter_row_new (essaim_kind_get_plural_label (k), NULL, NULL),
                              GUINT_TO_POINTER (k), G_CALLBACK (kind_toggled_cb));
  add_territories (self, essaim_reference_get_territories (reference));

  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  results_changed_cb (self);
}
