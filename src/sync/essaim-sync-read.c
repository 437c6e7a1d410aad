/* essaim-sync-read.c: the bytes of an import, read with a mapping into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "essaim-config.h"
#include "essaim-feed-error.h"
#include "essaim-feed-reader.h"
#include "essaim-library-joins.h"

/* Records between two words to the person. */
#define PROGRESS_STEP 500

/* What the parser says is not for the person, but for where it stopped: `<data>:LINE:COLUMN: …`. */
static void
refuse_mapping (const GError  *cause,
                GError       **error)
{
  guint line = 0;

  if (cause != NULL && sscanf (cause->message, "<data>:%u:", &line) == 1 && line > 0)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                 _("the mapping is not a JSON document: it cannot be read from its line %u on. Correct it, or leave it out."), line);
  else
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                         _("the mapping is not a JSON document. Correct it, or leave it out."));
}

/**
 * essaim_sync_read_mapping:
 * @import: under way; gets mapping and mapping_json
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Takes the mapping that is told, else the one that is kept, else none: it is guessed then.
 *
 * Returns: whether it can be used
 */
gboolean
essaim_sync_read_mapping (EssaimSyncImport  *import,
                          GError           **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *path = import->options->mapping_path;

  if (import->mapping != NULL)
    return TRUE;
  if (import->options->mapping_json != NULL)
    import->mapping_json = g_strdup (import->options->mapping_json);
  else if (path != NULL && !g_file_get_contents (path, &import->mapping_json, NULL, &local_error))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The mapping “%s” could not be read: %s"),
                   path, local_error->message);
      return FALSE;
    }

  if (import->mapping_json == NULL && import->known != NULL)
    import->mapping_json = g_strdup (import->known->mapping);
  if (import->mapping_json == NULL)
    return TRUE;

  node = json_from_string (import->mapping_json, &local_error);
  if (node == NULL)
    {
      refuse_mapping (local_error, error);
      return FALSE;
    }
  import->mapping = essaim_mapping_from_json (node, error);

  return import->mapping != NULL;
}

/* Whether the fields that titles are read from are gone, and a guess has chosen others. */
static gboolean
has_other_titles (EssaimSyncImport *import,
                  EssaimMapping    *used)
{
  const char * const *before;
  const char * const *now;

  if (import->mapping == NULL || !essaim_mapping_is_guessed (import->mapping))
    return FALSE;

  before = essaim_mapping_get_fields (import->mapping, ESSAIM_TARGET_TITLE);
  now = essaim_mapping_get_fields (used, ESSAIM_TARGET_TITLE);

  return before != NULL && (now == NULL || !g_strv_equal (before, now));
}

/* A guess is kept with the feed, so that the next refresh reads it alike; what a person wrote stays as it is. */
static void
keep_guess (EssaimSyncImport *import,
            EssaimMapping    *used)
{
  g_autoptr (JsonNode) node = NULL;

  if (import->mapping != NULL && !essaim_mapping_is_guessed (import->mapping))
    return;

  essaim_mapping_set_guessed (used, TRUE);
  node = essaim_mapping_to_json (used);
  g_free (import->mapping_json);
  import->mapping_json = json_to_string (node, FALSE);
}

/* (nullable): the one that is told, or kept, for the bytes that are not to be guessed */
static const char *
get_format (EssaimSyncImport *import)
{
  return essaim_sync_first_text (import->options->format, import->known != NULL ? import->known->format : NULL);
}

static gboolean
read_cb (const EssaimReadProject  *read,
         gpointer                  user_data,
         GError                  **error)
{
  EssaimSyncImport *import = user_data;

  import->n_read++;
  if (import->progress != NULL && import->n_read % PROGRESS_STEP == 0)
    import->progress (import->n_read, 0, import->user_data);

  return essaim_refresh_add (import->refresh, read->project, read->source_id, read->fields_json, read->line, error);
}

/* Refreshes last minutes: the person may have removed the feed since. */
static gboolean
is_still_wanted (EssaimSyncImport  *import,
                 GError           **error)
{
  g_autoptr (EssaimSubscription) now = NULL;

  if (import->known == NULL)
    return TRUE;
  now = essaim_work_get_feed (import->work, import->report->feed, error);

  return now != NULL;
}

/* Files of one name are taken for downloads of one feed, wherever they are: that may be wrong. */
static gboolean
is_another_file (const EssaimSyncImport *import)
{
  return import->options->feed == NULL && import->known != NULL && import->known->uri != NULL &&
         !essaim_sync_source_is_remote (import->source->uri) && g_strcmp0 (import->known->uri, import->source->uri) != 0;
}

