/* test-refresh.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-body-pack.h"
#include "library-fixture.h"

static void
test_refresh_first (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) report = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_autoptr (EssaimProject) project = get_project (library, "v:1");
  const EssaimSource *source = project->sources->pdata[0];
  const EssaimSite *site = project->sites->pdata[0];

  g_assert_cmpuint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->changed + report->unchanged + report->gone + report->merged, ==, 0);
  g_assert_cmpuint (report->projects, ==, 3);
  g_assert_cmpuint (report->sites, ==, 3);
  g_assert_cmpuint (report->placed[ESSAIM_PRECISION_POINT], ==, 2);
  g_assert_cmpuint (report->placed[ESSAIM_PRECISION_NONE], ==, 1);
  g_assert_cmpuint (report->themed, ==, 2);
  g_assert_nonnull (report->message);

  g_assert_cmpstr (project->title, ==, "Atelier vélo");
  g_assert_cmpstr (project->organisation, ==, "Les Roues");
  g_assert_cmpuint (project->themes[0], ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpuint (project->sites->len, ==, 1);
  g_assert_cmpstr (site->commune, ==, "Thiers");
  g_assert_cmpfloat (site->lat, ==, 45.85);
  g_assert_cmpfloat (site->funding_eur, ==, 1000);
  g_assert_cmpuint (project->sources->len, ==, 1);
  g_assert_cmpstr (source->feed, ==, "v");
  g_assert_cmpstr (source->title, ==, "The feed");
  g_assert_cmpstr (source->source_id, ==, "1");
  g_assert_cmpstr (source->page, ==, "https://example.org/1");
  g_assert_cmpstr (source->licence, ==, "LO 2.0");
  g_assert_nonnull (source->first_seen);
  g_assert_cmpstr (source->last_seen, ==, source->first_seen);
  g_assert_false (source->gone);
}

static void
test_refresh_unchanged (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_autoptr (EssaimReport) second = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  guint32 number;

  g_assert_cmpuint (second->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (second->unchanged, ==, 3);
  g_assert_cmpuint (second->added + second->changed + second->gone, ==, 0);
  g_assert_cmpuint (second->projects, ==, 3);
  g_assert_cmpuint (second->sites, ==, 3);
  g_assert_cmpuint (second->themed, ==, 2);
  g_assert_cmpuint (count_projects (library), ==, 3);
  g_assert_true (essaim_library_find_number (library, "v:3", &number));
}

static void
test_refresh_changed (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  Row rows[] = { villages[0], villages[1], villages[2] };
  g_autoptr (EssaimReport) second = NULL;
  g_autoptr (EssaimProject) project = NULL;
  guint32 before, after;

  g_assert_true (essaim_library_find_number (library, "v:1", &before));
  rows[0].title = "Garage associatif";
  rows[0].is_theme = FALSE;
  second = refresh_feed (library, "v", rows, 3, REFRESH_PLAIN);
  g_assert_cmpuint (second->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (second->changed, ==, 1);
  g_assert_cmpuint (second->unchanged, ==, 2);
  g_assert_cmpuint (second->added, ==, 0);

  project = get_project (library, "v:1");
  g_assert_cmpstr (project->title, ==, "Garage associatif");
  g_assert_cmpuint (project->themes[0], ==, ESSAIM_THEME_HOW_NONE);
  g_assert_cmpuint (project->sites->len, ==, 1);
  g_assert_true (essaim_library_find_number (library, "v:1", &after));
  g_assert_cmpuint (before, ==, after);

  /* The old text is forgotten. */
  g_assert_cmpuint (count_matches (library, "vélo"), ==, 0);
  g_assert_cmpuint (count_matches (library, "garage"), ==, 1);
}

