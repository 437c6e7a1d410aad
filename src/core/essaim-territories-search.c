/* essaim-territories-search.c: territories found while their name, code or postcode is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territories-private.h"

#include "essaim-gazetteer-private.h"
#include "essaim-text.h"

#include <string.h>

typedef struct
{
  guint   tier;             /* labels, whole names, beginnings of words, insides of words */
  guint   level;            /* of the kind of territory */
  guint   match;
  guint32 population;
  guint   territory;
} Hit;

enum
{
  TIER_LABEL,
  TIER_WHOLE,
  TIER_WORD,
  TIER_INSIDE,
};

static guint
get_level (EssaimTerritories *self,
           guint              territory)
{
  static const guint levels[ESSAIM_N_TERRITORY_KINDS] = {
    [ESSAIM_TERRITORY_LABEL] = 0,
    [ESSAIM_TERRITORY_REGION] = 1,
    [ESSAIM_TERRITORY_DEPARTEMENT] = 2,
    [ESSAIM_TERRITORY_EPCI] = 3,
    [ESSAIM_TERRITORY_EPT] = 4,
    [ESSAIM_TERRITORY_COMMUNE] = 5,
  };

  return levels[self->territories[territory].kind];
}

static int
compare_numbers (guint32 a,
                 guint32 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a, *other = b;
  int order = compare_numbers (one->tier, other->tier);

  if (order == 0)
    order = compare_numbers (one->level, other->level);
  if (order == 0)
    order = compare_numbers (one->match, other->match);
  if (order == 0)
    order = compare_numbers (other->population, one->population);
  if (order == 0)
    order = compare_numbers (one->territory, other->territory);

  return order;
}

static guint
get_tier (EssaimTerritories *self,
          guint              territory,
          EssaimMatch        match)
{
  if (match == ESSAIM_MATCH_INSIDE)
    return TIER_INSIDE;
  if (self->territories[territory].kind == ESSAIM_TERRITORY_LABEL)
    return TIER_LABEL;

  return match == ESSAIM_MATCH_WHOLE ? TIER_WHOLE : TIER_WORD;
}

static void
add_hit (EssaimTerritories *self,
         GArray            *hits,
         guint              territory,
         EssaimMatch        match)
{
  Hit hit = {
    .tier = get_tier (self, territory, match), .level = get_level (self, territory), .match = match,
    .population = self->territories[territory].population, .territory = territory,
  };

  if (match != ESSAIM_MATCH_NONE)
    g_array_append_val (hits, hit);
}

static void
search_names (EssaimTerritories *self,
              const char        *folded,
              GArray            *hits)
{
  for (guint i = 0; i < self->n_groups; i++)
    add_hit (self, hits, i, essaim_gazetteer_match_name (self->keys[i], folded));
  for (guint i = 0; i < self->n_communes; i++)
    add_hit (self, hits, self->n_groups + i,
             essaim_gazetteer_match_name (essaim_gazetteer_get_commune (self->gazetteer, i)->key, folded));
}

/* The department or commune of that code, and the communes whose postcode begins so. */
static void
search_codes (EssaimTerritories *self,
              const char        *typed,
              GArray            *hits)
{
  guint commune = essaim_gazetteer_resolve_code (self->gazetteer, typed, NULL, NULL);
  guint department = essaim_gazetteer_resolve_department (self->gazetteer, typed);
  g_autoptr (GArray) communes = essaim_gazetteer_complete (self->gazetteer, typed, G_MAXUINT);

  if (department != ESSAIM_NO_DEPARTMENT && self->department_groups[department] != G_MAXUINT16)
    add_hit (self, hits, self->department_groups[department], ESSAIM_MATCH_START);
  for (guint i = 0; i < communes->len; i++)
    {
      add_hit (self, hits, self->n_groups + g_array_index (communes, guint, i), ESSAIM_MATCH_START);
      if (g_array_index (communes, guint, i) == commune)
        commune = ESSAIM_NO_COMMUNE;
    }
  if (commune != ESSAIM_NO_COMMUNE)
    add_hit (self, hits, self->n_groups + commune, ESSAIM_MATCH_WORD);
}

/**
 * essaim_territories_search:
 * @self: the territories
 * @typed: part of a name, a postcode or its beginning, a code; valid UTF-8
 * @limit: most territories wanted
 *
 * Helps while a territory is typed. Where the text begins a word of the name: labels, then what has just that name, then
 * regions, departments, EPCI, EPT, communes in this order, each with the most populous first. Where it is only inside a
 * word: after all these, in the same order.
 *
 * Returns: (transfer full) (element-type guint): indices of territories
 */
GArray *
essaim_territories_search (EssaimTerritories *self,
                           const char        *typed,
                           guint              limit)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autofree char *folded = essaim_text_fold_name (typed);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (g_ascii_isdigit (*folded))
    search_codes (self, folded, hits);
  else if (*folded != '\0')
    search_names (self, folded, hits);

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, limit); i++)
    g_array_append_val (found, g_array_index (hits, Hit, i).territory);

  return found;
}
