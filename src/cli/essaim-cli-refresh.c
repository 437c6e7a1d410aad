/* essaim-cli-refresh.c: `essaimctl refresh`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-bodies.h"
#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-cli-report.h"
#include "essaim-now.h"
#include "essaim-store-error.h"
#include "essaim-sync.h"

/* What the command line asks for. */
typedef struct
{
  gboolean accept_shrink;
  gboolean is_kept;      /* from what was last read, without network */
} Wish;

/* All named sources must be there before the first is read. */
static GPtrArray *
find_named (EssaimCli  *cli,
            char      **ids,
            GError    **error)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_subscription_free);

  for (; *ids != NULL; ids++)
    {
      EssaimSubscription *feed = essaim_work_get_feed (cli->work, *ids, error);

      if (feed == NULL)
        return NULL;
      g_ptr_array_add (feeds, feed);
    }

  return g_steal_pointer (&feeds);
}

/* Those that are due, or of which something is kept. */
static GPtrArray *
find_due (EssaimCli   *cli,
          const Wish  *wish,
          GError     **error)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (cli->work, error);
  g_autofree char *now = essaim_now ();
  g_auto (GStrv) due = feeds != NULL ? essaim_sync_list_due (cli->library, cli->work, now, error) : NULL;

  if (due == NULL)
    return NULL;

  for (guint i = feeds->len; i > 0; i--)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i - 1);

      if (wish->is_kept ? !essaim_bodies_has (essaim_cli_get_data_dir (cli), feed->id) : !g_strv_contains ((const char * const *) due, feed->id))
        g_ptr_array_remove_index (feeds, i - 1);
    }

  return g_steal_pointer (&feeds);
}

static EssaimReport *
read_feed (EssaimCli                 *cli,
           const Wish                *wish,
           const EssaimSubscription  *feed,
           GError                   **error)
{
  EssaimCliProgress progress = { .cli = cli, .title = feed->title };
  const EssaimSyncOptions options = {
    .accept_shrink = wish->accept_shrink,
    .fetch_progress = essaim_cli_progress_fetched,
  };
  EssaimReport *report;

  report = (wish->is_kept ? essaim_sync_reread : essaim_sync_refresh) (cli->library, cli->work, cli->reference, feed->id,
                                                                       &options, essaim_cli_progress_read, &progress,
                                                                       cli->cancellable, error);
  essaim_cli_progress_end (cli);

  return report;
}

/* One source is told whole, of several only what happened. */
static void
tell (EssaimCli          *cli,
      const EssaimReport *report,
      gboolean            is_alone)
{
  if (is_alone || !essaim_cli_report_is_good (report))
    essaim_cli_report_print (cli, report, FALSE);
  else
    essaim_cli_say (cli, "%s\n", report->message);
}

/* A server that fails is no reason not to ask the others; nor is a person who wants to stop a failure. */
static gboolean
read_feeds (EssaimCli    *cli,
            const Wish   *wish,
            GPtrArray    *feeds,
            JsonBuilder  *builder,
            GError      **error)
{
  essaim_cli_watch_interrupt (cli);
  for (guint i = 0; i < feeds->len && !g_cancellable_is_cancelled (cli->cancellable); i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (EssaimReport) report = read_feed (cli, wish, feed, &local_error);

      /* Removed by another program meanwhile. */
      if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
        continue;
      if (report == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (!essaim_cli_report_is_good (report))
        cli->status = ESSAIM_CLI_EXIT_FAILED;
      tell (cli, report, feeds->len == 1);
      json_builder_add_value (builder, essaim_report_to_json (report));
    }
  if (g_cancellable_is_cancelled (cli->cancellable))
    cli->status = ESSAIM_CLI_EXIT_FAILED;

  return TRUE;
}

/* Nothing was due: when will something be? */
static void
tell_nothing_due (EssaimCli *cli)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (cli->work, NULL);
  g_autofree char *now = essaim_now ();
  g_autofree char *first = NULL;
  g_autofree char *date = NULL;

  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);
      g_autoptr (EssaimRefreshState) state = essaim_library_get_refresh_state (cli->library, feed->id, NULL);
      g_autofree char *next = essaim_sync_get_next (cli->library, feed, state, now);

      if (next != NULL && (first == NULL || strcmp (next, first) < 0))
        {
          g_free (first);
          first = g_steal_pointer (&next);
        }
    }

  date = essaim_cli_tell_date (first);
  if (feeds != NULL && feeds->len == 0)
    essaim_cli_say (cli, "%s\n", _("There are no sources yet; add one with “essaimctl feeds add”, or import a file."));
  else if (date != NULL)
    essaim_cli_say (cli, _("No source is due before %s; name one to read it now.\n"), date);
  else
    essaim_cli_say (cli, "%s\n", _("No source is refreshed by itself; name one to read it now."));
}

static gboolean
refresh (EssaimCli    *cli,
         const Wish   *wish,
         char        **ids,
         GError      **error)
{
  g_autoptr (GPtrArray) feeds = *ids != NULL ? find_named (cli, ids, error) : find_due (cli, wish, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  if (feeds == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "feeds");
  json_builder_begin_array (builder);
  if (!read_feeds (cli, wish, feeds, builder, error))
    return FALSE;
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  if (cli->json)
    essaim_cli_print_json (root);
  else if (feeds->len == 0)
    tell_nothing_due (cli);

  return TRUE;
}

/**
 * essaim_cli_refresh:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Reads the sources that are due, or those that are named: those also when they are not due or are paused, and they stay so.
 *
 * Returns: whether there is a report of each
 */
gboolean
essaim_cli_refresh (EssaimCli               *cli,
                    const EssaimCliCommand  *command,
                    char                   **argv,
                    GError                 **error)
{
  Wish wish = { FALSE, FALSE };
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "accept-shrink", 0, 0, G_OPTION_ARG_NONE, &wish.accept_shrink,
      N_("Accept that half of the records or more are gone"), NULL },
    { "kept", 0, 0, G_OPTION_ARG_NONE, &wish.is_kept,
      N_("Read what was last fetched again, without network"), NULL },
    G_OPTION_ENTRY_NULL
  };

  return essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error) &&
         essaim_cli_get_library (cli, error) != NULL &&
         essaim_cli_get_work_to_change (cli, error) != NULL &&
         essaim_sync_mend (cli->library, cli->work, error) &&
         refresh (cli, &wish, arguments, error);
}
