/* essaim-cli-catalogue.c: `essaimctl feeds catalogue` and `essaimctl feeds add ID`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli-catalogue.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-catalogue.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-store-error.h"
#include "essaim-subscribe.h"

static EssaimCatalogue *
load_catalogue (EssaimCli  *cli,
                GError    **error)
{
  EssaimReference *reference = essaim_cli_get_reference (cli, error);

  if (reference == NULL)
    return NULL;

  return essaim_catalogue_load (essaim_reference_get_folder (reference), essaim_cli_get_data_dir (cli), error);
}

static gboolean
comes_from (const EssaimSubscription   *feed,
            const EssaimCatalogueEntry *entry)
{
  const char *origin = feed->origin;

  if (origin == NULL)
    return FALSE;
  if (g_str_has_prefix (origin, ESSAIM_SUBSCRIBE_OWN))
    origin += strlen (ESSAIM_SUBSCRIBE_OWN);

  return g_str_equal (origin, entry->id);
}

/* The ids of the feeds that the person has of an entry: one, or one for each territory. */
static GPtrArray *
list_subscribed (GPtrArray                  *feeds,
                 const EssaimCatalogueEntry *entry)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < feeds->len; i++)
    if (comes_from (feeds->pdata[i], entry))
      g_ptr_array_add (ids, ((EssaimSubscription *) feeds->pdata[i])->id);
  g_ptr_array_add (ids, NULL);

  return ids;
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_entry (JsonBuilder                *builder,
           const EssaimCatalogueEntry *entry,
           GPtrArray                  *feeds)
{
  g_autoptr (GPtrArray) subscribed = list_subscribed (feeds, entry);

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "id", entry->id);
  essaim_json_add_text (builder, "title", entry->title);
  essaim_json_add_text (builder, "publisher", entry->publisher);
  essaim_json_add_text (builder, "summary", entry->summary);
  essaim_json_add_text (builder, "licence", entry->licence);
  add_flag (builder, "licence_assumed", entry->is_licence_assumed);
  essaim_json_add_text (builder, "format", entry->format);
  essaim_json_add_text (builder, "url", entry->uri);
  essaim_json_add_text (builder, "page", entry->page);
  if (entry->records > 0)
    essaim_json_add_count (builder, "records", entry->records);
  if (entry->bytes > 0)
    essaim_json_add_count (builder, "bytes", (gint64) entry->bytes);
  add_flag (builder, "by_territory", entry->by_territory);
  add_flag (builder, "default", entry->is_default);
  add_flag (builder, "needs_token", entry->needs_token);
  add_flag (builder, "own", entry->is_own);
  essaim_json_add_count (builder, "interval_days", entry->interval_days);
  essaim_json_add_strings (builder, "subscribed", (const char * const *) subscribed->pdata);
  json_builder_end_object (builder);
}

static JsonNode *
make_document (EssaimCatalogue *catalogue,
               GPtrArray       *feeds)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_copy (essaim_catalogue_get_problems (catalogue), (GCopyFunc) g_strdup,
                                                     NULL);
  GPtrArray *entries = essaim_catalogue_get_entries (catalogue);

  g_ptr_array_set_free_func (problems, g_free);
  g_ptr_array_add (problems, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "catalogue");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    add_entry (builder, entries->pdata[i], feeds);
  json_builder_end_array (builder);
  essaim_json_add_strings (builder, "problems", (const char * const *) problems->pdata);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static char *
describe_licence (const EssaimCatalogueEntry *entry)
{
  if (entry->licence == NULL)
    return g_strdup (_("not known"));

  return entry->is_licence_assumed ? g_strdup_printf (_("%s (to be confirmed)"), entry->licence)
                                   : g_strdup (entry->licence);
}

