/* test-quality-sheet.c: what to mend first, and a document that nothing of a feed can break
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-quality-sheet.h"

#include <glib/gstdio.h>
#include <string.h>

#define INSPECTION "{\"fields\": [" \
                   "{\"name\": \"nom\", \"samples\": [\"<b>Jardin & Cie</b>\", \"Atelier\"], \"filled\": 100," \
                   " \"mapped_to\": \"title\"}," \
                   "{\"name\": \"code\", \"samples\": [], \"filled\": 72, \"mapped_to\": \"insee\"}," \
                   "{\"name\": \"n°\", \"samples\": [\"1\"], \"filled\": 100, \"mapped_to\": \"id\"}," \
                   "{\"name\": \"site\", \"samples\": [], \"filled\": 4, \"mapped_to\": \"website\"}," \
                   "{\"name\": \"vide\", \"samples\": [], \"filled\": 0}]}"

static EssaimReport *
make_report (void)
{
  EssaimReport *report = essaim_report_new ("jardins");

  report->format = g_strdup ("csv");
  report->delimiter = g_strdup ("\t");
  report->date = g_strdup ("2026-11-21T20:10:00Z");
  report->read = 102;
  report->projects = report->sites = 100;
  report->themed = 100;
  report->placed[ESSAIM_PRECISION_COMMUNE] = 50;
  report->placed[ESSAIM_PRECISION_POINT] = 20;
  report->placed[ESSAIM_PRECISION_NONE] = 28;
  report->placed[ESSAIM_PRECISION_DEPARTMENT] = 2;
  essaim_report_warn_with (report, "padded-code", 12, 3, "1004 → <01004>", "Zeros were put back.");
  essaim_report_warn_with (report, "swapped-axes", 1, 0, NULL, "They were exchanged.");
  essaim_report_warn_with (report, "chosen-file", 1, 0, NULL, "One of two files was read.");
  for (guint i = 1; i <= 2; i++)
    essaim_report_refuse (report, 40 + i, "it has no <title>");

  return report;
}

/* Those of @actions must stand in the advice, in that order. */
static void
check_order (GPtrArray          *advice,
             const char * const *actions)
{
  guint next = 0;

  for (guint i = 0; i < advice->len; i++)
    {
      const EssaimQualityAdvice *one = advice->pdata[i];

      g_test_message ("%u: %s %s", one->count, one->action, one->effect);
      g_assert_true (i == 0 || one->count <= ((EssaimQualityAdvice *) advice->pdata[i - 1])->count);
      if (actions[next] != NULL && strstr (one->action, actions[next]) != NULL)
        next++;
    }
  g_assert_null (actions[next]);
}

static void
test_advice (void)
{
  g_autoptr (EssaimReport) report = make_report ();
  g_autoptr (JsonNode) inspection = json_from_string (INSPECTION, NULL);
  const EssaimQualityFacts facts = { "Jardins", NULL, NULL, report, inspection };
  g_autoptr (GPtrArray) advice = essaim_quality_advise (&facts);

  check_order (advice, (const char *[]) { "licence", "description", "date_maj", "latitude", "code", "way round", "text",
                                          "refused", NULL });
  for (guint i = 0; i < advice->len; i++)
    {
      const EssaimQualityAdvice *one = advice->pdata[i];

      if (strstr (one->action, "“code”") != NULL)
        g_assert_cmpuint (one->count, ==, 30);
      if (strstr (one->action, "way round") != NULL)
        g_assert_cmpuint (one->count, ==, 20);
      if (strstr (one->action, "as text") != NULL)
        g_assert_cmpuint (one->count, ==, 12);
      g_assert_null (strstr (one->effect, "two files"));
    }
}

