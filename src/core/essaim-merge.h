/* essaim-merge.h: what several records say of one project, as one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-correction.h"

G_BEGIN_DECLS

EssaimProject       *essaim_merge_projects       (GPtrArray *parts, GPtrArray *corrections,
                                                  const char * const *feed_order, EssaimReference *reference);
const EssaimProject *essaim_merge_find_speaker   (GPtrArray *parts, const char * const *feed_order, EssaimField field,
                                                  EssaimReference *reference);

G_END_DECLS
