/* essaim-cli-evidence.h: whose word each field of a project is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-cli.h"

G_BEGIN_DECLS

void essaim_cli_print_evidence (EssaimCli *cli, const EssaimProject *project);
/* Members `corrections` and `pairs`, where there are any. */
void essaim_cli_set_evidence   (EssaimCli *cli, const EssaimProject *project, JsonObject *object);

G_END_DECLS
