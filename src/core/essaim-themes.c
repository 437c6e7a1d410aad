/* essaim-themes.c: the sixteen themes and what leads to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-themes.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "essaim-text.h"
#include "essaim-theme-codes.h"
#include "essaim-theme-words.h"

/* Owned: all texts. Labels are in the language of the messages. */
typedef struct
{
  char            *code;
  char            *label;
  char            *short_label;
  char            *icon_name;
  EssaimChallenge  challenge;
} Theme;

struct _EssaimThemes
{
  GObject           parent_instance;

  /* Owned */
  EssaimThemeCodes *codes;
  EssaimThemeWords *words;

  Theme             themes[ESSAIM_N_THEMES];
};

G_DEFINE_FINAL_TYPE (EssaimThemes, essaim_themes, G_TYPE_OBJECT)

/* The columns of the file, found by their names. */
typedef enum
{
  COLUMN_CODE,
  COLUMN_LABEL_FR,
  COLUMN_LABEL_EN,
  COLUMN_CHALLENGE,
  COLUMN_CIS_2019,
  COLUMN_CIS_2018,
  COLUMN_LABELS,
  COLUMN_SERVICES,
  COLUMN_GOALS,
  COLUMN_KEYWORDS,
  COLUMN_SHORT_FR,
  COLUMN_SHORT_EN,
  COLUMN_ICON,
} Column;
#define N_COLUMNS 13
#define N_NEEDED_COLUMNS COLUMN_SHORT_FR

static const char * const column_names[N_COLUMNS] = {
  [COLUMN_CODE] = "code",
  [COLUMN_LABEL_FR] = "label_fr",
  [COLUMN_LABEL_EN] = "label_en",
  [COLUMN_CHALLENGE] = "french_impact",
  [COLUMN_CIS_2019] = "cis2019",
  [COLUMN_CIS_2018] = "cis2018_codes",
  [COLUMN_LABELS] = "names",
  [COLUMN_SERVICES] = "data_inclusion_prefix",
  [COLUMN_GOALS] = "odd",
  [COLUMN_KEYWORDS] = "keywords",
  [COLUMN_SHORT_FR] = "short_fr",
  [COLUMN_SHORT_EN] = "short_en",
  [COLUMN_ICON] = "icon",
};

/* Whether messages come in French: the first language of the person that the program speaks. */
static gboolean
speaks_french (void)
{
  const char * const *names = g_get_language_names ();

  /* gettext translates nothing in the C locale, whatever LANGUAGE says. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "fr"))
        return TRUE;
      if (g_str_has_prefix (names[i], "en") || g_str_equal (names[i], "C"))
        return FALSE;
    }

  return FALSE;
}

static gboolean
find_challenge (const char      *name,
                EssaimChallenge *challenge)
{
  static const char * const names[ESSAIM_N_CHALLENGES] = {
    [ESSAIM_CHALLENGE_ECOLOGIQUE] = "transition ecologique",
    [ESSAIM_CHALLENGE_INCLUSIVE] = "economie inclusive et solidaire",
    [ESSAIM_CHALLENGE_EDUCATIVE] = "reussite educative",
    [ESSAIM_CHALLENGE_TERRITORIALE] = "equite territoriale",
    [ESSAIM_CHALLENGE_GENERATIONNELLE] = "accompagnement generationnel",
  };
  g_autofree char *folded = essaim_text_fold_name (name);

  for (guint i = 0; i < ESSAIM_N_CHALLENGES; i++)
    if (g_str_equal (folded, names[i]))
      {
        *challenge = (EssaimChallenge) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_columns (const char  *header,
              int          columns[N_COLUMNS],
              GError     **error)
{
  g_auto (GStrv) names = g_strsplit (header, ";", -1);

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      columns[column] = -1;
      for (int i = 0; names[i] != NULL; i++)
        if (g_str_equal (g_strstrip (names[i]), column_names[column]))
          columns[column] = i;

      if (columns[column] < 0 && column < N_NEEDED_COLUMNS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("The list of themes has no column “%s”."), column_names[column]);
          return FALSE;
        }
    }

  return TRUE;
}

static const char *
get_cell (char * const *cells,
          const int     columns[N_COLUMNS],
          Column        column)
{
  guint n = g_strv_length ((char **) cells);

  return columns[column] >= 0 && (guint) columns[column] < n ? cells[columns[column]] : "";
}

/* The cell of @column, or of @fallback where it is empty or missing. */
static char *
dup_cell (char * const *cells,
          const int     columns[N_COLUMNS],
          Column        column,
          Column        fallback)
{
  const char *cell = get_cell (cells, columns, column);

  return g_strdup (*cell != '\0' ? cell : get_cell (cells, columns, fallback));
}

static void
add_what_leads_to (EssaimThemes *self,
                   guint         theme,
                   char * const *cells,
                   const int     columns[N_COLUMNS])
{
  g_auto (GStrv) keywords = g_strsplit (get_cell (cells, columns, COLUMN_KEYWORDS), "|", -1);

  essaim_theme_codes_add_own (self->codes, self->themes[theme].code, theme);
  essaim_theme_codes_add_cis_2018 (self->codes, get_cell (cells, columns, COLUMN_CIS_2018), theme);
  essaim_theme_codes_add_cis_2019 (self->codes, get_cell (cells, columns, COLUMN_CIS_2019), theme);
  essaim_theme_codes_add_labels (self->codes, get_cell (cells, columns, COLUMN_LABELS), theme);
  essaim_theme_codes_add_labels (self->codes, get_cell (cells, columns, COLUMN_LABEL_FR), theme);
  essaim_theme_codes_add_labels (self->codes, get_cell (cells, columns, COLUMN_LABEL_EN), theme);
  essaim_theme_codes_add_services (self->codes, get_cell (cells, columns, COLUMN_SERVICES), theme);
  essaim_theme_codes_add_goals (self->codes, get_cell (cells, columns, COLUMN_GOALS), theme);

  for (guint i = 0; keywords[i] != NULL; i++)
    essaim_theme_words_add (self->words, keywords[i], theme);
}

static gboolean
add_theme (EssaimThemes  *self,
           guint          theme,
           const char    *line,
           const int      columns[N_COLUMNS],
           GError       **error)
{
  g_auto (GStrv) cells = g_strsplit (line, ";", -1);
  gboolean is_french = speaks_french ();
  Column label = is_french ? COLUMN_LABEL_FR : COLUMN_LABEL_EN;
  Theme *added = &self->themes[theme];

  added->code = g_strdup (get_cell (cells, columns, COLUMN_CODE));
  added->label = dup_cell (cells, columns, label, COLUMN_LABEL_FR);
  added->short_label = dup_cell (cells, columns, is_french ? COLUMN_SHORT_FR : COLUMN_SHORT_EN, label);
  added->icon_name = g_strdup (get_cell (cells, columns, COLUMN_ICON));
  if (*added->icon_name == '\0')
    {
      g_autofree char *small = g_ascii_strdown (added->code, -1);

      g_free (added->icon_name);
      added->icon_name = g_strconcat ("essaim-theme-", small, "-symbolic", NULL);
    }

  if (*added->code == '\0' || !find_challenge (get_cell (cells, columns, COLUMN_CHALLENGE), &added->challenge))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("Line %u of the list of themes has no code or no challenge."), theme + 2);
      return FALSE;
    }

  add_what_leads_to (self, theme, cells, columns);
  return TRUE;
}

