/* essaim-cli-sheet.c: `essaimctl feeds sheet`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-catalogue.h"
#include "essaim-cli-output.h"
#include "essaim-fetcher.h"
#include "essaim-json-members.h"
#include "essaim-quality-sheet.h"
#include "essaim-sync-inspect.h"

static gboolean
write_sheet (EssaimCli                 *cli,
             const EssaimSubscription  *feed,
             const EssaimReport        *report,
             const char                *path,
             GError                   **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) inspection = essaim_sync_inspect (cli->library, feed, essaim_cli_get_reference (cli, NULL),
                                                         cli->cancellable, &local_error);
  g_autofree char *address = feed->uri != NULL ? essaim_fetcher_redact (feed->uri) : NULL;
  const EssaimQualityFacts facts = {
    .title = feed->title,
    .address = address,
    .licence = feed->licence,
    .report = report,
    .inspection = inspection,
  };

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return essaim_quality_sheet_write (path, &facts, error);
}

/**
 * essaim_cli_write_sheet:
 * @cli: a run
 * @arguments: id of a feed, name of the file
 * @options: not looked at
 * @error: return location for an error
 *
 * Writes the quality sheet of a feed.
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_write_sheet (EssaimCli  *cli,
                        char      **arguments,
                        gpointer    options,
                        GError    **error)
{
  g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (cli->work, arguments[0], error);
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) local_error = NULL;

  if (feed == NULL)
    return FALSE;

  report = essaim_library_get_last_reading (cli->library, feed->id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (report == NULL)
    return essaim_cli_not_found (error, _("The source “%s” has not been read yet: refresh it first."), feed->title);
  if (!write_sheet (cli, feed, report, arguments[1], error))
    return FALSE;

  essaim_cli_say (cli, _("The quality sheet of “%s” is in “%s”.\n"), feed->title, arguments[1]);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "feed", feed->id);
      essaim_json_add_text (builder, "file", arguments[1]);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      essaim_cli_print_json (root);
    }

  return TRUE;
}
