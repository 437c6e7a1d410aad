/* test-member-values.c: values as read, to members of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-field-values.h"
#include "essaim-member-values.h"

#include <string.h>

#define assert_text(call, expected) \
  G_STMT_START { \
    g_autofree char *text_ = (call); \
    g_assert_cmpstr (text_, ==, expected); \
  } G_STMT_END

static void
test_lines (void)
{
  assert_text (essaim_member_line ("Le lieu", 300), "Le lieu");
  assert_text (essaim_member_line ("Le  lieu\nvert ", 300), "Le lieu vert");
  assert_text (essaim_member_line ("<b>Sud</b> &amp; Co", 300), "Sud & Co");
  assert_text (essaim_member_line ("abcdef", 4), "abc…");
  assert_text (essaim_member_first ("Bastia|17/12/2014|Parrainé par"), "Bastia");
  assert_text (essaim_member_first ("A | B"), "A | B");
  assert_text (essaim_member_names ("Agence|17/12/2014|Région"), "Agence, Région");
  assert_text (essaim_member_names ("Agence"), "Agence");
  assert_text (essaim_member_names ("17/12/2014|2015-01-01"), NULL);
  assert_text (essaim_member_text ("<p>Un.</p><p>Deux.</p>"), "Un.\n\nDeux.");
}

static void
test_summaries (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentences = NULL, *words = NULL;

  assert_text (essaim_member_summarise ("Court.\nEt bon."), "Court. Et bon.");

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (text, "Voici une phrase qui porte le numéro %02u. ", i);
  sentences = essaim_member_summarise (text->str);
  g_assert_cmpint (g_utf8_strlen (sentences, -1), <=, ESSAIM_SUMMARY_MAX);
  g_assert_cmpint (g_utf8_strlen (sentences, -1), >, ESSAIM_SUMMARY_MAX / 2);
  g_assert_true (g_str_has_suffix (sentences, "."));

  g_string_truncate (text, 0);
  for (guint i = 0; i < 200; i++)
    g_string_append (text, "été ");
  words = essaim_member_summarise (text->str);
  g_assert_true (g_str_has_suffix (words, "été…"));
  g_assert_cmpint (g_utf8_strlen (words, -1), <=, ESSAIM_SUMMARY_MAX);
}

static void
test_contacts (void)
{
  assert_text (essaim_member_email ("accueil@lieu.example"), "accueil@lieu.example");
  assert_text (essaim_member_email ("mailto:a@b.fr"), "a@b.fr");
  assert_text (essaim_member_email ("M. X <a@b.fr>; c@d.fr"), "a@b.fr");
  assert_text (essaim_member_email ("@"), NULL);
  assert_text (essaim_member_email ("a@b"), NULL);
  assert_text (essaim_member_phone ("3949"), "3949");
  assert_text (essaim_member_phone ("05.16.25.15.19 ou 06 00 00 00 00"), "05.16.25.15.19 ou 06 00 00 00 00");
  assert_text (essaim_member_phone ("4,7312E+08"), NULL);
  assert_text (essaim_member_phone ("sur place"), NULL);
}

static void
test_numbers (void)
{
  assert_text (essaim_member_siret ("216 301 135 00017"), "21630113500017");
  assert_text (essaim_member_siret ("00000000000000"), NULL);
  assert_text (essaim_member_siret ("216301135"), NULL);
  assert_text (essaim_member_siret ("CAMARET"), NULL);
  assert_text (essaim_member_rna ("w012000001"), "W012000001");
  assert_text (essaim_member_rna ("012000001"), NULL);

  g_assert_true (essaim_field_value_is_siret ("13002526500013"));
  g_assert_true (essaim_field_value_is_siret ("35600000000048"));
  g_assert_false (essaim_field_value_is_siret ("13002526500014"));
  g_assert_false (essaim_field_value_is_siret ("00000000000000"));
  g_assert_false (essaim_field_value_is_siret ("1300252650001"));
}

static void
test_kinds (void)
{
  static const struct { const char *word; EssaimKind kind; } words[] = {
    { "place", ESSAIM_KIND_PLACE }, { "Projets ", ESSAIM_KIND_PROJECT }, { "Tiers-lieux", ESSAIM_KIND_PLACE },
    { "Aide", ESSAIM_KIND_FUNDING }, { "Organization", ESSAIM_KIND_ORGANISATION },
    { "Structure d’appui", ESSAIM_KIND_STRUCTURE },
  };
  EssaimKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_true (essaim_field_value_to_kind (words[i].word, &kind));
      g_assert_cmpint (kind, ==, words[i].kind);
    }
  g_assert_false (essaim_field_value_to_kind ("Bibliothèque", &kind));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/member-values/lines", test_lines);
  g_test_add_func ("/member-values/summaries", test_summaries);
  g_test_add_func ("/member-values/contacts", test_contacts);
  g_test_add_func ("/member-values/numbers", test_numbers);
  g_test_add_func ("/member-values/kinds", test_kinds);

  return g_test_run ();
}
