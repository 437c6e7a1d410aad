/* essaim-refresh-outcome.c: what a refresh comes to, before it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-refresh-outcome.h"

#include <glib/gi18n-lib.h>

/* A feed with fewer records may lose some of them, or name them otherwise. */
#define ASK_MIN_RECORDS 10

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
tell_loss (const EssaimReport      *report,
           const EssaimRefreshLoss *loss)
{
  if (report->projects == 0 && report->refused > 0)
    return g_strdup_printf (_("“%s” had %'u records, and none that was read now can be kept; nothing was changed. Look at what "
                              "is read as what."), loss->title, loss->n_present);

  if (report->projects == 0)
    return g_strdup_printf (ngettext ("“%s” is empty now, where it had %'u record; nothing was changed. Accept the loss "
                                      "if it is meant.",
                                      "“%s” is empty now, where it had %'u records; nothing was changed. Accept the loss "
                                      "if it is meant.", loss->n_present), loss->title, loss->n_present);

  if (loss->is_doubtful && report->gone == loss->n_present)
    return g_strdup_printf (_("“%s” was read from another file, and none of its %'u records is in this one; nothing was "
                              "changed. Accept the loss if it is meant, or import the file as another source."),
                            loss->title, loss->n_present);

  return g_strdup_printf (_("“%s” has lost %'u of its %'u records; nothing was changed. Accept the loss if it is meant."),
                          loss->title, report->gone, loss->n_present);
}

static char *
tell_renamed (const EssaimRefreshLoss *loss)
{
  return g_strdup_printf (_("“%s” no longer has the field that its titles came from, and %'u of its %'u projects would get "
                            "other ones; nothing was changed. Look at what is read as what, or accept the change if it is "
                            "meant."), loss->title, loss->n_renamed, loss->n_stayed);
}

static char *
tell_import (const EssaimReport *report,
             const char         *title)
{
  g_autofree char *moves = NULL;

  if (report->changed + report->unchanged + report->gone == 0)
    return g_strdup_printf (ngettext ("“%s” was read: %'u record.", "“%s” was read: %'u records.", report->added),
                            title, report->added);

  moves = essaim_report_dup_moves (report);
  /* Translators: the title of a source, and a list as “2 new, 1 changed”. */
  return g_strdup_printf (_("“%s” was read. Records: %s."), title, moves);
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

/* Whether the server stopped before the last page: what is missing may still be there. */
static gboolean
is_cut (const EssaimReport *report)
{
  for (guint i = 0; i < report->warnings->len; i++)
    if (g_str_equal (((const EssaimWarning *) g_ptr_array_index (report->warnings, i))->code, "paging-stopped"))
      return TRUE;

  return FALSE;
}

/* Half a feed is not lost by accident; nor is all of it when nothing comes, or another file in the place of the one before. */
static gboolean
is_lost (const EssaimReport      *report,
         const EssaimRefreshLoss *loss)
{
  if (report->gone > 0 && is_cut (report))
    return TRUE;
  if (loss->n_present >= ASK_MIN_RECORDS && report->gone >= (loss->n_present + 1) / 2)
    return TRUE;

  return loss->n_present > 0 && report->gone == loss->n_present && (loss->is_doubtful || report->projects == 0);
}

/* Nor are half of its projects named anew because a column is. */
static gboolean
is_renamed (const EssaimRefreshLoss *loss)
{
  return loss->n_stayed >= ASK_MIN_RECORDS && loss->n_renamed >= (loss->n_stayed + 1) / 2;
}

static gboolean
ask (EssaimReport *report,
     char         *message)
{
  essaim_report_fail (report, ESSAIM_OUTCOME_NEEDS_CONFIRMATION, message);
  g_free (message);

  return TRUE;
}

/**
 * essaim_refresh_outcome_judge:
 * @report: counted and compared; gets outcome and message
 * @loss: what may be lost
 * @is_accepted: whether the person has said that it may be
 *
 * Returns: whether the person must be asked first
 */
gboolean
essaim_refresh_outcome_judge (EssaimReport            *report,
                              const EssaimRefreshLoss *loss,
                              gboolean                 is_accepted)
{
  guint n_moved = report->added + report->changed + report->gone;
  gboolean is_unchanged = n_moved == 0 && report->unchanged > 0;
  g_autofree char *message = NULL;

  if (!is_accepted && is_lost (report, loss))
    return ask (report, tell_loss (report, loss));
  if (!is_accepted && is_renamed (loss))
    return ask (report, tell_renamed (loss));

  if (is_unchanged)
    message = g_strdup_printf (_("“%s” has not changed."), loss->title);
  else
    message = n_moved > 0 ? tell_import (report, loss->title) : tell_nothing (report, loss->title);
  essaim_report_fail (report, is_unchanged ? ESSAIM_OUTCOME_UNCHANGED : ESSAIM_OUTCOME_IMPORTED, message);

  return FALSE;
}
