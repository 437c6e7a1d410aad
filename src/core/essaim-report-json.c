/* essaim-report-json.c: what became of one refresh, as a JSON document and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-report.h"

#include <math.h>

#include "essaim-json-members.h"

static void
add_counts (JsonBuilder        *builder,
            const EssaimReport *report)
{
  essaim_json_add_count (builder, "read", report->read);
  essaim_json_add_count (builder, "new", report->added);
  essaim_json_add_count (builder, "changed", report->changed);
  essaim_json_add_count (builder, "unchanged", report->unchanged);
  essaim_json_add_count (builder, "gone", report->gone);
  essaim_json_add_count (builder, "refused", report->refused);
  essaim_json_add_count (builder, "projects", report->projects);
  essaim_json_add_count (builder, "sites", report->sites);
  essaim_json_add_count (builder, "merged", report->merged);

  json_builder_set_member_name (builder, "placed");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_PRECISIONS; i++)
    essaim_json_add_count (builder, essaim_precision_to_code ((EssaimPrecision) i), report->placed[i]);
  json_builder_end_object (builder);

  essaim_json_add_count (builder, "themed", report->themed);
  if (report->suggested > 0)
    essaim_json_add_count (builder, "suggested", report->suggested);
}

static void
add_warnings (JsonBuilder     *builder,
              const GPtrArray *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const EssaimWarning *warning = warnings->pdata[i];

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "code", warning->code);
      essaim_json_add_count (builder, "count", warning->count);
      if (warning->first_line > 0)
        essaim_json_add_count (builder, "first_line", warning->first_line);
      essaim_json_add_text (builder, "example", warning->example);
      essaim_json_add_text (builder, "text", warning->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_refusals (JsonBuilder     *builder,
              const GPtrArray *refusals)
{
  json_builder_set_member_name (builder, "refusals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < refusals->len; i++)
    {
      const EssaimRefusal *refusal = refusals->pdata[i];

      json_builder_begin_object (builder);
      if (refusal->line > 0)
        essaim_json_add_count (builder, "line", refusal->line);
      essaim_json_add_text (builder, "reason", refusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * essaim_report_to_json:
 * @report: a report
 *
 * The document of `essaimctl --json import`. What is not known (encoding, delimiter, a line) is absent.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
essaim_report_to_json (const EssaimReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = essaim_report_dup_message (report);

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "feed", report->feed);
  essaim_json_add_text (builder, "outcome", essaim_outcome_to_code (report->outcome));
  essaim_json_add_text (builder, "message", message);
  essaim_json_add_text (builder, "format", report->format);
  essaim_json_add_text (builder, "encoding", report->encoding);
  essaim_json_add_text (builder, "delimiter", report->delimiter);
  add_counts (builder, report);
  add_warnings (builder, report->warnings);
  add_refusals (builder, report->refusals);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, round (report->seconds * 1000) / 1000);
  if (report->bytes > 0)
    {
      json_builder_set_member_name (builder, "bytes");
      json_builder_add_int_value (builder, (gint64) report->bytes);
    }
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/* The document may come from a library that another program wrote: nothing of it is trusted. */
static JsonNode *
get_member (JsonObject   *object,
            const char   *name,
            JsonNodeType  type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

static double
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_NONE;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? MAX (0, json_node_get_double (node)) : 0;
}

static guint
get_count (JsonObject *object,
           const char *name)
{
  return (guint) MIN (get_number (object, name), G_MAXUINT);
}

static void
take_counts (EssaimReport *report,
             JsonObject   *object)
{
  JsonNode *placed = get_member (object, "placed", JSON_NODE_OBJECT);

  report->read = get_count (object, "read");
  report->added = get_count (object, "new");
  report->changed = get_count (object, "changed");
  report->unchanged = get_count (object, "unchanged");
  report->gone = get_count (object, "gone");
  report->refused = get_count (object, "refused");
  report->projects = get_count (object, "projects");
  report->sites = get_count (object, "sites");
  report->merged = get_count (object, "merged");
  report->themed = get_count (object, "themed");
  report->suggested = get_count (object, "suggested");
  for (guint i = 0; placed != NULL && i < ESSAIM_N_PRECISIONS; i++)
    report->placed[i] = get_count (json_node_get_object (placed), essaim_precision_to_code ((EssaimPrecision) i));
}

static void
take_warning (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   user_data)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *code = object != NULL ? dup_text (object, "code") : NULL;
  g_autofree char *example = object != NULL ? dup_text (object, "example") : NULL;
  g_autofree char *text = object != NULL ? dup_text (object, "text") : NULL;

  if (code != NULL && text != NULL)
    essaim_report_warn_with (user_data, code, get_count (object, "count"), get_count (object, "first_line"), example,
                             text);
}

static void
take_refusal (JsonArray *array,
              guint      index,
              JsonNode  *node,
              gpointer   user_data)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *reason = object != NULL ? dup_text (object, "reason") : NULL;

  if (reason != NULL)
    essaim_report_refuse (user_data, get_count (object, "line"), "%s", reason);
}

/**
 * essaim_report_from_json:
 * @node: what essaim_report_to_json() gave, or anything
 *
 * Returns: (transfer full) (nullable): the report; what the document does not say is empty; %NULL when it is of no
 *   outcome that is known
 */
EssaimReport *
essaim_report_from_json (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *code = object != NULL ? dup_text (object, "outcome") : NULL;
  g_autofree char *feed = object != NULL ? dup_text (object, "feed") : NULL;
  EssaimOutcome outcome;
  EssaimReport *report;
  JsonNode *list;

  if (!essaim_outcome_from_code (code, &outcome))
    return NULL;

  report = essaim_report_new (feed);
  report->outcome = outcome;
  report->message = dup_text (object, "message");
  report->format = dup_text (object, "format");
  report->encoding = dup_text (object, "encoding");
  report->delimiter = dup_text (object, "delimiter");
  report->seconds = get_number (object, "seconds");
  report->bytes = (guint64) get_number (object, "bytes");
  if ((list = get_member (object, "warnings", JSON_NODE_ARRAY)) != NULL)
    json_array_foreach_element (json_node_get_array (list), take_warning, report);
  if ((list = get_member (object, "refusals", JSON_NODE_ARRAY)) != NULL)
    json_array_foreach_element (json_node_get_array (list), take_refusal, report);
  take_counts (report, object);

  return report;
}