static void
test_refresh_gone_and_back (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_autoptr (EssaimReport) second = refresh_feed (library, "v", villages, 2, REFRESH_PLAIN);
  g_autoptr (EssaimReport) again = refresh_feed (library, "v", villages, 2, REFRESH_PLAIN);
  g_autoptr (EssaimProject) gone = get_project (library, "v:3");
  g_autoptr (EssaimReport) third = NULL;
  g_autoptr (EssaimProject) back = NULL;
  const EssaimSource *source = gone->sources->pdata[0];

  g_assert_cmpuint (second->gone, ==, 1);
  g_assert_cmpuint (second->projects, ==, 2);
  g_assert_cmpuint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (again->gone, ==, 0);
  g_assert_true (source->gone);
  g_assert_nonnull (source->last_seen);
  g_assert_cmpstr (gone->title, ==, "Jardin partagé");
  g_assert_cmpuint (count_matches (library, "jardin"), ==, 1);

  third = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_assert_cmpuint (third->added, ==, 1);
  g_assert_cmpuint (third->unchanged, ==, 2);
  back = get_project (library, "v:3");
  source = back->sources->pdata[0];
  g_assert_false (source->gone);
  g_assert_cmpuint (count_projects (library), ==, 3);
  g_assert_cmpuint (count_matches (library, "jardin"), ==, 1);
}

static void
test_refresh_shrink (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = NULL;
  g_autoptr (EssaimReport) refused = NULL;
  g_autoptr (EssaimReport) empty = NULL;
  g_autoptr (EssaimReport) accepted = NULL;
  g_autoptr (EssaimReport) smaller = NULL;
  g_autoptr (EssaimProject) gone = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Row rows[20] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("Projet %u", i));
      rows[i].id = rows[i].title = ids->pdata[i];
    }
  first = refresh_feed (library, "s", rows, 20, REFRESH_PLAIN);
  refused = refresh_feed (library, "s", rows, 10, REFRESH_PLAIN);
  empty = refresh_feed (library, "s", rows, 0, REFRESH_PLAIN);
  g_assert_cmpuint (refused->outcome, ==, ESSAIM_OUTCOME_NEEDS_CONFIRMATION);
  g_assert_cmpuint (refused->gone, ==, 10);
  g_assert_nonnull (refused->message);
  g_assert_cmpuint (empty->outcome, ==, ESSAIM_OUTCOME_NEEDS_CONFIRMATION);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("s:Projet %u", i);
      g_autoptr (EssaimProject) project = get_project (library, id);

      g_assert_false (((EssaimSource *) project->sources->pdata[0])->gone);
    }

  accepted = refresh_feed (library, "s", rows, 10, REFRESH_ACCEPT_SHRINK);
  g_assert_cmpuint (accepted->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (accepted->gone, ==, 10);
  g_assert_cmpuint (accepted->unchanged, ==, 10);
  /* Those that are gone do not count any more, and are found by their ids. */
  g_assert_cmpuint (count_projects (library), ==, 10);
  gone = get_project (library, "s:Projet 19");
  g_assert_true (essaim_project_is_gone (gone));

  /* Nine of those ten may go without a question only when they are less than half. */
  smaller = refresh_feed (library, "s", rows, 6, REFRESH_PLAIN);
  g_assert_cmpuint (smaller->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (smaller->gone, ==, 4);
}

static void
test_refresh_dry_run (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) report = refresh_feed (library, "v", villages, 3, REFRESH_DRY_RUN);
  g_autoptr (EssaimRefreshState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->projects, ==, 3);
  g_assert_cmpuint (count_projects (library), ==, 0);
  state = essaim_library_get_refresh_state (library, "v", &error);
  g_assert_no_error (error);
  g_assert_null (state);
}

