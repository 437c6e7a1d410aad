/* essaim-audience-words.c: whom words speak of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-audience-words.h"

#include "essaim-theme-words.h"
#include "essaim-vocabulary.h"

struct _EssaimAudienceWords
{
  /* Owned */
  EssaimThemeWords *words;      /* a theme of these is an audience */
  EssaimThemeWords *everyone;   /* words that mean everyone only where audiences are listed */
};

/* Begins of words, or whole ones with a point; separated by `|`. */
static const char * const audience_words[ESSAIM_N_AUDIENCES] = {
  [ESSAIM_AUDIENCE_TOUS] =
    ("tous public|tout public|grand public|tous les publics|ouvert a tous|general public|everyone.|"
     "open to all"),
  [ESSAIM_AUDIENCE_JEUNES] =
    ("jeune|-jeune pousse|-jeunes pousses|-jeune entreprise|-jeunes entreprises|-jeune association|"
     "-jeunes agriculteurs|enfant|-enfants de troupe|adolescent|etudiant|-en etudiant|lyceen|"
     "collegien|mineurs isoles|15 25 ans|16 25 ans|16 26 ans|16 29 ans|18 25 ans|18 30 ans|"
     "young people|youth.|children.|teenagers|students."),
  [ESSAIM_AUDIENCE_SENIORS] =
    ("senior|-consultant senior|-expert senior|personnes agees|personne agee|retraites|aines.|65 ans|"
     "older people|elderly."),
  [ESSAIM_AUDIENCE_HANDICAP] =
    "handicap|rqth|autis|malentendant|malvoyant|surdite|sourds|aveugles|deficien|disabled.|disabilit",
  [ESSAIM_AUDIENCE_DEMANDEURS_EMPLOI] =
    ("demandeurs d emploi|demandeur d emploi|sans emploi|chomeur|chomage|privees d emploi|eloignees de l emploi|"
     "eloignes de l emploi|allocataires du rsa|beneficiaires du rsa|beneficiaires rsa|"
     "insert.|unemployed.|jobseekers|job seekers"),
  [ESSAIM_AUDIENCE_FAMILLES] =
    "famille|-famille de produits|-familles de produits|-famille politique|parents|parentalite|families.",
  [ESSAIM_AUDIENCE_FEMMES] = "femme|-sage femme|-sages femmes|-femme de menage|-femmes de menage|women.",
  [ESSAIM_AUDIENCE_MIGRANTS] =
    ("migrant|refugies|etrangers|public langues etrangeres|demandeurs d asile|primo arrivant|allophone|exiles|"
     "personnes exilees|refugees.|asylum seekers"),
};

static void
add_words (EssaimThemeWords *words,
           const char       *list,
           guint             theme)
{
  g_auto (GStrv) keywords = g_strsplit (list, "|", -1);

  for (guint i = 0; keywords[i] != NULL; i++)
    essaim_theme_words_add (words, keywords[i], theme);
}

/**
 * essaim_audience_words_new:
 *
 * Returns: (transfer full): the words
 */
EssaimAudienceWords *
essaim_audience_words_new (void)
{
  EssaimAudienceWords *self = g_new0 (EssaimAudienceWords, 1);

  self->words = essaim_theme_words_new ();
  self->everyone = essaim_theme_words_new ();
  for (guint i = 0; i < ESSAIM_N_AUDIENCES; i++)
    add_words (self->words, audience_words[i], i);
  add_words (self->everyone, "tous|tout|adult", ESSAIM_AUDIENCE_TOUS);
  essaim_theme_words_compile (self->words);
  essaim_theme_words_compile (self->everyone);

  return self;
}

/**
 * essaim_audience_words_free:
 * @self: (transfer full): words
 */
void
essaim_audience_words_free (EssaimAudienceWords *self)
{
  essaim_theme_words_free (self->everyone);
  essaim_theme_words_free (self->words);
  g_free (self);
}

/**
 * essaim_audience_words_find:
 * @self: words
 * @value: one audience or a list: codes or words
 *
 * Returns: a bit for each audience (`1 << ESSAIM_AUDIENCE_JEUNES`)
 */
guint
essaim_audience_words_find (EssaimAudienceWords *self,
                            const char          *value)
{
  g_auto (GStrv) parts = g_strsplit_set (value, "|;,\n", -1);
  guint audiences = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      EssaimAudience audience;

      if (essaim_audience_from_code (g_strstrip (parts[i]), &audience))
        audiences |= 1u << audience;
      audiences |= essaim_theme_words_match (self->words, parts[i], TRUE)
                   | essaim_theme_words_match (self->everyone, parts[i], TRUE);
    }

  return audiences;
}

/**
 * essaim_audience_words_find_in_text:
 * @self: words
 * @text: a text that may speak of anything
 *
 * Returns: a bit for each audience that it speaks of
 */
guint
essaim_audience_words_find_in_text (EssaimAudienceWords *self,
                                    const char          *text)
{
  return essaim_theme_words_match (self->words, text, FALSE);
}
