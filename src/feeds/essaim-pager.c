/* essaim-pager.c: the data behind an address: the best file of a data set, all pages of an answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-pager.h"

#include <glib/gi18n-lib.h>

#include "essaim-address.h"
#include "essaim-data-set.h"
#include "essaim-feed-error.h"
#include "essaim-fetcher-private.h"
#include "essaim-page-joiner.h"

/* What a catalogue says of one data set. */
#define MAX_CATALOGUE_BYTES (32 * 1024 * 1024)

/* Files of a data set that are tried. */
#define MAX_TRIES 3

/* All borrowed. */
typedef struct
{
  EssaimTransfer    *transfer;
  EssaimFetchLimits  limits;
  EssaimReport      *report;
  EssaimFetched     *fetched;
  GCancellable      *cancellable;
} Pager;

/* Whether the server answered that it has not got that, so that asking for something else makes sense. */
static gboolean
has_not (guint status)
{
  return status >= 400 && status != 429;
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

      if (essaim_fetcher_get (self->transfer, g_ptr_array_index (better, i), self->limits.max_bytes, file,
                              self->cancellable, &failure))
        return TRUE;
      if (!has_not (file->status))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      essaim_fetched_file_clear (file);
    }

  return essaim_fetcher_get (self->transfer, uri, self->limits.max_bytes, file, self->cancellable, error);
}

static gboolean
fetch_data (Pager   *self,
            GUri    *uri,
            GError **error)
{
  g_auto (EssaimFetchedFile) file = { 0 };

  if (!get_best (self, uri, &file, error)
      || !essaim_page_joiner_join (self->transfer, &self->limits, &file, self->report, self->cancellable, error))
    return FALSE;

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

  if (!essaim_fetcher_get (self->transfer, catalogue, MAX_CATALOGUE_BYTES, &file, self->cancellable, &failure))
    {
      if (!has_not (file.status))
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

static gboolean
fetch_file (Pager                *self,
            GUri                 *catalogue,
            const EssaimDataFile *file,
            GError              **error)
{
  g_autoptr (GUri) uri = essaim_fetcher_parse (file->uri, error);

  return uri != NULL && essaim_fetcher_may_lead (self->transfer, catalogue, uri, error)
         && fetch_data (self, uri, error);
}

/* The best of its files that there is. */
static gboolean
fetch_data_set (Pager          *self,
                GUri           *catalogue,
                EssaimDataSet  *data_set,
                GError        **error)
{
  for (guint i = 0; i < MIN (data_set->files->len, MAX_TRIES); i++)
    {
      const EssaimDataFile *file = g_ptr_array_index (data_set->files, i);
      g_autoptr (GError) failure = NULL;

      if (fetch_file (self, catalogue, file, &failure))
        {
          tell_choice (self, data_set, file);
          self->fetched->title = g_steal_pointer (&data_set->title);
          self->fetched->licence = g_steal_pointer (&data_set->licence);
          return TRUE;
        }
      if (failure->domain != ESSAIM_FEED_ERROR || i + 1 == MIN (data_set->files->len, MAX_TRIES))
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
       GUri    *start,
       GError **error)
{
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

  return data_set != NULL ? fetch_data_set (self, catalogue, data_set, error) : fetch_data (self, start, error);
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
 * @report: gets warnings: `chosen-file`, `paging-stopped`, `paging-repeats`
 * @fetched: (out): gets the file, and what its catalogue says of it
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_REFUSED when that is nothing to fetch, #ESSAIM_FEED_ERROR_FAILED when it did not come whole,
 *   other codes of it, or #G_IO_ERROR_CANCELLED
 *
 * Fetches what an address stands for. Blocks the calling thread.
 *
 * Returns: whether the file is there
 */
gboolean
essaim_pager_fetch (const char                *uri,
                    const EssaimFetchOptions  *options,
                    EssaimReport              *report,
                    EssaimFetched             *fetched,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  g_autoptr (GUri) start = essaim_fetcher_parse (uri, error);
  g_autoptr (EssaimTransfer) transfer = NULL;
  Pager self = { .report = report, .fetched = fetched, .cancellable = cancellable };

  *fetched = (EssaimFetched) { 0 };
  if (start == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  self.limits = essaim_fetcher_complete_limits (options != NULL ? &options->limits : NULL);
  self.transfer = transfer = essaim_transfer_new (self.limits.total_seconds, self.limits.stall_seconds, cancellable);

  return fetch (&self, start, error);
}
