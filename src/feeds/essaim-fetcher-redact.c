/* essaim-fetcher-redact.c: addresses without what only their owners should know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-fetcher.h"

#include <string.h>

/* What the name of a parameter that opens a door holds somewhere: `access_token`, `userkey`, `X-Amz-Signature`. */
static const char * const secrets[] = {
  "token", "key", "pass", "pwd", "secret", "auth", "sig", "credential", "jwt", "session", "mdp", "jeton", "motdepasse",
  "mot_de_passe",
};

/* Words that hold one of these by chance, and say what is asked for. */
static const char * const harmless[] = {
  "keyword", "monkey", "design", "passage", "compass", "author", "autorite", "authorit", "signal", "insig",
};

static gboolean
has_any (const char         *text,
         const char * const *words,
         guint               n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_secret (const char *name,
           gsize       length)
{
  g_autofree char *unescaped = g_uri_unescape_segment (name, name + length, NULL);
  g_autofree char *lower = g_ascii_strdown (unescaped != NULL ? unescaped : name, unescaped != NULL ? -1 : (gssize) length);

  if (g_str_equal (lower, "sid") || g_str_has_suffix (lower, "authorization"))
    return TRUE;

  return has_any (lower, secrets, G_N_ELEMENTS (secrets)) && !has_any (lower, harmless, G_N_ELEMENTS (harmless));
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
