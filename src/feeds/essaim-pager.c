/* essaim-pager.c: the data behind an address: the best file of a data set, all pages of an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pager.h"

#include <glib/gi18n-lib.h>

#include "essaim-address.h"
#include "essaim-answer-check.h"
#include "essaim-data-set.h"
#include "essaim-feed-error.h"
#include "essaim-fetcher-private.h"
#include "essaim-page-joiner.h"

/* What a catalogue says of one data set. */
#define MAX_CATALOGUE_BYTES (32 * 1024 * 1024)

/* Files of a data set that are tried. */
#define MAX_TRIES 3

typedef struct
{
  /* Borrowed */
  EssaimFetcher        *fetcher;
  EssaimReport         *report;
  EssaimFetched        *fetched;

  EssaimFetchLimits     limits;
  EssaimFetchCondition  condition;
} Pager;

/* Whether the server answered that it has not got that, so that asking for something else makes sense. Who is to say who they are
 * for one form of an address is for the others. */
static gboolean
has_not (const EssaimFetchedFile *file)
{
  return file->status >= 400 && file->status != 401 && file->status != 429 && file->status != 503;
}

/* The first of an address's better forms that there is, else the address itself. */
static gboolean
get_best (Pager              *self,
          GUri               *uri,
          EssaimFetchedFile  *file,
          GError            **error)
{
  g_autoptr (GPtrArray) better = essaim_address_improve (uri);

  for (guint i = 0; i < better->len; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (essaim_fetcher_get (self->fetcher, g_ptr_array_index (better, i), self->limits.max_bytes, self->condition,
                              file, &failure))
        {
          g_clear_pointer (&file->moved_to, g_uri_unref);   /* it is our address that has moved */
          return TRUE;
        }
      if (!has_not (file))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      essaim_fetched_file_clear (file);
    }

  return essaim_fetcher_get (self->fetcher, uri, self->limits.max_bytes, self->condition, file, error);
}

/* Where the person's own address is from now on; that of a data set's file is no business of theirs. */
static void
note_move (Pager             *self,
           GUri              *asked,
           EssaimFetchedFile *file)
{
  if (file->moved_to != NULL && asked == essaim_fetcher_get_start (self->fetcher))
    self->fetched->moved_to = g_uri_to_string (file->moved_to);
}

/* What a single answer may be asked for next time: “only if it has changed”. */
static void
note_validators (Pager             *self,
                 EssaimFetchedFile *file)
{
  self->fetched->etag = g_steal_pointer (&file->etag);
  self->fetched->last_modified = g_steal_pointer (&file->last_modified);
}

static gboolean
fetch_data (Pager   *self,
            GUri    *uri,
            GError **error)
{
  g_auto (EssaimFetchedFile) file = { 0 };

  if (!get_best (self, uri, &file, error))
    return FALSE;
  note_move (self, uri, &file);
  self->fetched->not_modified = file.not_modified;
  if (file.not_modified)
    {
      note_validators (self, &file);
      return TRUE;
    }

  if ((!file.is_end_sure && !essaim_answer_check_end (file.path, self->report, error))
      || !essaim_answer_check_error (file.path, g_uri_get_host (file.uri), error)
      || !essaim_page_joiner_join (self->fetcher, &file, self->report, error))
    return FALSE;
  note_validators (self, &file);
  self->fetched->path = g_steal_pointer (&file.path);

  return TRUE;
}

/* What the catalogue has; NULL without an error when that is no catalogue after all. */
static EssaimDataSet *
describe (Pager       *self,
          GUri        *catalogue,
          const char  *address,
          GError     **error)
{
  g_auto (EssaimFetchedFile) file = { 0 };
  g_autoptr (GError) failure = NULL;
  g_autoptr (GMappedFile) mapped = NULL;

  if (!essaim_fetcher_get (self->fetcher, catalogue, MAX_CATALOGUE_BYTES, ESSAIM_FETCH_ALWAYS, &file, &failure))
    {
      if (!has_not (&file))
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  mapped = g_mapped_file_new (file.path, FALSE, NULL);
  if (mapped == NULL || g_mapped_file_get_length (mapped) == 0)
    return NULL;

  return essaim_data_set_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped), address,
                              self->limits.max_bytes);
}

