/* essaim-matcher.c: which of many records look like one
 *
 * Records that have a key in common are compared: a telephone, a word of their titles in one commune … They wait on
 * disk in drawers by commune, then the few that share a number or a web site with another in drawers by that; so what
 * is in memory at one time hardly grows with the library.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher.h"

#include <stdlib.h>

#include "essaim-matcher-private.h"

/* A number of a register that more names than this share is that of whoever filled in the table. */
#define NAMES_OF_NUMBER_MAX 3

/* Of the sets of far keys: 2 MB each. Of a million keys one in sixteen is taken for one that comes again, and
 * compared for nothing. */
#define FAR_KEY_BITS (1 << 24)

struct _EssaimMatcher
{
  /* Owned */
  EssaimMatchDrawers *by_commune;
  EssaimMatchDrawers *by_far_key;
  EssaimKeySets       far_keys;
  GArray             *items;        /* (element-type EssaimMatchItem): of the open drawer */
  GArray             *entries;      /* (element-type guint64): the keys of these */
  GArray             *alike;        /* (element-type EssaimLikeness): the pairs of these */
  GArray             *pairs;        /* (nullable) (element-type EssaimLikeness): all that were found, of records */
  GArray             *members;      /* (element-type EssaimMatchItem): the records of these, perhaps repeated */

  gboolean            shares_siret; /* whether one came again */
};

/** Name: what a record that has a number of a register calls itself. */
typedef struct
{
  guint64 siret;
  guint32 title;
} Name;

/**
 * essaim_matcher_new:
 * @folder: (nullable): where what does not fit in memory is kept, in files without a name; %NULL for the folder of
 *   temporary files
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: (transfer full): a matcher without records
 */
EssaimMatcher *
essaim_matcher_new (const char *folder,
                    GError    **error)
{
  g_autoptr (EssaimMatcher) self = g_new0 (EssaimMatcher, 1);

  essaim_key_sets_init (&self->far_keys, FAR_KEY_BITS);
  self->items = g_array_new (FALSE, FALSE, sizeof (EssaimMatchItem));
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->alike = g_array_new (FALSE, FALSE, sizeof (EssaimLikeness));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (EssaimLikeness));
  self->members = g_array_new (FALSE, FALSE, sizeof (EssaimMatchItem));

  self->by_commune = essaim_match_drawers_new (folder, error);
  self->by_far_key = self->by_commune != NULL ? essaim_match_drawers_new (folder, error) : NULL;

  return self->by_far_key != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * essaim_matcher_free:
 * @self: (nullable): a matcher
 */
void
essaim_matcher_free (EssaimMatcher *self)
{
  if (self == NULL)
    return;

  essaim_match_drawers_free (self->by_commune);
  essaim_match_drawers_free (self->by_far_key);
  essaim_key_sets_clear (&self->far_keys);
  g_array_unref (self->items);
  g_array_unref (self->entries);
  g_array_unref (self->alike);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_array_unref (self->members);
  g_free (self);
}

/**
 * essaim_matcher_add:
 * @self: a matcher that was not asked for pairs yet
 * @record: what the pairs will call it; no other record bears this number
 * @traits: by which it is told from others
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: whether it is kept
 */
gboolean
essaim_matcher_add (EssaimMatcher       *self,
                    guint32              record,
                    const EssaimTraits  *traits,
                    GError             **error)
{
  const EssaimMatchItem item = { *traits, record, traits->commune };
  guint32 keys[ESSAIM_MATCH_N_FAR_KEYS];
  guint n_keys;

  /* A grant is like nothing. */
  if (traits->kind == ESSAIM_KIND_FUNDING)
    return TRUE;

  n_keys = essaim_match_list_far_keys (traits, keys);
  for (guint i = 0; i < n_keys; i++)
    self->shares_siret |= essaim_key_sets_add (&self->far_keys, keys[i]) && i == 0 && traits->siret != 0;

  return essaim_match_drawers_put (self->by_commune, &item, error);
}

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  const Name *left = a, *right = b;

  if (left->siret != right->siret)
    return left->siret < right->siret ? -1 : 1;

  return left->title < right->title ? -1 : left->title > right->title;
}

