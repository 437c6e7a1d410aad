/* essaim-project-corrections.h: which fields of a project are the person's, and which sources have changed since
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-evidence.h"
#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_PROJECT_CORRECTIONS (essaim_project_corrections_get_type ())
G_DECLARE_FINAL_TYPE (EssaimProjectCorrections, essaim_project_corrections, ESSAIM, PROJECT_CORRECTIONS, AdwBin)

/* evidence: (nullable): hides it */
void essaim_project_corrections_show (EssaimProjectCorrections *self,
                                      EssaimSession            *session,
                                      EssaimEvidence           *evidence);

G_END_DECLS
