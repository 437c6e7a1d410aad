/* essaim-json-scanner.c: one token of a JSON text in memory: RFC 8259 to the letter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-scanner.h"

#include "essaim-plain-text.h"

/* A string may be long, and come in many parts: what was seen of it is not looked at again. */
static EssaimJsonScan
scan_string (const char      *start,
             const char      *end,
             EssaimJsonToken *token)
{
  const char *p = start + token->n_scanned;

  token->text = start;
  while (p < end)
    {
      if (end - p >= 8)
        {
          guint64 word = essaim_plain_load (p);
          guint64 marks = essaim_plain_mark (word) | essaim_plain_mark_byte (word, '"')
                          | essaim_plain_mark_byte (word, '\\');

          p += essaim_plain_count (marks);
          if (marks == 0)
            continue;
        }

      if (*p == '"')
        {
          token->length = p - token->text;
          token->end = p + 1;
          return ESSAIM_JSON_SCAN_TOKEN;
        }
      if ((guchar) *p < 0x20)
        {
          token->end = p;
          return ESSAIM_JSON_SCAN_WRONG;
        }

      guint n = *p == '\\' ? 0 : essaim_plain_length (p, end - p);
      token->has_escapes |= *p == '\\';
      token->is_plain &= n > 0;
      p += *p == '\\' ? 2 : MAX (n, 1);
    }

  /* An escape that is cut has to be seen whole. */
  token->n_scanned = (p > end ? end - 1 : p) - start;
  token->end = end;

  return ESSAIM_JSON_SCAN_NEEDS_MORE;
}

static const char *
skip_digits (const char *p,
             const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;

  return p;
}

/* `-`? (`0` | digits) (`.` digits)? ((`e` | `E`) sign? digits)? */
static EssaimJsonScan
scan_number (const char      *start,
             const char      *end,
             gboolean         is_last,
             EssaimJsonToken *token)
{
  const char *p = start + (*start == '-');
  const char *digits = p;

  p = p < end && *p == '0' ? p + 1 : skip_digits (p, end);
  if (p > digits && p < end && *p == '.')
    {
      digits = ++p;
      p = skip_digits (p, end);
    }
  if (p > digits && p < end && (*p == 'e' || *p == 'E'))
    {
      p++;
      p += p < end && (*p == '+' || *p == '-');
      digits = p;
      p = skip_digits (p, end);
    }

  token->text = start;
  token->length = p - start;
  token->end = p;
  if (p == end && !is_last)
    return ESSAIM_JSON_SCAN_NEEDS_MORE;
  if (p == digits)
    return p == end ? ESSAIM_JSON_SCAN_NEEDS_MORE : ESSAIM_JSON_SCAN_WRONG;

  return ESSAIM_JSON_SCAN_TOKEN;
}

static EssaimJsonScan
scan_word (const char      *start,
           const char      *end,
           const char      *word,
           EssaimJsonToken *token)
{
  const char *p = start;

  while (*word != '\0' && p < end && *p == *word)
    {
      p++;
      word++;
    }

  token->text = start;
  token->length = p - start;
  token->end = p;
  if (*word == '\0')
    return ESSAIM_JSON_SCAN_TOKEN;

  return p == end ? ESSAIM_JSON_SCAN_NEEDS_MORE : ESSAIM_JSON_SCAN_WRONG;
}

/**
 * essaim_json_scan:
 * @text: where a token starts
 * @end: the end of the text, beyond @text
 * @is_last: whether the document ends with it
 * @token: (inout): zeroed, or what came of less of the same text; gets the token, which borrows from the text; its end
 *   also says what is wrong or missing
 *
 * Returns: what came of it
 */
EssaimJsonScan
essaim_json_scan (const char      *text,
                  const char      *end,
                  gboolean         is_last,
                  EssaimJsonToken *token)
{
  if (token->n_scanned == 0)
    *token = (EssaimJsonToken) { .is_plain = TRUE };
  token->kind = *text;
  token->end = text + 1;

  switch (*text)
    {
    case '{': case '}': case '[': case ']': case ',': case ':':
      return ESSAIM_JSON_SCAN_TOKEN;
    case '"':
      return scan_string (text + 1, end, token);
    case '-': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      token->kind = '0';
      return scan_number (text, end, is_last, token);
    case 't':
      return scan_word (text, end, "true", token);
    case 'f':
      return scan_word (text, end, "false", token);
    case 'n':
      return scan_word (text, end, "null", token);
    default:
      token->end = text;
      return ESSAIM_JSON_SCAN_WRONG;
    }
}
