/* essaim-cli-territory.h: `essaimctl territories show`
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"

G_BEGIN_DECLS

gboolean essaim_cli_show_territory (EssaimCli *cli, const EssaimTerritory *territory, GError **error);

G_END_DECLS
