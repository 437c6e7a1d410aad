/* test-fetcher-redact.c: addresses without what only their owners should know
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-fetcher.h"

static void
assert_redacted (const char *uri,
                 const char *expected)
{
  g_autofree char *redacted = essaim_fetcher_redact (uri);

  g_assert_cmpstr (redacted, ==, expected);
}

static void
test_redact (void)
{
  assert_redacted ("https://user:secret@example.org/a?b=c@d", "https://example.org/a?b=c@d");
  assert_redacted ("https://user:se@cret@example.org", "https://example.org");
  assert_redacted ("https://example.org/a@b", "https://example.org/a@b");
  assert_redacted ("/home/someone/a.csv", "/home/someone/a.csv");
  assert_redacted ("not ://user@ [valid", "not :// [valid");
  assert_redacted ("https://a.fr/x?token=abc&page=2", "https://a.fr/x?token=…&page=2");
  assert_redacted ("https://a.fr/x?apikey=abc", "https://a.fr/x?apikey=…");
  assert_redacted ("https://a.fr/x?a=1&api_key=abc&b=2#top", "https://a.fr/x?a=1&api_key=…&b=2#top");
  assert_redacted ("https://a.fr/x#access_token=abc", "https://a.fr/x#access_token=…");
  assert_redacted ("https://a.fr/x?X-Amz-Signature=abc&ACCESS_TOKEN=d;key=e",
                   "https://a.fr/x?X-Amz-Signature=…&ACCESS_TOKEN=…;key=…");
  assert_redacted ("https://a.fr/x?pass=a&pwd=b&password=c&userkey=d&key=e&auth=f&sig=g&secret=h&access_key=i",
                   "https://a.fr/x?pass=…&pwd=…&password=…&userkey=…&key=…&auth=…&sig=…&secret=…&access_key=…");
  assert_redacted ("https://a.fr/x?authkey=a&SecretKey=b&key_id=c&auth_code=d&pass%77ord=e&sid=f&Authorization=g",
                   "https://a.fr/x?authkey=…&SecretKey=…&key_id=…&auth_code=…&pass%77ord=…&sid=…&Authorization=…");
  assert_redacted ("https://a.fr/x?keyword=vélo&monkey=2&design=3&author=4&passage=5&side=6",
                   "https://a.fr/x?keyword=vélo&monkey=2&design=3&author=4&passage=5&side=6");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetcher-redact/redact", test_redact);

  return g_test_run ();
}
