/* test-local-host.c: what is of this computer or its network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-local-host.h"

static void
test_local (void)
{
  static const char * const hosts[] = {
    "localhost", "LOCALHOST", "a.localhost", "printer.local", "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1",
    "172.16.0.1", "192.168.1.1", "169.254.169.254", "::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1",
    "::ffff:192.168.0.1", "100.64.0.1", "100.127.255.255", "172.31.255.255", "192.0.0.8", "198.19.0.1", "224.0.0.1",
    "192.88.99.1", "64:ff9b:1::808:808", "2001::1",
    "255.255.255.255", "240.0.0.1", "ff02::1", "fec0::1", "fdff::1", "64:ff9b::7f00:1", "2002:7f00:1::1", "::127.0.0.1",
    "2130706433", "127.1", "1270.0.0.1", "localhost.", "intranet", "nas.lan", "box.home.arpa", "a.internal",
    "metadata.google.internal",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_test_message ("%s", hosts[i]);
      g_assert_true (essaim_host_is_local (hosts[i]));
    }
}

static void
test_elsewhere (void)
{
  static const char * const hosts[] = {
    "example.org", "localhost.example.org", "8.8.8.8", "172.32.0.1", "2001:4860:4860::8888", "::ffff:8.8.8.8",
    "192.88.98.1", "192.88.100.1", "2001:1::1", "64:ff9b:2::1",
    "11.0.0.1", "100.63.0.1", "100.128.0.1", "169.253.0.1", "192.167.0.1", "223.255.255.255", "2002:808:808::1",
    "a.fr.", "opendata.paris.fr", "3.a.fr", "local.fr",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_test_message ("%s", hosts[i]);
      g_assert_false (essaim_host_is_local (hosts[i]));
    }
}

/* For each: what was asked for, where that has led to, whether nobody typed it, and how far it may reach. */
static void
test_reach (void)
{
  static const struct { const char *start; const char *to; gboolean public_only; EssaimReach reach; } ways[] = {
    { "https://a.fr/", "https://a.fr/", FALSE, ESSAIM_REACH_NETWORK },
    { "https://a.fr/", "https://a.fr/", TRUE, ESSAIM_REACH_PUBLIC },
    { "http://a.fr/", "https://A.fr/x", FALSE, ESSAIM_REACH_NETWORK },
    { "https://a.fr/", "https://b.fr/", FALSE, ESSAIM_REACH_PUBLIC },
    { "https://a.fr/", "http://127.0.0.1/", FALSE, ESSAIM_REACH_PUBLIC },
    { "http://127.0.0.1:8000/", "http://127.0.0.1:8000/x", FALSE, ESSAIM_REACH_ANY },
    { "http://127.0.0.1:8000/", "http://127.0.0.1:8000/x", TRUE, ESSAIM_REACH_PUBLIC },
    { "http://127.0.0.1:8000/", "http://127.0.0.1:22/", FALSE, ESSAIM_REACH_PUBLIC },
    { "http://127.0.0.1:8000/", "http://localhost:8000/", FALSE, ESSAIM_REACH_PUBLIC },
    { "http://192.168.1.2/", "http://192.168.1.1/", FALSE, ESSAIM_REACH_PUBLIC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GUri) start = g_uri_parse (ways[i].start, G_URI_FLAGS_NONE, NULL);
      g_autoptr (GUri) to = g_uri_parse (ways[i].to, G_URI_FLAGS_NONE, NULL);

      g_test_message ("%s %s", ways[i].start, ways[i].to);
      g_assert_cmpint (essaim_reach_find (start, to, ways[i].public_only), ==, ways[i].reach);
    }
}

static void
test_allows (void)
{
  static const struct { const char *address; EssaimReach least; } addresses[] = {
    { "8.8.8.8", ESSAIM_REACH_PUBLIC }, { "2001:4860:4860::8888", ESSAIM_REACH_PUBLIC },
    { "10.1.2.3", ESSAIM_REACH_NETWORK }, { "fd00::1", ESSAIM_REACH_NETWORK },
    { "::ffff:10.1.2.3", ESSAIM_REACH_NETWORK }, { "127.0.0.1", ESSAIM_REACH_ANY }, { "::1", ESSAIM_REACH_ANY },
    { "169.254.169.254", ESSAIM_REACH_ANY }, { "fe80::1", ESSAIM_REACH_ANY }, { "0.0.0.0", ESSAIM_REACH_ANY },
    { "::ffff:127.0.0.1", ESSAIM_REACH_ANY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    for (EssaimReach reach = ESSAIM_REACH_PUBLIC; reach <= ESSAIM_REACH_ANY; reach++)
      {
        g_autoptr (GInetAddress) address = g_inet_address_new_from_string (addresses[i].address);

        g_assert_cmpint (essaim_reach_allows (reach, address), ==, reach >= addresses[i].least);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local-host/local", test_local);
  g_test_add_func ("/local-host/elsewhere", test_elsewhere);
  g_test_add_func ("/local-host/reach", test_reach);
  g_test_add_func ("/local-host/allows", test_allows);

  return g_test_run ();
}
