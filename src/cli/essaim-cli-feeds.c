/* essaim-cli-feeds.c: `essaimctl feeds`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-fetcher.h"
#include "essaim-store-error.h"
#include "essaim-sync-source.h"
#include "essaim-sync.h"

static const char *
get_state_code (const EssaimSubscription *feed,
                const EssaimRefreshState *state)
{
  if (!feed->enabled)
    return "paused";
  if (state == NULL || state->last_try == NULL)
    return "never";

  return state->outcome == ESSAIM_OUTCOME_IMPORTED || state->outcome == ESSAIM_OUTCOME_UNCHANGED ? "ok" : "failing";
}

static const char *
get_state_label (const char *code)
{
  if (g_str_equal (code, "paused"))
    return _("paused");
  if (g_str_equal (code, "never"))
    return _("never read");

  return g_str_equal (code, "ok") ? _("up to date") : _("failing");
}

/* (nullable): the one that was asked for, else the one that was found last */
static char *
get_format (EssaimLibrary            *library,
            const EssaimSubscription *feed)
{
  g_autoptr (JsonNode) report = NULL;

  if (feed->format != NULL)
    return g_strdup (feed->format);
  report = essaim_library_get_last_report (library, feed->id, NULL);
  if (report == NULL || !JSON_NODE_HOLDS_OBJECT (report))
    return NULL;

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (report), "format", NULL));
}

static void
add_feed (EssaimLibrary            *library,
          JsonBuilder              *builder,
          const EssaimSubscription *feed,
          const EssaimRefreshState *state)
{
  g_autofree char *address = feed->uri != NULL ? essaim_fetcher_redact (feed->uri) : NULL;
  g_autofree char *format = get_format (library, feed);

  json_builder_begin_object (builder);
  essaim_cli_json_text (builder, "id", feed->id);
  essaim_cli_json_text (builder, "title", feed->title);
  essaim_cli_json_text (builder, "url", address);
  essaim_cli_json_text (builder, "format", format);
  essaim_cli_json_text (builder, "licence", feed->licence);
  json_builder_set_member_name (builder, "enabled");
  json_builder_add_boolean_value (builder, feed->enabled);
  essaim_cli_json_count (builder, "records", state != NULL ? state->records : 0);
  essaim_cli_json_text (builder, "state", get_state_code (feed, state));
  if (state != NULL)
    {
      essaim_cli_json_text (builder, "last_success", state->last_success);
      essaim_cli_json_text (builder, "last_try", state->last_try);
      essaim_cli_json_text (builder, "message", state->message);
    }
  json_builder_end_object (builder);
}

static void
begin_table (EssaimCliTable *table)
{
  essaim_cli_table_column (table, _("Source"), 50, FALSE);
  essaim_cli_table_column (table, _("State"), 14, FALSE);
  essaim_cli_table_column (table, _("Records"), 12, TRUE);
  essaim_cli_table_column (table, _("Last read"), 20, FALSE);
  essaim_cli_table_column (table, _("Id"), 50, FALSE);
}

static void
add_row (EssaimCliTable           *table,
         const EssaimSubscription *feed,
         const EssaimRefreshState *state)
{
  essaim_cli_table_text (table, feed->title);
  essaim_cli_table_text (table, get_state_label (get_state_code (feed, state)));
  essaim_cli_table_count (table, state != NULL ? state->records : 0);
  essaim_cli_table_text (table, state != NULL ? state->last_success : NULL);
  essaim_cli_table_text (table, feed->id);
}

static gboolean
list_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (cli->work, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();
  g_autoptr (JsonNode) root = NULL;

  if (feeds == NULL)
    return FALSE;

  begin_table (table);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "feeds");
  json_builder_begin_array (builder);
  for (guint i = 0; i < feeds->len; i++)
    {
      const EssaimSubscription *feed = g_ptr_array_index (feeds, i);
      g_autoptr (EssaimRefreshState) state = essaim_library_get_refresh_state (cli->library, feed->id, NULL);

      add_feed (cli->library, builder, feed, state);
      add_row (table, feed, state);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  if (cli->json)
    essaim_cli_print_json (root);
  else if (feeds->len > 0)
    essaim_cli_table_print (table);
  else
    essaim_cli_print ("%s\n", _("There are no sources yet; import a file or an address."));

  return TRUE;
}

