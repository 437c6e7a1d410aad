/* bench-gap.c: the longest time that the main loop does not turn while records are imported
 *
 * From the start of the import until its records are found; the session and the explorer of the window, without its
 * widgets. Writes milliseconds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "essaim-explorer.h"

typedef struct
{
  EssaimExplorer *explorer;
  GMainLoop      *loop;
  const char     *source;
  guint           n_read;       /* 0 while the import is under way */
  gint64          last_turn;
  gint64          longest_gap;  /* microseconds */
  GError         *error;
} Bench;

static void
stop (Bench  *bench,
      GError *error)
{
  bench->error = error;
  g_main_loop_quit (bench->loop);
}

/* Runs at every turn of the loop, or a millisecond after the one before. */
static gboolean
turned_cb (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();
  EssaimIndex *index = essaim_explorer_get_index (bench->explorer);

  bench->longest_gap = MAX (bench->longest_gap, now - bench->last_turn);
  bench->last_turn = now;
  if (bench->n_read > 0 && index != NULL && essaim_index_get_n_sites (index) >= bench->n_read &&
      essaim_explorer_get_results (bench->explorer) != NULL && !essaim_explorer_get_busy (bench->explorer))
    stop (bench, NULL);

  return G_SOURCE_CONTINUE;
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Bench *bench = user_data;
  GError *error = NULL;
  g_autoptr (EssaimReport) report = essaim_session_import_finish (ESSAIM_SESSION (source), result, &error);

  if (report != NULL && report->outcome != ESSAIM_OUTCOME_IMPORTED)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, report->message);
  if (error != NULL)
    stop (bench, error);
  else
    bench->n_read = report->read;
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Bench *bench = user_data;
  GError *error = NULL;

  if (!essaim_session_prepare_finish (ESSAIM_SESSION (source), result, &error))
    {
      stop (bench, error);
      return;
    }

  essaim_explorer_reload (bench->explorer);
  bench->last_turn = g_get_monotonic_time ();
  g_timeout_add (1, turned_cb, bench);
  essaim_session_import_async (ESSAIM_SESSION (source), bench->source, NULL, NULL, imported_cb, bench);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (EssaimReference) reference = NULL;
  g_autoptr (EssaimSession) session = NULL;
  g_autoptr (EssaimExplorer) explorer = NULL;
  Bench bench = { .loop = loop };

  if (argc != 3)
    {
      fprintf (stderr, "Usage: %s DATA-FOLDER FILE\n", argv[0]);
      return 2;
    }

  reference = essaim_reference_new (NULL, &bench.error);
  if (reference != NULL)
    {
      session = essaim_session_new (argv[1], reference);
      bench.explorer = explorer = essaim_explorer_new (session);
      bench.source = argv[2];
      essaim_session_prepare_async (session, NULL, prepared_cb, &bench);
      g_main_loop_run (loop);
      essaim_session_close (session);
    }
  if (bench.error != NULL)
    {
      fprintf (stderr, "%s\n", bench.error->message);
      return 1;
    }

  printf ("%.1f\n", bench.longest_gap / 1000.0);

  return 0;
}
