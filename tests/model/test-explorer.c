/* test-explorer.c: query in, results out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model-fixture.h"

static gboolean
has_row (gpointer user_data)
{
  return essaim_explorer_get_selected_row (user_data) != ESSAIM_NO_ROW;
}

static gboolean
has_id (gpointer user_data)
{
  return essaim_explorer_get_selected_id (user_data) != NULL;
}

static gboolean
was_counted (gpointer user_data)
{
  return *(guint *) user_data > 0;
}

static EssaimExplorer *
explore_feed (ModelScene *scene)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);

  return model_scene_explore (scene);
}

static guint
count (EssaimExplorer *explorer)
{
  model_wait_answer (explorer);

  return essaim_results_get_n (essaim_explorer_get_results (explorer));
}

/* Asks for projects in one territory, or in any. */
static void
look_in (EssaimExplorer *explorer,
         const char     *territory)
{
  g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (explorer));

  g_ptr_array_set_size (query->territories, 0);
  if (territory != NULL)
    g_ptr_array_add (query->territories, g_strdup (territory));
  essaim_explorer_set_query (explorer, query);
}

static void
test_queries (ModelScene    *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  guint n_changes = 0;

  g_assert_cmpuint (count (explorer), ==, 5);
  g_signal_connect_swapped (explorer, "query-changed", G_CALLBACK (model_count_cb), &n_changes);

  essaim_explorer_set_text (explorer, " mobilite ");
  g_assert_cmpstr (essaim_explorer_get_query (explorer)->text, ==, "mobilite");
  g_assert_true (essaim_explorer_get_busy (explorer));
  g_assert_cmpuint (count (explorer), ==, 2);
  g_assert_cmpuint (n_changes, ==, 1);

  /* The same question is not asked again; a filter keeps the text. */
  essaim_explorer_set_text (explorer, "mobilite");
  g_assert_false (essaim_explorer_get_busy (explorer));
  look_in (explorer, "commune:63113");
  g_assert_cmpuint (count (explorer), ==, 1);
  look_in (explorer, NULL);
  g_assert_cmpuint (count (explorer), ==, 2);

  essaim_explorer_set_placed (explorer, ESSAIM_PLACED_NO);
  g_assert_cmpuint (count (explorer), ==, 1);
  essaim_explorer_set_sort (explorer, ESSAIM_SORT_TITLE);
  essaim_explorer_clear (explorer);
  g_assert_cmpint (essaim_explorer_get_query (explorer)->sort, ==, ESSAIM_SORT_TITLE);
  g_assert_cmpuint (count (explorer), ==, 5);

  essaim_explorer_set_text (explorer, "aucun mot de ce genre");
  g_assert_cmpuint (count (explorer), ==, 0);
}

/* What a facet says is what its choice leaves. */
static void
test_facets (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  const EssaimFacets *facets = essaim_results_get_facets (essaim_explorer_get_results (explorer));
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  guint expected[2];
  guint theme;

  g_assert_true (essaim_themes_lookup (essaim_reference_get_themes (scene->reference), "MOB", &theme));
  expected[0] = facets->themes[theme];
  expected[1] = facets->kinds[ESSAIM_KIND_FUNDING];
  g_assert_cmpuint (expected[0], ==, 2);

  query->themes = 1u << theme;
  essaim_explorer_set_query (explorer, query);
  g_assert_cmpuint (count (explorer), ==, expected[0]);

  query->themes = 0;
  query->kinds = 1u << ESSAIM_KIND_FUNDING;
  essaim_explorer_set_query (explorer, query);
  g_assert_cmpuint (count (explorer), ==, expected[1]);

  query->kinds = 0;
  g_ptr_array_add (query->sources, g_strdup ("actions"));
  essaim_explorer_set_query (explorer, query);
  g_assert_cmpuint (count (explorer), ==, 5);
}

/* Only the last of many questions is answered. */
static void
test_last_question_wins (ModelScene    *scene,
                         gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  guint n_results = 0;

  g_signal_connect_swapped (explorer, "notify::results", G_CALLBACK (model_count_cb), &n_results);
  essaim_explorer_set_text (explorer, "j");
  essaim_explorer_set_text (explorer, "ja");
  essaim_explorer_set_text (explorer, "jardin");
  g_assert_cmpuint (count (explorer), ==, 1);
  g_assert_cmpstr (essaim_results_get_query (essaim_explorer_get_results (explorer))->text, ==, "jardin");
  g_assert_cmpuint (n_results, ==, 1);
}

static void
test_reload_keeps_state (ModelScene    *scene,
                         gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  g_autoptr (EssaimReport) report = NULL;
  EssaimIndex *before = essaim_explorer_get_index (explorer);
  guint n_index = 0;

  essaim_explorer_set_text (explorer, "jardin");
  essaim_explorer_select (explorer, "actions:3");
  essaim_explorer_set_territory (explorer, 3);
  g_assert_cmpuint (count (explorer), ==, 1);
  model_wait (has_row, explorer);

  g_signal_connect_swapped (explorer, "notify::index", G_CALLBACK (model_count_cb), &n_index);
  report = model_scene_import (scene, "more.csv",
                               "id,nom,code_insee,lat,lon\n"
                               "1,Jardin des possibles,63113,45.7,3.1\n"
                               "2,Autre,63113,45.7,3.1\n");
  model_wait (was_counted, &n_index);
  g_assert_cmpuint (count (explorer), ==, 2);
  g_assert_true (essaim_explorer_get_index (explorer) != before);
  g_assert_cmpstr (essaim_explorer_get_selected_id (explorer), ==, "actions:3");
  g_assert_cmpuint (essaim_explorer_get_territory (explorer), ==, 3);
  model_wait (has_row, explorer);
  g_assert_true (essaim_results_has_row (essaim_explorer_get_results (explorer),
                                         essaim_explorer_get_selected_row (explorer)));
}

