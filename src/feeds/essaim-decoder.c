/* essaim-decoder.c: a local file as UTF-8 text, in chunks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-encoding.h"
#include "essaim-feed-error.h"
#include "essaim-utf8.h"

#define CHUNK_BYTES (128 * 1024)

struct _EssaimDecoder
{
  /* Owned */
  GInputStream         *stream;
  char                 *bytes;      /* CHUNK_BYTES */
  GString              *text;       /* what the bytes are, where they are not UTF-8 already */

  gsize                 n_bytes;    /* in bytes */
  gsize                 n_given;    /* of these, what was given to read */
  gsize                 mark;       /* bytes of the byte order mark */
  gboolean              is_at_end;
  gboolean              is_decided; /* else all was sound UTF-8 so far */
  EssaimEncoding        encoding;
  EssaimEncodingSurvey  survey;
};

static void
set_failed (GError     **error,
            GError      *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                         _("There is no such file. Check its name."));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                         _("This is a folder. Choose one file in it."));
  else
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED, _("The file could not be read: %s"),
                 cause->message);
  g_error_free (cause);
}

/* Fills the bytes up. */
static gboolean
fill (EssaimDecoder  *self,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr(GError) cause = NULL;
  gsize read;

  if (!g_input_stream_read_all (self->stream, self->bytes + self->n_bytes, CHUNK_BYTES - self->n_bytes,
                                &read, cancellable, &cause))
    {
      set_failed (error, g_steal_pointer (&cause));
      return FALSE;
    }

  self->n_bytes += read;
  self->is_at_end = self->n_bytes < CHUNK_BYTES;

  return TRUE;
}

static void
consume (EssaimDecoder *self,
         gsize          n)
{
  self->n_bytes -= n;
  memmove (self->bytes, self->bytes + n, self->n_bytes);
}

static gboolean
has_lost_letters (const char *text,
                  gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; (p = memchr (p, 0xEF, end - p)) != NULL; p++)
    if (end - p >= 3 && memcmp (p, "\xEF\xBF\xBD", 3) == 0)
      return TRUE;

  return FALSE;
}

/* Whether all is well: UTF-8 throughout, without a letter lost. Most files are so, and nothing has to be counted. */
static gboolean
is_sound (const char *bytes,
          gsize       length,
          gboolean    is_last,
          gsize      *looked_at)
{
  *looked_at = essaim_utf8_span (bytes, length);

  return (*looked_at == length || (!is_last && essaim_utf8_is_cut (bytes + *looked_at, length - *looked_at)))
         && !has_lost_letters (bytes, *looked_at);
}

static gboolean
seek (EssaimDecoder  *self,
      goffset         offset,
      GError        **error)
{
  g_autoptr(GError) cause = NULL;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, G_SEEK_SET, NULL, &cause))
    {
      set_failed (error, g_steal_pointer (&cause));
      return FALSE;
    }

  self->n_bytes = self->n_given = 0;
  self->is_at_end = FALSE;

  return TRUE;
}

/* Something is not as it should be: looks at all of the file to know what it is, and comes back to where it was. */
static gboolean
decide (EssaimDecoder  *self,
        GCancellable   *cancellable,
        GError        **error)
{
  goffset here = g_seekable_tell (G_SEEKABLE (self->stream)) - self->n_bytes;

  if (!seek (self, self->mark, error))
    return FALSE;

  while (!self->is_at_end)
    {
      if (!fill (self, cancellable, error))
        return FALSE;
      consume (self, essaim_encoding_survey_add (&self->survey, self->bytes, self->n_bytes, self->is_at_end));
    }
  self->encoding = essaim_encoding_survey_decide (&self->survey);
  self->is_decided = TRUE;

  return seek (self, here, error) && fill (self, cancellable, error);
}

/**
 * essaim_decoder_open:
 * @path: a local file
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_FAILED when it cannot be read
 *
 * Finds the encoding by itself: a byte order mark, else UTF-8 when all of it or nearly all of it is, else Windows-1252
 * (or MacRoman). Names and labels are not asked: they lie. The whole file is looked at as soon as there is doubt.
 *
 * Returns: (transfer full): the decoder, at the start of the text
 */
