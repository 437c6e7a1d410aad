/* essaim-cli-export.h: what the two commands that export share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"
#include "essaim-export.h"

G_BEGIN_DECLS

GOptionEntry essaim_cli_contacts_option (gboolean *with_contact);
void         essaim_cli_say_exported    (EssaimCli *cli, const char *path, guint n);

G_END_DECLS
