/* essaim-project-tags.h: themes and audiences of a record, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapped.h"
#include "essaim-project.h"
#include "essaim-themes.h"
#include "essaim-value-map.h"

G_BEGIN_DECLS

/** EssaimProjectTags: all that leads to themes and audiences in one feed. */
typedef struct _EssaimProjectTags EssaimProjectTags;

EssaimProjectTags *essaim_project_tags_new  (EssaimMapped *mapped, EssaimValueMap *values, EssaimThemes *themes);
void               essaim_project_tags_free (EssaimProjectTags *self);
void               essaim_project_tags_add  (EssaimProjectTags *self, const EssaimRecord *record,
                                             EssaimProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProjectTags, essaim_project_tags_free)

G_END_DECLS
