/* essaim-aid-terms.h: what a funding offer gives, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-record.h"

G_BEGIN_DECLS

/** EssaimAidTerms: the members of an offer that hold its terms, looked up in the fields of one feed. */
typedef struct _EssaimAidTerms EssaimAidTerms;

EssaimAidTerms *essaim_aid_terms_new  (void);
void            essaim_aid_terms_free (EssaimAidTerms *self);
char           *essaim_aid_terms_read (EssaimAidTerms *self, const EssaimRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimAidTerms, essaim_aid_terms_free)

G_END_DECLS
