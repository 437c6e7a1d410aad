/* essaim-tagger.c: the themes and audiences that a record's words lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tagger.h"

#include <string.h>

#include "essaim-audience-words.h"
#include "essaim-text.h"

/* Values of tag columns remembered; free text in them would never repeat. */
#define SEEN_MAX 20000

/* What separates tags in one value; a comma may also be part of a label (`Eau, nature et biodiversité`). */
#define TAG_SEPARATORS "|;\n"

/* The themes of one value, by the reason for them. */
typedef struct
{
  EssaimThemeSet given;
  EssaimThemeSet code;
  EssaimThemeSet keyword;
} Tags;

struct _EssaimTagger
{
  /* Owned */
  EssaimAudienceWords *audiences;
  EssaimThemes        *themes;
  GHashTable          *seen;                       /* (element-type utf8 Tags) */
  GHashTable          *seen_audiences;             /* (element-type utf8 guint) */
  char                *labels[ESSAIM_N_THEMES];
  GString             *text;
};

/* The themes of one tag, by code first. Quotes and brackets are those of a Python list. */
static void
match_tag (EssaimTagger *tagger,
           char         *tag,
           Tags         *tags)
{
  g_autofree char *folded = NULL;
  EssaimThemeSet codes;

  g_strstrip (g_strdelimit (tag, "[]\"", ' '));
  if (*tag == '\0' || essaim_text_is_null (tag))
    return;

  folded = essaim_text_fold (tag);
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      if (g_str_equal (folded, tagger->labels[i]))
        {
          tags->given |= (EssaimThemeSet) 1 << i;
          return;
        }
    }

  codes = essaim_themes_match_code (tagger->themes, tag);
  tags->code |= codes;
  if (codes == 0)
    tags->keyword |= essaim_themes_match_tag (tagger->themes, tag);
}

/* `Theme / Sub-category` of Aides-territoires, whose themes have slashes as well (`Nature / environnement / Forêts`):
 * the sub-category says more. */
static gboolean
match_path (EssaimTagger *tagger,
            const char   *tag,
            Tags         *tags)
{
  for (const char *slash = g_strrstr (tag, " / "); slash != NULL; slash = g_strrstr_len (tag, slash - tag, " / "))
    {
      g_autofree char *above = g_strndup (tag, slash - tag);
      g_autofree char *below = g_strdup (slash + strlen (" / "));
      EssaimThemeSet codes = strchr (above, '/') != NULL ? essaim_themes_match_code (tagger->themes, above) : 0;
      Tags found = { 0 };

      if (codes == 0)
        continue;

      match_tag (tagger, below, &found);
      tags->given |= found.given;
      tags->keyword |= found.keyword;
      tags->code |= (found.given | found.code | found.keyword) != 0 ? found.code : codes;
      return TRUE;
    }

  return FALSE;
}

/* Some sources write several themes as one (`Social - Santé`, `Nature / environnement`), others have such names. */
static void
match_parts (EssaimTagger *tagger,
             char         *tag,
             Tags         *tags)
{
  char *part = tag;

  if (match_path (tagger, tag, tags))
    return;

  if (essaim_themes_match_code (tagger->themes, tag) != 0)
    {
      match_tag (tagger, tag, tags);
      return;
    }

  while (part != NULL)
    {
      char *next = part + strcspn (part, ",/&-");

      while (*next == '-' && !(next > part && next[-1] == ' ' && next[1] == ' '))
        next += 1 + strcspn (next + 1, ",/&-");

      tag = part;
      part = *next != '\0' ? next + 1 : NULL;
      *next = '\0';
      match_tag (tagger, g_strdelimit (tag, "'", ' '), tags);
    }
}

