/* essaim-project-sources.h: where a project was read, why that is one project, and what each source alone says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_PROJECT_SOURCES (essaim_project_sources_get_type ())
G_DECLARE_FINAL_TYPE (EssaimProjectSources, essaim_project_sources, ESSAIM, PROJECT_SOURCES, AdwBin)

void essaim_project_sources_show (EssaimProjectSources *self,
                                  EssaimSession        *session,
                                  EssaimProject        *project);

G_END_DECLS
