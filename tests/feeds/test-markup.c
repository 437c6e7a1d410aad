/* test-markup.c: Markdown and what uMap writes, as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-markup.h"

#include <string.h>

static void
assert_stripped (const char *text,
                 const char *expected)
{
  g_autofree char *plain = essaim_markup_strip (text);

  g_assert_cmpstr (plain, ==, expected);
}

static void
test_marks (void)
{
  assert_stripped ("# Titre\nSuite **forte** ici", "Titre\nSuite forte ici");
  assert_stripped ("[[https://a.example|le site]], [[http://b.example]]", "le site, http://b.example");
  assert_stripped ("Photo : {{https://a.example/x.jpg|200}} et {{{https://b.example*400}}}.", "Photo :  et .");
  assert_stripped ("Voir [le site](https://a.example/b) ![image](https://a.example/i.png)", "Voir le site image");
  assert_stripped ("**[a](http://b.example)**", "[a](http://b.example)");
}

/* What may be something else stays. */
static void
test_others (void)
{
  static const char * const texts[] = {
    "", "Le n° #5", "C# et F#", "2 ** 3 ** 4", "** seul", "[crochets] (et plus)", "[[pas une adresse]]", "{{x}}",
    "[a](javascript:alert(1))", "a*b*c", "!", "[", "{{https://sans.fin", "[[https://sans.fin", "[a](https://sans.fin",
    "#hashtag", "****",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_stripped (texts[i], NULL);
}

/* A text of nothing but open marks takes no more than an instant. */
static void
test_many (void)
{
  static const char * const marks[] = { "[[http://a", "{{http://a", "[a](http://a", "**a", "#" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *plain = NULL;

      while (text->len < 1000 * 1000)
        g_string_append (text, marks[i]);
      plain = essaim_markup_strip (text->str);
      g_assert_true (plain == NULL || strlen (plain) <= text->len);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markup/marks", test_marks);
  g_test_add_func ("/markup/others", test_others);
  g_test_add_func ("/markup/many", test_many);

  return g_test_run ();
}
