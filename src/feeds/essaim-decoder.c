/* essaim-decoder.c: a local file as UTF-8 text, in chunks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-archive-stream.h"
#include "essaim-encoding.h"
#include "essaim-feed-error.h"
#include "essaim-sniffer.h"
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
  gboolean              has_accents;
  gboolean              is_decided; /* else all was sound UTF-8 so far */
  EssaimEncoding        encoding;
  EssaimEncodingSurvey  survey;
};

static void
set_failed (GError     **error,
            GError      *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == ESSAIM_FEED_ERROR)
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
  g_autoptr (GError) cause = NULL;
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

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  while (length > 0 && (guchar) text[length - 1] < 0x80)
    length--;

  return length == 0;
}

/* A feed that was written twice shows it by its first accent; later ones need not be looked at. */
static gboolean
is_suspect (EssaimDecoder *self,
            gsize          length)
{
  if (self->has_accents || is_ascii (self->bytes, length))
    return FALSE;

  self->has_accents = TRUE;

  return essaim_mojibake_is_suspect (self->bytes, length);
}

/* Whether all is well: UTF-8 throughout, without a letter lost. Most files are so, and nothing has to be counted. */
static gboolean
is_sound (EssaimDecoder *self,
          gsize         *looked_at)
{
  *looked_at = essaim_utf8_span (self->bytes, self->n_bytes);

  return (*looked_at == self->n_bytes
          || (!self->is_at_end && essaim_utf8_is_cut (self->bytes + *looked_at, self->n_bytes - *looked_at)))
         && !has_lost_letters (self->bytes, *looked_at) && !is_suspect (self, *looked_at);
}

static gboolean
seek (EssaimDecoder  *self,
      goffset         offset,
      GError        **error)
{
  g_autoptr (GError) cause = NULL;

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

/* A compressed file is read as what is in it. */
static GInputStream *
open_stream (const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  char start[4];
  gsize length;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &length, cancellable, error))
    return NULL;
  if (essaim_archive_stream_suits (start, length))
    return essaim_archive_stream_new (path, ESSAIM_DECODER_MAX_BYTES, error);
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, error))
    return NULL;

  return G_INPUT_STREAM (g_steal_pointer (&stream));
}

/**
 * essaim_decoder_open:
 * @path: a local file, as it is or in a .zip or .gz
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_FAILED when it cannot be read, #ESSAIM_FEED_ERROR_REFUSED when it is an archive of
 *   anything but one data file
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
  g_autoptr (EssaimDecoder) self = g_new0 (EssaimDecoder, 1);
  g_autoptr (GError) cause = NULL;

  self->bytes = g_malloc (CHUNK_BYTES);
  self->text = g_string_new (NULL);
  self->stream = open_stream (path, cancellable, &cause);
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
 * essaim_decoder_check:
 * @self: a decoder, at the start of the text
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_REFUSED, with what the file is instead of data
 *
 * Looks at the first bytes, before anything else is done.
 *
 * Returns: whether they may be data
 */
gboolean
essaim_decoder_check (EssaimDecoder  *self,
                      GCancellable   *cancellable,
                      GError        **error)
{
  return seek (self, 0, error) && fill (self, cancellable, error)
         && essaim_sniffer_check_bytes (self->bytes, MIN (self->n_bytes, ESSAIM_SNIFFER_BYTES), error)
         && seek (self, self->mark, error);
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

/* A word written twice, and what it was. */
static char *
make_twice_example (const EssaimEncodingWord *word)
{
  g_autofree char *as_it_is = g_strndup (word->bytes, essaim_utf8_span (word->bytes, word->length));
  g_autoptr (GString) was = g_string_new (NULL);

  essaim_mojibake_append (was, as_it_is, strlen (as_it_is));
  g_string_truncate (was, essaim_utf8_span (was->str, was->len));

  return g_strdup_printf ("%s → %s", as_it_is, was->str);
}

static void
report_damage (EssaimDecoder *self,
               EssaimReport  *report)
{
  const EssaimEncodingSurvey *survey = &self->survey;

  if (self->encoding == ESSAIM_ENCODING_UTF8_MIXED)
    {
      g_autofree char *word = essaim_encoding_word_to_text (&survey->bad_word);

      essaim_report_warn_with (report, "bad-encoding", survey->bad_lines, survey->first_bad_line,
                               survey->bad_word.length > 0 ? word : NULL,
                               _("Some lines write their accents in another way than the rest of the file; they were put "
                                 "right."));
    }
  if (self->encoding == ESSAIM_ENCODING_UTF8_TWICE)
    {
      g_autofree char *example = make_twice_example (&survey->twice_word);

      essaim_report_warn_with (report, "mojibake", survey->mojibake.n, survey->first_twice_line, example,
                               _("All accents of the file were garbled in the same way; they were put right."));
    }
  if (survey->lost > 0)
    {
      g_autofree char *word = essaim_encoding_word_to_text (&survey->lost_word);

      essaim_report_warn_with (report, "accents-lost", survey->lost, survey->first_lost_line, word,
                               _("Accents were already lost in the file (“�” instead of a letter); only its publisher "
                                 "can bring them back."));
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

  report_damage (self, report);
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

  if (!self->is_decided && !is_sound (self, &self->n_given)
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
