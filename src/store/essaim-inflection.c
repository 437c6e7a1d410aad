/* essaim-inflection.c: what the forms of a French word share
 *
 * Number and gender only. Stemmers for search take *mobile*, *mobilier* and *mobilité* for one word, and *aîné* for *Ain*: too much is
 * found. What follows is after J. Savoy’s light stemmer (“A stemming procedure and stopword list for general French corpora”, JASIS 50
 * (10), 1999), less what it does to verbs, and with the endings of the feminine that mark no other word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-inflection.h"

#include <string.h>

typedef struct
{
  const char *ending;
  const char *stem_ending;
  guint8      least;         /* bytes before the ending: shorter words are other words (*rive*, *belle*, *plante*) */
} Rule;

static const Rule plurals[] = {
  { "eaux", "eau", 0 }, { "aux", "al", 3 }, { "eux", "eu", 1 }, { "oux", "ou", 2 },
};

/* After the plural: the s of *français* is gone as well. */
static const Rule feminines[] = {
  { "aine", "ain", 3 }, { "aise", "ai", 3 }, { "ale", "al", 3 }, { "anne", "an", 3 }, { "ante", "ant", 3 }, { "chere", "cher", 3 },
  { "elle", "el", 3 }, { "enne", "en", 3 }, { "ente", "ent", 3 }, { "erte", "ert", 3 }, { "eure", "eur", 3 }, { "euse", "eu", 3 },
  { "gere", "ger", 3 }, { "iere", "ier", 3 }, { "ive", "if", 2 }, { "oise", "oi", 3 }, { "trice", "teur", 3 }, { "uite", "uit", 3 },
};

/* Whole words that go their own way, or that would become another word without their s. */
static const char * const irregular[][2] = {
  { "baux", "bail" }, { "cours", "cours" }, { "fils", "fils" }, { "fois", "fois" }, { "francois", "francois" },
  { "francoise", "francoise" }, { "joyaux", "joyau" }, { "mais", "mais" }, { "materiaux", "materiau" },
  { "mois", "mois" }, { "nouvel", "nouveau" }, { "nouvelle", "nouveau" }, { "noyaux", "noyau" },
  { "paris", "paris" }, { "pays", "pays" }, { "plus", "plus" }, { "publique", "public" }, { "repas", "repas" },
  { "sous", "sous" }, { "travaux", "travail" }, { "tuyaux", "tuyau" }, { "vers", "vers" }, { "vieil", "vieux" },
  { "vieille", "vieux" }, { "vieux", "vieux" }, { "vitraux", "vitrail" }, { "yeux", "oeil" },
};

static gboolean
replace_irregular (EssaimStem stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (strcmp (stem, irregular[i][0]) == 0)
      {
        g_strlcpy (stem, irregular[i][1], ESSAIM_STEM_MAX);
        return TRUE;
      }

  return FALSE;
}

static gboolean
replace_ending (EssaimStem  stem,
                const Rule *rules,
                guint       n_rules)
{
  for (guint i = 0; i < n_rules; i++)
    if (g_str_has_suffix (stem, rules[i].ending))
      {
        gsize before = strlen (stem) - strlen (rules[i].ending);

        if (before >= rules[i].least)
          g_strlcpy (stem + before, rules[i].stem_ending, ESSAIM_STEM_MAX - before);
        return before >= rules[i].least;
      }

  return FALSE;
}

/* *Pas*, *bus* and *class* are no plurals. */
static void
drop_plural (EssaimStem stem)
{
  gsize length = strlen (stem);

  if (length > 3 && stem[length - 1] == 's' && stem[length - 2] != 's')
    stem[length - 1] = '\0';
  else
    replace_ending (stem, plurals, G_N_ELEMENTS (plurals));
}

static gboolean
replace_last (EssaimStem  stem,
              const char *ending,
              const char *by)
{
  const Rule rule = { ending, by, 2 };

  return replace_ending (stem, &rule, 1);
}

/**
 * essaim_inflection_get_stem:
 * @folded: a word without case and accents
 * @is_acute: whether a last e of it, but for an s of the plural, is é
 * @stem: (out caller-allocates): what all its forms share
 *
 * *Locaux*, *locale* and *local* have `local`. A last é is kept, lest *années* be found with *Anne*: *rénové* and *rénovées* have
 * `renové`, and so has `renovees`, as only -ée is written so.
 */
void
essaim_inflection_get_stem (const EssaimTextWord *folded,
                            gboolean              is_acute,
                            EssaimStem            stem)
{
  gsize length = MIN (folded->length, ESSAIM_TEXT_WORD_MAX);

  memcpy (stem, folded->start, length);
  stem[length] = '\0';
  if (replace_irregular (stem))
    return;

  drop_plural (stem);
  if (replace_last (stem, "ee", "é") || (is_acute && replace_last (stem, "e", "é")))
    return;
  if (!replace_irregular (stem))
    replace_ending (stem, feminines, G_N_ELEMENTS (feminines));
}

/**
 * essaim_inflection_drop_acute:
 * @stem: (inout): a stem; a last é of it becomes e
 *
 * Returns: whether there was one
 */
gboolean
essaim_inflection_drop_acute (EssaimStem stem)
{
  return replace_last (stem, "é", "e");
}
