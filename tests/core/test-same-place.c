/* test-same-place.c: whether two sources mean the same place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-same-place.h"

#include <math.h>

/* About 11 m of latitude. */
#define STEP 0.0001

typedef struct
{
  EssaimPrecision  precision;
  double           steps;       /* north of a point in Clermont-Ferrand; NAN: no point */
  const char      *address;
  const char      *insee;
} Words;

static EssaimSite *
add_site (EssaimProject *project,
          const Words   *words)
{
  EssaimSite *site = essaim_project_add_site (project);

  site->precision = words->precision;
  site->lat = 45.777 + words->steps * STEP;
  site->lon = 3.087;
  site->address = g_strdup (words->address);
  site->insee = g_strdup (words->insee);
  site->commune = g_strdup (words->insee != NULL ? "Clermont-Ferrand" : NULL);
  site->department = g_strdup ("63");

  return site;
}

/* Whichever comes first. */
static gboolean
ask (const Words *a,
     const Words *b,
     gboolean     are_only_ones)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  const EssaimSite *x = add_site (project, a), *y = add_site (project, b);
  gboolean answer = essaim_site_is_same_place (x, y, are_only_ones);

  g_assert_cmpint (essaim_site_is_same_place (y, x, are_only_ones), ==, answer);
  g_assert_true (essaim_site_is_same_place (x, x, are_only_ones));

  return answer;
}

#define POINT(steps, address) { ESSAIM_PRECISION_POINT, steps, address, "63113" }
#define COMMUNE(address) { ESSAIM_PRECISION_COMMUNE, 90, address, "63113" }

static void
test_points (void)
{
  const Words here = POINT (0, NULL), near = POINT (4, NULL), far = POINT (20, NULL), away = POINT (200, NULL);
  const Words house = POINT (0, "12 rue Haute"), next_door = POINT (2, "14 rue Haute");
  const Words street = POINT (20, "14 rue Haute");

  g_assert_true (ask (&here, &near, FALSE));
  g_assert_true (ask (&house, &next_door, FALSE));
  g_assert_false (ask (&here, &far, FALSE));
  g_assert_true (ask (&here, &far, TRUE));
  g_assert_false (ask (&here, &away, TRUE));
  g_assert_false (ask (&house, &street, TRUE));
}

/* The ways in which feeds write one address, and addresses that only look alike. */
static void
test_addresses (void)
{
  static const char * const same[][2] = {
    { "12 rue de la Paix", "12, RUE DE LA PAIX" },
    { "12 av. de la Paix", "12 avenue de la paix 63000 Clermont-Ferrand" },
    { "17 avenue Vigneau Anglade", "17, avenue Vignau Anglade - BP 30" }, { "rue Haute", "12 rue Haute" },
    { "Avenue Frédéric Mistral", "avenue fr\uFFFDd\uFFFDric mistral - ancienne gendarmerie" },
    { "72 route du col du Festre Village Agnières", "72 route du Col du Festre - Le village - Agni\uFFFDres" },
    { "2 Rue COMTE DE CHAMPIGNY", "2 rue du Comte de Champagny" }, { "12 rue Haute", "12 bis rue Haute" },
  };
  static const char * const other[][2] = {
    { "12 rue de la Paix", "14 rue de la Paix" }, { "12 rue Haute", "12 rue Basse" }, { "rue du Port", "rue du Nord" },
    { "1 rue Haute, bâtiment A", "1 rue Basse, bâtiment A" }, { "12 rue Haute", "rue Basse" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      const Words a = POINT (0, same[i][0]), b = POINT (500, same[i][1]), vague = COMMUNE (same[i][1]);

      g_test_message ("“%s” and “%s”", same[i][0], same[i][1]);
      g_assert_true (ask (&a, &b, FALSE));
      g_assert_true (ask (&a, &vague, FALSE));
    }

  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      const Words a = POINT (0, other[i][0]), b = POINT (20, other[i][1]), vague = COMMUNE (other[i][1]);

      g_test_message ("“%s” and “%s”", other[i][0], other[i][1]);
      g_assert_false (ask (&a, &b, TRUE));
      g_assert_false (ask (&a, &vague, TRUE));
    }
}

/* The same words in another commune are another address; what tells nothing of a street is none. */
static void
test_communes (void)
{
  const Words here = POINT (0, "12 rue Haute"), mairie = POINT (20, "Clermont-Ferrand 63000");
  Words there = POINT (200, "12 rue Haute");

  g_assert_true (ask (&here, &there, FALSE));
  there.insee = "63124";
  g_assert_false (ask (&here, &there, TRUE));
  g_assert_false (ask (&here, &mairie, FALSE));
  g_assert_true (ask (&here, &mairie, TRUE));
}

/* Each precision against a point in the area it names, and in another one. */
static void
test_vague (void)
{
  const Words point = POINT (0, NULL);
  Words commune = COMMUNE (NULL), department = { ESSAIM_PRECISION_DEPARTMENT, NAN, NULL, NULL };
  const Words none = { ESSAIM_PRECISION_NONE, NAN, NULL, NULL };
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimSite *exact = add_site (project, &point), *other = add_site (project, &department);

  g_assert_true (ask (&point, &commune, FALSE));
  commune.insee = "63124";
  g_assert_false (ask (&point, &commune, FALSE));
  g_assert_true (ask (&point, &department, FALSE));
  g_assert_true (ask (&commune, &department, FALSE));
  g_assert_true (ask (&point, &none, FALSE));

  g_free (other->department);
  other->department = g_strdup ("03");
  g_assert_false (essaim_site_is_same_place (exact, other, TRUE));

  other->precision = ESSAIM_PRECISION_POSTCODE;
  exact->postcode = g_strdup ("63000");
  other->postcode = g_strdup ("63000");
  g_assert_true (essaim_site_is_same_place (exact, other, TRUE));
  other->postcode[4] = '1';
  g_assert_false (essaim_site_is_same_place (exact, other, TRUE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/same-place/points", test_points);
  g_test_add_func ("/same-place/addresses", test_addresses);
  g_test_add_func ("/same-place/communes", test_communes);
  g_test_add_func ("/same-place/vague", test_vague);

  return g_test_run ();
}
