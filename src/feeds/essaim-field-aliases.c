/* essaim-field-aliases.c: what publishers call the members of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-field-aliases.h"

#include <string.h>

#include "essaim-alias-table.h"
#include "essaim-text.h"

typedef struct
{
  guint role;
  guint rank;
} Alias;

struct _EssaimFieldAliases
{
  GHashTable *whole;      /* (element-type utf8 GArray): key → Alias */
  GPtrArray  *partial;    /* (element-type GPtrArray): words */
  GArray     *partial_of; /* (element-type guint): their roles */
};

/* A sentence that holds `public` is not a list of audiences. */
#define LONGER_NAME_MAX 5

static gboolean
is_in (const char * const *list,
       const char         *word)
{
  return g_strv_contains (list, word);
}

/**
 * essaim_field_name_split:
 * @name: the name of a field
 *
 * Returns: (transfer full): the name with a blank before each capital that follows a small letter: `nom Du Lieu` of
 *   `nomDuLieu`
 */
char *
essaim_field_name_split (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean was_lower = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (was_lower && g_unichar_isupper (c))
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, c);
      was_lower = g_unichar_islower (c);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* `noms`, `lieux`, `réseaux`; but `gps`. */
static gboolean
is_plural (const char *word,
           gsize       length)
{
  return (length > 3 && word[length - 1] == 's') || (length > 4 && g_str_has_suffix (word, "eux"))
         || g_str_has_suffix (word, "eaux");
}

static void
add_word (GPtrArray  *words,
          const char *start,
          gsize       length)
{
  g_autofree char *word = g_strndup (start, length);

  if (length == 0)
    return;
  if (is_plural (word, length))
    word[length - 1] = '\0';
  if (!is_in (essaim_alias_small_words, word))
    g_ptr_array_add (words, g_steal_pointer (&word));
}

/* The words of a name: folded, in the singular, without small ones. */
static GPtrArray *
split_words (const char *name)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *spaced = essaim_field_name_split (name);
  g_autofree char *folded = essaim_text_fold (spaced);
  const char *start = folded;
  const char *p;

  for (p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (p)) && *p != '@')
        {
          add_word (words, start, p - start);
          start = g_utf8_next_char (p);
        }
    }
  add_word (words, start, p - start);

  return g_steal_pointer (&words);
}

static gboolean
is_number (const char *word)
{
  return word[strspn (word, "0123456789")] == '\0';
}

/* Joins words to a key; with @only_kind, without numbers and what owns the member. */
static char *
make_key (GPtrArray *words,
          gboolean   only_kind)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];

      if (!only_kind || (!is_number (word) && !is_in (essaim_alias_owners, word)))
        g_string_append (key, word);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
holds_word (GPtrArray  *words,
            const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

static gboolean
holds_any (GPtrArray          *words,
           const char * const *list)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (is_in (list, words->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static guint
count_words (GPtrArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += !is_number (words->pdata[i]);

  return n;
}

/* Where the last member of a nested name starts: a dot within a word, as in `address.city` but not in `Coord. X`. */
static const char *
find_leaf (const char *name)
{
  const char *leaf = name;

  for (const char *p = strchr (name, '.'); p != NULL; p = strchr (p + 1, '.'))
    {
      if (p > name && p[1] != '\0' && p[1] != ' ' && p[-1] != ' ')
        leaf = p + 1;
    }

  return leaf;
}

static const char *
skip_wrappers (const char *name)
{
  const char *dot;

  while ((dot = strchr (name, '.')) != NULL)
    {
      g_autofree char *parent = g_strndup (name, dot - name);

      if (dot[1] == '\0' || !is_in (essaim_alias_wrappers, parent))
        break;
      name = dot + 1;
    }

  return name;
}

/* A member of a known part (`address.city`) counts for more than one of an unknown part; one of another thing not at
 * all. */
static double
get_leaf_factor (const char *name,
                 const char *leaf)
{
  g_autofree char *path = g_strndup (name, leaf - name - 1);
  g_auto (GStrv) parents = g_strsplit (path, ".", -1);

  for (guint i = 0; parents[i] != NULL; i++)
    {
      g_autofree char *parent = essaim_text_fold (parents[i]);

      if (is_in (essaim_alias_other_parents, parent))
        return 0.0;
    }

  return g_strv_length (parents) > 1 ? 0.7 : 0.85;
}

static void
score_whole (EssaimFieldAliases *aliases,
             const char         *key,
             double              factor,
             double              scores[ESSAIM_N_ROLES])
{
  GArray *found = factor > 0.0 ? g_hash_table_lookup (aliases->whole, key) : NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      Alias *alias = &g_array_index (found, Alias, i);
      double score = ESSAIM_ALIAS_PARTIAL + factor * (60.0 - MIN (alias->rank, 50) * 0.4);

      scores[alias->role] = MAX (scores[alias->role], score);
    }
}

static void
score_partial (EssaimFieldAliases *aliases,
               GPtrArray          *words,
               double              scores[ESSAIM_N_ROLES])
{
  for (guint i = 0; i < aliases->partial->len; i++)
    {
      GPtrArray *wanted = aliases->partial->pdata[i];
      guint role = g_array_index (aliases->partial_of, guint, i);
      guint n = 0;

      while (n < wanted->len && holds_word (words, wanted->pdata[n]))
        n++;
      if (n == wanted->len && count_words (words) <= n + LONGER_NAME_MAX)
        scores[role] = MAX (scores[role], MIN (ESSAIM_ALIAS_PARTIAL, 20.0 * n - words->len));
    }
}

/* The word `adresse` in `publics spécifiquement adressés` means nothing once the whole name is known. */
static void
keep_whole (double scores[ESSAIM_N_ROLES])
{
  gboolean has_whole = FALSE;

  for (guint i = 0; i < ESSAIM_N_ROLES; i++)
    has_whole |= scores[i] > ESSAIM_ALIAS_PARTIAL;
  for (guint i = 0; has_whole && i < ESSAIM_N_ROLES; i++)
    {
      if (scores[i] <= ESSAIM_ALIAS_PARTIAL)
        scores[i] = 0.0;
    }
}

static void
add_whole (EssaimFieldAliases *aliases,
           guint               role,
           const char         *names)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = split_words (list[i]);
      g_autofree char *key = make_key (words, FALSE);
      GArray *of_key = g_hash_table_lookup (aliases->whole, key);
      Alias alias = { role, i };

      if (of_key == NULL)
        {
          of_key = g_array_new (FALSE, FALSE, sizeof (Alias));
          g_hash_table_insert (aliases->whole, g_steal_pointer (&key), of_key);
        }
      g_array_append_val (of_key, alias);
    }
}

