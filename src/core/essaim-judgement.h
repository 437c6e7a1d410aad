/* essaim-judgement.h: what the person decided about records: same or not, and what is right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-correction.h"

G_BEGIN_DECLS

/** EssaimDecision: two records, by id, that are one project (joined), or are not. */
typedef struct
{
  char     *a;
  char     *b;
  gboolean  joined;
} EssaimDecision;

/** EssaimJudgement: all of it, as values; ids are those of the records when the person decided, or later ones. */
typedef struct
{
  GPtrArray *decisions;     /* (element-type EssaimDecision) */
  GPtrArray *corrections;   /* (element-type EssaimCorrection) */
  GStrv      feed_order;    /* (nullable): ids of feeds, the one to be believed first at the head */
} EssaimJudgement;

EssaimJudgement *essaim_judgement_new            (void);
void             essaim_judgement_free           (EssaimJudgement *judgement);
void             essaim_judgement_add_decision   (EssaimJudgement *judgement, const char *a, const char *b,
                                                  gboolean joined);
void             essaim_judgement_add_correction (EssaimJudgement *judgement, EssaimCorrection *correction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJudgement, essaim_judgement_free)

G_END_DECLS
