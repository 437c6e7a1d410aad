/* essaim-sync-contacts.c: telephone and e-mail of records that vanished long ago
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-judge.h"

#include "essaim-library-joins.h"
#include "essaim-sync-private.h"

/* Nobody who has withdrawn a record has a reason to be called. */
#define KEPT_MONTHS 12

/**
 * essaim_sync_erase_contacts:
 * @library: what feeds said
 * @work: what the person made
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Erases telephone and e-mail of records that vanished more than twelve months ago, also in what was made of them.
 *
 * Returns: whether none is left
 */
gboolean
essaim_sync_erase_contacts (EssaimLibrary  *library,
                            EssaimWork     *work,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) last = g_date_time_add_months (now, -KEPT_MONTHS);
  g_autofree char *date = g_date_time_format (last, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (EssaimJudgement) judgement = NULL;
  guint n_erased;

  if (!essaim_library_erase_contacts (library, date, &n_erased, error))
    return FALSE;
  if (n_erased == 0)
    return TRUE;

  judgement = essaim_work_load_judgement (work, error);

  return judgement != NULL && essaim_library_regroup (library, judgement, cancellable, error);
}
