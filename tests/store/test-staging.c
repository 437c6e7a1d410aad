/* test-staging.c: rows and staging
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-fixture.h"

#include "essaim-staging.h"
#include "essaim-store-error.h"

static void
test_row (void)
{
  static const Row source = { "1", "Atelier vélo", "Réparer", NULL, "Thiers", "63430", "63300", 45.85, 3.55, 0, TRUE };
  g_autoptr (EssaimProject) project = row_to_project (&source);
  g_autoptr (GString) declared = g_string_new (NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  EssaimRow row, read;

  g_ptr_array_add (project->declared, g_strdup ("mayotte"));
  g_ptr_array_add (project->declared, g_strdup ("region:84"));
  essaim_row_read_project (&row, project, "", NULL, declared);
  g_assert_null (row.texts[ESSAIM_ROW_SOURCE_ID]);
  g_assert_cmpstr (row.texts[ESSAIM_ROW_DECLARED], ==, "mayotte\nregion:84");

  essaim_row_write (&row, bytes);
  essaim_row_read (&read, bytes->data);
  for (guint i = 0; i < ESSAIM_N_ROW_TEXTS; i++)
    g_assert_cmpstr (read.texts[i], ==, row.texts[i]);
  g_assert_cmpmem (&read.numbers, sizeof read.numbers, &row.numbers, sizeof row.numbers);
  g_assert_cmphex (essaim_row_hash_title (&read), ==, essaim_row_hash_title (&row));
  g_assert_cmphex (essaim_row_fingerprint (&read, 1), ==, essaim_row_fingerprint (&row, 1));
}

static guint64
get_fingerprint (const Row *source)
{
  g_autoptr (EssaimProject) project = row_to_project (source);
  g_autoptr (GString) declared = g_string_new (NULL);
  EssaimRow row;

  essaim_row_read_project (&row, project, source->id, NULL, declared);
  return essaim_row_fingerprint (&row, essaim_row_hash_title (&row));
}

static void
test_row_fingerprint (void)
{
  const Row row = { "1", "Atelier vélo", "Réparer", "Les Roues", "Thiers", "63430", "63300", 45.85, 3.55, 0, TRUE };
  Row same = row, other = row, elsewhere = row;

  same.id = "other id";
  same.title = "  ATELIER Velo!";
  same.summary = "Told anew";
  same.lat = 45.850001;
  other.title = "Atelier vélos";
  elsewhere.postcode = "63301";
  g_assert_cmphex (get_fingerprint (&same), ==, get_fingerprint (&row));
  g_assert_cmphex (get_fingerprint (&other), !=, get_fingerprint (&row));
  g_assert_cmphex (get_fingerprint (&elsewhere), !=, get_fingerprint (&row));
}

static void
test_theme_hows (void)
{
  EssaimThemeHow some[ESSAIM_N_THEMES] = { ESSAIM_THEME_HOW_CODE, ESSAIM_THEME_HOW_NONE, ESSAIM_THEME_HOW_KEYWORD };
  EssaimThemeHow others[ESSAIM_N_THEMES] = { ESSAIM_THEME_HOW_KEYWORD, ESSAIM_THEME_HOW_PERSON };
  EssaimThemeHow joined[ESSAIM_N_THEMES];

  some[15] = ESSAIM_THEME_HOW_GIVEN;
  essaim_theme_hows_unpack (essaim_theme_hows_join (essaim_theme_hows_pack (some), essaim_theme_hows_pack (others)),
                            joined);
  g_assert_cmpuint (joined[0], ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmpuint (joined[1], ==, ESSAIM_THEME_HOW_PERSON);
  g_assert_cmpuint (joined[2], ==, ESSAIM_THEME_HOW_KEYWORD);
  g_assert_cmpuint (joined[3], ==, ESSAIM_THEME_HOW_NONE);
  g_assert_cmpuint (joined[15], ==, ESSAIM_THEME_HOW_GIVEN);
  g_assert_cmphex (essaim_theme_hows_get_set (essaim_theme_hows_pack (joined)), ==, 0x8007);
}

static EssaimStaging *
stage (const Row    *rows,
       gsize         n,
       EssaimReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) declared = g_string_new (NULL);
  EssaimStaging *staging = essaim_staging_new (NULL, "f", &error);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (EssaimProject) project = row_to_project (&rows[i]);
      EssaimRow row;

      essaim_row_read_project (&row, project, rows[i].id, NULL, declared);
      essaim_staging_add (staging, &row, (guint) i, &error);
    }
  essaim_staging_group (staging, report, &error);
  g_assert_no_error (error);

  return staging;
}

static char *
get_id (EssaimStaging *staging,
        guint          n)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  EssaimRow row;

  essaim_staging_read (staging, n, bytes, &row, &error);
  g_assert_no_error (error);
  return essaim_staging_get_id (staging, n, &row);
}

static void
test_staging_chains (void)
{
  static const Row rows[] = {
    { .id = "a", .title = "Un" }, { .id = "b", .title = "Deux" }, { .id = "a", .title = "un", .commune = "Thiers" },
    { .id = "b", .title = "Deux" }, { .id = "a" },
  };
  g_autoptr (EssaimReport) report = essaim_report_new ("f");
  g_autoptr (EssaimStaging) staging = stage (rows, G_N_ELEMENTS (rows), report);

  g_assert_cmpuint (essaim_staging_get_n (staging), ==, 5);
  g_assert_cmpuint (report->warnings->len, ==, 0);
  g_assert_cmpuint (essaim_staging_get (staging, 0)->flags, ==, ESSAIM_STAGED_HEAD | ESSAIM_STAGED_HAS_SITE);
  g_assert_cmpuint (essaim_staging_get (staging, 0)->next, ==, 2);
  g_assert_cmpuint (essaim_staging_get (staging, 2)->next, ==, 4);
  g_assert_cmpuint (essaim_staging_get (staging, 2)->flags, ==, ESSAIM_STAGED_HAS_SITE);
  g_assert_cmpuint (essaim_staging_get (staging, 4)->next, ==, ESSAIM_NONE);
  g_assert_cmpuint (essaim_staging_get (staging, 1)->next, ==, 3);
  g_assert_cmpuint (essaim_staging_get (staging, 3)->flags, ==, ESSAIM_STAGED_HAS_SITE | ESSAIM_STAGED_REPEAT);
}

/* Rows of one fingerprint have numbers that do not depend on their order. */
static void
test_staging_fingerprints (void)
{
  const Row rows[] = {
    { .title = "Fablab", .summary = "premier" },
    { .title = "Fablab", .summary = "second" }, { .title = "Fablab", .summary = "second" },
    { .summary = "sans titre" }, { .summary = "sans nom" },
  };
  const Row turned[] = { rows[4], rows[3], rows[2], rows[1], rows[0] };
  g_autoptr (EssaimReport) report = essaim_report_new ("f");
  g_autoptr (EssaimStaging) staging = stage (rows, 5, report);
  g_autoptr (EssaimStaging) other = stage (turned, 5, report);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 5; i++)
    {
      char *id = get_id (staging, i);
      g_autofree char *other_id = get_id (other, 4 - i);

      g_assert_true (g_str_has_prefix (id, "f:~"));
      /* Two rows are the same to the letter: either may have either number. */
      if (i != 1 && i != 2)
        g_assert_cmpstr (id, ==, other_id);
      g_assert_true (g_hash_table_add (ids, id));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row", test_row);
  g_test_add_func ("/row/fingerprint", test_row_fingerprint);
  g_test_add_func ("/row/theme-hows", test_theme_hows);
  g_test_add_func ("/staging/chains", test_staging_chains);
  g_test_add_func ("/staging/fingerprints", test_staging_fingerprints);

  return g_test_run ();
}
