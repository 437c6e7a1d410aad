/* test-atlas.c: territories found, opened, gone back to and left for their projects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-atlas.h"

#include "essaim-territories-page.h"
#include "essaim-territory-chooser.h"
#include "essaim-territory-pane.h"
#include "essaim-territory-row.h"
#include "ui-fixture.h"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, MODEL_FEED);
  ui_scene_put (fixture, essaim_atlas_new (fixture->explorer));
}

static void
open_id (UiScene    *fixture,
         const char *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);

  essaim_atlas_show (ESSAIM_ATLAS (fixture->pane), essaim_territories_lookup (territories, id));
}

/* The row that is marked as open, and how many there are. */
static guint
count_open_rows (UiScene     *fixture,
                 const char **id)
{
  g_autoptr (GPtrArray) rows = ui_find_all (fixture->pane, ESSAIM_TYPE_TERRITORY_ROW);
  guint n = 0;

  *id = NULL;
  for (guint i = 0; i < rows->len; i++)
    if (gtk_widget_has_css_class (rows->pdata[i], "open"))
      {
        *id = essaim_territory_item_get_id (essaim_territory_row_get_item (rows->pdata[i]));
        n++;
      }

  return n;
}

static void
assert_open (UiScene    *fixture,
             const char *id)
{
  const char *open;

  g_assert_cmpuint (count_open_rows (fixture, &open), ==, id != NULL ? 1 : 0);
  g_assert_cmpstr (open, ==, id);
}

static void
test_history (UiScene       *fixture,
              gconstpointer  data)
{
  EssaimAtlas *atlas = ESSAIM_ATLAS (fixture->pane);

  essaim_atlas_travel (atlas, -1);
  assert_open (fixture, NULL);
  open_id (fixture, "clermont-ferrand");
  open_id (fixture, "mayotte");
  open_id (fixture, "commune:63164");
  assert_open (fixture, "commune:63164");

  essaim_atlas_travel (atlas, -1);
  assert_open (fixture, "mayotte");
  essaim_atlas_travel (atlas, -1);
  essaim_atlas_travel (atlas, -1);
  assert_open (fixture, "clermont-ferrand");
  essaim_atlas_travel (atlas, 1);
  assert_open (fixture, "mayotte");

  /* What was ahead is left behind. */
  open_id (fixture, "roubaix");
  essaim_atlas_travel (atlas, 1);
  assert_open (fixture, "roubaix");
  essaim_atlas_travel (atlas, -1);
  assert_open (fixture, "mayotte");

  g_assert_true (essaim_atlas_go_back (atlas));
  assert_open (fixture, NULL);
  g_assert_false (essaim_atlas_go_back (atlas));
  open_id (fixture, "no-such-territory");
  assert_open (fixture, NULL);
}

static GtkWidget *
get_first (GtkWidget *widget,
           GType      type)
{
  g_autoptr (GPtrArray) found = ui_find_all (widget, type);

  g_assert_cmpuint (found->len, >, 0);

  return found->pdata[0];
}

/* Other filters do not stay: the number of the row is the number of the results. */
static void
test_explore (UiScene       *fixture,
              gconstpointer  data)
{
  const EssaimQuery *query;
  GtkWidget *pane;

  essaim_explorer_set_text (fixture->explorer, "velo");
  open_id (fixture, "clermont-ferrand");
  pane = get_first (fixture->pane, ESSAIM_TYPE_TERRITORY_PANE);
  gtk_widget_activate_action (pane, "territory.explore", "(ss)", "theme", "MOB");
  query = essaim_explorer_get_query (fixture->explorer);
  g_assert_null (query->text);
  g_assert_cmpuint (query->territories->len, ==, 1);
  g_assert_cmpstr (query->territories->pdata[0], ==, "clermont-ferrand");
  g_assert_cmpuint (query->kinds, ==, 0);
  model_wait_answer (fixture->explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 1);

  gtk_widget_activate_action (pane, "territory.explore", "(ss)", "kind", "place");
  query = essaim_explorer_get_query (fixture->explorer);
  g_assert_cmpuint (query->themes, ==, 0);
  g_assert_cmpuint (query->kinds, ==, 1 << ESSAIM_KIND_PLACE);

  gtk_widget_activate_action (pane, "territory.explore", "(ss)", "source", "actions");
  query = essaim_explorer_get_query (fixture->explorer);
  g_assert_cmpstr (query->sources->pdata[0], ==, "actions");
  g_assert_cmpuint (query->kinds, ==, 0);

  gtk_widget_activate_action (pane, "territory.explore", "(ss)", "", "");
  model_wait_answer (fixture->explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 2);

  gtk_widget_activate_action (pane, "territory.open", "s", "mayotte");
  assert_open (fixture, "mayotte");
  g_assert_nonnull (ui_find_label (fixture->pane, "Labelled territory, 2019"));
}

