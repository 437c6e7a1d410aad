/* essaim-edit.h: one verb on the shortlists, as the work worker does it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-shortlists-private.h"

G_BEGIN_DECLS

typedef struct _EssaimEdit EssaimEdit;

/** EssaimEditFunc: does the verb; blocks. When it answers TRUE the change is durable. */
typedef gboolean (*EssaimEditFunc) (EssaimEdit  *edit,
                                    EssaimWork  *work,
                                    GError     **error);

struct _EssaimEdit
{
  EssaimEditFunc      func;

  /* Owned: what the verb needs; the rest is NULL */
  char               *shortlist;   /* UUID; for a new one, what came of it */
  char               *project;     /* id; for a new shortlist, its territory */
  char               *text;        /* name, note or path */
  EssaimProject      *copy;
  EssaimReference    *reference;
  int                 value;       /* status or rating */

  /* Owned: what all shortlists are afterwards */
  EssaimWorkSnapshot *snapshot;
};

EssaimEdit *essaim_edit_new        (EssaimEditFunc   func,
                                    const char      *shortlist,
                                    const char      *project,
                                    const char      *text,
                                    int              value);
void        essaim_edit_free       (gpointer         edit);

gboolean    essaim_edit_create     (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_rename     (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_delete     (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_undelete   (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_add        (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_remove     (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_restore    (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_set_note   (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_set_status (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_set_rating (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);
gboolean    essaim_edit_export     (EssaimEdit      *edit,
                                    EssaimWork      *work,
                                    GError         **error);

G_END_DECLS
