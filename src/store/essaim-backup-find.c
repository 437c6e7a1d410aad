/* essaim-backup-find.c: the copy to go back to, when the work is damaged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "essaim-backup-private.h"
#include "essaim-store-error.h"

/**
 * essaim_backup_copy_free:
 * @copy: (transfer full) (nullable): a copy
 */
void
essaim_backup_copy_free (EssaimBackupCopy *copy)
{
  if (copy == NULL)
    return;

  g_free (copy->path);
  g_free (copy->date);
  g_free (copy);
}

/* (nullable) */
static char *
get_date (const char *path)
{
  g_autoptr (GDateTime) date = NULL;
  GStatBuf found;

  if (g_stat (path, &found) != 0)
    return NULL;
  date = g_date_time_new_from_unix_utc (found.st_mtime);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* (nullable): what is in it; %NULL where it cannot be read */
static EssaimBackupCopy *
look_into (const char *path)
{
  g_autoptr (EssaimConnection) connection = essaim_backup_open_sound (path, NULL);
  g_autoptr (EssaimBackupCopy) copy = g_new0 (EssaimBackupCopy, 1);
  gint64 shortlists, entries;

  if (connection == NULL || !essaim_backup_count (connection, &shortlists, &entries, NULL))
    return NULL;

  copy->path = g_strdup (path);
  copy->date = get_date (path);
  copy->shortlists = (guint) shortlists;
  copy->entries = (guint) entries;

  return g_steal_pointer (&copy);
}

/**
 * essaim_backup_find_newest:
 * @folder: the data folder
 *
 * Returns: (transfer full) (nullable): the newest of the copies in its `backups` that can be read whole
 */
EssaimBackupCopy *
essaim_backup_find_newest (const char *folder)
{
  g_autoptr (GPtrArray) paths = essaim_backup_list (folder);
  EssaimBackupCopy *copy = NULL;

  for (guint i = paths->len; i > 0 && copy == NULL; i--)
    copy = look_into (g_ptr_array_index (paths, i - 1));

  return copy;
}

/**
 * essaim_backup_is_needed:
 * @folder: the data folder
 *
 * Reads all of work.db, which takes a while.
 *
 * Returns: whether it is damaged, or lost although there are copies of it
 */
gboolean
essaim_backup_is_needed (const char *folder)
{
  g_autoptr (EssaimConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *damage = NULL;

  if (!essaim_backup_check_present (folder, NULL))
    return TRUE;
  connection = essaim_backup_open_present (folder, "work", &error);
  if (connection != NULL)
    damage = essaim_connection_find_damage (connection, FALSE);

  return damage != NULL || g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
}
