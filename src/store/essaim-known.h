/* essaim-known.h: what the library holds of a feed already, and what becomes of it in a refresh
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"
#include "essaim-staging.h"

G_BEGIN_DECLS

/** EssaimKnownRecord: a stored record. */
typedef struct
{
  guint64  key;
  guint64  content;
  guint64  fingerprint;
  guint32  number;
  guint32  project;
  guint8   is_gone;      /* was so before this refresh */
  guint8   is_taken;     /* a row of this refresh is it */
  guint32  n_same;       /* of the first record with this key and content: how many of them were taken one after the other */
} EssaimKnownRecord;

typedef struct _EssaimKnown EssaimKnown;

/* feed: its number; 0 for one that is not there yet. */
EssaimKnown             *essaim_known_load        (EssaimConnection *connection, gint64 feed, GError **error);
void                     essaim_known_free        (EssaimKnown *self);
guint                    essaim_known_get_n       (EssaimKnown *self);
const EssaimKnownRecord *essaim_known_get         (EssaimKnown *self, guint n);
guint                    essaim_known_get_present (EssaimKnown *self);   /* before this refresh */

/* Finds for each row the record that it is, marks the heads whose project must be written, and fills added, changed,
 * unchanged and gone. */
void                     essaim_known_match       (EssaimKnown *self, EssaimStaging *staging, EssaimReport *report);
/* Of the projects that are there again: how many, and how many have another title now. */
gboolean                 essaim_known_count_renamed (EssaimKnown *self, EssaimConnection *connection, EssaimStaging *staging,
                                                     guint *n_stayed, guint *n_renamed, GError **error);
/* (nullable): a record of the project whose first row is head; NULL for a new one. */
const EssaimKnownRecord *essaim_known_find_project (EssaimKnown *self, EssaimStaging *staging, guint32 head);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimKnown, essaim_known_free)

G_END_DECLS
