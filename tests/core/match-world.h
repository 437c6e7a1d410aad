/* match-world.h: a small world of records, many of which are one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-matcher.h"

static inline const char *
match_world_pick (GRand              *rand,
                  const char * const *texts,
                  guint               n)
{
  return texts[g_rand_int_range (rand, 0, n)];
}

#define MATCH_WORLD_PICK(rand, texts) match_world_pick (rand, texts, G_N_ELEMENTS (texts))

/* The facts of a record of its number: few names, streets, numbers and communes, some of them unknown. */
static inline void
match_world_read (EssaimTraits *traits,
                  GRand        *rand,
                  guint         number)
{
  static const char * const titles[] = {
    "Lubfactory", "LUBFACTORY", "La Ruche", "La Ruche Coworking", "France services", "Bus France services",
    "Mairie de Gap", "CCAS de Gap", "Maison France Services", "M\xEF\xBF\xBD" "diath\xEF\xBF\xBDque Aragon",
    "Médiathèque Aragon", "Point numérique", NULL,
  };
  static const char * const feeds[] = { "one", "two", "three" };
  static const char * const streets[] = { "rue de la Gare", "avenue Jean Jaurès", "av. JEAN JAURES", "place du Bac" };
  static const char * const communes[] = { "05061", "33063", NULL };
  static const char * const phones[] = { "0492112233", "+33492112233", "0556112233", "3949", NULL, NULL };
  static const char * const sites[] = { "http://ruche.fr", "www.ruche.fr/gap", "lubfactory.com", NULL, NULL, NULL };
  static const char * const sirets[] = { "40248577500017", "43442252300028", NULL, NULL, NULL, NULL, NULL, NULL };
  g_autofree char *id = g_strdup_printf ("feed:%u", number);
  g_autofree char *address = g_rand_int_range (rand, 0, 4) == 0 ? NULL :
    g_strdup_printf ("%d %s", g_rand_int_range (rand, 1, 4), MATCH_WORLD_PICK (rand, streets));
  EssaimTraitsFacts facts = {
    .id = id, .feed = MATCH_WORLD_PICK (rand, feeds), .title = MATCH_WORLD_PICK (rand, titles), .address = address,
    .insee = MATCH_WORLD_PICK (rand, communes), .phone = MATCH_WORLD_PICK (rand, phones),
    .website = MATCH_WORLD_PICK (rand, sites), .siret = MATCH_WORLD_PICK (rand, sirets),
    .lat = 44.5 + g_rand_int_range (rand, 0, 4) * 0.001, .lon = 6.1, .precision = g_rand_int_range (rand, 0, 3),
    .kind = ESSAIM_KIND_PLACE,
  };

  essaim_traits_read (traits, &facts);
}

/* Member by member: what lies between members is nobody's. */
static inline void
match_world_assert_alike (const EssaimLikeness *a,
                          const EssaimLikeness *b)
{
  g_assert_cmpuint (a->a, ==, b->a);
  g_assert_cmpuint (a->b, ==, b->b);
  g_assert_cmpfloat (a->score, ==, b->score);
  g_assert_cmphex (a->reasons, ==, b->reasons);
  g_assert_cmpuint (a->verdict, ==, b->verdict);
}

/* Returns: (transfer full) (array length=n): the traits of the records of a world */
static inline EssaimTraits *
match_world_new (guint n,
                 guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  EssaimTraits *traits = g_new (EssaimTraits, n);

  for (guint i = 0; i < n; i++)
    match_world_read (&traits[i], rand, i);

  return traits;
}

/* Returns: (transfer full) (nullable) (element-type EssaimLikeness): the pairs among records that bear their indices */
static inline GArray *
match_world_find_pairs (const EssaimTraits *traits,
                        guint               n,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autoptr (EssaimMatcher) matcher = essaim_matcher_new (NULL, error);

  for (guint i = 0; matcher != NULL && i < n; i++)
    if (!essaim_matcher_add (matcher, i, &traits[i], error))
      return NULL;

  return matcher != NULL ? essaim_matcher_find_pairs (matcher, cancellable, error) : NULL;
}
