/* essaim-gazetteer-names.c: communes and departments found by what people call them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer-private.h"

#include "essaim-text.h"

#include <string.h>

/* The articles of build-aux/compilegeo/names.py, by number. */
static const char * const articles[] = { "", "le", "la", "les", "l" };

/**
 * essaim_gazetteer_split_article:
 * @folded: a folded name
 * @article: (out): the number of the article that it begins with, of `build-aux/compilegeo/names.py`; 0 without one
 *
 * Returns: (transfer none): the name behind the article; a lone article is a name
 */
const char *
essaim_gazetteer_split_article (const char *folded,
                                guint      *article)
{
  *article = 0;
  for (guint i = 1; i < G_N_ELEMENTS (articles); i++)
    {
      gsize length = strlen (articles[i]);

      if (strncmp (folded, articles[i], length) == 0 && folded[length] == ' ')
        {
          *article = i;
          return folded + length + 1;
        }
    }

  return folded;
}

static int
department_of_postcode (EssaimGazetteer *self,
                        guint            number)
{
  char code[8] = "";
  guint first = number / 1000;

  if (first == 20)
    g_strlcpy (code, number < 20200 ? "2A" : "2B", sizeof code);
  else if (first >= 97)
    g_snprintf (code, sizeof code, "%u", number / 100);
  else
    g_snprintf (code, sizeof code, "%u", first);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->departments_by_text, code)) - 1;
}

/* What a name is looked for with. */
typedef struct
{
  const char *key;
  guint       article;
  guint       postcode;     /* 0 where not known */
  guint       department;   /* or ESSAIM_NO_DEPARTMENT */
} Wanted;

/* How well a name fits: present names before former ones, the right article before another. */
static guint
rank_name (const EssaimNameRow *row,
           const Wanted        *wanted)
{
  return (row->kind != ESSAIM_CODE_PRESENT ? 2 : 0) + (row->article != wanted->article ? 1 : 0);
}

static gboolean
has_postcode (EssaimGazetteer *self,
              guint            commune,
              guint            postcode)
{
  guint n_rows;
  guint first = essaim_gazetteer_find_postcode (self, postcode, &n_rows);

  for (guint i = first; i < first + n_rows; i++)
    if (self->postcodes[i].commune == commune)
      return TRUE;

  return FALSE;
}

/* The only best of the rows with the wanted name, within the postcode or else the department if they are not 0 and
 * ESSAIM_NO_DEPARTMENT. */
static guint
choose (EssaimGazetteer *self,
        guint            first,
        guint            end,
        const Wanted    *wanted)
{
  guint best = ESSAIM_NO_COMMUNE, best_rank = G_MAXUINT;

  for (guint i = first; i < end; i++)
    {
      const EssaimNameRow *row = &self->names[i];
      guint rank = rank_name (row, wanted);

      if (wanted->postcode != 0 && !has_postcode (self, row->commune, wanted->postcode))
        continue;
      if (wanted->department != ESSAIM_NO_DEPARTMENT && self->communes[row->commune].department != wanted->department)
        continue;

      if (rank < best_rank)
        best = row->commune;
      else if (rank == best_rank && row->commune != best)
        best = ESSAIM_NO_COMMUNE;
      best_rank = MIN (rank, best_rank);
    }

  return best;
}

static guint
lower_bound (EssaimGazetteer *self,
             const char      *key,
             gboolean         after)
{
  guint low = 0, high = self->n_names;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (essaim_geo_file_get_text (self->file, self->names[middle].key), key);

      if (order < 0 || (after && order == 0))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The postcode decides; where no commune of that name has it (a CEDEX, a mistake), the department does. */
static guint
find_key (EssaimGazetteer *self,
          const Wanted    *wanted)
{
  guint first = lower_bound (self, wanted->key, FALSE);
  guint end = lower_bound (self, wanted->key, TRUE);
  Wanted narrowed = *wanted;
  guint found;

  if (first == end)
    return ESSAIM_NO_COMMUNE;

  if (wanted->postcode != 0)
    {
      int of_postcode = department_of_postcode (self, wanted->postcode);

      narrowed.department = ESSAIM_NO_DEPARTMENT;
      found = choose (self, first, end, &narrowed);
      if (found != ESSAIM_NO_COMMUNE || of_postcode < 0)
        return found;
      if (wanted->department != ESSAIM_NO_DEPARTMENT && wanted->department != (guint) of_postcode)
        return ESSAIM_NO_COMMUNE;
      narrowed.postcode = 0;
      narrowed.department = of_postcode;
    }

  return choose (self, first, end, &narrowed);
}

static gboolean
begins_with_words (const char *text,
                   const char *words)
{
  gsize length = strlen (words);

  return strncmp (text, words, length) == 0 && text[length] == ' ';
}

/* The only commune of the postcode whose name begins the wanted one (“clermont ferrand gare”), or the reverse. */
static guint
find_longer_or_shorter (EssaimGazetteer *self,
                        const Wanted    *wanted)
{
  guint n_rows, article, found = ESSAIM_NO_COMMUNE;
  guint first = essaim_gazetteer_find_postcode (self, wanted->postcode, &n_rows);

  for (guint i = first; i < first + n_rows; i++)
    {
      const char *key = essaim_gazetteer_split_article (self->communes[self->postcodes[i].commune].key, &article);

      if (!begins_with_words (key, wanted->key) && !begins_with_words (wanted->key, key))
        continue;
      if (found != ESSAIM_NO_COMMUNE)
        return ESSAIM_NO_COMMUNE;
      found = self->postcodes[i].commune;
    }

  return found;
}

/* `chalon s saone` as `chalon sur saone`, `rochelle la` as `la rochelle`; NULL where nothing was short. */
static char *
spell_out (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words);
  gboolean is_changed = FALSE;

  for (guint i = 1; i + 1 < n; i++)
    if (g_str_equal (words[i], "s") || g_str_equal (words[i], "ss"))
      {
        const char *full = g_str_equal (words[i], "s") ? "sur" : "sous";

        g_free (words[i]);
        words[i] = g_strdup (full);
        is_changed = TRUE;
      }

  for (guint i = 1; n > 1 && i < G_N_ELEMENTS (articles); i++)
    if (g_str_equal (words[n - 1], articles[i]))
      {
        char *article = words[n - 1];

        memmove (words + 1, words, (n - 1) * sizeof *words);
        words[0] = article;
        is_changed = TRUE;
        break;
      }

  return is_changed ? g_strjoinv (" ", words) : NULL;
}

