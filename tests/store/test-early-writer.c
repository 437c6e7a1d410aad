/* test-early-writer.c: a new feed written while it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-private.h"
#include "essaim-statement.h"
#include "library-fixture.h"

/* All that the library holds, but for the dates. */
static char *
dump (EssaimLibrary *library)
{
  static const char * const queries[] = {
    "SELECT number, key, id, feed, title, organisation, kind, themes, audiences, funding_eur FROM project",
    "SELECT * FROM project_detail",
    "SELECT * FROM site",
    "SELECT number, feed, project, key, content, fingerprint, source_id, page FROM record",
    "SELECT * FROM word",
    "SELECT rowid FROM project_text ('jardin OR forge OR velo OR clermont')",
    "SELECT id, title, licence, uri FROM feed",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      EssaimStatement *query = essaim_connection_use (library->connection, queries[i], NULL);

      g_assert_nonnull (query);
      while (essaim_statement_step (query, NULL))
        for (int column = 0; column < 14; column++)
          g_string_append_printf (text, "%s\n", essaim_statement_get_text (query, column));
    }

  return g_string_free (text, FALSE);
}

/* Written early, late, or early in vain: it makes no difference, and texts are found in the index as in the tables. */
static void
check_early (const Row *rows,
             gsize      n)
{
  g_autoptr (EssaimLibrary) early = open_in_memory ();
  g_autoptr (EssaimLibrary) late = open_in_memory ();
  g_autoptr (EssaimReport) early_report = refresh_feed (early, "b", rows, n, REFRESH_EARLY);
  g_autoptr (EssaimReport) late_report = refresh_feed (late, "b", rows, n, REFRESH_PLAIN);
  g_autoptr (EssaimReport) again = NULL;
  g_autofree char *expected = dump (late);
  g_autofree char *found = dump (early);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (early_report->added, ==, late_report->added);
  g_assert_cmpuint (early_report->projects, ==, late_report->projects);
  essaim_connection_execute (early->connection,
                             "INSERT INTO project_text (project_text, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);

  again = refresh_feed (early, "b", rows, n, REFRESH_EARLY);
  g_assert_cmpint (again->outcome, ==, n > 0 ? ESSAIM_OUTCOME_UNCHANGED : ESSAIM_OUTCOME_IMPORTED);
}

static void
test_early (void)
{
  static const Row rows[] = {
    { "1", "Jardin partagé", "Cultiver", "Les Pousses", "Clermont-Ferrand", "63113", "63000", 45.78, 3.08, 0, TRUE },
    { "2", "Forge", NULL, NULL, "Thiers", "63430", "63300", 0, 0, 1500, FALSE },
    { NULL, "Atelier vélo", "Réparer", NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
    { "~4", "Jardin", NULL, NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
    /* From here on early is wrong. */
    { NULL, "Atelier vélo", "Réparer mieux", NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
    { "1", "Jardin partagé", NULL, NULL, "Riom", "63300", "63200", 45.89, 3.11, 0, FALSE },
    { "2", "Tout autre chose", NULL, NULL, NULL, NULL, NULL, 0, 0, 0, FALSE },
  };

  for (gsize n = 0; n <= G_N_ELEMENTS (rows); n++)
    check_early (rows, n);
}

/* So many that the writer has to be waited for. */
static void
test_early_many (void)
{
  g_autofree char *long_text = g_strnfill (900, 'x');
  g_autofree Row *rows = g_new0 (Row, 4000);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 4000; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("%u", i));
      rows[i] = (Row) { .id = ids->pdata[i], .title = "Jardin", .summary = long_text };
    }

  check_early (rows, 4000);
}

/* What was written early is undone; the next one writes it. */
static void
test_early_dropped (void)
{
  static const Row rows[] = { { "1", "Jardin", .is_theme = TRUE }, { "2", "Forge" } };
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (EssaimReport) cancelled = essaim_report_new ("b");
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) error = NULL;
  EssaimRefresh *refresh = begin_refresh_with (library, "b", rows, 2, TRUE);

  essaim_refresh_free (refresh);
  g_assert_cmpuint (count_projects (library), ==, 0);

  refresh = begin_refresh_with (library, "b", rows, 2, TRUE);
  g_cancellable_cancel (cancellable);
  g_assert_false (essaim_refresh_finish (refresh, FALSE, FALSE, cancelled, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  essaim_refresh_free (refresh);
  g_assert_cmpuint (count_projects (library), ==, 0);

  report = refresh_feed (library, "b", rows, 2, REFRESH_EARLY);
  g_assert_cmpuint (report->added, ==, 2);
  g_assert_cmpuint (count_projects (library), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/early-writer/same", test_early);
  g_test_add_func ("/early-writer/many", test_early_many);
  g_test_add_func ("/early-writer/dropped", test_early_dropped);

  return g_test_run ();
}
