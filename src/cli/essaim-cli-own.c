/* essaim-cli-own.c: `essaimctl own`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-json-members.h"
#include "essaim-own-file.h"
#include "essaim-project-json.h"
#include "essaim-sync-judge.h"

static const char *
get_commune (const EssaimProject *project)
{
  for (guint i = 0; i < project->sites->len; i++)
    if (((const EssaimSite *) project->sites->pdata[i])->commune != NULL)
      return ((const EssaimSite *) project->sites->pdata[i])->commune;

  return NULL;
}

static void
print_list (GPtrArray *projects)
{
  g_autoptr (EssaimCliTable) table = essaim_cli_table_new ();

  essaim_cli_table_column (table, _("Title"), 50, FALSE);
  essaim_cli_table_column (table, _("Place"), 30, FALSE);
  essaim_cli_table_column (table, _("Id"), 44, FALSE);
  for (guint i = 0; i < projects->len; i++)
    {
      const EssaimProject *project = projects->pdata[i];

      essaim_cli_table_text (table, project->title);
      essaim_cli_table_text (table, get_commune (project));
      essaim_cli_table_text (table, project->id);
    }
  essaim_cli_table_print (table);
}

static void
print_list_document (EssaimCli *cli,
                     GPtrArray *projects)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "projects");
  json_builder_begin_array (builder);
  for (guint i = 0; i < projects->len; i++)
    json_builder_add_value (builder, essaim_project_to_json (projects->pdata[i], cli->reference, TRUE));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);
}

static gboolean
list_cb (EssaimCli  *cli,
         char      **arguments,
         gpointer    options,
         GError    **error)
{
  g_autoptr (GPtrArray) projects = essaim_work_list_own (cli->work, error);

  if (projects == NULL)
    return FALSE;

  if (cli->json)
    print_list_document (cli, projects);
  else if (projects->len == 0)
    essaim_cli_print ("%s\n", _("You have not added any project yet."));
  else
    print_list (projects);

  return TRUE;
}

/* As the library has it, or will. */
static void
print_project (EssaimCli     *cli,
               EssaimProject *project,
               const char    *id)
{
  g_autoptr (EssaimProject) shown = essaim_library_get_project (cli->library, id, NULL);
  g_autoptr (JsonNode) node = NULL;

  g_free (project->id);
  project->id = g_strdup (id);
  node = essaim_project_to_json (shown != NULL ? shown : project, cli->reference, TRUE);
  essaim_cli_print_json (node);
}

static gboolean
add_cb (EssaimCli  *cli,
        char      **arguments,
        gpointer    options,
        GError    **error)
{
  g_autofree char *id = NULL;
  g_autoptr (EssaimProject) project = essaim_own_file_read (arguments[0], cli->reference, &id, error);

  if (project == NULL ||
      !essaim_sync_put_own (cli->library, cli->work, cli->reference, project, &id, cli->cancellable, error))
    return FALSE;

  essaim_cli_say (cli, _("“%s” is among your projects; its id is %s.\n"), project->title, id);
  if (cli->json)
    print_project (cli, project, id);

  return TRUE;
}

static gboolean
remove_cb (EssaimCli  *cli,
           char      **arguments,
           gpointer    options,
           GError    **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  if (!essaim_sync_remove_own (cli->library, cli->work, arguments[0], cli->cancellable, error))
    return FALSE;

  essaim_cli_say (cli, "%s\n", _("The project is removed."));
  if (!cli->json)
    return TRUE;

  json_builder_begin_object (builder);
  essaim_json_add_text (builder, "removed", arguments[0]);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  essaim_cli_print_json (root);

  return TRUE;
}

/**
 * essaim_cli_own:
 * @cli: a run
 * @command: the command
 * @argv: the command line
 * @error: return location for an error
 *
 * Returns: whether it is done
 */
gboolean
essaim_cli_own (EssaimCli               *cli,
                const EssaimCliCommand  *command,
                char                   **argv,
                GError                 **error)
{
  static const EssaimCliVerb verbs[] = {
    { "list", 0, 0, FALSE, list_cb },
    { "add", 1, 1, TRUE, add_cb },
    { "remove", 1, 1, TRUE, remove_cb },
    { NULL },
  };
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = NULL;
  char **rest;
  const EssaimCliVerb *verb;

  if (!essaim_cli_parse (cli, command, entries, argv, 0, G_MAXUINT, &arguments, error))
    return FALSE;

  rest = arguments;
  verb = essaim_cli_pick_verb (command, verbs, &rest, error);

  return verb != NULL &&
         essaim_cli_get_library (cli, error) != NULL &&
         (verb->changes ? essaim_cli_get_work_to_change : essaim_cli_get_work) (cli, error) != NULL &&
         verb->run (cli, rest, NULL, error);
}
