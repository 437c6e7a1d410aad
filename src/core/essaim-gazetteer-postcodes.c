/* essaim-gazetteer-postcodes.c: postcodes, and help while the name of a commune is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer-private.h"

#include "essaim-text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

/**
 * essaim_gazetteer_parse_postcode:
 * @text: (nullable): a text that may hold a postcode
 *
 * Reads the first number of four or five digits, so that a lost zero in front does not matter, or of two and three
 * (`63 000`).
 *
 * Returns: the postcode as a number; 0 where there is none
 */
guint
essaim_gazetteer_parse_postcode (const char *text)
{
  const char *p = text != NULL ? strpbrk (text, DIGITS) : NULL;

  while (p != NULL)
    {
      gsize length = strspn (p, DIGITS);
      const char *next = p + length + strspn (p + length, " ");

      if (length == 4 || length == 5)
        return (guint) strtoul (p, NULL, 10);
      if (length == 2 && strspn (next, DIGITS) == 3)
        return (guint) (strtoul (p, NULL, 10) * 1000 + strtoul (next, NULL, 10));
      p = strpbrk (p + length, DIGITS);
    }

  return 0;
}

static guint
lower_bound (EssaimGazetteer *self,
             guint            number)
{
  guint low = 0, high = self->n_postcodes;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->postcodes[middle].number < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * essaim_gazetteer_find_postcode:
 * @self: the gazetteer
 * @number: a postcode, or 0
 * @n_rows: (out): how many rows of its table the postcode has: one for each commune
 *
 * Returns: the first of these rows
 */
guint
essaim_gazetteer_find_postcode (EssaimGazetteer *self,
                                guint            number,
                                guint           *n_rows)
{
  guint first = lower_bound (self, number);

  *n_rows = number != 0 ? lower_bound (self, number + 1) - first : 0;

  return first;
}

/**
 * essaim_gazetteer_find_by_postcode:
 * @self: the gazetteer
 * @postcode: (nullable): a postcode as data has it: blanks, a lost zero in front are borne
 * @n_candidates: (out) (optional): how many communes have it
 *
 * Returns: the index of the only commune with that postcode, or %ESSAIM_NO_COMMUNE where several have it, or none
 */
guint
essaim_gazetteer_find_by_postcode (EssaimGazetteer *self,
                                   const char      *postcode,
                                   guint           *n_candidates)
{
  guint n_rows;
  guint first = essaim_gazetteer_find_postcode (self, essaim_gazetteer_parse_postcode (postcode), &n_rows);

  if (n_candidates != NULL)
    *n_candidates = n_rows;

  return n_rows == 1 ? self->postcodes[first].commune : ESSAIM_NO_COMMUNE;
}

/**
 * essaim_gazetteer_locate_postcode:
 * @self: the gazetteer
 * @postcode: (nullable): a postcode as data has it
 * @lat: (out): latitude in degrees
 * @lon: (out): longitude in degrees
 * @department: (out) (optional): the department of its communes, %ESSAIM_NO_DEPARTMENT where they have several
 *
 * Finds the middle of the points of the communes that have a postcode.
 *
 * Returns: %FALSE where no commune with a known point has it; nothing is set then
 */
gboolean
essaim_gazetteer_locate_postcode (EssaimGazetteer *self,
                                  const char      *postcode,
                                  double          *lat,
                                  double          *lon,
                                  guint           *department)
{
  guint n_rows, n_placed = 0, common = ESSAIM_NO_DEPARTMENT;
  guint first = essaim_gazetteer_find_postcode (self, essaim_gazetteer_parse_postcode (postcode), &n_rows);
  double sum_lat = 0.0, sum_lon = 0.0;

  for (guint i = 0; i < n_rows; i++)
    {
      const EssaimCommune *commune = &self->communes[self->postcodes[first + i].commune];

      common = i == 0 || commune->department == common ? commune->department : ESSAIM_NO_DEPARTMENT;
      if (isnan (commune->lat))
        continue;
      sum_lat += commune->lat;
      sum_lon += commune->lon;
      n_placed++;
    }

  if (n_placed == 0)
    return FALSE;

  *lat = sum_lat / n_placed;
  *lon = sum_lon / n_placed;
  if (department != NULL)
    *department = common;

  return TRUE;
}

/**
 * essaim_gazetteer_match_name:
 * @key: a folded name
 * @typed: the beginning of a name, folded alike
 *
 * Returns: how the beginning meets the name, with or without the article of that
 */
EssaimMatch
essaim_gazetteer_match_name (const char *key,
                             const char *typed)
{
  gsize length = strlen (typed);
  const char *found = strstr (key, typed);
  guint article;

  if (found == NULL)
    return ESSAIM_MATCH_NONE;
  if (found == key || found == essaim_gazetteer_split_article (key, &article))
    return found[length] == '\0' ? ESSAIM_MATCH_WHOLE : ESSAIM_MATCH_START;

  for (; found != NULL; found = strstr (found + 1, typed))
    if (found[-1] == ' ')
      return ESSAIM_MATCH_WORD;

  return ESSAIM_MATCH_INSIDE;
}

typedef struct
{
  EssaimMatch match;
  guint32     population;
  guint       commune;
} Completion;

static int
compare_completions (gconstpointer a,
                     gconstpointer b)
{
  const Completion *one = a, *other = b;

  if (one->match != other->match)
    return one->match < other->match ? -1 : 1;
  if (one->population != other->population)
    return one->population > other->population ? -1 : 1;

  return one->commune < other->commune ? -1 : one->commune > other->commune;
}

static void
add_completion (EssaimGazetteer *self,
                GArray          *completions,
                guint            commune,
                EssaimMatch      match)
{
  Completion completion = { match, self->communes[commune].population, commune };

  g_array_append_val (completions, completion);
}

static void
complete_name (EssaimGazetteer *self,
               const char      *folded,
               GArray          *completions)
{
  for (guint i = 0; i < self->n_communes; i++)
    {
      EssaimMatch match = essaim_gazetteer_match_name (self->communes[i].key, folded);

      if (match <= ESSAIM_MATCH_WORD)
        add_completion (self, completions, i, match);
    }
}

static void
complete_postcode (EssaimGazetteer *self,
                   const char      *digits,
                   GArray          *completions)
{
  guint first = 0, span = 1;

  for (guint i = 0; i < 5; i++)
    {
      gboolean is_typed = i < strlen (digits);

      first = first * 10 + (is_typed ? digits[i] - '0' : 0);
      span *= is_typed ? 1 : 10;
    }

  for (guint i = lower_bound (self, first); i < lower_bound (self, first + span); i++)
    add_completion (self, completions, self->postcodes[i].commune, ESSAIM_MATCH_START);
}

/* The first @limit communes; one that has several postcodes comes once, its completions being equal and so together. */
static GArray *
take_communes (GArray *completions,
               guint   limit)
{
  GArray *communes = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_sort (completions, compare_completions);
  for (guint i = 0; i < completions->len && communes->len < limit; i++)
    {
      guint commune = g_array_index (completions, Completion, i).commune;

      if (communes->len == 0 || g_array_index (communes, guint, communes->len - 1) != commune)
        g_array_append_val (communes, commune);
    }

  return communes;
}

/**
 * essaim_gazetteer_complete:
 * @self: the gazetteer
 * @typed: the beginning of a name, of a word in it, or of a postcode; valid UTF-8
 * @limit: most communes wanted
 *
 * Helps while a commune is typed: those of just that name come first, then those whose name begins so, then those with a
 * word that does, each with the most populous first.
 *
 * Returns: (transfer full) (element-type guint): indices of communes
 */
GArray *
essaim_gazetteer_complete (EssaimGazetteer *self,
                           const char      *typed,
                           guint            limit)
{
  g_autoptr (GArray) completions = g_array_new (FALSE, FALSE, sizeof (Completion));
  g_autofree char *folded = essaim_text_fold_name (typed);
  gsize length = strlen (folded);

  if (length > 0 && length <= 5 && strspn (folded, "0123456789") == length)
    complete_postcode (self, folded, completions);
  else if (length > 0)
    complete_name (self, folded, completions);

  return take_communes (completions, limit);
}
