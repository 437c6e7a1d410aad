/* essaim-report-text.c: what became of one refresh, in the person's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many reasons for refusals are told, and of each so many lines; of the others a person learns the count. */
#define N_TOLD_REASONS 6
#define N_TOLD_LINES   5

/* The refusals for one reason. */
typedef struct
{
  /* Borrowed */
  const char *reason;

  /* Owned */
  GString    *lines;   /* the first of them */

  guint       n;
  guint       n_lines;
} Reason;

static void
add_move (GStrvBuilder *moves,
          guint         n,
          const char   *format)
{
  g_autofree char *move = n > 0 ? g_strdup_printf (format, n) : NULL;

  if (move != NULL)
    g_strv_builder_add (moves, move);
}

/**
 * essaim_report_dup_moves:
 * @report: a report
 *
 * Returns: (transfer full): what became of the records since the refresh before, as a list without what there is none
 *   of: `2 new, 1 no longer there`
 */
char *
essaim_report_dup_moves (const EssaimReport *report)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) moves = NULL;

  /* Translators: of records; a list of some of these five stands behind “Records:”. */
  add_move (builder, report->added, ngettext ("%'u new", "%'u new", report->added));
  add_move (builder, report->changed, ngettext ("%'u changed", "%'u changed", report->changed));
  add_move (builder, report->unchanged, ngettext ("%'u unchanged", "%'u unchanged", report->unchanged));
  add_move (builder, report->gone, ngettext ("%'u no longer there", "%'u no longer there", report->gone));
  add_move (builder, report->refused, ngettext ("%'u refused", "%'u refused", report->refused));
  moves = g_strv_builder_end (builder);

  return g_strjoinv (", ", moves);
}

static char *
make_headline (const EssaimReport *report)
{
  guint known = report->changed + report->unchanged + report->gone;
  g_autofree char *moves = NULL;

  if (known == 0 && report->refused == 0)
    return g_strdup_printf (ngettext ("%'u record was read.", "%'u records were read.", report->read), report->read);
  if (known == 0)
    return g_strdup_printf (ngettext ("%'u record was read: %'u taken, %'u refused.",
                                      "%'u records were read: %'u taken, %'u refused.", report->read),
                            report->read, report->added, report->refused);

  moves = essaim_report_dup_moves (report);

  return g_strdup_printf (ngettext ("%'u record was read: %s.", "%'u records were read: %s.", report->read),
                          report->read, moves);
}

/**
 * essaim_report_dup_message:
 * @report: a report
 *
 * Returns: (transfer full): its message, else what such an outcome says of itself
 */
char *
essaim_report_dup_message (const EssaimReport *report)
{
  if (report->message != NULL)
    return g_strdup (report->message);

  switch (report->outcome)
    {
    case ESSAIM_OUTCOME_IMPORTED:
      return make_headline (report);
    case ESSAIM_OUTCOME_UNCHANGED:
      return g_strdup (_("The source has not changed since the last refresh."));
    case ESSAIM_OUTCOME_REFUSED:
      return g_strdup (_("The source was refused; what was read before is kept."));
    case ESSAIM_OUTCOME_NEEDS_CONFIRMATION:
      return g_strdup (_("The source has lost many records; nothing was changed until you confirm."));
    case ESSAIM_OUTCOME_FAILED:
    default:
      return g_strdup (_("The source could not be refreshed; what was read before is kept."));
    }
}

static void
tell_themes (GString            *text,
             const EssaimReport *report)
{
  g_string_append_printf (text, ngettext ("%'u project has a theme.", "%'u projects have a theme.", report->themed),
                          report->themed);
  if (report->suggested > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%'u record names none: its theme is suggested by the words of its texts.",
                                        "%'u records name none: their themes are suggested by the words of their "
                                        "texts.",
                                        report->suggested),
                              report->suggested);
    }
  g_string_append_c (text, '\n');
}

