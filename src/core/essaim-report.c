/* essaim-report.c: what became of one refresh, for the person and for scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-report.h"

#include <string.h>

static const char * const outcome_codes[] = {
  [ESSAIM_OUTCOME_IMPORTED] = "imported",
  [ESSAIM_OUTCOME_UNCHANGED] = "unchanged",
  [ESSAIM_OUTCOME_REFUSED] = "refused",
  [ESSAIM_OUTCOME_FAILED] = "failed",
  [ESSAIM_OUTCOME_NEEDS_CONFIRMATION] = "needs-confirmation",
};

static void
warning_free (EssaimWarning *warning)
{
  g_free (warning->code);
  g_free (warning->example);
  g_free (warning->text);
  g_free (warning);
}

static void
refusal_free (EssaimRefusal *refusal)
{
  g_free (refusal->reason);
  g_free (refusal);
}

/**
 * essaim_report_new:
 * @feed: (nullable): the id of the feed
 *
 * Returns: (transfer full): a report of a refresh that has found nothing yet
 */
EssaimReport *
essaim_report_new (const char *feed)
{
  EssaimReport *report = g_new0 (EssaimReport, 1);

  report->feed = g_strdup (feed);
  report->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);
  report->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify) refusal_free);

  return report;
}

/**
 * essaim_report_free:
 * @report: (transfer full): a report
 */
void
essaim_report_free (EssaimReport *report)
{
  g_free (report->feed);
  g_free (report->message);
  g_free (report->format);
  g_free (report->encoding);
  g_free (report->delimiter);
  g_free (report->date);
  g_ptr_array_unref (report->warnings);
  g_ptr_array_unref (report->refusals);
  g_free (report);
}

/**
 * essaim_report_warn:
 * @report: a report
 * @code: what it is about, stable, for scripts: `bad-encoding`, `former-commune`, `swapped-axes` …
 * @line: line of the file or number of the record, from 1; 0 without
 * @text: what it is about, for the person
 *
 * Adds a warning. A code that was there already is counted once more and keeps its first line and text.
 */
void
essaim_report_warn (EssaimReport *report,
                    const char   *code,
                    guint         line,
                    const char   *text)
{
  essaim_report_warn_with (report, code, 1, line, NULL, text);
}

/**
 * essaim_report_warn_with:
 * @report: a report
 * @code: what it is about, as for essaim_report_warn()
 * @count: how many times at once, from 1
 * @line: where the first of them is; 0 without
 * @example: (nullable): one of them as it stands in the file, and what became of it: `1004 → 01004`
 * @text: what it is about, for the person
 *
 * Adds a warning that stands for several, with an example. The first line, example and text of a code are kept.
 */
void
essaim_report_warn_with (EssaimReport *report,
                         const char   *code,
                         guint         count,
                         guint         line,
                         const char   *example,
                         const char   *text)
{
  EssaimWarning *added;

  for (guint i = 0; i < report->warnings->len; i++)
    {
      EssaimWarning *warning = report->warnings->pdata[i];

      if (g_str_equal (warning->code, code))
        {
          warning->count += count;
          if (warning->example == NULL)
            warning->example = g_strdup (example);
          return;
        }
    }

  added = g_new0 (EssaimWarning, 1);
  added->code = g_strdup (code);
  added->count = count;
  added->first_line = line;
  added->example = g_strdup (example);
  added->text = g_strdup (text);
  g_ptr_array_add (report->warnings, added);
}

/**
 * essaim_report_refuse:
 * @report: a report
 * @line: line of the file or number of the record, from 1; 0 without
 * @format: a sentence: why the record cannot be taken
 * @...: what goes into it
 *
 * Counts a refused record, and keeps the reason of the first %ESSAIM_REPORT_MAX_REFUSALS.
 */
void
essaim_report_refuse (EssaimReport *report,
                      guint         line,
                      const char   *format,
                      ...)
{
  EssaimRefusal *refusal;
  va_list args;

  report->refused++;
  if (report->refusals->len >= ESSAIM_REPORT_MAX_REFUSALS)
    return;

  refusal = g_new0 (EssaimRefusal, 1);
  refusal->line = line;
  va_start (args, format);
  refusal->reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (report->refusals, refusal);
}

/**
 * essaim_report_fail:
 * @report: a report
 * @outcome: what came of the refresh
 * @message: one sentence: what happened, to which source, what to do
 *
 * Sets outcome and message; the last call counts.
 */
void
essaim_report_fail (EssaimReport  *report,
                    EssaimOutcome  outcome,
                    const char    *message)
{
  report->outcome = outcome;
  g_free (report->message);
  report->message = g_strdup (message);
}

static void
replace_text (char       **text,
              const char  *other)
{
  char *copy = g_strdup (other);

  g_free (*text);
  *text = copy;
}

/**
 * essaim_report_repeat:
 * @report: a report of a feed that is what it was
 * @last: the report of then
 *
 * Tells again what was told of the feed, where all records are unchanged now.
 */
void
essaim_report_repeat (EssaimReport       *report,
                      const EssaimReport *last)
{
  replace_text (&report->format, last->format);
  replace_text (&report->encoding, last->encoding);
  replace_text (&report->delimiter, last->delimiter);
  report->epsg = last->epsg;
  report->read = last->read;
  report->unchanged = last->added + last->changed + last->unchanged;
  report->projects = last->projects;
  report->sites = last->sites;
  report->merged = last->merged;
  report->themed = last->themed;
  report->suggested = last->suggested;
  memcpy (report->placed, last->placed, sizeof report->placed);
  if (report->bytes == 0)
    report->bytes = last->bytes;

  for (guint i = 0; i < last->warnings->len; i++)
    {
      const EssaimWarning *warning = last->warnings->pdata[i];

      essaim_report_warn_with (report, warning->code, warning->count, warning->first_line, warning->example,
                               warning->text);
    }
  for (guint i = 0; i < last->refusals->len; i++)
    {
      const EssaimRefusal *refusal = last->refusals->pdata[i];

      essaim_report_refuse (report, refusal->line, "%s", refusal->reason);
    }
  report->refused = last->refused;
}

/**
 * essaim_outcome_to_code:
 * @outcome: a value of the list
 *
 * Returns: the code in files and scripts
 */
const char *
essaim_outcome_to_code (EssaimOutcome outcome)
{
  return outcome_codes[outcome];
}

/**
 * essaim_outcome_from_code:
 * @code: (nullable): a code
 * @outcome: (out): the value of the list
 *
 * Returns: whether there is such a code
 */
gboolean
essaim_outcome_from_code (const char    *code,
                          EssaimOutcome *outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcome_codes); i++)
    if (g_strcmp0 (code, outcome_codes[i]) == 0)
      {
        *outcome = (EssaimOutcome) i;
        return TRUE;
      }

  return FALSE;
}
