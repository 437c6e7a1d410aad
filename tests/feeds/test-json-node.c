/* test-json-node.c: the members that records have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-node.h"

#include <string.h>

static EssaimJsonNode *
get (EssaimJsonNode *node,
     const char     *key)
{
  return essaim_json_node_get_child (node, key, strlen (key));
}

static void
test_children (void)
{
  g_autoptr(EssaimJsonNode) root = essaim_json_node_new (TRUE);
  EssaimJsonNode *a = get (root, "a");
  EssaimJsonNode *b = get (root, "b");
  EssaimJsonNode *nul = essaim_json_node_get_child (root, "a\0b", 3);

  g_assert_true (a != b && a != nul && b != nul);
  g_assert_true (get (root, "b") == b);
  g_assert_true (get (root, "a") == a);
  g_assert_true (get (root, "b") == b);
  g_assert_true (essaim_json_node_get_child (root, "a\0b", 3) == nul);
  g_assert_true (get (a, "b") != b);
}

static void
test_fields (void)
{
  g_autoptr(EssaimJsonNode) root = essaim_json_node_new (TRUE);
  g_autoptr(EssaimFields) fields = essaim_fields_new ();
  EssaimJsonNode *city = get (get (root, "address"), "city");
  guint field;

  g_assert_false (essaim_json_node_has_field (city, &field));
  g_assert_true (essaim_json_node_find_field (city, fields, &field));
  g_assert_cmpstr (essaim_fields_get_name (fields, field), ==, "address.city");
  g_assert_true (essaim_json_node_has_field (city, &field));

  /* Two ways to the same name are one field. */
  g_assert_true (essaim_json_node_find_field (get (root, "address.city"), fields, &field));
  g_assert_cmpuint (essaim_fields_get_n (fields), ==, 1);
}

static void
test_members (void)
{
  g_autoptr(EssaimJsonNode) root = essaim_json_node_new (TRUE);
  g_autoptr(EssaimJsonNode) bare = essaim_json_node_new (FALSE);

  g_assert_cmpint (essaim_json_node_get_member (get (root, "properties")), ==, ESSAIM_JSON_MEMBER_PROPERTIES);
  g_assert_cmpint (essaim_json_node_get_member (get (bare, "properties")), ==, ESSAIM_JSON_MEMBER_FIELD);
  g_assert_cmpint (essaim_json_node_get_member (get (bare, "geometry")), ==, ESSAIM_JSON_MEMBER_GEOMETRY);
  g_assert_cmpint (essaim_json_node_get_member (get (get (bare, "geometry"), "coordinates")), ==,
                   ESSAIM_JSON_MEMBER_COORDINATES);
  g_assert_cmpint (essaim_json_node_get_member (get (bare, "coordinates")), ==, ESSAIM_JSON_MEMBER_FIELD);
  g_assert_cmpint (essaim_json_node_get_member (get (bare, "label")), ==, ESSAIM_JSON_MEMBER_NAME);
}

/* Names without end are not kept without end. */
static void
test_too_many (void)
{
  g_autoptr(EssaimJsonNode) root = essaim_json_node_new (TRUE);
  guint n = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      n += get (root, key) != NULL;
    }
  g_assert_cmpuint (n, <, 10000);
  g_assert_cmpuint (n, >=, 2000);
  g_assert_nonnull (get (root, "5"));
}

/* Names as long as a book, one below the other: only the start of each counts. */
static void
test_endless_names (void)
{
  g_autoptr(EssaimJsonNode) root = essaim_json_node_new (TRUE);
  g_autoptr(EssaimFields) fields = essaim_fields_new ();
  g_autoptr(GString) name = g_string_new ("x");
  EssaimJsonNode *parent;
  gint64 start;
  guint field;

  for (guint i = 0; i < 512 * 1024; i++)
    g_string_append (name, "é");
  parent = get (root, name->str);
  g_string_append (name, "y");
  g_assert_true (get (root, name->str) == parent);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      g_assert_true (essaim_json_node_find_field (get (parent, key), fields, &field));
      g_assert_true (g_utf8_validate (essaim_fields_get_name (fields, field), -1, NULL));
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

/* However they are spread over the tree. */
static void
test_too_many_below (void)
{
  g_autoptr(EssaimJsonNode) root = essaim_json_node_new (TRUE);
  guint n = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *above = g_strdup_printf ("%u", i / 100);
      g_autofree char *key = g_strdup_printf ("%u", i % 100);
      EssaimJsonNode *parent = get (root, above);

      n += parent != NULL && get (parent, key) != NULL;
    }
  g_assert_cmpuint (n, <, 5000);
  g_assert_cmpuint (n, >=, 2000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-node/children", test_children);
  g_test_add_func ("/json-node/fields", test_fields);
  g_test_add_func ("/json-node/members", test_members);
  g_test_add_func ("/json-node/too-many", test_too_many);
  g_test_add_func ("/json-node/endless-names", test_endless_names);
  g_test_add_func ("/json-node/too-many-below", test_too_many_below);

  return g_test_run ();
}
