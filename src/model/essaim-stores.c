/* essaim-stores.c: both databases of a data folder, as one import needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-stores.h"

#include "essaim-store-error.h"
#include "essaim-sync.h"

struct _EssaimStores
{
  GObject        parent_instance;

  /* Owned */
  EssaimLibrary *library;
  EssaimWork    *work;
};

G_DEFINE_FINAL_TYPE (EssaimStores, essaim_stores, G_TYPE_OBJECT)

static void
essaim_stores_finalize (GObject *object)
{
  EssaimStores *self = ESSAIM_STORES (object);

  g_clear_object (&self->library);
  g_clear_object (&self->work);

  G_OBJECT_CLASS (essaim_stores_parent_class)->finalize (object);
}

static void
essaim_stores_class_init (EssaimStoresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_stores_finalize;
}

static void
essaim_stores_init (EssaimStores *self)
{
}

/**
 * essaim_stores_open_library:
 * @folder: the data folder
 * @reference: the shipped facts
 * @told: (inout) (nullable): what was done to bring the library back, a sentence; left as it is when nothing was; %NULL: it is
 *   opened as it is
 * @error: return location for an error of `ESSAIM_STORE_ERROR`
 *
 * With @told only one thread at a time: a library that is damaged or lost is brought back from what is kept.
 *
 * Returns: (transfer full) (nullable): the library
 */
EssaimLibrary *
essaim_stores_open_library (const char       *folder,
                            EssaimReference  *reference,
                            char            **told,
                            GError          **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EssaimLibrary) library = essaim_library_open (folder, reference, &local_error);
  g_autofree char *said = NULL;

  if (told == NULL || (library != NULL && !essaim_sync_is_lost (library)) ||
      (library == NULL && !g_error_matches (local_error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED)))
    {
      if (library == NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return g_steal_pointer (&library);
    }

  g_clear_object (&library);
  if (essaim_sync_mend_library (folder, reference, &said, NULL, NULL, NULL, NULL) && said != NULL)
    {
      g_free (*told);
      *told = g_steal_pointer (&said);
    }

  return essaim_library_open (folder, reference, error);
}

/**
 * essaim_stores_open:
 * @folder: the data folder
 * @reference: the shipped facts
 * @told: (inout) (nullable): as for essaim_stores_open_library()
 * @error: return location
 *
 * Opens a connection to each database; use it from one thread.
 *
 * Returns: (transfer full) (nullable): the two, or %NULL with an error of `ESSAIM_STORE_ERROR`
 */
EssaimStores *
essaim_stores_open (const char       *folder,
                    EssaimReference  *reference,
                    char            **told,
                    GError          **error)
{
  g_autoptr (EssaimStores) self = g_object_new (ESSAIM_TYPE_STORES, NULL);

  self->library = essaim_stores_open_library (folder, reference, told, error);
  if (self->library == NULL)
    return NULL;

  self->work = essaim_work_open (folder, reference, error);
  if (self->work == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * essaim_stores_is_moved:
 * @self: both databases
 *
 * Returns: whether one of them is to be opened anew
 */
gboolean
essaim_stores_is_moved (EssaimStores *self)
{
  return essaim_library_is_moved (self->library) || essaim_work_is_moved (self->work);
}

/**
 * essaim_stores_get_library:
 * @self: both databases
 *
 * Returns: (transfer none): what feeds said
 */
EssaimLibrary *
essaim_stores_get_library (EssaimStores *self)
{
  return self->library;
}

/**
 * essaim_stores_get_work:
 * @self: both databases
 *
 * Returns: (transfer none): what the person made
 */
EssaimWork *
essaim_stores_get_work (EssaimStores *self)
{
  return self->work;
}
