/* test-feed-told.c: what a person says of a feed in its mapping, and what is said to them of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  EssaimReport  *report;
  EssaimMapping *mapping;
  GPtrArray     *projects;   /* (element-type EssaimProject) */
} Outcome;

static EssaimReference *reference;

static void
outcome_clear (Outcome *outcome)
{
  essaim_report_free (outcome->report);
  g_clear_object (&outcome->mapping);
  g_ptr_array_unref (outcome->projects);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static gboolean
keep_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  Outcome *outcome = user_data;

  g_ptr_array_add (outcome->projects, essaim_project_ref (read->project));

  return TRUE;
}

static Outcome
read_text (const char    *text,
           gssize         length,
           EssaimMapping *mapping)
{
  Outcome outcome = {
    essaim_report_new ("test"), NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref),
  };
  EssaimFeedOptions options = { .mapping = mapping };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("essaim-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, length, &error));
  essaim_feed_reader_read (path, &options, reference, keep_cb, &outcome, outcome.report, &outcome.mapping, NULL,
                           &error);
  g_assert_no_error (error);
  g_unlink (path);

  return outcome;
}

static EssaimProject *
project (Outcome *outcome,
         guint    i)
{
  g_assert_cmpuint (i, <, outcome->projects->len);

  return outcome->projects->pdata[i];
}

static EssaimMapping *
parse_mapping (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  EssaimMapping *mapping = essaim_mapping_from_json (node, &error);

  g_assert_no_error (error);

  return mapping;
}

static const EssaimWarning *
find_warning (const Outcome *outcome,
              const char    *code)
{
  for (guint i = 0; i < outcome->report->warnings->len; i++)
    {
      const EssaimWarning *warning = outcome->report->warnings->pdata[i];

      if (g_str_equal (warning->code, code))
        return warning;
    }

  return NULL;
}

/* Words give values; exceptions, whole words, accents, and who comes first. */
static void
test_value_rules (void)
{
  g_autoptr (EssaimMapping) mapping = parse_mapping (
    "{\"fields\": {\"title\": [\"nom\"], \"status\": [\"etat\"]}, \"constants\": {\"kind\": \"project\"},"
    " \"values\": {\"themes\": [{\"columns\": [\"texte\"], \"terms\": [\"Vélo\"], \"except\": [\"vélo d’appartement\"],"
    "   \"gives\": \"mobilité\"}, {\"columns\": [\"texte\", \"nom\"], \"terms\": [\"potager\"], \"gives\": \"alimentation\"}],"
    "  \"kind\": [{\"columns\": [\"nom\"], \"terms\": [\"atelier\"], \"gives\": \"place\"}],"
    "  \"audiences\": [{\"columns\": [\"texte\"], \"terms\": [\"ados\"], \"gives\": \"jeunes\"}],"
    "  \"status\": [{\"columns\": [\"etat\"], \"terms\": [\"1\"], \"gives\": \"ouvert\"},"
    "             {\"columns\": [\"etat\"], \"terms\": [\"1\", \"2\"], \"gives\": \"fermé\"}]}}");
  g_auto (Outcome) outcome = read_text ("nom;texte;etat\n"
                                        "Un Atelier;réparer son VELO avec des ados;1\n"
                                        "B;un vélo d'appartement;2\n"
                                        "Potager;vélocité;3\n", -1, mapping);
  EssaimThemeSet first = essaim_project_get_theme_set (project (&outcome, 0));
  EssaimThemeSet third = essaim_project_get_theme_set (project (&outcome, 2));

  g_assert_cmpuint (outcome.projects->len, ==, 3);
  g_assert_cmpint (project (&outcome, 0)->kind, ==, ESSAIM_KIND_PLACE);
  g_assert_cmpint (project (&outcome, 1)->kind, ==, ESSAIM_KIND_PROJECT);
  g_assert_cmpstr (project (&outcome, 0)->status, ==, "ouvert");
  g_assert_cmpstr (project (&outcome, 1)->status, ==, "fermé");
  g_assert_cmpstr (project (&outcome, 2)->status, ==, "3");
  g_assert_cmpuint (project (&outcome, 0)->audiences, ==, 1u << ESSAIM_AUDIENCE_JEUNES);
  g_assert_cmphex (first, !=, 0);
  g_assert_cmphex (third, !=, 0);
  g_assert_cmphex (first & third, ==, 0);
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      g_assert_cmpint (project (&outcome, 0)->themes[i], !=, ESSAIM_THEME_HOW_SUGGESTED);
      g_assert_cmpint (project (&outcome, 1)->themes[i], <=, ESSAIM_THEME_HOW_SUGGESTED);
    }
}

