/* test-matcher.c: pairs among many records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "essaim-matcher.h"
#include "match-world.h"

#define N_SMALL 80
#define N_WORLD 400
#define N_MANY 50000

static GArray *
find_pairs (const EssaimTraits *traits,
            guint               n)
{
  g_autoptr (GError) error = NULL;
  GArray *pairs = match_world_find_pairs (traits, n, NULL, &error);

  g_assert_no_error (error);

  return pairs;
}

static void
test_empty (void)
{
  g_autoptr (GArray) pairs = find_pairs (NULL, 0);

  g_assert_cmpuint (pairs->len, ==, 0);
}

static void
test_order_of_pairs (void)
{
  g_autofree EssaimTraits *traits = match_world_new (N_WORLD, 1);
  g_autoptr (GArray) pairs = find_pairs (traits, N_WORLD);

  g_assert_cmpuint (pairs->len, >, 100);
  for (guint i = 0; i < pairs->len; i++)
    {
      const EssaimLikeness *pair = &g_array_index (pairs, EssaimLikeness, i);
      const EssaimLikeness *last = i > 0 ? pair - 1 : NULL;

      g_assert_cmpuint (pair->a, <, pair->b);
      g_assert_cmpuint (pair->b, <, N_WORLD);
      g_assert_cmpint (pair->verdict, !=, ESSAIM_VERDICT_NONE);
      g_assert_true (last == NULL || last->a < pair->a || (last->a == pair->a && last->b < pair->b));
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const EssaimLikeness *left = a, *right = b;

  if (left->a != right->a)
    return left->a < right->a ? -1 : 1;

  return left->b < right->b ? -1 : left->b > right->b;
}

/* A random order of 0 … n - 1. */
static guint32 *
make_order (GRand *rand,
            guint  n)
{
  guint32 *order = g_new (guint32, n);

  for (guint32 i = 0; i < n; i++)
    {
      guint j = g_rand_int_range (rand, 0, i + 1);

      order[i] = order[j];
      order[j] = i;
    }

  return order;
}

static void
test_order_of_records (void)
{
  g_autofree EssaimTraits *traits = match_world_new (N_WORLD, 2);
  g_autofree EssaimTraits *moved = g_new (EssaimTraits, N_WORLD);
  g_autoptr (GArray) pairs = find_pairs (traits, N_WORLD);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 20; round++)
    {
      g_autofree guint32 *order = make_order (rand, N_WORLD);
      g_autoptr (GArray) other = NULL;

      for (guint i = 0; i < N_WORLD; i++)
        moved[i] = traits[order[i]];
      other = find_pairs (moved, N_WORLD);
      for (guint i = 0; i < other->len; i++)
        {
          EssaimLikeness *pair = &g_array_index (other, EssaimLikeness, i);
          guint32 a = order[pair->a], b = order[pair->b];

          pair->a = MIN (a, b);
          pair->b = MAX (a, b);
        }
      g_array_sort (other, compare_pairs);

      g_assert_cmpuint (other->len, ==, pairs->len);
      for (guint i = 0; i < pairs->len; i++)
        match_world_assert_alike (&g_array_index (other, EssaimLikeness, i),
                                  &g_array_index (pairs, EssaimLikeness, i));
    }
}

/* In a world so small that no key has many records, no sure pair is missed. */
static void
test_nothing_missed (void)
{
  g_autofree EssaimTraits *traits = match_world_new (N_SMALL, 4);
  g_autoptr (GArray) pairs = NULL;
  guint at = 0, n_sure = 0;

  /* There are but two: each is a number of many. */
  for (guint i = 0; i < N_SMALL; i++)
    traits[i].siret = 0;
  pairs = find_pairs (traits, N_SMALL);

  for (guint32 a = 0; a < N_SMALL; a++)
    for (guint32 b = a + 1; b < N_SMALL; b++)
      {
        const EssaimLikeness *pair = at < pairs->len ? &g_array_index (pairs, EssaimLikeness, at) : NULL;
        gboolean is_found = pair != NULL && pair->a == a && pair->b == b;
        EssaimLikeness likeness;

        at += is_found;
        essaim_traits_compare (&traits[a], &traits[b], &likeness);
        g_assert_true (is_found || likeness.verdict != ESSAIM_VERDICT_SURE);
        g_assert_true (!is_found || likeness.verdict != ESSAIM_VERDICT_NONE);
        n_sure += likeness.verdict == ESSAIM_VERDICT_SURE;
      }

  g_assert_cmpuint (at, ==, pairs->len);
  g_assert_cmpuint (n_sure, >, 5);
}

