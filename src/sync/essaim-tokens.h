/* essaim-tokens.h: what opens a source that is not open to everyone, in the person's keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* All of these may wait for the keyring to be unlocked: call them in a worker. */
char     *essaim_tokens_lookup      (const char *folder, const char *feed, const char *uri, GCancellable *cancellable,
                                     GError **error);
gboolean  essaim_tokens_store       (const char *folder, const char *feed, const char *title, const char *uri,
                                     const char *token, GCancellable *cancellable, GError **error);
gboolean  essaim_tokens_clear       (const char *folder, const char *feed, GCancellable *cancellable, GError **error);

/* These two wait for nothing. */
char     *essaim_tokens_name_server (const char *uri);
gboolean  essaim_tokens_is_for      (const char *uri, const char *next);

G_END_DECLS
