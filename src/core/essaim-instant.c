/* essaim-instant.c: ISO 8601 dates as numbers that compare fast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-instant.h"

#define SECONDS_PER_DAY 86400

/* Reads exactly @n digits at @text and moves it past them. */
static gboolean
read_digits (const char **text,
             guint        n,
             gint64      *number)
{
  const char *p = *text;

  *number = 0;
  for (guint i = 0; i < n; i++, p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      *number = *number * 10 + (*p - '0');
    }

  *text = p;
  return TRUE;
}

/* Reads @separator and two digits, where there are any. */
static gboolean
read_part (const char **text,
           char         separator,
           gint64      *number)
{
  const char *p = *text;

  if (*p != separator)
    return FALSE;

  p++;
  if (!read_digits (&p, 2, number))
    return FALSE;

  *text = p;
  return TRUE;
}

/* Days from 1970-01-01 in the Gregorian calendar. Years are counted from March, so that a leap day is a year's last. */
static gint64
count_days (gint64 year,
            gint64 month,
            gint64 day)
{
  gint64 march_year = month <= 2 ? year - 1 : year;
  gint64 march_month = (month + 9) % 12;
  gint64 day_of_year = (153 * march_month + 2) / 5 + day - 1;

  return march_year * 365 + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year - 719468;
}

/* Seconds east of Greenwich of what may follow a time: nothing, Z, or an offset. */
static gint64
read_offset (const char *text)
{
  gint64 hours = 0, minutes = 0;
  char sign = *text;

  if ((sign != '+' && sign != '-') || !read_part (&text, sign, &hours))
    return 0;
  if (!read_part (&text, ':', &minutes))
    read_digits (&text, 2, &minutes);

  return (sign == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
}

/**
 * essaim_instant_parse:
 * @iso: (nullable): a date of ISO 8601: `2024`, `2024-05`, `2024-05-31`, with a time or without
 *
 * A part that is missing is the first of its kind; a time without a zone is UTC.
 *
 * Returns: seconds since 1970-01-01T00:00:00Z, ESSAIM_NO_INSTANT when it is no date
 */
gint64
essaim_instant_parse (const char *iso)
{
  const char *p = iso;
  gint64 year, month = 1, day = 1, hour = 0, minute = 0, second = 0, offset = 0;

  if (p == NULL || !read_digits (&p, 4, &year))
    return ESSAIM_NO_INSTANT;

  if (read_part (&p, '-', &month) && read_part (&p, '-', &day) && (*p == 'T' || *p == ' '))
    if (read_part (&p, *p, &hour) && read_part (&p, ':', &minute))
      {
        if (read_part (&p, ':', &second) && *p == '.')
          do
            p++;
          while (g_ascii_isdigit (*p));
        offset = read_offset (p);
      }

  if (month < 1 || month > 12 || day < 1 || day > 31)
    return ESSAIM_NO_INSTANT;

  return count_days (year, month, day) * SECONDS_PER_DAY + (hour * 60 + minute) * 60 + second - offset;
}
