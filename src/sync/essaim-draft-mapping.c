/* essaim-draft-mapping.c: a mapping as a person edits it, column by column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-mapping.h"

#include <string.h>

#include "essaim-json-text.h"
#include "essaim-mapping.h"
#include "essaim-text.h"

struct _EssaimDraftMapping
{
  EssaimMapping *mapping;
};

/* What may be put together from several columns; of all else a project has one. */
static gboolean
is_joined (EssaimTarget target)
{
  return target == ESSAIM_TARGET_ADDRESS || target == ESSAIM_TARGET_THEMES || target == ESSAIM_TARGET_AUDIENCES;
}

/**
 * essaim_draft_mapping_new:
 * @json: a mapping as a document
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Returns: (transfer full) (nullable): the mapping, to be edited
 */
EssaimDraftMapping *
essaim_draft_mapping_new (const char  *json,
                          GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (json, error);
  g_autoptr (EssaimMapping) mapping = node != NULL ? essaim_mapping_from_json (node, error) : NULL;
  EssaimDraftMapping *self;

  if (mapping == NULL)
    return NULL;

  self = g_new0 (EssaimDraftMapping, 1);
  self->mapping = g_steal_pointer (&mapping);

  return self;
}

/**
 * essaim_draft_mapping_free:
 * @self: (transfer full): a mapping
 */
void
essaim_draft_mapping_free (EssaimDraftMapping *self)
{
  g_object_unref (self->mapping);
  g_free (self);
}

/**
 * essaim_draft_mapping_to_json:
 * @self: a mapping
 *
 * Returns: (transfer full): the document that it is
 */
char *
essaim_draft_mapping_to_json (EssaimDraftMapping *self)
{
  g_autoptr (JsonNode) node = essaim_mapping_to_json (self->mapping);

  return essaim_json_to_text (node, FALSE);
}

/**
 * essaim_draft_mapping_get_target:
 * @self: a mapping
 * @column: the name of a column
 *
 * Returns: (nullable): where its values go; %NULL when they go nowhere
 */
const char *
essaim_draft_mapping_get_target (EssaimDraftMapping *self,
                                 const char         *column)
{
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      const char * const *names = essaim_mapping_get_fields (self->mapping, i);

      if (names != NULL && g_strv_contains (names, column))
        return essaim_target_to_code (i);
    }

  return NULL;
}

static void
remove_column (EssaimDraftMapping *self,
               EssaimTarget        target,
               const char         *column)
{
  const char * const *names = essaim_mapping_get_fields (self->mapping, target);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  if (names == NULL || !g_strv_contains (names, column))
    return;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], column))
      g_ptr_array_add (left, (char *) names[i]);
  g_ptr_array_add (left, NULL);
  essaim_mapping_set_fields (self->mapping, target, (const char * const *) left->pdata);
}

static void
add_column (EssaimDraftMapping *self,
            EssaimTarget        target,
            const char         *column)
{
  const char * const *names = is_joined (target) ? essaim_mapping_get_fields (self->mapping, target) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (all, (char *) names[i]);
  g_ptr_array_add (all, (char *) column);
  g_ptr_array_add (all, NULL);
  essaim_mapping_set_fields (self->mapping, target, (const char * const *) all->pdata);
}

/* A rule about a column that is something else now would go on giving what nobody sees. */
static void
drop_rules (EssaimDraftMapping *self,
            const char         *column)
{
  GPtrArray *rules = essaim_mapping_get_rules (self->mapping);

  for (guint i = rules->len; i > 0; i--)
    {
      const EssaimValueRule *rule = rules->pdata[i - 1];

      if (g_strv_length (rule->columns) == 1 && g_str_equal (rule->columns[0], column))
        g_ptr_array_remove_index (rules, i - 1);
    }
}

/**
 * essaim_draft_mapping_set_target:
 * @self: a mapping
 * @column: the name of a column
 * @target: (nullable): where its values go; %NULL for nowhere
 *
 * What a project has only one of is taken from the column that it came from before.
 */
void
essaim_draft_mapping_set_target (EssaimDraftMapping *self,
                                 const char         *column,
                                 const char         *target)
{
  EssaimTarget to;

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    remove_column (self, i, column);
  drop_rules (self, column);
  if (essaim_target_from_code (target, &to))
    add_column (self, to, column);
  essaim_mapping_set_guessed (self->mapping, FALSE);
}

/**
 * essaim_draft_mapping_get_constant:
 * @self: a mapping
 * @target: where a value goes
 *
 * Returns: (nullable): the value of all records that name none
 */
const char *
essaim_draft_mapping_get_constant (EssaimDraftMapping *self,
                                   const char         *target)
{
  EssaimTarget to;

  return essaim_target_from_code (target, &to) ? essaim_mapping_get_constant (self->mapping, to) : NULL;
}

