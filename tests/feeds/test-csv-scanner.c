/* test-csv-scanner.c: one record of a table in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-csv-scanner.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The cells of the first record, between `<` and `>`. */
static char *
scan (const char *text,
      gssize      length,
      gboolean    has_quotes)
{
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (EssaimCsvCell));
  g_autoptr(GString) scratch = g_string_new (NULL);
  GString *result = g_string_new (NULL);
  EssaimCsvExtent extent;

  if (length < 0)
    length = strlen (text);
  g_assert_cmpint (essaim_csv_scan (text, length, TRUE, ',', has_quotes, cells, &extent), ==, ESSAIM_CSV_SCAN_RECORD);
  for (guint i = 0; i < cells->len; i++)
    {
      gsize n;
      const char *cell = essaim_csv_cell_get_text (&g_array_index (cells, EssaimCsvCell, i), scratch, &n);

      g_string_append_printf (result, "<%.*s>", (int) n, cell);
    }

  return g_string_free (result, FALSE);
}

static void
test_cells (void)
{
  static const char * const cases[][2] = {
    { "a,b,c", "<a><b><c>" },
    { "a,,\n", "<a><><>" },
    { "\n", "<>" },
    { ",", "<><>" },
    { "\"a,b\",c\r\nd", "<a,b><c>" },
    { "\"a\nb\",c", "<a\nb><c>" },
    { "\"a\"\"b\"\"\",c", "<a\"b\"><c>" },
    { "\"\",c", "<><c>" },
    { "  \"a\"  ,\"b\"", "<a><b>" },
    { "a\"b\",c", "<a\"b\"><c>" },
    { "\"Le \"Bon\" Coin\",c", "<Le \"Bon\" Coin><c>" },
    { "\"a \\\" b\",c", "<a \\\" b><c>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cells = scan (cases[i][0], -1, TRUE);

      g_assert_cmpstr (cells, ==, cases[i][1]);
    }
}

static void
assert_outcome (const char    *text,
                gboolean       is_last,
                EssaimCsvScan  expected)
{
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (EssaimCsvCell));
  EssaimCsvExtent extent;

  g_assert_cmpint (essaim_csv_scan (text, strlen (text), is_last, ',', TRUE, cells, &extent), ==, expected);
}

static void
test_unbalanced (void)
{
  g_autofree char *cells = scan ("\"a,b\nc,d", -1, FALSE);

  assert_outcome ("\"a,b\nc,d", TRUE, ESSAIM_CSV_SCAN_UNBALANCED);
  assert_outcome ("\"a,b\nc,\"d\",e\n", TRUE, ESSAIM_CSV_SCAN_UNBALANCED);
  assert_outcome ("\"Le Bon\" Coin,b\nc", TRUE, ESSAIM_CSV_SCAN_UNBALANCED);
  g_assert_cmpstr (cells, ==, "<\"a><b>");
}

/* Wherever the text is cut the scanner asks for more, and never says something that more text would change. */
static void
test_cut (void)
{
  static const char text[] = "ab,\"c\"\"d\", \"e\nf\" ,g\r\nnext";
  g_autoptr(GArray) cells = g_array_new (FALSE, FALSE, sizeof (EssaimCsvCell));
  gsize record = strstr (text, "next") - text;

  for (gsize length = 1; length < sizeof text - 1; length++)
    {
      EssaimCsvExtent extent;
      EssaimCsvScan scan_result = essaim_csv_scan (text, length, FALSE, ',', TRUE, cells, &extent);

      g_assert_cmpint (scan_result, ==, length < record ? ESSAIM_CSV_SCAN_NEEDS_MORE : ESSAIM_CSV_SCAN_RECORD);
      if (length < record)
        continue;
      g_assert_cmpuint (extent.bytes, ==, record);
      g_assert_cmpuint (extent.lines, ==, 2);
      g_assert_false (extent.is_cut);
      g_assert_cmpuint (cells->len, ==, 4);
    }
}

static char *
join_row (JsonArray *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (row); i++)
    g_string_append_printf (text, "<%s>", json_array_get_string_element (row, i));

  return g_string_free (text, FALSE);
}

/* The first row of each case of Papa Parse that is read with its defaults. Ours differs on purpose where a quote does
 * not match, and in blanks outside of quotes. */
static void
test_papaparse (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ESSAIM_SHARED"), "suites", "csv-papaparse",
                                            "CORE_PARSER_TESTS.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonArray *cases;
  guint n = 0;

  if (!json_parser_load_from_file (parser, path, NULL))
    {
      g_test_skip ("the shared files are not here");
      return;
    }

  cases = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *object = json_array_get_object_element (cases, i);
      const char *description = json_object_get_string_member (object, "description");
      const char *input = json_object_get_string_member (object, "input");
      JsonArray *rows = json_object_get_array_member (json_object_get_object_member (object, "expected"), "data");
      gboolean is_ours = strstr (description, "no closing quote") != NULL
                         || strstr (description, "invalid trailing quote") != NULL
                         || strstr (description, "whitespace around quotes") != NULL;

      if (json_object_has_member (object, "config") || *input == '\0' || is_ours)
        continue;

      g_autofree char *expected = join_row (json_array_get_array_element (rows, 0));
      g_autofree char *cells = scan (input, -1, TRUE);
      g_test_message ("%s", description);
      g_assert_cmpstr (cells, ==, expected);
      n++;
    }
  g_assert_cmpuint (n, >, 25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-scanner/cells", test_cells);
  g_test_add_func ("/csv-scanner/unbalanced", test_unbalanced);
  g_test_add_func ("/csv-scanner/cut", test_cut);
  g_test_add_func ("/csv-scanner/papaparse", test_papaparse);

  return g_test_run ();
}
