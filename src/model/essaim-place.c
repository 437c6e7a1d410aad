/* essaim-place.c: where a session's databases are, and who opens them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-place.h"

#include "essaim-stores.h"
#include "essaim-sync.h"

struct _EssaimPlace
{
  /* Owned */
  char            *folder;
  EssaimReference *reference;
  GMutex           opening;     /* creating and migrating is done by one connection at a time */
  char            *told;        /* (nullable): what had to be done to open them; behind the same lock */
  guint            n_opened[3]; /* by EssaimSessionLane; likewise */
};

static void
place_clear (gpointer data)
{
  EssaimPlace *self = data;

  g_free (self->folder);
  g_free (self->told);
  g_object_unref (self->reference);
  g_mutex_clear (&self->opening);
}

static GObject *
open_library (gpointer   user_data,
              GError   **error)
{
  EssaimPlace *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->opening);

  self->n_opened[ESSAIM_SESSION_READER]++;
  return (GObject *) essaim_stores_open_library (self->folder, self->reference, &self->told, error);
}

static GObject *
open_work (gpointer   user_data,
           GError   **error)
{
  EssaimPlace *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->opening);

  self->n_opened[ESSAIM_SESSION_WORK]++;
  return (GObject *) essaim_work_open (self->folder, self->reference, error);
}

static GObject *
open_stores (gpointer   user_data,
             GError   **error)
{
  EssaimPlace *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->opening);

  self->n_opened[ESSAIM_SESSION_WRITER]++;
  return (GObject *) essaim_stores_open (self->folder, self->reference, &self->told, error);
}

static gboolean
is_library_moved (GObject *library)
{
  return essaim_library_is_moved (ESSAIM_LIBRARY (library));
}

static gboolean
is_work_moved (GObject *work)
{
  return essaim_work_is_moved (ESSAIM_WORK (work));
}

static gboolean
are_stores_moved (GObject *stores)
{
  return essaim_stores_is_moved (ESSAIM_STORES (stores));
}

/**
 * essaim_place_new:
 * @folder: the data folder; created when missing
 * @reference: the shipped facts
 *
 * Returns: (transfer full): a place
 */
EssaimPlace *
essaim_place_new (const char      *folder,
                  EssaimReference *reference)
{
  EssaimPlace *self = g_atomic_rc_box_new0 (EssaimPlace);

  self->folder = g_strdup (folder);
  self->reference = g_object_ref (reference);
  g_mutex_init (&self->opening);

  return self;
}

/**
 * essaim_place_unref:
 * @self: (transfer full): a place
 */
void
essaim_place_unref (EssaimPlace *self)
{
  g_atomic_rc_box_release_full (self, place_clear);
}

/**
 * essaim_place_get_folder:
 * @self: a place
 *
 * Returns: the data folder
 */
const char *
essaim_place_get_folder (EssaimPlace *self)
{
  return self->folder;
}

/**
 * essaim_place_get_reference:
 * @self: a place
 *
 * Returns: (transfer none): the shipped facts
 */
EssaimReference *
essaim_place_get_reference (EssaimPlace *self)
{
  return self->reference;
}

/**
 * essaim_place_start:
 * @self: a place
 * @lane: which worker
 *
 * Returns: (transfer full): a worker that opens what it needs, and what may have taken its place since
 */
EssaimWorker *
essaim_place_start (EssaimPlace       *self,
                    EssaimSessionLane  lane)
{
  static const struct { const char *name; EssaimWorkerOpenFunc open; EssaimWorkerStaleFunc is_stale; } lanes[] = {
    [ESSAIM_SESSION_READER] = { "essaim-reader", open_library, is_library_moved },
    [ESSAIM_SESSION_WORK] = { "essaim-work", open_work, is_work_moved },
    [ESSAIM_SESSION_WRITER] = { "essaim-writer", open_stores, are_stores_moved },
  };

  return essaim_worker_new (lanes[lane].name, lanes[lane].open, lanes[lane].is_stale, g_atomic_rc_box_acquire (self),
                            (GDestroyNotify) essaim_place_unref);
}

/**
 * essaim_place_count_opened:
 * @self: a place
 * @lane: which worker
 *
 * Returns: how often it has opened its database
 */
guint
essaim_place_count_opened (EssaimPlace       *self,
                           EssaimSessionLane  lane)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->opening);

  return self->n_opened[lane];
}

/**
 * essaim_place_take_told:
 * @self: a place
 *
 * Returns: (transfer full) (nullable): what had to be done to open the databases, a sentence; once
 */
char *
essaim_place_take_told (EssaimPlace *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->opening);

  return g_steal_pointer (&self->told);
}

/**
 * essaim_place_mend_library:
 * @self: a place
 * @told: (out) (nullable): what was done, a sentence
 * @cancellable: (nullable): stops it
 */
void
essaim_place_mend_library (EssaimPlace   *self,
                           char         **told,
                           GCancellable  *cancellable)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->opening);
  g_autoptr (GError) error = NULL;

  if (!essaim_sync_mend_library (self->folder, self->reference, told, NULL, NULL, cancellable, &error))
    g_debug ("The library was not brought back: %s", error->message);
}