/* One id and one title: one project, its rows are its sites, each with its own amount. */
static void
test_refresh_group (void)
{
  static const Row rows[] = {
    { "7", "Cuisine mobile", NULL, "Cuisine & Cie", "Lyon", "69123", "69001", 45.76, 4.83, 100, FALSE },
    { "8", "Ressourcerie", NULL, NULL, "Roanne", "42187", "42300", 46.03, 4.07, 0, FALSE },
    { "7", "CUISINE  MOBILE", "Un camion", "Autre nom", "Vienne", "38544", "38200", 45.52, 4.87, 250.5, TRUE },
    { "7", NULL, NULL, NULL, "Mâcon", "71270", "71000", 46.30, 4.83, 50, FALSE },
    { "7", NULL, NULL, NULL, "Mâcon", "71270", "71000", 46.30, 4.83, 50, FALSE },
  };
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) report = refresh_feed (library, "g", rows, 5, REFRESH_PLAIN);
  g_autoptr (EssaimReport) again = refresh_feed (library, "g", rows, 5, REFRESH_PLAIN);
  g_autoptr (EssaimProject) project = get_project (library, "g:7");

  g_assert_cmpuint (report->added, ==, 5);
  g_assert_cmpuint (report->projects, ==, 2);
  g_assert_cmpuint (report->merged, ==, 3);
  g_assert_cmpuint (report->themed, ==, 1);
  /* The very same row twice is one site: its amount counts once. */
  g_assert_cmpuint (report->sites, ==, 4);
  g_assert_cmpuint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (again->unchanged, ==, 5);

  g_assert_cmpuint (count_projects (library), ==, 2);
  g_assert_cmpstr (project->title, ==, "Cuisine mobile");
  g_assert_cmpstr (project->summary, ==, "Un camion");
  g_assert_cmpstr (project->organisation, ==, "Cuisine & Cie");
  g_assert_cmpuint (project->themes[0], ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpuint (project->sites->len, ==, 3);
  g_assert_cmpuint (project->sources->len, ==, 1);
  g_assert_cmpfloat (essaim_project_get_funding (project), ==, 400.5);
  g_assert_cmpuint (count_matches (library, "vienne"), ==, 1);
  g_assert_cmpuint (count_matches (library, "mâcon"), ==, 1);
}

/* A row of a group goes: its site goes with it, the project stays. */
static void
test_refresh_group_shrinks (void)
{
  static const Row rows[] = {
    { "7", "Cuisine mobile", NULL, NULL, "Lyon", "69123", "69001", 45.76, 4.83, 100, FALSE },
    { "7", "Cuisine mobile", NULL, NULL, "Vienne", "38544", "38200", 45.52, 4.87, 250, FALSE },
  };
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = refresh_feed (library, "g", rows, 2, REFRESH_PLAIN);
  g_autoptr (EssaimReport) second = refresh_feed (library, "g", rows + 1, 1, REFRESH_PLAIN);
  g_autoptr (EssaimReport) third = NULL;
  g_autoptr (EssaimProject) project = get_project (library, "g:7");

  g_assert_cmpuint (second->gone, ==, 1);
  g_assert_cmpuint (second->unchanged, ==, 1);
  g_assert_cmpuint (project->sites->len, ==, 1);
  g_assert_cmpstr (((EssaimSite *) project->sites->pdata[0])->commune, ==, "Vienne");
  g_assert_false (((EssaimSource *) project->sources->pdata[0])->gone);
  g_assert_cmpuint (count_matches (library, "lyon"), ==, 0);

  third = refresh_feed (library, "g", rows, 2, REFRESH_PLAIN);
  g_assert_cmpuint (third->added, ==, 1);
  g_assert_cmpuint (count_matches (library, "lyon"), ==, 1);
}

/* An id that stands over different titles is none; no record is lost, and the names do not depend on the order. */
static void
test_refresh_unrelated (void)
{
  static const Row rows[] = {
    { "63", "Maison des aidants", NULL, NULL, "Thiers", "63430", "63300", 45.85, 3.55, 0, FALSE },
    { "63", "Fablab", NULL, NULL, "Ambert", "63003", "63600", 45.55, 3.74, 0, FALSE },
    { NULL, "Fablab", NULL, NULL, "Ambert", "63003", "63600", 45.55, 3.74, 0, FALSE },
    { "~9", "Café", NULL, NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
    { "64", "Crèche", NULL, NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
  };
  const Row turned[] = { rows[4], rows[3], rows[2], rows[1], rows[0] };
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) report = refresh_feed (library, "u", rows, 5, REFRESH_PLAIN);
  g_autoptr (EssaimReport) again = refresh_feed (library, "u", turned, 5, REFRESH_PLAIN);
  const EssaimWarning *warning = report->warnings->pdata[0];
  guint32 number;

  g_assert_cmpuint (report->projects, ==, 5);
  g_assert_cmpuint (count_projects (library), ==, 5);
  g_assert_cmpuint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (again->unchanged, ==, 5);
  g_assert_false (essaim_library_find_number (library, "u:63", &number));
  g_assert_true (essaim_library_find_number (library, "u:64", &number));
  g_assert_cmpstr (warning->code, ==, "repeated-id");
  g_assert_cmpuint (warning->first_line, ==, 3);
}

/* A slip in a large feed is no reason not to believe its ids. */
static void
test_refresh_slip (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Row rows[300] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("%u", i));
      rows[i].id = ids->pdata[i];
      rows[i].title = ids->pdata[i];
    }
  rows[299].id = rows[5].id;
  rows[299].title = "Quincaillerie";
  report = refresh_feed (library, "l", rows, 300, REFRESH_PLAIN);
  g_assert_cmpuint (report->projects, ==, 299);
  g_assert_cmpuint (report->sites, ==, 300);
  g_assert_cmpuint (count_matches (library, "quincaillerie"), ==, 1);
}