static void
tell_counts (GString            *text,
             const EssaimReport *report)
{
  if (report->sites == report->projects)
    g_string_append_printf (text, ngettext ("%'u project.", "%'u projects.", report->projects), report->projects);
  else
    g_string_append_printf (text,
                            ngettext ("%'u project at %'u sites.", "%'u projects at %'u sites.", report->projects),
                            report->projects, report->sites);
  g_string_append_c (text, '\n');

  if (report->merged > 0)
    {
      g_string_append_printf (text, ngettext ("%'u record is of a project that is there already and was joined to it.",
                                              "%'u records are of projects that are there already and were joined to "
                                              "them.",
                                              report->merged),
                              report->merged);
      g_string_append_c (text, '\n');
    }

  tell_themes (text, report);
}

static void
tell_placements (GString            *text,
                 const EssaimReport *report)
{
  g_string_append_printf (text, "%s\n", _("Positions:"));
  for (guint i = 0; i < ESSAIM_N_PRECISIONS; i++)
    if (report->placed[i] > 0)
      {
        /* Translators: one line of a list, for example “Exact point: 1512”. */
        g_string_append_printf (text, C_("report", "  %s: %'u"), essaim_precision_get_label ((EssaimPrecision) i),
                                report->placed[i]);
        g_string_append_c (text, '\n');
      }
}

/* The lists of JSON have no lines to look at, only records. */
static gboolean
counts_lines (const EssaimReport *report)
{
  return g_strcmp0 (report->format, "json") != 0 && g_strcmp0 (report->format, "geojson") != 0;
}

static void
tell_place_of_warning (GString             *text,
                       const EssaimReport  *report,
                       const EssaimWarning *warning)
{
  guint count = warning->count, line = warning->first_line;

  if (line == 0 && count == 1)
    return;

  g_string_append_c (text, ' ');
  if (line == 0)
    g_string_append_printf (text, ngettext ("(%'u time)", "(%'u times)", count), count);
  else if (count == 1)
    /* Translators: stand behind the sentence of a warning; a record of a list has a number, a row of a table a line. */
    g_string_append_printf (text, counts_lines (report) ? _("(line %u)") : _("(record no. %u)"), line);
  else if (counts_lines (report))
    g_string_append_printf (text, ngettext ("(%'u time, first at line %u)", "(%'u times, first at line %u)", count),
                            count, line);
  else
    g_string_append_printf (text,
                            ngettext ("(%'u time, first in record no. %u)", "(%'u times, first in record no. %u)",
                                      count),
                            count, line);
}

static void
tell_warnings (GString            *text,
               const EssaimReport *report)
{
  if (report->warnings->len > 0)
    g_string_append_printf (text, "%s\n", _("To know:"));

  for (guint i = 0; i < report->warnings->len; i++)
    {
      const EssaimWarning *warning = report->warnings->pdata[i];

      g_string_append_printf (text, "  %s", warning->text);
      if (warning->example != NULL)
        {
          g_string_append_c (text, ' ');
          /* Translators: an example of what a warning says, taken from the file, for example “1004 → 01004”. */
          g_string_append_printf (text, _("Example: %s."), warning->example);
        }
      tell_place_of_warning (text, report, warning);
      g_string_append_c (text, '\n');
    }
}

static void
reason_free (Reason *reason)
{
  g_string_free (reason->lines, TRUE);
  g_free (reason);
}

static Reason *
get_reason (GPtrArray  *reasons,
            const char *text)
{
  Reason *added;

  for (guint i = 0; i < reasons->len; i++)
    {
      Reason *reason = reasons->pdata[i];

      if (g_str_equal (reason->reason, text))
        return reason;
    }

  added = g_new0 (Reason, 1);
  added->reason = text;
  added->lines = g_string_new (NULL);
  g_ptr_array_add (reasons, added);

  return added;
}

static int
compare_reasons (gconstpointer a,
                 gconstpointer b)
{
  const Reason *first = *(Reason * const *) a, *second = *(Reason * const *) b;

  return (first->n < second->n) - (first->n > second->n);
}

