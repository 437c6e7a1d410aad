/* essaim-text.c: the one gate that text from a feed passes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <string.h>

/* Longer pile-ups of combining marks take Pango quadratic time: 100,000 of them freeze a window for 16 s. */
#define MAX_MARKS_PER_BASE 8

#define REPLACEMENT 0xFFFD
#define ELLIPSIS "…"

/* What becomes of a character at the gate. */
typedef enum
{
  KEEP,
  KEEP_MARK,    /* kept while its base has not too many of them */
  BLANK,
  LINE_BREAK,
  DROP,
} Verdict;

/* Owned: out. The cleaned text, as far as it goes. */
typedef struct
{
  GString         *out;
  EssaimTextShape  shape;
  guint            n_chars;
  guint            max_chars;
  guint            n_marks;      /* on the last base */
  gboolean         after_cr;
  gboolean         is_cut;
} Cleaner;

/* Decodes one character. An ill-formed sequence is U+FFFD, as long as its longest valid beginning
 * (Unicode 15, section 3.9, “Substitution of Maximal Subparts”). */
static guint
decode (const guchar *p,
        gsize         n,
        gunichar     *c)
{
  guint length = p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;
  guchar low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
  guchar high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;

  if (p[0] < 0x80)
    {
      *c = p[0];
      return 1;
    }

  *c = REPLACEMENT;
  if (length == 0)
    return 1;

  gunichar value = p[0] & (0x7F >> length);
  for (guint i = 1; i < length; i++)
    {
      if (i >= n || p[i] < low || p[i] > high)
        return i;
      value = value << 6 | (p[i] & 0x3F);
      low = 0x80;
      high = 0xBF;
    }

  *c = value;
  return length;
}

static Verdict
judge_ascii (gunichar c)
{
  if (c == '\n' || c == '\r' || c == '\v' || c == '\f')
    return LINE_BREAK;
  if (c == '\t' || c == ' ')
    return BLANK;

  return c < 0x20 || c == 0x7F ? DROP : KEEP;
}

/* Bidi controls let one record reorder the line it stands in; what has no width and no meaning only hides text. */
static Verdict
judge_format (gunichar c)
{
  switch (c)
    {
    case 0x200C: case 0x200D:   /* joiners: emoji and several scripts need them */
      return KEEP_MARK;
    case 0x2028: case 0x2029:
      return LINE_BREAK;
    case 0x00AD: case 0x061C: case 0x180E: case 0x200B: case 0x200E: case 0x200F: case 0xFEFF:
      return DROP;
    default:
      if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB))
        return DROP;
      return c >= 0xE0000 && c <= 0xE007F ? KEEP_MARK : KEEP;   /* tags, as in the flag of Scotland */
    }
}

static Verdict
judge (gunichar c)
{
  if (c < 0x80)
    return judge_ascii (c);
  if (c < 0xA0)
    return c == 0x85 ? LINE_BREAK : DROP;
  if (c < 0x300)
    return c == 0xAD ? DROP : KEEP;

  return g_unichar_ismark (c) ? KEEP_MARK : judge_format (c);
}

static void
strip_blanks (GString *out,
              guint   *n_chars)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    {
      g_string_truncate (out, out->len - 1);
      (*n_chars)--;
    }
}

static gboolean
ends_in_empty_line (const GString *out)
{
  const char *end = out->str + out->len;

  return out->len == 0 || (out->len >= 2 && end[-1] == '\n' && end[-2] == '\n');
}

/* Takes back all that shows nothing at the end: blanks of any script, line breaks, joiners. */
static void
strip_end (GString *out)
{
  while (out->len > 0)
    {
      const char *last = g_utf8_prev_char (out->str + out->len);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0x200C && c != 0x200D)
        return;
      g_string_truncate (out, last - out->str);
    }
}

/* Makes room for the ellipsis, inside the limit. */
static void
cut (Cleaner *self)
{
  const char *last = g_utf8_prev_char (self->out->str + self->out->len);

  g_string_truncate (self->out, last - self->out->str);
  strip_end (self->out);
  g_string_append (self->out, ELLIPSIS);
  self->is_cut = TRUE;
}

static void
append (Cleaner  *self,
        gunichar  c)
{
  if (self->n_chars >= self->max_chars)
    {
      /* A blank at the limit may be the end of the text: only what shows makes it too long. */
      if (c != ' ' && c != '\n')
        cut (self);
      return;
    }

  g_string_append_unichar (self->out, c);
  self->n_chars++;
}

