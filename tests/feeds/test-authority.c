/* test-authority.c: where a local authority is, by its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-authority.h"
#include "essaim-reference.h"

static EssaimGazetteer *gazetteer;

static void
test_find (void)
{
  static const struct { const char *number, *department; } numbers[] = {
    { "22440002800011", "44" }, { "225300011", "53" }, { "21690123100011", "69" }, { "22974001400019", "974" },
    /* A region, an EPCI, an association, and no numbers. */
    { "23440003400026", NULL }, { "24440040400129", NULL }, { "45247456200011", NULL }, { "2244000280", NULL },
    { "2244000280001X", NULL }, { "", NULL }, { "44", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint found = essaim_authority_find_department (gazetteer, numbers[i].number);

      g_test_message ("%s", numbers[i].number);
      g_assert_cmpstr (found != ESSAIM_NO_DEPARTMENT ? essaim_gazetteer_get_department (gazetteer, found)->code : NULL,
                       ==, numbers[i].department);
    }
  g_assert_cmpuint (essaim_authority_find_department (gazetteer, NULL), ==, ESSAIM_NO_DEPARTMENT);
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

  g_test_add_func ("/authority/find", test_find);

  return g_test_run ();
}
