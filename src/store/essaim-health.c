/* essaim-health.c: whether both databases are sound
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-backup-private.h"

/**
 * essaim_health_free:
 * @health: (transfer full) (nullable): what was found
 */
void
essaim_health_free (EssaimHealth *health)
{
  if (health == NULL)
    return;

  g_free (health->library);
  g_free (health->work);
  g_free (health);
}

/* What to do depends on the file: one can be read again, the other cannot. */
static char *
tell_damage (const char *name,
             const char *found)
{
  g_debug ("%s.db: %s", name, found);

  if (g_str_equal (name, "work"))
    return g_strdup (_("The file “work.db” is damaged; restore it from the newest copy in “backups”."));

  return g_strdup (_("The file “library.db” is damaged; it will be set aside and filled again from what was last read when it is "
                     "next used."));
}

static char *
examine (const char        *folder,
         const char        *name,
         EssaimConnection **connection)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = NULL;

  if (!g_str_equal (name, "work") || essaim_backup_check_present (folder, &error))
    *connection = essaim_backup_open_present (folder, name, &error);
  if (error != NULL)
    return g_strdup (error->message);

  if (*connection != NULL)
    damage = essaim_connection_find_damage (*connection, FALSE);

  return damage != NULL ? tell_damage (name, damage) : g_strdup ("ok");
}

/* Whether the file has nothing in it although the person has sources. */
static gboolean
is_library_emptied (const char       *folder,
                    EssaimConnection *work)
{
  g_autofree char *path = essaim_backup_get_file (folder, "library");
  gint64 n;

  return g_file_test (path, G_FILE_TEST_EXISTS) &&
         essaim_connection_get_int (work, "SELECT count (*) FROM feed WHERE NOT deleted", &n, NULL) && n > 0;
}

/**
 * essaim_backup_count:
 * @work: work.db, or a copy of it
 * @shortlists: (out): that there are
 * @entries: (out): of these
 * @error: return location
 *
 * Returns: whether they were counted
 */
gboolean
essaim_backup_count (EssaimConnection  *work,
                     gint64            *shortlists,
                     gint64            *entries,
                     GError           **error)
{
  return essaim_connection_get_int (work, "SELECT count (*) FROM shortlist WHERE NOT deleted", shortlists, error) &&
         essaim_connection_get_int (work,
                                    "SELECT count (*) FROM entry JOIN shortlist ON shortlist.uuid = entry.shortlist"
                                    " WHERE NOT entry.deleted AND NOT shortlist.deleted",
                                    entries, error);
}

/**
 * essaim_health_check:
 * @folder: the data folder
 * @error: return location for an error
 *
 * Reads every page of both databases. A file that is not there is sound: it will be made.
 *
 * Returns: (transfer full): what was found
 */
EssaimHealth *
essaim_health_check (const char  *folder,
                     GError     **error)
{
  g_autoptr (EssaimHealth) health = g_new0 (EssaimHealth, 1);
  g_autoptr (EssaimConnection) library = NULL;
  g_autoptr (EssaimConnection) work = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  gint64 shortlists = 0, entries = 0;

  g_return_val_if_fail (folder != NULL, NULL);

  health->library = examine (folder, "library", &library);
  health->work = examine (folder, "work", &work);
  if (library == NULL && work != NULL && g_str_equal (health->library, "ok") && is_library_emptied (folder, work))
    {
      g_free (health->library);
      health->library = tell_damage ("library", "empty");
    }

  if (work != NULL && g_str_equal (health->work, "ok") &&
      !essaim_backup_count (work, &shortlists, &entries, error))
    return NULL;

  backups = essaim_backup_list (folder);
  health->shortlists = shortlists;
  health->entries = entries;
  health->backups = backups->len;

  return g_steal_pointer (&health);
}