/* (element-type guint64): of @names, sorted, the numbers that more of them share than one organisation has. */
static GArray *
list_shared_numbers (const Name *names,
                     guint       n)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint start = 0, end; start < n; start = end)
    {
      guint n_names = 1;

      for (end = start + 1; end < n && names[end].siret == names[start].siret; end++)
        n_names += names[end].title != names[end - 1].title;
      if (n_names > NAMES_OF_NUMBER_MAX)
        g_array_append_val (numbers, names[start].siret);
    }

  return numbers;
}

/* (element-type guint64): the SIRETs that say nothing, sorted. */
static GArray *
find_shared_numbers (EssaimMatcher  *self,
                     GError        **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  for (guint drawer = 0; self->shares_siret && drawer < ESSAIM_MATCH_N_DRAWERS; drawer++)
    {
      if (!essaim_match_drawers_open (self->by_commune, drawer, self->items, error))
        return NULL;

      for (guint i = 0; i < self->items->len; i++)
        {
          const EssaimTraits *traits = &g_array_index (self->items, EssaimMatchItem, i).traits;

          if (traits->siret != 0 && essaim_key_sets_has_again (&self->far_keys, essaim_match_get_siret_key (traits)))
            g_array_append_vals (names, &(Name) { traits->siret, traits->title }, 1);
        }
    }
  g_array_sort (names, compare_names_cb);

  return list_shared_numbers ((const Name *) names->data, names->len);
}

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/* In the open drawer, a number that says nothing is unknown. */
static void
forget_numbers (EssaimMatcher *self,
                GArray        *numbers)
{
  for (guint i = 0; numbers->len > 0 && i < self->items->len; i++)
    {
      EssaimTraits *traits = &g_array_index (self->items, EssaimMatchItem, i).traits;

      if (g_array_binary_search (numbers, &traits->siret, compare_numbers_cb, NULL))
        traits->siret = 0;
    }
}

