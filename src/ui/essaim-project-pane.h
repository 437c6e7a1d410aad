/* essaim-project-pane.h: one project, whole: what to do with it, then what is known of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"
#include "essaim-shortlists.h"

G_BEGIN_DECLS

/** EssaimProjectPane: property `project-id`: of the project shown. */
#define ESSAIM_TYPE_PROJECT_PANE (essaim_project_pane_get_type ())
G_DECLARE_FINAL_TYPE (EssaimProjectPane, essaim_project_pane, ESSAIM, PROJECT_PANE, AdwBin)

void           essaim_project_pane_set_models  (EssaimProjectPane *self,
                                                EssaimExplorer    *explorer,
                                                EssaimShortlists  *shortlists);
void           essaim_project_pane_set_project (EssaimProjectPane *self,
                                                EssaimProject     *project);
/* (nullable) */
EssaimProject *essaim_project_pane_get_project (EssaimProjectPane *self);

G_END_DECLS
