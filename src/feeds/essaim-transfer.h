/* essaim-transfer.h: HTTP requests of one thread, within a deadline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "essaim-local-host.h"

G_BEGIN_DECLS

typedef struct _EssaimTransfer EssaimTransfer;

EssaimTransfer *essaim_transfer_new              (guint total_seconds, guint stall_seconds, GCancellable *cancellable);
void            essaim_transfer_free             (EssaimTransfer *self);
SoupMessage    *essaim_transfer_prepare          (EssaimTransfer *self, GUri *uri, EssaimReach reach);
gboolean        essaim_transfer_send             (EssaimTransfer *self, GError **error);
gboolean        essaim_transfer_read             (EssaimTransfer *self, const char **bytes, gsize *length,
                                                  GError **error);
gboolean        essaim_transfer_get_length       (EssaimTransfer *self, guint64 *length);
gboolean        essaim_transfer_tells_end        (EssaimTransfer *self);
gboolean        essaim_transfer_has_more         (EssaimTransfer *self);
gboolean        essaim_transfer_pause            (EssaimTransfer *self, guint milliseconds, GError **error);
guint           essaim_transfer_get_seconds_left (EssaimTransfer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTransfer, essaim_transfer_free)

G_END_DECLS
