/* essaim-facets.h: counts what each choice would leave, in the pass that finds the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-filter.h"
#include "essaim-results.h"

G_BEGIN_DECLS

/**
 * EssaimTally: rows counted by the shared sets they have.
 *
 * A project that passes counts in all facets; one that fails a single filter counts in the facet of that filter only,
 * where the filter itself does not apply.
 */
typedef struct
{
  /* Borrowed */
  EssaimIndex *index;

  /* Owned: rows that pass, and rows that fail only the filter named */
  guint32     *themes;
  guint32     *themes_alone;
  guint32     *challenges_alone;
  guint32     *sources;
  guint32     *places;
  guint32     *places_alone;
  guint32     *statuses;
  guint32      kinds[G_MAXUINT8 + 1];
  guint32      audiences[G_MAXUINT8 + 1];
  guint32      placed[2];
} EssaimTally;

EssaimTally  *essaim_tally_new   (EssaimIndex *index);
void          essaim_tally_free  (EssaimTally *tally);
void          essaim_tally_end   (EssaimTally *tally, const EssaimFilter *filter, EssaimFacets *facets);
void          essaim_facets_clear (EssaimFacets *facets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTally, essaim_tally_free)

static inline void
essaim_tally_add (EssaimTally *tally,
                  guint        row)
{
  EssaimIndex *index = tally->index;

  tally->themes[index->theme_sets[row]]++;
  tally->kinds[index->kinds[row]]++;
  tally->audiences[index->audiences[row]]++;
  tally->sources[index->source_sets[row]]++;
  tally->places[index->places[row]]++;
  tally->statuses[index->row_statuses[row]]++;
  tally->placed[index->placed[row]]++;
}

static inline void
essaim_tally_add_alone (EssaimTally *tally,
                        guint        row,
                        guint        fails)
{
  EssaimIndex *index = tally->index;

  if (fails == ESSAIM_FAILS_THEME)
    tally->themes_alone[index->theme_sets[row]]++;
  else if (fails == ESSAIM_FAILS_CHALLENGE)
    tally->challenges_alone[index->theme_sets[row]]++;
  else if (fails == ESSAIM_FAILS_KIND)
    tally->kinds[index->kinds[row]]++;
  else if (fails == ESSAIM_FAILS_AUDIENCE)
    tally->audiences[index->audiences[row]]++;
  else if (fails == ESSAIM_FAILS_SOURCE)
    tally->sources[index->source_sets[row]]++;
  else if (fails == ESSAIM_FAILS_TERRITORY)
    tally->places_alone[index->places[row]]++;
  else if (fails == ESSAIM_FAILS_STATUS)
    tally->statuses[index->row_statuses[row]]++;
  else if (fails == ESSAIM_FAILS_PLACED)
    tally->placed[index->placed[row]]++;
}

G_END_DECLS
