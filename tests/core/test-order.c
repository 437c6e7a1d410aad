/* test-order.c: stable orders of many rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-order.h"

static int
compare_rows_by_key (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  const guint64 *keys = user_data;
  guint64 key_a = keys[*(const guint32 *) a];
  guint64 key_b = keys[*(const guint32 *) b];

  return key_a < key_b ? -1 : key_a > key_b;
}

static guint64
random_key (GRand *rand,
            guint  shape)
{
  guint64 low = g_rand_int (rand);

  switch (shape)
    {
    case 0: return low % 7;
    case 1: return low;
    case 2: return low << 32;
    case 3: return (guint64) g_rand_int (rand) << 32 | low;
    default: return 42;
    }
}

/* Against a stable sort that compares, for few and many rows, for keys of all sizes, and with many that are equal. */
static void
test_keys (void)
{
  const guint sizes[] = { 0, 1, 2, 47, 48, 49, 1000, 5000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 5; i++)
    {
      guint n = sizes[i / 5];
      g_autofree guint64 *by_row = g_new (guint64, n + 1);
      g_autofree guint64 *keys = g_new (guint64, n + 1);
      g_autofree guint32 *rows = g_new (guint32, n + 1);
      g_autofree guint32 *expected = g_new (guint32, n + 1);

      for (guint row = 0; row < n; row++)
        {
          by_row[row] = keys[row] = random_key (rand, i % 5);
          rows[row] = expected[row] = row;
        }
      essaim_order_by_keys (keys, rows, n);
      g_qsort_with_data (expected, n, sizeof *expected, compare_rows_by_key, by_row);

      g_assert_cmpmem (rows, n * sizeof *rows, expected, n * sizeof *expected);
      for (guint at = 0; at < n; at++)
        g_assert_cmpuint (keys[at], ==, by_row[rows[at]]);
    }
}

/* The lower half takes no part: equal upper halves keep their order, whatever stands below. */
static void
test_upper_half (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint n = 0; n < 3000; n = n * 2 + 1)
    {
      g_autofree guint64 *numbers = g_new (guint64, n + 1);
      g_autofree guint64 *keys = g_new (guint64, n + 1);
      g_autofree guint32 *expected = g_new (guint32, n + 1);

      for (guint i = 0; i < n; i++)
        {
          keys[i] = g_rand_int (rand) % (n < 500 ? 10 : G_MAXUINT32);
          expected[i] = g_rand_int (rand);
          numbers[i] = keys[i] << 32 | expected[i];
        }
      essaim_order_by_upper_half (numbers, n);
      essaim_order_by_keys (keys, expected, n);

      for (guint i = 0; i < n; i++)
        g_assert_cmphex (numbers[i], ==, keys[i] << 32 | expected[i]);
    }
}

static void
assert_order (const char * const *titles,
              const guint32      *expected,
              guint               n)
{
  g_autoptr (EssaimTitles) gathered = essaim_titles_new ();
  g_autofree guint32 *rows = NULL;

  for (guint i = 0; i < n; i++)
    essaim_titles_add (gathered, titles[i]);
  rows = essaim_titles_order (gathered);
  g_assert_cmpmem (rows, n * sizeof *rows, expected, n * sizeof *expected);
}

static void
test_titles_of_french (void)
{
  const char *titles[] = {
    "Zèbre", "école", "« L’Éclat »", "Eau", "ECOLE 2", "Œuvre", "oeuvres", "l'éclat !", "À vélo", NULL, "…",
  };
  const guint32 expected[] = { 9, 10, 8, 3, 1, 4, 2, 7, 5, 6, 0 };

  assert_order (titles, expected, G_N_ELEMENTS (titles));
}

static void
test_blanks_go_first (void)
{
  const char *titles[] = { "lemans", "le mans", "Le  Mans (72)", "le", " - le -" };
  const guint32 expected[] = { 3, 4, 1, 2, 0 };

  assert_order (titles, expected, G_N_ELEMENTS (titles));
}

static void
test_other_letters (void)
{
  const char *titles[] = { "Ω", "Жизнь", "zoo", "Ж¡изнь", "ω" };
  const guint32 expected[] = { 2, 0, 4, 3, 1 };

  assert_order (titles, expected, G_N_ELEMENTS (titles));
}

static int
compare_rows_by_title (gconstpointer a,
                       gconstpointer b,
                       gpointer      user_data)
{
  GPtrArray *titles = user_data;

  return g_strcmp0 (titles->pdata[*(const guint32 *) a], titles->pdata[*(const guint32 *) b]);
}

/* Titles of few letters that agree for long: every depth and every size of a tie. */
static void
test_long_ties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EssaimTitles) gathered = essaim_titles_new ();
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *rows = NULL;

  for (guint32 row = 0; row < 20000; row++)
    {
      guint length = g_rand_int_range (rand, 0, 30);
      char *title = g_malloc0 (length + 1);

      for (guint i = 0; i < length; i++)
        title[i] = g_rand_int_range (rand, 0, 12) == 0 ? 'b' : 'a';
      essaim_titles_add (gathered, title);
      g_ptr_array_add (titles, title);
      g_array_append_val (expected, row);
    }
  rows = essaim_titles_order (gathered);
  g_array_sort_with_data (expected, compare_rows_by_title, titles);

  g_assert_cmpmem (rows, titles->len * sizeof *rows, expected->data, expected->len * sizeof (guint32));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/order/keys", test_keys);
  g_test_add_func ("/order/upper-half", test_upper_half);
  g_test_add_func ("/order/titles-of-french", test_titles_of_french);
  g_test_add_func ("/order/blanks-go-first", test_blanks_go_first);
  g_test_add_func ("/order/other-letters", test_other_letters);
  g_test_add_func ("/order/long-ties", test_long_ties);

  return g_test_run ();
}
