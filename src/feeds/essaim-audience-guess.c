/* essaim-audience-guess.c: fields that stand for one audience each
 *
 * Tables often have a column for each audience, with `oui` or a cross in it, or the name of the audience once more:
 * `PBC_Senior`, `public_jeunes`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-audience-guess.h"

#include <string.h>

#include "essaim-audience-words.h"
#include "essaim-field-aliases.h"
#include "essaim-text.h"
#include "essaim-vocabulary.h"

/* What says that a column applies, as whole values … */
static const char * const yes[] = { "oui", "yes", "true", "vrai", "x", "1", "o", NULL };

/* … and that it does not. */
static const char * const no[] = { "non", "no", "false", "faux", "0", "n", NULL };

/* Shorter words are the beginning of too many others. */
#define MIN_WORD 4

typedef struct
{
  /* Owned */
  EssaimAudienceWords *words;
  GStrvBuilder        *listed;    /* fields that name their audience in their values */

  /* Borrowed */
  EssaimMapping       *mapping;
} Guess;

/* The only audience that the name of a field speaks of. Numbers of people are not meant: `nb_femmes`. */
static gboolean
find_audience (Guess          *guess,
               const char     *name,
               EssaimAudience *audience)
{
  g_autofree char *spaced = essaim_field_name_split (name);
  g_autofree char *slug = essaim_text_slug (spaced);
  guint found;

  if (essaim_field_name_is_of_other_things (name))
    return FALSE;

  found = essaim_audience_words_find (guess->words, g_strdelimit (slug, "-", ' '));
  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    if (found == 1u << i)
      {
        *audience = i;
        return TRUE;
      }

  return FALSE;
}

/* The name of a field again, at least its beginning: `insertion` in `PBC_Insert`. */
static gboolean
is_name (const char *value,
         const char *name)
{
  g_autofree char *spaced = essaim_field_name_split (name);
  g_autofree char *slug = essaim_text_slug (spaced);
  const char *dash = strrchr (slug, '-');
  const char *last = dash != NULL ? dash + 1 : slug;

  return strlen (last) >= MIN_WORD && g_str_has_prefix (value, last);
}

/* Takes the values apart: those that name an audience, and those that only say that it is the field's, which become
 * terms. Returns whether there are any, and none that say something else. */
static gboolean
sort_values (Guess                   *guess,
             const char              *name,
             const EssaimFieldSample *sample,
             gboolean                *has_names,
             GPtrArray               *terms)
{
  gboolean has_yes = FALSE;

  *has_names = FALSE;
  for (guint i = 0; i < sample->values->len; i++)
    {
      g_autofree char *value = essaim_text_fold (sample->values->pdata[i]);

      g_strstrip (value);
      if (essaim_audience_words_find (guess->words, value) != 0)
        *has_names = TRUE;
      else if (g_strv_contains (yes, value))
        has_yes = TRUE;
      else if (is_name (value, name))
        g_ptr_array_add (terms, g_steal_pointer (&value));
      else if (!g_strv_contains (no, value) && !essaim_text_is_null (value))
        return FALSE;
    }
  for (guint i = 0; has_yes && yes[i] != NULL; i++)
    g_ptr_array_add (terms, g_strdup (yes[i]));

  return terms->len > 0 || *has_names;
}

static void
add_rule (Guess          *guess,
          const char     *name,
          EssaimAudience  audience,
          GPtrArray      *terms)
{
  const char *columns[] = { name, NULL };
  EssaimValueRule *rule = g_new0 (EssaimValueRule, 1);

  rule->target = ESSAIM_TARGET_AUDIENCES;
  rule->columns = g_strdupv ((GStrv) columns);
  g_ptr_array_add (terms, NULL);
  rule->terms = (GStrv) g_ptr_array_steal (terms, NULL);
  rule->gives = g_strdup (essaim_audience_to_code (audience));
  essaim_mapping_add_rule (guess->mapping, rule);
}

static gboolean
map_field (Guess                   *guess,
           const char              *name,
           const EssaimFieldSample *sample)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  EssaimAudience audience;
  gboolean has_names;

  if (!find_audience (guess, name, &audience) || !sort_values (guess, name, sample, &has_names, terms))
    return FALSE;

  if (terms->len > 0)
    add_rule (guess, name, audience, terms);
  if (has_names)
    g_strv_builder_add (guess->listed, name);

  return TRUE;
}

/**
 * essaim_audience_guess_map:
 * @mapping: (inout): gets a rule for each field that says yes or no, and fields of audiences
 * @fields: the fields of a feed
 * @samples: (array): what each looks like over the first rows
 * @used: (array) (inout): which fields are something else already
 */
void
essaim_audience_guess_map (EssaimMapping           *mapping,
                           const EssaimFields      *fields,
                           const EssaimFieldSample *samples,
                           gboolean                *used)
{
  g_autoptr (EssaimAudienceWords) words = essaim_audience_words_new ();
  g_autoptr (GStrvBuilder) listed = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  Guess guess = { words, listed, mapping };

  for (guint i = 0; i < essaim_fields_get_n (fields); i++)
    if (!used[i])
      used[i] = map_field (&guess, essaim_fields_get_name (fields, i), &samples[i]);

  names = g_strv_builder_end (listed);
  if (*names != NULL)
    essaim_mapping_set_fields (mapping, ESSAIM_TARGET_AUDIENCES, (const char * const *) names);
}
