/* essaim-filter-territories.c: the territories that a person may look in: any by name, their own, the labelled ones
 *
 * From top to bottom: those chosen, the person's own, the level below the chosen one (regions at first), the labelled ones.
 * The rows are made again when other territories are to be listed, and only counted again otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-territories.h"

#include <glib/gi18n-lib.h>

#include "essaim-filter-row.h"
#include "essaim-rows.h"

/* As many as a person reads through before typing a name instead. */
#define MAX_FOUND 20
#define MAX_BELOW 40

struct _EssaimFilterTerritories
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *search;
  GtkWidget      *list;

  /* Owned */
  EssaimExplorer *explorer;
  char           *listed;      /* (nullable): what the rows follow from */
};

G_DEFINE_FINAL_TYPE (EssaimFilterTerritories, essaim_filter_territories, GTK_TYPE_WIDGET)

static EssaimTerritories *
get_territories (EssaimFilterTerritories *self)
{
  return essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
}

static const EssaimFacets *
get_facets (EssaimFilterTerritories *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);

  return results != NULL ? essaim_results_get_facets (results) : NULL;
}

static gboolean
is_chosen (const EssaimQuery     *query,
           const EssaimTerritory *territory)
{
  return g_ptr_array_find_with_equal_func (query->territories, territory->id, g_str_equal, NULL);
}

static gboolean
contains (GArray *territories,
          guint   territory)
{
  for (guint i = 0; i < territories->len; i++)
    if (g_array_index (territories, guint, i) == territory)
      return TRUE;

  return FALSE;
}

/* A territory of a level below one chosen narrows it; beside it, it would change nothing. */
static void
leave_those_above (EssaimQuery       *query,
                   EssaimTerritories *territories,
                   guint              territory)
{
  for (guint i = query->territories->len; i > 0; i--)
    {
      guint above = essaim_territories_lookup (territories, query->territories->pdata[i - 1]);
      g_autoptr (GArray) below = NULL;

      if (above == ESSAIM_NO_TERRITORY)
        continue;
      below = essaim_territories_below (territories, above);
      if (contains (below, territory))
        g_ptr_array_remove_index (query->territories, i - 1);
    }
}

static void
row_toggled_cb (EssaimFilterTerritories *self,
                EssaimFilterRow         *row)
{
  const EssaimChoice *choice = essaim_filter_row_get_choice (row);
  g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (self->explorer));

  if (essaim_choice_is_made (choice, query))
    {
      essaim_choice_take_back (choice, query);
    }
  else
    {
      leave_those_above (query, get_territories (self), choice->value);
      essaim_choice_make (choice, query);
    }
  essaim_explorer_set_query (self->explorer, query);
}

/* One whose perimeter is not known can hold nothing: the Territories page says so. */
static gboolean
has_ground (const EssaimTerritory *territory)
{
  return territory->n_communes > 0;
}

/* A town, the group of towns round it and a labelled territory often share their name, and so do towns. */
static const char *
find_distinction (EssaimReference       *reference,
                  const EssaimTerritory *territory)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);

  if (territory->kind == ESSAIM_TERRITORY_COMMUNE && territory->n_communes > 0)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, territory->communes[0]);

      return essaim_gazetteer_get_department (gazetteer, commune->department)->name;
    }

  return essaim_territory_kind_get_label (territory->kind);
}

static void
distinguish (EssaimChoice          *choice,
             EssaimReference       *reference,
             const EssaimTerritory *territory)
{
  char *label;

  if (territory->kind == ESSAIM_TERRITORY_REGION)
    return;

  label = g_strdup_printf ("%s · %s", choice->label, find_distinction (reference, territory));
  g_free (choice->label);
  g_free (choice->short_label);
  choice->label = label;
  choice->short_label = g_strdup (label);
}

static void
add_row (EssaimFilterTerritories *self,
         guint                    territory,
         gboolean                 distinctly)
{
  EssaimReference *reference = essaim_explorer_get_reference (self->explorer);
  EssaimChoice *choice = essaim_choice_new (ESSAIM_FILTER_TERRITORY, territory, reference, NULL);
  gboolean is_home = territory == essaim_explorer_get_home (self->explorer);
  GtkWidget *row;

  if (distinctly)
    distinguish (choice, reference, essaim_territories_get (get_territories (self), territory));
  if (is_home)
    choice->icon_name = "essaim-place-symbolic";

  row = essaim_filter_row_new (choice, is_home);
  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
add_caption (EssaimFilterTerritories *self,
             const char              *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "filter-caption");
  gtk_box_append (GTK_BOX (self->list), label);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  EssaimTerritories *territories = user_data;

  return g_utf8_collate (essaim_territories_get (territories, *(const guint *) a)->name,
                         essaim_territories_get (territories, *(const guint *) b)->name);
}

static void
add_rows_by_name (EssaimFilterTerritories *self,
                  GArray                  *listed)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);
  EssaimTerritories *territories = get_territories (self);

  g_array_sort_with_data (listed, compare_names, territories);
  for (guint i = 0; i < listed->len; i++)
    {
      guint territory = g_array_index (listed, guint, i);
      const EssaimTerritory *facts = essaim_territories_get (territories, territory);

      if (has_ground (facts) && !is_chosen (query, facts) && territory != essaim_explorer_get_home (self->explorer))
        add_row (self, territory, FALSE);
    }
}

static void
add_found (EssaimFilterTerritories *self,
           const char              *typed)
{
  g_autoptr (GArray) found = essaim_territories_search (get_territories (self), typed, MAX_FOUND);

  for (guint i = 0; i < found->len; i++)
    if (has_ground (essaim_territories_get (get_territories (self), g_array_index (found, guint, i))))
      add_row (self, g_array_index (found, guint, i), TRUE);
  if (gtk_widget_get_first_child (self->list) == NULL)
    add_caption (self, _("No territory has this name."));
}