static void
print_feed (const EssaimSubscription *feed,
            const EssaimRefreshState *state)
{
  g_autofree char *address = feed->uri != NULL ? essaim_fetcher_redact (feed->uri) : NULL;
  guint records = state != NULL ? state->records : 0;

  essaim_cli_print ("%s (%s)\n", feed->title, feed->id);
  if (address != NULL)
    essaim_cli_print (_("Address: %s\n"), address);
  if (feed->licence != NULL)
    essaim_cli_print (_("Licence: %s\n"), feed->licence);
  essaim_cli_print (_("State: %s\n"), get_state_label (get_state_code (feed, state)));
  essaim_cli_print (ngettext ("%'u record\n", "%'u records\n", records), records);
  if (state != NULL && state->last_success != NULL)
    essaim_cli_print (_("Last read: %s\n"), state->last_success);
  if (state != NULL && state->message != NULL)
    essaim_cli_print ("%s\n", state->message);
}

static gboolean
show_feed (EssaimCli   *cli,
           const char  *id,
           GError     **error)
{
  g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (cli->work, id, error);
  g_autoptr (EssaimRefreshState) state = NULL;

  if (feed == NULL)
    return FALSE;

  state = essaim_library_get_refresh_state (cli->library, id, NULL);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;

      add_feed (cli->library, builder, feed, state);
      root = json_builder_get_root (builder);
      essaim_cli_print_json (root);
    }
  else if (!cli->quiet)
    print_feed (feed, state);

  return TRUE;
}

static gboolean
show_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  return show_feed (cli, arguments[0], error);
}

static gboolean
add_cb (EssaimCli  *cli,
        char      **arguments,
        gpointer    options,
        GError    **error)
{
  const char *title = *(char **) options;
  g_autofree char *id = essaim_sync_feed_id (arguments[0]);
  g_autofree char *uri = essaim_sync_source_get_uri (arguments[0], error);
  g_autofree char *guessed = essaim_sync_source_get_title (arguments[0]);
  g_autoptr (EssaimSubscription) known = NULL;
  g_autoptr (GError) local_error = NULL;
  EssaimSubscription feed = {
    .id = id,
    .title = title != NULL ? (char *) title : guessed,
    .uri = uri,
    .interval_days = ESSAIM_SUBSCRIPTION_INTERVAL,
    .enabled = TRUE,
  };

  if (uri == NULL)
    return FALSE;

  known = essaim_work_get_feed (cli->work, id, &local_error);
  if (known != NULL)
    return essaim_cli_not_found (error, _("There is a source “%s” already."), id);
  if (!g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return essaim_work_put_feed (cli->work, &feed, error) && show_feed (cli, id, error);
}

/* The library first: when that is cut short the source is still there to be removed again. And last: an import that
 * began before may have written to it meanwhile. */
static gboolean
remove_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (cli->work, arguments[0], error);

  if (feed == NULL || !essaim_library_remove_feed (cli->library, feed->id, error) ||
      !essaim_work_remove_feed (cli->work, feed->id, error) ||
      !essaim_library_remove_feed (cli->library, feed->id, error))
    return FALSE;

  essaim_cli_say (cli, _("The source “%s” and its records are removed.\n"), feed->title);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;

      json_builder_begin_object (builder);
      essaim_cli_json_text (builder, "removed", feed->id);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      essaim_cli_print_json (root);
    }

  return TRUE;
}

static gboolean
enable_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  return essaim_work_set_feed_enabled (cli->work, arguments[0], TRUE, error) && show_feed (cli, arguments[0], error);
}

static gboolean
disable_cb (EssaimCli  *cli,
            char      **arguments,
            gpointer    options,
            GError    **error)
{
  return essaim_work_set_feed_enabled (cli->work, arguments[0], FALSE, error) && show_feed (cli, arguments[0], error);
}

/**
 * essaim_cli_feeds:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_feeds (EssaimCli               *cli,
                  const EssaimCliCommand  *command,
                  char                   **argv,
                  GError                 **error)
{
  static const EssaimCliVerb verbs[] = {
    { "list", 0, 0, FALSE, list_cb },
    { "add", 1, 1, TRUE, add_cb },
    { "show", 1, 1, FALSE, show_cb },
    { "remove", 1, 1, TRUE, remove_cb },
    { "enable", 1, 1, TRUE, enable_cb },
    { "disable", 1, 1, TRUE, disable_cb },
    { NULL },
  };
  g_autofree char *title = NULL;
  g_auto (GStrv) arguments = NULL;
  char **rest;
  const EssaimCliVerb *verb;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("Title of the source to add"), N_("TITLE") },
    G_OPTION_ENTRY_NULL
  };

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error))
    return FALSE;

  rest = arguments;
  verb = essaim_cli_pick_verb (command, verbs, &rest, error);

  return verb != NULL &&
         essaim_cli_get_library (cli, error) != NULL &&
         (verb->changes ? essaim_cli_get_work_to_change : essaim_cli_get_work) (cli, error) != NULL &&
         essaim_sync_mend (cli->library, cli->work, error) &&
         verb->run (cli, rest, &title, error);
}
