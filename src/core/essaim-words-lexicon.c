/* essaim-words-lexicon.c: what words of names and addresses tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-words.h"

#include <string.h>

typedef struct
{
  const char *word;
  guint       length;
  guint       meaning;
} Lexeme;

#define WORD(word, meaning) { word, sizeof word - 1, meaning }

#define N  ESSAIM_WORD_NOISE
#define G  ESSAIM_WORD_GENERIC
#define S(kind)  (ESSAIM_WORD_STREET | (kind) << ESSAIM_WORD_KIND_SHIFT)
#define R  ESSAIM_WORD_RANK
#define A  ESSAIM_WORD_ACTIVITY
#define B  ESSAIM_WORD_BOX
#define X  ESSAIM_WORD_SUFFIX

static const Lexeme words_a[] = {
  WORD ("a", N), WORD ("au", N), WORD ("aux", N), WORD ("and", N), WORD ("avec", N), WORD ("asso", N),
  WORD ("assoc", N),
  WORD ("association", N), WORD ("av", S (2)), WORD ("ave", S (2)), WORD ("avenue", S (2)), WORD ("all", S (1)),
  WORD ("allee", S (1)),
  WORD ("atelier", A), WORD ("accueil", G), WORD ("antenne", G), WORD ("annexe", G), WORD ("agence", G),
  WORD ("abbe", R), WORD ("amiral", R), WORD ("action", G | ESSAIM_WORD_ACTION), WORD ("acce", G),
  WORD ("agglomeration", G), WORD ("agglo", G), WORD ("administratif", G), WORD ("administrative", G),
};
static const Lexeme words_b[] = {
  WORD ("bd", S (3)), WORD ("bld", S (3)), WORD ("blvd", S (3)), WORD ("boul", S (3)), WORD ("boulevard", S (3)),
  WORD ("bis", X),
  WORD ("bp", B), WORD ("by", N), WORD ("bus", G | ESSAIM_WORD_MOBILE), WORD ("bureau", G),
  WORD ("bibliotheque", G | ESSAIM_WORD_LIBRARY), WORD ("business", G), WORD ("batiment", G), WORD ("bat", G),
};
static const Lexeme words_c[] = {
  WORD ("ch", S (4)), WORD ("che", S (4)), WORD ("chem", S (4)), WORD ("chemin", S (4)), WORD ("cour", S (5)),
  WORD ("cs", B | G), WORD ("cedex", B), WORD ("centre", G), WORD ("center", G), WORD ("ct", G), WORD ("cc", G),
  WORD ("ccas", G | ESSAIM_WORD_WELFARE), WORD ("cias", G | ESSAIM_WORD_WELFARE),
  WORD ("communal", G), WORD ("communale", G), WORD ("communaute", G), WORD ("com", G | ESSAIM_WORD_TOWN),
  WORD ("commune", G | ESSAIM_WORD_TOWN), WORD ("coworking", G), WORD ("cowork", G), WORD ("collectif", G),
  WORD ("culturel", G), WORD ("culturelle", G), WORD ("cafe", G), WORD ("colonel", R), WORD ("commandant", R),
  WORD ("capitaine", R), WORD ("chantier", A), WORD ("creche", A), WORD ("club", G), WORD ("collaboratif", G),
  WORD ("cooperative", G), WORD ("coop", G), WORD ("compagnie", G), WORD ("conseiller", G), WORD ("cyber", G),
  WORD ("cyberbase", G), WORD ("cybercentre", G),
};
static const Lexeme words_d[] = {
  WORD ("d", N), WORD ("de", N), WORD ("des", N), WORD ("du", N), WORD ("dc", R), WORD ("dr", R), WORD ("docteur", R),
  WORD ("departement", G), WORD ("departemental", G), WORD ("departementale", G),
};
static const Lexeme words_e[] = {
  WORD ("e", N), WORD ("en", N), WORD ("et", N), WORD ("espace", G), WORD ("esp", S (6) | G), WORD ("esplanade", S (6)),
  WORD ("efs", G | ESSAIM_WORD_MSAP), WORD ("epn", G), WORD ("eurl", N), WORD ("ecole", A),
  WORD ("emploi", G | ESSAIM_WORD_JOBS),
  WORD ("ensemble", G), WORD ("entreprise", G), WORD ("ehpad", A), WORD ("epicerie", A),
};
static const Lexeme words_f[] = {
  WORD ("fg", S (7)), WORD ("faubourg", S (7)), WORD ("france", G | ESSAIM_WORD_FRANCE), WORD ("fablab", G),
  WORD ("fab", G),
  WORD ("formation", A), WORD ("foyer", G), WORD ("federation", G), WORD ("fondation", G),
};
static const Lexeme words_g[] = {
  WORD ("g", R), WORD ("gal", R), WORD ("gl", R), WORD ("general", R), WORD ("groupe", G), WORD ("garage", A),
  WORD ("gie", N), WORD ("garderie", A),
};
static const Lexeme words_h[] = {
  WORD ("hub", G), WORD ("hotel", G | ESSAIM_WORD_TOWN),
};
static const Lexeme words_i[] = {
  WORD ("imp", S (8)), WORD ("impasse", S (8)), WORD ("itinerant", G | ESSAIM_WORD_MOBILE),
  WORD ("itinerante", G | ESSAIM_WORD_MOBILE), WORD ("intercommunal", G), WORD ("intercommunale", G),
  WORD ("interim", A), WORD ("insertion", A), WORD ("informatique", G), WORD ("info", G), WORD ("initiative", G),
};
static const Lexeme words_j[] = { WORD ("jeune", G), WORD ("jardin", A) };
static const Lexeme words_l[] = {
  WORD ("l", N), WORD ("la", N), WORD ("le", N), WORD ("les", N), WORD ("lieu", G), WORD ("lab", G),
  WORD ("ld", S (17)),
  WORD ("locale", G | ESSAIM_WORD_LOCAL), WORD ("local", G | ESSAIM_WORD_LOCAL), WORD ("lotissement", S (17)),
  WORD ("lieutenant", R), WORD ("laboratoire", G), WORD ("loueur", G),
};
static const Lexeme words_m[] = {
  WORD ("mairie", G | ESSAIM_WORD_TOWN_HALL), WORD ("maison", G | ESSAIM_WORD_HOUSE), WORD ("mal", R), WORD ("mgr", R),
  WORD ("marechal", R), WORD ("mde", G), WORD ("mediatheque", G | ESSAIM_WORD_LIBRARY), WORD ("mediation", G),
  WORD ("mission", G | ESSAIM_WORD_MISSION), WORD ("mjc", G), WORD ("mobile", G | ESSAIM_WORD_MOBILE),
  WORD ("monseigneur", R), WORD ("msap", G | ESSAIM_WORD_MSAP), WORD ("municipal", G), WORD ("municipale", G),
  WORD ("menage", A), WORD ("metropole", G), WORD ("multimedia", G), WORD ("multiservice", G), WORD ("mutualise", G),
};
static const Lexeme words_n[] = { WORD ("numerique", G), WORD ("numerik", G), WORD ("nouvelle", G) };
static const Lexeme words_o[] = { WORD ("ou", N), WORD ("office", G) };
static const Lexeme words_p[] = {
  WORD ("par", N), WORD ("pour", N), WORD ("pl", S (9)), WORD ("place", S (9)), WORD ("passage", S (10)),
  WORD ("promenade", S (12)),
  WORD ("parc", S (11) | G), WORD ("pole", G | ESSAIM_WORD_POLE), WORD ("point", G), WORD ("public", G),
  WORD ("publique", G),
  WORD ("president", R), WORD ("pr", R), WORD ("prof", R), WORD ("professeur", R), WORD ("pere", R), WORD ("pays", G),
  WORD ("pepiniere", G), WORD ("prefecture", G), WORD ("projet", G), WORD ("prestation", A),
  WORD ("pressing", A), WORD ("postal", G), WORD ("postale", G), WORD ("poste", G),
};
static const Lexeme words_q[] = { WORD ("quai", S (13)), WORD ("quartier", S (17) | G), WORD ("quater", X) };
static const Lexeme words_r[] = {
  WORD ("r", S (14)), WORD ("rue", S (14)), WORD ("route", S (15)), WORD ("rte", S (15)), WORD ("rd", S (15)),
  WORD ("rn", S (15)), WORD ("rpt", S (17)),
  WORD ("rond", S (17)), WORD ("ruelle", S (14)), WORD ("reseau", G), WORD ("relai", G), WORD ("residence", S (17) | G),
  WORD ("restaurant", A), WORD ("recyclerie", A), WORD ("ressourcerie", A), WORD ("regie", G),
  WORD ("rural", G), WORD ("rurale", G),
};
static const Lexeme words_s[] = {
  WORD ("sa", N), WORD ("sarl", N), WORD ("sas", N), WORD ("scic", N), WORD ("scop", N), WORD ("sur", N),
  WORD ("sous", N),
  WORD ("sq", S (16)), WORD ("square", S (16)), WORD ("sentier", S (17)), WORD ("service", G | ESSAIM_WORD_SERVICE),
  WORD ("site", G), WORD ("saint", N), WORD ("sainte", N), WORD ("st", N), WORD ("ste", N),
  WORD ("social", G | ESSAIM_WORD_SOCIAL),
  WORD ("sociale", G | ESSAIM_WORD_SOCIAL), WORD ("socioculturel", G), WORD ("socio", G),
  WORD ("solidarite", G), WORD ("space", G), WORD ("station", G), WORD ("syndicat", G), WORD ("societe", N),
};
static const Lexeme words_t[] = {
  WORD ("the", N), WORD ("ter", X), WORD ("tier", G), WORD ("territoire", G), WORD ("territorial", G),
  WORD ("tourisme", G),
  WORD ("traverse", S (17)), WORD ("travail", G),
};
static const Lexeme words_u[] = { WORD ("un", N), WORD ("une", N), WORD ("union", G) };
static const Lexeme words_v[] = {
  WORD ("ville", G | ESSAIM_WORD_TOWN), WORD ("voie", S (17)), WORD ("village", G | S (17)), WORD ("vallee", G),
};
static const Lexeme words_w[] = { WORD ("work", G) };
static const Lexeme words_z[] = { WORD ("za", S (17)), WORD ("zac", S (17)), WORD ("zae", S (17)),
  WORD ("zi", S (17)), WORD ("zone", S (17)) };

#undef N
#undef G
#undef S
#undef R
#undef A
#undef B
#undef X

/* By their first letter. Words are in the singular, as essaim_words_next () makes them. */
static const struct
{
  const Lexeme *words;
  guint         n;
} lexicon[26] = {
  { words_a, G_N_ELEMENTS (words_a) }, { words_b, G_N_ELEMENTS (words_b) }, { words_c, G_N_ELEMENTS (words_c) },
  { words_d, G_N_ELEMENTS (words_d) }, { words_e, G_N_ELEMENTS (words_e) }, { words_f, G_N_ELEMENTS (words_f) },
  { words_g, G_N_ELEMENTS (words_g) }, { words_h, G_N_ELEMENTS (words_h) }, { words_i, G_N_ELEMENTS (words_i) },
  { words_j, G_N_ELEMENTS (words_j) }, { NULL, 0 }, { words_l, G_N_ELEMENTS (words_l) },
  { words_m, G_N_ELEMENTS (words_m) }, { words_n, G_N_ELEMENTS (words_n) }, { words_o, G_N_ELEMENTS (words_o) },
  { words_p, G_N_ELEMENTS (words_p) }, { words_q, G_N_ELEMENTS (words_q) }, { words_r, G_N_ELEMENTS (words_r) },
  { words_s, G_N_ELEMENTS (words_s) }, { words_t, G_N_ELEMENTS (words_t) }, { words_u, G_N_ELEMENTS (words_u) },
  { words_v, G_N_ELEMENTS (words_v) }, { words_w, G_N_ELEMENTS (words_w) }, { NULL, 0 }, { NULL, 0 },
  { words_z, G_N_ELEMENTS (words_z) },
};

/**
 * essaim_word_get_meaning:
 * @word: a word in the singular, as [func@words_next] makes it
 *
 * Looks up what a word of a name or an address tells.
 *
 * Returns: bits of `EssaimWordMeaning`, 0 for a word that tells things apart
 */
guint
essaim_word_get_meaning (const EssaimWord *word)
{
  guint letter = (guint) word->letters[0] - 'a';

  if (letter >= G_N_ELEMENTS (lexicon))
    return 0;

  for (guint i = 0; i < lexicon[letter].n; i++)
    {
      const Lexeme *lexeme = &lexicon[letter].words[i];

      if (lexeme->length == word->length && memcmp (lexeme->word, word->letters, word->length) == 0)
        return lexeme->meaning;
    }

  return 0;
}
