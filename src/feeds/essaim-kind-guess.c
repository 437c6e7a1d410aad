/* essaim-kind-guess.c: what the records of a feed are, all together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-kind-guess.h"

#include <string.h>

#include "essaim-field-aliases.h"
#include "essaim-text.h"

/* Words count this much where they stand: the name of the feed says more than a name of a field, and that more than
 * a value. */
#define HINT_WEIGHT  6.0
#define NAME_WEIGHT  2.0
#define VALUE_WEIGHT 8.0

/* A column that only a feed of one kind has. */
#define SURE_WEIGHT 6.0

/* Words begin with these; separated by `|`, folded. */
static const char * const kind_words[ESSAIM_N_KINDS] = {
  [ESSAIM_KIND_PROJECT] = "projet|project|laureat|fonds vert|initiative|demarche ds",
  [ESSAIM_KIND_PLACE] =
    "tiers lieu|tiers lieux|tierslieu|nom tl|fablab|coworking|espace numerique|espace public numerique|mediatheque|"
    "bibliotheque|lieu|lieux|france services|id fs|lib fs|maison de services|point d acces|horaires|itinerance|cyber|"
    "structure id|modes accueil|reseaux porteurs|zone eligibilite",
  [ESSAIM_KIND_STRUCTURE] =
    "siae|incubateur|accelerateur|pepiniere|couveuse|structure d appui|accompagnement de projets|aci|ei|ai|etti|"
    "entreprise d insertion|chantier d insertion|dla",
  [ESSAIM_KIND_FUNDING] =
    "nom aide|aides|appel a projet|aap|ami|dispositif d aide|financement|bourse|pret d honneur|eligibilite|"
    "eligibility|is call for project|aid types",
  [ESSAIM_KIND_ORGANISATION] =
    "association|associations|beneficiaire|siren|rna|waldec|entreprises|cooperative|objet social|organisation|"
    "denomination",
};

/* Whether @text, folded and with single blanks, has a word or phrase of @words. */
static gboolean
mentions (const char *text,
          const char *words)
{
  g_autofree char *padded = g_strdup_printf (" %s ", text);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", list[i], NULL);
      const char *at = strstr (padded, start);

      /* A short word stands alone; a longer one may go on: `projets`. */
      for (; at != NULL; at = strstr (at + 1, start))
        {
          char after = at[strlen (start)];

          if (after == ' ' || (strlen (list[i]) > 4 && after == 's'))
            return TRUE;
        }
    }

  return FALSE;
}

static void
weigh_text (const char *text,
            double      weight,
            double      scores[ESSAIM_N_KINDS])
{
  g_autofree char *spaced = essaim_field_name_split (text);
  g_autofree char *slug = essaim_text_slug (spaced);

  g_strdelimit (slug, "-", ' ');
  for (guint i = 0; i < ESSAIM_N_KINDS; i++)
    {
      if (mentions (slug, kind_words[i]))
        scores[i] += weight;
    }
}

/* Who gave a record, and what they call it by, says nothing of what it is: `mes-aides--1` is a place. */
static gboolean
is_origin (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_prefix (lower, "source") || g_str_has_suffix (lower, "source") || g_str_has_suffix (lower, "id");
}

/* The share of a field's values that speak of each kind. A legal form (`Association`) says who runs a thing, not
 * what it is, unless it is in the title. */
static void
weigh_values (const EssaimFieldSample *sample,
              gboolean                 is_title,
              double                   scores[ESSAIM_N_KINDS])
{
  double counts[ESSAIM_N_KINDS] = { 0.0 };

  for (guint i = 0; i < sample->values->len; i++)
    weigh_text (sample->values->pdata[i], 1.0, counts);
  for (guint i = 0; sample->values->len > 0 && i < ESSAIM_N_KINDS; i++)
    scores[i] += i == ESSAIM_KIND_ORGANISATION && !is_title ? 0.0 : VALUE_WEIGHT * counts[i] / sample->values->len;
}

static gboolean
is_mapped_to (EssaimMapping *mapping,
              EssaimTarget   target,
              const char    *name)
{
  const char * const *names = essaim_mapping_get_fields (mapping, target);

  return names != NULL && g_strv_contains (names, name);
}

/* A few different short values, as types have. */
static gboolean
is_like_a_type (const EssaimFieldSample *sample)
{
  if (sample->values->len == 0 || sample->values->len > 40)
    return FALSE;

  for (guint i = 0; i < sample->values->len; i++)
    {
      if (strlen (sample->values->pdata[i]) > 80)
        return FALSE;
    }

  return TRUE;
}

static void
weigh_targets (EssaimMapping *mapping,
               double         scores[ESSAIM_N_KINDS])
{
  if (essaim_mapping_get_fields (mapping, ESSAIM_TARGET_DEADLINE) != NULL)
    scores[ESSAIM_KIND_FUNDING] += SURE_WEIGHT;
  if (essaim_mapping_get_fields (mapping, ESSAIM_TARGET_LAT) != NULL
      || essaim_mapping_get_fields (mapping, ESSAIM_TARGET_POINT) != NULL)
    scores[ESSAIM_KIND_PLACE] += 1.0;
}

/**
 * essaim_kind_guess:
 * @mapping: the mapping, its fields set
 * @fields: the fields of the feed
 * @samples: what each looks like
 * @hint: (nullable): a name of the feed
 *
 * Weighs the words of the feed's name, of its fields' names, of its titles and of the columns that look like types.
 *
 * Returns: the kind most of it speaks of; a place where nothing does, but there are points; else a project
 */
EssaimKind
essaim_kind_guess (EssaimMapping           *mapping,
                   const EssaimFields      *fields,
                   const EssaimFieldSample *samples,
                   const char              *hint)
{
  double scores[ESSAIM_N_KINDS] = { 0.0 };
  EssaimKind best = ESSAIM_KIND_PROJECT;

  for (guint i = 0; i < essaim_fields_get_n (fields); i++)
    {
      const char *name = essaim_fields_get_name (fields, i);
      gboolean is_title = is_mapped_to (mapping, ESSAIM_TARGET_TITLE, name);

      weigh_text (name, NAME_WEIGHT, scores);
      if (is_title || (is_like_a_type (&samples[i]) && !is_origin (name)))
        weigh_values (&samples[i], is_title, scores);
    }
  if (hint != NULL)
    weigh_text (hint, HINT_WEIGHT, scores);
  weigh_targets (mapping, scores);

  for (guint i = 1; i < ESSAIM_N_KINDS; i++)
    {
      if (scores[i] > scores[best])
        best = (EssaimKind) i;
    }

  return best;
}
