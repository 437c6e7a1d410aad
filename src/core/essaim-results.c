/* essaim-results.c: the answer to a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-results.h"

#include <math.h>
#include <string.h>

#include "essaim-facets.h"
#include "essaim-order.h"

#define N_WORDS(n) (((n) + 63) / 64)
/* How many matches before its turn one is fetched. */
#define AHEAD 16

struct _EssaimResults
{
  GObject parent_instance;

  /* Owned */
  EssaimIndex  *index;
  EssaimQuery  *query;
  guint64      *passing;     /* a bit for each row of the index */
  guint32      *rows;        /* in the order asked for */
  guint         n_rows;
  guint         n_unplaced;
  guint32      *sites;       /* rising */
  guint         n_sites;
  EssaimFacets  facets;
};

G_DEFINE_FINAL_TYPE (EssaimResults, essaim_results, G_TYPE_OBJECT)

static inline guint
has_bit (const guint64 *bits,
         guint          i)
{
  return (bits[i / 64] >> (i % 64)) & 1;
}

static inline void
set_bit (guint64 *bits,
         guint    i)
{
  bits[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
}

static inline void
test_row (EssaimResults      *self,
          const EssaimFilter *filter,
          EssaimTally        *tally,
          guint               row)
{
  guint fails = essaim_filter_test (filter, row);

  if (fails == ESSAIM_FAILS_NONE)
    {
      set_bit (self->passing, row);
      essaim_tally_add (tally, row);
    }
  else if ((fails & (fails - 1)) == 0)
    essaim_tally_add_alone (tally, row, fails);
}

static void
test_all (EssaimResults      *self,
          const EssaimFilter *filter,
          EssaimTally        *tally)
{
  for (guint row = 0; row < self->index->n_rows; row++)
    test_row (self, filter, tally, row);
}

/* In the order of the columns, not of the matches: a million of them would be read all over the memory. */
static void
test_some (EssaimResults      *self,
           const EssaimFilter *filter,
           EssaimTally        *tally,
           const guint64      *candidates)
{
  for (guint word = 0; word < N_WORDS (self->index->n_rows); word++)
    for (guint64 bits = candidates[word]; bits != 0; bits &= bits - 1)
      test_row (self, filter, tally, word * 64 + __builtin_ctzll (bits));
}

/* The rows of the store's numbers, each once, in the same order; a bit is set for each in @candidates. */
static guint
find_matching_rows (EssaimIndex   *index,
                    const guint32 *matches,
                    guint          n_matches,
                    guint32       *rows,
                    guint64       *candidates)
{
  guint n = 0;

  for (guint i = 0; i < n_matches; i++)
    {
      guint32 row;

      if (i + AHEAD < n_matches)
        essaim_index_prefetch_number (index, matches[i + AHEAD]);

      row = essaim_index_lookup_number (index, matches[i]);
      if (row != ESSAIM_NO_ROW && !has_bit (candidates, row))
        {
          set_bit (candidates, row);
          rows[n++] = row;
        }
    }

  return n;
}

/* The rows that pass, rising. */
static guint32 *
list_passing (EssaimResults *self)
{
  guint n_words = N_WORDS (self->index->n_rows);
  guint32 *rows;
  guint n = 0;

  for (guint word = 0; word < n_words; word++)
    self->n_rows += __builtin_popcountll (self->passing[word]);

  rows = g_new (guint32, self->n_rows);
  for (guint word = 0; word < n_words; word++)
    for (guint64 bits = self->passing[word]; bits != 0; bits &= bits - 1)
      rows[n++] = word * 64 + __builtin_ctzll (bits);

  return rows;
}

/* Keeps those of @n rows that pass, in their order; all that pass are among them. Without a jump for each, as nobody can
 * foresee which ones do. */
static void
take_passing (EssaimResults *self,
              const guint32 *rows,
              guint          n)
{
  guint taken = 0;

  if (n > 0 && n == self->n_rows)
    {
      memcpy (self->rows, rows, n * sizeof *rows);
      return;
    }

  for (guint i = 0; i < n && taken < self->n_rows; i++)
    {
      self->rows[taken] = rows[i];
      taken += has_bit (self->passing, rows[i]);
    }
}

/* How far the nearest point of a project is, in steps of a milliardth of the Earth's radius (six millimetres, as fine
 * as a position is known here); the greatest number without a point. */
static guint32
measure_row (EssaimIndex        *index,
             guint               row,
             const EssaimSphere *from)
{
  double nearest = essaim_index_measure_chord2 (index, row, from);

  return isinf (nearest) ? G_MAXUINT32 : (guint32) (sqrt (nearest) * 1e9);
}

static void
order_by_distance (EssaimResults *self,
                   const guint32 *rising)
{
  EssaimSphere from = essaim_sphere_at (self->query->near_lat, self->query->near_lon);
  g_autofree guint32 *steps = g_new (guint32, self->index->n_rows);
  g_autofree guint64 *numbers = g_new (guint64, self->n_rows);

  for (guint i = 0; i < self->n_rows; i++)
    steps[rising[i]] = measure_row (self->index, rising[i], &from);
  for (guint i = 0; i < self->n_rows; i++)
    numbers[i] = (guint64) steps[self->rows[i]] << 32 | self->rows[i];
  essaim_order_by_upper_half (numbers, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i] = (guint32) numbers[i];
}

static void
order_rows (EssaimResults *self,
            const guint32 *matching,
            guint          n_matching,
            const guint32 *rising)
{
  EssaimIndex *index = self->index;
  EssaimSort sort = self->query->sort;

  self->rows = g_new (guint32, self->n_rows);
  if (sort == ESSAIM_SORT_RELEVANCE && matching != NULL)
    take_passing (self, matching, n_matching);
  else if (sort == ESSAIM_SORT_RECENT)
    take_passing (self, index->by_recent, index->n_rows);
  else
    take_passing (self, index->by_title, index->n_rows);

  if (sort == ESSAIM_SORT_DISTANCE && essaim_query_has_near (self->query))
    order_by_distance (self, rising);
}

static void
take_sites (EssaimResults      *self,
            const EssaimFilter *filter,
            const guint32      *rising)
{
  EssaimIndex *index = self->index;
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    n += index->first_sites[rising[i] + 1] - index->first_sites[rising[i]];
  self->sites = g_new (guint32, n);

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint row = rising[i];

      self->n_unplaced += !index->placed[row];
      for (guint site = index->first_sites[row]; site < index->first_sites[row + 1]; site++)
        if (essaim_filter_has_site (filter, site))
          self->sites[self->n_sites++] = site;
    }
}