/* What would be guessed wrongly may be said. */
static void
test_habits (void)
{
  g_autoptr (EssaimMapping) mapping = parse_mapping (
    "{\"fields\": {\"title\": [\"nom\"], \"since\": [\"jour\"], \"funding\": [\"montant\"], \"audiences\": [\"public\"]},"
    " \"separators\": {\"audiences\": \"+\"}, \"dates\": \"month-first\", \"decimal\": \",\"}");
  g_auto (Outcome) outcome = read_text ("nom;jour;montant;public\n"
                                        "A;3/4/2020;1.500;jeunes+seniors\n"
                                        "B;2021-02-03;1.234,5;femmes\n", -1, mapping);
  const EssaimSite *first = project (&outcome, 0)->sites->pdata[0];
  const EssaimSite *second = project (&outcome, 1)->sites->pdata[0];

  g_assert_cmpstr (project (&outcome, 0)->since, ==, "2020-03-04");
  g_assert_cmpstr (project (&outcome, 1)->since, ==, "2021-02-03");
  g_assert_cmpfloat (first->funding_eur, ==, 1500);
  g_assert_cmpfloat (second->funding_eur, ==, 1234.5);
  g_assert_cmpuint (project (&outcome, 0)->audiences, ==, 1u << ESSAIM_AUDIENCE_JEUNES | 1u << ESSAIM_AUDIENCE_SENIORS);
}

/* A guess is kept while its fields are there; what was renamed is said, what is new is read. */
static void
test_kept_guess (void)
{
  g_auto (Outcome) before = read_text ("nom;detail;ville\nFab;Un atelier;Moulins\n", -1, NULL);
  g_auto (Outcome) after = { NULL };
  const EssaimWarning *missing;

  essaim_mapping_set_guessed (before.mapping, TRUE);
  after = read_text ("titre;detail;ville;courriel\nFab;Un atelier;Moulins;a@b.example\n", -1, before.mapping);
  missing = find_warning (&after, "missing-field");

  g_assert_true (essaim_mapping_is_guessed (after.mapping));
  g_assert_cmpstr (project (&after, 0)->title, ==, "Fab");
  g_assert_cmpstr (project (&after, 0)->email, ==, "a@b.example");
  g_assert_nonnull (missing);
  g_assert_cmpuint (missing->count, ==, 1);
  g_assert_nonnull (strstr (missing->text, "“nom”"));
  g_assert_nonnull (strstr (missing->text, "“titre”"));
  g_assert_null (find_warning (&before, "missing-field"));
}

/* Each field that was renamed or lost is named, once, in one sentence for each fate. */
static void
test_renamed (void)
{
  g_auto (Outcome) before = read_text ("id;nom;detail;ville;siret\n1;Fab;Un atelier;Moulins;13002526500013\n", -1, NULL);
  g_auto (Outcome) after = { NULL };
  const EssaimWarning *renamed;
  const EssaimWarning *lost;

  essaim_mapping_set_guessed (before.mapping, TRUE);
  after = read_text ("identifiant;titre;detail;commune\n1;Fab;Un atelier;Moulins\n", -1, before.mapping);
  renamed = find_warning (&after, "missing-field");
  lost = find_warning (&after, "lost-field");

  g_assert_nonnull (strstr (renamed->text, "3 fields"));
  g_assert_nonnull (strstr (renamed->text, "“id” → “identifiant”"));
  g_assert_nonnull (strstr (renamed->text, "“nom” → “titre”"));
  g_assert_nonnull (strstr (renamed->text, "“ville” → “commune”"));
  g_assert_cmpuint (renamed->count, ==, 1);
  g_assert_nonnull (strstr (lost->text, "“siret”"));
}

/* Of what a person wrote, each field that is not there is counted. */
static void
test_missing_fields (void)
{
  g_autoptr (EssaimMapping) mapping = parse_mapping (
    "{\"fields\": {\"title\": [\"nom\"], \"email\": [\"mel\"]},"
    " \"values\": {\"kind\": [{\"columns\": [\"genre\"], \"terms\": [\"x\"], \"gives\": \"place\"}]}}");
  g_auto (Outcome) outcome = read_text ("nom;ville\nFab;Moulins\n", -1, mapping);

  g_assert_cmpuint (find_warning (&outcome, "missing-field")->count, ==, 2);
  g_assert_nonnull (strstr (find_warning (&outcome, "missing-field")->text, "“mel”"));
}

