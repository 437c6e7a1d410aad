/* essaim-likeness.h: how much two records look like one, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-traits.h"

G_BEGIN_DECLS

/** EssaimVerdict: what follows from a likeness: nothing, a question to the person, or one project. */
typedef enum
{
  ESSAIM_VERDICT_NONE,
  ESSAIM_VERDICT_PERHAPS,
  ESSAIM_VERDICT_SURE,
} EssaimVerdict;

/** EssaimLikenessReason: what speaks for two records being one, then what speaks against it; sets are bits `1 <<
 * reason`. */
typedef enum
{
  ESSAIM_LIKENESS_SAME_SIRET,
  ESSAIM_LIKENESS_SAME_RNA,
  ESSAIM_LIKENESS_SAME_NAME,
  ESSAIM_LIKENESS_SIMILAR_NAME,
  ESSAIM_LIKENESS_OPERATOR,
  ESSAIM_LIKENESS_SAME_ADDRESS,
  ESSAIM_LIKENESS_SAME_STREET,
  ESSAIM_LIKENESS_SAME_POINT,
  ESSAIM_LIKENESS_SAME_COMMUNE,
  ESSAIM_LIKENESS_SAME_WEBSITE,
  ESSAIM_LIKENESS_SAME_DOMAIN,
  ESSAIM_LIKENESS_SAME_PHONE,
  ESSAIM_LIKENESS_SAME_EMAIL,
  ESSAIM_LIKENESS_OTHER_NAME,
  ESSAIM_LIKENESS_OTHER_ADDRESS,
  ESSAIM_LIKENESS_OTHER_SIRET,
  ESSAIM_LIKENESS_OTHER_ROLE,
  ESSAIM_LIKENESS_CONTRADICTED,
} EssaimLikenessReason;
#define ESSAIM_N_LIKENESS_REASONS 18

/** EssaimLikeness: two records, a < b, that may be one. */
typedef struct
{
  guint32 a;        /* indices into what was compared */
  guint32 b;
  float   score;    /* 0 to 1 */
  guint32 reasons;  /* bits of #EssaimLikenessReason */
  guint8  verdict;  /* #EssaimVerdict */
} EssaimLikeness;

void          essaim_traits_compare                (const EssaimTraits *a, const EssaimTraits *b,
                                                    EssaimLikeness *likeness);
gboolean      essaim_traits_contradict             (const EssaimTraits *a, const EssaimTraits *b);

const char   *essaim_likeness_reason_get_code      (guint reason);
gboolean      essaim_likeness_is_same_title        (const char *a, const char *b);
const char   *essaim_likeness_reason_get_label     (guint reason, gboolean same_title);
gboolean      essaim_likeness_reason_is_against    (guint reason);

G_END_DECLS
