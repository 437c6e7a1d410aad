/* essaim-tokens.c: what opens a source that is not open to everyone, in the person's keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tokens.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <stdlib.h>
#include <string.h>

#include "essaim-address.h"
#include "essaim-feed-error.h"

#define FEED "feed"
#define FOLDER "folder"
#define SERVER "server"

#define HTTPS "https://"
#define HTTPS_PORT ":443"

static const SecretSchema *
get_schema (void)
{
  static const SecretSchema schema = {
    "fr.essaim.Essaim.Token", SECRET_SCHEMA_NONE,
    { { FEED, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { FOLDER, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { SERVER, SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 } }
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

/* Ids of feeds are alike from one data folder to the next: each folder has its own tokens, by whatever path it is found. */
static char *
name_folder (const char *folder)
{
  g_autofree char *real = folder != NULL ? realpath (folder, NULL) : NULL;

  return g_strdup (real != NULL ? real : folder != NULL ? folder : "");
}

static char *
name_server (GUri *uri)
{
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  g_autofree char *lower = host != NULL && *host != '\0' ? g_ascii_strdown (host, -1) : NULL;

  return lower != NULL ? g_strdup_printf ("%s://%s:%d", g_uri_get_scheme (uri), lower, g_uri_get_port (uri)) : NULL;
}

static GUri *
parse (const char *uri)
{
  return uri != NULL ? g_uri_parse (uri, ESSAIM_ADDRESS_FLAGS, NULL) : NULL;
}

/**
 * essaim_tokens_name_server:
 * @uri: (nullable): an address
 *
 * Returns: (transfer full) (nullable): its scheme, host and port, which a token is given for; %NULL for what is on no server
 */
char *
essaim_tokens_name_server (const char *uri)
{
  g_autoptr (GUri) parsed = parse (uri);

  return name_server (parsed);
}

/**
 * essaim_tokens_is_for:
 * @uri: (nullable): an address that a token was given for
 * @next: (nullable): another one
 *
 * Returns: whether the token is for the server of @next too: it is the same, maybe better protected
 */
gboolean
essaim_tokens_is_for (const char *uri,
                      const char *next)
{
  g_autoptr (GUri) first = parse (uri);
  g_autoptr (GUri) second = parse (next);
  g_autofree char *first_name = name_server (first);
  g_autofree char *second_name = name_server (second);

  return first_name != NULL && second_name != NULL && essaim_address_is_same_server (first, second);
}

static char *
look_up (const char    *folder,
         const char    *feed,
         const char    *server,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = name_folder (folder);
  char *found = secret_password_lookup_sync (get_schema (), cancellable, &cause, FEED, feed, FOLDER, name, SERVER, server,
                                             NULL);
  char *token = g_strdup (found);

  secret_password_free (found);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));

  return token;
}

/**
 * essaim_tokens_lookup:
 * @folder: (nullable): the data folder
 * @feed: id of a feed
 * @uri: the address that is to be asked
 * @cancellable: (nullable): to stop at once
 * @error: #G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the token that it has for this server; %NULL where it has none, also because there is no
 *   keyring
 */
char *
essaim_tokens_lookup (const char    *folder,
                      const char    *feed,
                      const char    *uri,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *server = essaim_tokens_name_server (uri);
  g_autofree char *before = NULL;
  char *token;

  g_return_val_if_fail (feed != NULL, NULL);

  token = server != NULL ? look_up (folder, feed, server, cancellable, error) : NULL;
  if (token != NULL || server == NULL || !g_str_has_prefix (server, HTTPS) || !g_str_has_suffix (server, HTTPS_PORT) ||
      g_cancellable_is_cancelled (cancellable))
    return token;

  /* It may have been given before the way to the server was protected. */
  before = g_strdup_printf ("http://%.*s:80", (int) (strlen (server) - strlen (HTTPS HTTPS_PORT)), server + strlen (HTTPS));

  return look_up (folder, feed, before, cancellable, error);
}

/**
 * essaim_tokens_store:
 * @folder: (nullable): the data folder
 * @feed: id of a feed
 * @title: of the feed, which names the token in the keyring
 * @uri: (nullable): its address: no other server gets the token
 * @token: what its publisher gave; spaces around it are left out
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_FAILED without a keyring, or #G_IO_ERROR_CANCELLED
 *
 * Keeps the token of a feed, in place of the one that it has.
 *
 * Returns: whether it is kept
 */
gboolean
essaim_tokens_store (const char    *folder,
                     const char    *feed,
                     const char    *title,
                     const char    *uri,
                     const char    *token,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (token));
  g_autofree char *name = name_folder (folder);
  g_autofree char *server = essaim_tokens_name_server (uri);
  g_autofree char *label = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (feed != NULL && title != NULL && token != NULL, FALSE);

  if (server == NULL)
    {
      g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                           _("A token is for a server, and this source is a file."));
      return FALSE;
    }
  if (!essaim_tokens_clear (folder, feed, cancellable, error))
    return FALSE;

  /* Translators: the title of a source, in the list of the person's keyring. */
  label = g_strdup_printf (_("Essaim: token of “%s”"), title);

  return secret_password_store_sync (get_schema (), SECRET_COLLECTION_DEFAULT, label, plain, cancellable, &cause,
                                     FEED, feed, FOLDER, name, SERVER, server, NULL)
         || fail (error, cause);
}

/**
 * essaim_tokens_clear:
 * @folder: (nullable): the data folder
 * @feed: id of a feed
 * @cancellable: (nullable): to stop at once
 * @error: #ESSAIM_FEED_ERROR_FAILED without a keyring, or #G_IO_ERROR_CANCELLED
 *
 * Forgets the token of a feed, if it has one.
 *
 * Returns: whether that went well
 */
gboolean
essaim_tokens_clear (const char    *folder,
                     const char    *feed,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *name = name_folder (folder);
  GError *cause = NULL;

  g_return_val_if_fail (feed != NULL, FALSE);

  secret_password_clear_sync (get_schema (), cancellable, &cause, FEED, feed, FOLDER, name, NULL);

  return cause == NULL || fail (error, cause);
}
