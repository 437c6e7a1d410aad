/* essaim-stores.c: both databases of a data folder, as one import needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-stores.h"

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
 * essaim_stores_open:
 * @folder: the data folder
 * @reference: the shipped facts
 * @error: return location
 *
 * Opens a connection to each database; use it from one thread.
 *
 * Returns: (transfer full) (nullable): the two, or %NULL with an error of `ESSAIM_STORE_ERROR`
 */
EssaimStores *
essaim_stores_open (const char       *folder,
                    EssaimReference  *reference,
                    GError          **error)
{
  g_autoptr (EssaimStores) self = g_object_new (ESSAIM_TYPE_STORES, NULL);

  self->library = essaim_library_open (folder, reference, error);
  if (self->library == NULL)
    return NULL;

  self->work = essaim_work_open (folder, reference, error);
  if (self->work == NULL)
    return NULL;

  return g_steal_pointer (&self);
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
