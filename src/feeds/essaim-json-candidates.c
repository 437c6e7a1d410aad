/* essaim-json-candidates.c: which of the lists of a JSON document holds its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-candidates.h"

#include <string.h>

#include "essaim-json-path.h"

#define MAX_CANDIDATES 100

static void
candidate_clear (gpointer data)
{
  g_free ((char *) ((EssaimJsonCandidate *) data)->path);
}

/* Arrays that describe the data, beside the data. */
static gboolean
is_description (const char *key)
{
  static const char * const keys[] = {
    "fields", "columns", "links", "facets", "facet_groups", "errors", "warnings", "layers", "includes", "attachments",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (key, keys[i]))
      return TRUE;

  return FALSE;
}

/* Where an answer without any result would have had it. */
static gboolean
is_usual (const char *key)
{
  static const char * const keys[] = {
    "features", "results", "records", "data", "items", "values", "entities", "elements", "query_results", "@graph",
    "rows",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (key, keys[i]))
      return TRUE;

  return FALSE;
}

/* Features win, then what is called entities; what only describes the data comes last. */
static guint
rank_key (const char *key)
{
  if (g_str_equal (key, "features"))
    return ESSAIM_JSON_RANK_FEATURES;

  return g_str_equal (key, "entities") ? 2 : is_description (key) ? 0 : 1;
}

/* By rank, then the most members. */
static guint64
weigh (const EssaimJsonCandidate *candidate)
{
  if (candidate->n_objects == 0)
    return candidate->has_rows ? 2 : candidate->is_result ? 1 : 0;

  return (guint64) candidate->rank << 40 | (guint64) candidate->n_objects << 1;
}

/* Whether there is room for one; when there are too many, the lightest makes room. */
static gboolean
make_room (GArray                    *candidates,
           const EssaimJsonCandidate *added)
{
  const EssaimJsonCandidate *known = (const EssaimJsonCandidate *) candidates->data;
  guint lightest = 0;

  if (candidates->len < MAX_CANDIDATES)
    return TRUE;

  for (guint i = 1; i < candidates->len; i++)
    if (weigh (&known[i]) < weigh (&known[lightest]))
      lightest = i;
  if (weigh (added) <= weigh (&known[lightest]))
    return FALSE;

  g_array_remove_index (candidates, lightest);

  return TRUE;
}

static EssaimJsonCandidate *
find_candidate (GArray                    *candidates,
                const EssaimJsonCandidate *like)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      EssaimJsonCandidate *candidate = &g_array_index (candidates, EssaimJsonCandidate, i);

      if (candidate->hash == like->hash && g_str_equal (candidate->path, like->path))
        return candidate;
    }

  return NULL;
}

/* A file of structures and of what they offer has more of the latter as a rule; yet the former are its records. */
static const EssaimJsonCandidate *
prefer_structures (GArray                    *candidates,
                   const EssaimJsonCandidate *best)
{
  gsize length = strlen (best->path) - strlen (essaim_json_path_get_last (best->path));

  for (guint i = 0; i < candidates->len && g_str_equal (best->path + length, "services"); i++)
    {
      const EssaimJsonCandidate *candidate = &g_array_index (candidates, EssaimJsonCandidate, i);

      if (strncmp (candidate->path, best->path, length) == 0 && candidate->n_objects > 0
          && g_str_equal (candidate->path + length, "structures"))
        return candidate;
    }

  return best;
}

/**
 * essaim_json_candidates_new:
 *
 * Returns: (transfer full) (element-type EssaimJsonCandidate): none yet
 */
GArray *
essaim_json_candidates_new (void)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (EssaimJsonCandidate));

  g_array_set_clear_func (candidates, candidate_clear);

  return candidates;
}

/**
 * essaim_json_candidates_add:
 * @candidates: (element-type EssaimJsonCandidate): those that came before
 * @candidate: another, copied, without its rank. `is_result` says whether it is a list, `has_rows` whether it is one of
 *   nothing but lists; both count only under a name that records usually have
 *
 * Adds what it holds to what came before under the same path. When there are too many, the lightest is forgotten.
 */
void
essaim_json_candidates_add (GArray                    *candidates,
                            const EssaimJsonCandidate *candidate)
{
  EssaimJsonCandidate *known = find_candidate (candidates, candidate);
  const char *key = essaim_json_path_get_last (candidate->path);
  EssaimJsonCandidate added = *candidate;

  added.rank = rank_key (key);
  added.is_result = candidate->is_result && is_usual (key);
  added.has_rows = candidate->has_rows && is_usual (key);
  if (known != NULL)
    {
      known->n_objects += added.n_objects;
      known->n_data_sets += added.n_data_sets;
      known->has_rows |= added.has_rows;
      return;
    }
  if (!make_room (candidates, &added))
    return;

  added.path = g_strdup (candidate->path);
  g_array_append_val (candidates, added);
}

/**
 * essaim_json_candidates_find_best:
 * @candidates: (element-type EssaimJsonCandidate): all that there are
 *
 * Features win, then what is called entities, then what has the most members; what only describes the data comes last.
 *
 * Returns: (transfer none) (nullable): where the records are
 */
const EssaimJsonCandidate *
essaim_json_candidates_find_best (GArray *candidates)
{
  const EssaimJsonCandidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      const EssaimJsonCandidate *candidate = &g_array_index (candidates, EssaimJsonCandidate, i);

      if (weigh (candidate) > (best != NULL ? weigh (best) : 0))
        best = candidate;
    }

  return best != NULL ? prefer_structures (candidates, best) : NULL;
}

/**
 * essaim_json_candidates_find_services:
 * @candidates: (element-type EssaimJsonCandidate): all that there are
 * @best: the one of the records
 *
 * Finds the offers that name the structures beside them: data.inclusion keeps the themes of the ones with the others.
 *
 * Returns: (nullable): their path, where the records are structures
 */
const char *
essaim_json_candidates_find_services (GArray                    *candidates,
                                      const EssaimJsonCandidate *best)
{
  gsize length = strlen (best->path) - strlen (essaim_json_path_get_last (best->path));
  const char *found = NULL;

  for (guint i = 0; i < candidates->len && g_str_equal (best->path + length, "structures"); i++)
    {
      const char *path = g_array_index (candidates, EssaimJsonCandidate, i).path;

      if (strncmp (path, best->path, length) == 0 && g_str_equal (path + length, "services"))
        found = path;
    }

  return found;
}
