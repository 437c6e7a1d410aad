/* essaim-choice.h: what a query asks for, choice by choice, as the person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-explorer.h"

G_BEGIN_DECLS

/** EssaimFilterName: the filters of a query, as the filters pane has them from top to bottom. */
typedef enum
{
  ESSAIM_FILTER_TEXT,
  ESSAIM_FILTER_THEME,
  ESSAIM_FILTER_CHALLENGE,
  ESSAIM_FILTER_TERRITORY,
  ESSAIM_FILTER_KIND,
  ESSAIM_FILTER_AUDIENCE,
  ESSAIM_FILTER_SOURCE,
  ESSAIM_FILTER_STATUS,
  ESSAIM_FILTER_PLACED,
  ESSAIM_FILTER_BOX,
  ESSAIM_FILTER_NEAR,
  ESSAIM_FILTER_SINCE,
} EssaimFilterName;
#define ESSAIM_N_FILTERS (ESSAIM_FILTER_SINCE + 1)

/** ESSAIM_NOT_COUNTED: the count of a choice that no facet counts. */
#define ESSAIM_NOT_COUNTED G_MAXUINT

/** EssaimChoice: one thing that is asked for, or could be, and that can be taken back by itself. */
typedef struct
{
  EssaimFilterName  filter;
  guint             value;       /* theme, challenge, kind, audience, EssaimPlaced; else the index of its key */
  EssaimThemeSet    themes;      /* of a challenge */
  char             *key;         /* (nullable): territory, feed or status, as the query names it; a date */
  char             *label;
  char             *short_label; /* for narrow places */
  const char       *icon_name;
  const char       *css_class;   /* (nullable): the colour of its challenge */
} EssaimChoice;

EssaimChoice *essaim_choice_new       (EssaimFilterName    filter,
                                       guint               value,
                                       EssaimReference    *reference,
                                       EssaimIndex        *index);
EssaimChoice *essaim_choice_new_since (const char         *date);
void          essaim_choice_free      (EssaimChoice       *choice);
gboolean      essaim_choice_is_made   (const EssaimChoice *choice,
                                       const EssaimQuery  *query);
void          essaim_choice_make      (const EssaimChoice *choice,
                                       EssaimQuery        *query);
void          essaim_choice_take_back (const EssaimChoice *choice,
                                       EssaimQuery        *query);
void          essaim_choice_toggle    (const EssaimChoice *choice,
                                       EssaimExplorer     *explorer);
guint         essaim_choice_count     (const EssaimChoice *choice,
                                       const EssaimFacets *facets);
/* (transfer full) (element-type EssaimChoice) */
GPtrArray    *essaim_choices_list     (const EssaimQuery  *query,
                                       EssaimReference    *reference,
                                       EssaimIndex        *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimChoice, essaim_choice_free)

G_END_DECLS
