/* essaim-library-joins.h: records of one thing in several feeds, shown as one project
 *
 * A *part* is what one feed says of a thing. A *head* is made of all parts of one thing and of what the person corrected;
 * it has the smallest id of its parts, and each of their ids leads to it. What is shown, counted and searched are the heads,
 * and the parts that are in none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-judgement.h"
#include "essaim-library.h"
#include "essaim-likeness.h"

G_BEGIN_DECLS

/** EssaimPair: two parts that look like one. */
typedef struct
{
  char          *a;          /* id of a part; a is before b */
  char          *b;
  double         score;      /* 0 to 1 */
  guint          reasons;    /* bits 1 << EssaimLikenessReason */
  EssaimVerdict  verdict;
  gboolean       is_joined;  /* both are in one head now */
} EssaimPair;

void           essaim_pair_free             (EssaimPair *pair);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPair, essaim_pair_free)

/* Before essaim_refresh_finish(): what the person decided, copied by reference; it must stay until then. */
void           essaim_refresh_set_judgement (EssaimRefresh *refresh, const EssaimJudgement *judgement);

/* After a decision or a correction: groups anew by the likenesses that are known. Only heads that change are written. */
gboolean       essaim_library_regroup       (EssaimLibrary *self, const EssaimJudgement *judgement,
                                             GCancellable *cancellable, GError **error);
/* Compares all records anew, then groups them. */
gboolean       essaim_library_rejoin        (EssaimLibrary *self, const EssaimJudgement *judgement,
                                             GCancellable *cancellable, GError **error);
/* At start: regroups or rejoins where the library is older than the judgement or the rules; does nothing otherwise. */
gboolean       essaim_library_ensure_joined (EssaimLibrary *self, const EssaimJudgement *judgement,
                                             GCancellable *cancellable, GError **error);

/* (element-type EssaimProject): of the project that @id leads to, by their ids; itself when it has no parts. */
GPtrArray     *essaim_library_get_parts     (EssaimLibrary *self, const char *id, GError **error);
/* (element-type EssaimPair): all, the likest first; those that ask for a decision have verdict PERHAPS and are not joined. */
GPtrArray     *essaim_library_list_pairs    (EssaimLibrary *self, GError **error);
/* (element-type EssaimPair): those among the parts of the project that @id leads to. */
GPtrArray     *essaim_library_list_links    (EssaimLibrary *self, const char *id, GError **error);
/* (nullable): the id that a part has now, for one that it has or had. */
char          *essaim_library_resolve       (EssaimLibrary *self, const char *id);

G_END_DECLS
