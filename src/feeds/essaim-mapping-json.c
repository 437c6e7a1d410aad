/* essaim-mapping-json.c: a mapping as a document
 *
 * A mapping is one JSON object:
 *
 *     {"fields": {"title": ["nom"], "address": ["numero", "rue"]},
 *      "constants": {"kind": "place"},
 *      "values": {"themes": [{"columns": ["description"], "terms": ["vélo"], "except": ["vélo d’appartement"],
 *                             "gives": "MOB"}]},
 *      "separators": {"themes": "/"},
 *      "dates": "month-first", "decimal": ".", "array_path": "data.items", "crs": "EPSG:2154", "axes": "swapped"}
 *
 * A member of `fields` names a target and lists the feed's own names for it, in order; `constants` gives the value of a
 * target where its fields have none. A rule of `values` gives a value to the records that hold one of its terms, as
 * whole words, in one of its columns, and none of its exceptions; it is looked at before the fields of its target. The
 * other members say what would be guessed wrongly. Only `fields` is needed; what a mapping does not mention is not
 * mapped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-json-members.h"

static const char * const option_names[ESSAIM_N_MAPPING_OPTIONS] = {
  [ESSAIM_MAPPING_DATES] = "dates",
  [ESSAIM_MAPPING_DECIMAL] = "decimal",
  [ESSAIM_MAPPING_ARRAY_PATH] = "array_path",
  [ESSAIM_MAPPING_CRS] = "crs",
  [ESSAIM_MAPPING_AXES] = "axes",
};

typedef gboolean (*MemberFunc) (EssaimMapping *self, EssaimTarget target, JsonNode *node, GError **error);

static gboolean
refuse (GError     **error,
        const char  *format,
        const char  *name)
{
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, format, name);

  return FALSE;
}

static gboolean
holds_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* A single text may stand without its list. Returns NULL when the node is neither. */
static GStrv
parse_texts (JsonNode *node)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  JsonArray *array;

  if (holds_text (node))
    {
      g_strv_builder_add (texts, json_node_get_string (node));
      return g_strv_builder_end (texts);
    }

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *text = json_array_get_element (array, i);

      if (!holds_text (text))
        return NULL;
      g_strv_builder_add (texts, json_node_get_string (text));
    }

  return g_strv_builder_end (texts);
}

static gboolean
parse_fields (EssaimMapping  *self,
              EssaimTarget    target,
              JsonNode       *node,
              GError        **error)
{
  g_auto (GStrv) names = parse_texts (node);

  if (names == NULL)
    return refuse (error, _("In the mapping, “%s” should be a list of field names."), essaim_target_to_code (target));

  essaim_mapping_set_fields (self, target, (const char * const *) names);
  return TRUE;
}

static gboolean
check_kind (EssaimTarget   target,
            const char    *value,
            GError       **error)
{
  EssaimKind kind;

  if (target != ESSAIM_TARGET_KIND || essaim_kind_from_code (value, &kind))
    return TRUE;

  return refuse (error,
                 _("The mapping asks for the kind “%s”, which does not exist. Use project, place, structure, funding "
                   "or organisation."),
                 value);
}

static gboolean
parse_constant (EssaimMapping  *self,
                EssaimTarget    target,
                JsonNode       *node,
                GError        **error)
{
  if (!holds_text (node))
    return refuse (error, _("In the mapping, the constant of “%s” should be a text."), essaim_target_to_code (target));
  if (!check_kind (target, json_node_get_string (node), error))
    return FALSE;

  essaim_mapping_set_constant (self, target, json_node_get_string (node));
  return TRUE;
}

static gboolean
parse_separator (EssaimMapping  *self,
                 EssaimTarget    target,
                 JsonNode       *node,
                 GError        **error)
{
  if (!holds_text (node) || *json_node_get_string (node) == '\0')
    return refuse (error, _("In the mapping, the separator of “%s” should be a text such as “/”."),
                   essaim_target_to_code (target));

  essaim_mapping_set_separator (self, target, json_node_get_string (node));
  return TRUE;
}

