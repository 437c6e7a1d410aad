/* test-plain-text.c: text that the gate would leave as it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-plain-text.h"

#include "essaim-text.h"

/* Whatever is called plain must pass the gate unchanged wherever it stands: all of Unicode is tried. */
static void
test_gate (void)
{
  guint n_plain = 0;

  for (gunichar c = 1; c < 0x110000; c++)
    {
      char text[20] = "";
      int n = g_unichar_validate (c) ? g_unichar_to_utf8 (c, text) : 0;

      if (n == 0 || essaim_plain_length (text, n) == 0)
        continue;

      g_assert_cmpuint (essaim_plain_length (text, n), ==, n);
      n_plain++;
      if (c == ' ')
        continue;

      g_autofree char *doubled = g_strconcat (text, text, "a", text, NULL);
      g_autofree char *clean = essaim_text_clean (doubled, -1, ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_LONG_MAX);
      g_assert_cmpstr (clean, ==, doubled);
    }

  g_assert_cmpuint (n_plain, >, 600);
}

/* Each odd character is found at each place of a word of eight bytes. */
static void
test_places (void)
{
  static const char * const odd[] = {
    "\t", "\n", "\x7F", "\x1F", "\xC2\xA0", "\xE2\x80\x8B", "\xF0\x9F\x98\xB9", "\xE2\x80",
  };

  g_assert_true (essaim_plain_is ("", 0));
  for (guint length = 0; length < 40; length++)
    {
      g_autofree char *start = g_strnfill (length, 'x');

      for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
        {
          g_autofree char *text = g_strconcat (start, odd[i], "yyyyyyyyyy", NULL);
          g_autofree char *sound = g_strconcat (start, "é’œ yyyyyyyyyy", NULL);

          g_assert_false (essaim_plain_is (text, strlen (text)));
          g_assert_true (essaim_plain_is (sound, strlen (sound)));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-text/gate", test_gate);
  g_test_add_func ("/plain-text/places", test_places);

  return g_test_run ();
}
