/* essaim-text-html.c: HTML of feeds to plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <string.h>

#define TAG_NAME_MAX 15
#define ENTITY_NAME_MAX 10

/* Owned: out. */
typedef struct
{
  GString    *out;
  const char *end;             /* of the text */
  gboolean    is_html;          /* blanks of the source mean nothing */

  /* Known once, so that hostile text takes linear time */
  gboolean    ignores_quotes;
  gboolean    has_no_more_tags;
} Stripper;

/* The named characters of Latin-1, from U+00A0 on (HTML 4.01, section 24.2). */
static const char * const latin1_names[96] = {
  "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
  "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
  "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
  "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve",
  "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
  "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
  "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
  "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
};

static const struct { const char *name; gunichar c; } other_names[] = {
  { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }, { "euro", 0x20AC },
  { "hellip", 0x2026 }, { "rsquo", 0x2019 }, { "lsquo", 0x2018 }, { "ldquo", 0x201C }, { "rdquo", 0x201D },
  { "ndash", 0x2013 }, { "mdash", 0x2014 }, { "bull", 0x2022 }, { "oelig", 0x153 }, { "OElig", 0x152 },
  { "Yuml", 0x178 }, { "trade", 0x2122 }, { "rarr", 0x2192 }, { "larr", 0x2190 }, { "thinsp", 0x2009 },
  { "ensp", 0x2002 }, { "emsp", 0x2003 }, { "zwnj", 0x200C }, { "zwj", 0x200D }, { "minus", 0x2212 },
  { "sbquo", 0x201A }, { "bdquo", 0x201E }, { "lsaquo", 0x2039 }, { "rsaquo", 0x203A }, { "dagger", 0x2020 },
  { "prime", 0x2032 }, { "check", 0x2713 },
};

static gunichar
find_named_character (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_str_equal (name, other_names[i].name))
      return other_names[i].c;

  for (gsize i = 0; i < G_N_ELEMENTS (latin1_names); i++)
    if (g_str_equal (name, latin1_names[i]))
      return 0xA0 + i;

  return 0;
}

/* Windows-1252 under a number is how old tools wrote ’ and €; browsers read it so. */
static gunichar
find_numbered_character (const char *digits)
{
  static const gunichar windows[32] = {
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  };
  gboolean is_hex = *digits == 'x' || *digits == 'X';
  const char *start = digits + is_hex;
  char *end;
  guint64 c = g_ascii_strtoull (start, &end, is_hex ? 16 : 10);

  if (!g_ascii_isxdigit (*start) || *end != '\0')
    return 0;
  if (c >= 0x80 && c < 0xA0)
    return windows[c - 0x80];

  return c > 0 && c <= 0x10FFFF && g_unichar_validate (c) ? c : 0xFFFD;
}

/* Adds the character that the entity at @p stands for, or the `&` itself; returns where to go on. */
static const char *
take_entity (Stripper   *self,
             const char *p)
{
  char name[ENTITY_NAME_MAX + 1];
  gsize n = 0;
  gunichar c = 0;

  while (n < ENTITY_NAME_MAX && (g_ascii_isalnum (p[1 + n]) || (n == 0 && p[1] == '#')))
    {
      name[n] = p[1 + n];
      n++;
    }
  name[n] = '\0';

  if (n > 0 && p[1 + n] == ';')
    c = name[0] == '#' ? find_numbered_character (name + 1) : find_named_character (name);

  if (c == 0)
    {
      g_string_append_c (self->out, '&');
      return p + 1;
    }

  g_string_append_unichar (self->out, c);
  return p + n + 2;
}

/* The `>` that ends the tag at @p, where one inside a quoted attribute does not; NULL with an open quote or no end. */
static const char *
find_quoted_end (Stripper   *self,
                 const char *p)
{
  char quote = '\0';

  for (; p < self->end; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '>')
        return p;
      else if ((*p == '"' || *p == '\'') && p[-1] == '=')
        quote = *p;
    }

  return NULL;
}

/* The `>` that ends the tag at @p, or NULL. */
static const char *
find_tag_end (Stripper   *self,
              const char *p)
{
  const char *end = self->ignores_quotes ? NULL : find_quoted_end (self, p);

  if (end != NULL || self->has_no_more_tags)
    return end;

  self->ignores_quotes = TRUE;
  end = memchr (p, '>', self->end - p);
  self->has_no_more_tags = end == NULL;

  return end;
}

