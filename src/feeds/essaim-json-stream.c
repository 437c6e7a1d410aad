/* essaim-json-stream.c: the values of a JSON text of any size, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-stream.h"

#include <glib/gi18n-lib.h>
#include <yajl/yajl_parse.h>

#include "essaim-feed-error.h"
#include "essaim-json-surrogates.h"

/* The parser keeps a text whole in memory. */
#define MAX_VALUE_BYTES (10 * 1024 * 1024)

typedef struct
{
  /* Borrowed */
  EssaimDecoder           *decoder;
  const EssaimJsonHandler *handler;
  gpointer                 data;
  GCancellable            *cancellable;   /* (nullable) */

  /* Owned */
  yajl_handle              parser;
  GString                 *text;          /* what is to be parsed, behind the few bytes held back */
  GError                  *error;         /* why the handler stopped */

  guint                    depth;
  guint                    n_roots;
  gboolean                 is_first_root_object;
  gboolean                 has_event;     /* since the last chunk */
  gsize                    parsed;        /* bytes, before the text */
} Stream;

static void
stream_clear (Stream *self)
{
  g_clear_pointer (&self->parser, yajl_free);
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stream, stream_clear)

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, sentence);

  return FALSE;
}

/* A value begins. Several at the root are fine only when all are objects: a record to a line. */
static gboolean
enter_value (Stream   *self,
             gboolean  is_object)
{
  self->has_event = TRUE;
  if (self->depth > 0)
    return TRUE;

  if (self->n_roots == 0)
    self->is_first_root_object = is_object;
  self->n_roots++;

  return self->n_roots == 1 || (is_object && self->is_first_root_object)
         || refuse (&self->error, _("There is something after the end of the JSON document. Tell its publisher."));
}

static int
send_scalar (Stream           *self,
             EssaimJsonScalar  kind,
             const char       *text,
             gsize             length)
{
  return enter_value (self, FALSE) && self->handler->scalar (self->data, kind, text, length, &self->error);
}

static int
null_cb (void *data)
{
  return send_scalar (data, ESSAIM_JSON_NULL, "", 0);
}

static int
boolean_cb (void *data,
            int   value)
{
  return send_scalar (data, ESSAIM_JSON_BOOLEAN, value ? "true" : "false", value ? 4 : 5);
}

static int
number_cb (void       *data,
           const char *text,
           size_t      length)
{
  return send_scalar (data, ESSAIM_JSON_NUMBER, text, length);
}

static int
string_cb (void                *data,
           const unsigned char *text,
           size_t               length)
{
  return send_scalar (data, ESSAIM_JSON_STRING, (const char *) text, length);
}

static int
key_cb (void                *data,
        const unsigned char *text,
        size_t               length)
{
  Stream *self = data;

  self->has_event = TRUE;

  return self->handler->key (self->data, (const char *) text, length, &self->error);
}

static int
start (Stream   *self,
       gboolean  is_array)
{
  if (!enter_value (self, !is_array))
    return FALSE;
  if (++self->depth > ESSAIM_JSON_MAX_DEPTH)
    return refuse (&self->error, _("The JSON document is nested too deep. Tell its publisher."));

  return self->handler->start (self->data, is_array, &self->error);
}

static int
end (Stream   *self,
     gboolean  is_array)
{
  self->depth--;
  self->has_event = TRUE;

  return self->handler->end (self->data, is_array, &self->error);
}

static int
start_map_cb (void *data)
{
  return start (data, FALSE);
}

static int
end_map_cb (void *data)
{
  return end (data, FALSE);
}

static int
start_array_cb (void *data)
{
  return start (data, TRUE);
}

static int
end_array_cb (void *data)
{
  return end (data, TRUE);
}

static const yajl_callbacks callbacks = {
  .yajl_null = null_cb,
  .yajl_boolean = boolean_cb,
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = start_map_cb,
  .yajl_map_key = key_cb,
  .yajl_end_map = end_map_cb,
  .yajl_start_array = start_array_cb,
  .yajl_end_array = end_array_cb,
};

