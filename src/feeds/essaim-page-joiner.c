/* essaim-page-joiner.c: the pages of an answer as one document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-page-joiner.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "essaim-feed-error.h"
#include "essaim-http-error.h"
#include "essaim-paging.h"
#include "essaim-scratch.h"

/* The last part of the time allowed is for a page that is under way, so that what came before it is not lost. */
#define RESERVED_PERCENT 10

/* The first page with the records of the others put in at the end of its list: a document that is read as each of them
 * would be. */
typedef struct
{
  /* Borrowed */
  EssaimFetcher           *fetcher;
  EssaimReport            *report;
  const EssaimPaging      *paging;

  /* Owned */
  FILE                    *output;
  char                    *path;       /* of the output */
  GHashTable              *seen;       /* (element-type pointer): hashes of records */
  GUri                    *asked;      /* the last page's address */

  EssaimFetchLimits        limits;
  guint64                  n_bytes;
  guint64                  n_read;     /* records, with those that came twice */
  guint64                  total;      /* as announced, or G_MAXUINT64 */
  guint                    n_pages;
} Joiner;

static void
joiner_clear (Joiner *self)
{
  if (self->output != NULL)
    fclose (self->output);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_uri_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Joiner, joiner_clear)

static void
warn (Joiner     *self,
      const char *text)
{
  essaim_report_warn_with (self->report, "paging-stopped", 1, 0, NULL, text);
}

static void
warn_of_window (Joiner *self)
{
  g_autofree char *text = g_strdup_printf (_("The server gives no more than %'u of its %'u records; the others were "
                                             "not read. Look for a file with all of them."),
                                           (guint) self->n_read, (guint) MIN (self->total, G_MAXUINT));

  warn (self, text);
}

/* Whether the reading stops here on purpose, and says so. */
static gboolean
is_enough (Joiner *self)
{
  guint seconds = self->limits.total_seconds;

  if (self->n_pages < self->limits.max_pages && self->n_bytes < self->limits.max_bytes
      && essaim_fetcher_get_seconds_left (self->fetcher) >= seconds * RESERVED_PERCENT / 100)
    return FALSE;

  warn (self, _("The server sends page after page without end; the reading stopped, and records may be missing."));

  return TRUE;
}

static gboolean
fail_to_write (GError **error)
{
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The file could not be saved: %s"),
               g_strerror (errno));

  return FALSE;
}

static gboolean
put (Joiner      *self,
     const char  *bytes,
     gsize        length,
     GError     **error)
{
  self->n_bytes += length;

  return length == 0 || fwrite (bytes, length, 1, self->output) == 1 || fail_to_write (error);
}

/* Counts the records of a page; returns how many were not known before. */
static guint
count_new (Joiner           *self,
           const EssaimPage *page,
           GArray           *known)
{
  guint n_new = 0;

  for (guint i = 0; i < page->records->len; i++)
    {
      guint64 hash = essaim_page_hash_record (page, i, self->paging->id, self->paging->scope);
      gboolean is_known = !g_hash_table_add (self->seen, (gpointer) (guintptr) hash);

      n_new += !is_known;
      if (known != NULL)
        g_array_append_val (known, is_known);
    }
  self->n_read += page->records->len;
  self->n_pages++;

  return n_new;
}

/* The records of a page behind the others; where pages repeat some because their order changes, without those. */
static gboolean
put_records (Joiner            *self,
             const EssaimPage  *page,
             GArray            *known,
             GError           **error)
{
  if (!self->paging->is_unstable)
    return put (self, ",\n", 2, error) && put (self, page->text + page->start, page->end - page->start, error);

  for (guint i = 0; i < page->records->len; i++)
    {
      const EssaimPageRecord *record = &g_array_index (page->records, EssaimPageRecord, i);

      if (!g_array_index (known, gboolean, i)
          && (!put (self, ",\n", 2, error)
              || !put (self, page->text + record->start, record->end - record->start, error)))
        return FALSE;
    }

  return TRUE;
}

