/* essaim-stores.h: both databases of a data folder, as one import needs them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_STORES (essaim_stores_get_type ())
G_DECLARE_FINAL_TYPE (EssaimStores, essaim_stores, ESSAIM, STORES, GObject)

/* One that is damaged or lost is brought back from what is kept: told gets a sentence then. */
EssaimLibrary *essaim_stores_open_library (const char       *folder,
                                           EssaimReference  *reference,
                                           char            **told,
                                           GError          **error);
EssaimStores  *essaim_stores_open         (const char       *folder,
                                           EssaimReference  *reference,
                                           char            **told,
                                           GError          **error);
gboolean       essaim_stores_is_moved    (EssaimStores *self);
EssaimLibrary *essaim_stores_get_library  (EssaimStores     *self);
EssaimWork    *essaim_stores_get_work     (EssaimStores     *self);

G_END_DECLS
