/* essaim-index-private.h: the columns of the index, for those who pass over them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-area.h"
#include "essaim-belonging.h"
#include "essaim-index.h"
#include "essaim-sets.h"

G_BEGIN_DECLS

/** ESSAIM_NO_ROW: the row of a number that the index does not have. */
#define ESSAIM_NO_ROW G_MAXUINT32

/** Added to the precision of a site that has a point. */
#define ESSAIM_SITE_POINT 0x80

/* The rows of store numbers, in pages that exist where there are numbers: a store may have forgotten many of them. */
#define ESSAIM_NUMBER_PAGE_BITS 12
#define ESSAIM_NUMBER_PAGE (1u << ESSAIM_NUMBER_PAGE_BITS)

struct _EssaimIndex
{
  GObject parent_instance;

  /* Owned */
  EssaimReference  *reference;
  GPtrArray        *source_ids;      /* (element-type utf8) */
  GPtrArray        *source_titles;   /* (element-type utf8) */
  GArray           *labels;          /* (element-type guint): the labelled territories */
  GPtrArray        *statuses;        /* (element-type utf8): folded; the first is that of projects without one */
  GPtrArray        *status_labels;   /* (element-type utf8): as the first project with it writes it */

  /* Owned: columns of the projects, by row. Apart, as a pass reads few of them and reads those from end to end. */
  guint             n_rows;
  guint32          *numbers;
  guint32          *first_sites;     /* n_rows + 1 */
  guint32          *theme_sets;      /* index in themes */
  guint32          *source_sets;     /* index in sources */
  guint32          *places;          /* index in territories */
  guint32          *row_statuses;    /* index in statuses */
  guint32          *first_seen;      /* seconds since 1970; 0 unknown */
  double           *funding_eur;     /* own, where no site has an amount; NAN without */
  guint8           *kinds;
  guint8           *audiences;
  guint8           *placed;          /* 1 with a point, else 0 */

  /* Owned: rows in order */
  guint32          *by_title;
  guint32          *by_recent;

  /* Owned: columns of the sites */
  guint             n_sites;
  guint32          *site_rows;
  EssaimWorldPoint *points;
  double           *site_funding_eur;
  guint16          *communes;
  guint8           *departments;
  guint8           *site_flags;      /* precision, ESSAIM_SITE_POINT */

  /* Owned: what columns share */
  guint             n_theme_sets;
  EssaimThemeSet   *themes;          /* with the bit ESSAIM_THEME_UNCLASSIFIED where there is no other */
  EssaimSets        sources;
  guint32          *source_first_seen;  /* by source: of the earliest of its projects; 0 unknown */
  EssaimSets        territories;     /* see ESSAIM_BELONGS */

  /* Owned: number to row */
  guint             n_number_pages;
  guint32         **number_pages;    /* (nullable) each: ESSAIM_NUMBER_PAGE rows */
};

G_STATIC_ASSERT (ESSAIM_N_AUDIENCES <= 8);
G_STATIC_ASSERT (ESSAIM_N_WAYS <= 4);

/* Make room in all columns for @n projects, or @n sites. */
void essaim_index_resize_projects (EssaimIndex *self, guint n);
void essaim_index_resize_sites    (EssaimIndex *self, guint n);

double essaim_index_measure_chord2 (EssaimIndex *self, guint row, const EssaimSphere *from);

static inline guint32
essaim_index_lookup_number (EssaimIndex *self,
                            guint32      number)
{
  guint page = number >> ESSAIM_NUMBER_PAGE_BITS;

  if (page >= self->n_number_pages || self->number_pages[page] == NULL)
    return ESSAIM_NO_ROW;

  return self->number_pages[page][number & (ESSAIM_NUMBER_PAGE - 1)];
}

/* Has the row of a number fetched before it is looked up: numbers that match a text lie all over the pages. */
static inline void
essaim_index_prefetch_number (EssaimIndex *self,
                              guint32      number)
{
  guint page = number >> ESSAIM_NUMBER_PAGE_BITS;

  if (page < self->n_number_pages && self->number_pages[page] != NULL)
    __builtin_prefetch (&self->number_pages[page][number & (ESSAIM_NUMBER_PAGE - 1)]);
}

G_END_DECLS
