/* essaim-member-values.c: a value as read, to a member of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-member-values.h"

#include <string.h>

#include "essaim-markup.h"
#include "essaim-text.h"

/* A summary made of sentences is at least so long, in bytes: `Non.` and `M. X` are not enough. */
#define SENTENCES_MIN 60

#define PHONE_MAX 60

/* Seconds since 1970 are a date from 2001-09-09 on, when they got ten digits, to 2100: smaller ones may be years. */
#define EPOCH_MIN 1000000000.0
#define EPOCH_MAX 4102444800.0
#define EMAIL_MAX 254

static gboolean
may_be_html (const char *value)
{
  return strpbrk (value, "<&") != NULL;
}

/* Values were cleaned when they were read; only breaks, runs of blanks and length may still be wrong for a line. */
static gboolean
is_clean_line (const char *value,
               guint       max_chars)
{
  gsize length = strcspn (value, "\n\t");

  return value[length] == '\0' && length <= max_chars && length > 0 && value[0] != ' ' && value[length - 1] != ' '
         && strstr (value, "  ") == NULL;
}

/**
 * essaim_member_line:
 * @value: a value, cleaned when it was read
 * @max_chars: the most characters to keep
 *
 * Returns: (transfer full): the value as one line without markup
 */
char *
essaim_member_line (const char *value,
                    guint       max_chars)
{
  g_autofree char *plain = NULL;

  if (may_be_html (value))
    value = plain = essaim_text_strip_html (value);
  if (is_clean_line (value, max_chars))
    return g_strdup (value);

  return essaim_text_clean (value, -1, ESSAIM_TEXT_LINE, max_chars);
}

/* Readers join lists by `|`; a bar with blanks about it belongs to a text. */
static gboolean
is_list (const char *value)
{
  const char *bar = strchr (value, '|');

  return bar != NULL && strstr (value, " | ") == NULL;
}

/**
 * essaim_member_first:
 * @value: a text, or a list as readers give them
 *
 * Returns: (transfer full) (nullable): the first of the list as a line; scraped addresses have dates and headings
 *   behind it
 */
char *
essaim_member_first (const char *value)
{
  g_autofree char *item = is_list (value) ? g_strndup (value, strcspn (value, "|")) : g_strdup (value);
  g_autofree char *line = essaim_member_line (item, ESSAIM_TEXT_LINE_MAX);

  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

/* Scraped between names. */
static gboolean
is_heading (const char *item)
{
  g_autofree char *folded = essaim_text_fold (item);

  return g_str_equal (g_strstrip (folded), "parraine par") || g_str_equal (folded, "porte par")
         || g_str_equal (folded, "soutenu par");
}

/**
 * essaim_member_names:
 * @value: a name, or a list of names as readers give them
 *
 * Returns: (transfer full) (nullable): the names as a line, with commas; dates between them are left out
 */
char *
essaim_member_names (const char *value)
{
  g_auto (GStrv) items = NULL;
  g_autoptr (GString) names = NULL;

  if (!is_list (value))
    return essaim_member_first (value);

  items = g_strsplit (value, "|", -1);
  names = g_string_new (NULL);
  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *date = essaim_text_parse_date (items[i]);

      if (date == NULL && !essaim_text_is_null (items[i]) && !is_heading (items[i]))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", g_strstrip (items[i]));
    }

  return names->len > 0 ? essaim_member_line (names->str, ESSAIM_TEXT_LINE_MAX) : NULL;
}

/**
 * essaim_member_text:
 * @value: a value, cleaned when it was read
 *
 * Returns: (transfer full): the value as paragraphs without markup
 */
char *
essaim_member_text (const char *value)
{
  g_autofree char *plain = may_be_html (value) ? essaim_text_strip_html (value) : NULL;
  g_autofree char *unmarked = essaim_markup_strip (plain != NULL ? plain : value);

  if (plain == NULL && unmarked == NULL)
    return g_strdup (value);

  return essaim_text_clean (unmarked != NULL ? unmarked : plain, -1, ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_LONG_MAX);
}

/* Where the last whole sentence ends before @end, or NULL. */
static const char *
find_last_sentence (const char *line,
                    const char *end)
{
  for (const char *p = end - 1; p > line + SENTENCES_MIN; p--)
    {
      if (*p == ' ' && strchr (".!?", p[-1]) != NULL)
        return p;
    }

  return NULL;
}

