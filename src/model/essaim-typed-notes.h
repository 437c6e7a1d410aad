/* essaim-typed-notes.h: notes that were typed and are not in the store yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimTypedNote: the last text typed for one entry. */
typedef struct
{
  char     *shortlist;
  char     *project;
  char     *note;
  gboolean  unsent;    /* the store has not been given the last text */
  guint     sending;   /* how many texts the store is writing */
} EssaimTypedNote;

/** EssaimTypedNotes: by entry. A note stays here until the store has said that it is written. */
typedef struct _EssaimTypedNotes EssaimTypedNotes;

EssaimTypedNotes *essaim_typed_notes_new     (void);
void              essaim_typed_notes_free    (EssaimTypedNotes *self);
void              essaim_typed_notes_put     (EssaimTypedNotes *self,
                                              const char       *shortlist,
                                              const char       *project,
                                              const char       *note);
/* (nullable) */
const char       *essaim_typed_notes_get     (EssaimTypedNotes *self,
                                              const char       *shortlist,
                                              const char       *project);
gboolean          essaim_typed_notes_is_empty (const EssaimTypedNotes *self);
GPtrArray        *essaim_typed_notes_send    (EssaimTypedNotes *self);
void              essaim_typed_notes_sent    (EssaimTypedNotes *self,
                                              const char       *shortlist,
                                              const char       *project,
                                              gboolean          again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTypedNotes, essaim_typed_notes_free)

G_END_DECLS
