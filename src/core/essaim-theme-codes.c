/* essaim-theme-codes.c: the codes and labels of other vocabularies, and the themes they stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-theme-codes.h"

#include <string.h>

#include "essaim-text.h"

#define N_GOALS 17

/* Owned: all tables (element-type utf8 EssaimThemeSet). Earlier ones go before later ones. */
struct _EssaimThemeCodes
{
  GHashTable     *own;
  GHashTable     *cis_2018;
  GHashTable     *cis_2019;       /* `EDU`, `EDU:EGA` and, for the columns of level 2, `EGA` */
  GHashTable     *services;       /* `category--value` or `category` of data.inclusion */
  GHashTable     *labels;         /* folded names */
  GHashTable     *goal_names;     /* (element-type utf8 guint): folded names → numbers of goals */
  EssaimThemeSet  goals[N_GOALS + 1];
};

/* As the United Nations call the goals in French, and as the Fondation La France s’engage does. */
static const char * const goal_names[N_GOALS + 1] = {
  [1] = "pas de pauvrete|eradication de la pauvrete",
  [2] = "faim zero|securite alimentaire et agriculture durable",
  [3] = "bonne sante et bien etre|sante et bien etre",
  [4] = "education de qualite",
  [5] = "egalite entre les sexes|egalite entre les femmes et les hommes",
  [6] = "eau propre et assainissement|gestion durable de l eau pour tous",
  [7] = "energie propre et d un cout abordable|energies propres et d un cout abordable",
  [8] = "travail decent et croissance economique|travail decent et croissance durable",
  [9] = "industrie innovation et infrastructure|infrastructures resilientes et innovation",
  [10] = "inegalites reduites|reduction des inegalites",
  [11] = "villes et communautes durables",
  [12] = "consommation et production responsables",
  [13] = "lutte contre les changements climatiques|mesures relatives a la lutte contre les changements climatiques",
  [14] = "vie aquatique|vie aquatique marine",
  [15] = "vie terrestre",
  [16] = "paix justice et institutions efficaces",
  [17] = "partenariats pour la realisation des objectifs",
};

static void
add (GHashTable *table,
     const char *key,
     guint       theme)
{
  EssaimThemeSet set = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  if (*key != '\0')
    g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (set | (EssaimThemeSet) 1 << theme));
}

static EssaimThemeSet
find (GHashTable *table,
      const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

static GHashTable *
index_goal_names (void)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint goal = 1; goal <= N_GOALS; goal++)
    {
      g_auto (GStrv) names = g_strsplit (goal_names[goal], "|", -1);

      for (guint i = 0; names[i] != NULL; i++)
        g_hash_table_insert (numbers, g_strdup (names[i]), GUINT_TO_POINTER (goal));
    }

  return numbers;
}

/**
 * essaim_theme_codes_new:
 *
 * Returns: (transfer full): empty tables
 */
EssaimThemeCodes *
essaim_theme_codes_new (void)
{
  EssaimThemeCodes *self = g_new0 (EssaimThemeCodes, 1);

  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cis_2018 = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cis_2019 = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->goal_names = index_goal_names ();

  return self;
}

/**
 * essaim_theme_codes_free:
 * @self: (transfer full): tables
 */
void
essaim_theme_codes_free (EssaimThemeCodes *self)
{
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->cis_2018);
  g_hash_table_unref (self->cis_2019);
  g_hash_table_unref (self->services);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->goal_names);
  g_free (self);
}

/**
 * essaim_theme_codes_add_own:
 * @self: tables
 * @code: the code of a theme
 * @theme: the theme
 */
void
essaim_theme_codes_add_own (EssaimThemeCodes *self,
                            const char       *code,
                            guint             theme)
{
  add (self->own, code, theme);
}

/**
 * essaim_theme_codes_add_cis_2018:
 * @self: tables
 * @codes: codes of the first vocabulary of the Carrefour des innovations sociales, with commas between them
 * @theme: the theme
 */
void
essaim_theme_codes_add_cis_2018 (EssaimThemeCodes *self,
                                 const char       *codes,
                                 guint             theme)
{
  g_auto (GStrv) parts = g_strsplit (codes, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add (self->cis_2018, g_strstrip (parts[i]), theme);
}

/**
 * essaim_theme_codes_add_cis_2019:
 * @self: tables
 * @codes: codes of its second vocabulary: `SPO,PAT` of level 1, `ENV:AGR,ALI` of level 2, `GOU,TER:COO,INI` of both
 * @theme: the theme
 */
void
essaim_theme_codes_add_cis_2019 (EssaimThemeCodes *self,
                                 const char       *codes,
                                 guint             theme)
{
  g_auto (GStrv) parts = g_strsplit (codes, ",", -1);
  g_autofree char *above = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *code = g_strstrip (parts[i]), *colon = strchr (code, ':');

      if (colon != NULL)
        {
          g_free (above);
          above = g_strndup (code, colon - code);
          code = colon + 1;
        }

      if (above != NULL)
        {
          g_autofree char *whole = g_strconcat (above, ":", code, NULL);

          add (self->cis_2019, whole, theme);
        }
      add (self->cis_2019, code, theme);
    }
}

/**
 * essaim_theme_codes_add_labels:
 * @self: tables
 * @labels: names of categories, with `|` between them
 * @theme: the theme
 */
void
essaim_theme_codes_add_labels (EssaimThemeCodes *self,
                               const char       *labels,
                               guint             theme)
{
  g_auto (GStrv) parts = g_strsplit (labels, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = essaim_text_fold_name (parts[i]);

      add (self->labels, folded, theme);
    }
}

