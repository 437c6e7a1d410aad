/* test-grouping.c: which records are one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "essaim-grouping.h"

#define SURE ESSAIM_VERDICT_SURE
#define PERHAPS ESSAIM_VERDICT_PERHAPS

/* Names stand for groups: record i has the letter of its group's smallest id. */
static char *
group (guint                         n,
       const char * const           *ids,
       const EssaimLikeness         *pairs,
       guint                         n_pairs,
       const EssaimGroupingDecision *decisions,
       guint                         n_decisions)
{
  g_autofree guint32 *groups = essaim_grouping_make (n, ids, pairs, n_pairs, decisions, n_decisions);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (groups[i], <, n);
      g_string_append (names, ids[groups[i]]);
    }

  return g_strdup (names->str);
}

static const char * const letters[] = { "a", "b", "c", "d", "e" };

static void
test_pairs (void)
{
  const EssaimLikeness pairs[] = {
    { 0, 1, 0.9f, 0, SURE }, { 1, 2, 0.5f, 0, PERHAPS }, { 2, 3, 0.9f, 0, SURE }, { 3, 4, 0.8f, 0, SURE },
  };
  g_autofree char *groups = group (5, letters, pairs, G_N_ELEMENTS (pairs), NULL, 0);
  g_autofree char *none = group (5, letters, NULL, 0, NULL, 0);

  g_assert_cmpstr (groups, ==, "aaccc");
  g_assert_cmpstr (none, ==, "abcde");
}

static void
test_smallest_id (void)
{
  const char * const ids[] = { "z", "Z", "b", "é" };
  const EssaimLikeness pairs[] = { { 0, 3, 0.9f, 0, SURE }, { 0, 2, 0.9f, 0, SURE } };
  g_autofree char *groups = group (4, ids, pairs, G_N_ELEMENTS (pairs), NULL, 0);

  g_assert_cmpstr (groups, ==, "bZbb");
}

static void
test_joined (void)
{
  const EssaimLikeness pairs[] = { { 0, 1, 0.9f, 0, SURE } };
  const EssaimGroupingDecision decisions[] = { { 4, 1, TRUE }, { 2, 3, TRUE }, { 2, 3, TRUE } };
  g_autofree char *groups = group (5, letters, pairs, G_N_ELEMENTS (pairs), decisions, G_N_ELEMENTS (decisions));

  g_assert_cmpstr (groups, ==, "aacca");
}

/* A chain breaks at its weakest link. */
static void
test_split (void)
{
  const EssaimLikeness pairs[] = {
    { 0, 1, 0.9f, 0, SURE }, { 1, 2, 0.8f, 0, SURE }, { 2, 3, 0.9f, 0, SURE }, { 3, 4, 0.9f, 0, SURE },
  };
  const EssaimGroupingDecision decisions[] = { { 4, 0, FALSE } };
  g_autofree char *groups = group (5, letters, pairs, G_N_ELEMENTS (pairs), decisions, G_N_ELEMENTS (decisions));

  g_assert_cmpstr (groups, ==, "aaccc");
}

/* What the person joined stays so, whatever else they keep apart; and what they keep apart stays so, by way of
 * whatever. */
static void
test_joined_and_split (void)
{
  const EssaimLikeness pairs[] = { { 0, 2, 0.99f, 0, SURE }, { 1, 3, 0.99f, 0, SURE }, { 3, 4, 0.98f, 0, SURE } };
  const EssaimGroupingDecision decisions[] = { { 0, 1, TRUE }, { 1, 2, FALSE }, { 4, 0, FALSE } };
  g_autofree char *groups = group (5, letters, pairs, G_N_ELEMENTS (pairs), decisions, G_N_ELEMENTS (decisions));

  g_assert_cmpstr (groups, ==, "aacae");
}

/** World: records, pairs and decisions at random. */
typedef struct
{
  char                   ids[40][8];
  const char            *id_list[40];
  EssaimLikeness         pairs[60];
  EssaimGroupingDecision decisions[12];
} World;

