/* essaim-cli.c: what the commands of essaimctl share: options, the open store, errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cli.h"

#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "essaim-backup.h"
#include "essaim-cli-output.h"
#include "essaim-config.h"
#include "essaim-store-error.h"
#include "essaim-sync-judge.h"
#include "essaim-sync.h"

/* Put before an argument that begins with a dash but is no option (`-12.78,45.23`, a note): GOption lets it pass. */
#define SHIELD '\x1f'

G_DEFINE_QUARK (essaim-cli-error-quark, essaim_cli_error)

/**
 * essaim_cli_new:
 *
 * Returns: (transfer full): a run with nothing said and nothing opened
 */
EssaimCli *
essaim_cli_new (void)
{
  EssaimCli *cli = g_new0 (EssaimCli, 1);

  cli->cancellable = g_cancellable_new ();

  return cli;
}

/**
 * essaim_cli_free:
 * @cli: (transfer full): a run
 *
 * Closes what it opened.
 */
void
essaim_cli_free (EssaimCli *cli)
{
  g_clear_object (&cli->library);
  g_clear_object (&cli->work);
  g_clear_object (&cli->reference);
  g_clear_object (&cli->cancellable);
  g_free (cli->data_dir);
  g_free (cli);
}

/* Options begin with a letter; everything else after a dash is what the person says. */
static gboolean
needs_shield (const char *argument)
{
  if (argument[0] == SHIELD)
    return TRUE;

  return argument[0] == '-' && argument[1] != '\0' && argument[1] != '-' && argument[1] != '?' &&
         !g_ascii_isalpha (argument[1]);
}

static void
shield_arguments (char **argv)
{
  for (char **argument = argv; *argument != NULL; argument++)
    if (needs_shield (*argument))
      {
        char *shielded = g_strdup_printf ("%c%s", SHIELD, *argument);

        g_free (*argument);
        *argument = shielded;
      }
}

static void
unshield (char *argument)
{
  if (argument != NULL && argument[0] == SHIELD)
    memmove (argument, argument + 1, strlen (argument));
}

/* From a sentence that says what was typed. */
static void
lift_shields (char *sentence)
{
  char *to = sentence;

  for (const char *from = sentence; *from != '\0'; from++)
    if (*from != SHIELD)
      *to++ = *from;
  *to = '\0';
}

static void
unshield_values (const GOptionEntry *entries)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (entry->arg == G_OPTION_ARG_FILENAME)
      unshield (*(char **) entry->arg_data);
    else if (entry->arg == G_OPTION_ARG_FILENAME_ARRAY)
      for (char **value = *(char ***) entry->arg_data; value != NULL && *value != NULL; value++)
        unshield (*value);
}

static gboolean
version_cb (const char  *option,
            const char  *value,
            gpointer     data,
            GError     **error)
{
  essaim_cli_print ("essaimctl %s\n", ESSAIM_VERSION);
  exit (ESSAIM_CLI_EXIT_DONE);
}

