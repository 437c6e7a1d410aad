/* essaim-sets.c: sets of numbers that many rows share, each stored once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sets.h"

struct _EssaimSetPool
{
  /* Owned */
  GHashTable *indices;  /* (element-type GBytes guint): values of a set to its index */
  GArray     *starts;   /* (element-type guint32) */
  GArray     *values;   /* (element-type guint32) */
};

/**
 * essaim_set_pool_new:
 *
 * Returns: (transfer full): a pool without sets
 */
EssaimSetPool *
essaim_set_pool_new (void)
{
  EssaimSetPool *pool = g_new0 (EssaimSetPool, 1);
  guint32 start = 0;

  pool->indices = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  pool->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  pool->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (pool->starts, start);

  return pool;
}

/**
 * essaim_set_pool_free:
 * @pool: (nullable) (transfer full): a pool
 */
void
essaim_set_pool_free (EssaimSetPool *pool)
{
  if (pool == NULL)
    return;

  g_hash_table_unref (pool->indices);
  if (pool->starts != NULL)
    g_array_unref (pool->starts);
  if (pool->values != NULL)
    g_array_unref (pool->values);
  g_free (pool);
}

/**
 * essaim_set_pool_intern:
 * @pool: a pool
 * @values: (array length=n) (nullable): a set, in the one order in which its values always come
 * @n: how many
 *
 * Returns: the index of the set; the same for the same values
 */
guint
essaim_set_pool_intern (EssaimSetPool *pool,
                        const guint32 *values,
                        guint          n)
{
  g_autoptr (GBytes) key = g_bytes_new (values, n * sizeof *values);
  gpointer found;
  guint set;
  guint32 end;

  if (g_hash_table_lookup_extended (pool->indices, key, NULL, &found))
    return GPOINTER_TO_UINT (found);

  set = pool->starts->len - 1;
  if (n > 0)
    g_array_append_vals (pool->values, values, n);
  end = pool->values->len;
  g_array_append_val (pool->starts, end);
  g_hash_table_insert (pool->indices, g_steal_pointer (&key), GUINT_TO_POINTER (set));

  return set;
}

/**
 * essaim_set_pool_end:
 * @pool: (transfer full): a pool; freed
 *
 * Returns: (transfer full): its sets, to be cleared
 */
EssaimSets
essaim_set_pool_end (EssaimSetPool *pool)
{
  EssaimSets sets = { .n = pool->starts->len - 1 };

  sets.starts = (guint32 *) g_array_free (g_steal_pointer (&pool->starts), FALSE);
  sets.values = (guint32 *) g_array_free (g_steal_pointer (&pool->values), FALSE);
  essaim_set_pool_free (pool);

  return sets;
}

/**
 * essaim_sets_clear:
 * @sets: sets, or zeros
 *
 * Frees what the sets hold.
 */
void
essaim_sets_clear (EssaimSets *sets)
{
  g_clear_pointer (&sets->starts, g_free);
  g_clear_pointer (&sets->values, g_free);
  sets->n = 0;
}
