/* essaim-json-stream.c: the values of a JSON text of any size, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-stream.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-error.h"
#include "essaim-json-escape.h"
#include "essaim-json-scanner.h"

/* A longer token is refused: it has to be in memory as a whole. */
#define MAX_TOKEN_BYTES (10 * 1024 * 1024)

/* Before each text of a sequence of them: RFC 7464, section 2.2. */
#define SEPARATOR '\x1E'

/* Between two looks at whether to stop. */
#define TOKENS_AT_ONCE 1024

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,   /* after `[` */
  EXPECT_KEY,
  EXPECT_KEY_OR_END,     /* after `{` */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_ROOT,           /* another document, or the end of the file */
} Expected;

typedef struct
{
  /* Borrowed */
  EssaimDecoder           *decoder;
  const EssaimJsonHandler *handler;
  gpointer                 data;
  GCancellable            *cancellable;   /* (nullable) */

  /* Owned */
  GString                 *text;          /* from the token that was cut on, as far as it is read */
  GString                 *unescaped;

  const char              *p;             /* in the text: what comes next */
  Expected                 expected;
  gboolean                 are_arrays[ESSAIM_JSON_MAX_DEPTH + 1];   /* what is open; the outermost is 1 */
  guint                    depth;
  guint                    n_roots;
  gboolean                 is_root_object;
  gboolean                 is_last;       /* nothing follows the text */
  guint                    line;
  gssize                   line_start;    /* in the text, negative when it was before */
} Stream;

static void
stream_clear (Stream *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->unescaped, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stream, stream_clear)

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, sentence);

  return FALSE;
}

/* Says where in the file: in characters, as far as the line is in memory. */
static gboolean
refuse_at (Stream      *self,
           const char  *place,
           const char  *format,
           GError     **error)
{
  const char *start = self->text->str + MAX (self->line_start, 0);
  gsize before = self->line_start < 0 ? -self->line_start : 0;
  guint column = 1 + before;

  for (const char *p = start; p < place; p++)
    column += ((guchar) *p & 0xC0) != 0x80;
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, format, self->line, column);

  return FALSE;
}

static gboolean
refuse_wrong (Stream      *self,
              const char  *place,
              GError     **error)
{
  return refuse_at (self, place,
                    _("This is not well-formed JSON: line %u, column %u cannot be read. Tell its publisher."), error);
}

static gboolean
refuse_cut (Stream  *self,
            GError **error)
{
  return refuse_at (self, self->text->str + self->text->len,
                    _("The file stops at line %u, column %u, before its end. Fetch it again."), error);
}

static gboolean
read_more (Stream  *self,
           GError **error)
{
  gsize done = self->p - self->text->str;
  const char *text;
  gsize length;

  if (!essaim_decoder_read (self->decoder, &text, &length, self->cancellable, error))
    return FALSE;

  self->is_last = length == 0;
  if (self->is_last)
    return TRUE;

  g_string_erase (self->text, 0, done);
  g_string_append_len (self->text, text, length);
  self->p = self->text->str;
  self->line_start -= done;

  return TRUE;
}

