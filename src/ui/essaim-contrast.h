/* essaim-contrast.h: what two records say of the same, field by field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimContrast: a field that at least one of two projects has. */
typedef struct
{
  EssaimField  field;
  char        *left;    /* (nullable): as a person reads it */
  char        *right;   /* (nullable) */
  gboolean     same;    /* but for the way it is written */
} EssaimContrast;

/* (element-type EssaimContrast): in the order that tells most first */
GPtrArray *essaim_contrast_list           (const EssaimProject *left,
                                           const EssaimProject *right,
                                           EssaimReference     *reference);
/* Kilometres between the nearest of their sites that are placed to the street or better; NAN unknown. */
double     essaim_project_get_distance_km (const EssaimProject *project,
                                           const EssaimProject *other);

G_END_DECLS
