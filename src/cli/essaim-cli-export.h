/* essaim-cli-export.h: what the two commands that export share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"
#include "essaim-export.h"

G_BEGIN_DECLS

/** ESSAIM_CLI_CONTACTS_OPTION: of the commands that export: contacts are for those who ask for them. */
#define ESSAIM_CLI_CONTACTS_OPTION(with_contact) \
  { "contacts", 0, 0, G_OPTION_ARG_NONE, (with_contact), \
    N_("Let telephone numbers and e-mail addresses into the exported file, with their source"), NULL }

void essaim_cli_say_exported (EssaimCli *cli, const char *path, guint n);

G_END_DECLS
