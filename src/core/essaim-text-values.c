/* essaim-text-values.c: numbers, dates and nothing at all, as feeds write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <math.h>
#include <string.h>

/* More digits than any amount or coordinate has; longer texts are no numbers. */
#define NUMBER_MAX 64

/* The longest word for no value, in bytes, and the bytes that such words begin with; \xE2 is that of dashes. */
#define NULL_TOKEN_MAX 16
#define NULL_TOKEN_STARTS "nNdD#-\xE2"

/* A date outside these years is a filler (0000, 0001, 9999), not a fact. */
#define FIRST_YEAR 1500
#define LAST_YEAR 2200

/**
 * essaim_text_is_null:
 * @text: (nullable): a value as read
 *
 * Knows the words by which feeds say that they have no value: an empty text, `NULL`, `NA`, `N/A`, `NR`, `#N/D`, `#N/A`,
 * `#REF!`, `#VALEUR!`, `default`, `default?`, `None`, `NaN`, `non renseigné`, dashes. Capitals do not matter, blanks
 * at either end neither.
 *
 * Returns: whether @text says nothing
 */
gboolean
essaim_text_is_null (const char *text)
{
  static const char * const tokens[] = {
    "null", "na", "n/a", "nr", "n/r", "nc", "n/c", "nd", "n/d", "#n/d", "#n/a", "#ref!", "#valeur!", "#value!",
    "default", "default?", "none", "nan", "-", "--", "–", "—", "non renseigné", "non renseignée", "non renseigne",
  };
  gsize length;

  if (text == NULL)
    return TRUE;

  text += strspn (text, " \t\r\n");
  length = strlen (text);
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;

  if (length == 0)
    return TRUE;

  /* Asked of every field of every record: most answer here. */
  if (length > NULL_TOKEN_MAX || strchr (NULL_TOKEN_STARTS, text[0]) == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    if (g_ascii_strncasecmp (text, tokens[i], length) == 0 && tokens[i][length] == '\0')
      return TRUE;

  return FALSE;
}

/* The blank or apostrophe that groups digits, at @p: its length in bytes, or 0. */
static guint
group_mark_length (const char *p)
{
  static const char * const marks[] = { " ", "'", "\u00A0", "\u202F", "\u2009", "\u2007", "’" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]))
      return strlen (marks[i]);

  return 0;
}

/* What stands behind an amount: a factor, or 0 for anything but a currency. */
static double
parse_unit (const char *unit)
{
  static const struct { const char *name; double factor; } units[] = {
    { "", 1 }, { "€", 1 }, { "eur", 1 }, { "euro", 1 }, { "euros", 1 }, { "k€", 1e3 }, { "keur", 1e3 }, { "m€", 1e6 },
  };

  for (unit += strspn (unit, " "); group_mark_length (unit) > 0;)
    unit += group_mark_length (unit);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (unit, units[i].name) == 0)
      return units[i].factor;

  return 0;
}

/* Copies the digits, points and commas of a number, a blank for each group mark; returns where the rest begins. */
static const char *
copy_number (const char *p,
             char       *copy)
{
  guint n = 0;

  while (*p != '\0' && n < NUMBER_MAX)
    {
      guint mark = group_mark_length (p);

      if (g_ascii_isdigit (*p) || *p == '.' || *p == ',')
        copy[n++] = *p++;
      else if (mark > 0 && n > 0 && g_ascii_isdigit (copy[n - 1]) && g_ascii_isdigit (p[mark]))
        {
          copy[n++] = ' ';
          p += mark;
        }
      else
        break;
    }

  copy[n] = '\0';
  return p;
}

static guint
count (const char *text,
       char        c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;

  return n;
}

/* The character that begins the decimals: NUL where there are none; FALSE where it cannot be told. */
static gboolean
find_decimal_mark (const char *number,
                   char       *mark)
{
  guint points = count (number, '.'), commas = count (number, ',');
  gboolean has_blanks = strchr (number, ' ') != NULL;

  if (points > 0 && commas > 0)
    *mark = strrchr (number, '.') > strrchr (number, ',') ? '.' : ',';
  else
    *mark = points == 1 ? '.' : commas == 1 ? ',' : '\0';

  if (*mark != '\0' && count (number, *mark) != 1)
    return FALSE;

  /* Two ways to group digits in one number: no number. */
  return (points > 0 && *mark != '.') + (commas > 0 && *mark != ',') + has_blanks <= 1;
}

