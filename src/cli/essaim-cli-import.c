/* essaim-cli-import.c: `essaimctl import`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-cli-report.h"
#include "essaim-store-error.h"
#include "essaim-sync.h"
#include "essaim-text.h"

static gboolean
is_feed_id (const char *id)
{
  g_autofree char *slug = essaim_text_slug (id);

  return g_str_equal (slug, id);
}

static EssaimReport *
import_source (EssaimCli               *cli,
               const char              *source,
               const EssaimSyncOptions *options,
               GError                 **error)
{
  EssaimLibrary *library = essaim_cli_get_library (cli, error);
  EssaimWork *work = library == NULL ? NULL : options->dry_run ? essaim_cli_get_work (cli, error)
                                                               : essaim_cli_get_work_to_change (cli, error);
  EssaimCliProgress progress = { .cli = cli };
  EssaimSyncOptions all = *options;
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) local_error = NULL;

  if (work == NULL)
    return NULL;

  essaim_cli_watch_interrupt (cli);
  all.fetch_progress = essaim_cli_progress_fetched;
  report = essaim_sync_import_full (library, work, cli->reference, source, &all, essaim_cli_progress_read, &progress,
                                    cli->cancellable, &local_error);
  essaim_cli_progress_end (cli);
  if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (local_error != NULL)
    cli->status = essaim_cli_exit_of_error (local_error);
  else if (!essaim_cli_report_is_good (report))
    cli->status = ESSAIM_CLI_EXIT_FAILED;

  return g_steal_pointer (&report);
}

/**
 * essaim_cli_import:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether there is a report
 */
gboolean
essaim_cli_import (EssaimCli               *cli,
                   const EssaimCliCommand  *command,
                   char                   **argv,
                   GError                 **error)
{
  g_autofree char *feed = NULL;
  g_autofree char *format = NULL;
  g_autofree char *mapping = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (EssaimReport) report = NULL;
  EssaimSyncOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "feed", 0, 0, G_OPTION_ARG_FILENAME, &feed, N_("The source that this is (by default from its name)"), N_("ID") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("csv, geojson or json (by default from what is in it)"),
      N_("NAME") },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &mapping, N_("Which field is what, as a JSON file (by default guessed)"),
      N_("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Report only; keep nothing"), NULL },
    { "accept-shrink", 0, 0, G_OPTION_ARG_NONE, &options.accept_shrink,
      N_("Accept that half of the records or more are gone"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!essaim_cli_parse (cli, command, entries, argv, 1, 1, &arguments, error))
    return FALSE;
  if (feed != NULL && !is_feed_id (feed))
    return essaim_cli_usage (error, _("“%s” is not an id: use small letters, digits and dashes."), feed);
  if (format != NULL && !g_strv_contains ((const char *[]) { "csv", "geojson", "json", NULL }, format))
    return essaim_cli_usage (error, _("“%s” is not a format: use csv, geojson or json."), format);

  options.feed = feed;
  options.format = format;
  options.mapping_path = mapping;
  report = import_source (cli, arguments[0], &options, error);
  if (report == NULL)
    return FALSE;

  essaim_cli_report_print (cli, report, options.feed == NULL && options.mapping_path == NULL);
  if (cli->json)
    {
      g_autoptr (JsonNode) node = essaim_report_to_json (report);

      essaim_cli_print_json (node);
    }

  return TRUE;
}
