/* essaim-point-finder.h: the position that a record gives, in degrees, if it may be drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-place-words.h"

G_BEGIN_DECLS

/** EssaimPointFinder: for one feed; used by one thread. */
typedef struct _EssaimPointFinder EssaimPointFinder;

EssaimPointFinder *essaim_point_finder_new  (EssaimReference *reference, EssaimReport *report);
void               essaim_point_finder_free (EssaimPointFinder *finder);
gboolean           essaim_point_finder_find (EssaimPointFinder *finder, const EssaimPlace *place,
                                             const EssaimEvidence *evidence, double *lat, double *lon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPointFinder, essaim_point_finder_free)

G_END_DECLS
