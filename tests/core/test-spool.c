/* test-spool.c: what is kept aside in a file without a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "essaim-spool.h"

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimSpool) spool = essaim_spool_new (NULL, &error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *data = g_malloc (70000);
  guint32 places[500];

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      memset (data, (int) (i % 251), 70000);
      g_assert_true (essaim_spool_append (spool, data, i * 137 % 70000, &places[i], &error));
    }
  /* In order, then in none. */
  for (guint k = 0; k < 2 * G_N_ELEMENTS (places); k++)
    {
      guint i = k < G_N_ELEMENTS (places) ? k : k * 7919 % G_N_ELEMENTS (places);

      g_assert_true (essaim_spool_read (spool, places[i], bytes, &error));
      g_assert_cmpuint (bytes->len, ==, i * 137 % 70000);
      for (guint j = 0; j < bytes->len; j += 61)
        g_assert_cmpuint (bytes->data[j], ==, i % 251);
    }
}

static void
test_nowhere (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_spool_new ("/dev/null/nowhere", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spool/read", test_read);
  g_test_add_func ("/spool/nowhere", test_nowhere);

  return g_test_run ();
}
