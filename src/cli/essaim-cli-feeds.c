/* essaim-cli-feeds.c: `essaimctl feeds`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-address-login.h"
#include "essaim-cli-catalogue.h"
#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-fetcher.h"
#include "essaim-json-members.h"
#include "essaim-now.h"
#include "essaim-store-error.h"
#include "essaim-sync-source.h"
#include "essaim-sync.h"
#include "essaim-tokens.h"

static const char *
get_state_code (const EssaimSubscription *feed,
                const EssaimRefreshState *state)
{
  if (!feed->enabled || feed->paused != NULL)
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

/* (nullable): why it was paused by itself, else what became of the last try */
static const char *
get_message (const EssaimSubscription *feed,
             const EssaimRefreshState *state)
{
  if (feed->paused != NULL)
    return feed->paused;

  return state != NULL ? state->message : NULL;
}

static void
add_feed (EssaimLibrary            *library,
          JsonBuilder              *builder,
          const EssaimSubscription *feed,
          const EssaimRefreshState *state)
{
  g_autofree char *address = feed->uri != NULL ? essaim_fetcher_redact (feed->uri) : NULL;
  g_autofree char *format = get_format (library, feed);
  g_autofree char *now = essaim_now ();
  g_autofree char *next = essaim_sync_get_next (library, feed, state, now);

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "id", feed->id);
  essaim_json_add_text (builder, "title", feed->title);
  essaim_json_add_text (builder, "url", address);
  essaim_json_add_text (builder, "format", format);
  essaim_json_add_text (builder, "licence", feed->licence);
  json_builder_set_member_name (builder, "enabled");
  json_builder_add_boolean_value (builder, feed->enabled);
  essaim_json_add_count (builder, "records", state != NULL ? state->records : 0);
  essaim_json_add_text (builder, "state", get_state_code (feed, state));
  if (state != NULL)
    {
      essaim_json_add_text (builder, "last_success", state->last_success);
      essaim_json_add_text (builder, "last_try", state->last_try);
    }
  essaim_json_add_text (builder, "message", get_message (feed, state));
  essaim_json_add_text (builder, "next", next);
  json_builder_end_object (builder);
}

/* When it is read next by itself. */
static char *
tell_next (EssaimCli                *cli,
           const EssaimSubscription *feed,
           const EssaimRefreshState *state)
{
  g_autofree char *now = essaim_now ();
  g_autofree char *next = essaim_sync_get_next (cli->library, feed, state, now);

  if (next == NULL)
    return g_strdup (_("only when asked"));

  return strcmp (next, now) <= 0 ? g_strdup (_("now")) : essaim_cli_tell_date (next);
}

static void
begin_table (EssaimCliTable *table)
{
  essaim_cli_table_column (table, _("Source"), 50, FALSE);
  essaim_cli_table_column (table, _("State"), 14, FALSE);
  essaim_cli_table_column (table, _("Records"), 12, TRUE);
  essaim_cli_table_column (table, _("Last read"), 20, FALSE);
  essaim_cli_table_column (table, _("Next"), 20, FALSE);
  essaim_cli_table_column (table, _("Id"), 50, FALSE);
}

static void
add_row (EssaimCli                *cli,
         EssaimCliTable           *table,
         const EssaimSubscription *feed,
         const EssaimRefreshState *state)
{
  g_autofree char *last = essaim_cli_tell_date (state != NULL ? state->last_success : NULL);
  g_autofree char *next = tell_next (cli, feed, state);

  essaim_cli_table_text (table, feed->title);
  essaim_cli_table_text (table, get_state_label (get_state_code (feed, state)));
  essaim_cli_table_count (table, state != NULL ? state->records : 0);
  essaim_cli_table_text (table, last);
  essaim_cli_table_text (table, next);
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
      add_row (cli, table, feed, state);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  if (cli->json)
    essaim_cli_print_json (root);
  else if (feeds->len > 0)
    essaim_cli_table_print (table);
  else
    essaim_cli_print ("%s\n", _("There are no sources yet; add one with “essaimctl feeds add”, or import a file."));

  return TRUE;
}

