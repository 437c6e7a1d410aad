/* essaim-duplicates.h: the records that may be one, to be decided about one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-session-judge.h"

G_BEGIN_DECLS

/** EssaimDuplicates: the questions of the library, and what the person has answered since the program was started.
 *
 * An answer counts at once, here; the store is told behind it, and what it does not take is asked again.
 *
 * Signals:
 *  - `changed` (): the current question, or how many there are.
 *  - `failed` (GError): an answer could not be kept.
 */
#define ESSAIM_TYPE_DUPLICATES (essaim_duplicates_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDuplicates, essaim_duplicates, ESSAIM, DUPLICATES, GObject)

EssaimDuplicates     *essaim_duplicates_new           (EssaimSession    *session);
gboolean              essaim_duplicates_get_loaded    (EssaimDuplicates *self);
/* How many wait for an answer, those put off with them. */
guint                 essaim_duplicates_get_n_open    (EssaimDuplicates *self);
/* Of pairs that are hardly alike, which come last: asked, or put away. */
guint                 essaim_duplicates_get_n_weak    (EssaimDuplicates *self);
gboolean              essaim_duplicates_is_weak       (EssaimDuplicates *self);
/* Also the property “asks-weak”. */
void                  essaim_duplicates_set_asks_weak (EssaimDuplicates *self,
                                                       gboolean          asks_weak);
gboolean              essaim_duplicates_get_asks_weak (EssaimDuplicates *self);
guint                 essaim_duplicates_get_n_put_off (EssaimDuplicates *self);
guint                 essaim_duplicates_get_n_answered (EssaimDuplicates *self);
/* (nullable): when all are answered or put off */
const EssaimQuestion *essaim_duplicates_get_current   (EssaimDuplicates *self);

/* Answers the current question; does nothing without one. */
void                  essaim_duplicates_join          (EssaimDuplicates *self);
void                  essaim_duplicates_keep_apart    (EssaimDuplicates *self);
void                  essaim_duplicates_put_off       (EssaimDuplicates *self);
/* Asks again what was put off. */
void                  essaim_duplicates_take_up       (EssaimDuplicates *self);
/* Takes the last answer back, or the last putting off: that is asked next. */
gboolean              essaim_duplicates_can_undo      (EssaimDuplicates *self);
void                  essaim_duplicates_undo          (EssaimDuplicates *self);

G_END_DECLS
