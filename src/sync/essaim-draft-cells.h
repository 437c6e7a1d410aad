/* essaim-draft-cells.h: what became of the value of a cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-draft.h"

#include "essaim-mapping.h"

G_BEGIN_DECLS

void essaim_draft_cell_init (EssaimPreviewCell   *cell,
                             const char          *value,
                             const EssaimTarget  *target,
                             const EssaimProject *project,
                             EssaimThemes        *themes);

G_END_DECLS
