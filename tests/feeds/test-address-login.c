/* test-address-login.c: what opens an address, taken out of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-address-login.h"

#include <string.h>


static const struct
{
  const char *text;
  const char *address;
  const char *login;     /* NULL: none */
} ways[] = {
  { "https://claire:secret@a.fr/x.csv?page=1#top", "https://a.fr/x.csv?page=1#top", "claire:secret" },
  { "http://claire@a.fr:8080/", "http://a.fr:8080/", "claire:" },
  { "https://cl%40ire:s%3Aecr%C3%A9t@a.fr/", "https://a.fr/", "cl@ire:s:ecrét" },
  { "https://[2001:db8::1]/x", "https://[2001:db8::1]/x", NULL },
  { "https://a.fr/@claire:x", "https://a.fr/@claire:x", NULL },
  { "/home/claire@maison/x.csv", "/home/claire@maison/x.csv", NULL },
  { "file:///home/claire@maison/x.csv", "file:///home/claire@maison/x.csv", NULL },
  { "claire@a.fr", "claire@a.fr", NULL },
};

static void
test_take (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *address = NULL;
      g_autofree char *login = essaim_address_take_login (ways[i].text, &address);
      g_autofree char *encoded = ways[i].login != NULL ? g_base64_encode ((const guchar *) ways[i].login, strlen (ways[i].login)) : NULL;
      g_autofree char *expected = encoded != NULL ? g_strconcat ("Authorization: Basic ", encoded, NULL) : NULL;

      g_assert_cmpstr (address, ==, ways[i].address);
      g_assert_cmpstr (login, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-login/take", test_take);

  return g_test_run ();
}
