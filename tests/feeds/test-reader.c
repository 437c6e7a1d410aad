/* test-reader.c: files of any kind, sound or not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "essaim-feed-error.h"
#include "reading.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char *bytes;
    gssize      length;
    const char *sentence;
  } kinds[] = {
    { "", 0, "empty" },
    { " \n\t", 3, "empty" },
    { "%PDF-1.7 ...", -1, "PDF" },
    { "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", -1, "" },
    { "PK\3\4....donnees.csv", -1, "" },
    { "\x1F\x8B\x08\0\0\0\0\0", 8, "compressed" },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "spreadsheet" },
    { "\x89PNG\r\n", -1, "image" },
    { "SQLite format 3\0", 16, "database" },
    { "\1\2\3\4\5\6\7\0\0\0abc", 13, "not text" },
    { "<!DOCTYPE html><html><body>Maintenance</body></html>", -1, "web page" },
    { "\n  <div>moved</div>", -1, "web page" },
    { "<?xml version=\"1.0\"?><rss/>", -1, "XML" },
    { "{\"a\":", -1, "before its end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(Reading) reading = reading_new (kinds[i].bytes, kinds[i].length, NULL);

      reading_assert_refused (reading, kinds[i].sentence);
      g_assert_cmpuint (reading->records->len, ==, 0);
    }
}

static void
test_no_file (void)
{
  g_autoptr(Reading) missing = reading_new_for_path ("/nowhere/at/all.csv", NULL);
  g_autoptr(Reading) folder = reading_new_for_path (g_get_tmp_dir (), NULL);

  g_assert_error (missing->error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
  g_assert_error (folder->error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);

  /* Neither may it wait for what never comes. */
  g_autofree char *place = g_dir_make_tmp ("reader-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (place, "pipe", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_autoptr(Reading) waiting = reading_new_for_path (pipe, NULL);
  g_assert_error (waiting->error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED);
  g_unlink (pipe);
  g_rmdir (place);
}

static void
test_forced_format (void)
{
  EssaimReadOptions options = { .format = "csv" };
  g_autoptr(Reading) reading = reading_new ("[id];[nom]\n1;A\n", -1, &options);

  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading_get (reading, 0), ==, "2: [id]=1; [nom]=A;");
}

static gboolean
cancel_cb (const EssaimRecord  *record,
           gpointer             data,
           GError             **error)
{
  g_cancellable_cancel (data);

  return !g_cancellable_set_error_if_cancelled (data, error);
}

static void
test_stop (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", "sites.csv", NULL);
  g_autoptr(EssaimReport) report = essaim_report_new ("test");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (essaim_reader_read_file (path, NULL, cancel_cb, cancellable, report, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (essaim_reader_read_file (path, NULL, cancel_cb, cancellable, report, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every beginning of a file, and files with a few bytes changed: anything may come of it, but something must. */
static void
assert_survives (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "feeds", name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (20);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize end = 0; end < length; end += 1 + length / 400)
    {
      g_autoptr(Reading) reading = reading_new (bytes, end, NULL);

      g_assert_true (reading->error != NULL || reading->report->format != NULL);
    }

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *changed = g_memdup2 (bytes, length);

      for (guint j = 0; j < 1 + i % 8; j++)
        changed[g_rand_int_range (rand, 0, length)] = g_rand_int_range (rand, 0, 256);
      g_autoptr(Reading) reading = reading_new (changed, length, NULL);
      g_assert_true (reading->error != NULL || reading->report->format != NULL);
    }
}

static void
test_damage (void)
{
  assert_survives ("sites.csv");
  assert_survives ("odd-rows.csv");
  assert_survives ("gogocarto.json");
  assert_survives ("features.geojson");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/kinds", test_kinds);
  g_test_add_func ("/reader/no-file", test_no_file);
  g_test_add_func ("/reader/forced-format", test_forced_format);
  g_test_add_func ("/reader/stop", test_stop);
  g_test_add_func ("/reader/damage", test_damage);

  return g_test_run ();
}
