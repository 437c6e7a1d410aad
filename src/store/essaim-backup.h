/* essaim-backup.h: integrity, copies and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimHealth: "ok", or what is wrong in a sentence. */
typedef struct
{
  char  *library;
  char  *work;
  guint  shortlists, entries, backups;
} EssaimHealth;

EssaimHealth *essaim_health_check        (const char *folder, GError **error);
void          essaim_health_free         (EssaimHealth *health);
/* A verified copy of work.db; path NULL: backups/work-DATE.db, of which the newest 7 are kept, and the newest of
 * each of the last 7 days that have one. Returns the path. */
char         *essaim_backup_make         (const char *folder, const char *path, GError **error);
/* At most one a day, when work.db has changed since. */
gboolean      essaim_backup_make_daily   (const char *folder, GError **error);
/* The same before a change, but for work that was all made today. */
gboolean      essaim_backup_make_before_change (const char *folder, GError **error);
/* DAMAGED where there is no work, but a copy of it. */
gboolean      essaim_backup_check_present (const char *folder, GError **error);
/* The present work.db is set aside (backups/work-before-restore-…) first. */
gboolean      essaim_backup_restore      (const char *folder, const char *path, GError **error);

/** EssaimBackupCopy: a copy that can be gone back to, and what is in it. */
typedef struct
{
  char  *path;
  char  *date;        /* (nullable): when it was made, ISO 8601 in UTC */
  guint  shortlists, entries;
} EssaimBackupCopy;

gboolean          essaim_backup_is_needed    (const char *folder);
EssaimBackupCopy *essaim_backup_find_newest  (const char *folder);   /* (nullable) */
void              essaim_backup_copy_free    (EssaimBackupCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimHealth, essaim_health_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimBackupCopy, essaim_backup_copy_free)

G_END_DECLS
