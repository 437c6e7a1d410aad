/* essaim-tokens.h: what opens a source that is not open to everyone, in the person's keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* All of these may wait for the keyring to be unlocked: call them in a worker. */
char     *essaim_tokens_lookup (const char *feed, GCancellable *cancellable, GError **error);
gboolean  essaim_tokens_store  (const char *feed, const char *title, const char *token, GCancellable *cancellable,
                                GError **error);
gboolean  essaim_tokens_clear  (const char *feed, GCancellable *cancellable, GError **error);

G_END_DECLS
