/* essaim-cli-report.c: what `import` and `refresh` say while a source is read and afterwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli-report.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "essaim-cli-output.h"

/* Whether somebody looks. */
static gboolean
is_shown (EssaimCli *cli)
{
  return !cli->quiet && isatty (STDERR_FILENO);
}

static void
show (const EssaimCliProgress *progress,
      const char              *text)
{
  if (!is_shown (progress->cli))
    return;

  if (progress->title != NULL)
    fprintf (stderr, "\r%s: %s…", progress->title, text);
  else
    fprintf (stderr, "\r%s…", text);
  fputs ("\033[K", stderr);
}

/**
 * essaim_cli_progress_read:
 * @read: records read so far
 * @total: of so many; 0 while it is not known
 * @progress: an `EssaimCliProgress`
 */
void
essaim_cli_progress_read (guint    read,
                          guint    total,
                          gpointer progress)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u record read", "%'u records read", read), read);

  show (progress, text);
}

/**
 * essaim_cli_progress_fetched:
 * @bytes: fetched so far
 * @total: of so many; 0 while it is not known
 * @progress: an `EssaimCliProgress`
 */
void
essaim_cli_progress_fetched (guint64  bytes,
                             guint64  total,
                             gpointer progress)
{
  g_autofree char *done = g_format_size (bytes);
  g_autofree char *all = total > 0 ? g_format_size (total) : NULL;
  /* Translators: how much of a file was fetched: “1.2 MB of 3 MB”. */
  g_autofree char *text = all != NULL ? g_strdup_printf (_("%s of %s"), done, all) : g_strdup (done);

  show (progress, text);
}

/**
 * essaim_cli_progress_end:
 * @cli: a run
 *
 * Clears the line.
 */
void
essaim_cli_progress_end (EssaimCli *cli)
{
  if (is_shown (cli))
    fputs ("\r\033[K", stderr);
}

/**
 * essaim_cli_report_is_good:
 * @report: what became of a source
 *
 * Returns: whether the source is as its server, or its file, has it
 */
gboolean
essaim_cli_report_is_good (const EssaimReport *report)
{
  return report->outcome == ESSAIM_OUTCOME_IMPORTED || report->outcome == ESSAIM_OUTCOME_UNCHANGED;
}

/* A failure's sentence goes to standard error; the lines that explain it are the report. What was read before the disk
 * was full or the program interrupted explains nothing. */
static void
print_text (EssaimCli          *cli,
            const EssaimReport *report)
{
  g_autofree char *text = essaim_report_to_text (report);
  const char *rest = text;

  if (!essaim_cli_report_is_good (report) && report->message != NULL && g_str_has_prefix (text, report->message))
    rest += strlen (report->message) + (text[strlen (report->message)] == '\n' ? 1 : 0);

  if (*rest != '\0' && report->outcome != ESSAIM_OUTCOME_FAILED)
    essaim_cli_say (cli, "%s\n", rest);
}

static gboolean
has_warning (const EssaimReport *report,
             const char         *code)
{
  for (guint i = 0; i < report->warnings->len; i++)
    if (g_str_equal (((const EssaimWarning *) report->warnings->pdata[i])->code, code))
      return TRUE;

  return FALSE;
}

/* Who has a wrong mapping is not told how to lose records. */
static const char *
get_way (const EssaimReport *report,
         gboolean            may_be_another)
{
  if (report->outcome != ESSAIM_OUTCOME_NEEDS_CONFIRMATION)
    return NULL;
  if (may_be_another && report->projects > 0)
    return _("To accept it, add --accept-shrink; if it is another source, name it with --feed.");
  if ((report->projects == 0 && report->refused > 0) || has_warning (report, "missing-field") ||
      has_warning (report, "lost-field"))
    return _("See its fields with “essaimctl inspect”, and say what they are with --mapping.");

  return _("To accept it, add --accept-shrink.");
}

static void
print_failure (const EssaimReport *report,
               gboolean            may_be_another)
{
  g_autofree char *text = g_strjoin (" ", report->message, get_way (report, may_be_another), NULL);

  essaim_cli_print_error (FALSE, text);
}

/**
 * essaim_cli_report_print:
 * @cli: a run
 * @report: what became of a source
 * @may_be_another: whether it was only taken for a source that is there
 */
void
essaim_cli_report_print (EssaimCli          *cli,
                         const EssaimReport *report,
                         gboolean            may_be_another)
{
  if (!essaim_cli_report_is_good (report))
    print_failure (report, may_be_another);
  print_text (cli, report);
}
