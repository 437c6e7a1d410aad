/* essaim-mapping.c: which field of a feed is what in a project
 *
 * As a document, a mapping is one JSON object:
 *
 *     {"fields": {"title": ["nom"], "address": ["numero", "rue"]}, "constants": {"kind": "place"}}
 *
 * A member of `fields` names a target and lists the feed's own names for it, in order; `constants` gives the value of a
 * target where its fields have none. What a mapping does not mention is not mapped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapping.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"

struct _EssaimMapping
{
  GObject parent_instance;

  /* Owned */
  GStrv fields[ESSAIM_N_TARGETS];
  char *constants[ESSAIM_N_TARGETS];
};

G_DEFINE_FINAL_TYPE (EssaimMapping, essaim_mapping, G_TYPE_OBJECT)

static const char * const target_codes[ESSAIM_N_TARGETS] = {
  [ESSAIM_TARGET_ID] = "id",
  [ESSAIM_TARGET_TITLE] = "title",
  [ESSAIM_TARGET_SUMMARY] = "summary",
  [ESSAIM_TARGET_DESCRIPTION] = "description",
  [ESSAIM_TARGET_ORGANISATION] = "organisation",
  [ESSAIM_TARGET_WEBSITE] = "website",
  [ESSAIM_TARGET_EMAIL] = "email",
  [ESSAIM_TARGET_PHONE] = "phone",
  [ESSAIM_TARGET_ADDRESS] = "address",
  [ESSAIM_TARGET_POSTCODE] = "postcode",
  [ESSAIM_TARGET_COMMUNE] = "commune",
  [ESSAIM_TARGET_INSEE] = "insee",
  [ESSAIM_TARGET_DEPARTMENT] = "department",
  [ESSAIM_TARGET_LAT] = "lat",
  [ESSAIM_TARGET_LON] = "lon",
  [ESSAIM_TARGET_POINT] = "point",
  [ESSAIM_TARGET_THEMES] = "themes",
  [ESSAIM_TARGET_AUDIENCES] = "audiences",
  [ESSAIM_TARGET_KIND] = "kind",
  [ESSAIM_TARGET_STATUS] = "status",
  [ESSAIM_TARGET_SINCE] = "since",
  [ESSAIM_TARGET_OPENS] = "opens",
  [ESSAIM_TARGET_DEADLINE] = "deadline",
  [ESSAIM_TARGET_PERIMETER] = "perimeter",
  [ESSAIM_TARGET_SIRET] = "siret",
  [ESSAIM_TARGET_RNA] = "rna",
  [ESSAIM_TARGET_FUNDING] = "funding",
  [ESSAIM_TARGET_LICENCE] = "licence",
  [ESSAIM_TARGET_UPDATED] = "updated",
  [ESSAIM_TARGET_PAGE] = "page",
  [ESSAIM_TARGET_TERRITORIES] = "territories",
};

static gboolean
parse_target (const char    *code,
              EssaimTarget  *target,
              GError       **error)
{
  if (essaim_target_from_code (code, target))
    return TRUE;

  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
               _("The mapping names “%s”, which no project has; correct it in the mapping."), code);
  return FALSE;
}

static gboolean
holds_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* A single name may stand without its list. Returns NULL when the node is neither. */
static GStrv
parse_names (JsonNode *node)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  JsonArray *array;

  if (holds_text (node))
    {
      g_strv_builder_add (names, json_node_get_string (node));
      return g_strv_builder_end (names);
    }

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *name = json_array_get_element (array, i);

      if (!holds_text (name))
        return NULL;
      g_strv_builder_add (names, json_node_get_string (name));
    }

  return g_strv_builder_end (names);
}

static gboolean
parse_fields_member (EssaimMapping  *self,
                     const char     *code,
                     JsonNode       *node,
                     GError        **error)
{
  EssaimTarget target;
  g_auto (GStrv) names = NULL;

  if (!parse_target (code, &target, error))
    return FALSE;

  names = parse_names (node);
  if (names == NULL)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("In the mapping, “%s” should be a list of field names."), code);
      return FALSE;
    }

  essaim_mapping_set_fields (self, target, (const char * const *) names);
  return TRUE;
}

static gboolean
parse_constants_member (EssaimMapping  *self,
                        const char     *code,
                        JsonNode       *node,
                        GError        **error)
{
  EssaimTarget target;
  EssaimKind kind;

  if (!parse_target (code, &target, error))
    return FALSE;

  if (!holds_text (node))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("In the mapping, the constant of “%s” should be a text."), code);
      return FALSE;
    }

  if (target == ESSAIM_TARGET_KIND && !essaim_kind_from_code (json_node_get_string (node), &kind))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("The mapping asks for the kind “%s”, which does not exist. Use project, place, structure, funding "
                     "or organisation."),
                   json_node_get_string (node));
      return FALSE;
    }

  essaim_mapping_set_constant (self, target, json_node_get_string (node));
  return TRUE;
}

