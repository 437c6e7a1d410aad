/* essaim-cli-prefer.c: `essaimctl feeds prefer`: whom the person believes where sources do not agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-catalogue.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-sync-judge.h"

/* In place of ids. */
#define NO_FEED "none"

static gboolean
set_order (EssaimCli   *cli,
           char       **ids,
           GError     **error)
{
  if (g_strv_length (ids) == 1 && g_str_equal (ids[0], NO_FEED))
    return essaim_work_set_feed_order (cli->work, NULL, error);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (cli->work, ids[i], error);

      if (feed == NULL)
        return FALSE;
      if (g_strv_contains ((const char * const *) ids + i + 1, ids[i]))
        return essaim_cli_usage (error, _("“%s” is named twice."), ids[i]);
    }

  return essaim_work_set_feed_order (cli->work, (const char * const *) ids, error);
}

static void
print_order (EssaimCli *cli,
             GStrv      order)
{
  static const char * const none[] = { NULL };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *list = order != NULL ? g_strjoinv (", ", order) : NULL;

  if (cli->json)
    {
      json_builder_begin_object (builder);
      essaim_json_add_strings (builder, "order", order != NULL ? (const char * const *) order : none);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      essaim_cli_print_json (root);
    }
  else if (list != NULL)
    /* Translators: ids of sources. */
    essaim_cli_print (_("Where sources do not agree, these are believed first: %s.\n"), list);
  else
    essaim_cli_print ("%s\n", _("Where sources do not agree, the newest is believed."));
}

/**
 * essaim_cli_prefer_feeds:
 * @cli: a run
 * @arguments: ids of feeds, the one to be believed first at the head; `none`: no longer any; none at all: only tell
 * @options: unused
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_prefer_feeds (EssaimCli  *cli,
                         char      **arguments,
                         gpointer    options,
                         GError    **error)
{
  g_auto (GStrv) order = NULL;

  if (arguments[0] != NULL &&
      (!set_order (cli, arguments, error) || !essaim_sync_settle (cli->library, cli->work, cli->cancellable, error)))
    return FALSE;
  if (!essaim_work_get_feed_order (cli->work, &order, error))
    return FALSE;

  print_order (cli, order);
  return TRUE;
}