/* Texts are taken as G_OPTION_ARG_FILENAME: their bytes as typed, whatever the locale. */
static void
add_global_entries (EssaimCli      *cli,
                    GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &cli->data_dir, N_("Folder of the data"), N_("DIR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print one JSON document"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &cli->quiet, N_("Say nothing but errors and what was asked for"), NULL },
    { "version", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, version_cb, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
parse_strv (GOptionContext  *context,
            char          ***argv,
            GError         **error)
{
  g_autoptr (GError) wrong = NULL;

  for (char **argument = *argv; *argument != NULL; argument++)
    if (!g_utf8_validate (*argument, -1, NULL))
      return essaim_cli_usage (error, _("An argument is not valid UTF-8 text."));

  if (g_option_context_parse_strv (context, argv, &wrong))
    return TRUE;
  lift_shields (wrong->message);

  return essaim_cli_usage (error, "%s", wrong->message);
}

/**
 * essaim_cli_parse_globals:
 * @cli: a run
 * @summary: what the program is, for `--help`
 * @description: the commands, for `--help`
 * @argv: (inout): the command line; the command is its second member afterwards, if there is one
 * @error: return location for an error
 *
 * Takes the options before the command.
 *
 * Returns: whether they are right
 */
gboolean
essaim_cli_parse_globals (EssaimCli   *cli,
                          const char  *summary,
                          const char  *description,
                          char      ***argv,
                          GError     **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("COMMAND …"));

  add_global_entries (cli, context);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  shield_arguments (*argv);

  return parse_strv (context, argv, error);
}

/* What is left once the options are taken out: argv[0] and a separator `--` are not arguments. */
static char **
take_arguments (char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean separated = FALSE;

  for (char **argument = argv + 1; argv[0] != NULL && *argument != NULL; argument++)
    {
      if (!separated && g_str_equal (*argument, "--"))
        {
          separated = TRUE;
          continue;
        }
      unshield (*argument);
      g_strv_builder_add (builder, *argument);
    }

  return g_strv_builder_end (builder);
}

/**
 * essaim_cli_parse:
 * @cli: a run
 * @command: the command
 * @entries: its options; texts are G_OPTION_ARG_FILENAME
 * @argv: the command line from the command's name on
 * @min: fewest arguments
 * @max: most arguments; %G_MAXUINT for any number
 * @arguments: (out) (transfer full): the arguments
 * @error: return location for an error
 *
 * Takes the options of the command and the global ones, in any order; `--help` prints and ends the program.
 *
 * Returns: whether the command line is right
 */
gboolean
essaim_cli_parse (EssaimCli               *cli,
                  const EssaimCliCommand  *command,
                  const GOptionEntry      *entries,
                  char                   **argv,
                  guint                    min,
                  guint                    max,
                  char                  ***arguments,
                  GError                 **error)
{
  /* Translated, no text is the head of the catalogue. */
  const char *takes = *command->arguments != '\0' ? _(command->arguments) : NULL;
  g_autofree char *parameters = g_strjoin (" ", command->name, takes, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_auto (GStrv) rest = g_strdupv (argv);
  guint n;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  add_global_entries (cli, context);
  if (!parse_strv (context, &rest, error))
    return FALSE;

  unshield_values (entries);
  *arguments = take_arguments (rest);
  n = g_strv_length (*arguments);
  if (n >= min && n <= max)
    return TRUE;

  g_clear_pointer (arguments, g_strfreev);

  return essaim_cli_usage (error, _("Usage: essaimctl %s (see “essaimctl %s --help”)"), parameters, command->name);
}

/**
 * essaim_cli_usage:
 * @error: return location for the error
 * @format: a sentence
 * @...: what goes into it
 *
 * Returns: %FALSE, with a usage error
 */
gboolean
essaim_cli_usage (GError     **error,
                  const char  *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (ESSAIM_CLI_ERROR, ESSAIM_CLI_ERROR_USAGE, format, args);
  va_end (args);

  return FALSE;
}

/**
 * essaim_cli_not_found:
 * @error: return location for the error
 * @format: a sentence
 * @...: what goes into it
 *
 * Returns: %FALSE, with an error that is not the command line's fault
 */
gboolean
essaim_cli_not_found (GError     **error,
                      const char  *format,
                      ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (ESSAIM_CLI_ERROR, ESSAIM_CLI_ERROR_FAILED, format, args);
  va_end (args);

  return FALSE;
}

/**
 * essaim_cli_exit_of_error:
 * @error: why a command failed
 *
 * Returns: the exit code for it
 */
EssaimCliExit
essaim_cli_exit_of_error (const GError *error)
{
  if (g_error_matches (error, ESSAIM_CLI_ERROR, ESSAIM_CLI_ERROR_USAGE))
    return ESSAIM_CLI_EXIT_USAGE;

  if (g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED) ||
      g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NEWER) ||
      g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE))
    return ESSAIM_CLI_EXIT_STORE;

  return ESSAIM_CLI_EXIT_FAILED;
}

/**
 * essaim_cli_get_data_dir:
 * @cli: a run
 *
 * Returns: the folder of the databases: the one given, else the application's own
 */
const char *
essaim_cli_get_data_dir (EssaimCli *cli)
{
  if (cli->data_dir == NULL)
    cli->data_dir = g_build_filename (g_get_user_data_dir (), "essaim", NULL);

  return cli->data_dir;
}

/**
 * essaim_cli_get_reference:
 * @cli: a run
 * @error: return location for an error
 *
 * Returns: (transfer none): the shipped data, or %NULL with @error
 */
EssaimReference *
essaim_cli_get_reference (EssaimCli  *cli,
                          GError    **error)
{
  if (cli->reference == NULL)
    {
      g_autofree char *folder = essaim_reference_find_folder ();

      cli->reference = essaim_reference_new (folder, error);
    }

  return cli->reference;
}

/**
 * essaim_cli_mend_library:
 * @cli: a run
 *
 * Brings the library back from what is kept, if it is damaged or lost, and says so; or another program has done so meanwhile.
 *
 * Returns: whether it is worth trying again
 */
gboolean
essaim_cli_mend_library (EssaimCli *cli)
{
  EssaimReference *reference = essaim_cli_get_reference (cli, NULL);
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&cli->library);
  if (reference == NULL ||
      !essaim_sync_mend_library (essaim_cli_get_data_dir (cli), reference, &told, NULL, NULL, cli->cancellable, &error))
    {
      g_debug ("The library was not brought back: %s", error != NULL ? error->message : "no reference");
      return FALSE;
    }
  if (told != NULL && !cli->quiet)
    essaim_cli_print_error (FALSE, told);

  return TRUE;
}

