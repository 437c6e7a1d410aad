/* essaim-spool.h: a file without a name, for what does not fit in memory between reading a feed and writing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EssaimSpool EssaimSpool;

/* folder: NULL for the system's folder of temporary files. */
EssaimSpool *essaim_spool_new    (const char *folder, GError **error);
void         essaim_spool_free   (EssaimSpool *self);
/* place: where it is found again, in units of 8 bytes: a spool may hold 32 GB. */
gboolean     essaim_spool_append (EssaimSpool *self, gconstpointer data, guint32 length, guint32 *place,
                                  GError **error);
/* No more appending after the first of these. */
gboolean     essaim_spool_read   (EssaimSpool *self, guint32 place, GByteArray *bytes, GError **error);

/* For other kinds of what is kept aside: a file, and what is said when that fails. */
int          essaim_spool_open_nameless (const char *folder, GError **error);
void         essaim_spool_set_error     (int saved_errno, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimSpool, essaim_spool_free)

G_END_DECLS