static void
print_feed (EssaimCli                *cli,
            const EssaimSubscription *feed,
            const EssaimRefreshState *state)
{
  g_autofree char *last = essaim_cli_tell_date (state != NULL ? state->last_success : NULL);
  g_autofree char *next = tell_next (cli, feed, state);
  const char *message = get_message (feed, state);
  g_autofree char *address = feed->uri != NULL ? essaim_fetcher_redact (feed->uri) : NULL;
  guint records = state != NULL ? state->records : 0;

  essaim_cli_print ("%s (%s)\n", feed->title, feed->id);
  if (address != NULL)
    essaim_cli_print (_("Address: %s\n"), address);
  if (feed->licence != NULL)
    essaim_cli_print (_("Licence: %s\n"), feed->licence);
  essaim_cli_print (_("State: %s\n"), get_state_label (get_state_code (feed, state)));
  essaim_cli_print (ngettext ("%'u record\n", "%'u records\n", records), records);
  if (last != NULL)
    essaim_cli_print (_("Last read: %s\n"), last);
  essaim_cli_print (_("Next: %s\n"), next);
  if (message != NULL)
    essaim_cli_print ("%s\n", message);
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
    print_feed (cli, feed, state);

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

/* Who adds a source that is there already only says more of it. */
static gboolean
change_known (EssaimCli                    *cli,
              const EssaimCliFeedsOptions  *options,
              const EssaimSubscription     *known,
              GError                      **error)
{
  const EssaimSubscription told = { .id = known->id, .title = options->title };

  if (!essaim_work_update_feed (cli->work, &told, error) ||
      (options->interval_days >= 0 &&
       !essaim_work_set_feed_interval (cli->work, known->id, options->interval_days, error)))
    return FALSE;

  essaim_cli_say (cli, _("This address is the source “%s” already.\n"), known->title);
  return TRUE;
}

static gboolean
add_new (EssaimCli                    *cli,
         const EssaimCliFeedsOptions  *options,
         const char                   *id,
         const char                   *uri,
         GError                      **error)
{
  g_autofree char *guessed = essaim_sync_source_get_title (uri);
  const EssaimSubscription feed = {
    .id = (char *) id,
    .title = options->title != NULL ? options->title : guessed,
    .uri = (char *) uri,
    .interval_days = options->interval_days >= 0 ? options->interval_days : ESSAIM_SUBSCRIPTION_INTERVAL,
    .enabled = TRUE,
  };

  return essaim_work_put_feed (cli->work, &feed, error);
}

/* It is safe before the source says that it has one. */
static gboolean
store_token (EssaimCli                    *cli,
             const EssaimCliFeedsOptions  *options,
             const char                   *id,
             const char                   *title,
             const char                   *uri,
             GError                      **error)
{
  g_autofree char *token = NULL;
  g_autoptr (GError) local_error = NULL;

  if (options->token_file == NULL)
    return TRUE;
  if (!g_file_get_contents (options->token_file, &token, NULL, &local_error))
    return essaim_cli_not_found (error, _("The token could not be read: %s"), local_error->message);
  if (*g_strstrip (token) == '\0')
    return essaim_cli_not_found (error, _("The file “%s” has no token in it."), options->token_file);

  return essaim_tokens_store (essaim_cli_get_data_dir (cli), id, title, uri, token, cli->cancellable, error);
}

static gboolean
store_known_token (EssaimCli                    *cli,
                   const EssaimCliFeedsOptions  *options,
                   const char                   *id,
                   GError                      **error)
{
  g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (cli->work, id, error);

  return feed != NULL && store_token (cli, options, id, feed->title, feed->uri, error);
}

static gboolean
keep_token (EssaimCli                    *cli,
            const EssaimCliFeedsOptions  *options,
            const char                   *id,
            GError                      **error)
{
  return options->token_file == NULL || essaim_work_set_feed_has_token (cli->work, id, TRUE, error);
}

/* What is neither an address nor an entry of the catalogue must be a file that is there: it may be a word misspelt. */
static gboolean
is_source (const char  *source,
           const char  *uri,
           GError     **error)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *path = NULL;

  if (essaim_sync_source_is_remote (uri))
    return (parsed != NULL && g_uri_get_host (parsed) != NULL && *g_uri_get_host (parsed) != '\0') ||
           essaim_cli_not_found (error, _("“%s” is not a complete address."), source);

  path = g_filename_from_uri (uri, NULL, NULL);

  return (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_DIR)) ||
         essaim_cli_not_found (error, _("“%s” is neither a file, nor an address that begins with https:// or http://, nor a "
                                        "source of the catalogue (see “essaimctl feeds catalogue”)."), source);
}

