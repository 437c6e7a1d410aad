/* essaim-cli-check.c: `essaimctl check`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-backup.h"
#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"

static void
print_document (const EssaimHealth *health)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "library", health->library);
  essaim_json_add_text (builder, "work", health->work);
  essaim_json_add_count (builder, "shortlists", health->shortlists);
  essaim_json_add_count (builder, "entries", health->entries);
  essaim_json_add_count (builder, "backups", health->backups);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static void
print_text (EssaimCli          *cli,
            const EssaimHealth *health)
{
  essaim_cli_say (cli, ngettext ("%'u shortlist\n", "%'u shortlists\n", health->shortlists), health->shortlists);
  essaim_cli_say (cli, ngettext ("%'u entry\n", "%'u entries\n", health->entries), health->entries);
  essaim_cli_say (cli, ngettext ("%'u backup\n", "%'u backups\n", health->backups), health->backups);
  if (cli->status == ESSAIM_CLI_EXIT_DONE)
    essaim_cli_say (cli, "%s\n", _("The data is sound."));
}

static void
tell_damage (EssaimCli  *cli,
             const char *found)
{
  if (g_str_equal (found, "ok"))
    return;

  cli->status = ESSAIM_CLI_EXIT_STORE;
  essaim_cli_print_error (FALSE, found);
}

/**
 * essaim_cli_check:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether the files could be looked at
 */
gboolean
essaim_cli_check (EssaimCli               *cli,
                  const EssaimCliCommand  *command,
                  char                   **argv,
                  GError                 **error)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (EssaimHealth) health = NULL;

  if (!essaim_cli_parse (cli, command, entries, argv, 0, 0, &arguments, error))
    return FALSE;

  health = essaim_health_check (essaim_cli_get_data_dir (cli), error);
  if (health == NULL)
    return FALSE;

  tell_damage (cli, health->library);
  tell_damage (cli, health->work);
  if (cli->json)
    print_document (health);
  else
    print_text (cli, health);

  return TRUE;
}
