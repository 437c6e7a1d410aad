/* essaim-fetcher-redact.c: addresses without what only their owners should know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-fetcher.h"

#include <string.h>

/* Parameters that open a door. What each is called ends with one of these: `access_token`, `X-Amz-Signature`. */
static const char * const secrets[] = {
  "token", "key", "secret", "password", "passwd", "pwd", "passphrase", "signature", "sig", "auth", "credential",
  "jwt", "session", "sessionid", "sid", "mdp", "jeton", "motdepasse", "mot_de_passe",
};

static gboolean
is_secret (const char *name,
           gsize       length)
{
  g_autofree char *lower = g_ascii_strdown (name, length);

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      gsize before = strlen (lower) - MIN (strlen (secrets[i]), strlen (lower));

      if (g_str_equal (lower + before, secrets[i])
          && (before == 0 || strlen (secrets[i]) > 3 || !g_ascii_isalpha (lower[before - 1])
              || g_str_has_suffix (lower, "apikey")))
        return TRUE;
    }

  return FALSE;
}

/* Adds the rest of an address, the values of secrets as an ellipsis. */
static void
append_query (GString    *text,
              const char *rest)
{
  while (*rest != '\0')
    {
      gsize length = strcspn (rest, "?&#;");
      const char *equals = memchr (rest, '=', length);

      if (equals != NULL && is_secret (rest, equals - rest))
        {
          g_string_append_len (text, rest, equals + 1 - rest);
          g_string_append (text, "…");
        }
      else
        {
          g_string_append_len (text, rest, length);
        }
      rest += length;
      if (*rest != '\0')
        g_string_append_c (text, *rest++);
    }
}

/**
 * essaim_fetcher_redact:
 * @uri: what may be an address
 *
 * Returns: (transfer full): the same without user information, and without the values of parameters that are keys to
 *   it, for messages, lists and files
 */
char *
essaim_fetcher_redact (const char *uri)
{
  const char *authority = strstr (uri, "://");
  g_autoptr (GString) text = NULL;
  const char *rest;
  gsize length;

  if (authority == NULL)
    return g_strdup (uri);

  authority += strlen ("://");
  rest = authority;
  length = strcspn (authority, "/?#");
  for (gsize i = 0; i < length; i++)
    if (authority[i] == '@')
      rest = authority + i + 1;

  text = g_string_new_len (uri, authority - uri);
  append_query (text, rest);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