/* Takes the group marks out, each of which must stand before exactly three digits; the decimal mark becomes a point. */
static gboolean
normalize_number (char *number,
                  char  decimal)
{
  gboolean is_fraction = FALSE;
  char *to = number;

  for (const char *p = number; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        *to++ = *p;
      else if (*p == decimal)
        {
          is_fraction = TRUE;
          *to++ = '.';
        }
      else if (is_fraction || p == number || strspn (p + 1, "0123456789") != 3)
        return FALSE;
    }

  *to = '\0';
  return strpbrk (number, "0123456789") != NULL;
}

static const char *
skip_exponent (const char *p,
               long       *exponent)
{
  const char *digits = p + 1 + (p[0] != '\0' && (p[1] == '-' || p[1] == '+'));

  if ((*p != 'e' && *p != 'E') || !g_ascii_isdigit (*digits))
    return p;

  *exponent = g_ascii_strtoll (p + 1, NULL, 10);
  return digits + strspn (digits, "0123456789");
}

/**
 * essaim_text_parse_number:
 * @text: (nullable): a number as a feed writes it
 * @number: (out): the number, untouched where there is none
 *
 * Reads numbers of both habits, whatever the locale: `21 667,00 €` (with any kind of blank), `3 000`, `1500.0`,
 * `1,234,567.89`, `1.234.567`, `-4,5`, `1.5e3`, `12 k€`. One point or comma alone begins the decimals: `1.234` is
 * less than two. Percentages, ranges, other units, NaN and infinities are no numbers.
 *
 * Returns: whether @text is a number
 */
gboolean
essaim_text_parse_number (const char *text,
                          double     *number)
{
  char copy[NUMBER_MAX + 1], sign = '+', decimal;
  const char *rest;
  long exponent = 0;
  double factor, value;

  if (text == NULL)
    return FALSE;

  text += strspn (text, " \t\r\n");
  while (*text != '\0' && group_mark_length (text) > 0)
    text += group_mark_length (text);

  if (*text == '-' || *text == '+')
    sign = *text++;
  else if (g_str_has_prefix (text, "−"))
    {
      sign = '-';
      text += strlen ("−");
    }
  else if (g_str_has_prefix (text, "€"))
    text += strlen ("€") + strspn (text + strlen ("€"), " ");

  rest = skip_exponent (copy_number (text, copy), &exponent);
  g_autofree char *unit = g_strndup (rest, strnlen (rest, 32));
  factor = parse_unit (g_strchomp (unit));
  if (factor == 0 || ABS (exponent) > 400 || !find_decimal_mark (copy, &decimal) || !normalize_number (copy, decimal))
    return FALSE;

  g_autofree char *plain = g_strdup_printf ("%se%ld", copy, exponent);
  value = g_ascii_strtod (plain, NULL) * factor;
  if (!isfinite (value))
    return FALSE;

  *number = sign == '-' ? -value : value;
  return TRUE;
}

/* A date of one to four digits, a mark, …: how many digits each part has. */
typedef struct
{
  guint value[3];
  guint digits[3];
  guint n;
  char  mark;
} DateParts;

/* Reads up to three numbers with the same mark between them; returns where the rest begins. */
static const char *
read_date_parts (const char *p,
                 DateParts  *parts)
{
  for (parts->n = 0; parts->n < 3 && g_ascii_isdigit (*p);)
    {
      guint digits = strspn (p, "0123456789");

      if (digits > 4)
        return p;

      parts->digits[parts->n] = digits;
      parts->value[parts->n++] = g_ascii_strtoull (p, NULL, 10);
      p += digits;
      if (parts->n == 3 || *p == '\0' || strchr ("-/.", *p) == NULL || (parts->n == 2 && *p != parts->mark) ||
          !g_ascii_isdigit (p[1]))
        break;
      parts->mark = *p++;
    }

  return p;
}

static char *
format_date (guint year,
             guint month,
             guint day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, (GDateMonth) month, year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static char *
format_year (guint year)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR ? g_strdup_printf ("%04u", year) : NULL;
}

/* `20230131`: the basic format of ISO 8601. */
static char *
parse_compact_date (const char *text)
{
  guint number;

  if (strlen (text) != 8 || strspn (text, "0123456789") != 8)
    return NULL;

  number = g_ascii_strtoull (text, NULL, 10);
  return format_date (number / 10000, number / 100 % 100, number % 100);
}

