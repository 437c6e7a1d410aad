/* test-report.c: what became of a refresh, told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-report.h"

#include <string.h>

#include "essaim-json-text.h"

static EssaimReport *
make_report (void)
{
  EssaimReport *report = essaim_report_new ("tiers-lieux");

  report->format = g_strdup ("csv");
  report->encoding = g_strdup ("UTF-8");
  report->delimiter = g_strdup (";");
  report->read = report->added = 3;
  report->projects = 3;
  report->sites = 4;
  report->placed[ESSAIM_PRECISION_POINT] = 2;
  report->placed[ESSAIM_PRECISION_NONE] = 2;
  report->themed = 1;
  report->seconds = 0.31049;
  essaim_report_warn (report, "bad-encoding", 812, "Some letters were lost in the file.");
  essaim_report_warn (report, "bad-encoding", 900, "Another sentence.");
  essaim_report_warn (report, "former-commune", 0, "A code is that of a former commune.");
  essaim_report_refuse (report, 77, "There is no title in “%s”.", "x");

  return report;
}

static void
test_json (void)
{
  g_autoptr (EssaimReport) report = make_report ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  essaim_report_fail (report, ESSAIM_OUTCOME_IMPORTED, "Done.");
  node = essaim_report_to_json (report);
  text = essaim_json_to_text (node, FALSE);

  g_assert_cmpstr (text, ==,
                   "{\"feed\":\"tiers-lieux\",\"outcome\":\"imported\",\"message\":\"Done.\",\"format\":\"csv\","
                   "\"encoding\":\"UTF-8\","
                   "\"delimiter\":\";\",\"read\":3,\"new\":3,\"changed\":0,\"unchanged\":0,\"gone\":0,"
                   "\"refused\":1,\"projects\":3,"
                   "\"sites\":4,\"merged\":0,\"placed\":{\"point\":2,\"street\":0,\"commune\":0,\"postcode\":0,"
                   "\"department\":0,"
                   "\"none\":2},\"themed\":1,\"warnings\":[{\"code\":\"bad-encoding\",\"count\":2,\"first_line\":812,"
                   "\"text\":\"Some letters were lost in the file.\"},{\"code\":\"former-commune\",\"count\":1,"
                   "\"text\":\"A code is that of a former commune.\"}],\"refusals\":[{\"line\":77,"
                   "\"reason\":\"There is no title in “x”.\"}],\"seconds\":0.31}");
}

static void
test_json_unknown (void)
{
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_autoptr (JsonNode) node = essaim_report_to_json (report);
  JsonObject *object = json_node_get_object (node);

  g_assert_false (json_object_has_member (object, "feed"));
  g_assert_false (json_object_has_member (object, "delimiter"));
  g_assert_nonnull (json_object_get_string_member (object, "message"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "warnings")), ==, 0);
}

static void
test_text (void)
{
  g_autoptr (EssaimReport) report = make_report ();
  g_autofree char *text = NULL;

  report->suggested = 1;
  essaim_report_warn_with (report, "padded-code", 12, 3, "1004 → 01004", "Zeros were missing from commune codes.");
  text = essaim_report_to_text (report);

  g_assert_cmpstr (text, ==,
                   "3 records were read: 3 taken, 1 refused.\n"
                   "3 projects at 4 sites.\n"
                   "1 project has a theme. 1 record names none: its theme is suggested by the words of its texts.\n"
                   "Positions:\n"
                   "  Exact point: 2\n"
                   "  No position: 2\n"
                   "To know:\n"
                   "  Some letters were lost in the file. (2 times, first at line 812)\n"
                   "  A code is that of a former commune.\n"
                   "  Zeros were missing from commune codes. Example: 1004 → 01004. (12 times, first at line 3)\n"
                   "1 record refused:\n"
                   "  1: There is no title in “x”. (line 77)");
}

static void
test_text_of_json (void)
{
  g_autoptr (EssaimReport) report = essaim_report_new ("x");
  g_autofree char *text = NULL;

  report->format = g_strdup ("json");
  report->encoding = g_strdup ("Windows-1252");
  report->read = 5;
  report->changed = 1;
  report->unchanged = 4;
  essaim_report_warn (report, "far-point", 3, "Far.");
  text = essaim_report_to_text (report);

  g_assert_true (g_str_has_prefix (text, "5 records were read: 1 changed, 4 unchanged.\n"
                                         "The accents of this file are written in an older way (Windows-1252); "));
  g_assert_nonnull (strstr (text, "Far. (record no. 3)"));
}

static void
test_example (void)
{
  g_autoptr (EssaimReport) report = essaim_report_new ("x");
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  essaim_report_warn (report, "a", 4, "First.");
  essaim_report_warn_with (report, "a", 6, 9, "b → c", "Second.");
  essaim_report_warn_with (report, "a", 1, 10, "d → e", "Third.");
  node = essaim_report_to_json (report);
  text = essaim_json_to_text (node, FALSE);

  g_assert_nonnull (strstr (text, "[{\"code\":\"a\",\"count\":8,\"first_line\":4,\"example\":\"b → c\",\"text\":\"First.\"}]"));
}

static void
test_many_refusals (void)
{
  g_autoptr (EssaimReport) report = essaim_report_new ("x");
  g_autofree char *text = NULL;

  essaim_report_refuse (report, 0, "It is odd.");
  for (guint i = 1; i <= 1500; i++)
    essaim_report_refuse (report, i, "It is broken.");
  text = essaim_report_to_text (report);

  g_assert_cmpuint (report->refused, ==, 1501);
  g_assert_cmpuint (report->refusals->len, ==, ESSAIM_REPORT_MAX_REFUSALS);
  g_assert_nonnull (strstr (text, "1501 records refused:\n"
                                  "  999: It is broken. (lines 1, 2, 3, 4, 5 …)\n"
                                  "  1: It is odd.\n"
                                  "  … and 501 more."));
}

static void
test_outcomes (void)
{
  static const char * const codes[] = { "imported", "unchanged", "refused", "failed", "needs-confirmation" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (EssaimReport) report = essaim_report_new ("x");
      g_autofree char *text = NULL;

      g_assert_cmpstr (essaim_outcome_to_code ((EssaimOutcome) i), ==, codes[i]);
      essaim_report_fail (report, (EssaimOutcome) i, "First.");
      essaim_report_fail (report, (EssaimOutcome) i, NULL);
      text = essaim_report_to_text (report);
      g_assert_cmpuint (strlen (text), >, 10);
      essaim_report_fail (report, (EssaimOutcome) i, "Last.");
      g_assert_cmpstr (report->message, ==, "Last.");
    }
}

/* What was written comes back; what anybody else wrote does no harm. */
static void
test_from_json (void)
{
  static const char * const odd[] = {
    "[]", "3", "{}", "{\"outcome\": 3}", "{\"outcome\": \"eaten\"}",
  };
  static const char *poor = "{\"outcome\": \"imported\", \"read\": -4, \"new\": \"many\", \"placed\": [], \"warnings\": [3, {}, "
                            "{\"code\": \"a-b\", \"text\": null}], \"refusals\": [null, {\"line\": 2}], \"bytes\": 1e300}";
  g_autoptr (EssaimReport) report = make_report ();
  g_autoptr (EssaimReport) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *written = NULL;

  report->bytes = 2500000;
  node = essaim_report_to_json (report);
  written = essaim_json_to_text (node, FALSE);
  again = essaim_report_from_json (node);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->bytes, ==, 2500000);
  g_assert_cmpuint (again->placed[ESSAIM_PRECISION_NONE], ==, 2);
  g_assert_cmpuint (((EssaimWarning *) again->warnings->pdata[0])->count, ==, 2);
  g_assert_cmpuint (((EssaimRefusal *) again->refusals->pdata[0])->line, ==, 77);
  {
    g_autoptr (JsonNode) second = essaim_report_to_json (again);
    g_autofree char *rewritten = essaim_json_to_text (second, FALSE);

    g_assert_cmpstr (rewritten, ==, written);
  }

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (JsonNode) other = json_from_string (odd[i], NULL);

      g_assert_null (essaim_report_from_json (other));
    }
  {
    g_autoptr (JsonNode) other = json_from_string (poor, NULL);
    g_autoptr (EssaimReport) empty = essaim_report_from_json (other);

    g_assert_nonnull (empty);
    g_assert_cmpuint (empty->read + empty->added + empty->warnings->len + empty->refusals->len, ==, 0);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/json", test_json);
  g_test_add_func ("/report/json-unknown", test_json_unknown);
  g_test_add_func ("/report/from-json", test_from_json);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/text-of-json", test_text_of_json);
  g_test_add_func ("/report/example", test_example);
  g_test_add_func ("/report/many-refusals", test_many_refusals);
  g_test_add_func ("/report/outcomes", test_outcomes);

  return g_test_run ();
}
