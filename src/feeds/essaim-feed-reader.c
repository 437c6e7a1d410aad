/* essaim-feed-reader.c: a file to projects: reader, mapping and placer in one pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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
  EssaimReport       *report;
} Pass;

/* Where the fields of a mapping are looked for. */
typedef struct
{
  /* Borrowed */
  EssaimFeedSample *sample;
  EssaimReport     *report;

  guint             n_found;
  guint             n_missing;
} NameCheck;

static void
check_names (NameCheck          *check,
             const char * const *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      guint field;

      if (essaim_fields_lookup (check->sample->fields, names[i], &field))
        {
          check->n_found++;
          continue;
        }
      check->n_missing++;
      text = g_strdup_printf (_("The mapping names a field “%s” that the file does not have."), names[i]);
      essaim_report_warn (check->report, "missing-field", 0, text);
    }
}

static void
check_mapping (NameCheck     *check,
               EssaimMapping *mapping)
{
  GPtrArray *rules = essaim_mapping_get_rules (mapping);

  for (guint target = 0; target < ESSAIM_N_TARGETS; target++)
    check_names (check, essaim_mapping_get_fields (mapping, target));
  for (guint i = 0; i < rules->len; i++)
    check_names (check, (const char * const *) ((EssaimValueRule *) rules->pdata[i])->columns);
}

static gboolean
has_only_suggestions (const EssaimProject *project)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    {
      if (project->themes[i] > ESSAIM_THEME_HOW_SUGGESTED)
        return FALSE;
      has_any |= project->themes[i] == ESSAIM_THEME_HOW_SUGGESTED;
    }

  return has_any;
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

  pass->report->suggested += has_only_suggestions (project);
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

/* Numbers, dates, codes. */
static gboolean
are_figures (GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const char *value = values->pdata[i];

      if (!g_ascii_isdigit (*value) || strpbrk (value, " \n\t") != NULL)
        return FALSE;
    }

  return values->len > 0;
}

/* Any text is a table of one column to the reader: only the name of the column, or figures below it, tell a list from
 * a letter. */
static gboolean
is_prose (EssaimFeedSample *sample)
{
  return g_strcmp0 (sample->format, "csv") == 0 && essaim_fields_get_n (sample->fields) == 1
         && !is_known_name (essaim_fields_get_name (sample->fields, 0))
         && !are_figures (g_array_index (sample->samples, EssaimFieldSample, 0).values);
}

static gboolean
has_geometry (EssaimFeedSample *sample)
{
  for (guint i = 0; i < sample->records->len; i++)
    if (!isnan (((EssaimRecord *) sample->records->pdata[i])->lat))
      return TRUE;

  return FALSE;
}

/* What a person wrote is used as it is, and refused where it is of another file. */
static EssaimMapping *
check_given (EssaimMapping     *given,
             const char        *name,
             EssaimFeedSample  *sample,
             EssaimReport      *report,
             GError           **error)
{
  NameCheck check = { sample, report, 0, 0 };

  if (sample->records->len > 0)
    check_mapping (&check, given);
  if (check.n_found == 0 && check.n_missing > 0)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("No field of “%s” is in the mapping. Look at its fields with “essaimctl inspect”."),
                   name);
      return NULL;
    }

  return g_object_ref (given);
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
 * A mapping that a person gave is obeyed; one that was guessed before is kept as far as its fields are still there.
 *
 * Returns: (transfer full) (nullable): the mapping; %NULL with %ESSAIM_FEED_ERROR_REFUSED where a mapping was given
 *   that has nothing to do with the file, or where it is no table at all
 */
EssaimMapping *
essaim_feed_reader_choose_mapping (const char               *path,
                                   const EssaimFeedOptions  *options,
                                   EssaimFeedSample         *sample,
                                   EssaimReference          *reference,
                                   EssaimReport             *report,
                                   GError                  **error)
{
  const EssaimFieldSample *samples = (EssaimFieldSample *) (gpointer) sample->samples->data;
  g_autofree char *name = g_path_get_basename (path);
  EssaimMapping *known = options != NULL ? options->mapping : NULL;
  g_autoptr (EssaimMapping) guessed = NULL;
  g_autofree char *hint = NULL;

  if (known != NULL && !essaim_mapping_is_guessed (known))
    return check_given (known, name, sample, report, error);
  if (is_prose (sample))
    {
      g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                           _("This is neither a table nor a list of records. Look for a CSV or GeoJSON file."));
      return NULL;
    }

  hint = g_strjoin (" ", name, options != NULL ? options->feed_title : NULL, NULL);
  guessed = essaim_mapping_guess (sample->fields, samples, hint, reference);
  if (known == NULL || sample->records->len == 0)
    return g_steal_pointer (&guessed);

  return essaim_mapping_renew (known, guessed, sample->fields, has_geometry (sample), report);
}

/**
 * essaim_feed_reader_get_read_options:
 * @options: (nullable): what is known of the feed
 *
 * Returns: how the file is to be read; the texts belong to @options
 */
EssaimReadOptions
essaim_feed_reader_get_read_options (const EssaimFeedOptions *options)
{
  EssaimReadOptions read = options != NULL ? options->read : (EssaimReadOptions) { 0 };

  if (read.array_path == NULL && options != NULL && options->mapping != NULL)
    read.array_path = essaim_mapping_get_option (options->mapping, ESSAIM_MAPPING_ARRAY_PATH);

  return read;
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

  essaim_feed_axes_decide (maker, mapping, sample, reference, report);
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
  const EssaimReadOptions read_options = essaim_feed_reader_get_read_options (options);
  g_autoptr (EssaimFeedSample) sample = NULL;
  g_autoptr (EssaimMapping) chosen = NULL;
  g_autoptr (EssaimProjectMaker) maker = NULL;
  g_autoptr (EssaimRecordWriter) writer = essaim_record_writer_new ();
  Pass pass = { .writer = writer, .func = func, .user_data = user_data, .report = report };

  if (mapping != NULL)
    *mapping = NULL;

  sample = essaim_feed_sample_new (path, &read_options, cancellable, error);
  if (sample == NULL)
    return FALSE;
  chosen = essaim_feed_reader_choose_mapping (path, options, sample, reference, report, error);
  if (chosen == NULL)
    return FALSE;

  pass.maker = maker = essaim_feed_reader_prepare (chosen, sample, reference, report);
  if (mapping != NULL)
    *mapping = g_object_ref (chosen);

  if (!essaim_reader_read_file (path, &read_options, read_record_cb, &pass, report, NULL, cancellable, error))
    return FALSE;
  essaim_project_maker_end (maker);

  return TRUE;
}