static void
add_partial (EssaimFieldAliases *aliases,
             guint               role,
             const char         *patterns)
{
  g_auto (GStrv) list = g_strsplit (patterns, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_ptr_array_add (aliases->partial, split_words (list[i]));
      g_array_append_val (aliases->partial_of, role);
    }
}

/**
 * essaim_field_name_is_of_other_things:
 * @name: the name of a field, as the feed spells it
 *
 * Returns: whether it holds a word for something that a project has no member for: a region, a logo, an author
 */
gboolean
essaim_field_name_is_of_other_things (const char *name)
{
  g_autoptr (GPtrArray) words = split_words (name);

  return holds_any (words, essaim_alias_other_things) || holds_any (words, essaim_alias_other_ids)
         || holds_any (words, essaim_alias_no_amounts) || holds_any (words, essaim_alias_other_parents);
}

/**
 * essaim_field_aliases_new:
 *
 * Returns: (transfer full): the known names
 */
EssaimFieldAliases *
essaim_field_aliases_new (void)
{
  EssaimFieldAliases *aliases = g_new0 (EssaimFieldAliases, 1);

  aliases->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  aliases->partial = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  aliases->partial_of = g_array_new (FALSE, FALSE, sizeof (guint));

  for (const EssaimAliasRow *row = essaim_alias_rows; row->whole != NULL; row++)
    {
      add_whole (aliases, row->role, row->whole);
      if (row->partial != NULL)
        add_partial (aliases, row->role, row->partial);
    }

  return aliases;
}

/**
 * essaim_field_aliases_free:
 * @aliases: the known names
 */
void
essaim_field_aliases_free (EssaimFieldAliases *aliases)
{
  g_hash_table_unref (aliases->whole);
  g_ptr_array_unref (aliases->partial);
  g_array_unref (aliases->partial_of);
  g_free (aliases);
}

/**
 * essaim_field_aliases_score:
 * @aliases: the known names
 * @name: the name of a field, as the feed spells it
 * @scores: (out): how well the name fits each role, 0 to 100
 *
 * A whole name counts for more than a name without what owns the member, and both for more than a word of a longer
 * name.
 */
void
essaim_field_aliases_score (EssaimFieldAliases *aliases,
                            const char         *name,
                            double              scores[ESSAIM_N_ROLES])
{
  const char *inner = skip_wrappers (name);
  const char *leaf = find_leaf (inner);
  double leaf_factor = leaf == inner ? 1.0 : get_leaf_factor (inner, leaf);
  g_autoptr (GPtrArray) words = split_words (inner);
  g_autoptr (GPtrArray) leaf_words = split_words (leaf);
  g_autofree char *key = make_key (words, FALSE);
  g_autofree char *leaf_key = make_key (leaf_words, FALSE);
  g_autofree char *kind_key = make_key (leaf_words, TRUE);

  memset (scores, 0, ESSAIM_N_ROLES * sizeof (double));

  if (!holds_any (words, essaim_alias_other_things))
    {
      score_partial (aliases, words, scores);
      score_whole (aliases, kind_key, leaf_factor * 0.6, scores);
    }
  if (holds_word (words, "id") && holds_any (words, essaim_alias_other_ids))
    memset (scores, 0, ESSAIM_N_ROLES * sizeof (double));
  score_whole (aliases, leaf_key, leaf_factor, scores);
  score_whole (aliases, key, 1.0, scores);
  if (strchr (inner, '%') != NULL || holds_any (words, essaim_alias_no_amounts))
    scores[ESSAIM_TARGET_FUNDING] = 0.0;
  /* YesWiki's `date_creation_fiche` is that of the record, not of what it tells of. */
  if (holds_word (words, "fiche"))
    scores[ESSAIM_TARGET_SINCE] = 0.0;
  keep_whole (scores);
}
