/* test-panes.c: which panes have a column, at which width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes.h"

/** The panes of the Explore page, without a window: allocated by hand. */
typedef struct
{
  EssaimPanes *panes;
  GtkWidget   *children[ESSAIM_N_PANES];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  navigation)
{
  static const char * const names[ESSAIM_N_PANES] = { "side", "main", "list", "detail" };

  fixture->panes = g_object_ref_sink (g_object_new (ESSAIM_TYPE_PANES, NULL));
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      fixture->children[i] = gtk_label_new (names[i]);
      g_object_set (fixture->panes, names[i], fixture->children[i], NULL);
    }
  if (navigation != NULL)
    g_object_set (fixture->panes, "side-is-navigation", TRUE, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  navigation)
{
  g_assert_finalize_object (fixture->panes);
}

/* The panes that can be seen, as letters in their order. */
static char *
seen_at (Fixture *fixture,
         int      width)
{
  GString *seen = g_string_new (NULL);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->panes), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_size_allocate (GTK_WIDGET (fixture->panes), &(GtkAllocation) { 0, 0, width, 700 }, -1);
  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    if (gtk_widget_get_child_visible (fixture->children[i]))
      g_string_append_c (seen, "SMLD"[i]);

  return g_string_free (seen, FALSE);
}

static void
assert_seen (Fixture    *fixture,
             int         width,
             const char *expected)
{
  g_autofree char *seen = seen_at (fixture, width);

  g_assert_cmpstr (seen, ==, expected);
}

static void
test_columns (Fixture       *fixture,
              gconstpointer  navigation)
{
  assert_seen (fixture, 2560, "SML");
  assert_seen (fixture, 1280, "SML");
  assert_seen (fixture, 1000, "ML");
  assert_seen (fixture, 360, "M");

  essaim_panes_set_detail_open (fixture->panes, TRUE);
  assert_seen (fixture, 1920, "SMLD");
  assert_seen (fixture, 1280, "MLD");
  assert_seen (fixture, 1000, "MD");
  assert_seen (fixture, 360, "D");

  essaim_panes_set_detail_open (fixture->panes, FALSE);
  assert_seen (fixture, 1280, "SML");
}

static void
test_front (Fixture       *fixture,
            gconstpointer  navigation)
{
  assert_seen (fixture, 360, "M");
  g_assert_true (essaim_panes_is_single (fixture->panes));
  essaim_panes_set_front (fixture->panes, ESSAIM_PANE_LIST);
  assert_seen (fixture, 360, "L");
  assert_seen (fixture, 1280, "SML");
  g_assert_false (essaim_panes_is_single (fixture->panes));
}

static void
test_sheet (Fixture       *fixture,
            gconstpointer  navigation)
{
  assert_seen (fixture, 360, "M");
  essaim_panes_set_side_open (fixture->panes, TRUE);
  assert_seen (fixture, 360, "SM");
  g_assert_true (essaim_panes_get_side_open (fixture->panes));
  essaim_panes_set_side_open (fixture->panes, FALSE);
  assert_seen (fixture, 360, "M");

  /* Closing the column of a wide window is another matter. */
  assert_seen (fixture, 1280, "SML");
  essaim_panes_set_side_open (fixture->panes, FALSE);
  assert_seen (fixture, 1280, "ML");
}

static void
test_navigation (Fixture       *fixture,
                 gconstpointer  navigation)
{
  assert_seen (fixture, 360, "S");
  essaim_panes_set_detail_open (fixture->panes, TRUE);
  assert_seen (fixture, 360, "D");
}

static void
test_allocation (Fixture       *fixture,
                 gconstpointer  navigation)
{
  assert_seen (fixture, 1280, "SML");
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_SIDE]), ==, 252);
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_MAIN]), ==, 1280 - 252 - 360);
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_LIST]), ==, 360);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

  g_test_add ("/panes/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/panes/front", Fixture, NULL, set_up, test_front, tear_down);
  g_test_add ("/panes/sheet", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/panes/navigation", Fixture, "navigation", set_up, test_navigation, tear_down);
  g_test_add ("/panes/allocation", Fixture, NULL, set_up, test_allocation, tear_down);

  return g_test_run ();
}
