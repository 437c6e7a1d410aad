/* essaim-refresh-outcome.c: what a refresh comes to, before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-refresh-outcome.h"

#include <glib/gi18n-lib.h>

/* A feed with fewer records may lose any number of them. */
#define SHRINK_MIN_RECORDS 10

/* A project has a theme when any of its rows has. */
static gboolean
is_themed (EssaimStaging *staging,
           guint32        head)
{
  for (guint32 i = head; i != ESSAIM_NONE; i = essaim_staging_get (staging, i)->next)
    if (essaim_staging_get (staging, i)->themes != 0)
      return TRUE;

  return FALSE;
}

/**
 * essaim_refresh_outcome_count:
 * @report: gets projects, sites, merged, placed and themed
 * @staging: all rows of a refresh, grouped
 *
 * Counts what the feed holds now, written or not.
 */
void
essaim_refresh_outcome_count (EssaimReport  *report,
                              EssaimStaging *staging)
{
  guint n = essaim_staging_get_n (staging);

  for (guint i = 0; i < n; i++)
    {
      const EssaimStaged *row = essaim_staging_get (staging, i);

      if ((row->flags & ESSAIM_STAGED_HEAD) != 0)
        {
          report->projects++;
          report->themed += is_themed (staging, i);
        }
      if ((row->flags & (ESSAIM_STAGED_HAS_SITE | ESSAIM_STAGED_REPEAT)) == ESSAIM_STAGED_HAS_SITE)
        {
          report->sites++;
          report->placed[row->precision]++;
        }
    }

  report->merged = n - report->projects;
}

static char *
tell_loss (const EssaimReport *report,
           const char         *title,
           gboolean            is_doubtful)
{
  guint n_present = report->gone + report->unchanged + report->changed;

  if (report->projects == 0)
    return g_strdup_printf (ngettext ("“%s” is empty now, where it had %'u record; nothing was changed. Accept the loss "
                                      "if it is meant.",
                                      "“%s” is empty now, where it had %'u records; nothing was changed. Accept the loss "
                                      "if it is meant.", n_present), title, n_present);

  if (is_doubtful && report->gone == n_present)
    return g_strdup_printf (_("“%s” was read from another file, and none of its %u records is in this one; nothing was "
                              "changed. Accept the loss if it is meant, or import the file as another source."),
                            title, n_present);

  return g_strdup_printf (_("“%s” has lost %u of its %u records; nothing was changed. Accept the loss if it is meant."),
                          title, report->gone, n_present);
}

static char *
tell_import (const EssaimReport *report,
             const char         *title)
{
  if (report->changed + report->unchanged + report->gone == 0)
    return g_strdup_printf (ngettext ("“%s” was read: %'u record", "“%s” was read: %'u records", report->added),
                            title, report->added);

  return g_strdup_printf (_("“%s” was read: %'u new, %'u changed, %'u unchanged, %'u no longer there"), title,
                          report->added, report->changed, report->unchanged, report->gone);
}

/* Where there was nothing and nothing came, nothing is unchanged. */
static char *
tell_nothing (const EssaimReport *report,
              const char         *title)
{
  if (report->refused == 0)
    return g_strdup_printf (_("“%s” has no records."), title);

  return g_strdup_printf (ngettext ("No record of “%s” could be kept: %u was refused.",
                                    "No record of “%s” could be kept: %u were refused.", report->refused),
                          title, report->refused);
}

/* Half a feed is not lost by accident; nor is all of it when nothing comes, or another file in the place of the one before. */
static gboolean
needs_confirmation (const EssaimReport *report,
                    guint               n_present,
                    gboolean            is_doubtful)
{
  if (n_present >= SHRINK_MIN_RECORDS && report->gone >= (n_present + 1) / 2)
    return TRUE;

  return n_present > 0 && report->gone == n_present && (is_doubtful || report->projects == 0);
}

/**
 * essaim_refresh_outcome_judge:
 * @report: counted and compared; gets outcome and message
 * @title: of the feed
 * @n_present: its records before
 * @is_doubtful: whether it may be another feed
 * @accept_shrink: whether it may lose half of its records or more
 *
 * Returns: whether the person must be asked first
 */
gboolean
essaim_refresh_outcome_judge (EssaimReport *report,
                              const char   *title,
                              guint         n_present,
                              gboolean      is_doubtful,
                              gboolean      accept_shrink)
{
  guint n_moved = report->added + report->changed + report->gone;
  g_autofree char *message = NULL;

  if (!accept_shrink && needs_confirmation (report, n_present, is_doubtful))
    {
      message = tell_loss (report, title, is_doubtful);
      essaim_report_fail (report, ESSAIM_OUTCOME_NEEDS_CONFIRMATION, message);
      return TRUE;
    }

  if (n_moved > 0)
    message = tell_import (report, title);
  else if (report->unchanged > 0)
    message = g_strdup_printf (_("“%s” has not changed."), title);
  else
    message = tell_nothing (report, title);
  essaim_report_fail (report, n_moved == 0 && report->unchanged > 0 ? ESSAIM_OUTCOME_UNCHANGED : ESSAIM_OUTCOME_IMPORTED,
                      message);

  return FALSE;
}
