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
  EssaimThemeSet  goals[N_GOALS + 1];
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

/* `10- Réduction des inégalités` */
static EssaimThemeSet
match_goal (const EssaimThemeCodes *self,
            const char             *tag)
{
  gsize digits = strspn (tag, "0123456789");
  const char *rest = tag + digits + strspn (tag + digits, " ");
  guint64 goal = g_ascii_strtoull (tag, NULL, 10);

  if (digits == 0 || digits > 2 || (*rest != '-' && !g_str_has_prefix (rest, "–")))
    return 0;

  return goal <= N_GOALS ? self->goals[goal] : 0;
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

  return find (self->labels, folded);
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
      (set = match_goal (self, trimmed)) != 0 ||
      (set = match_service (self, trimmed)) != 0)
    return set;

  return match_label (self, trimmed);
}