static gboolean
add_source (EssaimCli                    *cli,
            const char                   *source,
            const EssaimCliFeedsOptions  *options,
            GError                      **error)
{
  g_autofree char *uri = essaim_sync_source_get_uri (source, error);
  g_autofree char *id = uri != NULL ? essaim_sync_choose_feed (cli->work, uri, error) : NULL;
  g_autoptr (EssaimSubscription) known = NULL;
  g_autoptr (GError) local_error = NULL;

  if (id == NULL || !is_source (source, uri, error))
    return FALSE;

  known = essaim_work_get_feed (cli->work, id, &local_error);
  if (known == NULL && !g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (known != NULL && !essaim_sync_is_address_of (known, uri))
    return essaim_cli_not_found (error, _("There is a source “%s” already, which is another file."), id);

  return store_token (cli, options, id, known != NULL ? known->title : id, uri, error) &&
         (known != NULL ? change_known (cli, options, known, error) : add_new (cli, options, id, uri, error)) &&
         keep_token (cli, options, id, error) && show_feed (cli, id, error);
}

/* A name and password in an address are kept as a token is, or not at all. */
static gboolean
keep_login (EssaimCli   *cli,
            const char  *uri,
            const char  *login,
            GError     **error)
{
  g_autofree char *id = essaim_sync_choose_feed (cli->work, uri, error);
  g_autoptr (EssaimSubscription) feed = id != NULL ? essaim_work_get_feed (cli->work, id, error) : NULL;

  if (feed == NULL)
    return FALSE;
  if (essaim_tokens_store (essaim_cli_get_data_dir (cli), id, feed->title, uri, login, cli->cancellable, NULL))
    return essaim_work_set_feed_has_token (cli->work, id, TRUE, error);

  essaim_cli_print_error (FALSE, _("The password in the address is not kept: there is no keyring that could keep it, or it is "
                                   "locked. Install or unlock one, such as GNOME Keyring, and add the address again."));
  return TRUE;
}

static gboolean
add_address (EssaimCli                    *cli,
             const char                   *given,
             const EssaimCliFeedsOptions  *options,
             GError                      **error)
{
  g_autofree char *source = NULL;
  g_autofree char *login = essaim_address_take_login (given, &source);

  return add_source (cli, source, options, error) && (login == NULL || keep_login (cli, source, login, error));
}

static gboolean
add_cb (EssaimCli  *cli,
        char      **arguments,
        gpointer    user_data,
        GError    **error)
{
  const EssaimCliFeedsOptions *options = user_data;
  g_autofree char *id = NULL;

  if (!essaim_cli_add_entry (cli, arguments[0], options, &id, error))
    return FALSE;
  if (id != NULL)
    return store_known_token (cli, options, id, error) && keep_token (cli, options, id, error) &&
           show_feed (cli, id, error);
  if (options->territory != NULL)
    return essaim_cli_usage (error, _("“--territory” is for sources of the catalogue (see “essaimctl feeds catalogue”)."));

  return add_address (cli, arguments[0], options, error);
}

static gboolean
remove_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (cli->work, arguments[0], error);

  if (feed == NULL || !essaim_sync_remove (cli->library, cli->work, feed->id, error))
    return FALSE;

  essaim_cli_say (cli, _("The source “%s” and its records are removed.\n"), feed->title);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;

      json_builder_begin_object (builder);
      essaim_json_add_text (builder, "removed", feed->id);
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
    { "catalogue", 0, 0, FALSE, essaim_cli_list_catalogue },
    { "sheet", 2, 2, FALSE, essaim_cli_write_sheet },
    { "prefer", 0, G_MAXUINT, TRUE, essaim_cli_prefer_feeds },
    { NULL },
  };
  EssaimCliFeedsOptions options = { .interval_days = -1 };
  g_autofree char *title = NULL;
  g_autofree char *territory = NULL;
  g_autofree char *token_file = NULL;
  g_auto (GStrv) arguments = NULL;
  char **rest;
  const EssaimCliVerb *verb;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("Title of the source to add"), N_("TITLE") },
    { "territory", 0, 0, G_OPTION_ARG_FILENAME, &territory,
      N_("Territory that a source of the catalogue is read for"), N_("ID") },
    { "every", 0, 0, G_OPTION_ARG_INT, &options.interval_days,
      N_("Days between two refreshes of the source to add (by default 7; 0: only when asked)"), N_("DAYS") },
    { "token-file", 0, 0, G_OPTION_ARG_FILENAME, &token_file,
      N_("File that holds the token which opens the source to add; it is kept with your passwords"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error))
    return FALSE;

  options.title = title;
  options.territory = territory;
  options.token_file = token_file;
  rest = arguments;
  verb = essaim_cli_pick_verb (command, verbs, &rest, error);

  return verb != NULL &&
         essaim_cli_get_library (cli, error) != NULL &&
         (verb->changes ? essaim_cli_get_work_to_change : essaim_cli_get_work) (cli, error) != NULL &&
         essaim_sync_mend (cli->library, cli->work, error) &&
         verb->run (cli, rest, &options, error);
}