/* The number of a month named in French or English, or 0. */
static guint
find_month (const char *word)
{
  static const char * const names[][4] = {
    { "janvier", "janv", "jan", "january" }, { "fevrier", "fevr", "fev", "february" }, { "mars", "mar", "march", NULL },
    { "avril", "avr", "apr", "april" }, { "mai", "may", NULL }, { "juin", "jun", "june", NULL },
    { "juillet", "juil", "jul", "july" }, { "aout", "aou", "aug", "august" },
    { "septembre", "sept", "sep", "september" }, { "octobre", "oct", "october", NULL },
    { "novembre", "nov", "november", NULL }, { "decembre", "dec", "december", NULL },
  };

  for (guint month = 0; month < G_N_ELEMENTS (names); month++)
    for (guint i = 0; i < G_N_ELEMENTS (names[month]) && names[month][i] != NULL; i++)
      if (g_str_equal (word, names[month][i]))
        return month + 1;

  return 0;
}

/* `15`, `1er`: the day of a month, or 0. */
static guint
parse_day (const char *word)
{
  gsize digits = strspn (word, "0123456789");

  if (digits < 1 || digits > 2 || (word[digits] != '\0' && !g_str_equal (word + digits, "er")))
    return 0;

  return g_ascii_strtoull (word, NULL, 10);
}

/* What may stand before the day. */
static gboolean
is_word_before_date (const char *word)
{
  static const char * const words[] = {
    "", "le", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", NULL
  };

  return g_strv_contains (words, word);
}

/* The date of which the words before the year say day and month; a second month behind it makes a period of it. */
static char *
finish_worded_date (guint   day,
                    guint   month,
                    char  **words)
{
  gboolean is_year = strlen (words[0]) == 4 && strspn (words[0], "0123456789") == 4;
  guint year = is_year ? g_ascii_strtoull (words[0], NULL, 10) : 0;

  for (char **word = words; *word != NULL; word++)
    if (find_month (*word) > 0)
      return NULL;

  return day > 0 ? format_date (year, month, day) : format_year (year);
}

/* `15 janvier 2027`, `lundi 1er mars 2021 à 12 h`, `avr. 2019`. A value that was cut may end within a letter. */
static char *
parse_worded_date (const char *text)
{
  gboolean is_text = strpbrk (text, "0123456789") != NULL && g_utf8_validate (text, -1, NULL);
  g_autofree char *folded = is_text ? essaim_text_fold (text) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " .,-/", -1) : NULL;
  guint day = 0;

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      guint month = find_month (*word);

      if (month > 0)
        {
          do
            word++;
          while (*word != NULL && **word == '\0');
          return *word != NULL ? finish_worded_date (day, month, word) : NULL;
        }
      if (day > 0 ? **word != '\0' : !is_word_before_date (*word) && (day = parse_day (*word)) == 0)
        return NULL;
    }

  return NULL;
}

/**
 * essaim_text_parse_date:
 * @text: (nullable): a date as a feed writes it
 *
 * Reads `2020-06-30`, with or without a time behind it (`T…`, or a blank), `2020/06/30 14:16:50.898`, `20200630`,
 * `30/06/2020`, `30-6-2020`, `30.06.2020`, `2020-06`, `2020`, `2020.0`, `lundi 1er mars 2021`, `avr. 2019`. Of a month
 * only the year is kept. Fillers (0000, 9999), days that do not exist and counts of seconds are no dates.
 *
 * Returns: (transfer full) (nullable): the date as `yyyy-mm-dd` or `yyyy`, or %NULL
 */
char *
essaim_text_parse_date (const char *text)
{
  DateParts parts = { .n = 0 };
  const char *rest;

  if (text == NULL)
    return NULL;

  g_autofree char *trimmed = g_strstrip (g_strndup (text, strnlen (text, 64)));
  rest = read_date_parts (trimmed, &parts);

  if (parts.n == 3 && (*rest == '\0' || *rest == ' ' || *rest == 'T'))
    {
      if (parts.digits[0] == 4 && parts.digits[1] <= 2 && parts.digits[2] <= 2)
        return format_date (parts.value[0], parts.value[1], parts.value[2]);
      if (parts.digits[0] <= 2 && parts.digits[1] <= 2 && parts.digits[2] == 4)
        return format_date (parts.value[2], parts.value[1], parts.value[0]);
      return NULL;
    }

  if (parts.n == 0 && strspn (trimmed, "0123456789") == strlen (trimmed))
    return parse_compact_date (trimmed);
  if (parts.n < 2 && *rest != '\0')
    return parse_worded_date (trimmed);
  if (parts.digits[0] != 4 || *rest != '\0')
    return NULL;
  if (parts.n == 1 || (parts.digits[1] == 1 && parts.value[1] == 0 && parts.mark == '.'))
    return format_year (parts.value[0]);

  return parts.mark != '.' && parts.value[1] >= 1 && parts.value[1] <= 12 ? format_year (parts.value[0]) : NULL;
}
