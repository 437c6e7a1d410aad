/* test-territory-names.c: territories found by their whole names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reference.h"
#include "essaim-territory-names.h"

static EssaimReference *reference;

static void
test_find (void)
{
  static const struct { const char *name, *ids; } names[] = {
    { "Bretagne", "region:53" }, { "AUVERGNE RHONE ALPES", "region:84" }, { "Puy-de-Dôme", "departement:63" },
    { "Vienne", "departement:86" }, { "CA Grand Chambéry", "epci:200069110" },
    { "CA du Grand Chambéry", "epci:200069110" }, { "Métropole de Lyon", "epci:200046977" }, { "France", NULL },
    { "Rezé", NULL }, { "", NULL }, { "Puy", NULL },
    /* A region, a department and a label, all of the same ground. */
    { "Mayotte", "mayotte region:06 departement:976" },
    { "Réunion", "region:04 departement:974" },
  };
  EssaimTerritories *territories = essaim_reference_get_territories (reference);
  g_autoptr(EssaimTerritoryNames) known = essaim_territory_names_new (territories);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GArray *found = essaim_territory_names_find (known, names[i].name);
      g_autoptr(GString) ids = g_string_new (NULL);

      g_test_message ("%s", names[i].name);
      for (guint j = 0; found != NULL && j < found->len; j++)
        g_string_append_printf (ids, j > 0 ? " %s" : "%s",
                                essaim_territories_get (territories, g_array_index (found, guint, j))->id);
      g_assert_cmpstr (found != NULL ? ids->str : NULL, ==, names[i].ids);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);

  g_test_add_func ("/territory-names/find", test_find);
  result = g_test_run ();
  g_clear_object (&reference);

  return result;
}
