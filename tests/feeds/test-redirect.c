/* test-redirect.c: where answers lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-redirect.h"

#include "essaim-feed-error.h"

/* Where an answer leads to, without a server. */
static void
test_targets (void)
{
  static const struct { const char *from; const char *location; const char *to; } ways[] = {
    { "https://a.fr/x/y", "z", "https://a.fr/x/z" },
    { "https://a.fr/x", "//b.fr/z", "https://b.fr/z" },
    { "http://a.fr/x", "https://a.fr/x", "https://a.fr/x" },
    { "https://a.fr/x", "http://a.fr/x", NULL },
    { "https://a.fr/x", "HTTP://b.fr/x", NULL },
    { "http://a.fr/x", "file:///etc/passwd", NULL },
    { "http://a.fr/x", "data:text/csv,a", NULL },
    { "http://a.fr/x", "javascript:alert(1)", NULL },
    { "http://a.fr/x", "ftp://b.fr/x", NULL },
    { "http://a.fr/x", "http:///x", NULL },
    { "http://a.fr/x", "http://[oops/x", NULL },
    { "http://a.fr/x", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GUri) from = g_uri_parse (ways[i].from, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) to = essaim_redirect_get_target (from, ways[i].location, &error);
      g_autofree char *text = to != NULL ? g_uri_to_string (to) : NULL;

      g_assert_cmpstr (text, ==, ways[i].to);
      if (to == NULL)
        g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect/targets", test_targets);

  return g_test_run ();
}