static void
make_world (World *world,
            GRand *rand)
{
  for (guint i = 0; i < 40; i++)
    {
      g_snprintf (world->ids[i], sizeof world->ids[i], "r%u", i);
      world->id_list[i] = world->ids[i];
    }
  for (guint i = 0; i < 60; i++)
    {
      guint32 a = g_rand_int_range (rand, 0, 39), b = g_rand_int_range (rand, a + 1, 40);

      world->pairs[i] = (EssaimLikeness) { a, b, g_rand_int_range (rand, 80, 85) / 100.0f, 0,
                                           g_rand_int_range (rand, 0, 4) > 0 ? SURE : PERHAPS };
    }
  for (guint i = 0; i < 12; i++)
    world->decisions[i] = (EssaimGroupingDecision) { g_rand_int_range (rand, 0, 40), g_rand_int_range (rand, 0, 40),
                                                     g_rand_boolean (rand) };
}

/* A random order of 0 … n - 1. */
static void
make_order (GRand   *rand,
            guint32 *order,
            guint    n)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint j = g_rand_int_range (rand, 0, i + 1);

      order[i] = order[j];
      order[j] = i;
    }
}

/* @world with its records, pairs and decisions in another order; *places is where each record now stands. */
static void
move_world (World       *moved,
            const World *world,
            GRand       *rand,
            guint32     *places)
{
  guint32 pair_places[60], decision_places[12];

  make_order (rand, places, 40);
  make_order (rand, pair_places, 60);
  make_order (rand, decision_places, 12);

  for (guint i = 0; i < 40; i++)
    moved->id_list[places[i]] = world->ids[i];
  for (guint i = 0; i < 60; i++)
    {
      EssaimLikeness *pair = &moved->pairs[pair_places[i]];
      guint32 a = places[world->pairs[i].a], b = places[world->pairs[i].b];

      *pair = world->pairs[i];
      pair->a = MIN (a, b);
      pair->b = MAX (a, b);
    }
  for (guint i = 0; i < 12; i++)
    {
      const EssaimGroupingDecision *decision = &world->decisions[i];

      moved->decisions[decision_places[i]] =
        (EssaimGroupingDecision) { places[decision->b], places[decision->a], decision->joined };
    }
}

static void
check_decisions (const World   *world,
                 const guint32 *groups)
{
  const EssaimGroupingDecision *decisions = world->decisions;
  g_autofree guint32 *joined = g_memdup2 (groups, 40 * sizeof *groups);

  for (guint i = 0; i < 12; i++)
    if (decisions[i].joined)
      g_assert_cmpuint (groups[decisions[i].a], ==, groups[decisions[i].b]);

  /* Two that are kept apart are in one group only where the person's own joins lead from one to the other. */
  for (guint i = 0; i < 40; i++)
    joined[i] = i;
  for (guint round = 0; round < 12; round++)
    for (guint i = 0; i < 12; i++)
      if (decisions[i].joined)
        {
          guint32 from = joined[decisions[i].a], to = joined[decisions[i].b];

          for (guint j = 0; j < 40; j++)
            if (joined[j] == from)
              joined[j] = to;
        }
  for (guint i = 0; i < 12; i++)
    if (!decisions[i].joined && joined[decisions[i].a] != joined[decisions[i].b])
      g_assert_cmpuint (groups[decisions[i].a], !=, groups[decisions[i].b]);
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 200; round++)
    {
      World world, moved;
      guint32 places[40];
      g_autofree guint32 *groups = NULL, *others = NULL;

      make_world (&world, rand);
      move_world (&moved, &world, rand, places);
      groups = essaim_grouping_make (40, world.id_list, world.pairs, 60, world.decisions, 12);
      others = essaim_grouping_make (40, moved.id_list, moved.pairs, 60, moved.decisions, 12);

      for (guint i = 0; i < 40; i++)
        g_assert_cmpuint (others[places[i]], ==, places[groups[i]]);
      check_decisions (&world, groups);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grouping/pairs", test_pairs);
  g_test_add_func ("/grouping/smallest-id", test_smallest_id);
  g_test_add_func ("/grouping/joined", test_joined);
  g_test_add_func ("/grouping/split", test_split);
  g_test_add_func ("/grouping/joined-and-split", test_joined_and_split);
  g_test_add_func ("/grouping/order", test_order);

  return g_test_run ();
}
