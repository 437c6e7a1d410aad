/* test-json-path.c: names of members, joined by dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-path.h"

static void
test_last (void)
{
  g_assert_cmpstr (essaim_json_path_get_last ("result.records"), ==, "records");
  g_assert_cmpstr (essaim_json_path_get_last ("features"), ==, "features");
  g_assert_cmpstr (essaim_json_path_get_last (""), ==, "");
}

static void
test_enter (void)
{
  g_autoptr(GString) path = g_string_new ("result.fields");
  g_autofree char *name = g_strnfill (ESSAIM_JSON_PATH_MAX - 6, 'x');

  essaim_json_path_enter (path, 6, "records", 7);
  g_assert_cmpstr (path->str, ==, "result.records");
  essaim_json_path_enter (path, 0, "data", 4);
  g_assert_cmpstr (path->str, ==, "data");

  /* Too long for a dot and one more character. */
  essaim_json_path_enter (path, 0, name, ESSAIM_JSON_PATH_MAX - 6);
  essaim_json_path_enter (path, path->len, "12345", 5);
  g_assert_true (essaim_json_path_is_whole (path));
  essaim_json_path_enter (path, path->len, "name", 4);
  g_assert_false (essaim_json_path_is_whole (path));
  essaim_json_path_enter (path, path->len, "name", 4);
  g_assert_cmpuint (path->len, ==, ESSAIM_JSON_PATH_MAX + 1);
}

/* A path may be hashed in parts. */
static void
test_hash (void)
{
  guint hash = essaim_json_path_hash (ESSAIM_JSON_PATH_NO_HASH, "result", 6);

  g_assert_cmpuint (essaim_json_path_hash (hash, ".records", 8), ==,
                    essaim_json_path_hash (ESSAIM_JSON_PATH_NO_HASH, "result.records", 14));
  g_assert_cmpuint (hash, !=, essaim_json_path_hash (ESSAIM_JSON_PATH_NO_HASH, "results", 7));
  g_assert_cmpuint (hash, !=, essaim_json_path_hash (ESSAIM_JSON_PATH_NO_HASH, "result\0", 7));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-path/last", test_last);
  g_test_add_func ("/json-path/enter", test_enter);
  g_test_add_func ("/json-path/hash", test_hash);

  return g_test_run ();
}
