/* essaim-body-pack.h: a file packed into a smaller one, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimBodyPack: writes one packed file. */
typedef struct _EssaimBodyPack EssaimBodyPack;

EssaimBodyPack *essaim_body_pack_new   (int fd);
gboolean        essaim_body_pack_write (EssaimBodyPack *self, gconstpointer data, gsize length, GError **error);
/* Writes what is left; the descriptor stays open. */
gboolean        essaim_body_pack_end   (EssaimBodyPack *self, GError **error);
void            essaim_body_pack_free  (EssaimBodyPack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimBodyPack, essaim_body_pack_free)

/* INVALID_DATA when the file is damaged or cut. */
gboolean        essaim_body_unpack     (const char *path, GOutputStream *output, GCancellable *cancellable, GError **error);

G_END_DECLS
