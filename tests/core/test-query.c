/* test-query.c: a question, as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-query.h"

#include <math.h>

static EssaimQuery *
make_full_query (void)
{
  EssaimQuery *query = essaim_query_new ();

  query->text = g_strdup ("mobilité");
  query->themes = 5;
  query->challenges = 2;
  query->kinds = 1;
  query->audiences = 8;
  g_ptr_array_add (query->territories, g_strdup ("mayotte"));
  g_ptr_array_add (query->sources, g_strdup ("feed"));
  g_ptr_array_add (query->statuses, g_strdup ("en cours"));
  query->near_lat = 45;
  query->near_lon = 3;
  query->within_km = 10;
  query->west = 1;
  query->south = 2;
  query->east = 3;
  query->north = 4;
  query->placed = ESSAIM_PLACED_NO;
  query->since = g_strdup ("2024-01-01");
  query->sort = ESSAIM_SORT_DISTANCE;

  return query;
}

static void
test_new_is_empty (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  g_assert_true (essaim_query_is_empty (query));
  g_assert_false (essaim_query_has_text (query));
  g_assert_false (essaim_query_has_near (query));
  g_assert_false (essaim_query_has_box (query));
}

static void
test_copy_equals (void)
{
  g_autoptr (EssaimQuery) query = make_full_query ();
  g_autoptr (EssaimQuery) copy = essaim_query_copy (query);
  g_autoptr (EssaimQuery) empty = essaim_query_new ();
  g_autoptr (EssaimQuery) other_empty = essaim_query_copy (empty);

  g_assert_true (essaim_query_equal (query, copy));
  g_assert_true (copy->text != query->text);
  g_assert_true (copy->territories != query->territories);
  g_assert_true (essaim_query_equal (empty, other_empty));
  g_assert_false (essaim_query_equal (query, empty));
  g_assert_false (essaim_query_is_empty (query));
}

static void
change (EssaimQuery *query,
        guint        member)
{
  switch (member)
    {
    case 0: query->text[0] = 'M'; break;
    case 1: query->themes = 4; break;
    case 2: query->challenges = 1; break;
    case 3: query->kinds = 2; break;
    case 4: query->audiences = 1; break;
    case 5: g_ptr_array_add (query->territories, g_strdup ("figeac")); break;
    case 6: g_ptr_array_set_size (query->sources, 0); break;
    case 7: g_ptr_array_set_size (query->statuses, 0); break;
    case 8: query->near_lat = NAN; break;
    case 9: query->near_lon = 4; break;
    case 10: query->within_km = 0; break;
    case 11: query->west = NAN; break;
    case 12: query->south = 0; break;
    case 13: query->east = 0; break;
    case 14: query->north = 0; break;
    case 15: query->placed = ESSAIM_PLACED_ANY; break;
    case 16: g_clear_pointer (&query->since, g_free); break;
    case 17: query->sort = ESSAIM_SORT_TITLE; break;
    default: g_assert_not_reached ();
    }
}

static void
test_each_member_counts (void)
{
  g_autoptr (EssaimQuery) query = make_full_query ();

  for (guint member = 0; member <= 17; member++)
    {
      g_autoptr (EssaimQuery) changed = essaim_query_copy (query);

      change (changed, member);
      g_assert_false (essaim_query_equal (query, changed));
    }
}

static void
test_text_needs_letters (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  query->text = g_strdup (" « ! » ");
  g_assert_false (essaim_query_has_text (query));
  g_assert_true (essaim_query_is_empty (query));

  g_free (query->text);
  query->text = g_strdup ("« é »");
  g_assert_true (essaim_query_has_text (query));
  g_assert_false (essaim_query_is_empty (query));
}

/* To measure from a point does not leave anything out; a circle does. */
static void
test_near_alone_is_empty (void)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  query->near_lat = 45;
  query->near_lon = 3;
  query->sort = ESSAIM_SORT_DISTANCE;
  g_assert_true (essaim_query_is_empty (query));

  query->within_km = 1;
  g_assert_false (essaim_query_is_empty (query));
}

static void
test_sort_codes (void)
{
  EssaimSort sort = ESSAIM_SORT_RECENT;

  g_assert_false (essaim_sort_from_code ("size", &sort));
  g_assert_false (essaim_sort_from_code (NULL, &sort));
  g_assert_cmpint (sort, ==, ESSAIM_SORT_RECENT);

  g_assert_true (essaim_sort_from_code ("relevance", &sort));
  g_assert_cmpint (sort, ==, ESSAIM_SORT_RELEVANCE);
  g_assert_true (essaim_sort_from_code ("title", &sort));
  g_assert_cmpint (sort, ==, ESSAIM_SORT_TITLE);
  g_assert_true (essaim_sort_from_code ("recent", &sort));
  g_assert_cmpint (sort, ==, ESSAIM_SORT_RECENT);
  g_assert_true (essaim_sort_from_code ("distance", &sort));
  g_assert_cmpint (sort, ==, ESSAIM_SORT_DISTANCE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/new-is-empty", test_new_is_empty);
  g_test_add_func ("/query/copy-equals", test_copy_equals);
  g_test_add_func ("/query/each-member-counts", test_each_member_counts);
  g_test_add_func ("/query/text-needs-letters", test_text_needs_letters);
  g_test_add_func ("/query/near-alone-is-empty", test_near_alone_is_empty);
  g_test_add_func ("/query/sort-codes", test_sort_codes);

  return g_test_run ();
}