/** Row: of a feed in Gap. */
typedef struct
{
  const char *title, *address, *phone, *siret, *website;
} Row;

static void
read_row (EssaimTraits *traits,
          const Row    *row,
          guint         number)
{
  g_autofree char *id = g_strdup_printf ("feed:%u", number);
  g_autofree char *feed = g_strdup_printf ("feed-%u", number);
  EssaimTraitsFacts facts = {
    .id = id, .feed = feed, .title = row->title, .address = row->address, .phone = row->phone, .siret = row->siret,
    .website = row->website, .commune = "Gap", .insee = "05061", .lat = NAN, .lon = NAN,
    .precision = ESSAIM_PRECISION_COMMUNE, .kind = ESSAIM_KIND_PLACE,
  };

  essaim_traits_read (traits, &facts);
}

static GArray *
match_rows (const Row *rows,
            guint      n)
{
  g_autofree EssaimTraits *traits = g_new (EssaimTraits, n);

  for (guint i = 0; i < n; i++)
    read_row (&traits[i], &rows[i], i);

  return find_pairs (traits, n);
}

/* A is B, B is C, but A cannot be C: only the stronger pair is sure. */
static void
test_contradiction (void)
{
  static const Row rows[] = {
    { "Regain", "8 rue Diderot", "0492112233", NULL, "regain.fr" },
    { "Regain", NULL, "0492112233", NULL, "regain.fr" },
    { "Regain", "40 rue Voltaire", "0492112233", NULL, NULL },
  };
  g_autoptr (GArray) pairs = match_rows (rows, G_N_ELEMENTS (rows));
  const EssaimLikeness *pair = (const EssaimLikeness *) pairs->data;

  g_assert_cmpuint (pairs->len, ==, 3);
  g_assert_cmpint (pair[0].verdict, ==, ESSAIM_VERDICT_SURE);
  g_assert_cmpint (pair[1].verdict, ==, ESSAIM_VERDICT_PERHAPS);
  g_assert_cmpuint (pair[1].reasons & 1u << ESSAIM_LIKENESS_CONTRADICTED, ==, 0);
  g_assert_cmpint (pair[2].verdict, ==, ESSAIM_VERDICT_PERHAPS);
  g_assert_cmpuint (pair[2].reasons & 1u << ESSAIM_LIKENESS_CONTRADICTED, !=, 0);
  g_assert_cmpfloat (pair[2].score, <, pair[0].score);
}

/* A number that many names share says nothing of any of them, */
static void
test_number_of_many (void)
{
  static const Row rows[] = {
    { "Regain", NULL, NULL, "40248577500017", NULL },
    { "Regain", "8 rue Diderot", NULL, "40248577500017", NULL },
    { "Boussole", "9 rue Diderot", NULL, "40248577500017", NULL },
    { "Tremplin", "10 rue Diderot", NULL, "40248577500017", NULL },
    { "Escale", "11 rue Diderot", NULL, "40248577500017", NULL },
  };
  g_autoptr (GArray) few = match_rows (rows, 2);
  g_autoptr (GArray) many = match_rows (rows, G_N_ELEMENTS (rows));

  g_assert_cmpuint (few->len, ==, 1);
  g_assert_cmpint (g_array_index (few, EssaimLikeness, 0).verdict, ==, ESSAIM_VERDICT_SURE);
  g_assert_cmpuint (many->len, ==, 1);
  g_assert_cmpint (g_array_index (many, EssaimLikeness, 0).verdict, ==, ESSAIM_VERDICT_PERHAPS);
}

/** ManyFunc: makes the facts of one row of a feed that has very many alike. */
typedef void (*ManyFunc) (EssaimTraitsFacts *facts, guint number);

