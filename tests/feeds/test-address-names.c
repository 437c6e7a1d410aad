/* test-address-names.c: communes that an address names without a postcode
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-address-names.h"
#include "essaim-reference.h"

static EssaimGazetteer *gazetteer;

static void
test_find (void)
{
  static const struct { const char *address, *insee, *department; } addresses[] = {
    { "Corse, Bastia", "2B033", NULL }, { "Bastia, Corse, France", "2B033", NULL }, { "Bastia", "2B033", NULL },
    { "2 rue Haute, Cahors, Lot", "46042", "46" }, { "8 rue de la Paix, Paris", "75056", NULL },
    { "Lyon 3e, France", "69123", NULL }, { "Quai de Southampton, Le Havre", "76351", NULL },
    /* One of many, until something tells which. */
    { "3 rue du Port, Saint-Denis", NULL, NULL }, { "Saint-Denis, La Réunion", "97411", "974" },
    /* Places of any commune, and no communes at all. */
    { "Le Bourg", NULL, NULL }, { "Vienne", NULL, "86" }, { "Bretagne", NULL, NULL },
    { "Lyon (69)", "69123", "69" }, { "2 rue Haute, Saint-Denis (Réunion)", "97411", "974" }, { "Lyon (3e)", "69123", NULL },
    { "Bastia, Corse, 17/12/2014", "2B033", NULL },
    { "63 - Puy-de-Dôme", NULL, "63" }, { "2A, rue Haute", NULL, NULL }, { "38 Ain", NULL, NULL },
    { "12, rue des Lilas", NULL, NULL }, { "63, rue de Riom", NULL, NULL }, { ", ,", NULL, NULL }, { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      guint department = ESSAIM_NO_DEPARTMENT;
      guint found = essaim_address_names_find (gazetteer, addresses[i].address, &department);

      g_test_message ("%s", addresses[i].address);
      g_assert_cmpstr (found != ESSAIM_NO_COMMUNE ? essaim_gazetteer_get_commune (gazetteer, found)->insee : NULL, ==,
                       addresses[i].insee);
      g_assert_cmpstr (department != ESSAIM_NO_DEPARTMENT
                         ? essaim_gazetteer_get_department (gazetteer, department)->code : NULL, ==,
                       addresses[i].department);
    }
}

/* What another column says of the department counts. */
static void
test_known_department (void)
{
  guint department = essaim_gazetteer_resolve_department (gazetteer, "93");
  guint found = essaim_address_names_find (gazetteer, "3 rue du Port, Saint-Denis", &department);

  g_assert_cmpuint (found, !=, ESSAIM_NO_COMMUNE);
  g_assert_cmpstr (essaim_gazetteer_get_commune (gazetteer, found)->insee, ==, "93066");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (EssaimReference) reference = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  reference = essaim_reference_new (g_getenv ("ESSAIM_PKGDATADIR"), &error);
  g_assert_no_error (error);
  gazetteer = essaim_reference_get_gazetteer (reference);

  g_test_add_func ("/address-names/find", test_find);
  g_test_add_func ("/address-names/known-department", test_known_department);

  return g_test_run ();
}
