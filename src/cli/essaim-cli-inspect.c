/* essaim-cli-inspect.c: `essaimctl inspect`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-feed-reader.h"
#include "essaim-sync-source.h"

static JsonNode *
inspect (EssaimCli   *cli,
         const char  *source,
         GError     **error)
{
  g_autoptr (EssaimSyncSource) opened = NULL;
  g_autofree char *title = essaim_sync_source_get_title (source);
  EssaimFeedOptions options = { .feed_title = title };
  EssaimReference *reference = essaim_cli_get_reference (cli, error);

  if (reference == NULL)
    return NULL;

  essaim_cli_watch_interrupt (cli);
  opened = essaim_sync_source_open (source, cli->cancellable, error);
  if (opened == NULL)
    return NULL;

  return essaim_feed_reader_inspect (opened->path, &options, reference, cli->cancellable, error);
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

static char *
join_samples (JsonObject *field)
{
  JsonArray *samples = json_object_get_array_member (field, "samples");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (samples) && i < 3; i++)
    {
      if (i > 0)
        g_string_append (text, " · ");
      g_string_append (text, json_array_get_string_element (samples, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_fields (JsonArray *fields)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("Field"), 40, FALSE);
  essaim_cli_table_column (table, _("Becomes"), 14, FALSE);
  essaim_cli_table_column (table, _("Filled"), 10, TRUE);
  essaim_cli_table_column (table, _("Samples"), 80, FALSE);
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);
      g_autofree char *samples = join_samples (field);

      essaim_cli_table_text (table, get_text (field, "name"));
      essaim_cli_table_text (table, get_text (field, "mapped_to"));
      essaim_cli_table_count (table, json_object_get_int_member_with_default (field, "filled", 0));
      essaim_cli_table_text (table, samples);
    }
  essaim_cli_table_print (table);
}

static void
print_text (JsonObject *found)
{
  guint records = json_object_get_int_member_with_default (found, "records", 0);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u record", "%'u records", records), records);
  const char *delimiter = get_text (found, "delimiter");

  essaim_cli_print ("%s, %s, %s", count, get_text (found, "format"), get_text (found, "encoding"));
  if (delimiter != NULL)
    essaim_cli_print (", “%s”", g_str_equal (delimiter, "\t") ? "\\t" : delimiter);
  essaim_cli_print ("\n\n");

  if (json_object_has_member (found, "fields"))
    print_fields (json_object_get_array_member (found, "fields"));

  if (json_object_has_member (found, "warnings"))
    {
      JsonArray *warnings = json_object_get_array_member (found, "warnings");

      for (guint i = 0; i < json_array_get_length (warnings); i++)
        essaim_cli_print ("\n%s", get_text (json_array_get_object_element (warnings, i), "text"));
      essaim_cli_print (json_array_get_length (warnings) > 0 ? "\n" : "");
    }
}

/**
 * essaim_cli_inspect:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether the source could be read
 */
gboolean
essaim_cli_inspect (EssaimCli               *cli,
                    const EssaimCliCommand  *command,
                    char                   **argv,
                    GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!essaim_cli_parse (cli, command, entries, argv, 1, 1, &arguments, error))
    return FALSE;

  found = inspect (cli, arguments[0], &local_error);
  if (found == NULL)
    {
      g_autofree char *name = essaim_sync_source_get_name (arguments[0]);

      return essaim_cli_not_found (error, _("“%s”: %s"), name, local_error->message);
    }

  if (cli->json)
    essaim_cli_print_json (found);
  else
    print_text (json_node_get_object (found));

  return TRUE;
}
