/* essaim-value-map.c: which words of a record give it a theme, an audience, a kind or a status
 *
 * After the habit of the national map of digital mediation (anct-cartographie-nationale, mednum-cli): columns, terms,
 * exceptions, and what they give.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-value-map.h"

#include <string.h>

#include "essaim-text.h"

/* What comes after so many bytes of a value is not looked at. */
#define MAX_BYTES 20000

typedef struct
{
  /* Owned */
  GArray     *columns;   /* (element-type guint): their places in the map's columns */
  GPtrArray  *terms;     /* (element-type utf8): as words */
  GPtrArray  *except;    /* (element-type utf8): as words */

  /* Borrowed */
  const char *gives;

  EssaimTarget target;
} Rule;

typedef struct
{
  char *name;
  char *words;   /* (nullable): of the record at hand */
} Column;

struct _EssaimValueMap
{
  /* Owned */
  EssaimMapping *mapping;
  GPtrArray     *rules;     /* (element-type Rule) */
  GArray        *columns;   /* (element-type Column): of all rules */
};

/* ` velo d appartement `: words with a blank on both sides, so that whole ones can be searched for. */
static char *
make_words (const char *text)
{
  g_autofree char *start = g_utf8_make_valid (text, strnlen (text, MAX_BYTES));
  g_autofree char *folded = essaim_text_fold (start);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x80 || g_ascii_isalnum (*p))
        g_string_append_c (words, *p);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');

  return g_string_free (words, FALSE);
}

static GPtrArray *
make_terms (const char * const *terms)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; terms != NULL && terms[i] != NULL; i++)
    {
      g_autofree char *words = make_words (terms[i]);

      if (strlen (words) > 1)
        g_ptr_array_add (made, g_steal_pointer (&words));
    }

  return made;
}

static guint
intern_column (EssaimValueMap *map,
               const char     *name)
{
  Column added = { NULL, NULL };

  for (guint i = 0; i < map->columns->len; i++)
    if (g_str_equal (g_array_index (map->columns, Column, i).name, name))
      return i;

  added.name = g_strdup (name);
  g_array_append_val (map->columns, added);

  return map->columns->len - 1;
}

static void
column_clear (Column *column)
{
  g_free (column->name);
  g_free (column->words);
}

static void
rule_free (Rule *rule)
{
  g_array_unref (rule->columns);
  g_ptr_array_unref (rule->terms);
  g_ptr_array_unref (rule->except);
  g_free (rule);
}

static void
add_rule (EssaimValueMap        *map,
          const EssaimValueRule *given)
{
  Rule *rule = g_new0 (Rule, 1);

  rule->target = given->target;
  rule->gives = given->gives;
  rule->terms = make_terms ((const char * const *) given->terms);
  rule->except = make_terms ((const char * const *) given->except);
  rule->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; given->columns[i] != NULL; i++)
    {
      guint column = intern_column (map, given->columns[i]);

      g_array_append_val (rule->columns, column);
    }
  g_ptr_array_add (map->rules, rule);
}

/**
 * essaim_value_map_new:
 * @mapping: a mapping, which does not change afterwards
 *
 * Returns: (transfer full): its rules, ready to be used
 */
EssaimValueMap *
essaim_value_map_new (EssaimMapping *mapping)
{
  EssaimValueMap *map = g_new0 (EssaimValueMap, 1);
  GPtrArray *rules = essaim_mapping_get_rules (mapping);

  map->mapping = g_object_ref (mapping);
  map->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);
  map->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (map->columns, (GDestroyNotify) column_clear);
  for (guint i = 0; i < rules->len; i++)
    add_rule (map, rules->pdata[i]);

  return map;
}

/**
 * essaim_value_map_free:
 * @map: (transfer full): rules
 */
void
essaim_value_map_free (EssaimValueMap *map)
{
  g_ptr_array_unref (map->rules);
  g_array_unref (map->columns);
  g_object_unref (map->mapping);
  g_free (map);
}

/**
 * essaim_value_map_read:
 * @map: rules
 * @record: the record that is asked about next
 */
void
essaim_value_map_read (EssaimValueMap     *map,
                       const EssaimRecord *record)
{
  for (guint i = 0; i < map->columns->len; i++)
    {
      Column *column = &g_array_index (map->columns, Column, i);
      const char *value = NULL;
      guint field;

      if (essaim_fields_lookup (record->fields, column->name, &field))
        value = essaim_record_get (record, field);
      g_free (column->words);
      column->words = value != NULL ? make_words (value) : NULL;
    }
}

static gboolean
holds_any (const char *words,
           GPtrArray  *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (strstr (words, terms->pdata[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* An exception in any of the columns counts for all. */
static gboolean
applies (EssaimValueMap *map,
         const Rule     *rule)
{
  gboolean found = FALSE;

  for (guint i = 0; i < rule->columns->len; i++)
    {
      const char *words = g_array_index (map->columns, Column, g_array_index (rule->columns, guint, i)).words;

      if (words == NULL)
        continue;
      if (holds_any (words, rule->except))
        return FALSE;
      found = found || holds_any (words, rule->terms);
    }

  return found;
}

/**
 * essaim_value_map_next:
 * @map: rules, after essaim_value_map_read()
 * @target: what is wanted
 * @position: (inout): 0 to begin with
 *
 * Returns: (nullable): what the next rule that applies to the record gives; %NULL after the last one
 */
const char *
essaim_value_map_next (EssaimValueMap *map,
                       EssaimTarget    target,
                       guint          *position)
{
  while (*position < map->rules->len)
    {
      const Rule *rule = map->rules->pdata[(*position)++];

      if (rule->target == target && applies (map, rule))
        return rule->gives;
    }

  return NULL;
}