/* Whether what a page announces has all been read, which links and loops do not know. */
static gboolean
is_complete (Joiner *self)
{
  return self->n_read >= self->total;
}

/* Where to go on; NULL, having said why, when that is the end. */
static GUri *
find_next (Joiner           *self,
           const EssaimPage *page)
{
  GUri *next = NULL;

  switch (essaim_paging_get_next (self->paging, page, self->asked, self->n_read, &next))
    {
    case ESSAIM_PAGING_WINDOW:
      warn_of_window (self);
      break;
    case ESSAIM_PAGING_ELSEWHERE:
      warn (self, _("The next page would come from another server, which was not asked; records may be missing."));
      break;
    case ESSAIM_PAGING_MORE:
      if (is_complete (self) || is_enough (self))
        g_clear_pointer (&next, g_uri_unref);
      break;
    case ESSAIM_PAGING_END:
    default:
      break;
    }

  return next;
}

/* Servers refuse what is beyond their limits, or beyond the end, in one of these ways. */
static gboolean
is_refusal (guint status)
{
  return status == 400 || status == 404 || status == 416 || status == 422;
}

/* A page that is missing is none of an answer that could be taken for the whole: its records would seem to be gone. */
static gboolean
fail_at_page (Joiner  *self,
              GUri    *uri,
              guint    status,
              GError **error)
{
  const char *host = g_uri_get_host (uri);

  if (status == SOUP_STATUS_OK)
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("Page %'u from %s cannot be read, so the records are not all there. Try again later."),
                 self->n_pages + 1, host);
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                 _("%s did not send page %'u (%u), so the records are not all there. Try again later."),
                 host, self->n_pages + 1, status);

  return FALSE;
}

/* A server that does not say how many there are may say in this way that there are no more. */
static gboolean
is_end (Joiner *self,
        guint   status)
{
  return is_refusal (status) && self->paging->next == NULL && self->total == G_MAXUINT64;
}

/* The sentence for a page that did not come; what is to be done about a token, or later, is said by its own. */
static gboolean
fail_to_get (Joiner  *self,
             GUri    *uri,
             guint    status,
             GError  *failure,
             GError **error)
{
  if (status == 0 || status == SOUP_STATUS_OK || failure->code == ESSAIM_FEED_ERROR_BUSY
      || failure->code == ESSAIM_FEED_ERROR_DENIED)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);

  return fail_at_page (self, uri, status, error);
}

/* Puts the records of a page behind the others, and says where to go on. */
static gboolean
take_page (Joiner             *self,
           EssaimFetchedFile  *file,
           GUri              **next,
           GError            **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (file->path, FALSE, NULL);
  g_autoptr (EssaimPage) page = NULL;
  g_autoptr (GArray) known = NULL;

  if (mapped != NULL && g_mapped_file_get_length (mapped) > 0)
    page = essaim_page_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
  if (page == NULL || g_strcmp0 (page->list, self->paging->list) != 0)
    return fail_at_page (self, file->uri, SOUP_STATUS_OK, error);
  if (page->records->len == 0)
    return TRUE;

  known = g_array_new (FALSE, FALSE, sizeof (gboolean));
  if (count_new (self, page, known) == 0)
    {
      warn (self, _("The server sends the same records again and again; the reading stopped, and records may be "
                    "missing."));
      return TRUE;
    }
  if (!put_records (self, page, known, error))
    return FALSE;

  g_clear_pointer (&self->asked, g_uri_unref);
  self->asked = g_uri_ref (file->uri);
  *next = find_next (self, page);

  return TRUE;
}