static gboolean
parse_rule_member (EssaimValueRule  *rule,
                   const char       *name,
                   JsonNode         *node,
                   GError          **error)
{
  if (g_str_equal (name, "columns") || g_str_equal (name, "terms") || g_str_equal (name, "except"))
    {
      GStrv *list = *name == 'c' ? &rule->columns : *name == 't' ? &rule->terms : &rule->except;

      g_strfreev (*list);
      *list = parse_texts (node);
      return *list != NULL || refuse (error, _("In the mapping, “%s” of a value should be a list of texts."), name);
    }

  if (!g_str_equal (name, "gives"))
    return refuse (error, _("In the mapping, a value has a member “%s”; only “columns”, “terms”, “except” and “gives” "
                            "are known."), name);
  if (!holds_text (node))
    return refuse (error, _("In the mapping, “%s” of a value should be a text."), name);
  g_free (rule->gives);
  rule->gives = json_node_dup_string (node);

  return TRUE;
}

static gboolean
parse_rule (EssaimMapping  *self,
            EssaimTarget    target,
            JsonNode       *node,
            GError        **error)
{
  g_autoptr (EssaimValueRule) rule = g_new0 (EssaimValueRule, 1);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, _("In the mapping, the values of “%s” should be a list of objects."),
                   essaim_target_to_code (target));

  rule->target = target;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    if (!parse_rule_member (rule, name, member, error))
      return FALSE;

  if (rule->columns == NULL || rule->terms == NULL || rule->gives == NULL)
    return refuse (error, _("In the mapping, each value of “%s” needs “columns”, “terms” and “gives”."),
                   essaim_target_to_code (target));
  if (!check_kind (target, rule->gives, error))
    return FALSE;

  essaim_mapping_add_rule (self, g_steal_pointer (&rule));

  return TRUE;
}

