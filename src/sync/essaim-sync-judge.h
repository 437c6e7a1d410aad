/* essaim-sync-judge.h: what the person decides of records, corrects and adds, in the work and then in the library
 *
 * Each is durable in the work before the library is touched; a program that is killed between the two leaves that to
 * essaim_sync_settle(). Ids may be those of projects or of records, also former ones. Decisions are `a(ssi)`, as
 * essaim_work_decide() has them; `before` (out, optional) is what essaim_sync_undo() takes to make all as it was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/* Two projects are one from now on, with all their records. */
gboolean essaim_sync_join       (EssaimLibrary *library, EssaimWork *work, const char *a, const char *b,
                                 GVariant **before, GCancellable *cancellable, GError **error);
/* A record is a project of its own from now on; the others of its project stay together. */
gboolean essaim_sync_split      (EssaimLibrary *library, EssaimWork *work, const char *project, const char *record,
                                 GVariant **before, GCancellable *cancellable, GError **error);
/* Two projects that are not one, but look like it, are to stay two. */
gboolean essaim_sync_keep_apart (EssaimLibrary *library, EssaimWork *work, const char *a, const char *b,
                                 GVariant **before, GCancellable *cancellable, GError **error);
/* Sets decisions, NONE included. */
gboolean essaim_sync_undo       (EssaimLibrary *library, EssaimWork *work, GVariant *before,
                                 GCancellable *cancellable, GError **error);

/* correction->record: of a record or project; theirs: NULL: what the record says now. */
gboolean essaim_sync_correct    (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                 const EssaimCorrection *correction, GCancellable *cancellable, GError **error);
/* Back to what the sources say: the field of all records of the project. */
gboolean essaim_sync_uncorrect  (EssaimLibrary *library, EssaimWork *work, const char *project, EssaimField field,
                                 GCancellable *cancellable, GError **error);

/* id: (inout) of the one that it takes the place of; NULL: it is new, and gets one. Its sites are placed by what they
 * say. */
gboolean essaim_sync_put_own    (EssaimLibrary *library, EssaimWork *work, EssaimReference *reference,
                                 EssaimProject *project, char **id, GCancellable *cancellable, GError **error);
gboolean essaim_sync_remove_own (EssaimLibrary *library, EssaimWork *work, const char *id, GCancellable *cancellable,
                                 GError **error);
gboolean essaim_sync_restore_own (EssaimLibrary *library, EssaimWork *work, const char *id, GCancellable *cancellable,
                                  GError **error);

/* What a program that was killed has left, or a rebuilt library lacks: aliases, own projects, joins. Cheap when there
 * is nothing to do. */
gboolean essaim_sync_settle     (EssaimLibrary *library, EssaimWork *work, GCancellable *cancellable, GError **error);

G_END_DECLS
