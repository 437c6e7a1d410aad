/* essaim-shortlists.h: the shortlists as list models, and the verbs on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-item-list.h"
#include "essaim-session.h"
#include "essaim-shortlist-item.h"

G_BEGIN_DECLS

/** EssaimShortlists: a GListModel of EssaimShortlistItem, oldest first.
 *
 * Properties: `n-kept` (uint): projects on any shortlist, each once; `loaded` (boolean): FALSE before the first
 * answer of the store.
 * Signal `changed` (): after any change (here or in another process), when the models are up to date: ask is_kept
 * again.
 *
 * Verbs: the answer comes when the store has made the change durable and the models show it. Items stay the same
 * objects.
 * A verb without a callback reports its error through the session's `failed`.
 */
#define ESSAIM_TYPE_SHORTLISTS (essaim_shortlists_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlists, essaim_shortlists, ESSAIM, SHORTLISTS, EssaimItemList)

EssaimShortlists    *essaim_shortlists_new               (EssaimSession       *session);
guint                essaim_shortlists_get_n_kept        (EssaimShortlists    *self);
gboolean             essaim_shortlists_get_loaded        (EssaimShortlists    *self);
gboolean             essaim_shortlists_is_kept           (EssaimShortlists    *self,
                                                          const char          *project_id);
/* (transfer none) (nullable) */
EssaimShortlistItem *essaim_shortlists_find              (EssaimShortlists    *self,
                                                          const char          *shortlist_id);
/* (transfer none) (nullable): the first shortlist that has the project */
EssaimShortlistItem *essaim_shortlists_find_with         (EssaimShortlists    *self,
                                                          const char          *project_id);

/* territory: (nullable) id. Answers with the new item (transfer full); a name in use is an error. */
void                 essaim_shortlists_create_async      (EssaimShortlists    *self,
                                                          const char          *name,
                                                          const char          *territory,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
EssaimShortlistItem *essaim_shortlists_create_finish     (EssaimShortlists    *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

/* All verbs below answer to essaim_shortlists_edit_finish. */
/* territory: (nullable) id. A name in use is an error. */
void                 essaim_shortlists_change_async      (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *name,
                                                          const char          *territory,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
void                 essaim_shortlists_delete_async      (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
/* Undoes a delete, with its entries. */
void                 essaim_shortlists_undelete_async    (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
/* Copies the project as it is now; one that is there already stays as it is. */
void                 essaim_shortlists_add_by_id_async   (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *project_id,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
void                 essaim_shortlists_remove_async      (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *project_id,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
/* Undoes a remove, with the work on the entry. */
void                 essaim_shortlists_restore_async     (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *project_id,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
/* value: (nullable), as text: see EssaimEntryField. */
void                 essaim_shortlists_set_async         (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *project_id,
                                                          EssaimEntryField     field,
                                                          const char          *value,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean             essaim_shortlists_edit_finish       (EssaimShortlists    *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

/* While a note or a next step is being typed: the item follows at once, the store half a second after the last key, and
 * at once with essaim_shortlists_flush (call it when the editor loses focus) or when the session closes. Nothing typed
 * is lost. */
void                 essaim_shortlists_type              (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *project_id,
                                                          EssaimEntryField     field,
                                                          const char          *text);
void                 essaim_shortlists_flush             (EssaimShortlists    *self);
/* The same, and answers when the store has them all, or with the error of the first that it could not write: the text is
 * still in its item then. For closing a window. */
void                 essaim_shortlists_flush_async       (EssaimShortlists    *self,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean             essaim_shortlists_flush_finish      (EssaimShortlists    *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

/* Writes a shortlist with the work on its entries; the format follows the path (.csv, .geojson, .json). */
void                 essaim_shortlists_export_async      (EssaimShortlists    *self,
                                                          const char          *shortlist_id,
                                                          const char          *path,
                                                          gboolean             with_contact,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean             essaim_shortlists_export_finish     (EssaimShortlists    *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

G_END_DECLS
