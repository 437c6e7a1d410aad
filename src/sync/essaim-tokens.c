/* essaim-tokens.c: what opens a source that is not open to everyone, in the person's keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tokens.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "essaim-feed-error.h"

#define ATTRIBUTE "feed"

static const SecretSchema *
get_schema (void)
{
  static const SecretSchema schema = {
    "fr.essaim.Essaim.Token", SECRET_SCHEMA_NONE, { { ATTRIBUTE, SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } }
  };

  return &schema;
}

/* What libsecret and the bus say is not for the person. */
static gboolean
fail (GError **error,
      GError  *cause)
{
  g_autoptr (GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_FAILED,
                         _("This computer has no keyring that could keep the token, or it is locked. Install or unlock "
                           "one, such as GNOME Keyring."));

  return FALSE;
}

/**
 * essaim_tokens_lookup:
 * @feed: id of a feed
 * @cancellable: (nullable): to stop at once
 * @error: #G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): its token; %NULL where it has none, also because there is no keyring
 */
char *
essaim_tokens_lookup (const char    *feed,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GError) cause = NULL;
  char *found;
  char *token;

  g_return_val_if_fail (feed != NULL, NULL);

  found = secret_password_lookup_sync (get_schema (), cancellable, &cause, ATTRIBUTE, feed, NULL);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  token = g_strdup (found);
  secret_password_free (found);

  return token;
}

/**
 * essaim_tokens_store:
 * @feed: id of a feed
 * @title: of the feed, which names the token in the keyring
 * @token: what its publisher gave; spaces around it are left out
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_FAILED without a keyring, or #G_IO_ERROR_CANCELLED
 *
 * Keeps the token of a feed, in place of the one that it has.
 *
 * Returns: whether it is kept
 */
gboolean
essaim_tokens_store (const char    *feed,
                     const char    *title,
                     const char    *token,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (token));
  g_autofree char *label = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (feed != NULL && title != NULL && token != NULL, FALSE);

  /* Translators: the title of a source, in the list of the person's keyring. */
  label = g_strdup_printf (_("Essaim: token of “%s”"), title);

  return secret_password_store_sync (get_schema (), SECRET_COLLECTION_DEFAULT, label, plain, cancellable, &cause,
                                     ATTRIBUTE, feed, NULL)
         || fail (error, cause);
}

/**
 * essaim_tokens_clear:
 * @feed: id of a feed
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_FAILED without a keyring, or #G_IO_ERROR_CANCELLED
 *
 * Forgets the token of a feed, if it has one.
 *
 * Returns: whether that went well
 */
gboolean
essaim_tokens_clear (const char    *feed,
                     GCancellable  *cancellable,
                     GError       **error)
{
  GError *cause = NULL;

  g_return_val_if_fail (feed != NULL, FALSE);

  secret_password_clear_sync (get_schema (), cancellable, &cause, ATTRIBUTE, feed, NULL);

  return cause == NULL || fail (error, cause);
}
