/* essaim-choice.h: what a query asks for, choice by choice, as the person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-index.h"
#include "essaim-query.h"
#include "essaim-reference.h"

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

/** EssaimChoice: one thing that is asked for, and that can be taken back by itself. */
typedef struct
{
  EssaimFilterName  filter;
  guint             value;       /* theme, challenge, kind or audience */
  char             *key;         /* (nullable): territory, feed or status */
  char             *label;
  char             *short_label; /* for narrow places */
  const char       *icon_name;
  const char       *css_class;   /* (nullable): the colour of its challenge */
} EssaimChoice;

void       essaim_choice_free     (EssaimChoice       *choice);
void       essaim_choice_take_back (const EssaimChoice *choice,
                                   EssaimQuery        *query);
/* (transfer full) (element-type EssaimChoice) */
GPtrArray *essaim_choices_list    (const EssaimQuery  *query,
                                   EssaimReference    *reference,
                                   EssaimIndex        *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimChoice, essaim_choice_free)

G_END_DECLS
