/* test-json-text.c: JSON as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-text.h"

static void
test_text (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"a\":[1,{},[],null,true,\"é\\u0001\\\"\\\\\\n/\"],"
                                                "\"b\":{\"c\":1.5}}", NULL);
  g_autofree char *flat = essaim_json_to_text (node, FALSE), *pretty = essaim_json_to_text (node, TRUE);

  g_assert_cmpstr (flat, ==, "{\"a\":[1,{},[],null,true,\"é\\u0001\\\"\\\\\\n/\"],\"b\":{\"c\":1.5}}");
  g_assert_true (g_str_has_prefix (pretty, "{\n  \"a\": [\n    1,\n    {},\n    [],\n"));
  g_assert_true (g_str_has_suffix (pretty, "  \"b\": {\n    \"c\": 1.5\n  }\n}"));
}

static void
test_null_string (void)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), NULL);
  g_autofree char *text = essaim_json_to_text (node, FALSE);

  g_assert_cmpstr (text, ==, "null");
}

static void
test_numbers (void)
{
  static const struct { double number; const char *text; } numbers[] = {
    { 0, "0" }, { 45.777, "45.777" }, { -0.1, "-0.1" }, { 21667, "21667" }, { 1e22, "1e+22" },
    { 0.1 + 0.2, "0.30000000000000004" }, { G_MAXDOUBLE * 10, "null" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      essaim_json_append_number (out, numbers[i].number);
      g_assert_cmpstr (out->str, ==, numbers[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-text/text", test_text);
  g_test_add_func ("/json-text/null-string", test_null_string);
  g_test_add_func ("/json-text/numbers", test_numbers);

  return g_test_run ();
}
