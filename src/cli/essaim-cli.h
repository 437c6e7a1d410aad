/* essaim-cli.h: what the commands of essaimctl share: options, the open store, errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-library.h"
#include "essaim-reference.h"
#include "essaim-work.h"

G_BEGIN_DECLS

#define ESSAIM_CLI_ERROR (essaim_cli_error_quark ())
GQuark essaim_cli_error_quark (void);

/** EssaimCliError: USAGE: the command line is wrong; FAILED: anything else that has no domain of its own. */
typedef enum
{
  ESSAIM_CLI_ERROR_USAGE,
  ESSAIM_CLI_ERROR_FAILED,
} EssaimCliError;

/** EssaimCliExit: what a script learns. */
typedef enum
{
  ESSAIM_CLI_EXIT_DONE,
  ESSAIM_CLI_EXIT_FAILED,
  ESSAIM_CLI_EXIT_USAGE,
  ESSAIM_CLI_EXIT_STORE,
} EssaimCliExit;

typedef struct _EssaimCli EssaimCli;
typedef struct _EssaimCliCommand EssaimCliCommand;

/** EssaimCliFunc: argv[0] is the command's name. The exit code is cli->status, or for FALSE that of the error. */
typedef gboolean (*EssaimCliFunc) (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);

/** EssaimCliCommand: one word after `essaimctl`. */
struct _EssaimCliCommand
{
  const char    *name;
  const char    *arguments;   /* of its usage line */
  const char    *summary;     /* one line, untranslated */
  EssaimCliFunc  run;
  const char    *description; /* (nullable): what `--help` tells at the end, untranslated */
};

/** EssaimCli: one run of the program. The store is opened when first asked for. */
struct _EssaimCli
{
  /* Owned */
  char            *data_dir;
  EssaimReference *reference;
  EssaimLibrary   *library;
  EssaimWork      *work;
  GCancellable    *cancellable;

  gboolean         json;
  gboolean         quiet;
  EssaimCliExit    status;
};

EssaimCli       *essaim_cli_new               (void);
void             essaim_cli_free              (EssaimCli *cli);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimCli, essaim_cli_free)

gboolean         essaim_cli_parse_globals     (EssaimCli *cli, const char *summary, const char *description,
                                               char ***argv, GError **error);
gboolean         essaim_cli_parse             (EssaimCli *cli, const EssaimCliCommand *command,
                                               const GOptionEntry *entries, char **argv, guint min, guint max,
                                               char ***arguments, GError **error);
gboolean         essaim_cli_usage             (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean         essaim_cli_not_found         (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
EssaimCliExit    essaim_cli_exit_of_error     (const GError *error);

const char      *essaim_cli_get_data_dir      (EssaimCli *cli);
EssaimReference *essaim_cli_get_reference     (EssaimCli *cli, GError **error);
EssaimLibrary   *essaim_cli_get_library       (EssaimCli *cli, GError **error);
/* Whether a library that was damaged or lost is back, which was said. */
gboolean         essaim_cli_mend_library      (EssaimCli *cli);
/* Of work that is damaged and has a sound copy: what is in that, and how to go back to it. */
gboolean         essaim_cli_advise_restore    (EssaimCli *cli, const GError *damage, GError **error);
EssaimWork      *essaim_cli_get_work          (EssaimCli *cli, GError **error);
/* The work, about to be changed: with a copy of what the days before have left. */
EssaimWork      *essaim_cli_get_work_to_change (EssaimCli *cli, GError **error);
/* From now on Ctrl+C cancels cli->cancellable; a second one ends the program. */
void             essaim_cli_watch_interrupt   (EssaimCli *cli);

/** EssaimCliVerb: a second word, as in `shortlist add`. */
typedef struct
{
  const char *name;
  guint       min, max;       /* arguments after it */
  gboolean    changes;        /* the work: a copy of it may be due first */
  gboolean  (*run) (EssaimCli *cli, char **arguments, gpointer options, GError **error);
} EssaimCliVerb;

const EssaimCliVerb *essaim_cli_pick_verb     (const EssaimCliCommand *command, const EssaimCliVerb *verbs,
                                               char ***arguments, GError **error);

G_END_DECLS