static void
evaluate (EssaimResults *self,
          const guint32 *matches,
          guint          n_matches)
{
  EssaimIndex *index = self->index;
  g_autoptr (EssaimFilter) filter = essaim_filter_new (index, self->query);
  g_autoptr (EssaimTally) tally = essaim_tally_new (index);
  g_autofree guint32 *matching = NULL;
  g_autofree guint32 *rising = NULL;
  guint n_matching = 0;

  self->passing = g_new0 (guint64, N_WORDS (index->n_rows));
  if (matches != NULL || essaim_query_has_text (self->query))
    {
      g_autofree guint64 *candidates = g_new0 (guint64, N_WORDS (index->n_rows));

      matching = g_new (guint32, n_matches + 1);
      n_matching = find_matching_rows (index, matches, n_matches, matching, candidates);
      test_some (self, filter, tally, candidates);
    }
  else
    test_all (self, filter, tally);

  rising = list_passing (self);
  order_rows (self, matching, n_matching, rising);
  take_sites (self, filter, rising);
  essaim_tally_end (tally, filter, &self->facets);
}

static void
essaim_results_finalize (GObject *object)
{
  EssaimResults *self = ESSAIM_RESULTS (object);

  g_clear_object (&self->index);
  g_clear_pointer (&self->query, essaim_query_free);
  g_free (self->passing);
  g_free (self->rows);
  g_free (self->sites);
  essaim_facets_clear (&self->facets);

  G_OBJECT_CLASS (essaim_results_parent_class)->finalize (object);
}

static void
essaim_results_class_init (EssaimResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_results_finalize;
}

static void
essaim_results_init (EssaimResults *self)
{
}

/**
 * essaim_results_new:
 * @index: all projects
 * @query: a query; copied
 * @matches: (array length=n_matches) (nullable): the store's numbers of the projects that match the text, best first;
 *   `NULL` when the query has no text ([func@query_has_text]) or nothing matches it
 * @n_matches: how many
 *
 * Answers a query. May be called in any thread. Numbers that the index does not have are left out: the store may be
 * ahead of it.
 *
 * The order is total: what is equal in the order asked for is ordered by title, then by row. Relevance without a text,
 * and distance without a point to measure from, are the order of titles.
 *
 * Returns: (transfer full): the answer, which does not change any more
 */
