/* essaim-belonging.h: the territories that a project belongs to, from its sites and what its source declares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimBelonging: gathers the territories of one project after another. */
typedef struct _EssaimBelonging EssaimBelonging;

EssaimBelonging *essaim_belonging_new            (EssaimReference *reference);
void             essaim_belonging_free           (EssaimBelonging *belonging);
void             essaim_belonging_begin          (EssaimBelonging *belonging);
void             essaim_belonging_add_commune    (EssaimBelonging *belonging, guint commune);
void             essaim_belonging_add_department (EssaimBelonging *belonging, guint department);
void             essaim_belonging_add_declared   (EssaimBelonging *belonging, const char *id);
GArray          *essaim_belonging_end            (EssaimBelonging *belonging);  /* (transfer none): guint32 */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimBelonging, essaim_belonging_free)

/* A member of the gathered list: territory and way in one number, which sorts by territory, strongest way first. */
#define ESSAIM_BELONGS(territory, way)     ((guint32) (territory) << 2 | (guint32) (way))
#define ESSAIM_BELONGS_TERRITORY(member)   ((guint) ((member) >> 2))
#define ESSAIM_BELONGS_WAY(member)         ((EssaimWay) ((member) & 3))

G_END_DECLS
