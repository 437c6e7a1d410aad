/* essaim-matcher.h: which of many records look like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-likeness.h"

G_BEGIN_DECLS

typedef struct _EssaimMatcher EssaimMatcher;

/* folder: NULL for the system's folder of temporary files. */
EssaimMatcher *essaim_matcher_new        (const char *folder, GError **error);
void           essaim_matcher_free       (EssaimMatcher *self);
gboolean       essaim_matcher_add        (EssaimMatcher *self, guint32 record, const EssaimTraits *traits,
                                          GError **error);
/* (transfer full) (element-type EssaimLikeness): a and b are records, a < b; sorted by these. Once. */
GArray        *essaim_matcher_find_pairs (EssaimMatcher *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMatcher, essaim_matcher_free)

G_END_DECLS
