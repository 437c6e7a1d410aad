/* essaim-format.c: numbers, amounts and dates as a person reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

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
 * essaim_format_date:
 * @iso: (nullable): a date in ISO 8601, with or without a time, or only a year
 *
 * Returns: (transfer full) (nullable): the day in words, or what was given when it is only a year
 */
char *
essaim_format_date (const char *iso)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (iso == NULL || *iso == '\0')
    return NULL;

  if (sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) == 3)
    date = g_date_time_new_local (year, month, day, 0, 0, 0);
  if (date == NULL)
    return g_strdup (iso);

  /* Translators: a day as in “14 November 2026” (see g_date_time_format). */
  return g_date_time_format (date, _("%-d %B %Y"));
}
