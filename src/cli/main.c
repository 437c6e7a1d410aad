/* main.c: essaimctl, the core without a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "essaim-cli-commands.h"
#include "essaim-cli-output.h"
#include "essaim-config.h"
#include "essaim-store-error.h"

static const EssaimCliCommand commands[] = {
  { "import", N_("FILE|URL"), N_("Import or refresh a source from a file or an address"), essaim_cli_import },
  { "inspect", N_("FILE|URL"), N_("Show what a reader makes of a source; imports nothing"), essaim_cli_inspect },
  { "feeds", N_("[list | add URL|ENTRY | show ID | remove ID | enable ID | disable ID | catalogue | sheet ID FILE | prefer [ID… | none]]"),
    N_("List or change the sources"), essaim_cli_feeds },
  { "refresh", N_("[ID…]"), N_("Read the sources again that are due, or those named"), essaim_cli_refresh },
  { "search", N_("[TEXT]"), N_("Find projects, with counts for each filter"), essaim_cli_search },
  { "project", N_("ID"), N_("Show a project, whole"), essaim_cli_project },
  { "territories", N_("[list | show ID | at LAT,LON | of INSEE]"), N_("List, find or show territories"),
    essaim_cli_territories },
  { "shortlist",
    N_("[list | create NAME | show LIST | add LIST PROJECT | remove LIST PROJECT | note LIST PROJECT TEXT |"
       " status LIST PROJECT STATUS | rate LIST PROJECT 0–5 | next LIST PROJECT TEXT [DATE] | export LIST FILE]"),
    N_("Keep projects, with notes and a status"), essaim_cli_shortlist },
  { "duplicates", N_("[list | join A B | split PROJECT RECORD | apart A B]"),
    N_("List what may be one project; join, split or keep apart"), essaim_cli_duplicates },
  { "correct", N_("PROJECT FIELD [VALUE]"), N_("Correct what sources say of a project; without VALUE, take that back"),
    essaim_cli_correct,
    N_("FIELD is title, summary, organisation, website, email, phone, kind, status, themes, audiences or position. Codes are\n"
       "parted by commas (MOB,ENV), a position is LAT,LON in degrees. An empty VALUE says that there is none.") },
  { "own", N_("[list | add FILE.json | remove ID]"), N_("Add projects of your own"), essaim_cli_own,
    N_("FILE.json holds one project, of the form that “essaimctl --json project ID” prints. It needs a title and a place:\n"
       "\n"
       "  {\n"
       "    \"title\": \"Atelier du vélo\",\n"
       "    \"summary\": \"On y répare son vélo soi-même.\",\n"
       "    \"themes\": [\"MOB\"],\n"
       "    \"website\": \"https://example.org/\",\n"
       "    \"sites\": [{\"insee\": \"63113\", \"address\": \"3 rue du Port\"}]\n"
       "  }\n"
       "\n"
       "A site has the code of its commune, “insee”, or a point: “lat” and “lon”. With the “id” of one of your projects,\n"
       "the file takes its place.") },
  { "export", N_("FILE"), N_("Write a filtered result as .csv, .geojson or .json"), essaim_cli_export },
  { "stats", "", N_("Count everything"), essaim_cli_stats },
  { "check", "", N_("Check that the data is sound"), essaim_cli_check },
  { "backup", N_("[FILE]"), N_("Make a verified copy of the work"), essaim_cli_backup },
  { "restore", N_("FILE"), N_("Bring the work back from a copy"), essaim_cli_restore },
};

/* Commands that scripts may meet in the documentation before they are here. */
static const char * const later_commands[] = { "gaps", "ideas", "compare" };

static const EssaimCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static gboolean
set_unknown_command (const char  *name,
                     GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (later_commands); i++)
    if (g_str_equal (later_commands[i], name))
      return essaim_cli_usage (error, _("The command “%s” is not part of this version."), name);

  return essaim_cli_usage (error, _("There is no command “%s” (see “essaimctl --help”)."), name);
}

static char *
describe_commands (void)
{
  g_autoptr (GString) text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-12s %s", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n\n%s", _("“essaimctl COMMAND --help” tells more of each."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A library that turns out to be damaged is brought back once, and the command begun anew. */
static gboolean
run_command (EssaimCli               *cli,
             const EssaimCliCommand  *command,
             char                   **argv,
             GError                 **error)
{
  g_auto (GStrv) again = g_strdupv (argv);
  g_autoptr (GError) local_error = NULL;

  if (command->run (cli, command, argv, &local_error))
    return TRUE;
  if (g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED) && essaim_cli_mend_library (cli))
    {
      g_clear_error (&local_error);
      if (command->run (cli, command, again, &local_error))
        return TRUE;
    }

  if (!essaim_cli_advise_restore (cli, local_error, error))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
run (EssaimCli   *cli,
     char      ***argv,
     GError     **error)
{
  g_autofree char *description = describe_commands ();
  const EssaimCliCommand *command;

  if (!essaim_cli_parse_globals (cli, _("Essaim without a window: open data about social innovation in France"),
                                 description, argv, error))
    return FALSE;

  if ((*argv)[1] == NULL)
    return essaim_cli_usage (error, _("Which command? (see “essaimctl --help”)"));

  command = find_command ((*argv)[1]);
  if (command == NULL)
    return set_unknown_command ((*argv)[1], error);

  return run_command (cli, command, *argv + 1, error);
}

/* A server can make libraries wonder aloud: that is for who looks for it. What is fatal stays so. */
static GLogWriterOutput
write_log_cb (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         user_data)
{
  if ((level & G_LOG_LEVEL_MASK) == G_LOG_LEVEL_WARNING && g_getenv ("G_MESSAGES_DEBUG") == NULL)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
set_up_language (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, ESSAIM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (EssaimCli) cli = essaim_cli_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = g_strdupv (argv);

  /* A limit on the size of files is told as a full disk is, not by dying of it. */
  signal (SIGXFSZ, SIG_IGN);
  g_log_set_writer_func (write_log_cb, NULL, NULL);
  set_up_language ();
  g_set_prgname ("essaimctl");

  if (!run (cli, &arguments, &error))
    {
      /* The option may stand behind the mistake. */
      essaim_cli_print_error (cli->json || g_strv_contains ((const char * const *) argv, "--json"), error->message);
      cli->status = essaim_cli_exit_of_error (error);
    }

  /* A full disk or a closed pipe: what was printed is not what was meant. */
  if (fflush (stdout) != 0 && cli->status == ESSAIM_CLI_EXIT_DONE)
    cli->status = ESSAIM_CLI_EXIT_FAILED;

  return cli->status;
}