/* All ids change, the projects stay and the old ids still lead to them. */
static void
test_refresh_new_ids (void)
{
  static const Row rows[] = {
    { "A1", "Atelier vélo", "Réparer ensemble", "Les Roues", "Thiers", "63430", "63300", 45.85, 3.55, 1000, TRUE },
    { "A2", "Épicerie solidaire", "Des produits locaux", "La Halle", "Ambert", "63003", "63600", 45.55, 3.74, 0, TRUE },
    { "A3", "Jardin partagé", NULL, NULL, "Issoire", "63178", "63500", 0, 0, 0, FALSE },
  };
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_autoptr (EssaimReport) second = NULL;
  g_autoptr (EssaimReport) again = NULL;
  g_autoptr (EssaimReport) reused = NULL;
  g_autoptr (EssaimProject) project = NULL;
  Row other = { "1", "Une autre", NULL, NULL, NULL, NULL, NULL, 0, 0, 0, FALSE };
  Row four[] = { rows[0], rows[1], rows[2], other };
  guint32 before, after, number;

  g_assert_true (essaim_library_find_number (library, "v:1", &before));
  second = refresh_feed (library, "v", rows, 3, REFRESH_PLAIN);
  g_assert_cmpuint (second->changed, ==, 3);
  g_assert_cmpuint (second->gone + second->added, ==, 0);
  g_assert_cmpuint (count_projects (library), ==, 3);
  g_assert_true (essaim_library_find_number (library, "v:1", &after));
  g_assert_cmpuint (before, ==, after);
  g_assert_true (essaim_library_find_number (library, "v:A1", &after));
  g_assert_cmpuint (before, ==, after);
  project = get_project (library, "v:1");
  g_assert_cmpstr (project->id, ==, "v:A1");
  again = refresh_feed (library, "v", rows, 3, REFRESH_PLAIN);
  g_assert_cmpuint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);

  /* An old id given to something else means that. */
  reused = refresh_feed (library, "v", four, 4, REFRESH_PLAIN);
  g_assert_cmpuint (reused->added, ==, 1);
  g_assert_true (essaim_library_find_number (library, "v:1", &number));
  g_assert_cmpuint (number, !=, before);
}

