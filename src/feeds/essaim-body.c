/* essaim-body.c: the body of an answer as a local file, whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-body.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "essaim-body-sink.h"
#include "essaim-feed-error.h"
#include "essaim-http-error.h"
#include "essaim-scratch.h"

/* Data become so many times smaller at most; what claims more is made to fill the disk. */
#define MAX_RATIO 200

/* Small files may be as regular as they like. */
#define FREE_BYTES (4 * 1024 * 1024)

static gboolean
is_within_limits (EssaimBody  *self,
                  guint64      n_written,
                  GError     **error)
{
  if (MAX (self->n_received, n_written) > self->max_bytes)
    return essaim_http_error_set_too_large (error, self->max_bytes);
  if (n_written <= FREE_BYTES || n_written / MAX_RATIO <= self->n_received)
    return TRUE;

  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                       _("The file is compressed far more than data can be, and was not unpacked."));

  return FALSE;
}

static void
tell_progress (EssaimBody *self,
               guint64     announced)
{
  guint64 total = announced != G_MAXUINT64 && self->bytes_before == 0 ? announced : 0;

  if (self->progress != NULL)
    self->progress (self->bytes_before + self->n_received, total, self->user_data);
}

/* libsoup 3.2 takes a connection that closes early for the end of the file, so the bytes are counted. */
static gboolean
copy (EssaimBody      *self,
      EssaimBodySink  *sink,
      int              fd,
      guint64          announced,
      GError         **error)
{
  const char *bytes;
  gsize length = 1;

  while (length > 0 && self->n_received < announced)
    {
      if (!essaim_transfer_read (self->transfer, &bytes, &length, error)
          || !essaim_body_sink_write (sink, bytes, length, error))
        return FALSE;

      self->n_received += length;
      if (!is_within_limits (self, lseek (fd, 0, SEEK_CUR), error))
        return FALSE;
      tell_progress (self, announced);
    }

  if (announced == G_MAXUINT64)
    return TRUE;
  if (self->n_received < announced)
    return essaim_http_error_set_incomplete (error);

  return (self->n_received == announced && !essaim_transfer_has_more (self->transfer))
         || essaim_http_error_set_broken (error);
}

static gboolean
receive (EssaimBody  *self,
         int          fd,
         GError     **error)
{
  const char *coding = soup_message_headers_get_list (soup_message_get_response_headers (self->message),
                                                      "Content-Encoding");
  g_autoptr (EssaimBodySink) sink = NULL;
  guint64 announced;

  self->n_received = 0;
  if (!essaim_transfer_get_length (self->transfer, &announced))
    return essaim_http_error_set_broken (error);
  if (announced != G_MAXUINT64 && announced > self->max_bytes)
    return essaim_http_error_set_too_large (error, self->max_bytes);

  sink = essaim_body_sink_new (fd, coding, error);
  if (sink == NULL)
    return FALSE;
  self->is_end_sure = essaim_body_sink_is_packed (sink) || announced != G_MAXUINT64
                      || essaim_transfer_tells_end (self->transfer);

  return copy (self, sink, fd, announced, error) && essaim_body_sink_finish (sink, error);
}

/**
 * essaim_body_save:
 * @self: how to receive it
 * @error: #ESSAIM_FEED_ERROR_FAILED when it did not come whole, #ESSAIM_FEED_ERROR_REFUSED when it is too large, or
 *   #G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a new file, the caller's to delete
 */
char *
essaim_body_save (EssaimBody  *self,
                  GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) failure = NULL;
  int fd = essaim_scratch_open (&path, &failure);
  gboolean is_saved = fd >= 0 && receive (self, fd, &failure);

  if (fd >= 0 && !g_close (fd, is_saved ? &failure : NULL))
    is_saved = FALSE;
  if (is_saved)
    return g_steal_pointer (&path);

  if (path != NULL)
    g_unlink (path);
  if (failure->domain == ESSAIM_FEED_ERROR || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The file could not be saved: %s"),
                 failure->message);

  return NULL;
}
