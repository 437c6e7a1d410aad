/* essaim-cli-export.c: `essaimctl export`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-export.h"
#include "essaim-cli-filters.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"

/* Where the writing stands in a result. */
typedef struct
{
  EssaimLibrary *library;
  EssaimResults *results;
  guint          next;
} Cursor;

static EssaimProject *
next_cb (gpointer   user_data,
         GError   **error)
{
  Cursor *cursor = user_data;
  EssaimIndex *index = essaim_results_get_index (cursor->results);
  guint row;

  if (cursor->next >= essaim_results_get_n (cursor->results))
    return NULL;

  row = essaim_results_get_row (cursor->results, cursor->next++);

  return essaim_library_get_by_number (cursor->library, essaim_index_get_number (index, row), error);
}

/**
 * essaim_cli_contacts_option:
 * @with_contact: (out): whether the exported file gets contacts
 *
 * Returns: the option of the commands that export; contacts are for those who ask for them
 */
GOptionEntry
essaim_cli_contacts_option (gboolean *with_contact)
{
  return (GOptionEntry) {
    "contacts", 0, 0, G_OPTION_ARG_NONE, with_contact,
    N_("Let telephone numbers and e-mail addresses into the exported file, with their source"), NULL
  };
}

/**
 * essaim_cli_say_exported:
 * @cli: a run
 * @path: of the file
 * @n: projects in it
 *
 * Says what was written, in words or as a document.
 */
void
essaim_cli_say_exported (EssaimCli  *cli,
                         const char *path,
                         guint       n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  essaim_cli_say (cli, ngettext ("%'u project written to “%s”.\n", "%'u projects written to “%s”.\n", n), n, path);
  if (!cli->json)
    return;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "file", path);
  essaim_json_add_count (builder, "projects", n);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

/**
 * essaim_cli_export:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether the file is written
 */
gboolean
essaim_cli_export (EssaimCli               *cli,
                   const EssaimCliCommand  *command,
                   char                   **argv,
                   GError                 **error)
{
  g_auto (EssaimCliFilters) filters = { 0 };
  EssaimExportOptions options = { 0 };
  const GOptionEntry own[] = { essaim_cli_contacts_option (&options.with_contact), G_OPTION_ENTRY_NULL };
  g_autofree GOptionEntry *entries = essaim_cli_filters_options (&filters, own);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (EssaimQuery) query = NULL;
  g_autoptr (EssaimResults) results = NULL;
  Cursor cursor = { 0 };

  if (!essaim_cli_parse (cli, command, entries, argv, 1, 1, &arguments, error) ||
      !essaim_export_format_from_path (arguments[0], &options.format, error) ||
      essaim_cli_get_reference (cli, error) == NULL)
    return FALSE;

  query = essaim_cli_filters_parse (&filters, cli->reference, error);
  if (query == NULL)
    return FALSE;

  essaim_cli_watch_interrupt (cli);
  results = essaim_cli_answer (cli, query, error);
  if (results == NULL)
    return FALSE;

  cursor.library = cli->library;
  cursor.results = results;
  if (!essaim_export_write (arguments[0], &options, cli->reference, next_cb, &cursor, cli->cancellable, error))
    return FALSE;

  essaim_cli_say_exported (cli, arguments[0], essaim_results_get_n (results));

  return TRUE;
}