static void
append_blank (Cleaner *self)
{
  gboolean collapses = self->shape == ESSAIM_TEXT_LINE;

  if (self->out->len > 0 && !(collapses && self->out->str[self->out->len - 1] == ' '))
    append (self, ' ');
}

static void
append_break (Cleaner *self)
{
  if (self->shape == ESSAIM_TEXT_LINE)
    {
      append_blank (self);
      return;
    }

  strip_blanks (self->out, &self->n_chars);
  if (!ends_in_empty_line (self->out))
    append (self, '\n');
}

static void
take (Cleaner  *self,
      gunichar  c)
{
  Verdict verdict = judge (c);
  gboolean after_cr = self->after_cr;

  self->after_cr = c == '\r';
  if (verdict == KEEP_MARK)
    {
      if (++self->n_marks <= MAX_MARKS_PER_BASE)
        append (self, c);
      return;
    }

  if (verdict == DROP)
    return;

  self->n_marks = 0;
  if (verdict == BLANK || (self->out->len == 0 && g_unichar_isspace (c)))
    append_blank (self);
  else if (verdict == LINE_BREAK && !(c == '\n' && after_cr))
    append_break (self);
  else if (verdict == KEEP)
    append (self, c);
}

/* Whether a text is already what the gate would make of it: one line of printable ASCII and Latin-1 letters. */
static gboolean
is_plain (const guchar *text,
          gsize         length,
          guint         max_chars)
{
  guchar before = ' ';

  if (length > max_chars)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (c == 0xC3 && i + 1 < length && (text[i + 1] & 0xC0) == 0x80)
        i++;
      else if (c < 0x20 || c >= 0x7F || (c == ' ' && before == ' '))
        return FALSE;
      before = c;
    }

  return length == 0 || before != ' ';
}

/**
 * essaim_text_clean:
 * @bytes: (array length=length): what a feed says; any bytes at all
 * @length: number of bytes, or -1 up to the first NUL
 * @shape: whether it is one line, or keeps its paragraphs
 * @max_chars: the most characters to keep, at least 1
 *
 * The gate that every text of a feed passes before it is stored, shown or exported. The result is
 *
 * - valid UTF-8: each ill-formed sequence is U+FFFD;
 * - without controls (C0, DEL, C1): tabs are blanks; line breaks (LF, CR LF, CR, VT, FF, NEL, U+2028, U+2029) are
 *   blanks in a line and `\n` in paragraphs; all others, NUL too, are left out;
 * - without bidi controls and without characters that only hide text (zero-width space, word joiner, byte order mark,
 *   soft hyphen, …); joiners stay;
 * - without blanks at either end; in a line runs of blanks are one; in paragraphs no line ends in blanks and at most
 *   two line breaks follow each other;
 * - with at most 8 combining marks on a base;
 * - cut to @max_chars characters, the last of which is then “…”.
 *
 * Everything else stays byte for byte. Takes linear time, and stops reading where the text is cut.
 *
 * Returns: (transfer full): the text
 */
char *
essaim_text_clean (const char      *bytes,
                   gssize           length,
                   EssaimTextShape  shape,
                   guint            max_chars)
{
  gsize n = length < 0 ? strlen (bytes) : (gsize) length;
  Cleaner self = { .shape = shape, .max_chars = max_chars };

  if (is_plain ((const guchar *) bytes, n, max_chars))
    return g_strndup (bytes, n);

  self.out = g_string_sized_new (MIN (n, 4 * (gsize) max_chars) + sizeof ELLIPSIS);
  for (gsize i = 0; i < n && !self.is_cut;)
    {
      gunichar c;

      i += decode ((const guchar *) bytes + i, n - i, &c);
      take (&self, c);
    }

  if (!self.is_cut)
    strip_end (self.out);

  return g_string_free (self.out, FALSE);
}

/**
 * essaim_text_is_damaged:
 * @text: a text
 *
 * Returns: whether it has lost letters: its publisher saved it in a wrong encoding, and nobody can tell what they were
 */
gboolean
essaim_text_is_damaged (const char *text)
{
  return strstr (text, ESSAIM_TEXT_LOST_LETTER) != NULL;
}
