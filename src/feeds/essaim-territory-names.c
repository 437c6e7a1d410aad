/* essaim-territory-names.c: territories found by their whole names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-names.h"

#include "essaim-text.h"

/* In place of a territory where several have one name. */
#define SEVERAL G_MAXUINT

struct _EssaimTerritoryNames
{
  GHashTable *by_key;   /* owned; (element-type utf8 guint): number of the territory, or SEVERAL */
};

/* `CA du Grand Chambéry` and `CA Grand Chambéry` are one. */
static char *
make_key (const char *name)
{
  static const char * const small_words[] = { "de", "du", "des", "d", "la", "le", "les", "l", NULL };
  g_autofree char *folded = essaim_text_fold_name (name);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
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

  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, i);

      if (has_name_of_its_own (territory))
        {
          char *key = make_key (territory->name);
          guint found = g_hash_table_contains (self->by_key, key) ? SEVERAL : i;

          g_hash_table_insert (self->by_key, key, GUINT_TO_POINTER (found));
        }
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
  g_free (self);
}

/**
 * essaim_territory_names_find:
 * @self: the names
 * @name: a name; case, accents, punctuation and small words do not matter
 *
 * Returns: the number of the only territory that is called so; %ESSAIM_NO_TERRITORY where there is none, or several
 */
guint
essaim_territory_names_find (EssaimTerritoryNames *self,
                             const char           *name)
{
  g_autofree char *key = make_key (name);
  gpointer found;

  if (!g_hash_table_lookup_extended (self->by_key, key, NULL, &found) || GPOINTER_TO_UINT (found) == SEVERAL)
    return ESSAIM_NO_TERRITORY;

  return GPOINTER_TO_UINT (found);
}
