/* essaim-part-matcher.h: which parts of the library look like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-matcher.h"
#include "essaim-row.h"

G_BEGIN_DECLS

typedef struct _EssaimPartMatcher EssaimPartMatcher;

/* folder: NULL for the system's folder of temporary files. */
EssaimPartMatcher *essaim_part_matcher_new        (const char *folder, GError **error);
void               essaim_part_matcher_free       (EssaimPartMatcher *self);
/* All parts that are stored; first. */
gboolean           essaim_part_matcher_add_stored (EssaimPartMatcher *self, EssaimConnection *connection, GError **error);
/* One that will be stored with the next number. */
gboolean           essaim_part_matcher_add_row    (EssaimPartMatcher *self, const EssaimRow *row, const char *id,
                                                   const char *feed, GError **error);
/* In a thread of its own, when all are there. */
void               essaim_part_matcher_start      (EssaimPartMatcher *self, GCancellable *cancellable);
/* (transfer full) (element-type EssaimLikeness): a and b are numbers of parts; by these. Waits for the thread. */
GArray            *essaim_part_matcher_finish     (EssaimPartMatcher *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPartMatcher, essaim_part_matcher_free)

G_END_DECLS
