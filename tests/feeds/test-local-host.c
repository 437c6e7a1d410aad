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
    "::ffff:192.168.0.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    g_assert_true (essaim_host_is_local (hosts[i]));
}

static void
test_elsewhere (void)
{
  static const char * const hosts[] = {
    "example.org", "localhost.example.org", "8.8.8.8", "172.32.0.1", "2001:4860:4860::8888", "::ffff:8.8.8.8",
    "1270.0.0.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    g_assert_false (essaim_host_is_local (hosts[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local-host/local", test_local);
  g_test_add_func ("/local-host/elsewhere", test_elsewhere);

  return g_test_run ();
}
