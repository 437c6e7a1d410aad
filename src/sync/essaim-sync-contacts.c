/* essaim-sync-contacts.c: telephone and e-mail of records that vanished long ago
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-judge.h"

#include "essaim-library-joins.h"
#include "essaim-sync-private.h"

/* Nobody who has withdrawn a record has a reason to be called. */
#define KEPT_MONTHS 12

/* (transfer full): records that vanished before are past. ISO 8601 */
static char *
make_limit (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) limit = g_date_time_add_months (now, -KEPT_MONTHS);

  return g_date_time_format (limit, "%Y-%m-%dT%H:%M:%SZ");
}

typedef struct
{
  EssaimLibrary *library;
  const char    *limit;
} Past;

static gboolean
is_past_cb (const char *record,
            gpointer    user_data)
{
  const Past *past = user_data;

  return essaim_library_is_past (past->library, record, past->limit);
}

/**
 * essaim_sync_erase_contacts:
 * @library: what feeds said
 * @work: what the person made
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Erases telephone and e-mail of records that vanished more than twelve months ago, also in what was made of them.
 *
 * Returns: whether the library has none any more
 */
gboolean
essaim_sync_erase_contacts (EssaimLibrary  *library,
                            EssaimWork     *work,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autofree char *limit = make_limit ();
  g_autoptr (EssaimJudgement) judgement = NULL;
  guint n_erased;

  if (!essaim_library_erase_contacts (library, limit, &n_erased, error))
    return FALSE;
  if (n_erased == 0)
    return TRUE;

  judgement = essaim_work_load_judgement (work, error);

  return judgement != NULL && essaim_library_regroup (library, judgement, cancellable, error);
}

/**
 * essaim_sync_erase_copies:
 * @library: what feeds said
 * @work: what the person made
 * @error: return location for an error
 *
 * The same in the copies that entries of shortlists keep. It reads all of them: once a day is enough.
 *
 * Returns: whether the work has none any more
 */
gboolean
essaim_sync_erase_copies (EssaimLibrary  *library,
                          EssaimWork     *work,
                          GError        **error)
{
  g_autofree char *limit = make_limit ();
  Past past = { library, limit };

  return essaim_work_erase_contacts (work, is_past_cb, &past, error);
}
