/* essaim-inspect.c: what a reader makes of a feed, for the publisher
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader.h"

#include "essaim-feed-reader-private.h"
#include "essaim-json-members.h"
#include "essaim-text.h"

#define N_SAMPLES 3

/* A sample is shown in a line. */
#define SAMPLE_MAX 120

typedef struct
{
  /* Owned */
  EssaimProjectMaker *maker;
  EssaimFields       *fields;
  GArray             *filled;   /* (element-type guint): by field */

  guint               n_records;
} Inspection;

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

/* Makes the project too: its warnings are part of what a publisher wants to know. */
static gboolean
inspect_record_cb (const EssaimRecord  *record,
                   gpointer             user_data,
                   GError             **error)
{
  Inspection *inspection = user_data;
  const char *source_id;
  EssaimProject *project = essaim_project_maker_make (inspection->maker, record, &source_id);
  guint n = essaim_fields_get_n (record->fields);

  g_clear_pointer (&project, essaim_project_unref);
  inspection->n_records++;
  for (guint i = inspection->filled->len; i < n; i++)
    essaim_fields_intern (inspection->fields, essaim_fields_get_name (record->fields, i));
  g_array_set_size (inspection->filled, MAX (n, inspection->filled->len));
  for (guint i = 0; i < n; i++)
    {
      const char *value = essaim_record_get (record, i);

      g_array_index (inspection->filled, guint, i) += !essaim_text_is_null (value);
    }

  return TRUE;
}

static const char *
find_target (EssaimMapping *mapping,
             const char    *name)
{
  GPtrArray *rules = essaim_mapping_get_rules (mapping);

  for (guint i = 0; i < ESSAIM_N_TARGETS; i++)
    {
      const char * const *names = essaim_mapping_get_fields (mapping, i);

      if (names != NULL && g_strv_contains (names, name))
        return essaim_target_to_code (i);
    }
  for (guint i = 0; i < rules->len; i++)
    {
      const EssaimValueRule *rule = rules->pdata[i];

      if (g_strv_contains ((const char * const *) rule->columns, name))
        return essaim_target_to_code (rule->target);
    }

  return NULL;
}

static void
add_samples (JsonBuilder      *builder,
             EssaimFeedSample *sample,
             const char       *name)
{
  guint field;

  json_builder_set_member_name (builder, "samples");
  json_builder_begin_array (builder);
  if (essaim_fields_lookup (sample->fields, name, &field))
    {
      GPtrArray *values = g_array_index (sample->samples, EssaimFieldSample, field).values;

      for (guint i = 0; i < MIN (values->len, N_SAMPLES); i++)
        {
          g_autofree char *line = essaim_text_clean (values->pdata[i], -1, ESSAIM_TEXT_LINE, SAMPLE_MAX);

          json_builder_add_string_value (builder, line);
        }
    }
  json_builder_end_array (builder);
}

static void
add_fields (JsonBuilder      *builder,
            Inspection       *inspection,
            EssaimFeedSample *sample,
            EssaimMapping    *mapping)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < essaim_fields_get_n (inspection->fields); i++)
    {
      const char *name = essaim_fields_get_name (inspection->fields, i);

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "name", name);
      add_samples (builder, sample, name);
      add_count (builder, "filled", g_array_index (inspection->filled, guint, i));
      essaim_json_add_text (builder, "mapped_to", find_target (mapping, name));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The report says warnings as every other command does. */
static void
add_warnings (JsonBuilder  *builder,
              EssaimReport *report)
{
  g_autoptr (JsonNode) node = essaim_report_to_json (report);
  JsonNode *warnings = json_object_get_member (json_node_get_object (node), "warnings");

  json_builder_set_member_name (builder, "warnings");
  json_builder_add_value (builder, json_node_copy (warnings));
}

static JsonNode *
build_document (Inspection       *inspection,
                EssaimFeedSample *sample,
                EssaimMapping    *mapping,
                EssaimReport     *report,
                const char       *array_path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "format", report->format);
  essaim_json_add_text (builder, "encoding", report->encoding);
  essaim_json_add_text (builder, "delimiter", report->delimiter);
  essaim_json_add_text (builder, "array_path", array_path);
  add_count (builder, "records", inspection->n_records);
  add_fields (builder, inspection, sample, mapping);
  json_builder_set_member_name (builder, "mapping");
  json_builder_add_value (builder, essaim_mapping_to_json (mapping));
  add_warnings (builder, report);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

/**
 * essaim_feed_reader_inspect:
 * @path: a local file
 * @options: (nullable): what is known of the feed
 * @reference: the shipped facts
 * @cancellable: (nullable): to stop
 * @error: return location for an error of %ESSAIM_FEED_ERROR
 *
 * Reads the whole file as an import would, and keeps nothing.
 *
 * Returns: (transfer full) (nullable): the document that `essaimctl inspect` prints
 */
JsonNode *
essaim_feed_reader_inspect (const char               *path,
                            const EssaimFeedOptions  *options,
                            EssaimReference          *reference,
                            GCancellable             *cancellable,
                            GError                  **error)
{
  const EssaimReadOptions read_options = essaim_feed_reader_get_read_options (options);
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_autoptr (EssaimFields) fields = essaim_fields_new ();
  g_autoptr (GArray) filled = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (EssaimProjectMaker) maker = NULL;
  g_autoptr (EssaimMapping) mapping = NULL;
  g_autofree char *array_path = NULL;
  g_autoptr (EssaimFeedSample) sample = essaim_feed_sample_new (path, &read_options, cancellable, error);
  Inspection inspection = { NULL, fields, filled, 0 };

  if (sample == NULL)
    return NULL;
  mapping = essaim_feed_reader_choose_mapping (path, options, sample, reference, report, error);
  if (mapping == NULL)
    return NULL;

  inspection.maker = maker = essaim_feed_reader_prepare (mapping, sample, reference, report);
  if (!essaim_reader_read_file (path, &read_options, inspect_record_cb, &inspection, report, &array_path, cancellable,
                                error))
    return NULL;
  essaim_project_maker_end (maker);

  return build_document (&inspection, sample, mapping, report, array_path);
}
