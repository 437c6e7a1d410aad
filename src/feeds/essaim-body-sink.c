/* essaim-body-sink.c: the bytes of a body, unpacked into a file as they come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-body-sink.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"
#include "essaim-http-error.h"

#define BUFFER_BYTES (64 * 1024)

/* What each member of a gzip stream begins with: RFC 1952, 2.3.1. */
#define GZIP_MAGIC '\x1f'

struct _EssaimBodySink
{
  /* Owned */
  GOutputStream *file;
  GConverter    *decompressor;   /* (nullable): for what comes as it is */
  char          *buffer;

  gboolean       has_members;    /* one stream may follow another */
  gboolean       is_complete;    /* the stream has come to its own end */
};

/**
 * essaim_body_sink_new:
 * @fd: an open file; stays open
 * @coding: (nullable): as the server says that the bytes are packed
 * @error: #ESSAIM_FEED_ERROR_FAILED when they cannot be unpacked
 *
 * Some servers compress whatever they are asked.
 *
 * Returns: (transfer full) (nullable): what to write the bytes to
 */
EssaimBodySink *
essaim_body_sink_new (int          fd,
                      const char  *coding,
                      GError     **error)
{
  g_autoptr (EssaimBodySink) self = g_new0 (EssaimBodySink, 1);

  self->file = g_unix_output_stream_new (fd, FALSE);
  self->buffer = g_malloc (BUFFER_BYTES);
  if (coding == NULL || *coding == '\0' || g_ascii_strcasecmp (coding, "identity") == 0)
    return g_steal_pointer (&self);

  self->has_members = g_ascii_strcasecmp (coding, "gzip") == 0 || g_ascii_strcasecmp (coding, "x-gzip") == 0;
  if (!self->has_members && g_ascii_strcasecmp (coding, "deflate") != 0)
    {
      g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                           _("The server sends the file compressed in a way that cannot be read here, though it was "
                             "asked not to. Tell its publisher."));
      return NULL;
    }
  self->decompressor = G_CONVERTER (g_zlib_decompressor_new (self->has_members ? G_ZLIB_COMPRESSOR_FORMAT_GZIP
                                                                               : G_ZLIB_COMPRESSOR_FORMAT_ZLIB));

  return g_steal_pointer (&self);
}

/**
 * essaim_body_sink_free:
 * @self: (transfer full): a sink
 */
void
essaim_body_sink_free (EssaimBodySink *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->decompressor);
  g_free (self->buffer);
  g_free (self);
}

/**
 * essaim_body_sink_is_packed:
 * @self: a sink
 *
 * Returns: whether the bytes themselves say where they end
 */
gboolean
essaim_body_sink_is_packed (EssaimBodySink *self)
{
  return self->decompressor != NULL;
}

/* Whether more may come: after the end of a stream, only another one. */
static gboolean
begin_member (EssaimBodySink  *self,
              char             first,
              GError         **error)
{
  if (!self->is_complete)
    return TRUE;
  if (!self->has_members || first != GZIP_MAGIC)
    return essaim_http_error_set_broken (error);

  g_converter_reset (self->decompressor);
  self->is_complete = FALSE;

  return TRUE;
}

/* One step; @n_read and @n_written are both 0 when more is needed for the next. */
static gboolean
unpack (EssaimBodySink  *self,
        const char      *bytes,
        gsize            length,
        gsize           *n_read,
        gsize           *n_written,
        GError         **error)
{
  g_autoptr (GError) failure = NULL;
  GConverterResult result = g_converter_convert (self->decompressor, bytes, length, self->buffer, BUFFER_BYTES,
                                                 G_CONVERTER_NO_FLAGS, n_read, n_written, &failure);

  self->is_complete = result == G_CONVERTER_FINISHED;
  if (result != G_CONVERTER_ERROR)
    return TRUE;

  *n_read = *n_written = 0;

  return g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) || essaim_http_error_set_incomplete (error);
}

/**
 * essaim_body_sink_write:
 * @self: a sink
 * @bytes: (array length=length): what came
 * @length: how many
 * @error: #ESSAIM_FEED_ERROR_FAILED when they cannot be unpacked, or an error of writing the file
 *
 * Returns: whether they are in the file, or will be with those to come
 */
gboolean
essaim_body_sink_write (EssaimBodySink  *self,
                        const char      *bytes,
                        gsize            length,
                        GError         **error)
{
  gsize n_read = 0;
  gsize n_written = BUFFER_BYTES;

  if (self->decompressor == NULL)
    return g_output_stream_write_all (self->file, bytes, length, NULL, NULL, error);

  while (length > 0 || (n_written == BUFFER_BYTES && !self->is_complete))
    {
      if ((length > 0 && !begin_member (self, *bytes, error))
          || !unpack (self, bytes, length, &n_read, &n_written, error)
          || !g_output_stream_write_all (self->file, self->buffer, n_written, NULL, NULL, error))
        return FALSE;
      if (n_read == 0 && n_written == 0)
        break;
      bytes += n_read;
      length -= n_read;
    }

  return TRUE;
}

/**
 * essaim_body_sink_finish:
 * @self: a sink
 * @error: #ESSAIM_FEED_ERROR_FAILED when something is missing
 *
 * A compressed stream must come to its own end, and agree with its checksum, which libsoup does not mind.
 *
 * Returns: whether all is there
 */
gboolean
essaim_body_sink_finish (EssaimBodySink  *self,
                         GError         **error)
{
  return self->decompressor == NULL || self->is_complete || essaim_http_error_set_incomplete (error);
}
