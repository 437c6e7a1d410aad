/* essaim-amendment.h: several fields that the person corrects, or takes back, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-correction.h"

G_BEGIN_DECLS

/** EssaimAmendment: what is kept is one edit, undone as one. */
typedef struct
{
  GPtrArray *corrections;   /* (element-type EssaimCorrection): set, in place of any before */
  GPtrArray *cleared;       /* (element-type EssaimCorrection): taken away: only record and field count */
} EssaimAmendment;

EssaimAmendment *essaim_amendment_new          (void);
void             essaim_amendment_free         (EssaimAmendment       *self);
gboolean         essaim_amendment_is_empty     (const EssaimAmendment *self);
void             essaim_amendment_set          (EssaimAmendment       *self,
                                                EssaimCorrection      *correction);
void             essaim_amendment_clear        (EssaimAmendment       *self,
                                                const char            *record,
                                                EssaimField            field);
/* For the target of an action: what an undo does. */
GVariant        *essaim_amendment_to_variant   (const EssaimAmendment *self);
EssaimAmendment *essaim_amendment_from_variant (GVariant              *variant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimAmendment, essaim_amendment_free)

#define ESSAIM_AMENDMENT_VARIANT_TYPE "a(ssbmsms)"

G_END_DECLS
