/* essaim-cli-inspect.c: `essaimctl inspect`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-feed-reader.h"
#include "essaim-field-labels.h"
#include "essaim-sync-source.h"

/* What the fetching has to tell is told with what the reading has. */
static void
add_warnings (JsonNode     *document,
              EssaimReport *report)
{
  g_autoptr (JsonNode) node = essaim_report_to_json (report);
  JsonArray *told = json_object_get_array_member (json_node_get_object (node), "warnings");
  JsonArray *all = json_object_get_array_member (json_node_get_object (document), "warnings");

  for (guint i = 0; i < json_array_get_length (told); i++)
    json_array_add_element (all, json_array_dup_element (told, i));
}

static JsonNode *
inspect (EssaimCli   *cli,
         const char  *source,
         GError     **error)
{
  g_autoptr (EssaimSyncSource) opened = NULL;
  g_autoptr (EssaimReport) report = essaim_report_new (NULL);
  g_autoptr (JsonNode) document = NULL;
  g_autofree char *title = essaim_sync_source_get_title (source);
  EssaimFeedOptions options = { .feed_title = title };
  EssaimReference *reference = essaim_cli_get_reference (cli, error);

  if (reference == NULL)
    return NULL;

  essaim_cli_watch_interrupt (cli);
  opened = essaim_sync_source_open (source, report, cli->cancellable, error);
  if (opened == NULL)
    return NULL;

  options.read.address = opened->uri;
  if (opened->title != NULL)
    options.feed_title = opened->title;
  document = essaim_feed_reader_inspect (opened->path, &options, reference, cli->cancellable, error);
  if (document != NULL)
    add_warnings (document, report);

  return g_steal_pointer (&document);
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
  essaim_cli_table_column (table, _("Becomes"), 24, FALSE);
  essaim_cli_table_column (table, _("Filled"), 10, TRUE);
  essaim_cli_table_column (table, _("Samples"), 80, FALSE);
  for (guint i = 0; i < json_array_get_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);
      g_autofree char *samples = join_samples (field);

      essaim_cli_table_text (table, get_text (field, "name"));
      essaim_cli_table_text (table, essaim_field_label (get_text (field, "mapped_to")));
      essaim_cli_table_count (table, json_object_get_int_member_with_default (field, "filled", 0));
      essaim_cli_table_text (table, samples);
    }
  essaim_cli_table_print (table);
}

static const char *
get_delimiter_name (const char *delimiter)
{
  switch (*delimiter)
    {
    case ';':
      return _("semicolons");
    case ',':
      return _("commas");
    case '\t':
      return _("tabs");
    case '|':
      return _("vertical bars");
    default:
      return delimiter;
    }
}

/* What kind of file it is, in words. */
static void
print_kind (JsonObject *found)
{
  const char *format = get_text (found, "format");
  const char *delimiter = get_text (found, "delimiter");
  const char *path = get_text (found, "array_path");

  if (delimiter != NULL)
    /* Translators: “semicolons”, “commas” … */
    essaim_cli_print (_("A table (CSV) whose columns are parted by %s."), get_delimiter_name (delimiter));
  else if (g_strcmp0 (format, "csv") == 0)
    essaim_cli_print ("%s", _("A table (CSV) of one column."));
  else if (g_strcmp0 (format, "geojson") == 0)
    essaim_cli_print ("%s", _("A map (GeoJSON)."));
  else if (path != NULL && *path != '\0')
    essaim_cli_print (_("A list of records (JSON), found in “%s”."), path);
  else
    essaim_cli_print ("%s", _("A list of records (JSON)."));
  essaim_cli_print ("\n");
}

static void
print_warnings (JsonArray *warnings)
{
  for (guint i = 0; i < json_array_get_length (warnings); i++)
    {
      JsonObject *warning = json_array_get_object_element (warnings, i);
      const char *example = get_text (warning, "example");

      essaim_cli_print ("\n%s", get_text (warning, "text"));
      if (example != NULL)
        {
          essaim_cli_print (" ");
          essaim_cli_print (_("Example: %s."), example);
        }
    }
  if (json_array_get_length (warnings) > 0)
    essaim_cli_print ("\n");
}

static void
print_text (JsonObject *found)
{
  guint records = json_object_get_int_member_with_default (found, "records", 0);

  print_kind (found);
  /* Translators: how many records, then the name of a character encoding. */
  essaim_cli_print (ngettext ("%'u record; the accents are written in %s.",
                              "%'u records; the accents are written in %s.", records),
                    records, get_text (found, "encoding"));
  essaim_cli_print ("\n\n");

  if (json_object_has_member (found, "fields"))
    print_fields (json_object_get_array_member (found, "fields"));
  if (json_object_has_member (found, "warnings"))
    print_warnings (json_object_get_array_member (found, "warnings"));

  essaim_cli_print ("\n%s\n", _("If a field should become something else, keep what “essaimctl --json inspect” prints "
                                "as a file, change its “mapping”, and import with --mapping."));
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
