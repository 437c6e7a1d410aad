/* essaim-traits-links.c: web site and e-mail of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-traits-private.h"

#include <string.h>

/* On these, and below these, a host is shared by many: only the whole address tells one from another. */
static const char * const shared_hosts[] = {
  "aol.com", "bbox.fr", "blogspot.com", "blogspot.fr", "club-internet.fr", "facebook.com", "fb.com", "fb.me",
  "free.fr", "github.io", "gmail.com", "gogocarto.fr", "google.com", "google.fr", "gouv.fr", "helloasso.com",
  "hotmail.com", "hotmail.fr", "icloud.com", "instagram.com", "jimdo.com", "laposte.net", "linkedin.com", "linktr.ee",
  "live.fr", "mailo.com", "meetup.com", "msn.com", "neuf.fr", "nordnet.fr", "numericable.fr", "orange.fr",
  "outlook.com", "outlook.fr", "over-blog.com", "pole-emploi.fr", "sfr.fr", "tumblr.com", "twitter.com", "wanadoo.fr",
  "wikipedia.org", "wixsite.com", "wordpress.com", "x.com", "yahoo.com", "yahoo.fr", "youtube.com",
};

/* Reserved for examples by RFC 2606, section 3: nobody's. */
static gboolean
is_example (const char *host,
            gsize       length)
{
  return length >= 11 && strncmp (host + length - 11, "example.", 8) == 0 &&
         (length == 11 || host[length - 12] == '.');
}

static gboolean
is_shared (const char *host,
           gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shared_hosts); i++)
    {
      gsize n = strlen (shared_hosts[i]);

      if (n <= length && memcmp (host + length - n, shared_hosts[i], n) == 0 &&
          (n == length || host[length - n - 1] == '.'))
        return TRUE;
    }

  return FALSE;
}

/* FNV-1a, 32 bits, of @length bytes in lower case. */
static guint32
hash_bytes (const char *bytes,
            gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) g_ascii_tolower (bytes[i])) * 16777619u;

  return hash != 0 ? hash : 1;
}

static const char *
skip_prefix (const char *text,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return g_ascii_strncasecmp (text, prefix, length) == 0 ? text + length : text;
}

static void
read_website (EssaimTraits *traits,
              const char   *website)
{
  char host[64];
  const char *start = skip_prefix (skip_prefix (skip_prefix (website, "http://"), "https://"), "www.");
  gsize length = strcspn (start, "/?#: ;,");
  gsize all = strcspn (start, " ;,#");

  while (all > 0 && start[all - 1] == '/')
    all--;
  if (length < 4 || length >= sizeof host || memchr (start, '.', length) == NULL)
    return;

  for (gsize i = 0; i < length; i++)
    host[i] = g_ascii_tolower (start[i]);
  if (is_example (host, length))
    return;

  traits->page = hash_bytes (start, all);
  if (!is_shared (host, length))
    traits->host = hash_bytes (host, length);
  else if (all == length)
    traits->page = 0;
}

static void
read_email (EssaimTraits *traits,
            const char   *email)
{
  gsize length = strcspn (email, " ;,/");
  const char *at = memchr (email, '@', length);
  char host[64];
  gsize n;

  if (at == NULL || at == email)
    return;

  n = length - (at + 1 - email);
  if (n < 4 || n >= sizeof host)
    return;
  for (gsize i = 0; i < n; i++)
    host[i] = g_ascii_tolower (at[1 + i]);
  if (is_example (host, n))
    return;

  traits->email = hash_bytes (email, length);
  if (traits->host == 0 && !is_shared (host, n))
    traits->host = hash_bytes (host, n);
}

/**
 * essaim_traits_read_links:
 * @traits: gets page, host and e-mail
 * @website: (nullable): the address of a web site
 * @email: (nullable): an e-mail address
 *
 * Reads where somebody is found on the net. A host that many share is nobody's own. Without a web site, the host is
 * that of the e-mail.
 */
void
essaim_traits_read_links (EssaimTraits *traits,
                          const char   *website,
                          const char   *email)
{
  if (website != NULL)
    read_website (traits, website);
  if (email != NULL)
    read_email (traits, email);
}
