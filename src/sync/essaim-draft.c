/* essaim-draft.c: a source before it is a feed: fetched once, then looked at as often as its mapping changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-draft-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "essaim-bodies.h"
#include "essaim-draft-cells.h"
#include "essaim-feed-error.h"
#include "essaim-json-text.h"
#include "essaim-pager.h"
#include "essaim-sync-source.h"
#include "essaim-text.h"

/* Names of columns may be texts of any length. */
#define LABEL_CHARS 120

/* With more different values, a column names things rather than sorting them. */
#define MAX_VALUES 24

/* A longer value is a sentence. */
#define MAX_VALUE_BYTES 120

/* The first rows, while they are read again with a mapping. */
typedef struct
{
  GHashTable *projects;   /* (element-type guint EssaimProject): by line */
  guint       last_line;
} Beginning;

static EssaimDraft *
draft_new (void)
{
  EssaimDraft *self = g_new0 (EssaimDraft, 1);

  g_atomic_ref_count_init (&self->refs);
  self->fetched = essaim_report_new (NULL);

  return self;
}

static gboolean
fetch (EssaimDraft         *self,
       const char          *uri,
       const char          *token,
       EssaimDraftProgress  progress,
       gpointer             user_data,
       GCancellable        *cancellable,
       GError             **error)
{
  const EssaimFetchOptions options = { .token = token, .progress = progress, .user_data = user_data };
  g_auto (EssaimFetched) fetched = { 0 };

  self->is_remote = self->is_temporary = TRUE;
  if (!essaim_pager_fetch (uri, &options, self->fetched, &fetched, cancellable, error))
    return FALSE;

  self->path = g_steal_pointer (&fetched.path);
  self->licence = g_steal_pointer (&fetched.licence);
  if (fetched.title != NULL)
    {
      g_free (self->title);
      self->title = g_steal_pointer (&fetched.title);
    }

  return TRUE;
}

/**
 * essaim_draft_open:
 * @source: a path, a `file:` URI or an http(s) address
 * @token: (nullable): what opens it, for its server only
 * @progress: (nullable) (scope call): told how many bytes were fetched
 * @user_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Returns: (transfer full) (nullable): the source, as a local file
 */
EssaimDraft *
essaim_draft_open (const char           *source,
                   const char           *token,
                   EssaimDraftProgress   progress,
                   gpointer              user_data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autoptr (EssaimDraft) self = draft_new ();
  g_autofree char *uri = essaim_sync_source_get_uri (source, error);

  if (uri == NULL)
    return NULL;

  self->title = essaim_sync_source_get_title (source);
  if (!essaim_sync_source_is_remote (source))
    self->path = g_filename_from_uri (uri, NULL, error);
  else if (!fetch (self, source, token, progress, user_data, cancellable, error))
    return NULL;

  return self->path != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * essaim_draft_open_body:
 * @folder: the data folder
 * @feed: the id of a feed
 * @title: its title
 * @cancellable: (nullable): stops it
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Returns: (transfer full) (nullable): what was last accepted of a feed
 */
EssaimDraft *
essaim_draft_open_body (const char    *folder,
                        const char    *feed,
                        const char    *title,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (EssaimDraft) self = draft_new ();

  self->path = essaim_bodies_open (folder, feed, NULL, cancellable, NULL);
  self->is_temporary = TRUE;
  self->title = g_strdup (title);
  if (self->path != NULL)
    return g_steal_pointer (&self);

  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
               _("What was last read of “%s” is not here any more. Refresh the source first."), title);

  return NULL;
}

/**
 * essaim_draft_ref:
 * @self: a source
 *
 * Returns: (transfer full): the same one
 */
