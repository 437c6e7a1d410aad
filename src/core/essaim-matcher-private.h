/* essaim-matcher-private.h: the steps of a search for pairs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-likeness.h"

G_BEGIN_DECLS

/** EssaimMatchItem: a record that is compared. */
typedef struct
{
  EssaimTraits traits;
  guint32      record;   /* the caller's number */
  guint32      key;      /* which it waits in a drawer for */
} EssaimMatchItem;

G_STATIC_ASSERT (sizeof (EssaimMatchItem) == sizeof (EssaimTraits) + 8);

/* Records on disk, those of one key together. */

#define ESSAIM_MATCH_N_DRAWERS 32

typedef struct _EssaimMatchDrawers EssaimMatchDrawers;

EssaimMatchDrawers *essaim_match_drawers_new  (const char *folder, GError **error);
void                essaim_match_drawers_free (EssaimMatchDrawers *self);
gboolean            essaim_match_drawers_put  (EssaimMatchDrawers *self, const EssaimMatchItem *item, GError **error);
/* items: (element-type EssaimMatchItem): replaced. No more putting after the first of these. */
gboolean            essaim_match_drawers_open (EssaimMatchDrawers *self, guint drawer, GArray *items, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimMatchDrawers, essaim_match_drawers_free)

/* What brings two records together. */

/** ESSAIM_MATCH_WORD: set in the key of a word that titles in one commune have in common. */
#define ESSAIM_MATCH_WORD 0x80000000u
#define ESSAIM_MATCH_N_FAR_KEYS 3

/** EssaimKeySets: a bit for each hash of a key that came, and for each that came again. */
typedef struct
{
  guint64 *once;    /* owned */
  guint64 *again;   /* owned */
  guint64  mask;
} EssaimKeySets;

void     essaim_key_sets_init         (EssaimKeySets *sets, guint64 n_bits_min);
void     essaim_key_sets_clear        (EssaimKeySets *sets);
/* Returns whether the key had come before. */
gboolean essaim_key_sets_add          (EssaimKeySets *sets, guint32 key);
gboolean essaim_key_sets_has_again    (const EssaimKeySets *sets, guint32 key);

guint    essaim_match_list_far_keys   (const EssaimTraits *traits, guint32 keys[ESSAIM_MATCH_N_FAR_KEYS]);
guint32  essaim_match_get_siret_key   (const EssaimTraits *traits);
/* entries: (element-type guint64): replaced. */
void     essaim_match_keys_collect    (const EssaimMatchItem *items, guint n, GArray *entries);
void     essaim_match_keys_sort       (GArray *entries);

/* (element-type EssaimLikeness): of indices into items. */
gboolean essaim_match_compare         (const EssaimMatchItem *items, GArray *entries, GArray *pairs,
                                       GCancellable *cancellable, GError **error);
void     essaim_match_tidy            (GArray *pairs);

/* What becomes of the pairs. */

int      essaim_match_compare_content (const EssaimTraits *a, const EssaimTraits *b);
void     essaim_match_settle          (GArray *pairs, const EssaimTraits *traits, guint n);
void     essaim_match_limit           (GArray *pairs, const EssaimTraits *traits, guint n);
void     essaim_match_part_crowds     (GArray *pairs, const EssaimTraits *traits, guint n);

G_END_DECLS
