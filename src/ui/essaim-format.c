/* essaim-format.c: numbers, amounts and dates as a person reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/**
 * essaim_format_number:
 * @number: a count
 *
 * Returns: (transfer full): the count with the thousands grouped as the locale has it
 */
char *
essaim_format_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

/**
 * essaim_format_euros:
 * @amount: in euros; NAN when not known
 *
 * Returns: (transfer full) (nullable): the amount in whole euros, in millions from ten millions on; NULL when not known
 */
char *
essaim_format_euros (double amount)
{
  if (isnan (amount))
    return NULL;

  /* Translators: an amount in millions of euros, with a no-break space before the unit where the language has one. */
  if (fabs (amount) >= 1e7)
    return g_strdup_printf (_("€%.1f M"), amount / 1e6);

  /* Translators: an amount in euros; keep %'.0f (the number with its thousands grouped). */
  return g_strdup_printf (_("€%'.0f"), amount);
}

/**
 * essaim_format_euros_short:
 * @amount: in euros; NAN when not known
 *
 * Returns: (transfer full) (nullable): the amount where there is little room, in thousands from ten thousands on, in
 *   millions from one million on; NULL when not known
 */
char *
essaim_format_euros_short (double amount)
{
  if (isnan (amount))
    return NULL;

  /* Not 1,000 thousands. */
  if (fabs (amount) >= 999500)
    return g_strdup_printf (_("€%.1f M"), amount / 1e6);
  /* Translators: an amount in thousands of euros. */
  if (fabs (amount) >= 1e4)
    return g_strdup_printf (_("€%.0f k"), amount / 1e3);

  return essaim_format_euros (amount);
}

/**
 * essaim_format_rate:
 * @rate: for 10,000 inhabitants, 0 or more
 *
 * Returns: (transfer full): the rate with one decimal; what is more than nothing does not read as nothing
 */
char *
essaim_format_rate (double rate)
{
  /* Translators: less than a tenth. */
  if (rate > 0 && rate < 0.05)
    return g_strdup_printf (_("< %.1f"), 0.1);

  return g_strdup_printf ("%'.1f", rate);
}

/**
 * essaim_format_distance:
 * @km: kilometres, 0 or more
 *
 * Returns: (transfer full): the distance in whole kilometres
 */
char *
essaim_format_distance (double km)
{
  /* Translators: a distance in kilometres, with a no-break space before the unit. */
  return km < 0.5 ? g_strdup (_("< 1 km")) : g_strdup_printf (_("%'.0f km"), km);
}

/**
 * essaim_format_phone:
 * @phone: (nullable): as a feed writes it
 *
 * Returns: (transfer full) (nullable): a French number in pairs, as the French read it; any other as it is
 */
char *
essaim_format_phone (const char *phone)
{
  g_auto (GStrv) parts = phone != NULL ? g_strsplit_set (phone, " .-", -1) : NULL;
  g_autofree char *number = parts != NULL ? g_strjoinv ("", parts) : NULL;
  gboolean abroad = number != NULL && g_str_has_prefix (number, "+33");
  const char *rest = number != NULL ? number + strlen (abroad ? "+33" : "") : NULL;
  g_autoptr (GString) pairs = NULL;

  if (rest == NULL || strlen (rest) != (abroad ? 9 : 10) || strspn (rest, "0123456789") != strlen (rest) ||
      abroad == (*rest == '0'))
    return g_strdup (phone);

  /* “01 23…”, or “+33 1 23…”. */
  pairs = g_string_new (abroad ? "+33\u202f" : "");
  for (gsize n = strlen (rest); n > 0; rest++, n--)
    {
      g_string_append_c (pairs, *rest);
      if (n % 2 == 1 && n > 1)
        g_string_append (pairs, "\u202f");
    }

  return g_string_free (g_steal_pointer (&pairs), FALSE);
}

/* (nullable): the day that an ISO 8601 date begins with */
static GDateTime *
parse_day (const char *iso)
{
  int year, month, day;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return NULL;

  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

/* As g_date_time_format, but the first of a month may be told otherwise than the other days: “1er octobre”. */
static char *
format_date (GDateTime  *date,
             const char *format)
{
  g_autoptr (GString) with_first = g_string_new (format);

  /* Translators: the number of a day that is the first of its month, as it stands in a date: in French “%-der”. */
  if (g_date_time_get_day_of_month (date) == 1)
    g_string_replace (with_first, "%-d", C_("first of the month", "%-d"), 0);

  return g_date_time_format (date, with_first->str);
}

/* The year is said when it is not this one. */
static char *
format_near (const char *iso,
             const char *this_year,
             const char *other_year)
{
  g_autoptr (GDateTime) date = parse_day (iso);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (date == NULL)
    return NULL;

  return format_date (date, g_date_time_get_year (date) == g_date_time_get_year (now) ? this_year : other_year);
}

/**
 * essaim_format_day:
 * @iso: (nullable): a date in ISO 8601
 *
 * Returns: (transfer full) (nullable): the day, short, with the day of the week
 */
char *
essaim_format_day (const char *iso)
{
  /* Translators: a day as in “Thu 26 Nov”, then the same in another year (see g_date_time_format). */
  return format_near (iso, C_("day", "%a %-d %b"), C_("day", "%a %-d %b %Y"));
}

/**
 * essaim_format_short_day:
 * @iso: (nullable): a date in ISO 8601
 *
 * Returns: (transfer full) (nullable): the day, short
 */
char *
essaim_format_short_day (const char *iso)
{
  /* Translators: a day as in “12 Oct”, then the same in another year (see g_date_time_format). */
  return format_near (iso, C_("day", "%-d %b"), C_("day", "%-d %b %Y"));
}

/**
 * essaim_format_near_date:
 * @iso: (nullable): a date in ISO 8601
 *
 * Returns: (transfer full) (nullable): the day in words
 */
char *
essaim_format_near_date (const char *iso)
{
  /* Translators: a day as in “12 October”, then the same in another year (see g_date_time_format). */
  return format_near (iso, C_("day", "%-d %B"), C_("day", "%-d %B %Y"));
}

/**
 * essaim_format_date:
 * @iso: (nullable): a date in ISO 8601, with or without a time, or only a month or a year
 *
 * Returns: (transfer full) (nullable): the day or the month in words, or what was given when it is only a year
 */
char *
essaim_format_date (const char *iso)
{
  g_autoptr (GDateTime) date = parse_day (iso);
  g_autofree char *first = NULL;
  g_autoptr (GDateTime) month = NULL;

  if (iso == NULL || *iso == '\0')
    return NULL;

  /* Translators: a day as in “14 November 2026” (see g_date_time_format). */
  if (date != NULL)
    return format_date (date, _("%-d %B %Y"));

  if (strlen (iso) == strlen ("2026-11"))
    first = g_strconcat (iso, "-01", NULL);
  month = parse_day (first);

  /* Translators: a month as in “November 2026” (see g_date_time_format). */
  return month != NULL ? g_date_time_format (month, _("%B %Y")) : g_strdup (iso);
}
