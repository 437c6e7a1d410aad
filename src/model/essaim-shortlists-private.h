/* essaim-shortlists-private.h: what the verbs and the list of shortlists share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-kept-ways.h"
#include "essaim-shortlists.h"
#include "essaim-typed-texts.h"
#include "essaim-work.h"

G_BEGIN_DECLS

struct _EssaimShortlists
{
  EssaimItemList    parent_instance;

  /* Owned */
  EssaimSession    *session;
  GHashTable       *kept;        /* ids of projects on any shortlist */
  GHashTable       *looked_up;   /* those of them that were looked for in the library as it is */
  EssaimKeptWays   *ways;        /* where they lead, as far as it is known */
  GHashTable       *removed;     /* entries that were removed with others → ids of those */
  EssaimTypedTexts *typed;
  GTask            *flushing;    /* (nullable): who waits for all texts to be written */

  guint             typed_timer;
  guint             n_kept;      /* as it was last told */
  gboolean          loaded;
};

/** EssaimWorkSnapshot: all shortlists at one moment, read in the work worker. */
typedef struct
{
  GPtrArray  *shortlists;   /* (element-type EssaimShortlist) */
  GPtrArray  *entries;      /* (element-type GPtrArray of EssaimEntry): one array for each shortlist */
  GHashTable *kept;         /* ids */
} EssaimWorkSnapshot;

EssaimWorkSnapshot *essaim_work_snapshot_take        (EssaimWork          *work,
                                                      GError             **error);
void                essaim_work_snapshot_free        (EssaimWorkSnapshot  *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimWorkSnapshot, essaim_work_snapshot_free)

EssaimSession      *essaim_shortlists_get_session    (EssaimShortlists    *self);
GHashTable         *essaim_shortlists_list_shown     (EssaimShortlists    *self);
GHashTable         *essaim_shortlists_get_removed    (EssaimShortlists    *self);
/* Shows what the snapshot has; empties it. */
void                essaim_shortlists_show           (EssaimShortlists    *self,
                                                      EssaimWorkSnapshot  *snapshot);
/* Shows one field of one entry, unless the person has typed another text since. */
void                essaim_shortlists_show_field     (EssaimShortlists    *self,
                                                      const char          *shortlist_id,
                                                      const char          *project_id,
                                                      EssaimEntryField     field,
                                                      const char          *value);

G_END_DECLS