static void
name_alike (EssaimTraitsFacts *facts,
            guint              number)
{
  facts->title = "France Services";
}

static void
call_alike (EssaimTraitsFacts *facts,
            guint              number)
{
  facts->phone = "04 92 11 22 33";
}

static void
place_alike (EssaimTraitsFacts *facts,
             guint              number)
{
  facts->insee = "05061";
  facts->lat = 44.5;
  facts->lon = 6.1;
  facts->precision = ESSAIM_PRECISION_POINT;
}

static void
make_alike (EssaimTraitsFacts *facts,
            guint              number)
{
  name_alike (facts, number);
  call_alike (facts, number);
  place_alike (facts, number);
}

static void
address_alike (EssaimTraitsFacts *facts,
               guint              number)
{
  place_alike (facts, number);
  facts->address = "1 place du Marché";
  facts->website = "http://regain.fr";
  facts->organisation = "Regain";
}

static void
number_alike (EssaimTraitsFacts *facts,
              guint              number)
{
  make_alike (facts, number);
  facts->siret = "40248577500017";
}

/* All pairs of so many would be a billion: minutes, where this takes a fraction of a second. */
static void
test_many (gconstpointer data)
{
  ManyFunc func = (ManyFunc) data;
  gboolean is_one = func == make_alike || func == number_alike;
  g_autofree EssaimTraits *traits = g_new (EssaimTraits, N_MANY);
  g_autoptr (GArray) pairs = NULL;
  guint n_sure = 0;
  gint64 start;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("feed:%u", i);
      g_autofree char *title = g_strdup_printf ("Atelier %u", i * 7919);
      g_autofree char *feed = g_strdup_printf ("feed-%u", is_one ? i / 40 : 0);
      EssaimTraitsFacts facts = { .id = id, .feed = feed, .title = title, .lat = NAN, .lon = NAN };

      func (&facts, i);
      essaim_traits_read (&traits[i], &facts);
    }

  start = g_get_monotonic_time ();
  pairs = find_pairs (traits, N_MANY);
  g_test_message ("%u pairs in %.3f s", pairs->len, (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpfloat ((g_get_monotonic_time () - start) / 1e6, <, 20);

  /* Those that are one in every respect are all joined, by a chain; of one feed they would be too many. The others are all of other names: of so many, the
   * hashes of a few pairs may be one. */
  for (guint i = 0; i < pairs->len; i++)
    n_sure += g_array_index (pairs, EssaimLikeness, i).verdict == ESSAIM_VERDICT_SURE;
  g_assert_cmpuint (n_sure, >=, is_one ? N_MANY - 1 : 0);
  g_assert_cmpuint (pairs->len, <, N_MANY);
  g_assert_cmpuint (n_sure, <=, is_one ? N_MANY - 1 : 10);
}

static void
test_cancel (void)
{
  g_autofree EssaimTraits *traits = match_world_new (N_WORLD, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (match_world_find_pairs (traits, N_WORLD, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matcher/empty", test_empty);
  g_test_add_func ("/matcher/order/pairs", test_order_of_pairs);
  g_test_add_func ("/matcher/order/records", test_order_of_records);
  g_test_add_func ("/matcher/nothing-missed", test_nothing_missed);
  g_test_add_func ("/matcher/contradiction", test_contradiction);
  g_test_add_func ("/matcher/number-of-many", test_number_of_many);
  g_test_add_data_func ("/matcher/many/names", (gconstpointer) name_alike, test_many);
  g_test_add_data_func ("/matcher/many/telephones", (gconstpointer) call_alike, test_many);
  g_test_add_data_func ("/matcher/many/points", (gconstpointer) place_alike, test_many);
  g_test_add_data_func ("/matcher/many/addresses", (gconstpointer) address_alike, test_many);
  g_test_add_data_func ("/matcher/many/alike", (gconstpointer) make_alike, test_many);
  g_test_add_data_func ("/matcher/many/numbers", (gconstpointer) number_alike, test_many);
  g_test_add_func ("/matcher/cancel", test_cancel);

  return g_test_run ();
}