/**
 * essaim_draft_mapping_set_constant:
 * @self: a mapping
 * @target: where the value goes
 * @value: (nullable): the value of all records that name none
 */
void
essaim_draft_mapping_set_constant (EssaimDraftMapping *self,
                                   const char         *target,
                                   const char         *value)
{
  EssaimTarget to;

  if (essaim_target_from_code (target, &to))
    essaim_mapping_set_constant (self->mapping, to, value);
  essaim_mapping_set_guessed (self->mapping, FALSE);
}

/**
 * essaim_draft_mapping_get_array_path:
 * @self: a mapping
 *
 * Returns: (nullable): where the records of a JSON document are
 */
const char *
essaim_draft_mapping_get_array_path (EssaimDraftMapping *self)
{
  return essaim_mapping_get_option (self->mapping, ESSAIM_MAPPING_ARRAY_PATH);
}

/**
 * essaim_draft_mapping_make_path:
 * @array_path: where the records of a JSON document are; empty for the root
 *
 * Returns: (transfer full): a mapping as a document, which says only that
 */
char *
essaim_draft_mapping_make_path (const char *array_path)
{
  g_autoptr (EssaimMapping) mapping = essaim_mapping_new ();
  g_autoptr (JsonNode) node = NULL;

  essaim_mapping_set_option (mapping, ESSAIM_MAPPING_ARRAY_PATH, array_path);
  essaim_mapping_set_guessed (mapping, TRUE);
  node = essaim_mapping_to_json (mapping);

  return essaim_json_to_text (node, FALSE);
}

static gboolean
is_rule_of (const EssaimValueRule *rule,
            const char            *column,
            const char            *target,
            const char            *value)
{
  return g_strcmp0 (essaim_target_to_code (rule->target), target) == 0 && g_strv_length (rule->columns) == 1 &&
         g_str_equal (rule->columns[0], column) && g_strv_length (rule->terms) == 1 &&
         g_str_equal (rule->terms[0], value);
}

/**
 * essaim_draft_mapping_get_rule:
 * @self: a mapping
 * @column: the name of a column
 * @target: what the value is about
 * @value: a value of the column
 *
 * Returns: (nullable): what the person said that the value gives
 */
const char *
essaim_draft_mapping_get_rule (EssaimDraftMapping *self,
                               const char         *column,
                               const char         *target,
                               const char         *value)
{
  GPtrArray *rules = essaim_mapping_get_rules (self->mapping);

  for (guint i = 0; i < rules->len; i++)
    if (is_rule_of (rules->pdata[i], column, target, value))
      return ((EssaimValueRule *) rules->pdata[i])->gives;

  return NULL;
}

/* Rules look for words: `Santé` is in `Santé et sport` as well, which is another value. */
static GStrv
find_longer (const char         *value,
             const char * const *values)
{
  g_autofree char *folded = essaim_text_fold (value);
  g_autoptr (GPtrArray) longer = g_ptr_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *other = essaim_text_fold (values[i]);

      if (strlen (other) > strlen (folded) && strstr (other, folded) != NULL)
        g_ptr_array_add (longer, g_strdup (values[i]));
    }
  if (longer->len == 0)
    return NULL;
  g_ptr_array_add (longer, NULL);

  return (GStrv) g_ptr_array_steal (longer, NULL);
}

/**
 * essaim_draft_mapping_set_rule:
 * @self: a mapping
 * @column: the name of a column
 * @target: what the value is about: `themes`, `audiences`, `kind` or `status`
 * @value: a value of the column
 * @gives: (nullable): what it gives, a code; %NULL for what would be understood without a rule
 * @values: (nullable): all values of the column
 */
void
essaim_draft_mapping_set_rule (EssaimDraftMapping *self,
                               const char         *column,
                               const char         *target,
                               const char         *value,
                               const char         *gives,
                               const char * const *values)
{
  GPtrArray *rules = essaim_mapping_get_rules (self->mapping);
  EssaimValueRule *rule;
  EssaimTarget to;

  for (guint i = rules->len; i > 0; i--)
    if (is_rule_of (rules->pdata[i - 1], column, target, value))
      g_ptr_array_remove_index (rules, i - 1);
  essaim_mapping_set_guessed (self->mapping, FALSE);
  if (gives == NULL || !essaim_target_from_code (target, &to))
    return;

  rule = g_new0 (EssaimValueRule, 1);
  rule->target = to;
  rule->columns = g_strdupv ((char *[]) { (char *) column, NULL });
  rule->terms = g_strdupv ((char *[]) { (char *) value, NULL });
  rule->except = find_longer (value, values);
  rule->gives = g_strdup (gives);
  essaim_mapping_add_rule (self->mapping, rule);
}