/* Shows what the person made and a program that was killed did not get to show. The library can be read without it. */
static void
settle (EssaimCli *cli)
{
  g_autofree char *path = g_build_filename (essaim_cli_get_data_dir (cli), "work.db", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && essaim_cli_get_work (cli, &error) != NULL)
    essaim_sync_settle (cli->library, cli->work, cli->cancellable, &error);
  if (error != NULL)
    g_debug ("What the person made could not be shown: %s", error->message);
}

/**
 * essaim_cli_get_library:
 * @cli: a run
 * @error: return location for an error
 *
 * One that is lost is brought back first, if what was last read is kept.
 *
 * Returns: (transfer none): library.db, open, or %NULL with @error
 */
EssaimLibrary *
essaim_cli_get_library (EssaimCli  *cli,
                        GError    **error)
{
  EssaimReference *reference = essaim_cli_get_reference (cli, error);

  if (cli->library == NULL && reference != NULL)
    {
      cli->library = essaim_library_open (essaim_cli_get_data_dir (cli), reference, error);
      if (cli->library != NULL && essaim_sync_is_lost (cli->library))
        {
          essaim_cli_mend_library (cli);
          cli->library = essaim_library_open (essaim_cli_get_data_dir (cli), reference, error);
        }
      if (cli->library != NULL)
        settle (cli);
    }

  return cli->library;
}

/**
 * essaim_cli_get_work:
 * @cli: a run
 * @error: return location for an error
 *
 * Returns: (transfer none): work.db, open, or %NULL with @error
 */
EssaimWork *
essaim_cli_get_work (EssaimCli  *cli,
                     GError    **error)
{
  EssaimReference *reference = essaim_cli_get_reference (cli, error);

  if (cli->work == NULL && reference != NULL)
    cli->work = essaim_work_open (essaim_cli_get_data_dir (cli), reference, error);

  return cli->work;
}

/**
 * essaim_cli_get_work_to_change:
 * @cli: a run
 * @error: return location for an error
 *
 * The same as essaim_cli_get_work(), with the copy of the day made. Without it the work can be changed all the same: that
 * is said, and no reason to stop.
 *
 * Returns: (transfer none): work.db, open, or %NULL with @error
 */
EssaimWork *
essaim_cli_get_work_to_change (EssaimCli  *cli,
                               GError    **error)
{
  g_autoptr (GError) warning = NULL;

  if (essaim_cli_get_work (cli, error) == NULL)
    return NULL;
  if (!essaim_backup_make_before_change (essaim_cli_get_data_dir (cli), &warning))
    essaim_cli_print_error (FALSE, warning->message);

  return cli->work;
}

static void
interrupt_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGTERM);
}

static gpointer
wait_for_interrupt (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t signals;
  int which;

  interrupt_signals (&signals);
  sigwait (&signals, &which);
  g_cancellable_cancel (cancellable);
  pthread_sigmask (SIG_UNBLOCK, &signals, NULL);

  /* This thread is now the only one that a second signal can reach: it does what signals do by default. */
  while (TRUE)
    g_usleep (G_USEC_PER_SEC);

  return NULL;
}

/**
 * essaim_cli_watch_interrupt:
 * @cli: a run
 *
 * Cancels the run's cancellable on the first Ctrl+C (or SIGTERM), so that what is under way is undone cleanly;
 * the second ends the program. Call it before other threads are started, since they inherit the mask.
 */
void
essaim_cli_watch_interrupt (EssaimCli *cli)
{
  sigset_t signals;

  interrupt_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, g_object_ref (cli->cancellable)));
}

static const EssaimCliVerb *
find_verb (const EssaimCliVerb *verbs,
           const char          *name)
{
  for (; verbs->name != NULL; verbs++)
    if (g_str_equal (verbs->name, name))
      return verbs;

  return NULL;
}

/**
 * essaim_cli_pick_verb:
 * @command: the command
 * @verbs: its verbs, the default one first, ended by a %NULL name
 * @arguments: (inout): the arguments; those of the verb afterwards
 * @error: return location for a usage error
 *
 * Returns: (nullable): the verb, with as many arguments as it takes
 */
const EssaimCliVerb *
essaim_cli_pick_verb (const EssaimCliCommand   *command,
                      const EssaimCliVerb      *verbs,
                      char                   ***arguments,
                      GError                  **error)
{
  gboolean named = (*arguments)[0] != NULL;
  const EssaimCliVerb *verb = named ? find_verb (verbs, (*arguments)[0]) : verbs;
  char **rest = *arguments + (named ? 1 : 0);
  guint n = g_strv_length (rest);

  if (verb != NULL && n >= verb->min && n <= verb->max)
    {
      *arguments = rest;
      return verb;
    }

  essaim_cli_usage (error, _("Usage: essaimctl %s %s (see “essaimctl %s --help”)"), command->name,
                    _(command->arguments), command->name);

  return NULL;
}
