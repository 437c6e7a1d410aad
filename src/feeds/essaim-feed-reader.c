/* essaim-feed-reader.c: a file to projects: reader, mapping and placer in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"
#include "essaim-feed-reader-private.h"
#include "essaim-field-aliases.h"
#include "essaim-record-json.h"

/* The second pass. */
typedef struct
{
  /* Owned */
  EssaimProjectMaker *maker;
  EssaimRecordWriter *writer;

  /* Borrowed */
  EssaimProjectFunc   func;
  gpointer            user_data;
} Pass;

/* What @mapping names and the feed has not; sets how many names were found. */
static void
check_names (EssaimMapping    *mapping,
             EssaimFeedSample *sample,
             EssaimReport     *report,
             guint            *n_found,
             guint            *n_missing)
{
  for (guint target = 0; target < ESSAIM_N_TARGETS; target++)
    {
      const char * const *names = essaim_mapping_get_fields (mapping, target);

      for (guint i = 0; names != NULL && names[i] != NULL; i++)
        {
          guint field;

          if (essaim_fields_lookup (sample->fields, names[i], &field))
            {
              (*n_found)++;
              continue;
            }
          if ((*n_missing)++ == 0)
            {
              g_autofree char *text = NULL;

              text = g_strdup_printf (_("The mapping names a field “%s” that the file does not have."), names[i]);

              essaim_report_warn (report, "missing-field", 0, text);
            }
        }
    }
}

static gboolean
read_record_cb (const EssaimRecord  *record,
                gpointer             user_data,
                GError             **error)
{
  Pass *pass = user_data;
  EssaimReadProject read = { .line = record->line };
  g_autoptr (EssaimProject) project = essaim_project_maker_make (pass->maker, record, &read.source_id);

  if (project == NULL)
    return TRUE;

  read.project = project;
  read.fields_json = essaim_record_writer_write (pass->writer, record);

  return pass->func (&read, pass->user_data, error);
}

/* A name that any table would have; `# Nom` is a heading of a page in Markdown. */
static gboolean
is_known_name (const char *name)
{
  g_autoptr (EssaimFieldAliases) aliases = essaim_field_aliases_new ();
  double scores[ESSAIM_N_ROLES];

  if (g_str_has_prefix (name, "# "))
    return FALSE;

  essaim_field_aliases_score (aliases, name, scores);
  for (guint i = 0; i < ESSAIM_N_ROLES; i++)
    if (scores[i] > (i == ESSAIM_TARGET_TITLE ? 0.0 : ESSAIM_ALIAS_PARTIAL))
      return TRUE;

  return FALSE;
}

/* Any text is a table of one column to the reader: only the name of the column tells a list from a letter. */
static gboolean
is_prose (EssaimFeedSample *sample)
{
  return g_strcmp0 (sample->format, "csv") == 0 && essaim_fields_get_n (sample->fields) == 1
         && !is_known_name (essaim_fields_get_name (sample->fields, 0));
}

/**
 * essaim_feed_reader_choose_mapping:
 * @path: a local file
 * @options: (nullable): what is known of the feed
 * @sample: its first records
 * @reference: the shipped facts
 * @report: gets warnings
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the mapping of @options, or a guessed one; %NULL with
 *   %ESSAIM_FEED_ERROR_REFUSED where a mapping was given that has nothing to do with the file, or where
 *   it is no table at all
 */
EssaimMapping *
essaim_feed_reader_choose_mapping (const char               *path,
                                   const EssaimFeedOptions  *options,
                                   EssaimFeedSample         *sample,
                                   EssaimReference          *reference,
                                   EssaimReport             *report,
                                   GError                  **error)
{
  g_autofree char *name = g_path_get_basename (path);
  guint n_found = 0, n_missing = 0;

  if (options == NULL || options->mapping == NULL)
    {
      if (is_prose (sample))
        {
          g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                               _("This is neither a table nor a list of records. Look for a CSV or GeoJSON file."));
          return NULL;
        }

      g_autofree char *hint = g_strjoin (" ", name, options != NULL ? options->feed_title : NULL, NULL);

      const EssaimFieldSample *samples = (EssaimFieldSample *) (gpointer) sample->samples->data;

      return essaim_mapping_guess (sample->fields, samples, hint, reference);
    }

  if (sample->records->len > 0)
    check_names (options->mapping, sample, report, &n_found, &n_missing);
  if (n_found == 0 && n_missing > 0)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("No field of “%s” is in the mapping. Look at its fields with “essaimctl inspect”."),
                   name);
      return NULL;
    }

  return g_object_ref (options->mapping);
}

/**
 * essaim_feed_reader_prepare:
 * @mapping: which field is what
 * @sample: the first records of the feed
 * @reference: the shipped facts
 * @report: gets warnings; outlives the result
 *
 * Returns: (transfer full): what makes projects of the feed's records, with its axes decided
 */
EssaimProjectMaker *
essaim_feed_reader_prepare (EssaimMapping    *mapping,
                            EssaimFeedSample *sample,
                            EssaimReference  *reference,
                            EssaimReport     *report)
{
  EssaimProjectMaker *maker = essaim_project_maker_new (mapping, reference, report);

  essaim_feed_axes_decide (maker, sample, reference, report);
  return maker;
}

/**
 * essaim_feed_reader_read:
 * @path: a local file
 * @options: (nullable): what is known of the feed
 * @reference: the shipped facts
 * @func: gets a project with one site for each record, in the order of the file
 * @user_data: for @func
 * @report: gets what was found, refused and strange
 * @mapping: (out) (optional) (nullable): the mapping that was used
 * @cancellable: (nullable): to stop
 * @error: %ESSAIM_FEED_ERROR_REFUSED when the content is not what it should be, %ESSAIM_FEED_ERROR_FAILED when the
 *   file cannot be read, or the error of @func
 *
 * Reads twice: a sample, to learn what the fields are and which way round the coordinates; then everything.
 *
 * Returns: whether the file is good as a whole; else what @func got must be dropped
 */
gboolean
essaim_feed_reader_read (const char               *path,
                         const EssaimFeedOptions  *options,
                         EssaimReference          *reference,
                         EssaimProjectFunc         func,
                         gpointer                  user_data,
                         EssaimReport             *report,
                         EssaimMapping           **mapping,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  const EssaimReadOptions *read_options = options != NULL ? &options->read : NULL;
  g_autoptr (EssaimFeedSample) sample = NULL;
  g_autoptr (EssaimMapping) chosen = NULL;
  g_autoptr (EssaimProjectMaker) maker = NULL;
  g_autoptr (EssaimRecordWriter) writer = essaim_record_writer_new ();
  Pass pass = { NULL, writer, func, user_data };

  if (mapping != NULL)
    *mapping = NULL;

  sample = essaim_feed_sample_new (path, read_options, cancellable, error);
  if (sample == NULL)
    return FALSE;
  chosen = essaim_feed_reader_choose_mapping (path, options, sample, reference, report, error);
  if (chosen == NULL)
    return FALSE;

  pass.maker = maker = essaim_feed_reader_prepare (chosen, sample, reference, report);
  if (mapping != NULL)
    *mapping = g_object_ref (chosen);

  return essaim_reader_read_file (path, read_options, read_record_cb, &pass, report, NULL, cancellable, error);
}
