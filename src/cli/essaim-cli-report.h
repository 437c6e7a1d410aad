/* essaim-cli-report.h: what `import` and `refresh` say while a source is read and afterwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimCliProgress: one line on the terminal; zeroed but for the run. For the progress functions of essaim-sync.h. */
typedef struct
{
  EssaimCli  *cli;
  const char *title;    /* (nullable): of the source, where there are several */
} EssaimCliProgress;

void     essaim_cli_progress_read     (guint read, guint total, gpointer progress);
void     essaim_cli_progress_fetched  (guint64 bytes, guint64 total, gpointer progress);
void     essaim_cli_progress_end      (EssaimCli *cli);

gboolean essaim_cli_report_is_good    (const EssaimReport *report);   /* imported or unchanged */
/* Its sentence where it failed, on standard error; else all of it, for people: a script gets the document. */
void     essaim_cli_report_print      (EssaimCli *cli, const EssaimReport *report, gboolean may_be_another);

G_END_DECLS
