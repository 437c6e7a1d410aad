/* test-territory-list.c: the labelled territories, or those that a search finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-list.h"
#include "model-fixture.h"

static EssaimTerritoryItem *
find (GListModel *list,
      const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (EssaimTerritoryItem) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (essaim_territory_item_get_id (item), id) == 0)
        return g_steal_pointer (&item);
    }

  return NULL;
}

static void
test_labels (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimExplorer) explorer = model_scene_explore (scene);
  g_autoptr (GListModel) list = G_LIST_MODEL (essaim_territory_list_new (explorer));
  g_autoptr (EssaimTerritoryItem) clermont = find (list, "clermont-ferrand");
  g_autoptr (EssaimTerritoryItem) unknown = find (list, "genevois-innovales");
  guint n_counts = 0;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 27);
  g_assert_cmpint (essaim_territory_item_get_count (clermont), ==, 2);
  g_assert_true (essaim_territory_item_get_has_perimeter (clermont));
  g_assert_false (essaim_territory_item_get_has_perimeter (unknown));

  g_signal_connect_swapped (clermont, "notify::count", G_CALLBACK (model_count_cb), &n_counts);
  essaim_explorer_set_text (explorer, "velo");
  model_wait_answer (explorer);
  g_assert_cmpint (essaim_territory_item_get_count (clermont), ==, 1);
  g_assert_cmpuint (n_counts, ==, 1);
}

static void
test_search (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = model_scene_explore (scene);
  g_autoptr (EssaimTerritoryList) list = essaim_territory_list_new (explorer);
  g_autoptr (EssaimTerritoryItem) commune = NULL;

  essaim_territory_list_set_search (list, "  gerzat ");
  commune = find (G_LIST_MODEL (list), "commune:63164");
  g_assert_nonnull (commune);
  g_assert_cmpstr (essaim_territory_item_get_name (commune), ==, "Gerzat");
  g_assert_cmpint (essaim_territory_item_get_count (commune), ==, 0);
  g_assert_cmpint (essaim_territory_item_get_section (commune), ==, ESSAIM_TERRITORY_SECTION_FOUND);

  essaim_territory_list_set_search (list, "xyzzy");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  essaim_territory_list_set_search (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 27);
}

/* The ids of the first section, in their order. */
static char *
list_mine (EssaimTerritoryList *list)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (EssaimTerritoryItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (essaim_territory_item_get_section (item) == ESSAIM_TERRITORY_SECTION_MINE)
        g_string_append_printf (ids, "%s ", essaim_territory_item_get_id (item));
    }

  return g_string_free (ids, FALSE);
}

static void
assert_mine (EssaimTerritoryList *list,
             const char          *expected)
{
  g_autofree char *ids = list_mine (list);

  g_assert_cmpstr (ids, ==, expected);
}

static guint
look_up (ModelScene *scene,
         const char *id)
{
  return essaim_territories_lookup (essaim_reference_get_territories (scene->reference), id);
}

/* The home comes first, then what was opened, the last one first, each once; labels have their own section. */
static void
test_mine (ModelScene    *scene,
           gconstpointer  data)
{
  static const char * const many[] = {
    "commune:59512", "commune:59350", "region:11", "departement:75", "epci:246300701",
  };
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimExplorer) explorer = model_scene_explore (scene);
  g_autoptr (EssaimTerritoryList) list = essaim_territory_list_new (explorer);
  g_autoptr (EssaimTerritoryItem) department = NULL;
  g_autoptr (EssaimTerritoryItem) kept = NULL;

  assert_mine (list, "");
  essaim_territory_list_add_recent (list, look_up (scene, "departement:63"));
  essaim_territory_list_add_recent (list, look_up (scene, "mayotte"));
  department = find (G_LIST_MODEL (list), "departement:63");
  g_assert_cmpint (essaim_territory_item_get_count (department), ==, 2);

  essaim_explorer_set_home (explorer, look_up (scene, "clermont-ferrand"));
  assert_mine (list, "clermont-ferrand departement:63 ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 29);
  kept = find (G_LIST_MODEL (list), "departement:63");
  g_assert_true (kept == department);

  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    essaim_territory_list_add_recent (list, look_up (scene, many[i]));
  essaim_territory_list_add_recent (list, look_up (scene, "region:11"));
  assert_mine (list, "clermont-ferrand region:11 epci:246300701 departement:75 commune:59350 commune:59512 ");

  essaim_explorer_set_home (explorer, look_up (scene, "region:11"));
  assert_mine (list, "region:11 epci:246300701 departement:75 commune:59350 commune:59512 ");
  essaim_territory_list_set_search (list, "gerzat");
  assert_mine (list, "");
}

#define ADD(name, func) \
  g_test_add ("/territory-list/" name, ModelScene, NULL, model_scene_set_up, func, model_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("labels", test_labels);
  ADD ("mine", test_mine);
  ADD ("search", test_search);

  return g_test_run ();
}
