/* test-result-list.c: the results as a list, fetched by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-result-list.h"

#include <math.h>

#include "model-fixture.h"

#define N_RECORDS 5000


static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GArray     *changes)
{
  g_array_append_val (changes, position);
  g_array_append_val (changes, removed);
  g_array_append_val (changes, added);
}

static gboolean
is_ready (gpointer user_data)
{
  return essaim_result_item_get_ready (user_data);
}

static gboolean
has_row (gpointer user_data)
{
  return essaim_explorer_get_selected_row (user_data) != ESSAIM_NO_ROW;
}

static EssaimExplorer *
explore_many (ModelScene *scene)
{
  g_autoptr (GString) text = g_string_new ("id,nom,code_insee,commune\n");
  g_autoptr (EssaimReport) report = NULL;

  for (guint i = 1; i <= N_RECORDS; i++)
    g_string_append_printf (text, "%u,Action %05u%s,63113,Clermont-Ferrand\n", i, i, i % 10 == 0 ? " rare" : "");
  report = model_scene_import (scene, "many.csv", text->str);
  g_assert_cmpuint (report->projects, ==, N_RECORDS);

  return model_scene_explore (scene);
}

static EssaimResultItem *
get_ready_item (GListModel *list,
                guint       position)
{
  EssaimResultItem *item = g_list_model_get_item (list, position);

  model_wait (is_ready, item);

  return item;
}

/* What the index knows is there before the texts. */
static void
test_facts (ModelScene    *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimExplorer) explorer = model_scene_explore (scene);
  EssaimTerritories *territories = essaim_reference_get_territories (scene->reference);
  g_autoptr (GListModel) list = G_LIST_MODEL (essaim_result_list_new (explorer));
  g_autoptr (EssaimResultItem) shop = NULL;
  g_autoptr (EssaimResultItem) garden = NULL;
  g_autoptr (EssaimResultItem) nowhere = NULL;
  guint n_sites, n_regions, n_sources;
  gboolean is_new;

  essaim_explorer_set_sort (explorer, ESSAIM_SORT_TITLE);
  model_wait_answer (explorer);
  shop = g_list_model_get_item (list, 1);
  garden = g_list_model_get_item (list, 2);
  nowhere = g_list_model_get_item (list, 3);
  g_assert_false (essaim_result_item_get_ready (garden));
  g_object_get (garden, "n-sites", &n_sites, "n-regions", &n_regions, "n-sources", &n_sources, "is-new", &is_new, NULL);
  g_assert_cmpuint (n_sites, ==, 2);
  g_assert_cmpuint (n_regions, ==, 1);
  g_assert_cmpuint (n_sources, ==, 1);
  g_assert_false (is_new);
  g_assert_cmpstr (essaim_result_item_get_department (shop), ==, "Puy-de-Dôme");
  g_assert_true (essaim_result_item_belongs (shop, essaim_territories_lookup (territories, "clermont-ferrand")));
  g_assert_false (essaim_result_item_belongs (shop, ESSAIM_NO_TERRITORY));
  g_assert_cmpfloat_with_epsilon (essaim_result_item_get_distance_km (shop, 45.78, 3.08), 0, 0.1);
  g_assert_true (isnan (essaim_result_item_get_distance_km (nowhere, 45.78, 3.08)));
  g_assert_null (essaim_result_item_get_department (nowhere));
}

static void
test_items (ModelScene    *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_many (scene);
  g_autoptr (GListModel) list = G_LIST_MODEL (essaim_result_list_new (explorer));
  g_autoptr (EssaimResultItem) item = NULL;
  g_autoptr (EssaimResultItem) again = NULL;
  g_autofree char *title = NULL;

  essaim_explorer_set_sort (explorer, ESSAIM_SORT_TITLE);
  model_wait_answer (explorer);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_RECORDS);
  g_assert_null (g_list_model_get_item (list, N_RECORDS));

  item = g_list_model_get_item (list, 70);
  g_assert_false (essaim_result_item_get_ready (item));
  g_assert_null (essaim_result_item_get_title (item));
  model_wait (is_ready, item);
  g_assert_cmpstr (essaim_result_item_get_title (item), ==, "Action 00071");
  g_assert_cmpstr (essaim_result_item_get_place (item), ==, "Clermont-Ferrand");
  g_assert_cmpuint (essaim_result_item_get_n_sites (item), ==, 1);

  /* A property says the same, and the same position is the same object. */
  g_object_get (item, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Action 00071");
  again = g_list_model_get_item (list, 70);
  g_assert_true (again == item);
}

/* However far it is scrolled, only some pages are kept. */
static void
test_pages_are_let_go (ModelScene    *scene,
                       gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_many (scene);
  g_autoptr (GListModel) list = G_LIST_MODEL (essaim_result_list_new (explorer));
  EssaimResultItem *first = get_ready_item (list, 0);
  EssaimResultItem *used = get_ready_item (list, 64);
  g_autoptr (EssaimResultItem) last = NULL;

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_add_weak_pointer (G_OBJECT (used), (gpointer *) &used);
  g_object_unref (first);
  g_object_unref (used);

  for (guint position = 128; position < N_RECORDS; position += 64)
    {
      g_autoptr (EssaimResultItem) passed = get_ready_item (list, position);
      g_autoptr (EssaimResultItem) touched = g_list_model_get_item (list, 65);
    }
  last = get_ready_item (list, N_RECORDS - 1);
  g_assert_null (first);
  g_assert_nonnull (used);
  g_object_remove_weak_pointer (G_OBJECT (used), (gpointer *) &used);
}

static void
test_new_results (ModelScene    *scene,
                  gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_many (scene);
  g_autoptr (GListModel) list = G_LIST_MODEL (essaim_result_list_new (explorer));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint expected[] = { 0, N_RECORDS, 0, 0, 0, N_RECORDS / 10 };
  g_autoptr (EssaimResultItem) item = NULL;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), changes);
  essaim_explorer_set_text (explorer, "rare");
  model_wait_answer (explorer);
  g_assert_cmpmem (changes->data, changes->len * sizeof (guint), expected, sizeof expected);
  item = get_ready_item (list, 499);
  g_assert_true (g_str_has_suffix (essaim_result_item_get_title (item), "rare"));
}

static void
test_find_selected (ModelScene    *scene,
                    gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_many (scene);
  g_autoptr (EssaimResultList) list = essaim_result_list_new (explorer);
  g_autoptr (EssaimResultItem) item = NULL;

  g_assert_cmpuint (essaim_result_list_find_selected (list), ==, G_MAXUINT);
  essaim_explorer_select (explorer, "many:30");
  model_wait (has_row, explorer);
  item = get_ready_item (G_LIST_MODEL (list), essaim_result_list_find_selected (list));
  g_assert_cmpstr (essaim_result_item_get_id (item), ==, "many:30");

  essaim_explorer_select (explorer, "many:31");
  essaim_explorer_set_text (explorer, "rare");
  model_wait_answer (explorer);
  model_wait (has_row, explorer);
  g_assert_cmpuint (essaim_result_list_find_selected (list), ==, G_MAXUINT);
}

#define ADD(name, func) \
  g_test_add ("/result-list/" name, ModelScene, NULL, model_scene_set_up, func, model_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("facts", test_facts);
  ADD ("items", test_items);
  ADD ("pages-are-let-go", test_pages_are_let_go);
  ADD ("new-results", test_new_results);
  ADD ("find-selected", test_find_selected);

  return g_test_run ();
}
