/* essaim-cli-backup.c: `essaimctl backup` and `essaimctl restore`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-backup.h"

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"

static void
print_document (const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_cli_json_text (builder, "file", path);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

/**
 * essaim_cli_backup:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether the copy is there
 */
gboolean
essaim_cli_backup (EssaimCli               *cli,
                   const EssaimCliCommand  *command,
                   char                   **argv,
                   GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  g_autofree char *path = NULL;

  if (!essaim_cli_parse (cli, command, entries, argv, 0, 1, &arguments, error))
    return FALSE;

  path = essaim_backup_make (essaim_cli_get_data_dir (cli), arguments[0], error);
  if (path == NULL)
    return FALSE;

  essaim_cli_say (cli, _("The work was copied to “%s”.\n"), path);
  if (cli->json)
    print_document (path);

  return TRUE;
}

/**
 * essaim_cli_restore:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether the work is what it was
 */
gboolean
essaim_cli_restore (EssaimCli               *cli,
                    const EssaimCliCommand  *command,
                    char                   **argv,
                    GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;

  if (!essaim_cli_parse (cli, command, entries, argv, 1, 1, &arguments, error) ||
      !essaim_backup_restore (essaim_cli_get_data_dir (cli), arguments[0], error))
    return FALSE;

  essaim_cli_say (cli, _("The work is back as it was in “%s”; what was there before is kept in “backups”.\n"),
                  arguments[0]);
  if (cli->json)
    print_document (arguments[0]);

  return TRUE;
}