static void
print_entries (GPtrArray *entries,
               GPtrArray *feeds)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("Source"), 50, FALSE);
  essaim_cli_table_column (table, _("Publisher"), 30, FALSE);
  essaim_cli_table_column (table, _("Licence"), 34, FALSE);
  essaim_cli_table_column (table, _("Records"), 12, TRUE);
  essaim_cli_table_column (table, _("Followed"), 10, FALSE);
  essaim_cli_table_column (table, _("Id"), 50, FALSE);
  for (guint i = 0; i < entries->len; i++)
    {
      const EssaimCatalogueEntry *entry = entries->pdata[i];
      g_autoptr (GPtrArray) subscribed = list_subscribed (feeds, entry);
      g_autofree char *licence = describe_licence (entry);

      essaim_cli_table_text (table, entry->title);
      essaim_cli_table_text (table, entry->publisher);
      essaim_cli_table_text (table, licence);
      if (entry->records > 0)
        essaim_cli_table_count (table, entry->records);
      else
        essaim_cli_table_text (table, NULL);
      essaim_cli_table_text (table, subscribed->len > 1 ? _("yes") : NULL);
      essaim_cli_table_text (table, entry->id);
    }
  essaim_cli_table_print (table);
}

/**
 * essaim_cli_list_catalogue:
 * @cli: a run
 * @arguments: none
 * @options: not looked at
 * @error: return location for an error
 *
 * Prints the feeds that are proposed; files and entries that could not be taken are told on standard error.
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_list_catalogue (EssaimCli  *cli,
                           char      **arguments,
                           gpointer    options,
                           GError    **error)
{
  g_autoptr (EssaimCatalogue) catalogue = load_catalogue (cli, error);
  g_autoptr (GPtrArray) feeds = catalogue != NULL ? essaim_work_list_feeds (cli->work, error) : NULL;
  GPtrArray *problems;

  if (feeds == NULL)
    return FALSE;

  if (cli->json)
    {
      g_autoptr (JsonNode) root = make_document (catalogue, feeds);

      essaim_cli_print_json (root);
      return TRUE;
    }

  print_entries (essaim_catalogue_get_entries (catalogue), feeds);
  problems = essaim_catalogue_get_problems (catalogue);
  for (guint i = 0; i < problems->len; i++)
    essaim_cli_print_error (FALSE, problems->pdata[i]);

  return TRUE;
}

/* (nullable) (transfer full): also when the person has none of that id; @error otherwise */
static EssaimSubscription *
find_feed (EssaimCli   *cli,
           const char  *id,
           GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  EssaimSubscription *feed = essaim_work_get_feed (cli->work, id, &local_error);

  if (feed == NULL && !g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return feed;
}

/* What the person wants otherwise than the catalogue. */
static gboolean
set_told (EssaimCli                    *cli,
          const char                   *feed,
          const EssaimCliFeedsOptions  *options,
          GError                      **error)
{
  const EssaimSubscription told = { .id = (char *) feed, .title = options->title };

  return (options->title == NULL || essaim_work_update_feed (cli->work, &told, error)) &&
         (options->interval_days < 0 ||
          essaim_work_set_feed_interval (cli->work, feed, options->interval_days, error));
}

/**
 * essaim_cli_add_entry:
 * @cli: a run
 * @id: of an entry, perhaps
 * @options: of the command
 * @feed: (out) (nullable): the id of the feed; %NULL where the catalogue has no such entry
 * @error: return location for an error
 *
 * Subscribes to an entry of the catalogue.
 *
 * Returns: %FALSE with @error; else @feed says whether there was one
 */
gboolean
essaim_cli_add_entry (EssaimCli                    *cli,
                      const char                   *id,
                      const EssaimCliFeedsOptions  *options,
                      char                        **feed,
                      GError                      **error)
{
  g_autoptr (EssaimCatalogue) catalogue = load_catalogue (cli, error);
  const EssaimCatalogueEntry *entry = catalogue != NULL ? essaim_catalogue_find (catalogue, id) : NULL;
  g_autoptr (EssaimSubscription) known = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *wanted = NULL;

  *feed = NULL;
  if (entry == NULL)
    return catalogue != NULL;

  wanted = essaim_subscribe_make_id (entry, options->territory);
  known = find_feed (cli, wanted, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (known != NULL)
    return essaim_cli_not_found (error, _("There is a source “%s” already."), wanted);

  if (!essaim_subscribe (cli->work, entry, essaim_cli_get_reference (cli, NULL), options->territory, feed, error))
    return FALSE;

  return set_told (cli, *feed, options, error);
}