static gboolean
load (EssaimThemes  *self,
      const char    *text,
      GError       **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int columns[N_COLUMNS];
  guint n = 0;

  if (!find_columns (lines[0] != NULL ? lines[0] : "", columns, error))
    return FALSE;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (*g_strchomp (lines[i]) == '\0')
        continue;
      if (n < ESSAIM_N_THEMES && !add_theme (self, n, lines[i], columns, error))
        return FALSE;
      n++;
    }

  if (n != ESSAIM_N_THEMES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The list of themes has %u themes; there must be %u."),
                   n, ESSAIM_N_THEMES);
      return FALSE;
    }

  essaim_theme_words_compile (self->words);
  return TRUE;
}

static void
essaim_themes_finalize (GObject *object)
{
  EssaimThemes *self = ESSAIM_THEMES (object);

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      g_free (self->themes[i].code);
      g_free (self->themes[i].label);
      g_free (self->themes[i].short_label);
      g_free (self->themes[i].icon_name);
    }
  essaim_theme_codes_free (self->codes);
  essaim_theme_words_free (self->words);

  G_OBJECT_CLASS (essaim_themes_parent_class)->finalize (object);
}

static void
essaim_themes_class_init (EssaimThemesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_themes_finalize;
}

static void
essaim_themes_init (EssaimThemes *self)
{
  self->codes = essaim_theme_codes_new ();
  self->words = essaim_theme_words_new ();
}

/**
 * essaim_themes_new:
 * @path: the file `themes.csv`: a header, then one line per theme; `;` between columns, which are known by their names
 *
 * Loads the themes. Labels are in French where messages are, in English otherwise. The result never changes, so threads
 * share it. Errors are `G_FILE_ERROR` where the file cannot be read and `G_IO_ERROR_INVALID_DATA` where it is not a
 * list of themes.
 *
 * Returns: (transfer full): the themes, or %NULL with @error set
 */
EssaimThemes *
essaim_themes_new (const char  *path,
                   GError     **error)
{
  g_autoptr (EssaimThemes) self = NULL;
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return NULL;

  self = g_object_new (ESSAIM_TYPE_THEMES, NULL);

  return load (self, text, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * essaim_themes_get_code:
 * @self: the themes
 * @theme: a theme, or %ESSAIM_THEME_UNCLASSIFIED
 *
 * Returns: its code in files and scripts; `none` for the unclassified
 */
const char *
essaim_themes_get_code (EssaimThemes *self,
                        guint         theme)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self) && theme <= ESSAIM_THEME_UNCLASSIFIED, NULL);

  return theme < ESSAIM_N_THEMES ? self->themes[theme].code : "none";
}

/**
 * essaim_themes_get_label:
 * @self: the themes
 * @theme: a theme, or %ESSAIM_THEME_UNCLASSIFIED
 *
 * Returns: its name, in the person's language
 */