static void
test_refresh_two_feeds (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) first = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_autoptr (EssaimReport) second = refresh_feed (library, "w", villages, 2, REFRESH_PLAIN);
  g_autoptr (GError) error = NULL;
  EssaimLibraryCounts counts;
  guint32 number;

  g_assert_cmpuint (second->added, ==, 2);
  g_assert_cmpuint (count_projects (library), ==, 5);

  essaim_library_remove_feed (library, "v", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  essaim_library_remove_feed (library, "never there", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  essaim_library_count (library, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.feeds, ==, 1);
  g_assert_cmpuint (counts.records, ==, 2);
  g_assert_cmpuint (counts.projects, ==, 2);
  g_assert_cmpuint (counts.sites, ==, 2);
  g_assert_false (essaim_library_find_number (library, "v:1", &number));
  g_assert_true (essaim_library_find_number (library, "w:1", &number));
  g_assert_cmpuint (count_matches (library, "vélo"), ==, 1);
}

static void
test_refresh_state (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (EssaimReport) good = refresh_feed (library, "v", villages, 3, REFRESH_PLAIN);
  g_autoptr (EssaimReport) bad = essaim_report_new ("v");
  g_autoptr (EssaimRefreshState) state = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  essaim_report_fail (bad, ESSAIM_OUTCOME_FAILED, "No network");
  essaim_library_note_failure (library, bad, &error);
  g_assert_no_error (error);

  state = essaim_library_get_refresh_state (library, "v", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (state->records, ==, 3);
  g_assert_cmpuint (state->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_cmpstr (state->message, ==, "No network");
  g_assert_nonnull (state->last_success);
  g_assert_nonnull (state->last_try);

  node = essaim_library_get_last_report (library, "v", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "outcome"), ==, "failed");
  g_assert_null (essaim_library_get_last_report (library, "w", &error));
  g_assert_no_error (error);
}

/* The file that was read is kept, compressed, and goes with the feed. */
static void
test_refresh_body (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *body = g_build_filename (folder, "feed.csv", NULL);
  g_autofree char *kept = g_build_filename (folder, "bodies", "v%2F..zst", NULL);
  g_autoptr (EssaimLibrary) library = NULL;
  g_autoptr (EssaimRefresh) refresh = NULL;
  g_autoptr (EssaimReport) report = essaim_report_new ("v/.");
  g_autoptr (GOutputStream) unpacked = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_file_set_contents (body, "id;title\n1;Atelier\n", -1, &error);
  g_assert_no_error (error);
  library = essaim_library_open (folder, NULL, &error);
  g_assert_no_error (error);
  refresh = begin_refresh (library, "v/.", villages, 3);
  essaim_refresh_keep_body (refresh, body);
  essaim_refresh_finish (refresh, FALSE, FALSE, report, NULL, &error);
  g_assert_no_error (error);

  essaim_body_unpack (kept, unpacked, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (unpacked)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (unpacked)), "id;title\n1;Atelier\n", 19);

  essaim_library_remove_feed (library, "v/.", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

/* An index in memory may be older than the library: a number must not come to mean another project. */
static void
test_refresh_numbers (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (GError) error = NULL;
  guint32 before, after;

  essaim_report_free (refresh_feed (library, "v", villages, 3, REFRESH_PLAIN));
  g_assert_true (essaim_library_find_number (library, "v:3", &before));
  essaim_library_remove_feed (library, "v", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  essaim_report_free (refresh_feed (library, "w", villages, 1, REFRESH_PLAIN));
  g_assert_true (essaim_library_find_number (library, "w:1", &after));
  g_assert_cmpuint (after, >, before);
}

/* The same row so often that to look at all of them for each of them would take minutes, with an id and then with another. */
static void
test_refresh_many_same (void)
{
  const guint n = 50000;
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autofree Row *rows = g_new (Row, n);
  g_autoptr (EssaimReport) second = NULL;
  g_autoptr (EssaimReport) third = NULL;

  for (guint i = 0; i < n; i++)
    rows[i] = villages[0];
  essaim_report_free (refresh_feed (library, "v", rows, n, REFRESH_PLAIN));
  second = refresh_feed (library, "v", rows, n - 1, REFRESH_PLAIN);
  g_assert_cmpuint (second->unchanged, ==, n - 1);
  g_assert_cmpuint (second->gone, ==, 1);

  for (guint i = 0; i < n; i++)
    rows[i].id = "other";
  third = refresh_feed (library, "v", rows, n, REFRESH_PLAIN);
  g_assert_cmpuint (third->changed, ==, n - 1);
  g_assert_cmpuint (third->added, ==, 1);
  g_assert_cmpuint (count_projects (library), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refresh/first", test_refresh_first);
  g_test_add_func ("/refresh/unchanged", test_refresh_unchanged);
  g_test_add_func ("/refresh/changed", test_refresh_changed);
  g_test_add_func ("/refresh/gone-and-back", test_refresh_gone_and_back);
  g_test_add_func ("/refresh/shrink", test_refresh_shrink);
  g_test_add_func ("/refresh/dry-run", test_refresh_dry_run);
  g_test_add_func ("/refresh/group", test_refresh_group);
  g_test_add_func ("/refresh/group-shrinks", test_refresh_group_shrinks);
  g_test_add_func ("/refresh/unrelated", test_refresh_unrelated);
  g_test_add_func ("/refresh/slip", test_refresh_slip);
  g_test_add_func ("/refresh/new-ids", test_refresh_new_ids);
  g_test_add_func ("/refresh/two-feeds", test_refresh_two_feeds);
  g_test_add_func ("/refresh/state", test_refresh_state);
  g_test_add_func ("/refresh/body", test_refresh_body);
  g_test_add_func ("/refresh/numbers", test_refresh_numbers);
  g_test_add_func ("/refresh/many-same", test_refresh_many_same);

  return g_test_run ();
}
