/* test-r-letters.c: letters that R wrote as numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-r-letters.h"

#include <string.h>

static void
test_letters (void)
{
  static const struct { const char *text, *read; } texts[] = {
    { "Ren<e9>", "René" }, { "L<92>h<f4>pital", "L’hôpital" }, { "l<92>eau", "l’eau" },
    { "<e9><e8>", "éè" }, { "<<e9>>", "<é>" }, { "", NULL }, { "Ren<e9", NULL }, { "<b>gras</b>", NULL },
    { "<dl><dd>x</dd></dl>", NULL }, { "<41>", NULL }, { "<E9>", NULL }, { "a < b, c > d", NULL }, { "<ea>", "ê" },
    { "Ren<c3><a9>", "René" }, { "l<e2><80><99>eau", "l’eau" }, { "<c3>", "Ã" }, { "Ren<U+00E9>", "René" },
    { "l<U+2019>eau", "l’eau" }, { "<U+D800>", NULL }, { "<U+0041>", NULL }, { "<U+00E9", NULL }, { "<U+00G9>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *read = essaim_r_letters_read (texts[i].text, strlen (texts[i].text));

      g_assert_cmpstr (read, ==, texts[i].read);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/r-letters/letters", test_letters);

  return g_test_run ();
}
