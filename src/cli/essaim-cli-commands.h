/* essaim-cli-commands.h: the commands, one file each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"

G_BEGIN_DECLS

gboolean essaim_cli_backup      (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_check       (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_correct     (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_duplicates  (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_export      (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_feeds       (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_import      (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_inspect     (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_own         (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_project     (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_refresh     (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_restore     (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_search      (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_shortlist   (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_stats       (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);
gboolean essaim_cli_territories (EssaimCli *cli, const EssaimCliCommand *command, char **argv, GError **error);

G_END_DECLS