static void
test_search (UiScene       *fixture,
             gconstpointer  data)
{
  GtkWidget *chooser = get_first (fixture->pane, ESSAIM_TYPE_TERRITORY_CHOOSER);
  GtkWidget *search = get_first (chooser, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_nonnull (ui_find_label (chooser, "Labelled French Impact"));
  g_assert_nonnull (ui_find_label (chooser, "27"));
  g_assert_nonnull (ui_find_label (chooser, "perimeter not known"));
  g_assert_null (ui_find_label (chooser, "My territories"));

  gtk_editable_set_text (GTK_EDITABLE (search), "gerzat");
  g_signal_emit_by_name (search, "activate");
  g_assert_nonnull (ui_find_label (chooser, "Territories found"));
  g_assert_nonnull (ui_find_label (chooser, "Commune, Puy-de-Dôme"));
  assert_open (fixture, "commune:63164");

  gtk_editable_set_text (GTK_EDITABLE (search), "xyzzy");
  g_signal_emit_by_name (search, "activate");
  rows = ui_find_all (chooser, ESSAIM_TYPE_TERRITORY_ROW);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_nonnull (ui_find_label (chooser, "No territory of that name"));

  g_signal_emit_by_name (search, "stop-search");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_nonnull (ui_find_label (chooser, "My territories"));
  assert_open (fixture, "commune:63164");
}

/* The person's own territory is followed, and comes first. */
static void
test_home (UiScene       *fixture,
           gconstpointer  data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);
  EssaimTerritoryItem *first;

  essaim_explorer_set_home (fixture->explorer, essaim_territories_lookup (territories, "mayotte"));
  first = essaim_territory_row_get_item (ESSAIM_TERRITORY_ROW (get_first (fixture->pane, ESSAIM_TYPE_TERRITORY_ROW)));
  g_assert_cmpstr (essaim_territory_item_get_id (first), ==, "mayotte");
}

/* The page costs nothing before it is looked at. */
static void
test_lazy (UiScene       *fixture,
           gconstpointer  data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);
  EssaimTerritoriesPage *page = g_object_ref_sink (g_object_new (ESSAIM_TYPE_TERRITORIES_PAGE, NULL));

  essaim_territories_page_set_explorer (page, fixture->explorer);
  g_assert_null (adw_bin_get_child (ADW_BIN (page)));
  g_assert_true (essaim_territories_page_is_settled (page));
  g_assert_false (essaim_territories_page_go_back (page));
  essaim_territories_page_travel (page, 1);
  g_assert_null (adw_bin_get_child (ADW_BIN (page)));

  essaim_territories_page_show (page, essaim_territories_lookup (territories, "mayotte"));
  g_assert_true (ESSAIM_IS_ATLAS (adw_bin_get_child (ADW_BIN (page))));
  g_assert_false (essaim_territories_page_is_settled (page));
  while (!essaim_territories_page_is_settled (page))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (essaim_territories_page_go_back (page));
  g_assert_finalize_object (page);
}

/* From outside the keyboard comes to the search, then to the list. */
static void
test_keyboard (UiScene       *fixture,
               gconstpointer  data)
{
  GtkWidget *chooser, *search;

  ui_scene_present (fixture, 1200, 800);
  chooser = get_first (fixture->pane, ESSAIM_TYPE_TERRITORY_CHOOSER);
  search = get_first (chooser, GTK_TYPE_SEARCH_ENTRY);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);

  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), search));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (ESSAIM_IS_TERRITORY_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

#define ADD(name, func) g_test_add ("/atlas/" name, UiScene, NULL, set_up, func, ui_scene_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("history", test_history);
  ADD ("explore", test_explore);
  ADD ("search", test_search);
  ADD ("home", test_home);
  ADD ("lazy", test_lazy);
  ADD ("keyboard", test_keyboard);

  return g_test_run ();
}
