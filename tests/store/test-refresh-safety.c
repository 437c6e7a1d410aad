/* test-refresh-safety.c: a refresh is whole or nothing, for those who look on too, and leaves the library small
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-fixture.h"

static void
test_refresh_dropped (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();
  EssaimRefresh *refresh = begin_refresh (library, "v", villages, 3);

  essaim_refresh_free (refresh);
  g_assert_cmpuint (count_projects (library), ==, 0);
}

/* A body that cannot be read: the refresh fails, nothing of it is kept. */
static void
test_refresh_all_or_nothing (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  g_autoptr (EssaimLibrary) library = NULL;
  g_autoptr (EssaimRefresh) refresh = NULL;
  g_autoptr (EssaimReport) report = essaim_report_new ("v");
  g_autoptr (GError) error = NULL;

  library = essaim_library_open (folder, NULL, &error);
  g_assert_no_error (error);
  refresh = begin_refresh (library, "v", villages, 3);
  essaim_refresh_keep_body (refresh, missing);
  g_assert_false (essaim_refresh_finish (refresh, FALSE, FALSE, report, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_projects (library), ==, 0);
  g_assert_cmpuint (count_matches (library, "vélo"), ==, 0);
  remove_folder (folder);
}

/* What a server did not come to send is not lost yet. */
static void
test_refresh_cut (void)
{
  g_autoptr (EssaimLibrary) library = open_in_memory ();

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (EssaimRefresh) refresh = begin_refresh (library, "v", villages, i == 0 ? 3 : 2);
      g_autoptr (EssaimReport) report = essaim_report_new ("v");
      g_autoptr (GError) error = NULL;

      essaim_report_warn (report, "paging-stopped", 0, "The server stopped.");
      g_assert_true (essaim_refresh_finish (refresh, i == 2, FALSE, report, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (report->outcome, ==, i == 1 ? ESSAIM_OUTCOME_NEEDS_CONFIRMATION : ESSAIM_OUTCOME_IMPORTED);
      g_assert_cmpuint (report->gone, ==, i == 0 ? 0 : 1);
    }
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_usleep (20 * G_TIME_SPAN_MILLISECOND);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Stopped before it begins, or while it writes: the library is as it was, and can be refreshed again. */
static void
test_refresh_cancelled (void)
{
  const guint n = 20000;
  g_autofree char *folder = make_folder ();
  g_autofree char *body = g_build_filename (folder, "feed.csv", NULL);
  g_autofree char *bodies = g_build_filename (folder, "bodies", NULL);
  g_autofree Row *rows = g_new (Row, n);
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimLibrary) library = essaim_library_open (folder, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (body, "id;title\n", -1, NULL));
  for (guint i = 0; i < n; i++)
    {
      rows[i] = villages[i % 3];
      rows[i].id = NULL;
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (EssaimRefresh) refresh = begin_refresh (library, "v", rows, n);
      g_autoptr (EssaimReport) report = essaim_report_new ("v");
      GThread *thread = i == 1 ? g_thread_new ("cancel", cancel_thread, cancellable) : NULL;

      essaim_refresh_keep_body (refresh, body);
      if (thread == NULL)
        g_cancellable_cancel (cancellable);
      g_assert_false (essaim_refresh_finish (refresh, FALSE, FALSE, report, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_clear_pointer (&thread, g_thread_join);
      g_assert_cmpuint (count_projects (library), ==, 0);
      g_assert_cmpint (g_rmdir (bodies), ==, 0);
    }

  essaim_report_free (refresh_feed (library, "v", rows, 3, REFRESH_PLAIN));
  g_assert_cmpuint (count_projects (library), ==, 3);
  g_assert_cmpuint (count_matches (library, "vélo"), ==, 1);
  remove_folder (folder);
}

/* While one connection has written and not committed, another reads the old state; then it notices. */
static void
test_refresh_seen_from_outside (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimLibrary) writer = essaim_library_open (folder, NULL, &error);
  g_autoptr (EssaimLibrary) reader = essaim_library_open (folder, NULL, &error);
  g_autoptr (EssaimReport) first = refresh_feed (writer, "v", villages, 2, REFRESH_PLAIN);
  gint64 version = essaim_library_get_data_version (reader);
  EssaimRefresh *refresh = begin_refresh (writer, "v", villages, 3);
  g_autoptr (EssaimReport) report = essaim_report_new ("v");

  g_assert_no_error (error);
  g_assert_cmpuint (count_projects (reader), ==, 2);
  g_assert_cmpint (essaim_library_get_data_version (reader), ==, version);
  essaim_refresh_finish (refresh, FALSE, FALSE, report, NULL, &error);
  g_assert_no_error (error);
  essaim_refresh_free (refresh);
  g_assert_cmpint (essaim_library_get_data_version (reader), !=, version);
  g_assert_cmpuint (count_projects (reader), ==, 3);
  g_assert_cmpuint (count_matches (reader, "jardin"), ==, 1);
  remove_folder (folder);
}

/* A feed that changes wholly every time does not let the library grow without end. */
static void
test_refresh_bounded (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimLibrary) library = essaim_library_open (folder, NULL, &error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Row rows[200] = { 0 };
  GStatBuf first, last;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("%u", i));
      rows[i].id = ids->pdata[i];
      rows[i].title = "Une cuisine partagée dans le quartier des Minimes";
      rows[i].organisation = "Les amis de la cuisine partagée et du jardin des Minimes";
    }
  for (guint round = 0; round < 100; round++)
    {
      g_autofree char *summary = g_strdup_printf ("Ouverte %u jours dans l’année, avec des bénévoles", round);
      g_autoptr (EssaimReport) report = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        rows[i].summary = summary;
      report = refresh_feed (library, "b", rows, G_N_ELEMENTS (rows), REFRESH_PLAIN);
      g_assert_cmpuint (round == 0 ? report->added : report->changed, ==, G_N_ELEMENTS (rows));
      if (round != 1)
        continue;

      /* Closing writes all of it into the file. */
      g_clear_object (&library);
      g_assert_cmpint (g_stat (path, &first), ==, 0);
      library = essaim_library_open (folder, NULL, &error);
      g_assert_no_error (error);
    }
  g_clear_object (&library);
  g_assert_cmpint (g_stat (path, &last), ==, 0);
  g_assert_cmpint (last.st_size, <, 2 * first.st_size);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refresh-safety/dropped", test_refresh_dropped);
  g_test_add_func ("/refresh-safety/all-or-nothing", test_refresh_all_or_nothing);
  g_test_add_func ("/refresh-safety/cut", test_refresh_cut);
  g_test_add_func ("/refresh-safety/cancelled", test_refresh_cancelled);
  g_test_add_func ("/refresh-safety/seen-from-outside", test_refresh_seen_from_outside);
  g_test_add_func ("/refresh-safety/bounded", test_refresh_bounded);

  return g_test_run ();
}
