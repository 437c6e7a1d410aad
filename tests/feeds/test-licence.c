/* test-licence.c: tags that name a licence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-licence.h"

#include <string.h>

static void
test_names (void)
{
  static const char * const names[] = {
    "CC-By-SA", "cc by", "CC0", "CC_BY_NC 4.0", "Creative Commons BY", "ODbL", "ODbL 1.0", "Licence Ouverte 2.0",
    "lov2",
    "Open Database License", "Public domain", "Tous droits réservés",
  };
  static const char * const tags[] = {
    "", "CC", "CCAS", "CC BYRON", "Coopérative", "Licence professionnelle", "Licences", "Accès libre", "ouverture",
    "Ouvert à tous", "Creative Commons et biens communs : comment partager ce que nous faisons ensemble",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_true (essaim_licence_is_name (names[i], strlen (names[i])));
    }
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_test_message ("%s", tags[i]);
      g_assert_false (essaim_licence_is_name (tags[i], strlen (tags[i])));
    }

  /* Of an item of a list, only its own bytes count. */
  g_assert_true (essaim_licence_is_name ("CC0|Eau", 3));
  g_assert_false (essaim_licence_is_name ("Eau|CC0", 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/licence/names", test_names);

  return g_test_run ();
}
