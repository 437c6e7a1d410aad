/* essaim-feed-sample.c: the first records of a feed, for deciding what its fields are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-sample.h"

#include "essaim-text.h"

/* Sources sort their files: the first records may all be of one department or of one kind, so look at many. */
#define MAX_RECORDS 2000

/* Wide tables are looked at less far. */
#define MAX_VALUES 200000

/* The beginning of a value says what it is; in characters. */
#define MAX_VALUE_CHARS 300

static void
field_sample_clear (EssaimFieldSample *sample)
{
  g_ptr_array_unref (sample->values);
}

static void
record_free (EssaimRecord *record)
{
  g_ptr_array_unref (record->values);
  g_free (record);
}

static EssaimFieldSample *
get_field (EssaimFeedSample *sample,
           const char       *name)
{
  guint field = essaim_fields_intern (sample->fields, name);

  if (field == sample->samples->len)
    {
      EssaimFieldSample added = { g_ptr_array_new_with_free_func (g_free), 0, 0 };

      g_array_append_val (sample->samples, added);
      g_ptr_array_add (sample->seen, g_hash_table_new (g_str_hash, g_str_equal));
    }

  return &g_array_index (sample->samples, EssaimFieldSample, field);
}

static void
add_value (EssaimFeedSample  *sample,
           guint              field,
           const char        *value)
{
  EssaimFieldSample *of_field = &g_array_index (sample->samples, EssaimFieldSample, field);
  GHashTable *seen = sample->seen->pdata[field];

  if (essaim_text_is_null (value))
    return;

  of_field->filled++;
  if (of_field->values->len < ESSAIM_FIELD_SAMPLE_MAX && !g_hash_table_contains (seen, value))
    {
      g_ptr_array_add (of_field->values, g_strdup (value));
      g_hash_table_add (seen, g_ptr_array_index (of_field->values, of_field->values->len - 1));
    }
}

static char *
dup_start (const char *value)
{
  const char *end = value;

  for (guint i = 0; i < MAX_VALUE_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (value, end - value);
}

/* Gives the error that stops the reading, once enough was seen. */
static gboolean
add_record_cb (const EssaimRecord  *record,
               gpointer             user_data,
               GError             **error)
{
  EssaimFeedSample *sample = user_data;
  EssaimRecord *copy = g_new0 (EssaimRecord, 1);

  *copy = *record;
  copy->fields = sample->fields;
  copy->values = g_ptr_array_new_full (record->values->len, g_free);
  g_ptr_array_add (sample->records, copy);

  for (guint i = 0; i < essaim_fields_get_n (record->fields); i++)
    {
      const char *value = essaim_record_get (record, i);
      char *start = value != NULL ? dup_start (value) : NULL;

      get_field (sample, essaim_fields_get_name (record->fields, i));
      g_ptr_array_add (copy->values, start);
      if (start != NULL)
        {
          sample->n_values++;
          add_value (sample, i, start);
        }
    }

  if (sample->records->len < MAX_RECORDS && sample->n_values < MAX_VALUES)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "");
  return FALSE;
}

static EssaimFeedSample *
sample_new (void)
{
  EssaimFeedSample *sample = g_new0 (EssaimFeedSample, 1);

  sample->fields = essaim_fields_new ();
  sample->samples = g_array_new (FALSE, FALSE, sizeof (EssaimFieldSample));
  g_array_set_clear_func (sample->samples, (GDestroyNotify) field_sample_clear);
  sample->records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  sample->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  return sample;
}

/**
 * essaim_feed_sample_new:
 * @path: a local file
 * @options: (nullable): what is known of it
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Looks at the first 2,000 records. A file that is wrong gives what could be read of it: reading it whole is what says
 * so, with its report.
 *
 * Returns: (transfer full) (nullable): the sample; %NULL only when cancelled
 */
EssaimFeedSample *
essaim_feed_sample_new (const char               *path,
                        const EssaimReadOptions  *options,
                        GCancellable             *cancellable,
                        GError                  **error)
{
  g_autoptr (EssaimFeedSample) sample = sample_new ();
  g_autoptr (EssaimReport) ignored = essaim_report_new (NULL);
  g_autoptr (GError) stop = NULL;

  if (!essaim_reader_read_file (path, options, add_record_cb, sample, ignored, NULL, cancellable, &stop)
      && g_error_matches (stop, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&stop));
      return NULL;
    }

  sample->format = g_strdup (ignored->format);
  sample->epsg = ignored->epsg;
  for (guint i = 0; i < sample->samples->len; i++)
    g_array_index (sample->samples, EssaimFieldSample, i).rows = sample->records->len;

  return g_steal_pointer (&sample);
}

/**
 * essaim_feed_sample_free:
 * @sample: (transfer full): a sample
 */
void
essaim_feed_sample_free (EssaimFeedSample *sample)
{
  g_free (sample->format);
  g_ptr_array_unref (sample->seen);
  g_ptr_array_unref (sample->records);
  g_array_unref (sample->samples);
  essaim_fields_free (sample->fields);
  g_free (sample);
}
