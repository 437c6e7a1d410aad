/* essaim-joiner.h: heads as the likenesses of their parts and the person's judgement say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-joining-table.h"
#include "essaim-part-matcher.h"

G_BEGIN_DECLS

/* without: number of a feed whose parts are to be in no head; or 0. */
gboolean essaim_joiner_group     (EssaimConnection *connection, EssaimReference *reference, const EssaimJudgement *judgement,
                                  gint64 without, GError **error);
/* matcher: one that was given all parts; used up, not freed. */
gboolean essaim_joiner_join      (EssaimConnection *connection, EssaimReference *reference, const EssaimJudgement *judgement,
                                  EssaimPartMatcher *matcher, GCancellable *cancellable, GError **error);
gboolean essaim_joiner_get_state (EssaimConnection *connection, const EssaimJudgement *judgement, EssaimJoining *joining,
                                  GError **error);

G_END_DECLS
