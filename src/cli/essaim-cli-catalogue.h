/* essaim-cli-catalogue.h: the verbs of `essaimctl feeds` that stand in files of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"

G_BEGIN_DECLS

/** EssaimCliFeedsOptions: of `essaimctl feeds`. */
typedef struct
{
  char *title;          /* (nullable) */
  char *territory;      /* (nullable): id, for an entry of the catalogue */
  char *token_file;     /* (nullable) */
  int   interval_days;  /* < 0: not told */
} EssaimCliFeedsOptions;

/* EssaimCliVerb functions; `options` is EssaimCliFeedsOptions. */
gboolean essaim_cli_list_catalogue (EssaimCli *cli, char **arguments, gpointer options, GError **error);
gboolean essaim_cli_prefer_feeds   (EssaimCli *cli, char **arguments, gpointer options, GError **error);
gboolean essaim_cli_write_sheet    (EssaimCli *cli, char **arguments, gpointer options, GError **error);

/* Subscribes to an entry of the catalogue. `feed` is NULL, without an error, where there is none of that id. */
gboolean essaim_cli_add_entry      (EssaimCli *cli, const char *id, const EssaimCliFeedsOptions *options, char **feed,
                                    GError **error);

G_END_DECLS