EssaimDraft *
essaim_draft_ref (EssaimDraft *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * essaim_draft_unref:
 * @self: (transfer full): a source
 *
 * Gives up a reference, in any thread. With the last one goes what was fetched.
 */
void
essaim_draft_unref (EssaimDraft *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  if (self->is_temporary && self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->sample, essaim_feed_sample_free);
  g_free (self->sample_path);
  essaim_report_free (self->fetched);
  g_free (self->path);
  g_free (self->title);
  g_free (self->licence);
  g_free (self);
}

/**
 * essaim_draft_get_path:
 * @self: a source
 *
 * Returns: where its content is; gone with the source where it was fetched
 */
const char *
essaim_draft_get_path (EssaimDraft *self)
{
  return self->path;
}

/**
 * essaim_draft_is_remote:
 * @self: a source
 *
 * Returns: whether it was fetched from an address
 */
gboolean
essaim_draft_is_remote (EssaimDraft *self)
{
  return self->is_remote;
}

/**
 * essaim_draft_get_title:
 * @self: a source
 *
 * Returns: what its catalogue calls it, else what its address or file is called
 */
const char *
essaim_draft_get_title (EssaimDraft *self)
{
  return self->title;
}

/**
 * essaim_draft_get_licence:
 * @self: a source
 *
 * Returns: (nullable): the licence that its catalogue names
 */
const char *
essaim_draft_get_licence (EssaimDraft *self)
{
  return self->licence;
}

/**
 * essaim_draft_wants_token:
 * @error: (nullable): what essaim_draft_open() said
 *
 * Returns: whether a token may open what is closed
 */
gboolean
essaim_draft_wants_token (const GError *error)
{
  return g_error_matches (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_DENIED);
}

/**
 * essaim_draft_parse_mapping:
 * @json: (nullable): a mapping as a document
 * @error: return location for an error in `ESSAIM_FEED_ERROR`
 *
 * Returns: (transfer full) (nullable): the mapping; %NULL also without @json
 */
EssaimMapping *
essaim_draft_parse_mapping (const char  *json,
                            GError     **error)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, error) : NULL;

  return node != NULL ? essaim_mapping_from_json (node, error) : NULL;
}

/* The first records, again only where they are elsewhere in the document. */
static gboolean
take_sample (EssaimDraft    *self,
             EssaimMapping  *mapping,
             GCancellable   *cancellable,
             GError        **error)
{
  const char *path = mapping != NULL ? essaim_mapping_get_option (mapping, ESSAIM_MAPPING_ARRAY_PATH) : NULL;
  const EssaimReadOptions options = { .array_path = path };

  if (self->sample != NULL && g_strcmp0 (self->sample_path, path) == 0)
    return TRUE;

  g_clear_pointer (&self->sample, essaim_feed_sample_free);
  g_free (self->sample_path);
  self->sample_path = g_strdup (path);
  self->sample = essaim_feed_sample_new (self->path, &options, cancellable, error);

  return self->sample != NULL;
}

static gboolean
are_few (const EssaimFieldSample *sample)
{
  if (sample->values->len == 0 || sample->values->len > MAX_VALUES)
    return FALSE;

  for (guint i = 0; i < sample->values->len; i++)
    if (strlen (sample->values->pdata[i]) > MAX_VALUE_BYTES)
      return FALSE;

  return TRUE;
}

static GStrv
dup_values (const EssaimFieldSample *sample)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (guint i = 0; i < sample->values->len; i++)
    {
      g_autofree char *line = essaim_text_clean (sample->values->pdata[i], -1, ESSAIM_TEXT_LINE, MAX_VALUE_BYTES);

      g_strv_builder_add (values, line);
    }

  return g_strv_builder_end (values);
}

static void
add_columns (EssaimPreviewTable *table,
             EssaimFeedSample   *sample)
{
  for (guint i = 0; i < essaim_fields_get_n (sample->fields); i++)
    {
      EssaimPreviewColumn *column = g_new0 (EssaimPreviewColumn, 1);
      const EssaimFieldSample *of_field = &g_array_index (sample->samples, EssaimFieldSample, i);

      column->name = g_strdup (essaim_fields_get_name (sample->fields, i));
      column->label = essaim_text_clean (column->name, -1, ESSAIM_TEXT_LINE, LABEL_CHARS);
      if (are_few (of_field))
        column->values = dup_values (of_field);
      g_ptr_array_add (table->columns, column);
    }
}

/* Gives the error that stops the reading, once the first rows are there. */
static gboolean
keep_beginning_cb (const EssaimReadProject  *read,
                   gpointer                  user_data,
                   GError                  **error)
{
  Beginning *beginning = user_data;

  g_hash_table_insert (beginning->projects, GUINT_TO_POINTER (read->line), essaim_project_ref (read->project));
  if (read->line < beginning->last_line)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "");
  return FALSE;
}