/* Those of the open drawer that may have something in common with a record of another commune are passed on. */
static gboolean
pass_on (EssaimMatcher  *self,
         GError        **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      EssaimMatchItem item = g_array_index (self->items, EssaimMatchItem, i);
      guint32 keys[ESSAIM_MATCH_N_FAR_KEYS];
      guint n = essaim_match_list_far_keys (&item.traits, keys);

      for (guint j = 0; j < n; j++)
        {
          item.key = keys[j];
          if (essaim_key_sets_has_again (&self->far_keys, item.key) &&
              !essaim_match_drawers_put (self->by_far_key, &item, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* The records of the open drawer are compared by @entries; the pairs and their records are kept. */
static gboolean
compare (EssaimMatcher  *self,
         GCancellable   *cancellable,
         GError        **error)
{
  const EssaimMatchItem *items = (const EssaimMatchItem *) self->items->data;

  if (!essaim_match_compare (items, self->entries, self->alike, cancellable, error))
    return FALSE;

  for (guint i = 0; i < self->alike->len; i++)
    {
      EssaimLikeness pair = g_array_index (self->alike, EssaimLikeness, i);
      const EssaimMatchItem *a = &items[pair.a], *b = &items[pair.b];

      if (i == 0 || pair.a != g_array_index (self->alike, EssaimLikeness, i - 1).a)
        g_array_append_vals (self->members, a, 1);
      g_array_append_vals (self->members, b, 1);
      pair.a = MIN (a->record, b->record);
      pair.b = MAX (a->record, b->record);
      g_array_append_val (self->pairs, pair);
    }

  return TRUE;
}

static gboolean
compare_near (EssaimMatcher  *self,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (GArray) numbers = find_shared_numbers (self, error);

  for (guint drawer = 0; numbers != NULL && drawer < ESSAIM_MATCH_N_DRAWERS; drawer++)
    {
      if (!essaim_match_drawers_open (self->by_commune, drawer, self->items, error))
        return FALSE;

      forget_numbers (self, numbers);
      essaim_match_keys_collect ((const EssaimMatchItem *) self->items->data, self->items->len, self->entries);
      if (!compare (self, cancellable, error) || !pass_on (self, error))
        return FALSE;
    }

  return numbers != NULL;
}

static gboolean
compare_far (EssaimMatcher  *self,
             GCancellable   *cancellable,
             GError        **error)
{
  for (guint drawer = 0; drawer < ESSAIM_MATCH_N_DRAWERS; drawer++)
    {
      if (!essaim_match_drawers_open (self->by_far_key, drawer, self->items, error))
        return FALSE;

      g_array_set_size (self->entries, 0);
      for (guint i = 0; i < self->items->len; i++)
        {
          guint64 key = g_array_index (self->items, EssaimMatchItem, i).key;

          g_array_append_vals (self->entries, &(guint64) { key << 32 | i }, 1);
        }
      essaim_match_keys_sort (self->entries);
      if (!compare (self, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_records_cb (gconstpointer a,
                    gconstpointer b)
{
  guint32 x = ((const EssaimMatchItem *) a)->record, y = ((const EssaimMatchItem *) b)->record;

  return x < y ? -1 : x > y;
}

/* Each record once, in their order. */
static void
tidy_members (GArray *members)
{
  EssaimMatchItem *all = (EssaimMatchItem *) members->data;
  guint n = 0;

  g_array_sort (members, compare_records_cb);
  for (guint i = 0; i < members->len; i++)
    if (n == 0 || all[n - 1].record != all[i].record)
      all[n++] = all[i];

  g_array_set_size (members, n);
}

static guint32
find_member (GArray  *members,
             guint32  record)
{
  const EssaimMatchItem wanted = { .record = record };
  guint at;

  return g_array_binary_search (members, &wanted, compare_records_cb, &at) ? at : 0;
}

/* All pairs at once, and only the records that are in one: which stand, and which are too many to be asked about. */
static void
judge_pairs (EssaimMatcher *self)
{
  g_autofree EssaimTraits *traits = NULL;
  EssaimLikeness *pair;

  essaim_match_tidy (self->pairs);
  tidy_members (self->members);
  pair = (EssaimLikeness *) self->pairs->data;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      pair[i].a = find_member (self->members, pair[i].a);
      pair[i].b = find_member (self->members, pair[i].b);
    }
  traits = g_new (EssaimTraits, self->members->len);
  for (guint i = 0; i < self->members->len; i++)
    traits[i] = g_array_index (self->members, EssaimMatchItem, i).traits;

  essaim_match_settle (self->pairs, traits, self->members->len);
  essaim_match_limit (self->pairs, traits, self->members->len);
  essaim_match_part_crowds (self->pairs, traits, self->members->len);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      pair[i].a = g_array_index (self->members, EssaimMatchItem, pair[i].a).record;
      pair[i].b = g_array_index (self->members, EssaimMatchItem, pair[i].b).record;
    }
}

/**
 * essaim_matcher_find_pairs:
 * @self: a matcher that was given all records; it is of no use afterwards
 * @cancellable: (nullable): to give up
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Finds the pairs of records that are sure or perhaps one. The result does not depend on the order of the records. Sure
 * pairs never contradict each other: where A is B, B is C, but A cannot be C, the weaker pair is only perhaps one. Of a
 * record there are at most five pairs that are perhaps one, the strongest. More than fifty records of one feed are
 * never one.
 *
 * Returns: (transfer full) (nullable) (element-type EssaimLikeness): the pairs of records, a < b, sorted by a, then by b
 */
GArray *
essaim_matcher_find_pairs (EssaimMatcher  *self,
                           GCancellable   *cancellable,
                           GError        **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !compare_near (self, cancellable, error) ||
      !compare_far (self, cancellable, error))
    return NULL;

  judge_pairs (self);

  return g_steal_pointer (&self->pairs);
}
