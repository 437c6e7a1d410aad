/* test-chunks.c: bodies in chunks, whole and cut off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-chunks.h"

#include <string.h>

/* A body in chunks, cut anywhere into what comes at a time, and cut off anywhere. */
static void
test_chunks (void)
{
  static const char body[] = "5\r\nhello\r\n6;a=b\r\n world\r\n0\r\nX: y\r\n\r\n";
  gsize length = strlen (body);

  for (gsize step = 1; step <= length; step++)
    for (gsize end = 0; end <= length; end++)
      {
        EssaimChunks chunks = { 0 };
        g_autoptr (GString) text = g_string_new (NULL);

        for (gsize at = 0; at < end; at += step)
          {
            g_autofree char *part = g_memdup2 (body + at, MIN (step, end - at));
            gssize n = essaim_chunks_decode (&chunks, part, MIN (step, end - at));

            g_assert_cmpint (n, >=, 0);
            g_string_append_len (text, part, n);
          }
        g_assert_true (g_str_has_prefix ("hello world", text->str));
        g_assert_cmpint (chunks.state == ESSAIM_CHUNKS_DONE, ==, end == length);
        if (end == length)
          g_assert_cmpstr (text->str, ==, "hello world");
      }
}

static void
test_bad_chunks (void)
{
  static const char * const bodies[] = {
    "zz\r\nhello", "\r\nhello", "-5\r\nhello", "0x5\r\nhello", "5\r\nhello!\r\n", "ffffffffffffffffff\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      EssaimChunks chunks = { 0 };
      g_autofree char *bytes = g_strdup (bodies[i]);

      g_test_message ("%s", bodies[i]);
      g_assert_cmpint (essaim_chunks_decode (&chunks, bytes, strlen (bytes)), ==, -1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chunks/whole", test_chunks);
  g_test_add_func ("/chunks/bad", test_bad_chunks);

  return g_test_run ();
}
