/* test-sync-source.c: ids, titles and addresses of what is imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-error.h"
#include "essaim-sync-source.h"
#include "essaim-sync.h"

static const struct
{
  const char *source;
  const char *id;
  const char *title;
  const char *name;
} sources[] = {
  { "/data/CGET_TiersLieux_2019.csv", "cget-tierslieux-2019", "CGET TiersLieux 2019", "CGET_TiersLieux_2019.csv" },
  { "Médiation numérique.json", "mediation-numerique", "Médiation numérique", "Médiation numérique.json" },
  { "file:///data/lieux%20d%27appui.csv", "lieux-d-appui", "lieux d'appui", "lieux d'appui.csv" },
  { "sans-fin", "sans-fin", "sans-fin", "sans-fin" },
  { "/data/.csv", "csv", ".csv", ".csv" },
  { "/data/???.csv", "feed", "???", "???.csv" },
  { "https://www.data.gouv.fr/fr/datasets/r/0a1b", "data-gouv-fr-0a1b", "0a1b", "https://www.data.gouv.fr/fr/datasets/r/0a1b" },
  { "http://127.0.0.1:8080/a/lieux_2020.csv?x=1", "127-0-0-1-lieux-2020", "lieux 2020",
    "http://127.0.0.1:8080/a/lieux_2020.csv?x=1" },
  { "https://example.org/", "example-org", "example.org", "https://example.org/" },
  { "https://example.org/api/records/", "example-org-records", "records", "https://example.org/api/records/" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *id = essaim_sync_feed_id (sources[i].source);
      g_autofree char *title = essaim_sync_source_get_title (sources[i].source);
      g_autofree char *name = essaim_sync_source_get_name (sources[i].source);

      g_assert_cmpstr (id, ==, sources[i].id);
      g_assert_cmpstr (title, ==, sources[i].title);
      g_assert_cmpstr (name, ==, sources[i].name);
    }
}

/* A password in an address is never told. */
static void
test_password (void)
{
  g_autofree char *name = essaim_sync_source_get_name ("https://moi:secret@example.org/x.csv");
  g_autofree char *title = essaim_sync_source_get_title ("https://moi:secret@example.org/");

  g_assert_null (strstr (name, "secret"));
  g_assert_null (strstr (title, "secret"));
}

static void
test_schemes (void)
{
  static const char * const refused[] = { "ftp://example.org/x.csv", "smb://host/x", "javascript://alert", "data://x" };
  g_autofree char *path = essaim_sync_source_get_uri ("/tmp/a b.csv", NULL);
  g_autofree char *remote = essaim_sync_source_get_uri ("HTTPS://example.org/x", NULL);

  g_assert_cmpstr (path, ==, "file:///tmp/a%20b.csv");
  g_assert_cmpstr (remote, ==, "HTTPS://example.org/x");
  g_assert_true (essaim_sync_source_is_remote ("HTTPS://example.org/x"));
  g_assert_false (essaim_sync_source_is_remote ("https.csv"));

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (EssaimReport) report = essaim_report_new (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (essaim_sync_source_open (refused[i], report, NULL, &error));
      g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync-source/names", test_names);
  g_test_add_func ("/sync-source/password", test_password);
  g_test_add_func ("/sync-source/schemes", test_schemes);

  return g_test_run ();
}
