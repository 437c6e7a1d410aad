/* essaim-territory-names.c: territories found by their whole names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-names.h"

#include <string.h>

#include "essaim-text.h"

struct _EssaimTerritoryNames
{
  /* Owned */
  EssaimTerritories *territories;
  GHashTable        *by_key;        /* (element-type utf8 GArray): numbers of the territories of that name */
};

/* `CA du Grand Chambéry` and `CA Grand Chambéry` are one. */
static char *
make_key (const char *name)
{
  static const char * const small_words[] = { "de", "du", "des", "d", "la", "le", "les", "l", NULL };
  g_autofree char *folded = essaim_text_fold_name (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (!g_strv_contains (small_words, words[i]))
      g_string_append_printf (key, " %s", words[i]);

  return g_string_free (key, FALSE);
}

/* Communes have the names of too many other things. */
static gboolean
has_name_of_its_own (const EssaimTerritory *territory)
{
  return territory->kind == ESSAIM_TERRITORY_LABEL || territory->kind == ESSAIM_TERRITORY_REGION
         || territory->kind == ESSAIM_TERRITORY_DEPARTEMENT || territory->kind == ESSAIM_TERRITORY_EPCI;
}

static void
add_name (EssaimTerritoryNames  *self,
          const EssaimTerritory *territory,
          guint                  number)
{
  g_autofree char *key = make_key (territory->name);
  GArray *numbers = g_hash_table_lookup (self->by_key, key);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), numbers);
    }
  g_array_append_val (numbers, number);
}

/**
 * essaim_territory_names_new:
 * @territories: the territories
 *
 * Returns: (transfer full): the names of labelled territories, regions, departments and EPCIs
 */
EssaimTerritoryNames *
essaim_territory_names_new (EssaimTerritories *territories)
{
  EssaimTerritoryNames *self = g_new0 (EssaimTerritoryNames, 1);

  self->territories = g_object_ref (territories);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, i);

      if (has_name_of_its_own (territory))
        add_name (self, territory, i);
    }

  return self;
}

/**
 * essaim_territory_names_free:
 * @self: (transfer full): the names
 */
void
essaim_territory_names_free (EssaimTerritoryNames *self)
{
  g_hash_table_unref (self->by_key);
  g_object_unref (self->territories);
  g_free (self);
}

static gboolean
is_same_ground (EssaimTerritoryNames *self,
                guint                 a,
                guint                 b)
{
  const EssaimTerritory *first = essaim_territories_get (self->territories, a);
  const EssaimTerritory *second = essaim_territories_get (self->territories, b);

  return first->n_communes == second->n_communes
         && memcmp (first->communes, second->communes, first->n_communes * sizeof *first->communes) == 0;
}

/**
 * essaim_territory_names_find:
 * @self: the names
 * @name: a name; case, accents, punctuation and small words do not matter
 *
 * Returns: (transfer none) (nullable) (element-type guint): the numbers of the territories that are called so; %NULL
 *   where there is none, or several that are not of the same ground, as regions overseas and their departments are
 */
GArray *
essaim_territory_names_find (EssaimTerritoryNames *self,
                             const char           *name)
{
  g_autofree char *key = make_key (name);
  GArray *found = g_hash_table_lookup (self->by_key, key);

  for (guint i = 1; found != NULL && i < found->len; i++)
    if (!is_same_ground (self, g_array_index (found, guint, 0), g_array_index (found, guint, i)))
      return NULL;

  return found;
}