typedef gboolean (*MemberFunc) (EssaimMapping *self, const char *code, JsonNode *node, GError **error);

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
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("In the mapping, “%s” should be an object whose members are targets."), section);
      return FALSE;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &code, &member))
    {
      if (!func (self, code, member, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_section (EssaimMapping  *self,
               const char     *section,
               JsonNode       *node,
               GError        **error)
{
  if (g_str_equal (section, "fields"))
    return parse_members (self, section, node, parse_fields_member, error);
  if (g_str_equal (section, "constants"))
    return parse_members (self, section, node, parse_constants_member, error);

  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
               _("The mapping has a member “%s”; only “fields” and “constants” are known."), section);
  return FALSE;
}

static void
essaim_mapping_finalize (GObject *object)
{
  EssaimMapping *self = ESSAIM_MAPPING (object);

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      g_strfreev (self->fields[i]);
      g_free (self->constants[i]);
    }

  G_OBJECT_CLASS (essaim_mapping_parent_class)->finalize (object);
}

static void
essaim_mapping_class_init (EssaimMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_mapping_finalize;
}

static void
essaim_mapping_init (EssaimMapping *self)
{
}

/**
 * essaim_mapping_new:
 *
 * Returns: (transfer full): a mapping of nothing
 */
EssaimMapping *
essaim_mapping_new (void)
{
  return g_object_new (ESSAIM_TYPE_MAPPING, NULL);
}

/**
 * essaim_mapping_from_json:
 * @node: (nullable): the document described at the top of this file
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

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &section, &member))
    {
      if (!parse_section (self, section, member, error))
        return NULL;
    }

  return g_steal_pointer (&self);
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
    {
      if (self->fields[i] == NULL)
        continue;
      json_builder_set_member_name (builder, target_codes[i]);
      json_builder_begin_array (builder);
      for (guint j = 0; self->fields[i][j] != NULL; j++)
        json_builder_add_string_value (builder, self->fields[i][j]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "constants");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      if (self->constants[i] == NULL)
        continue;
      json_builder_set_member_name (builder, target_codes[i]);
      json_builder_add_string_value (builder, self->constants[i]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * essaim_mapping_get_fields:
 * @self: a mapping
 * @target: where values go
 *
 * Returns: (transfer none) (nullable): the names of the fields that feed @target, in order; %NULL without any
 */
const char * const *
essaim_mapping_get_fields (EssaimMapping *self,
                           EssaimTarget   target)
{
  return (const char * const *) self->fields[target];
}

/**
 * essaim_mapping_set_fields:
 * @self: a mapping
 * @target: where values go
 * @fields: (nullable): the names of the fields that feed it, in order; %NULL or an empty list unmaps it
 */
void
essaim_mapping_set_fields (EssaimMapping      *self,
                           EssaimTarget        target,
                           const char * const *fields)
{
  GStrv copy = fields != NULL && fields[0] != NULL ? g_strdupv ((GStrv) fields) : NULL;

  g_strfreev (self->fields[target]);
  self->fields[target] = copy;
}

/**
 * essaim_mapping_get_constant:
 * @self: a mapping
 * @target: where the value goes
 *
 * Returns: (transfer none) (nullable): the value of @target for records whose fields have none
 */
const char *
essaim_mapping_get_constant (EssaimMapping *self,
                             EssaimTarget   target)
{
  return self->constants[target];
}

/**
 * essaim_mapping_set_constant:
 * @self: a mapping
 * @target: where the value goes
 * @value: (nullable): the value for records whose fields have none
 */
void
essaim_mapping_set_constant (EssaimMapping *self,
                             EssaimTarget   target,
                             const char    *value)
{
  char *copy = g_strdup (value);

  g_free (self->constants[target]);
  self->constants[target] = copy;
}

/**
 * essaim_target_to_code:
 * @target: where a value goes
 *
 * Returns: its name in mappings and in `essaimctl inspect`
 */
const char *
essaim_target_to_code (EssaimTarget target)
{
  return target_codes[target];
}

/**
 * essaim_target_from_code:
 * @code: (nullable): what may be a target's name
 * @target: (out): the target, untouched when the name is unknown
 *
 * Returns: whether the name is known
 */
gboolean
essaim_target_from_code (const char   *code,
                         EssaimTarget *target)
{
  for (guint i = 0; code != NULL && i < ESSAIM_N_TARGETS; i++)
    {
      if (g_str_equal (code, target_codes[i]))
        {
          *target = (EssaimTarget) i;
          return TRUE;
        }
    }

  return FALSE;
}
