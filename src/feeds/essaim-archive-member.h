/* essaim-archive-member.h: which of the files in an archive is the data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimArchiveMembers: the files of one archive, in its order. */
typedef struct _EssaimArchiveMembers EssaimArchiveMembers;

EssaimArchiveMembers *essaim_archive_members_new    (void);
void                  essaim_archive_members_free   (EssaimArchiveMembers *self);
gboolean              essaim_archive_members_add    (EssaimArchiveMembers *self, const char *name, gboolean is_file,
                                                     gboolean is_encrypted);
gboolean              essaim_archive_members_choose (EssaimArchiveMembers *self, gint64 *member, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimArchiveMembers, essaim_archive_members_free)

G_END_DECLS