/**
 * essaim_gazetteer_find_by_name:
 * @self: the gazetteer
 * @name: (nullable): the name of a commune as data has it, valid UTF-8: any case, accents, hyphens, `St`, CEDEX,
 *   arrondissement, leading article
 * @postcode: (nullable): its postcode, if known
 * @department: the index of its department, or %ESSAIM_NO_DEPARTMENT
 *
 * Finds a commune by name. A name that several communes have is never guessed at: the postcode, else the department must
 * tell them apart. Present names come before those of former communes.
 *
 * Returns: the index of the commune, or %ESSAIM_NO_COMMUNE
 */
guint
essaim_gazetteer_find_by_name (EssaimGazetteer *self,
                               const char      *name,
                               const char      *postcode,
                               guint            department)
{
  Wanted wanted = { .postcode = essaim_gazetteer_parse_postcode (postcode), .department = department };
  g_autofree char *folded = name != NULL ? essaim_text_fold_name (name) : NULL;
  g_autofree char *spelled = NULL;
  guint found;

  if (folded == NULL || *folded == '\0')
    return ESSAIM_NO_COMMUNE;

  wanted.key = essaim_gazetteer_split_article (folded, &wanted.article);
  found = find_key (self, &wanted);
  if (found != ESSAIM_NO_COMMUNE)
    return found;

  spelled = spell_out (folded);
  if (spelled != NULL)
    {
      wanted.key = essaim_gazetteer_split_article (spelled, &wanted.article);
      found = find_key (self, &wanted);
    }
  if (found == ESSAIM_NO_COMMUNE && wanted.postcode != 0)
    found = find_longer_or_shorter (self, &wanted);

  return found;
}

static guint
lookup_department (EssaimGazetteer *self,
                   const char      *code_or_key)
{
  const char *text = code_or_key + strspn (code_or_key, "0");

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->departments_by_text, text)) - 1;
}

/* `63 puy de dome` and `puy de dome 63`, when both parts agree. */
static guint
lookup_code_and_name (EssaimGazetteer *self,
                      char            *folded)
{
  char *first = strchr (folded, ' ');
  char *last = strrchr (folded, ' ');
  g_autofree char *code = NULL;
  guint found;

  if (first == NULL)
    return G_MAXUINT;

  if (g_ascii_isdigit (*folded))
    {
      code = g_ascii_strup (folded, first - folded);
      found = lookup_department (self, first + 1);
    }
  else
    {
      code = g_ascii_strup (last + 1, -1);
      *last = '\0';
      found = lookup_department (self, folded);
    }

  return found == lookup_department (self, code) ? found : G_MAXUINT;
}

/**
 * essaim_gazetteer_resolve_department:
 * @self: the gazetteer
 * @code_or_name: (nullable): a department as data has it: `1`, `01`, `063`, `2a`, `976`, `Ain`, `63 - Puy-de-Dôme`
 *
 * Returns: the index of the department, or %ESSAIM_NO_DEPARTMENT
 */
guint
essaim_gazetteer_resolve_department (EssaimGazetteer *self,
                                     const char      *code_or_name)
{
  g_autofree char *folded = code_or_name != NULL ? essaim_text_fold_name (code_or_name) : NULL;
  g_autofree char *code = NULL;
  guint found;

  if (folded == NULL || *folded == '\0')
    return ESSAIM_NO_DEPARTMENT;

  code = g_ascii_strup (folded, -1);
  found = lookup_department (self, code);
  if (found == G_MAXUINT)
    found = lookup_department (self, folded);
  if (found == G_MAXUINT)
    found = lookup_code_and_name (self, folded);

  return found != G_MAXUINT ? found : ESSAIM_NO_DEPARTMENT;
}