/* A pipe may be slow, and the library is locked meanwhile. */
static gboolean
may_write_early (const EssaimSyncImport *import)
{
  return !import->options->dry_run && g_file_test (import->source->path, G_FILE_TEST_IS_REGULAR);
}

/**
 * essaim_sync_get_reading:
 * @import: under way, with its mapping
 *
 * Returns: (transfer full): a text that tells how the bytes are read; another version of the program may read them otherwise
 */
char *
essaim_sync_get_reading (EssaimSyncImport *import)
{
  const char *format = get_format (import);
  g_autofree char *text = g_strjoin ("\n", ESSAIM_VERSION, format != NULL ? format : "",
                                     import->mapping_json, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* What is to be told of a feed that is what it was: what was told of it then. */
static void
fill_report (EssaimSyncImport *import)
{
  EssaimReport *report = import->report;
  g_autoptr (GPtrArray) reports = essaim_library_list_reports (import->library, report->feed, NULL);
  g_autofree char *message = g_strdup_printf (_("“%s” has not changed."), import->title);

  for (guint i = 0; reports != NULL && i < reports->len; i++)
    {
      EssaimReport *last = g_ptr_array_index (reports, i);

      if (last->outcome == ESSAIM_OUTCOME_IMPORTED || last->outcome == ESSAIM_OUTCOME_UNCHANGED)
        {
          essaim_report_repeat (report, last);
          break;
        }
    }
  essaim_report_fail (report, ESSAIM_OUTCOME_UNCHANGED, message);
}

static gboolean
confirm (EssaimSyncImport  *import,
         GError           **error)
{
  g_autoptr (EssaimAnswer) answer = NULL;

  fill_report (import);
  if (import->options->dry_run)
    return TRUE;

  answer = essaim_sync_take_answer (import);
  essaim_refresh_set_answer (import->refresh, answer);

  return is_still_wanted (import, error) && essaim_refresh_confirm (import->refresh, import->report, error);
}

/* What the person has made since the reading began counts too. */
static gboolean
store (EssaimSyncImport  *import,
       GCancellable      *cancellable,
       GError           **error)
{
  const EssaimSyncOptions *options = import->options;
  g_autoptr (GHashTable) named = essaim_work_list_named (import->work, error);
  g_autoptr (EssaimJudgement) judgement = named != NULL ? essaim_work_load_judgement (import->work, error) : NULL;

  if (judgement == NULL)
    return FALSE;
  essaim_refresh_set_kept (import->refresh, named);
  essaim_refresh_set_judgement (import->refresh, judgement);

  return essaim_refresh_finish (import->refresh, options->accept_shrink, options->dry_run, import->report, cancellable,
                                error);
}

static gboolean
read_and_store (EssaimSyncImport  *import,
                GCancellable      *cancellable,
                GError           **error)
{
  const EssaimSyncOptions *options = import->options;
  EssaimFeedOptions feed_options = { .mapping = import->mapping, .feed_title = import->title };
  g_autoptr (EssaimMapping) used = NULL;
  g_autoptr (EssaimAnswer) answer = NULL;

  feed_options.read.address = import->source->uri;
  feed_options.read.format = get_format (import);
  if (!options->dry_run && !import->is_reread)
    essaim_refresh_keep_body (import->refresh, import->source->path);

  if ((may_write_early (import) && !essaim_refresh_write_early (import->refresh, cancellable, error)) ||
      !essaim_feed_reader_read (import->source->path, &feed_options, import->reference, read_cb, import, import->report,
                                &used, cancellable, error))
    return FALSE;
  if (has_other_titles (import, used))
    essaim_refresh_doubt_titles (import->refresh);
  keep_guess (import, used);
  answer = essaim_sync_take_answer (import);
  essaim_refresh_set_answer (import->refresh, answer);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         is_still_wanted (import, error) &&
         store (import, cancellable, error);
}

/**
 * essaim_sync_read:
 * @import: under way, with its bytes; gets the refresh
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: whether the report tells what became of it; otherwise the library is as it was
 */
gboolean
essaim_sync_read (EssaimSyncImport  *import,
                  GCancellable      *cancellable,
                  GError           **error)
{
  g_autofree char *address = essaim_fetcher_redact (import->source->uri);
  const EssaimRefreshFeed feed = {
    .id = import->report->feed,
    .title = import->title,
    .licence = import->licence,
    .uri = address,
    .doubtful = is_another_file (import),
    .date = import->is_rebuild ? import->date : NULL,
    .reread = import->is_reread && !import->is_rebuild,
  };

  import->refresh = essaim_refresh_begin (import->library, &feed, error);

  return import->refresh != NULL &&
         (import->is_unchanged ? confirm (import, error) : read_and_store (import, cancellable, error));
}
