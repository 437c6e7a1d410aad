/* essaim-place.h: where a session's databases are, and who opens them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reference.h"
#include "essaim-worker.h"

G_BEGIN_DECLS

/** EssaimSessionLane: which worker does a job, and what its database is. */
typedef enum
{
  ESSAIM_SESSION_READER,   /* an EssaimLibrary, for reading only */
  ESSAIM_SESSION_WORK,     /* an EssaimWork */
  ESSAIM_SESSION_WRITER,   /* an EssaimStores */
} EssaimSessionLane;

/** EssaimPlace: shared with the workers' threads. */
typedef struct _EssaimPlace EssaimPlace;

EssaimPlace     *essaim_place_new           (const char *folder, EssaimReference *reference);
void             essaim_place_unref         (EssaimPlace *self);
const char      *essaim_place_get_folder    (EssaimPlace *self);
EssaimReference *essaim_place_get_reference (EssaimPlace *self);
/* (transfer full): opens its database at once, and anew when another file is in the place of it. */
EssaimWorker    *essaim_place_start         (EssaimPlace *self, EssaimSessionLane lane);
/* How often; versions of two files cannot be compared. */
guint            essaim_place_count_opened  (EssaimPlace *self, EssaimSessionLane lane);
/* (transfer full) (nullable): what had to be done to open them; once. */
char            *essaim_place_take_told     (EssaimPlace *self);
/* Whoever opens a database meanwhile waits. */
void             essaim_place_mend_library  (EssaimPlace *self, char **told, GCancellable *cancellable);

G_END_DECLS