/* Goes to the next token, which may be beyond the text. In a sequence of texts a separator is before each of them. */
static void
skip_blanks (Stream *self)
{
  const char *end = self->text->str + self->text->len;
  const char *p = self->p;

  while (p < end && (guchar) *p <= ' '
         && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t' || (*p == SEPARATOR && self->depth == 0)))
    {
      if (*p++ == '\n')
        {
          self->line++;
          self->line_start = p - self->text->str;
        }
    }
  self->p = p;
}

/* Finds the next token, reading on as far as it takes. Without a kind at the end of the file. */
static gboolean
next_token (Stream           *self,
            EssaimJsonToken  *token,
            GError          **error)
{
  token->n_scanned = 0;
  for (;;)
    {
      EssaimJsonScan scan = ESSAIM_JSON_SCAN_NEEDS_MORE;
      const char *end = self->text->str + self->text->len;

      skip_blanks (self);
      token->kind = '\0';
      if (self->p < end)
        scan = essaim_json_scan (self->p, end, self->is_last, token);

      if (scan == ESSAIM_JSON_SCAN_WRONG)
        return refuse_wrong (self, token->end, error);
      if (scan == ESSAIM_JSON_SCAN_TOKEN || (self->is_last && self->p == end))
        return TRUE;
      if (self->is_last)
        return refuse_cut (self, error);
      if (end - self->p > MAX_TOKEN_BYTES)
        return refuse_at (self, self->p,
                          _("The text at line %u, column %u is longer than 10 MB. Tell its publisher."), error);
      if (!read_more (self, error))
        return FALSE;
    }
}

/* What a string says. */
static gboolean
read_string (Stream           *self,
             EssaimJsonToken  *token,
             GError          **error)
{
  gsize error_at;

  if (!token->has_escapes)
    return TRUE;
  if (!essaim_json_unescape (token->text, token->length, self->unescaped, &error_at))
    return refuse_wrong (self, token->text + error_at, error);

  token->text = self->unescaped->str;
  token->length = self->unescaped->len;

  return TRUE;
}

/* A value begins at the root. Several are fine only when all are objects: a record to a line. */
static gboolean
enter_root (Stream   *self,
            gboolean  is_object,
            GError  **error)
{
  if (self->n_roots++ == 0)
    self->is_root_object = is_object;

  return self->n_roots == 1 || (is_object && self->is_root_object)
         || refuse (error, _("There is something after the end of the JSON document. Tell its publisher."));
}

static void
end_value (Stream *self)
{
  self->expected = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_ROOT;
}

static gboolean
take_scalar (Stream           *self,
             EssaimJsonToken  *token,
             GError          **error)
{
  EssaimJsonScalar scalar;

  if (token->kind == '"' && !read_string (self, token, error))
    return FALSE;

  scalar.kind = token->kind == '"'   ? ESSAIM_JSON_STRING
                : token->kind == '0' ? ESSAIM_JSON_NUMBER
                : token->kind == 'n' ? ESSAIM_JSON_NULL
                                     : ESSAIM_JSON_BOOLEAN;
  scalar.text = token->text;
  scalar.length = token->length;
  scalar.is_plain = token->is_plain;
  end_value (self);

  return self->handler->scalar (self->data, &scalar, error);
}

static gboolean
take_start (Stream   *self,
            gboolean  is_array,
            GError  **error)
{
  if (self->depth == ESSAIM_JSON_MAX_DEPTH)
    return refuse (error, _("The JSON document is nested too deep. Tell its publisher."));

  self->are_arrays[++self->depth] = is_array;
  self->expected = is_array ? EXPECT_VALUE_OR_END : EXPECT_KEY_OR_END;

  return self->handler->start (self->data, is_array, error);
}

static gboolean
take_end (Stream   *self,
          GError  **error)
{
  gboolean is_array = self->are_arrays[self->depth--];

  end_value (self);

  return self->handler->end (self->data, is_array, error);
}

static gboolean
take_value (Stream           *self,
            EssaimJsonToken  *token,
            GError          **error)
{
  gboolean is_start = token->kind == '{' || token->kind == '[';
  gboolean is_mark = token->kind == '}' || token->kind == ']' || token->kind == ',' || token->kind == ':';

  if (is_mark)
    return refuse_wrong (self, self->p, error);
  if (self->depth == 0 && !enter_root (self, token->kind == '{', error))
    return FALSE;

  return is_start ? take_start (self, token->kind == '[', error) : take_scalar (self, token, error);
}

static gboolean
take_key (Stream           *self,
          EssaimJsonToken  *token,
          GError          **error)
{
  if (token->kind != '"')
    return refuse_wrong (self, self->p, error);
  if (!read_string (self, token, error))
    return FALSE;

  self->expected = EXPECT_COLON;

  return self->handler->key (self->data, token->text, token->length, error);
}

/* Whether the token closes what is open. */
static gboolean
is_end (Stream                *self,
        const EssaimJsonToken *token)
{
  return token->kind == (self->are_arrays[self->depth] ? ']' : '}');
}

static void
pass_comma (Stream *self)
{
  self->expected = self->are_arrays[self->depth] ? EXPECT_VALUE : EXPECT_KEY;
}

static gboolean
take_token (Stream           *self,
            EssaimJsonToken  *token,
            GError          **error)
{
  switch (self->expected)
    {
    case EXPECT_KEY_OR_END:
      if (is_end (self, token))
        return take_end (self, error);
      return take_key (self, token, error);

    case EXPECT_KEY:
      return take_key (self, token, error);

    case EXPECT_COLON:
      self->expected = EXPECT_VALUE;
      return token->kind == ':' || refuse_wrong (self, self->p, error);

    case EXPECT_COMMA_OR_END:
      if (is_end (self, token))
        return take_end (self, error);
      pass_comma (self);
      return token->kind == ',' || refuse_wrong (self, self->p, error);

    case EXPECT_VALUE_OR_END:
      if (is_end (self, token))
        return take_end (self, error);
      return take_value (self, token, error);

    case EXPECT_VALUE:
    case EXPECT_ROOT:
    default:
      return take_value (self, token, error);
    }
}

/* Nearly all colons and commas follow at once: no token is made of these, which reads records a tenth faster. */
static void
skip_mark (Stream *self)
{
  /* There is a NUL at the end of the text. */
  if (self->expected == EXPECT_COLON && *self->p == ':')
    {
      self->expected = EXPECT_VALUE;
      self->p++;
    }
  else if (self->expected == EXPECT_COMMA_OR_END && *self->p == ',')
    {
      pass_comma (self);
      self->p++;
    }
}

/**
 * essaim_json_stream_read:
 * @decoder: gives the text, from its start
 * @handler: gets the values
 * @data: for @handler
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it is not well-formed JSON, with the line and column, or nested deeper than
 *   %ESSAIM_JSON_MAX_DEPTH; #ESSAIM_FEED_ERROR_FAILED when the file cannot be read; %G_IO_ERROR_CANCELLED; or the
 *   error of @handler
 *
 * Reads JSON (RFC 8259) to its end: one value, or several objects in a row (a record to a line, or RFC 7464).
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
  g_auto (Stream) self = { .decoder = decoder, .handler = handler, .data = data, .cancellable = cancellable, .line = 1 };
  EssaimJsonToken token;

  self.text = g_string_new (NULL);
  self.unescaped = g_string_new (NULL);
  self.p = self.text->str;

  for (guint n = 1;; n++)
    {
      if (n % TOKENS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!next_token (&self, &token, error))
        return FALSE;
      if (token.kind == '\0')
        return self.expected == EXPECT_ROOT || refuse_cut (&self, error);
      if (!take_token (&self, &token, error))
        return FALSE;
      self.p = token.end;
      skip_mark (&self);
    }
}