/* The most frequent reasons first. */
static GPtrArray *
group_refusals (const GPtrArray *refusals)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);

  for (guint i = 0; i < refusals->len; i++)
    {
      const EssaimRefusal *refusal = refusals->pdata[i];
      Reason *reason = get_reason (reasons, refusal->reason);

      reason->n++;
      if (refusal->line == 0 || ++reason->n_lines > N_TOLD_LINES)
        continue;
      g_string_append_printf (reason->lines, reason->lines->len > 0 ? ", %u" : "%u", refusal->line);
    }
  for (guint i = 0; i < reasons->len; i++)
    {
      Reason *reason = reasons->pdata[i];

      if (reason->n_lines > N_TOLD_LINES)
        g_string_append (reason->lines, " …");
    }
  g_ptr_array_sort (reasons, compare_reasons);

  return reasons;
}

static void
tell_reason (GString            *text,
             const EssaimReport *report,
             const Reason       *reason)
{
  g_string_append (text, "  ");
  if (reason->n_lines == 0)
    /* Translators: how many records were refused for a reason, then the reason, a sentence. */
    g_string_append_printf (text, _("%'u: %s"), reason->n, reason->reason);
  else if (counts_lines (report))
    /* Translators: how many records were refused for a reason, then the reason, a sentence, and where they are. */
    g_string_append_printf (text, ngettext ("%'u: %s (line %s)", "%'u: %s (lines %s)", reason->n_lines),
                            reason->n, reason->reason, reason->lines->str);
  else
    g_string_append_printf (text, ngettext ("%'u: %s (record no. %s)", "%'u: %s (records no. %s)", reason->n_lines),
                            reason->n, reason->reason, reason->lines->str);
  g_string_append_c (text, '\n');
}

static void
tell_refusals (GString            *text,
               const EssaimReport *report)
{
  g_autoptr (GPtrArray) reasons = group_refusals (report->refusals);
  guint n_all = MAX (report->refused, report->refusals->len);
  guint n_told = 0;

  if (reasons->len == 0)
    return;

  g_string_append_printf (text, ngettext ("%'u record refused:", "%'u records refused:", n_all), n_all);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < reasons->len && i < N_TOLD_REASONS; i++)
    {
      tell_reason (text, report, reasons->pdata[i]);
      n_told += ((Reason *) reasons->pdata[i])->n;
    }

  if (n_told < n_all)
    {
      g_string_append_printf (text, ngettext ("  … and %'u more.", "  … and %'u more.", n_all - n_told),
                              n_all - n_told);
      g_string_append_c (text, '\n');
    }
}

/* How accents are written is nothing to warn of: they are right. */
static void
tell_encoding (GString            *text,
               const EssaimReport *report)
{
  if (report->encoding == NULL || g_str_equal (report->encoding, "UTF-8"))
    return;

  /* Translators: the name of a character encoding. */
  g_string_append_printf (text, _("The accents of this file are written in an older way (%s); they were converted."),
                          report->encoding);
  g_string_append_c (text, '\n');
}

/**
 * essaim_report_to_text:
 * @report: a report
 *
 * Tells what became of the refresh: what happened, how many records and projects, how well they are placed, what was
 * repaired with an example, and why records were refused, with the first lines for each reason.
 *
 * Returns: (transfer full): lines of text in the person's language, without a newline at the end
 */
char *
essaim_report_to_text (const EssaimReport *report)
{
  GString *text = g_string_new (NULL);
  g_autofree char *message = essaim_report_dup_message (report);

  g_string_append_printf (text, "%s\n", message);
  if (report->outcome == ESSAIM_OUTCOME_IMPORTED)
    {
      tell_encoding (text, report);
      tell_counts (text, report);
      tell_placements (text, report);
    }
  tell_warnings (text, report);
  tell_refusals (text, report);
  g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}