static void
test_selection (ModelScene    *scene,
                gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  guint row = essaim_results_get_row (essaim_explorer_get_results (explorer), 0);
  g_autofree char *id = NULL;

  essaim_explorer_select_row (explorer, row);
  g_assert_cmpuint (essaim_explorer_get_selected_row (explorer), ==, row);
  model_wait (has_id, explorer);
  id = g_strdup (essaim_explorer_get_selected_id (explorer));

  essaim_explorer_select (explorer, NULL);
  g_assert_null (essaim_explorer_get_selected_id (explorer));
  g_assert_cmpuint (essaim_explorer_get_selected_row (explorer), ==, ESSAIM_NO_ROW);

  essaim_explorer_select (explorer, id);
  model_wait (has_row, explorer);
  g_assert_cmpuint (essaim_explorer_get_selected_row (explorer), ==, row);

  /* What the library does not have may be selected all the same: a shortlist keeps its copy. */
  essaim_explorer_select (explorer, "gone:1");
  g_assert_cmpstr (essaim_explorer_get_selected_id (explorer), ==, "gone:1");
  g_assert_cmpuint (essaim_explorer_get_selected_row (explorer), ==, ESSAIM_NO_ROW);
}

static void
test_summary (ModelScene    *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  EssaimTerritories *territories = essaim_reference_get_territories (scene->reference);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (EssaimTerritorySummary) summary = NULL;

  essaim_explorer_summarise_async (explorer, essaim_territories_lookup (territories, "clermont-ferrand"), NULL,
                                   model_keep_result_cb, &result);
  done = model_wait_result (&result);
  summary = essaim_explorer_summarise_finish (explorer, done, NULL);
  g_assert_nonnull (summary);
  g_assert_cmpuint (summary->total, ==, 2);
}

static void
test_items (ModelScene    *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint rows[] = { 0, 2 };

  essaim_explorer_load_items_async (explorer, rows, G_N_ELEMENTS (rows), NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  items = essaim_explorer_load_items_finish (explorer, done, NULL);
  g_assert_cmpuint (items->len, ==, 2);
}

static GPtrArray *
ask_other_ways (EssaimExplorer *explorer)
{
  GPtrArray *queries = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_query_free);
  EssaimQuery *query = essaim_query_copy (essaim_explorer_get_query (explorer));

  /* The same, without its kind, without its text, for everything. */
  g_ptr_array_add (queries, essaim_query_copy (query));
  query->kinds = 0;
  g_ptr_array_add (queries, essaim_query_copy (query));
  query->kinds = 1u << ESSAIM_KIND_FUNDING;
  g_clear_pointer (&query->text, g_free);
  g_ptr_array_add (queries, query);
  g_ptr_array_add (queries, essaim_query_new ());

  return queries;
}

/* Help for a query that finds nothing. */
static void
test_count (ModelScene    *scene,
            gconstpointer  data)
{
  static const guint expected[] = { 0, 2, 0, 5 };
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (GPtrArray) queries = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GArray) counts = NULL;

  query->text = g_strdup ("mobilite");
  query->kinds = 1u << ESSAIM_KIND_FUNDING;
  essaim_explorer_set_query (explorer, query);
  g_assert_cmpuint (count (explorer), ==, 0);

  queries = ask_other_ways (explorer);
  essaim_explorer_count_async (explorer, queries, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  counts = essaim_explorer_count_finish (explorer, done, NULL);
  g_assert_cmpmem (counts->data, counts->len * sizeof (guint), expected, sizeof expected);
}

static void
test_count_is_cancelled (ModelScene    *scene,
                         gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = explore_feed (scene);
  g_autoptr (GPtrArray) queries = ask_other_ways (explorer);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_explorer_count_async (explorer, queries, model_keep_result_cb, &result);
  essaim_explorer_set_text (explorer, "jardin");
  done = model_wait_result (&result);
  g_assert_null (essaim_explorer_count_finish (explorer, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count (explorer), ==, 1);
}

static void
test_nothing_loaded (ModelScene    *scene,
                     gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = essaim_explorer_new (scene->session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_explorer_get_index (explorer));
  essaim_explorer_set_text (explorer, "jardin");
  essaim_explorer_export_async (explorer, "/nowhere.csv", FALSE, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_false (essaim_explorer_export_finish (explorer, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED);
}

#define ADD(name, func) \
  g_test_add ("/explorer/" name, ModelScene, NULL, model_scene_set_up, func, model_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("queries", test_queries);
  ADD ("facets", test_facets);
  ADD ("last-question-wins", test_last_question_wins);
  ADD ("reload-keeps-state", test_reload_keeps_state);
  ADD ("selection", test_selection);
  ADD ("summary", test_summary);
  ADD ("items", test_items);
  ADD ("count", test_count);
  ADD ("count-is-cancelled", test_count_is_cancelled);
  ADD ("nothing-loaded", test_nothing_loaded);

  return g_test_run ();
}
