/* test-http-error.c: what libraries say, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-http-error.h"

#include <string.h>

#include "essaim-feed-error.h"

static void
assert_code (GQuark          domain,
             int             code,
             EssaimFeedError expected)
{
  g_autoptr (GUri) uri = g_uri_parse ("http://nosuch.invalid/x.csv", G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  essaim_http_error_propagate (&error, g_error_new_literal (domain, code, "cause"), uri);
  g_assert_error (error, ESSAIM_FEED_ERROR, (int) expected);
  g_assert_nonnull (strstr (error->message, "nosuch.invalid"));
  g_assert_null (strstr (error->message, "cause"));   /* only what is known has words of its own */
}

/* One server that cannot be found does not mean that the computer is offline. */
static void
test_offline (void)
{
  assert_code (G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, ESSAIM_FEED_ERROR_UNREACHABLE);
  assert_code (G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, ESSAIM_FEED_ERROR_UNREACHABLE);
  assert_code (G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH, ESSAIM_FEED_ERROR_FAILED);
  assert_code (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, ESSAIM_FEED_ERROR_FAILED);
  assert_code (SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, ESSAIM_FEED_ERROR_FAILED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-error/codes", test_offline);

  return g_test_run ();
}
