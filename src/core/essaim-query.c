/* essaim-query.c: a question, as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-query.h"

#include <math.h>

static GPtrArray *
copy_texts (GPtrArray *texts)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (texts->pdata[i]));

  return copy;
}

/* In the same order: two lists of choices that differ in order only are rare, and asking again costs little. */
static gboolean
equal_texts (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
equal_numbers (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * essaim_query_new:
 *
 * Returns: (transfer full): the question that everything answers, sorted by relevance
 */
EssaimQuery *
essaim_query_new (void)
{
  EssaimQuery *query = g_new0 (EssaimQuery, 1);

  query->territories = g_ptr_array_new_with_free_func (g_free);
  query->sources = g_ptr_array_new_with_free_func (g_free);
  query->statuses = g_ptr_array_new_with_free_func (g_free);
  query->near_lat = query->near_lon = NAN;
  query->west = query->south = query->east = query->north = NAN;

  return query;
}

/**
 * essaim_query_copy:
 * @query: a query
 *
 * Returns: (transfer full): another one with the same value
 */
EssaimQuery *
essaim_query_copy (const EssaimQuery *query)
{
  EssaimQuery *copy = g_memdup2 (query, sizeof *query);

  copy->text = g_strdup (query->text);
  copy->since = g_strdup (query->since);
  copy->territories = copy_texts (query->territories);
  copy->sources = copy_texts (query->sources);
  copy->statuses = copy_texts (query->statuses);

  return copy;
}

/**
 * essaim_query_free:
 * @query: (nullable) (transfer full): a query
 */
void
essaim_query_free (EssaimQuery *query)
{
  if (query == NULL)
    return;

  g_free (query->text);
  g_free (query->since);
  g_ptr_array_unref (query->territories);
  g_ptr_array_unref (query->sources);
  g_ptr_array_unref (query->statuses);
  g_free (query);
}

/**
 * essaim_query_equal:
 * @a: a query
 * @b: another
 *
 * Returns: whether both ask the same in the same order; unknown numbers equal each other
 */
gboolean
essaim_query_equal (const EssaimQuery *a,
                    const EssaimQuery *b)
{
  return g_strcmp0 (a->text, b->text) == 0 &&
         a->themes == b->themes &&
         a->challenges == b->challenges &&
         a->kinds == b->kinds &&
         a->audiences == b->audiences &&
         equal_texts (a->territories, b->territories) &&
         equal_texts (a->sources, b->sources) &&
         equal_texts (a->statuses, b->statuses) &&
         equal_numbers (a->near_lat, b->near_lat) &&
         equal_numbers (a->near_lon, b->near_lon) &&
         a->within_km == b->within_km &&
         equal_numbers (a->west, b->west) &&
         equal_numbers (a->south, b->south) &&
         equal_numbers (a->east, b->east) &&
         equal_numbers (a->north, b->north) &&
         a->placed == b->placed &&
         g_strcmp0 (a->since, b->since) == 0 &&
         a->sort == b->sort;
}

/**
 * essaim_query_is_empty:
 * @query: a query
 *
 * Returns: whether nothing is asked for, so that every project answers; the order does not matter
 */
gboolean
essaim_query_is_empty (const EssaimQuery *query)
{
  return !essaim_query_has_text (query) &&
         query->themes == 0 &&
         query->challenges == 0 &&
         query->kinds == 0 &&
         query->audiences == 0 &&
         query->territories->len == 0 &&
         query->sources->len == 0 &&
         query->statuses->len == 0 &&
         !(essaim_query_has_near (query) && query->within_km > 0) &&
         !essaim_query_has_box (query) &&
         query->placed == ESSAIM_PLACED_ANY &&
         (query->since == NULL || *query->since == '\0');
}

/**
 * essaim_query_has_text:
 * @query: a query
 *
 * Returns: whether the text has a letter or a digit, without which there is nothing to look for
 */
gboolean
essaim_query_has_text (const EssaimQuery *query)
{
  for (const char *p = query->text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/**
 * essaim_query_has_near:
 * @query: a query
 *
 * Returns: whether the query names a point to measure from
 */
gboolean
essaim_query_has_near (const EssaimQuery *query)
{
  return !isnan (query->near_lat) && !isnan (query->near_lon);
}

/**
 * essaim_query_has_box:
 * @query: a query
 *
 * Returns: whether the query is limited to a box; one whose west lies east of its east crosses the 180th meridian
 */
gboolean
essaim_query_has_box (const EssaimQuery *query)
{
  return !isnan (query->west) && !isnan (query->south) && !isnan (query->east) && !isnan (query->north);
}

static const char * const sort_codes[] = {
  [ESSAIM_SORT_RELEVANCE] = "relevance",
  [ESSAIM_SORT_TITLE] = "title",
  [ESSAIM_SORT_RECENT] = "recent",
  [ESSAIM_SORT_DISTANCE] = "distance",
};

/**
 * essaim_sort_from_code:
 * @code: (nullable): what may be a code: `relevance`, `title`, `recent` or `distance`
 * @sort: (out): the order, untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_sort_from_code (const char *code,
                       EssaimSort *sort)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (sort_codes); i++)
    if (g_str_equal (sort_codes[i], code))
      {
        *sort = (EssaimSort) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * essaim_sort_to_code:
 * @sort: an order
 *
 * Returns: (transfer none): its code
 */
const char *
essaim_sort_to_code (EssaimSort sort)
{
  g_return_val_if_fail (sort < G_N_ELEMENTS (sort_codes), NULL);

  return sort_codes[sort];
}