/**
 * essaim_theme_codes_add_services:
 * @self: tables
 * @prefixes: `thematiques` of data.inclusion, whole or only the category before `--`, with `|` between them
 * @theme: the theme
 */
void
essaim_theme_codes_add_services (EssaimThemeCodes *self,
                                 const char       *prefixes,
                                 guint             theme)
{
  g_auto (GStrv) parts = g_strsplit (prefixes, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    add (self->services, g_strstrip (parts[i]), theme);
}

/**
 * essaim_theme_codes_add_goals:
 * @self: tables
 * @numbers: numbers of the sustainable development goals of the United Nations, 1–17, with commas between them
 * @theme: the theme
 */
void
essaim_theme_codes_add_goals (EssaimThemeCodes *self,
                              const char       *numbers,
                              guint             theme)
{
  g_auto (GStrv) parts = g_strsplit (numbers, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 goal = g_ascii_strtoull (parts[i], NULL, 10);

      if (goal >= 1 && goal <= N_GOALS)
        self->goals[goal] |= (EssaimThemeSet) 1 << theme;
    }
}

/* A code of three letters, of the own list or of the first or second one of the Carrefour. */
static EssaimThemeSet
match_three_letters (const EssaimThemeCodes *self,
                     const char             *code)
{
  EssaimThemeSet set;

  if ((set = find (self->own, code)) != 0 || (set = find (self->cis_2018, code)) != 0)
    return set;

  return find (self->cis_2019, code);
}

/* `TER-SOL-GOU`, and `ACE--SPO----` where some of six places are empty. */
static EssaimThemeSet
match_joined (const EssaimThemeCodes *self,
              const char             *tag)
{
  g_auto (GStrv) parts = NULL;
  EssaimThemeSet set = 0;

  if (strchr (tag, '-') == NULL || tag[strspn (tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-")] != '\0')
    return 0;

  parts = g_strsplit (tag, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0' && strlen (parts[i]) != 3)
        return 0;
      set |= match_three_letters (self, parts[i]);
    }

  return set;
}

/* `10- Réduction des inégalités`, `ODD 10`; not `16-25 ans`. */
static EssaimThemeSet
match_goal (const EssaimThemeCodes *self,
            const char             *tag)
{
  gboolean is_named = g_ascii_strncasecmp (tag, "ODD", 3) == 0;
  const char *number = is_named ? tag + 3 + strspn (tag + 3, " n°") : tag;
  gsize digits = strspn (number, "0123456789");
  const char *rest = number + digits + strspn (number + digits, " ");
  guint64 goal = g_ascii_strtoull (number, NULL, 10);

  if (digits == 0 || digits > 2 || goal > N_GOALS)
    return 0;

  if (*rest == '-' || g_str_has_prefix (rest, "–"))
    {
      rest += *rest == '-' ? 1 : strlen ("–");
      return g_ascii_isdigit (rest[strspn (rest, " ")]) ? 0 : self->goals[goal];
    }

  return is_named ? self->goals[goal] : 0;
}

/* `ENV:ADA`; where level 2 is unknown, level 1 counts. */
static EssaimThemeSet
match_two_levels (const EssaimThemeCodes *self,
                  const char             *tag)
{
  const char *colon = strchr (tag, ':');
  EssaimThemeSet set = find (self->cis_2019, tag);

  if (set != 0 || colon == NULL)
    return set;

  g_autofree char *above = g_strndup (tag, colon - tag);
  set = find (self->own, above);

  return set != 0 ? set : find (self->cis_2019, above);
}

/* `mobilite--acheter-un-vehicule`: as a whole, or by the longest beginning that is known and ends before a hyphen. */
static EssaimThemeSet
match_service (const EssaimThemeCodes *self,
               const char             *tag)
{
  g_autofree char *key = g_strdup (tag);
  EssaimThemeSet set = find (self->services, key);
  char *hyphen;

  if (strstr (tag, "--") == NULL)
    return set;

  while (set == 0 && (hyphen = strrchr (key, '-')) != NULL)
    {
      *hyphen = '\0';
      set = find (self->services, key);
    }

  return set;
}

static EssaimThemeSet
match_label (const EssaimThemeCodes *self,
             const char             *tag)
{
  g_autofree char *folded = essaim_text_fold_name (tag);
  EssaimThemeSet set = find (self->labels, folded);

  return set != 0 ? set : self->goals[GPOINTER_TO_UINT (g_hash_table_lookup (self->goal_names, folded))];
}

/**
 * essaim_theme_codes_match:
 * @self: tables
 * @tag: one tag of a source, valid UTF-8
 *
 * Returns: the themes that the tag stands for, empty where it is in no vocabulary
 */
EssaimThemeSet
essaim_theme_codes_match (const EssaimThemeCodes *self,
                          const char             *tag)
{
  g_autofree char *trimmed = NULL;
  EssaimThemeSet set;

  /* Longer than any code or label: not worth folding. */
  if (strnlen (tag, 200) == 200)
    return 0;

  trimmed = g_strstrip (g_strdup (tag));
  if ((set = find (self->own, trimmed)) != 0 ||
      (set = find (self->cis_2018, trimmed)) != 0 ||
      (set = match_two_levels (self, trimmed)) != 0 ||
      (set = match_joined (self, trimmed)) != 0 ||
      (set = match_goal (self, trimmed)) != 0 ||
      (set = match_service (self, trimmed)) != 0)
    return set;

  return match_label (self, trimmed);
}