/* What `inspect` prints is a mapping as a whole, too. */
static void
test_inspected_mapping (void)
{
  g_autoptr (EssaimMapping) mapping = parse_mapping (
    "{\"format\": \"csv\", \"fields\": [{\"name\": \"a\"}], \"mapping\": {\"fields\": {\"title\": [\"b\"]}, \"constants\": {}}}");
  g_auto (Outcome) outcome = read_text ("a;b\n1;2e titre\n", -1, mapping);

  g_assert_cmpstr (project (&outcome, 0)->title, ==, "2e titre");
}

/* Written twice throughout: put right and said; in part: left alone. */
static void
test_mojibake (void)
{
  g_auto (Outcome) whole = read_text ("nom;ville\nÃ‰cole du cÅ“ur;MontluÃ§on\nAtelier dâ€™Ã©tÃ©;Moulins\n", -1, NULL);
  g_auto (Outcome) part = read_text ("nom;ville\nÃ‰cole;Montluçon\n", -1, NULL);

  g_assert_cmpstr (project (&whole, 0)->title, ==, "École du cœur");
  g_assert_cmpstr (project (&whole, 1)->title, ==, "Atelier d’été");
  g_assert_cmpstr (find_warning (&whole, "mojibake")->example, ==, "Ã‰cole → École");
  g_assert_cmpuint (find_warning (&whole, "mojibake")->first_line, ==, 2);
  g_assert_cmpstr (whole.report->encoding, ==, "UTF-8");
  g_assert_cmpstr (project (&part, 0)->title, ==, "Ã‰cole");
  g_assert_null (find_warning (&part, "mojibake"));
}

/* A mark that was written twice, too, is no part of the first name. */
static void
test_mojibake_of_mark (void)
{
  g_auto (Outcome) outcome = read_text ("ï»¿nom;ville\nÃ‰cole;Moulins\n", -1, NULL);

  g_assert_cmpstr (essaim_mapping_get_fields (outcome.mapping, ESSAIM_TARGET_TITLE)[0], ==, "nom");
  g_assert_cmpstr (project (&outcome, 0)->title, ==, "École");
}

static void
append_times (GString    *text,
              guint       n,
              const char *piece)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

/* Text that would freeze a list, or reorder it, is made harmless. */
static void
test_hostile_text (void)
{
  g_autoptr (GString) text = g_string_new ("nom;description\n");
  g_auto (Outcome) outcome = { NULL };

  append_times (text, 1024 * 1024, "a");
  g_string_append (text, ";x\ne");
  append_times (text, 100000, "\314\201");
  g_string_append (text, ";y\nabc\342\200\256txt\342\201\246\001z;\"");
  append_times (text, 100000, "\n");
  g_string_append (text, "fin\"\n");
  outcome = read_text (text->str, text->len, NULL);

  g_assert_cmpuint (outcome.projects->len, ==, 3);
  g_assert_cmpuint (g_utf8_strlen (project (&outcome, 0)->title, -1), <=, 300);
  g_assert_cmpuint (g_utf8_strlen (project (&outcome, 1)->title, -1), <=, 20);
  g_assert_cmpstr (project (&outcome, 2)->title, ==, "abctxtz");
  g_assert_cmpuint (strlen (project (&outcome, 2)->description), <=, 10);
}

/* 2,000 columns, and names that mean nothing: quickly done. */
static void
test_wide_table (void)
{
  g_autoptr (GString) text = g_string_new ("nom");
  g_auto (Outcome) outcome = { NULL };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (text, ";c%u", i);
  for (guint row = 0; row < 100; row++)
    {
      g_string_append_printf (text, "\nProjet %u", row);
      for (guint i = 1; i < 2000; i++)
        g_string_append_printf (text, ";%u-%u", i, row);
    }
  outcome = read_text (text->str, text->len, NULL);

  g_assert_cmpuint (outcome.projects->len, ==, 100);
  g_assert_cmpstr (project (&outcome, 99)->title, ==, "Projet 99");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/told/value-rules", test_value_rules);
  g_test_add_func ("/told/habits", test_habits);
  g_test_add_func ("/told/kept-guess", test_kept_guess);
  g_test_add_func ("/told/renamed", test_renamed);
  g_test_add_func ("/told/missing-fields", test_missing_fields);
  g_test_add_func ("/told/inspected-mapping", test_inspected_mapping);
  g_test_add_func ("/told/mojibake", test_mojibake);
  g_test_add_func ("/told/mojibake-of-mark", test_mojibake_of_mark);
  g_test_add_func ("/told/hostile-text", test_hostile_text);
  g_test_add_func ("/told/wide-table", test_wide_table);

  int status = g_test_run ();
  g_object_unref (reference);

  return status;
}
