/* essaim-sync-inspect.h: what a reader makes of the file that a feed was last read from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-library.h"
#include "essaim-work.h"

G_BEGIN_DECLS

/* (nullable) also without @error: the file was not kept. Takes as long as reading the feed: call it in a thread. */
JsonNode *essaim_sync_inspect (EssaimLibrary *library, const EssaimSubscription *feed, EssaimReference *reference,
                               GCancellable *cancellable, GError **error);

G_END_DECLS
