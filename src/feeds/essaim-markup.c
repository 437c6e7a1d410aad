/* essaim-markup.c: texts written in Markdown, or as uMap writes them, as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-markup.h"

#include <string.h>

/* What a mark begins with. */
#define MARKS "#*{[!"

#define MAX_MARKS 8

/* A mark that is not closed within so many bytes is none: many of them cost no more than their number. */
#define MAX_SPAN 600

/* How many marks are in a row; no more are counted than mean something. */
static gsize
count (const char *p,
       char        mark)
{
  gsize n = 0;

  while (n < MAX_MARKS && p[n] == mark)
    n++;

  return n;
}

/* Where a mark closes. */
static const char *
find (const char *p,
      const char *mark)
{
  return g_strstr_len (p, MAX_SPAN, mark);
}

/* Whether an address of the web begins here. */
static gboolean
is_address (const char *p)
{
  return g_str_has_prefix (p, "http://") || g_str_has_prefix (p, "https://");
}

/* `[[address|words]]`, `[[address]]`: the words, else the address. Returns what follows, or NULL. */
static const char *
take_map_link (const char *p,
               GString    *out)
{
  const char *end = g_str_has_prefix (p, "[[") && is_address (p + 2) ? find (p, "]]") : NULL;
  const char *bar;

  if (end == NULL)
    return NULL;

  bar = memchr (p, '|', end - p);
  p = bar != NULL ? bar + 1 : p + 2;
  g_string_append_len (out, p, end - p);

  return end + 2;
}

/* `{{address}}`, `{{{address*400}}}`: a picture or another page, left out. */
static const char *
take_picture (const char *p)
{
  gsize n = count (p, '{');
  const char *end = (n == 2 || n == 3) && is_address (p + n) ? find (p, "}}") : NULL;

  return end != NULL ? end + count (end, '}') : NULL;
}

/* `[words](address)`, `![words](address)`: the words. */
static const char *
take_link (const char *p,
           GString    *out)
{
  const char *words = p + (*p == '!') + 1;
  const char *middle = words[-1] == '[' ? find (words, "]") : NULL;
  const char *end;

  if (middle == NULL || middle[1] != '(' || !is_address (middle + 2))
    return NULL;
  end = find (middle, ")");
  if (end == NULL)
    return NULL;

  g_string_append_len (out, words, middle - words);

  return end + 1;
}

/* `**words**`: the words. */
static const char *
take_strong (const char *p,
             GString    *out)
{
  gboolean is_open = g_str_has_prefix (p, "**") && !g_ascii_isspace (p[2]) && p[2] != '*';
  const char *end = is_open ? find (p + 2, "**") : NULL;

  if (end == NULL || memchr (p, '\n', end - p) != NULL)
    return NULL;
  g_string_append_len (out, p + 2, end - p - 2);

  return end + 2;
}

/* `# words` at the start of a line: the words. */
static const char *
take_heading (const char *text,
              const char *p)
{
  gsize n = count (p, '#');

  return n > 0 && n <= 6 && p[n] == ' ' && (p == text || p[-1] == '\n') ? p + n + 1 : NULL;
}

static const char *
take_mark (const char *text,
           const char *p,
           GString    *out)
{
  const char *next = NULL;

  if (*p == '#')
    next = take_heading (text, p);
  else if (*p == '*')
    next = take_strong (p, out);
  else if (*p == '{')
    next = take_picture (p);
  else if (*p == '[' || *p == '!')
    next = take_map_link (p, out);

  return next == NULL && (*p == '[' || *p == '!') ? take_link (p, out) : next;
}

/**
 * essaim_markup_strip:
 * @text: a text
 *
 * Takes away what uMap (“Text formatting”) and Markdown write for headings, strong words, links and pictures, where it
 * cannot be anything else.
 *
 * Returns: (transfer full) (nullable): the text without it; %NULL where there is none
 */
char *
essaim_markup_strip (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *done = text;

  for (const char *p = text + strcspn (text, MARKS); *p != '\0'; p += strcspn (p, MARKS))
    {
      const char *next;

      g_string_truncate (words, 0);
      next = take_mark (text, p, words);
      if (next == NULL)
        {
          p++;
          continue;
        }

      g_string_append_len (out, done, p - done);
      g_string_append_len (out, words->str, words->len);
      p = done = next;
    }

  if (done == text)
    return NULL;
  g_string_append (out, done);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
