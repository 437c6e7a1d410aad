/* essaim-sets.h: sets of numbers that many rows share, each stored once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EssaimSets: all the sets of a column.
 *
 * A filter is decided and a facet is added up once for each set, so a pass over the rows costs one look-up per column,
 * however many territories or sources a project has.
 */
typedef struct
{
  guint    n;
  guint32 *starts;   /* n + 1 */
  guint32 *values;   /* those of set i from starts[i] up to starts[i + 1] */
} EssaimSets;

/** EssaimSetPool: sets while they are gathered. */
typedef struct _EssaimSetPool EssaimSetPool;

EssaimSetPool *essaim_set_pool_new    (void);
void           essaim_set_pool_free   (EssaimSetPool *pool);
guint          essaim_set_pool_intern (EssaimSetPool *pool, const guint32 *values, guint n);
EssaimSets     essaim_set_pool_end    (EssaimSetPool *pool);
void           essaim_sets_clear      (EssaimSets *sets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimSetPool, essaim_set_pool_free)

G_END_DECLS