/* What each column is, by its place; NULL where it is nothing. The texts of a mapping are looked up once. */
static GHashTable *
index_targets (EssaimMapping *mapping)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = ESSAIM_N_TARGETS; i > 0; i--)
    {
      const char * const *names = essaim_mapping_get_fields (mapping, i - 1);

      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        g_hash_table_insert (targets, (char *) names[j], GUINT_TO_POINTER (i - 1));
    }

  return targets;
}

static void
add_row (EssaimPreviewTable  *table,
         const EssaimRecord  *record,
         const EssaimProject *project,
         GHashTable          *targets,
         EssaimThemes        *themes)
{
  GArray *row = essaim_preview_table_add_row (table);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const EssaimPreviewColumn *column = table->columns->pdata[i];
      EssaimPreviewCell cell;
      EssaimTarget target;
      gpointer found;
      gboolean is_mapped = g_hash_table_lookup_extended (targets, column->name, NULL, &found);

      target = is_mapped ? GPOINTER_TO_UINT (found) : 0;
      essaim_draft_cell_init (&cell, essaim_record_get (record, i), is_mapped ? &target : NULL, project, themes);
      g_array_append_val (row, cell);
    }
}

static EssaimPreviewTable *
make_table (EssaimDraft     *self,
            EssaimMapping   *used,
            GHashTable      *projects,
            EssaimReference *reference)
{
  EssaimPreviewTable *table = essaim_preview_table_new ();
  g_autoptr (GHashTable) targets = index_targets (used);
  g_autoptr (JsonNode) node = essaim_mapping_to_json (used);

  table->mapping = essaim_json_to_text (node, FALSE);
  add_columns (table, self->sample);
  for (guint i = 0; i < MIN (self->sample->records->len, ESSAIM_PREVIEW_N_ROWS); i++)
    {
      const EssaimRecord *record = self->sample->records->pdata[i];

      add_row (table, record, g_hash_table_lookup (projects, GUINT_TO_POINTER (record->line)), targets,
               essaim_reference_get_themes (reference));
    }

  return table;
}

/* Where the records are is no guess any more once it was said. */
static void
keep_options (EssaimMapping *used,
              EssaimMapping *given)
{
  const char *path = given != NULL ? essaim_mapping_get_option (given, ESSAIM_MAPPING_ARRAY_PATH) : NULL;

  if (given == NULL)
    essaim_mapping_set_guessed (used, TRUE);
  if (path == NULL || given == used)
    return;

  essaim_mapping_set_option (used, ESSAIM_MAPPING_ARRAY_PATH, path);
  essaim_mapping_set_guessed (used, FALSE);
}

/**
 * essaim_draft_look:
 * @self: a source
 * @mapping: (nullable): JSON; guessed without
 * @reference: the shipped facts
 * @cancellable: (nullable): to stop
 * @error: return location for an error: cancelled, or in `ESSAIM_FEED_ERROR` where it is no table at all
 *
 * Looks at the beginning of the source, which takes little time however long it is.
 *
 * Returns: (transfer full) (nullable): its columns and first rows
 */
EssaimPreviewTable *
essaim_draft_look (EssaimDraft      *self,
                   const char       *mapping,
                   EssaimReference  *reference,
                   GCancellable     *cancellable,
                   GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EssaimMapping) given = essaim_draft_parse_mapping (mapping, &local_error);
  g_autoptr (EssaimMapping) used = NULL;
  g_autoptr (EssaimReport) ignored = essaim_report_new (NULL);
  g_autoptr (GHashTable) projects =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) essaim_project_unref);
  const EssaimFeedOptions options = { .mapping = given, .feed_title = self->title };
  Beginning beginning = { projects, 0 };

  if (local_error == NULL && take_sample (self, given, cancellable, &local_error))
    {
      guint n = MIN (self->sample->records->len, ESSAIM_PREVIEW_N_ROWS);

      beginning.last_line = n > 0 ? ((EssaimRecord *) self->sample->records->pdata[n - 1])->line : 0;
      essaim_feed_reader_read (self->path, &options, reference, keep_beginning_cb, &beginning, ignored, &used,
                               cancellable, &local_error);
    }

  /* What is wrong farther on is for reading it whole to say. */
  if (used == NULL || self->sample->records->len == 0 ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (local_error == NULL)
        g_set_error_literal (&local_error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                             _("There is no record in it."));
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  keep_options (used, given);

  return make_table (self, used, projects, reference);
}