static void
tell_choice (Pager                *self,
             const EssaimDataSet  *data_set,
             const EssaimDataFile *file)
{
  g_autofree char *text = NULL;

  if (data_set->n_files < 2)
    return;

  /* Translators: the number of files, the title of the data set, and the file's. */
  text = g_strdup_printf (ngettext ("Of the %'u file of “%s”, “%s” was read.",
                                    "Of the %'u files of “%s”, “%s” was read.",
                                    data_set->n_files), data_set->n_files, data_set->title, file->title);
  essaim_report_warn_with (self->report, "chosen-file", 1, 0, NULL, text);
}

/* The best of its files that there is. Another one than last time may be older, so its date says nothing. */
static gboolean
fetch_data_set (Pager          *self,
                EssaimDataSet  *data_set,
                GError        **error)
{
  self->condition = ESSAIM_FETCH_IF_NEW_ETAG;
  for (guint i = 0; i < MIN (data_set->files->len, MAX_TRIES); i++)
    {
      const EssaimDataFile *file = g_ptr_array_index (data_set->files, i);
      g_autoptr (GError) failure = NULL;
      g_autoptr (GUri) uri = essaim_fetcher_parse (file->uri, &failure);

      if (uri != NULL && fetch_data (self, uri, &failure))
        {
          tell_choice (self, data_set, file);
          self->fetched->title = g_steal_pointer (&data_set->title);
          self->fetched->licence = g_steal_pointer (&data_set->licence);
          return TRUE;
        }
      if (failure->domain != ESSAIM_FEED_ERROR || failure->code == ESSAIM_FEED_ERROR_BUSY
          || i + 1 == MIN (data_set->files->len, MAX_TRIES))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }

  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
               _("None of the files of “%s” can be read here: CSV, GeoJSON and JSON can."), data_set->title);

  return FALSE;
}

static gboolean
fetch (Pager   *self,
       GError **error)
{
  GUri *start = essaim_fetcher_get_start (self->fetcher);
  g_autoptr (GUri) catalogue = essaim_address_get_data_set (start);
  g_autofree char *address = g_uri_to_string_partial (start, G_URI_HIDE_USERINFO);
  g_autoptr (EssaimDataSet) data_set = NULL;
  g_autoptr (GError) failure = NULL;

  if (catalogue != NULL)
    data_set = describe (self, catalogue, address, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (data_set != NULL && data_set->n_sets > 1)
    return essaim_data_set_refuse_list (error);

  return data_set != NULL ? fetch_data_set (self, data_set, error) : fetch_data (self, start, error);
}

/**
 * essaim_fetched_clear:
 * @fetched: what was fetched
 *
 * Frees what it holds; the file stays.
 */
void
essaim_fetched_clear (EssaimFetched *fetched)
{
  g_clear_pointer (&fetched->path, g_free);
  g_clear_pointer (&fetched->title, g_free);
  g_clear_pointer (&fetched->licence, g_free);
  g_clear_pointer (&fetched->etag, g_free);
  g_clear_pointer (&fetched->last_modified, g_free);
  g_clear_pointer (&fetched->moved_to, g_free);
  g_clear_pointer (&fetched->host, g_free);
}

/**
 * essaim_pager_fetch:
 * @uri: an http or https address: of a file, of the page of a data set or portal, or of an answer in pages
 * @options: (nullable): how much and how long, for all of it together, and what to say to the server
 * @report: gets warnings: `chosen-file`, `paging-stopped`, `paging-repeats`, `cut-end`
 * @fetched: (out): gets the file, and what is said of it; who answered, also on failure
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_REFUSED when that is nothing to fetch, #ESSAIM_FEED_ERROR_FAILED when it did not come
 *   whole, other codes of it, or #G_IO_ERROR_CANCELLED
 *
 * Fetches what an address stands for. Blocks the calling thread.
 *
 * Returns: whether the file is there, or has not changed
 */
gboolean
essaim_pager_fetch (const char                *uri,
                    const EssaimFetchOptions  *options,
                    EssaimReport              *report,
                    EssaimFetched             *fetched,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  g_autoptr (EssaimFetcher) fetcher = NULL;
  Pager self = { .report = report, .fetched = fetched, .condition = ESSAIM_FETCH_IF_NEW };
  gboolean is_there;

  *fetched = (EssaimFetched) { 0 };
  self.fetcher = fetcher = essaim_fetcher_new (uri, options, cancellable, error);
  if (fetcher == NULL)
    return FALSE;
  self.limits = essaim_fetcher_get_limits (fetcher);

  is_there = fetch (&self, error);
  fetched->host = g_strdup (essaim_fetcher_get_host (fetcher));
  fetched->retry_seconds = essaim_fetcher_get_retry_seconds (fetcher);

  return is_there;
}
