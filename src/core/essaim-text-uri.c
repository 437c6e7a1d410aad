/* essaim-text-uri.c: addresses that may be opened with one click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-text.h"

#include <string.h>

#define URI_MAX 2048

/* Without a scheme or `www.` a text with a point in it is an address only under these; two letters are a country. */
static const char * const plain_domains[] = {
  "com", "org", "net", "info", "eu", "coop", "bzh", "paris", "alsace", "corsica", "asso", "gouv", "biz", "pro", "app",
  "dev", "earth", "bio", "solutions", "social", "green", "world", "city", "space", "media", "tech", NULL,
};

static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > 63 || label[0] == '-' || label[length - 1] == '-')
    return FALSE;

  for (const char *p = label; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_' && !((guchar) *p & 0x80))
      return FALSE;

  return TRUE;
}

static gboolean
is_all_digits (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

/* Two labels or more, the last one not a number; or four numbers up to 255. */
static gboolean
is_host (const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", 32);
  guint n = g_strv_length (labels);

  if (n < 2 || strlen (host) > 253)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!is_label (labels[i]))
      return FALSE;

  return is_all_digits (labels[n - 1]) ? g_hostname_is_ip_address (host)
                                       : g_utf8_strlen (labels[n - 1], -1) >= 2;
}

static gboolean
is_bare_host (const char *host)
{
  const char *domain = strrchr (host, '.');

  return is_host (host) && domain != NULL && !is_all_digits (domain + 1) &&
         (g_str_has_prefix (host, "www.") || strlen (domain) == 3 || g_strv_contains (plain_domains, domain + 1));
}

/* Letters of two scripts in one name are how a host is made to look like another: аpple.com */
static gboolean
mixes_scripts (const char *host)
{
  GUnicodeScript first = G_UNICODE_SCRIPT_COMMON;

  for (const char *p = host; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
        continue;
      if (first != G_UNICODE_SCRIPT_COMMON && script != first)
        return TRUE;
      first = script;
    }

  return FALSE;
}

/* Host in small letters, and in ASCII where it mixes scripts; with its port. NULL where it is no host. */
static char *
normalize_authority (const char *authority,
                     gboolean    is_bare)
{
  const char *colon = strchr (authority, ':');
  g_autofree char *name = g_strndup (authority, colon != NULL ? (gsize) (colon - authority) : strlen (authority));
  g_autofree char *host = g_utf8_strdown (name, -1);
  const char *port = colon != NULL ? colon : "";

  if (*port != '\0' && (port[1] == '\0' || strlen (port) > 6 || !is_all_digits (port + 1)))
    return NULL;
  if (is_bare ? !is_bare_host (host) : !is_host (host))
    return NULL;

  if (mixes_scripts (host))
    {
      g_autofree char *ascii = g_hostname_to_ascii (host);

      return ascii != NULL ? g_strconcat (ascii, port, NULL) : NULL;
    }

  return g_strconcat (host, port, NULL);
}

/* A web address from what stands behind `https://`. */
static char *
make_web_uri (const char *scheme,
              const char *rest,
              gboolean    is_bare)
{
  gsize length = strcspn (rest, "/?#");
  g_autofree char *before = g_strndup (rest, length);
  g_autofree char *authority = normalize_authority (before, is_bare);
  g_autofree char *path = g_uri_escape_string (rest + length, ":/?#[]@!$&'()*+,;=%", TRUE);

  return authority != NULL ? g_strconcat (scheme, "://", authority, path, NULL) : NULL;
}

/* Only who it goes to: no subject, no body, no attachment. */
static char *
make_mail_uri (const char *address)
{
  gsize length = strcspn (address, "?");
  g_autofree char *plain = g_strndup (address, length);
  const char *at = strchr (plain, '@');

  if (at == NULL || at == plain || strpbrk (plain, "\"<>,:\\/ ") != NULL || !is_host (at + 1))
    return NULL;

  return g_strconcat ("mailto:", plain, NULL);
}

static char *
make_telephone_uri (const char *number)
{
  GString *digits = g_string_new ("tel:");
  guint n = 0;

  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || (*p == '+' && n == 0))
      {
        g_string_append_c (digits, *p);
        n += g_ascii_isdigit (*p);
      }
    else if (strchr (" .-()/", *p) == NULL)
      n = G_MAXUINT / 2;

  return g_string_free (digits, n < 3 || n > 15);
}

/* `http://https://x.fr` and `https:// x.fr` are slips of the hand: what stands behind the last scheme, or NULL. */
static const char *
skip_web_scheme (const char  *text,
                 const char **scheme)
{
  const char *rest = NULL;

  for (;;)
    {
      if (g_ascii_strncasecmp (text, "https://", 8) == 0)
        {
          *scheme = "https";
          text += 8;
        }
      else if (g_ascii_strncasecmp (text, "http://", 7) == 0)
        {
          *scheme = "http";
          text += 7;
        }
      else
        return rest;

      text += strspn (text, " ");
      rest = text;
    }
}

static gboolean
begins_address (const char *text)
{
  const char *scheme, *start = text + strspn (text, " \t");
  const char *rest = skip_web_scheme (start, &scheme);
  g_autofree char *host = g_strndup (rest != NULL ? rest : start, strcspn (rest != NULL ? rest : start, "/?#:;, "));

  return *start == '\0' || rest != NULL || is_bare_host (host);
}

/* Ends @text where a second address or other words begin. */
static void
keep_first (char *text)
{
  for (char *p = text; (p = strpbrk (p, " \t\r\n;,|<>\"")) != NULL; p++)
    if ((*p != ';' && *p != ',') || begins_address (p + 1))
      {
        *p = '\0';
        return;
      }
}

/* A copy that may be worked on: valid, not too long, `&amp;` as it was meant. */
static char *
copy_address (const char *text)
{
  text += strspn (text, " \t\r\n");
  if (strnlen (text, URI_MAX + 1) > URI_MAX || !g_utf8_validate (text, -1, NULL) || essaim_text_is_null (text))
    return NULL;

  GString *copy = g_string_new (text);
  g_string_replace (copy, "&amp;", "&", 0);

  return g_string_free (copy, FALSE);
}

/**
 * essaim_text_safe_uri:
 * @text: (nullable): what a feed says is an address
 *
 * The only addresses that may be opened from what a feed says: http, https, mailto (without any header) and tel. A bare
 * host (`www.x.fr`, `abracodabra.fr/page`) becomes https. Of several addresses (`a.fr;b.fr`) the first counts. The
 * host must look like one, hold no user name, and is written in ASCII where it mixes scripts (so that it cannot pass
 * for another).
 *
 * Returns: (transfer full) (nullable): the address, or %NULL for everything else (`javascript:`, `data:`, `file:`,
 *   words)
 */
char *
essaim_text_safe_uri (const char *text)
{
  g_autofree char *copy = text != NULL ? copy_address (text) : NULL;
  const char *scheme = "https", *rest;

  if (copy == NULL)
    return NULL;
  if (g_ascii_strncasecmp (copy, "tel:", 4) == 0)
    return make_telephone_uri (copy + 4);

  rest = skip_web_scheme (copy, &scheme);
  keep_first (rest != NULL ? (char *) rest : copy);

  if (rest != NULL)
    return make_web_uri (scheme, rest, FALSE);
  if (g_ascii_strncasecmp (copy, "mailto:", 7) == 0)
    return make_mail_uri (copy + 7);

  return make_web_uri ("https", copy + (g_str_has_prefix (copy, "//") ? 2 : 0), TRUE);
}