const char *
essaim_themes_get_label (EssaimThemes *self,
                         guint         theme)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self) && theme <= ESSAIM_THEME_UNCLASSIFIED, NULL);

  return theme < ESSAIM_N_THEMES ? self->themes[theme].label : C_("theme", "Unclassified");
}

/**
 * essaim_themes_get_short_label:
 * @self: the themes
 * @theme: a theme, or %ESSAIM_THEME_UNCLASSIFIED
 *
 * Returns: a name of a word or two, in the person's language; the whole name where there is none
 */
const char *
essaim_themes_get_short_label (EssaimThemes *self,
                               guint         theme)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self) && theme <= ESSAIM_THEME_UNCLASSIFIED, NULL);

  return theme < ESSAIM_N_THEMES ? self->themes[theme].short_label : C_("theme", "Unclassified");
}

/**
 * essaim_themes_get_icon_name:
 * @self: the themes
 * @theme: a theme, or %ESSAIM_THEME_UNCLASSIFIED
 *
 * Returns: the name of its symbolic icon
 */
const char *
essaim_themes_get_icon_name (EssaimThemes *self,
                             guint         theme)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self) && theme <= ESSAIM_THEME_UNCLASSIFIED, NULL);

  return theme < ESSAIM_N_THEMES ? self->themes[theme].icon_name : "essaim-theme-none-symbolic";
}

/**
 * essaim_themes_get_challenge:
 * @self: the themes
 * @theme: a theme
 *
 * Returns: the challenge of French Impact above the theme
 */
EssaimChallenge
essaim_themes_get_challenge (EssaimThemes *self,
                             guint         theme)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self) && theme < ESSAIM_N_THEMES, ESSAIM_CHALLENGE_ECOLOGIQUE);

  return self->themes[theme].challenge;
}

/**
 * essaim_themes_get_challenge_set:
 * @self: the themes
 * @challenge: a challenge
 *
 * Returns: the themes below the challenge
 */
EssaimThemeSet
essaim_themes_get_challenge_set (EssaimThemes    *self,
                                 EssaimChallenge  challenge)
{
  EssaimThemeSet set = 0;

  g_return_val_if_fail (ESSAIM_IS_THEMES (self), 0);

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (self->themes[i].challenge == challenge)
      set |= (EssaimThemeSet) 1 << i;

  return set;
}

/**
 * essaim_themes_lookup:
 * @self: the themes
 * @code: (nullable): what may be the code of a theme, or `none`
 * @theme: (out): the theme, or %ESSAIM_THEME_UNCLASSIFIED; untouched when the code is unknown
 *
 * Returns: whether the code is known
 */
gboolean
essaim_themes_lookup (EssaimThemes *self,
                      const char   *code,
                      guint        *theme)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self), FALSE);

  for (guint i = 0; code != NULL && i <= ESSAIM_THEME_UNCLASSIFIED; i++)
    if (g_str_equal (code, essaim_themes_get_code (self, i)))
      {
        *theme = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * essaim_themes_match_code:
 * @self: the themes
 * @tag: (nullable): one tag of a source, valid UTF-8
 *
 * Knows the vocabularies of the field: codes of the Carrefour des innovations sociales of 2018 (`BIO`) and 2019 (`ENV`,
 * `ENV:ADA`, `ADA`), themes of data.inclusion (`mobilite--…`), the sustainable development goals by their number
 * (`10- Réduction des inégalités`), categories of Transiscope, and the own codes. A code of several vocabularies is
 * first one's own, then of 2018, then of 2019.
 *
 * Returns: the themes that the tag stands for, empty where it is in no vocabulary
 */
EssaimThemeSet
essaim_themes_match_code (EssaimThemes *self,
                          const char   *tag)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self), 0);

  return tag != NULL ? essaim_theme_codes_match (self->codes, tag) : 0;
}

/**
 * essaim_themes_match_tag:
 * @self: the themes
 * @tag: (nullable): one tag of a source, valid UTF-8
 *
 * Finds keywords in a tag that no vocabulary knows. A tag is meant to tell a theme, so that a few words count here
 * which say nothing in a sentence (“Partage”).
 *
 * Returns: the themes that the words lead to
 */
EssaimThemeSet
essaim_themes_match_tag (EssaimThemes *self,
                         const char   *tag)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self), 0);

  return tag != NULL ? essaim_theme_words_match (self->words, tag, TRUE) : 0;
}

/**
 * essaim_themes_match_words:
 * @self: the themes
 * @text: (nullable): a title, a summary; valid UTF-8
 *
 * Finds keywords in a text whose language is French, whatever its capitals and accents. Short keywords are whole
 * words, longer ones begin a word; the longest one speaks for the words it covers.
 *
 * Returns: the themes that the words lead to
 */
EssaimThemeSet
essaim_themes_match_words (EssaimThemes *self,
                           const char   *text)
{
  g_return_val_if_fail (ESSAIM_IS_THEMES (self), 0);

  return text != NULL ? essaim_theme_words_match (self->words, text, FALSE) : 0;
}