/* The line and column, from 1, of a place in the text: counted only once something is wrong there. */
static gboolean
locate (Stream  *self,
        gsize    offset,
        guint   *line,
        guint   *column,
        GError **error)
{
  const char *text;
  gsize length;

  *line = *column = 1;
  if (!essaim_decoder_rewind (self->decoder, error))
    return FALSE;

  while (offset > 0)
    {
      if (!essaim_decoder_read (self->decoder, &text, &length, self->cancellable, error))
        return FALSE;
      if (length == 0)
        break;

      length = MIN (length, offset);
      offset -= length;
      for (gsize i = 0; i < length; i++)
        {
          *column = text[i] == '\n' ? 1 : *column + (((guchar) text[i] & 0xC0) != 0x80);
          *line += text[i] == '\n';
        }
    }

  return TRUE;
}

static gboolean
fail_at (Stream     *self,
         gsize       offset,
         const char *format,
         GError    **error)
{
  guint line, column;

  if (locate (self, offset, &line, &column, error))
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, format, line, column);

  return FALSE;
}

static gboolean
fail (Stream       *self,
      yajl_status   status,
      GError      **error)
{
  if (status == yajl_status_client_canceled)
    {
      if (self->error != NULL)
        g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  return fail_at (self, self->parsed + yajl_get_bytes_consumed (self->parser),
                  _("This is not well-formed JSON: line %u, column %u cannot be read. Tell its publisher."), error);
}

static gboolean
parse_text (Stream    *self,
            gboolean   is_last,
            GError   **error)
{
  gsize n = essaim_json_repair_surrogates (self->text->str, self->text->len, is_last);
  yajl_status status = yajl_parse (self->parser, (const guchar *) self->text->str, n);

  if (status != yajl_status_ok)
    return fail (self, status, error);

  self->parsed += n;
  g_string_erase (self->text, 0, n);

  return TRUE;
}

/* At the end of the text every value must be closed. */
static gboolean
finish (Stream  *self,
        GError **error)
{
  yajl_status status;

  if (!parse_text (self, TRUE, error))
    return FALSE;

  status = yajl_complete_parse (self->parser);
  if (status == yajl_status_client_canceled)
    return fail (self, status, error);
  if (self->n_roots == 0 || self->depth > 0 || (status != yajl_status_ok && self->n_roots == 1))
    return fail_at (self, self->parsed,
                    _("The file stops at line %u, column %u, before its end. Fetch it again."), error);

  return TRUE;
}

static gboolean
parse_all (Stream  *self,
           GError **error)
{
  gsize silent = 0;
  const char *text;
  gsize length;

  for (;;)
    {
      if (!essaim_decoder_read (self->decoder, &text, &length, self->cancellable, error))
        return FALSE;
      if (length == 0)
        return finish (self, error);

      self->has_event = FALSE;
      g_string_append_len (self->text, text, length);
      if (!parse_text (self, FALSE, error))
        return FALSE;

      silent = self->has_event ? 0 : silent + length;
      if (silent > MAX_VALUE_BYTES)
        return fail_at (self, self->parsed - silent,
                        _("The text that starts near line %u, column %u is longer than 10 MB. Tell its publisher."), error);
    }
}

/**
 * essaim_json_stream_read:
 * @decoder: gives the text, from its start
 * @handler: gets the values
 * @data: for @handler
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it is not well-formed JSON, with the line and column, or nested deeper than
 *   %ESSAIM_JSON_MAX_DEPTH; #ESSAIM_FEED_ERROR_FAILED when the file cannot be read; or the error of @handler
 *
 * Reads JSON (RFC 8259) to its end: one value, or several objects in a row (a record to a line).
 *
 * Returns: whether it was read to its end; %FALSE without an error when @handler stopped without one
 */
gboolean
essaim_json_stream_read (EssaimDecoder            *decoder,
                         const EssaimJsonHandler  *handler,
                         gpointer                  data,
                         GCancellable             *cancellable,
                         GError                  **error)
{
  g_auto(Stream) self = { .decoder = decoder, .handler = handler, .data = data, .cancellable = cancellable };

  self.text = g_string_new (NULL);
  self.parser = yajl_alloc (&callbacks, NULL, &self);
  yajl_config (self.parser, yajl_allow_multiple_values, 1);
  yajl_config (self.parser, yajl_dont_validate_strings, 1);

  return parse_all (&self, error);
}
