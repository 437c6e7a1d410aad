/* essaim-labels.c: what territories.json says of the labelled territories
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-labels.h"

#include "essaim-geo-file.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

struct _EssaimLabels
{
  JsonNode    *document;  /* owns the texts */
  EssaimLabel *labels;
  guint        n_labels;
};

static JsonNode *
get_member (JsonObject   *object,
            const char   *name,
            JsonNodeType  type)
{
  JsonNode *member = json_object_get_member (object, name);

  return member != NULL && json_node_get_node_type (member) == type ? member : NULL;
}

/* The text of a member, NULL where it is absent or empty. */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *member = get_member (object, name, JSON_NODE_VALUE);
  const char *text = member != NULL ? json_node_get_string (member) : NULL;

  return text != NULL && *text != '\0' ? text : NULL;
}

static int
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *member = get_member (object, name, JSON_NODE_VALUE);

  return member != NULL ? (int) json_node_get_int (member) : 0;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *member = get_member (object, name, JSON_NODE_ARRAY);

  return member != NULL ? json_node_get_array (member) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint      i)
{
  JsonNode *element = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
}

/* A list of the texts of a member: the list is new, the texts are the document's. */
static const char * const *
get_texts (JsonObject *object,
           const char *name)
{
  JsonArray *array = get_array (object, name);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  const char **texts = g_new0 (const char *, n + 1);
  guint n_texts = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element) : NULL;

      if (text != NULL)
        texts[n_texts++] = text;
    }

  return texts;
}

static EssaimFigure *
get_figures (JsonObject *object,
             guint      *n_figures)
{
  JsonArray *array = get_array (object, "key_figures");
  guint n = array != NULL ? json_array_get_length (array) : 0;
  EssaimFigure *figures = g_new0 (EssaimFigure, n);

  *n_figures = 0;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *element = get_element (array, i);

      if (element == NULL)
        continue;
      figures[(*n_figures)++] = (EssaimFigure) {
        .label = get_text (element, "label"), .value = get_text (element, "value"),
        .year = get_number (element, "year"), .source = get_text (element, "source"),
      };
    }

  return figures;
}

/* What all units are; a mixture counts as communes, and no unit as a label of which no more is known. */
static EssaimTerritoryKind
get_unit_kind (JsonObject *object)
{
  JsonArray *units = get_array (object, "units");
  guint n = units != NULL ? json_array_get_length (units) : 0;
  EssaimTerritoryKind common = ESSAIM_TERRITORY_LABEL;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *unit = get_element (units, i);
      EssaimTerritoryKind kind = ESSAIM_TERRITORY_COMMUNE;

      if (unit != NULL)
        essaim_territory_kind_from_code (get_text (unit, "type"), &kind);
      common = i == 0 || kind == common ? kind : ESSAIM_TERRITORY_COMMUNE;
    }

  return common;
}

/* The ids of the units, as queries use them. */
static const char * const *
get_units (JsonObject *object)
{
  JsonArray *units = get_array (object, "units");
  guint n = units != NULL ? json_array_get_length (units) : 0;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      JsonObject *unit = get_element (units, i);
      const char *type = unit != NULL ? get_text (unit, "type") : NULL;
      const char *code = unit != NULL ? get_text (unit, "code") : NULL;

      if (type != NULL && code != NULL)
        {
          g_autofree char *id = g_strconcat (type, ":", code, NULL);

          g_strv_builder_add (ids, id);
        }
    }

  return (const char * const *) g_strv_builder_end (ids);
}

static gboolean
read_label (EssaimLabel *label,
            JsonObject  *object)
{
  label->id = get_text (object, "id");
  label->name = get_text (object, "name");
  label->unit_kind = get_unit_kind (object);
  label->facts = (EssaimLabelFacts) {
    .wave = get_number (object, "wave"),
    .label_date = get_text (object, "label_date"),
    .carrier = get_text (object, "carrier"),
    .website = get_text (object, "website"),
    .note = get_text (object, "note"),
    .perimeter_note = get_text (object, "perimeter_note"),
    .confidence = get_text (object, "perimeter_confidence"),
    .units = get_units (object),
    .partners = get_texts (object, "partners"),
    .challenges = get_texts (object, "challenges"),
    .context = get_texts (object, "context"),
    .sources = get_texts (object, "sources"),
  };
  label->facts.figures = get_figures (object, &label->facts.n_figures);

  return label->id != NULL && label->name != NULL;
}

static gboolean
read_labels (EssaimLabels *self)
{
  JsonArray *array;
  guint n;

  if (self->document == NULL || !JSON_NODE_HOLDS_ARRAY (self->document))
    return FALSE;

  array = json_node_get_array (self->document);
  n = json_array_get_length (array);
  self->labels = g_new0 (EssaimLabel, n);

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = get_element (array, i);

      if (object == NULL || !read_label (&self->labels[self->n_labels++], object))
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_labels_new:
 * @path: `starter/territories.json` of the shipped data
 * @error: return location for an error of `ESSAIM_REFERENCE_ERROR`
 *
 * Returns: (transfer full) (nullable): the labelled territories
 */
EssaimLabels *
essaim_labels_new (const char  *path,
                   GError     **error)
{
  g_autoptr (EssaimLabels) self = g_new0 (EssaimLabels, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;

  if (!json_parser_load_from_mapped_file (parser, path, &reason))
    {
      g_set_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_UNREADABLE,
                   _("“%s”, a part of Essaim, cannot be read (%s). Install Essaim again."), path, reason->message);
      return NULL;
    }

  self->document = json_parser_steal_root (parser);
  if (!read_labels (self))
    {
      g_set_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_DAMAGED,
                   _("“%s”, a part of Essaim, is damaged or of another version. Install Essaim again."), path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * essaim_labels_free:
 * @labels: (transfer full): the labelled territories
 */
void
essaim_labels_free (EssaimLabels *labels)
{
  for (guint i = 0; i < labels->n_labels; i++)
    {
      const EssaimLabelFacts *facts = &labels->labels[i].facts;

      g_strfreev ((char **) facts->units);
      g_free ((gpointer) facts->partners);
      g_free ((gpointer) facts->challenges);
      g_free ((gpointer) facts->context);
      g_free ((gpointer) facts->sources);
      g_free ((gpointer) facts->figures);
    }

  g_free (labels->labels);
  g_clear_pointer (&labels->document, json_node_unref);
  g_free (labels);
}

/**
 * essaim_labels_get_n:
 * @labels: the labelled territories
 *
 * Returns: how many there are
 */
guint
essaim_labels_get_n (const EssaimLabels *labels)
{
  return labels->n_labels;
}

/**
 * essaim_labels_get:
 * @labels: the labelled territories
 * @i: one of them, below [func@essaim_labels_get_n]
 *
 * Returns: (transfer none): what is known of it
 */
const EssaimLabel *
essaim_labels_get (const EssaimLabels *labels,
                   guint               i)
{
  return &labels->labels[i];
}
