/* essaim-query.h: a question, as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-themes.h"

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_SORT_RELEVANCE,
  ESSAIM_SORT_TITLE,
  ESSAIM_SORT_RECENT,
  ESSAIM_SORT_DISTANCE,
} EssaimSort;

typedef enum
{
  ESSAIM_PLACED_ANY,
  ESSAIM_PLACED_YES,
  ESSAIM_PLACED_NO,
} EssaimPlaced;

/** EssaimQuery: choices within a filter are joined by OR, filters by AND; an empty filter lets all through. */
typedef struct
{
  char           *text;          /* (nullable) */
  EssaimThemeSet  themes;        /* with bit ESSAIM_THEME_UNCLASSIFIED for none */
  guint           challenges;    /* bits 1 << EssaimChallenge */
  guint           kinds;         /* bits 1 << EssaimKind */
  guint           audiences;     /* bits 1 << EssaimAudience */
  GPtrArray      *territories;   /* (element-type utf8): ids */
  GPtrArray      *sources;       /* (element-type utf8): feed ids */
  GPtrArray      *statuses;      /* (element-type utf8) */
  double          near_lat;      /* NAN without */
  double          near_lon;
  double          within_km;     /* 0: no limit, near only sorts */
  double          west, south, east, north;  /* NAN without */
  EssaimPlaced    placed;
  char           *since;         /* (nullable): first seen on or after, ISO date */
  EssaimSort      sort;
} EssaimQuery;

EssaimQuery *essaim_query_new      (void);
EssaimQuery *essaim_query_copy     (const EssaimQuery *query);
void         essaim_query_free     (EssaimQuery *query);
gboolean     essaim_query_equal    (const EssaimQuery *a, const EssaimQuery *b);
gboolean     essaim_query_is_empty (const EssaimQuery *query);
gboolean     essaim_query_has_text (const EssaimQuery *query);
gboolean     essaim_query_has_near (const EssaimQuery *query);
gboolean     essaim_query_has_box  (const EssaimQuery *query);

gboolean     essaim_sort_from_code (const char *code, EssaimSort *sort);
const char  *essaim_sort_to_code   (EssaimSort sort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimQuery, essaim_query_free)

G_END_DECLS
