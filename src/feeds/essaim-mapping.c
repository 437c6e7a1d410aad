/* essaim-mapping.c: which field of a feed is what in a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-mapping.h"

struct _EssaimMapping
{
  GObject parent_instance;

  /* Owned */
  GStrv fields[ESSAIM_N_TARGETS];
  char *constants[ESSAIM_N_TARGETS];
  char *separators[ESSAIM_N_TARGETS];
  char *options[ESSAIM_N_MAPPING_OPTIONS];
  GPtrArray *rules;   /* (element-type EssaimValueRule) */

  gboolean is_guessed;
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

static void
essaim_mapping_finalize (GObject *object)
{
  EssaimMapping *self = ESSAIM_MAPPING (object);

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      g_strfreev (self->fields[i]);
      g_free (self->constants[i]);
      g_free (self->separators[i]);
    }
  for (guint i = 0; i < ESSAIM_N_MAPPING_OPTIONS; i++)
    g_free (self->options[i]);
  g_ptr_array_unref (self->rules);

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
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_value_rule_free);
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
 * essaim_mapping_get_separator:
 * @self: a mapping
 * @target: themes, audiences or territories
 *
 * Returns: (transfer none) (nullable): what stands between the parts of its lists; %NULL for what is usual
 */
const char *
essaim_mapping_get_separator (EssaimMapping *self,
                              EssaimTarget   target)
{
  return self->separators[target];
}

/**
 * essaim_mapping_set_separator:
 * @self: a mapping
 * @target: themes, audiences or territories
 * @separator: (nullable): what stands between the parts of its lists
 */
void
essaim_mapping_set_separator (EssaimMapping *self,
                              EssaimTarget   target,
                              const char    *separator)
{
  char *copy = g_strdup (separator);

  g_free (self->separators[target]);
  self->separators[target] = copy;
}

/**
 * essaim_mapping_get_option:
 * @self: a mapping
 * @option: what may be guessed wrongly
 *
 * Returns: (transfer none) (nullable): what it is; %NULL to guess
 */
const char *
essaim_mapping_get_option (EssaimMapping       *self,
                           EssaimMappingOption  option)
{
  return self->options[option];
}

/**
 * essaim_mapping_set_option:
 * @self: a mapping
 * @option: what may be guessed wrongly
 * @value: (nullable): what it is, in the words of the document
 */
void
essaim_mapping_set_option (EssaimMapping       *self,
                           EssaimMappingOption  option,
                           const char          *value)
{
  char *copy = g_strdup (value);

  g_free (self->options[option]);
  self->options[option] = copy;
}

/**
 * essaim_mapping_get_rules:
 * @self: a mapping
 *
 * Returns: (transfer none) (element-type EssaimValueRule): what words give values, in order
 */
GPtrArray *
essaim_mapping_get_rules (EssaimMapping *self)
{
  return self->rules;
}

/**
 * essaim_mapping_add_rule:
 * @self: a mapping
 * @rule: (transfer full): which words give a value
 */
void
essaim_mapping_add_rule (EssaimMapping   *self,
                         EssaimValueRule *rule)
{
  g_ptr_array_add (self->rules, rule);
}

/**
 * essaim_mapping_is_guessed:
 * @self: a mapping
 *
 * Returns: whether it was guessed from an earlier state of the feed, and no person has asked for it
 */
gboolean
essaim_mapping_is_guessed (EssaimMapping *self)
{
  return self->is_guessed;
}

/**
 * essaim_mapping_set_guessed:
 * @self: a mapping
 * @is_guessed: whether no person has asked for it
 */
void
essaim_mapping_set_guessed (EssaimMapping *self,
                            gboolean       is_guessed)
{
  self->is_guessed = is_guessed;
}

/**
 * essaim_value_rule_copy:
 * @rule: a rule
 *
 * Returns: (transfer full): the same once more
 */
EssaimValueRule *
essaim_value_rule_copy (const EssaimValueRule *rule)
{
  EssaimValueRule *copy = g_new0 (EssaimValueRule, 1);

  copy->target = rule->target;
  copy->columns = g_strdupv (rule->columns);
  copy->terms = g_strdupv (rule->terms);
  copy->except = g_strdupv (rule->except);
  copy->gives = g_strdup (rule->gives);

  return copy;
}

/**
 * essaim_value_rule_free:
 * @rule: (transfer full): a rule
 */
void
essaim_value_rule_free (EssaimValueRule *rule)
{
  g_strfreev (rule->columns);
  g_strfreev (rule->terms);
  g_strfreev (rule->except);
  g_free (rule->gives);
  g_free (rule);
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
