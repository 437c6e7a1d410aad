/* essaim-report.c: what became of one refresh, for the person and for scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-report.h"

#include <math.h>

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

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_counts (JsonBuilder        *builder,
            const EssaimReport *report)
{
  add_count (builder, "read", report->read);
  add_count (builder, "new", report->added);
  add_count (builder, "changed", report->changed);
  add_count (builder, "unchanged", report->unchanged);
  add_count (builder, "gone", report->gone);
  add_count (builder, "refused", report->refused);
  add_count (builder, "projects", report->projects);
  add_count (builder, "sites", report->sites);
  add_count (builder, "merged", report->merged);

  json_builder_set_member_name (builder, "placed");
  json_builder_begin_object (builder);
  for (guint i = 0; i < ESSAIM_N_PRECISIONS; i++)
    add_count (builder, essaim_precision_to_code ((EssaimPrecision) i), report->placed[i]);
  json_builder_end_object (builder);

  add_count (builder, "themed", report->themed);
}

static void
add_warnings (JsonBuilder     *builder,
              const GPtrArray *warnings)
{
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const EssaimWarning *warning = warnings->pdata[i];

      json_builder_begin_object (builder);
      add_text (builder, "code", warning->code);
      add_count (builder, "count", warning->count);
      if (warning->first_line > 0)
        add_count (builder, "first_line", warning->first_line);
      add_text (builder, "example", warning->example);
      add_text (builder, "text", warning->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_refusals (JsonBuilder     *builder,
              const GPtrArray *refusals)
{
  json_builder_set_member_name (builder, "refusals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < refusals->len; i++)
    {
      const EssaimRefusal *refusal = refusals->pdata[i];

      json_builder_begin_object (builder);
      if (refusal->line > 0)
        add_count (builder, "line", refusal->line);
      add_text (builder, "reason", refusal->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * essaim_report_to_json:
 * @report: a report
 *
 * The document of `essaimctl --json import`. What is not known (encoding, delimiter, a line) is absent.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
essaim_report_to_json (const EssaimReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *message = essaim_report_dup_message (report);

  json_builder_begin_object (builder);
  add_text (builder, "feed", report->feed);
  add_text (builder, "outcome", essaim_outcome_to_code (report->outcome));
  add_text (builder, "message", message);
  add_text (builder, "format", report->format);
  add_text (builder, "encoding", report->encoding);
  add_text (builder, "delimiter", report->delimiter);
  add_counts (builder, report);
  add_warnings (builder, report->warnings);
  add_refusals (builder, report->refusals);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, round (report->seconds * 1000) / 1000);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
