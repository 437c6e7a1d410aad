/* essaim-filter.h: a query made ready for one index: which of its filters does a project fail?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-area.h"
#include "essaim-index-private.h"

G_BEGIN_DECLS

/** EssaimFails: the filters that a project fails. Those without a facet are one: failing any of them counts nowhere.
 * All others fit a byte, as what is decided beforehand is kept in bytes. */
typedef enum
{
  ESSAIM_FAILS_NONE      = 0,
  ESSAIM_FAILS_THEME     = 1 << 0,
  ESSAIM_FAILS_CHALLENGE = 1 << 1,
  ESSAIM_FAILS_KIND      = 1 << 2,
  ESSAIM_FAILS_AUDIENCE  = 1 << 3,
  ESSAIM_FAILS_SOURCE    = 1 << 4,
  ESSAIM_FAILS_TERRITORY = 1 << 5,
  ESSAIM_FAILS_PLACED    = 1 << 6,
  ESSAIM_FAILS_STATUS    = 1 << 7,
  ESSAIM_FAILS_OTHER     = 1 << 8,
} EssaimFails;

/** EssaimFilter: each filter decided beforehand for each value, or shared set of values, that a row can have. */
typedef struct
{
  /* Borrowed */
  EssaimIndex *index;

  /* Owned: EssaimFails by value */
  guint8      *themes;        /* by theme set */
  guint8      *sources;       /* by source set */
  guint8      *places;        /* by place */
  guint8      *statuses;      /* (nullable): by status; NULL when none is chosen */
  guint8       kinds[G_MAXUINT8 + 1];
  guint8       audiences[G_MAXUINT8 + 1];
  guint8       placed[2];

  gboolean     has_since;
  gint64       since;

  /* Owned (nullable): whether what lies in a commune, or covers a department, is chosen; NULL when no territory is */
  guint8      *communes;
  guint8      *departments;
  GArray      *territories;   /* (element-type guint): the chosen ones that exist */
  gboolean     has_territories;
  EssaimArea   area;
} EssaimFilter;

EssaimFilter *essaim_filter_new       (EssaimIndex *index, const EssaimQuery *query);
void          essaim_filter_free      (EssaimFilter *filter);
gboolean      essaim_filter_has_site  (const EssaimFilter *filter, guint site);
gboolean      essaim_filter_is_near   (const EssaimFilter *filter, guint row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimFilter, essaim_filter_free)

/* Called for each row: no jump but for filters that are rare or cost something. */
static inline guint
essaim_filter_test (const EssaimFilter *filter,
                    guint               row)
{
  EssaimIndex *index = filter->index;
  guint fails = filter->themes[index->theme_sets[row]] | filter->kinds[index->kinds[row]] |
                filter->audiences[index->audiences[row]] | filter->sources[index->source_sets[row]] |
                filter->places[index->places[row]] | filter->placed[index->placed[row]];

  if (filter->statuses != NULL)
    fails |= filter->statuses[index->row_statuses[row]];
  if (filter->has_since && (index->first_seen[row] == 0 || index->first_seen[row] < filter->since))
    fails |= ESSAIM_FAILS_OTHER;
  if (!filter->area.is_everywhere && (fails & (fails - 1)) == 0 && !essaim_filter_is_near (filter, row))
    fails |= ESSAIM_FAILS_OTHER;

  return fails;
}

G_END_DECLS
