/* essaim-joining-table.h: whether heads are what rules and judgement say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-judgement.h"

G_BEGIN_DECLS

/** EssaimJoining: what there is to do. */
typedef enum
{
  ESSAIM_JOINING_DONE,
  ESSAIM_JOINING_TO_GROUP,   /* the person decided since */
  ESSAIM_JOINING_TO_MATCH,   /* it was never done, by these rules, with these parts */
} EssaimJoining;

/* rules: their version. */
gboolean essaim_joining_table_put    (EssaimConnection *connection, int rules, const EssaimJudgement *judgement,
                                      GError **error);
gboolean essaim_joining_table_get    (EssaimConnection *connection, int rules, const EssaimJudgement *judgement,
                                      EssaimJoining *joining, GError **error);
/* Parts have changed and nobody compared them. */
gboolean essaim_joining_table_forget (EssaimConnection *connection, GError **error);
guint64  essaim_correction_hash      (const EssaimCorrection *correction);

G_END_DECLS