/* Asks for the pages that follow, one after the other. */
static gboolean
join_others (Joiner  *self,
             GUri    *second,
             GError **error)
{
  g_autoptr (GUri) uri = g_uri_ref (second);

  while (uri != NULL)
    {
      g_auto (EssaimFetchedFile) file = { 0 };
      g_autoptr (GError) failure = NULL;
      GUri *next = NULL;

      if (self->paging->pause > 0 && !essaim_fetcher_pause (self->fetcher, self->paging->pause, error))
        return FALSE;
      if (!essaim_fetcher_get (self->fetcher, uri, self->limits.max_bytes, ESSAIM_FETCH_ALWAYS, &file, &failure))
        {
          if (!is_end (self, file.status))
            return fail_to_get (self, uri, file.status, g_steal_pointer (&failure), error);
          warn (self, _("The server refused the next page; records may be missing."));
          return TRUE;
        }
      if (!take_page (self, &file, &next, error))
        return FALSE;
      g_uri_unref (uri);
      uri = next;
    }

  return TRUE;
}

/* Pages that are asked for one by one repeat some records and leave out as many when their order changes. */
static void
check_order (Joiner *self)
{
  guint n_repeats = self->n_read - g_hash_table_size (self->seen);
  g_autofree char *text = NULL;

  if (!self->paging->is_unstable || n_repeats == 0)
    return;

  text = g_strdup_printf (ngettext ("The server sent %'u record twice, from page to page; as many others may be "
                                    "missing.",
                                    "The server sent %'u records twice, from page to page; as many others may be "
                                    "missing.", n_repeats), n_repeats);
  essaim_report_warn_with (self->report, "paging-repeats", n_repeats, 0, NULL, text);
}

static gboolean
join (Joiner             *self,
      const EssaimPage   *page,
      gsize               length,
      GUri               *second,
      GError            **error)
{
  int fd = essaim_scratch_open (&self->path, error);

  if (fd < 0)
    return FALSE;
  self->output = fdopen (fd, "wb");
  if (self->output == NULL)
    {
      g_close (fd, NULL);
      return fail_to_write (error);
    }

  if (!put (self, page->text, page->end, error) || !join_others (self, second, error)
      || !put (self, page->text + page->end, length - page->end, error))
    return FALSE;
  check_order (self);

  return fclose (g_steal_pointer (&self->output)) == 0 || fail_to_write (error);
}

/**
 * essaim_page_joiner_join:
 * @fetcher: what has fetched the first page
 * @first: the first page; gets the file with all of them
 * @report: gets `paging-stopped` where the reading ended before the records, and `paging-repeats`
 * @error: as for essaim_pager_fetch()
 *
 * Returns: whether all pages are there, or as many as the server gives
 */
gboolean
essaim_page_joiner_join (EssaimFetcher      *fetcher,
                         EssaimFetchedFile  *first,
                         EssaimReport       *report,
                         GError            **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (first->path, FALSE, NULL);
  gsize length = mapped != NULL ? g_mapped_file_get_length (mapped) : 0;
  g_autoptr (EssaimPage) page = length > 0 ? essaim_page_new (g_mapped_file_get_contents (mapped), length) : NULL;
  g_autoptr (GUri) second = NULL;
  g_auto (Joiner) self = { .fetcher = fetcher, .report = report, .limits = essaim_fetcher_get_limits (fetcher) };

  self.paging = page != NULL ? essaim_paging_find (page) : NULL;
  if (self.paging == NULL)
    return TRUE;

  self.seen = g_hash_table_new (NULL, NULL);
  self.asked = g_uri_ref (first->uri);
  self.total = essaim_paging_total (self.paging, page);
  count_new (&self, page, NULL);
  second = find_next (&self, page);
  if (second == NULL)
    return TRUE;
  if (!join (&self, page, length, second, error))
    return FALSE;

  g_unlink (first->path);
  g_free (first->path);
  first->path = g_steal_pointer (&self.path);
  g_clear_pointer (&first->etag, g_free);
  g_clear_pointer (&first->last_modified, g_free);

  return TRUE;
}