/* Nothing is asked of those who have done all. */
static void
test_nothing (void)
{
  g_autoptr (EssaimReport) report = essaim_report_new ("jardins");
  g_autoptr (JsonNode) inspection
    = json_from_string ("{\"fields\": [{\"name\": \"id\", \"filled\": 5, \"mapped_to\": \"id\", \"samples\": []},"
                        "{\"name\": \"d\", \"filled\": 5, \"mapped_to\": \"summary\", \"samples\": []},"
                        "{\"name\": \"w\", \"filled\": 5, \"mapped_to\": \"page\", \"samples\": []},"
                        "{\"name\": \"u\", \"filled\": 5, \"mapped_to\": \"updated\", \"samples\": []}]}", NULL);
  const EssaimQualityFacts facts = { "Jardins", NULL, "ODbL", report, inspection };
  g_autoptr (GPtrArray) advice = NULL;
  g_autofree char *document = NULL;

  report->read = report->projects = report->sites = report->themed = report->placed[ESSAIM_PRECISION_POINT] = 5;
  advice = essaim_quality_advise (&facts);
  document = essaim_quality_sheet_make (&facts);
  g_assert_cmpuint (advice->len, ==, 0);
  g_assert_nonnull (strstr (document, "Nothing: all"));
}

/* Well-formed as XML is but for what has no end: each element that begins ends. */
static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  GHashTable *counts = user_data;

  g_hash_table_insert (counts, g_strdup (name),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (!g_str_equal (names[i], "src") && !g_str_equal (names[i], "href"));
}

static guint
count (GHashTable *counts,
       const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
}

static void
test_document (void)
{
  static const GMarkupParser parser = { .start_element = start_cb };
  g_autoptr (EssaimReport) report = make_report ();
  g_autoptr (JsonNode) inspection = json_from_string (INSPECTION, NULL);
  const EssaimQualityFacts facts = { "A & <script>B", "file:///home/quelqu%27un/mes%20jardins.csv", NULL, report,
                                     inspection };
  g_autofree char *document = essaim_quality_sheet_make (&facts);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, counts, NULL);
  g_auto (GStrv) metas = g_regex_split_simple ("<!DOCTYPE html>|<meta [^>]*>", document, 0, 0);
  g_autofree char *body = g_strjoinv ("", metas);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (document, -1, NULL));
  g_assert_true (g_str_has_prefix (document, "<!DOCTYPE html>\n<html lang=\"en\">"));
  g_markup_parse_context_parse (context, body, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count (counts, "script"), ==, 0);
  g_assert_cmpuint (count (counts, "b"), ==, 0);
  g_assert_cmpuint (count (counts, "h1"), ==, 1);
  g_assert_cmpuint (count (counts, "h2"), ==, 7);
  g_assert_cmpuint (count (counts, "table"), ==, 6);
  g_assert_cmpuint (count (counts, "caption"), ==, 6);
  g_assert_nonnull (strstr (document, "&lt;b&gt;Jardin &amp; Cie&lt;/b&gt; · Atelier"));
  g_assert_nonnull (strstr (document, "1004 → &lt;01004&gt;"));
  g_assert_nonnull (strstr (document, "<td>41, 42</td>"));
  g_assert_nonnull (strstr (document, "<dd>mes jardins.csv</dd>"));
  g_assert_null (strstr (document, "/home/"));
}

static void
test_file (void)
{
  g_autoptr (EssaimReport) report = make_report ();
  const EssaimQualityFacts facts = { "Jardins", NULL, "ODbL", report, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("essaim-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "jardins.html", NULL);
  g_autofree char *written = NULL;
  g_autofree char *made = essaim_quality_sheet_make (&facts);

  g_assert_true (essaim_quality_sheet_write (path, &facts, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, made);

  g_assert_false (essaim_quality_sheet_write ("/nonexistent/jardins.html", &facts, &error));
  g_assert_nonnull (strstr (error->message, "jardins.html"));

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality-sheet/advice", test_advice);
  g_test_add_func ("/quality-sheet/nothing", test_nothing);
  g_test_add_func ("/quality-sheet/document", test_document);
  g_test_add_func ("/quality-sheet/file", test_file);

  return g_test_run ();
}