static Tags
match_value (EssaimTagger *tagger,
             const char   *value)
{
  Tags *known = g_hash_table_lookup (tagger->seen, value);
  g_auto (GStrv) parts = NULL;
  Tags tags = { 0 };

  if (known != NULL)
    return *known;

  parts = g_strsplit_set (value, TAG_SEPARATORS, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    match_parts (tagger, parts[i], &tags);

  if (g_hash_table_size (tagger->seen) < SEEN_MAX)
    g_hash_table_insert (tagger->seen, g_strdup (value), g_memdup2 (&tags, sizeof tags));

  return tags;
}

static void
add_themes (EssaimProject  *project,
            EssaimThemeSet  themes,
            EssaimThemeHow  how)
{
  for (guint i = 0; themes != 0 && i < ESSAIM_N_THEMES; i++)
    {
      if ((themes & ((EssaimThemeSet) 1 << i)) != 0)
        essaim_project_set_theme (project, i, how);
    }
}

/**
 * essaim_tagger_new:
 * @themes: the themes
 *
 * Returns: (transfer full): a tagger
 */
EssaimTagger *
essaim_tagger_new (EssaimThemes *themes)
{
  EssaimTagger *tagger = g_new0 (EssaimTagger, 1);

  tagger->themes = g_object_ref (themes);
  tagger->audiences = essaim_audience_words_new ();
  tagger->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  tagger->seen_audiences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tagger->text = g_string_new (NULL);

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    tagger->labels[i] = essaim_text_fold (essaim_themes_get_label (themes, i));

  return tagger;
}

/**
 * essaim_tagger_free:
 * @tagger: (transfer full): a tagger
 */
void
essaim_tagger_free (EssaimTagger *tagger)
{
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    g_free (tagger->labels[i]);
  g_string_free (tagger->text, TRUE);
  g_hash_table_unref (tagger->seen_audiences);
  g_hash_table_unref (tagger->seen);
  essaim_audience_words_free (tagger->audiences);
  g_object_unref (tagger->themes);
  g_free (tagger);
}

/**
 * essaim_tagger_add_tags:
 * @tagger: a tagger
 * @value: what the record says of its themes: one tag or a list
 * @project: (inout): gets the themes, with how they were found
 */
void
essaim_tagger_add_tags (EssaimTagger  *tagger,
                        const char    *value,
                        EssaimProject *project)
{
  Tags tags = match_value (tagger, value);

  add_themes (project, tags.keyword, ESSAIM_THEME_HOW_KEYWORD);
  add_themes (project, tags.code, ESSAIM_THEME_HOW_CODE);
  add_themes (project, tags.given, ESSAIM_THEME_HOW_GIVEN);
}

/**
 * essaim_tagger_add_audiences:
 * @tagger: a tagger
 * @value: what the record says of whom it serves: codes or words
 * @project: (inout): gets the audiences
 */
void
essaim_tagger_add_audiences (EssaimTagger  *tagger,
                             const char    *value,
                             EssaimProject *project)
{
  gpointer known;
  guint audiences;

  if (g_hash_table_lookup_extended (tagger->seen_audiences, value, NULL, &known))
    {
      project->audiences |= GPOINTER_TO_UINT (known);
      return;
    }

  audiences = essaim_audience_words_find (tagger->audiences, value);
  project->audiences |= audiences;
  if (g_hash_table_size (tagger->seen_audiences) < SEEN_MAX)
    g_hash_table_insert (tagger->seen_audiences, g_strdup (value), GUINT_TO_POINTER (audiences));
}

/**
 * essaim_tagger_suggest:
 * @tagger: a tagger
 * @project: (inout): a project with its title and summary; what its source says of themes and of audiences is there
 *   already
 *
 * Where the source says nothing of one or the other, the words of title and summary lead to them.
 */
void
essaim_tagger_suggest (EssaimTagger  *tagger,
                       EssaimProject *project)
{
  gboolean has_themes = essaim_project_get_theme_set (project) != 0;

  if (has_themes && project->audiences != 0)
    return;

  g_string_assign (tagger->text, project->title);
  if (project->summary != NULL)
    {
      g_string_append (tagger->text, ". ");
      g_string_append (tagger->text, project->summary);
    }

  if (project->audiences == 0)
    project->audiences = essaim_audience_words_find_in_text (tagger->audiences, tagger->text->str);
  if (!has_themes)
    add_themes (project, essaim_themes_match_words (tagger->themes, tagger->text->str), ESSAIM_THEME_HOW_SUGGESTED);
}