/**
 * essaim_member_summarise:
 * @text: a description without markup
 *
 * Returns: (transfer full): its first sentences, one line of at most %ESSAIM_SUMMARY_MAX characters; the whole where
 *   it is no longer; cut at a word where the first sentence is too long
 */
char *
essaim_member_summarise (const char *text)
{
  g_autofree char *unmarked = essaim_markup_strip (text);
  g_autofree char *line = essaim_member_line (unmarked != NULL ? unmarked : text, ESSAIM_SUMMARY_MAX);
  const char *end;

  /* What was cut ends in “…”. */
  if (!g_str_has_suffix (line, "…") || g_utf8_strlen (text, -1) <= ESSAIM_SUMMARY_MAX)
    return g_steal_pointer (&line);

  end = find_last_sentence (line, line + strlen (line));
  if (end != NULL)
    return g_strndup (line, end - line);

  end = strrchr (line, ' ');
  if (end == NULL)
    return g_steal_pointer (&line);

  line[end - line] = '\0';
  return g_strconcat (line, "…", NULL);
}

/**
 * essaim_member_date:
 * @value: a date, or the seconds since 1970 that OpenScraper and others have for one
 *
 * Milliseconds are no date: nobody can tell them from other numbers.
 *
 * Returns: (transfer full) (nullable): the date as `2024-05-31`, as far as it is known
 */
char *
essaim_member_date (const char *value)
{
  char *end;
  double seconds = g_ascii_strtod (value, &end);

  if (*end == '\0' && seconds >= EPOCH_MIN && seconds < EPOCH_MAX)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((gint64) seconds);

      return g_date_time_format (time, "%Y-%m-%d");
    }

  return essaim_text_parse_date (value);
}

/**
 * essaim_member_email:
 * @value: what may be an address of electronic mail, or several
 *
 * Returns: (transfer full) (nullable): the first that looks like one
 */
char *
essaim_member_email (const char *value)
{
  g_auto (GStrv) parts = NULL;

  if (strchr (value, '@') == NULL || strlen (value) > 4 * EMAIL_MAX)
    return NULL;

  parts = g_strsplit_set (value, " ;,|/\n<>()\"'=", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_str_has_prefix (parts[i], "mailto:") ? parts[i] + strlen ("mailto:") : parts[i];
      const char *at = strchr (part, '@');

      if (at != NULL && at > part && strchr (at + 1, '@') == NULL && strlen (part) <= EMAIL_MAX
          && strchr (at, '.') != NULL && at[1] != '.' && !g_str_has_suffix (part, "."))
        return g_strdup (part);
    }

  return NULL;
}

/* `4,73E+08`: spreadsheets write long numbers so, and most of the digits are lost. */
static gboolean
is_rounded (const char *value)
{
  const char *e = value + strspn (value, "0123456789.,");

  return e > value && g_ascii_toupper (*e) == 'E' && e[1] == '+';
}

/**
 * essaim_member_phone:
 * @value: what may be a telephone number, or several
 *
 * Returns: (transfer full) (nullable): the value as a line, if it is mostly digits: short numbers (`3949`) are welcome,
 *   those that a spreadsheet rounded (`4,73E+08`) are none
 */
char *
essaim_member_phone (const char *value)
{
  guint digits = 0, others = 0;

  for (const char *p = value; *p != '\0'; p++)
    {
      digits += g_ascii_isdigit (*p);
      others += g_ascii_isalpha (*p);
    }

  return digits >= 4 && others <= digits && !is_rounded (value) ? essaim_member_line (value, PHONE_MAX) : NULL;
}

/**
 * essaim_member_siret:
 * @value: what may be the number of an establishment
 *
 * Only its shape is checked here: old sources have numbers whose sum is wrong.
 *
 * Returns: (transfer full) (nullable): its 14 digits; none where they are all zeros
 */
char *
essaim_member_siret (const char *value)
{
  char digits[15];
  guint n = 0;

  for (const char *p = value; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && n < 14)
        digits[n++] = *p;
      else if (*p != ' ')
        return NULL;
    }
  digits[n] = '\0';

  return n == 14 && strspn (digits, "0") < 14 ? g_strdup (digits) : NULL;
}

/**
 * essaim_member_rna:
 * @value: what may be the number of an association in the national register
 *
 * Returns: (transfer full) (nullable): `W` and nine digits or capitals
 */
char *
essaim_member_rna (const char *value)
{
  if (strlen (value) != 10 || g_ascii_toupper (*value) != 'W')
    return NULL;

  for (const char *p = value + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p))
        return NULL;
    }

  return g_ascii_strup (value, -1);
}
