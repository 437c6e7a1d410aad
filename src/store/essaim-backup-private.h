/* essaim-backup-private.h: what copies and the check of both databases share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-backup.h"
#include "essaim-connection.h"

G_BEGIN_DECLS

char             *essaim_backup_get_file     (const char *folder, const char *name);
/* NULL also without @error: no file, or nothing in it. */
EssaimConnection *essaim_backup_open_present (const char *folder, const char *name, GError **error);
/* A file that may have come from anywhere; all of it is read. */
EssaimConnection *essaim_backup_open_sound   (const char *path, GError **error);
gboolean          essaim_backup_count        (EssaimConnection *work, gint64 *shortlists, gint64 *entries, GError **error);
GPtrArray        *essaim_backup_list         (const char *folder);

G_END_DECLS
