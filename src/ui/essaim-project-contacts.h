/* essaim-project-contacts.h: how to reach a project, and who says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-project.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_PROJECT_CONTACTS (essaim_project_contacts_get_type ())
G_DECLARE_FINAL_TYPE (EssaimProjectContacts, essaim_project_contacts, ESSAIM, PROJECT_CONTACTS, AdwBin)

void essaim_project_contacts_show (EssaimProjectContacts *self,
                                   const EssaimProject   *project);

G_END_DECLS