static void
add_chosen (EssaimFilterTerritories *self,
            const EssaimQuery       *query)
{
  guint home = essaim_explorer_get_home (self->explorer);

  for (guint i = 0; i < query->territories->len; i++)
    {
      guint territory = essaim_territories_lookup (get_territories (self), query->territories->pdata[i]);

      if (territory != ESSAIM_NO_TERRITORY)
        add_row (self, territory, TRUE);
    }
  if (home != ESSAIM_NO_TERRITORY && !is_chosen (query, essaim_territories_get (get_territories (self), home)))
    add_row (self, home, TRUE);
}

/* Those that have most, where there are more than a person reads through. */
static GArray *
pick_most (GArray             *below,
           const EssaimFacets *facets)
{
  GArray *most;

  if (below->len <= MAX_BELOW)
    return g_array_ref (below);

  most = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < facets->territories->len && most->len < MAX_BELOW; i++)
    g_array_append_val (most, g_array_index (facets->territories, EssaimTerritoryCount, i).territory);

  return most;
}

static void
add_below (EssaimFilterTerritories *self,
           const EssaimQuery       *query)
{
  EssaimTerritories *territories = get_territories (self);
  guint chosen = ESSAIM_NO_TERRITORY;
  g_autoptr (GArray) below = NULL;
  g_autoptr (GArray) most = NULL;

  if (query->territories->len == 1)
    chosen = essaim_territories_lookup (territories, query->territories->pdata[0]);
  if (query->territories->len > 1 || (query->territories->len == 1 && chosen == ESSAIM_NO_TERRITORY))
    return;

  below = essaim_territories_below (territories, chosen);
  most = pick_most (below, get_facets (self));
  if (most->len == 0)
    return;

  add_caption (self, chosen == ESSAIM_NO_TERRITORY ? _("Regions") : essaim_territories_get (territories, chosen)->name);
  add_rows_by_name (self, most);
}

static void
add_labels (EssaimFilterTerritories *self,
            const EssaimFacets      *facets)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < facets->labels->len; i++)
    g_array_append_val (labels, g_array_index (facets->labels, EssaimTerritoryCount, i).territory);
  add_caption (self, _("Labelled territories"));
  add_rows_by_name (self, labels);
}

static char *
describe_list (EssaimFilterTerritories *self,
               const EssaimQuery       *query)
{
  GString *text = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_string_append_printf (text, "\n%p\n%u", (void *) essaim_explorer_get_index (self->explorer),
                          essaim_explorer_get_home (self->explorer));
  for (guint i = 0; i < query->territories->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) query->territories->pdata[i]);

  return g_string_free (text, FALSE);
}

static void
list_territories (EssaimFilterTerritories *self,
                  const EssaimQuery       *query)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  essaim_box_clear (self->list);
  if (*typed != '\0')
    {
      add_found (self, typed);
      return;
    }

  add_chosen (self, query);
  add_below (self, query);
  add_labels (self, get_facets (self));
}

/* The row that has the keyboard, as a territory. */
static guint
find_focus (EssaimFilterTerritories *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ESSAIM_TYPE_FILTER_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, self->list))
    return ESSAIM_NO_TERRITORY;

  return essaim_filter_row_get_choice (ESSAIM_FILTER_ROW (row))->value;
}

static void
update_rows (EssaimFilterTerritories *self,
             guint                    focus)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ESSAIM_IS_FILTER_ROW (row))
      {
        essaim_filter_row_update (ESSAIM_FILTER_ROW (row), query, get_facets (self));
        if (essaim_filter_row_get_choice (ESSAIM_FILTER_ROW (row))->value == focus)
          gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
      }
}

static void
update (EssaimFilterTerritories *self)
{
  const EssaimQuery *query;
  g_autofree char *listed = NULL;
  guint focus = ESSAIM_NO_TERRITORY;

  if (self->explorer == NULL || get_facets (self) == NULL)
    return;

  query = essaim_explorer_get_query (self->explorer);
  listed = describe_list (self, query);
  if (g_strcmp0 (listed, self->listed) != 0)
    {
      focus = find_focus (self);
      list_territories (self, query);
      g_free (self->listed);
      self->listed = g_steal_pointer (&listed);
    }
  update_rows (self, focus);
}

static void
stop_search_cb (EssaimFilterTerritories *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
essaim_filter_territories_dispose (GObject *object)
{
  EssaimFilterTerritories *self = ESSAIM_FILTER_TERRITORIES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_filter_territories_parent_class)->dispose (object);
}

static void
essaim_filter_territories_finalize (GObject *object)
{
  g_free (ESSAIM_FILTER_TERRITORIES (object)->listed);

  G_OBJECT_CLASS (essaim_filter_territories_parent_class)->finalize (object);
}

static void
essaim_filter_territories_class_init (EssaimFilterTerritoriesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_filter_territories_dispose;
  object_class->finalize = essaim_filter_territories_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filter-territories.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterTerritories, search);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterTerritories, list);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
essaim_filter_territories_init (EssaimFilterTerritories *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_filter_territories_new:
 * @explorer: whose query it changes and whose counts it shows
 *
 * Returns: the choices of the territory filter
 */
GtkWidget *
essaim_filter_territories_new (EssaimExplorer *explorer)
{
  EssaimFilterTerritories *self = g_object_new (ESSAIM_TYPE_FILTER_TERRITORIES, NULL);

  self->explorer = g_object_ref (explorer);
  /* Rows come and go with the answer, never under the hand of the person who ticks one. */
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
