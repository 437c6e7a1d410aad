/* essaim-merge-private.h: records on their way to one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-merge.h"

G_BEGIN_DECLS

/** EssaimMerge: a merge on its way. */
typedef struct
{
  /* Owned */
  GPtrArray       *parts;       /* (element-type EssaimProject): the one to be believed first at the head */
  EssaimProject   *merged;

  /* Borrowed */
  EssaimReference *reference;

  guint            n_present;   /* the first parts, of which the merged project has all themes, places and money */
} EssaimMerge;

void essaim_merge_sites (EssaimMerge *merge, const EssaimCorrection *position);

G_END_DECLS