EssaimDecoder *
essaim_decoder_open (const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(EssaimDecoder) self = g_new0 (EssaimDecoder, 1);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) cause = NULL;

  self->bytes = g_malloc (CHUNK_BYTES);
  self->text = g_string_new (NULL);
  self->stream = G_INPUT_STREAM (g_file_read (file, cancellable, &cause));
  if (self->stream == NULL)
    {
      set_failed (error, g_steal_pointer (&cause));
      return NULL;
    }

  if (!fill (self, cancellable, error))
    return NULL;
  self->is_decided = essaim_encoding_from_start (self->bytes, self->n_bytes, &self->encoding, &self->mark);
  if (!seek (self, self->mark, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * essaim_decoder_free:
 * @self: (transfer full): a decoder
 */
void
essaim_decoder_free (EssaimDecoder *self)
{
  g_clear_object (&self->stream);
  g_free (self->bytes);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * essaim_decoder_get_encoding:
 * @self: a decoder
 *
 * Returns: the name of the encoding found: `UTF-8`, `Windows-1252`, `UTF-16LE`, …
 */
const char *
essaim_decoder_get_encoding (EssaimDecoder *self)
{
  return essaim_encoding_get_name (self->encoding);
}

/* One warning that stands for many. */
static void
warn (EssaimReport *report,
      const char   *code,
      guint         count,
      guint         first_line,
      const char   *text)
{
  essaim_report_warn (report, code, first_line, text);

  for (guint i = 0; i < report->warnings->len; i++)
    {
      EssaimWarning *warning = g_ptr_array_index (report->warnings, i);

      if (g_str_equal (warning->code, code))
        warning->count += count - 1;
    }
}

/**
 * essaim_decoder_report:
 * @self: a decoder
 * @report: gets the encoding, and what is wrong with it
 */
void
essaim_decoder_report (EssaimDecoder *self,
                       EssaimReport  *report)
{
  g_free (report->encoding);
  report->encoding = g_strdup (essaim_decoder_get_encoding (self));

  if (self->encoding == ESSAIM_ENCODING_UTF8_MIXED)
    warn (report, "bad-encoding", self->survey.bad_lines, self->survey.first_bad_line,
          _("Some lines are not in UTF-8 like the others; their odd letters were read as Windows-1252."));
  if (self->survey.lost > 0)
    warn (report, "accents-lost", self->survey.lost, self->survey.first_lost_line,
          _("Letters were already lost in the file (“�”); only its publisher can bring them back."));
}

/**
 * essaim_decoder_read:
 * @self: a decoder
 * @text: (out) (array length=length): the text that follows, valid until the next call; it may end within a character
 * @length: (out): its bytes; 0 at the end
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_FAILED when the file cannot be read on
 *
 * Returns: whether that went well
 */
gboolean
essaim_decoder_read (EssaimDecoder  *self,
                     const char    **text,
                     gsize          *length,
                     GCancellable   *cancellable,
                     GError        **error)
{
  *length = 0;
  if (self->is_at_end)
    return TRUE;

  consume (self, self->n_given);
  self->n_given = 0;
  if (!fill (self, cancellable, error))
    return FALSE;

  if (!self->is_decided && !is_sound (self->bytes, self->n_bytes, self->is_at_end, &self->n_given)
      && !decide (self, cancellable, error))
    return FALSE;

  if (self->encoding == ESSAIM_ENCODING_UTF8)
    {
      if (self->is_decided)
        self->n_given = self->n_bytes;
      *text = self->bytes;
      *length = self->n_given;
      return TRUE;
    }

  g_string_truncate (self->text, 0);
  self->n_given = essaim_encoding_convert (self->encoding, self->bytes, self->n_bytes, self->is_at_end, self->text);
  *text = self->text->str;
  *length = self->text->len;

  return TRUE;
}

/**
 * essaim_decoder_rewind:
 * @self: a decoder
 * @error: #ESSAIM_FEED_ERROR_FAILED when the file is no ordinary one
 *
 * Goes back to the start of the text.
 *
 * Returns: whether that went well
 */
gboolean
essaim_decoder_rewind (EssaimDecoder  *self,
                       GError        **error)
{
  return seek (self, self->mark, error);
}