EssaimResults *
essaim_results_new (EssaimIndex       *index,
                    const EssaimQuery *query,
                    const guint32     *matches,
                    guint              n_matches)
{
  EssaimResults *self;

  g_return_val_if_fail (ESSAIM_IS_INDEX (index) && query != NULL, NULL);

  self = g_object_new (ESSAIM_TYPE_RESULTS, NULL);
  self->index = g_object_ref (index);
  self->query = essaim_query_copy (query);
  evaluate (self, matches, n_matches);

  return self;
}

/* Of all rows, or of those that match, how many pass. */
static guint
count_passing (EssaimIndex        *index,
               const EssaimFilter *filter,
               const guint64      *candidates)
{
  guint n = 0;

  for (guint row = 0; row < index->n_rows; row++)
    if (candidates == NULL || has_bit (candidates, row))
      n += essaim_filter_test (filter, row) == ESSAIM_FAILS_NONE;

  return n;
}

/**
 * essaim_results_count:
 * @index: all projects
 * @query: a query
 * @matches: (array length=n_matches) (nullable): as for [ctor@Results.new]
 * @n_matches: how many
 *
 * May be called in any thread.
 *
 * Returns: how many projects answer the query
 */
guint
essaim_results_count (EssaimIndex       *index,
                      const EssaimQuery *query,
                      const guint32     *matches,
                      guint              n_matches)
{
  g_autoptr (EssaimFilter) filter = NULL;
  g_autofree guint64 *candidates = NULL;

  g_return_val_if_fail (ESSAIM_IS_INDEX (index) && query != NULL, 0);

  filter = essaim_filter_new (index, query);
  if (matches != NULL || essaim_query_has_text (query))
    {
      g_autofree guint32 *rows = g_new (guint32, n_matches + 1);

      candidates = g_new0 (guint64, N_WORDS (index->n_rows));
      find_matching_rows (index, matches, n_matches, rows, candidates);
    }

  return count_passing (index, filter, candidates);
}

/**
 * essaim_results_get_index:
 * @self: results
 *
 * Returns: (transfer none): the index that the rows are of
 */
EssaimIndex *
essaim_results_get_index (EssaimResults *self)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), NULL);

  return self->index;
}

/**
 * essaim_results_get_query:
 * @self: results
 *
 * Returns: (transfer none): the query that they answer
 */
const EssaimQuery *
essaim_results_get_query (EssaimResults *self)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), NULL);

  return self->query;
}

/**
 * essaim_results_get_n:
 * @self: results
 *
 * Returns: how many projects answer
 */
guint
essaim_results_get_n (EssaimResults *self)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), 0);

  return self->n_rows;
}

/**
 * essaim_results_get_row:
 * @self: results
 * @position: from 0, in the order asked for
 *
 * Returns: the row of the project there
 */
guint
essaim_results_get_row (EssaimResults *self,
                        guint          position)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self) && position < self->n_rows, 0);

  return self->rows[position];
}

/**
 * essaim_results_get_n_unplaced:
 * @self: results
 *
 * Returns: how many of the projects have no point at all, so that the map cannot show them
 */
guint
essaim_results_get_n_unplaced (EssaimResults *self)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), 0);

  return self->n_unplaced;
}

/**
 * essaim_results_has_row:
 * @self: results
 * @row: a row of the index
 *
 * Returns: whether the project is among the results
 */
gboolean
essaim_results_has_row (EssaimResults *self,
                        guint          row)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), FALSE);

  return row < self->index->n_rows && has_bit (self->passing, row);
}

/**
 * essaim_results_find_row:
 * @self: results
 * @row: a row of the index
 *
 * Returns: its position, `G_MAXUINT` when it is not among the results
 */
guint
essaim_results_find_row (EssaimResults *self,
                         guint          row)
{
  if (!essaim_results_has_row (self, row))
    return G_MAXUINT;

  for (guint position = 0; position < self->n_rows; position++)
    if (self->rows[position] == row)
      return position;

  return G_MAXUINT;
}

/**
 * essaim_results_get_sites:
 * @self: results
 * @n_sites: (out): how many
 *
 * Returns: (transfer none) (array length=n_sites): what a map shows: sites of the results that have a point and that
 *   lie themselves where the query looks (territory, box, circle), rising
 */
const guint32 *
essaim_results_get_sites (EssaimResults *self,
                          guint         *n_sites)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), NULL);

  *n_sites = self->n_sites;

  return self->sites;
}

/**
 * essaim_results_get_facets:
 * @self: results
 *
 * Returns: (transfer none): how many projects each choice would leave
 */
const EssaimFacets *
essaim_results_get_facets (EssaimResults *self)
{
  g_return_val_if_fail (ESSAIM_IS_RESULTS (self), NULL);

  return &self->facets;
}