static void
append_newline (Stripper *self)
{
  while (self->out->len > 0 && self->out->str[self->out->len - 1] == ' ')
    g_string_truncate (self->out, self->out->len - 1);

  g_string_append_c (self->out, '\n');
}

static void
apply_tag (Stripper   *self,
           const char *name,
           gboolean    is_end)
{
  static const char * const blocks[] = {
    "p", "div", "br", "ul", "ol", "tr", "table", "section", "article", "blockquote", "hr", "dt", "dd", "dl", "pre",
    "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", NULL,
  };

  if (g_str_equal (name, "li"))
    {
      if (!is_end)
        {
          append_newline (self);
          g_string_append (self->out, "• ");
        }
    }
  else if (g_str_equal (name, "td") || g_str_equal (name, "th"))
    g_string_append_c (self->out, ' ');
  else if (g_strv_contains (blocks, name))
    append_newline (self);
}

/* Scripts and styles are not text: where the element @name that begins before @p ends, or the end of the text. */
static const char *
skip_hidden (Stripper   *self,
             const char *name,
             const char *p)
{
  gsize length = strlen (name);

  for (; (p = memchr (p, '<', self->end - p)) != NULL; p++)
    if (p[1] == '/' && g_ascii_strncasecmp (p + 2, name, length) == 0)
      return p;

  return self->end;
}

/* Takes the tag at @p out, or the `<` as it is; returns where to go on. */
static const char *
take_tag (Stripper   *self,
          const char *p)
{
  char name[TAG_NAME_MAX + 1];
  gboolean is_end = p[1] == '/';
  const char *start = p + 1 + is_end, *close = NULL;
  gsize n = 0;

  if (g_ascii_isalpha (*start) || p[1] == '!' || p[1] == '?')
    close = find_tag_end (self, p + 1);
  if (close == NULL)
    {
      g_string_append_c (self->out, '<');
      return p + 1;
    }

  for (; n < TAG_NAME_MAX && g_ascii_isalnum (start[n]); n++)
    name[n] = g_ascii_tolower (start[n]);
  name[n] = '\0';

  if (!is_end && (g_str_equal (name, "script") || g_str_equal (name, "style")))
    return skip_hidden (self, name, close + 1);

  apply_tag (self, name, is_end);
  return close + 1;
}

static gboolean
looks_like_html (const char *text)
{
  for (const char *p = text; (p = strchr (p, '<')) != NULL; p++)
    if ((p[1] == '/' && g_ascii_isalpha (p[2])) || g_ascii_strncasecmp (p + 1, "br", 2) == 0 ||
        g_ascii_strncasecmp (p + 1, "p>", 2) == 0)
      return TRUE;

  return FALSE;
}

static void
append_blank (Stripper *self)
{
  char last = self->out->len > 0 ? self->out->str[self->out->len - 1] : '\n';

  if (last != ' ' && last != '\n')
    g_string_append_c (self->out, ' ');
}

/**
 * essaim_text_strip_html:
 * @text: a text that may be HTML
 *
 * Takes tags out (those of blocks are line breaks, list items begin with “•”), scripts and styles with what is in
 * them, and decodes entities, once. Text without tags keeps its line breaks; in HTML those of the source are blanks.
 * A `<` that begins no tag stays. The result still has to pass [func@text_clean]. Takes linear time.
 *
 * Returns: (transfer full): plain text
 */
char *
essaim_text_strip_html (const char *text)
{
  Stripper self = { .end = text + strlen (text) };

  if (strpbrk (text, "<&") == NULL)
    return g_strdup (text);

  self.out = g_string_sized_new (self.end - text);
  self.is_html = looks_like_html (text);
  for (const char *p = text; p < self.end;)
    {
      if (*p == '<')
        p = take_tag (&self, p);
      else if (*p == '&')
        p = take_entity (&self, p);
      else if (self.is_html && g_ascii_isspace (*p))
        {
          append_blank (&self);
          p++;
        }
      else
        g_string_append_c (self.out, *p++);
    }

  return g_string_free (self.out, FALSE);
}