static gboolean
parse_rules (EssaimMapping  *self,
             EssaimTarget    target,
             JsonNode       *node,
             GError        **error)
{
  JsonArray *array;

  if (target != ESSAIM_TARGET_THEMES && target != ESSAIM_TARGET_AUDIENCES && target != ESSAIM_TARGET_KIND
      && target != ESSAIM_TARGET_STATUS)
    return refuse (error, _("In the mapping, “values” are for themes, audiences, kind and status, not for “%s”."),
                   essaim_target_to_code (target));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, _("In the mapping, the values of “%s” should be a list of objects."),
                   essaim_target_to_code (target));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!parse_rule (self, target, json_array_get_element (array, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
parse_members (EssaimMapping  *self,
               const char     *section,
               JsonNode       *node,
               MemberFunc      func,
               GError        **error)
{
  JsonObjectIter iter;
  const char *code;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, _("In the mapping, “%s” should be an object whose members are targets."), section);

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &code, &member))
    {
      EssaimTarget target;

      if (!essaim_target_from_code (code, &target))
        return refuse (error, _("The mapping names “%s”, which no project has; correct it in the mapping."), code);
      if (!func (self, target, member, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
suits_option (EssaimMappingOption  option,
              const char          *value)
{
  switch (option)
    {
    case ESSAIM_MAPPING_DATES:
      return g_strv_contains ((const char *[]) { "day-first", "month-first", NULL }, value);
    case ESSAIM_MAPPING_DECIMAL:
      return g_str_equal (value, ",") || g_str_equal (value, ".");
    case ESSAIM_MAPPING_CRS:
      return g_str_has_prefix (value, "EPSG:") && value[5] != '\0'
             && value[5 + strspn (value + 5, "0123456789")] == '\0';
    case ESSAIM_MAPPING_AXES:
      return g_strv_contains ((const char *[]) { "as-named", "swapped", NULL }, value);
    case ESSAIM_MAPPING_ARRAY_PATH:
    default:
      return TRUE;
    }
}

static const char *
get_option_hint (EssaimMappingOption option)
{
  switch (option)
    {
    case ESSAIM_MAPPING_DATES:
      return _("In the mapping, “dates” should be “day-first” or “month-first”.");
    case ESSAIM_MAPPING_DECIMAL:
      return _("In the mapping, “decimal” should be “,” or “.”.");
    case ESSAIM_MAPPING_CRS:
      return _("In the mapping, “crs” should be a text such as “EPSG:2154”.");
    case ESSAIM_MAPPING_AXES:
      return _("In the mapping, “axes” should be “as-named” or “swapped”.");
    case ESSAIM_MAPPING_ARRAY_PATH:
    default:
      return _("In the mapping, “array_path” should be a text such as “data.items”.");
    }
}

static gboolean
parse_option (EssaimMapping        *self,
              EssaimMappingOption   option,
              JsonNode             *node,
              GError              **error)
{
  if (!holds_text (node) || !suits_option (option, json_node_get_string (node)))
    return refuse (error, "%s", get_option_hint (option));

  essaim_mapping_set_option (self, option, json_node_get_string (node));
  return TRUE;
}

static gboolean
parse_section (EssaimMapping  *self,
               const char     *section,
               JsonNode       *node,
               GError        **error)
{
  static const struct { const char *name; MemberFunc func; } sections[] = {
    { "fields", parse_fields }, { "constants", parse_constant }, { "values", parse_rules },
    { "separators", parse_separator },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (section, sections[i].name))
      return parse_members (self, section, node, sections[i].func, error);
  for (guint i = 0; i < ESSAIM_N_MAPPING_OPTIONS; i++)
    if (g_str_equal (section, option_names[i]))
      return parse_option (self, i, node, error);

  if (g_str_equal (section, "guessed") && JSON_NODE_HOLDS_VALUE (node))
    {
      essaim_mapping_set_guessed (self, json_node_get_boolean (node));
      return TRUE;
    }

  return refuse (error, _("The mapping has a member “%s”, which is not known. Known are fields, constants, values, "
                          "separators, dates, decimal, array_path, crs and axes."), section);
}

/**
 * essaim_mapping_from_json:
 * @node: (nullable): the document described at the top of this file, or one of `essaimctl --json inspect` that holds it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the mapping, or %NULL with %ESSAIM_FEED_ERROR_REFUSED and a sentence on what
 *   is wrong with the document
 */
EssaimMapping *
essaim_mapping_from_json (JsonNode  *node,
                          GError   **error)
{
  g_autoptr (EssaimMapping) self = essaim_mapping_new ();
  JsonObjectIter iter;
  const char *section;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("A mapping should be a JSON object with the member “fields”."));
      return NULL;
    }

  member = json_object_get_member (json_node_get_object (node), "mapping");
  if (member != NULL && JSON_NODE_HOLDS_OBJECT (member))
    node = member;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &section, &member))
    {
      if (!parse_section (self, section, member, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

static void
add_texts (JsonBuilder        *builder,
           const char         *name,
           const char * const *texts)
{
  if (texts == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_rule (JsonBuilder           *builder,
          const EssaimValueRule *rule)
{
  json_builder_begin_object (builder);
  add_texts (builder, "columns", (const char * const *) rule->columns);
  add_texts (builder, "terms", (const char * const *) rule->terms);
  add_texts (builder, "except", (const char * const *) rule->except);
  essaim_json_add_text (builder, "gives", rule->gives);
  json_builder_end_object (builder);
}

static void
add_rules_of (JsonBuilder  *builder,
              GPtrArray    *rules,
              EssaimTarget  target)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const EssaimValueRule *rule = rules->pdata[i];

      if (rule->target != target)
        continue;
      if (!has_any)
        {
          json_builder_set_member_name (builder, essaim_target_to_code (target));
          json_builder_begin_array (builder);
          has_any = TRUE;
        }
      add_rule (builder, rule);
    }
  if (has_any)
    json_builder_end_array (builder);
}

static void
add_rules (JsonBuilder *builder,
           GPtrArray   *rules)
{
  if (rules->len == 0)
    return;

  json_builder_set_member_name (builder, "values");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    add_rules_of (builder, rules, i);
  json_builder_end_object (builder);
}

static void
add_separators (JsonBuilder   *builder,
                EssaimMapping *self)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      if (essaim_mapping_get_separator (self, i) == NULL)
        continue;
      if (!has_any)
        {
          json_builder_set_member_name (builder, "separators");
          json_builder_begin_object (builder);
          has_any = TRUE;
        }
      essaim_json_add_text (builder, essaim_target_to_code (i), essaim_mapping_get_separator (self, i));
    }
  if (has_any)
    json_builder_end_object (builder);
}

/**
 * essaim_mapping_to_json:
 * @self: a mapping
 *
 * Returns: (transfer full): the document described at the top of this file
 */
JsonNode *
essaim_mapping_to_json (EssaimMapping *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    add_texts (builder, essaim_target_to_code (i), essaim_mapping_get_fields (self, i));
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "constants");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    essaim_json_add_text (builder, essaim_target_to_code (i), essaim_mapping_get_constant (self, i));
  json_builder_end_object (builder);

  add_rules (builder, essaim_mapping_get_rules (self));
  add_separators (builder, self);
  for (guint i = 0; i < ESSAIM_N_MAPPING_OPTIONS; i++)
    essaim_json_add_text (builder, option_names[i], essaim_mapping_get_option (self, i));
  if (essaim_mapping_is_guessed (self))
    {
      json_builder_set_member_name (builder, "guessed");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
