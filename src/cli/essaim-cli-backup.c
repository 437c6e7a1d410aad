/* essaim-cli-backup.c: `essaimctl backup` and `essaimctl restore`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-backup.h"

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-store-error.h"

static void
print_document (const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "file", path);
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

/* Days of the person's own calendar. */
static char *
tell_date (const char *iso)
{
  g_autoptr (GDateTime) utc = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %H:%M") : g_strdup ("?");
}

/**
 * essaim_cli_advise_restore:
 * @cli: a run
 * @damage: why a command failed
 * @error: return location for the same, with what to do about it
 *
 * Returns: whether the work is damaged, and there is a copy of it to go back to; @error is not touched otherwise
 */
gboolean
essaim_cli_advise_restore (EssaimCli     *cli,
                           const GError  *damage,
                           GError       **error)
{
  const char *folder = essaim_cli_get_data_dir (cli);
  g_autoptr (EssaimBackupCopy) copy = NULL;
  g_autofree char *date = NULL;
  g_autofree char *shortlists = NULL;
  g_autofree char *entries = NULL;

  if (!g_error_matches (damage, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED) || !essaim_backup_is_needed (folder))
    return FALSE;
  copy = essaim_backup_find_newest (folder);
  if (copy == NULL)
    return FALSE;

  date = tell_date (copy->date);
  shortlists = g_strdup_printf (ngettext ("%'u shortlist", "%'u shortlists", copy->shortlists), copy->shortlists);
  entries = g_strdup_printf (ngettext ("%'u project", "%'u projects", copy->entries), copy->entries);
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED,
               /* Translators: a date, “2 shortlists”, “15 projects”, and a file. */
               _("The file “work.db” is damaged. Its newest sound copy is of %s, with %s and %s on them; to go back to it: "
                 "essaimctl restore “%s”"), date, shortlists, entries, copy->path);

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
