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
  g_assert_false (essaim_panes_close_sheet (fixture->panes));
  essaim_panes_toggle_side (fixture->panes);
  assert_seen (fixture, 360, "SM");
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_SIDE]), ==, 360);
  g_assert_true (essaim_panes_close_sheet (fixture->panes));
  assert_seen (fixture, 360, "M");

  /* Beside a detail there is no room for a column; the sheet has its width and lies over the others. */
  essaim_panes_set_detail_open (fixture->panes, TRUE);
  assert_seen (fixture, 1280, "MLD");
  essaim_panes_toggle_side (fixture->panes);
  assert_seen (fixture, 1280, "SMLD");
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_SIDE]), ==, 252);
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_MAIN]), ==, 1280 - 360 - 432);
  essaim_panes_set_detail_open (fixture->panes, FALSE);

  /* Closing the column of a wide window is another matter, and is remembered. */
  assert_seen (fixture, 1280, "SML");
  essaim_panes_toggle_side (fixture->panes);
  assert_seen (fixture, 1280, "ML");
  assert_seen (fixture, 2560, "ML");
}

static void
count_cb (GObject    *panes,
          GParamSpec *property,
          guint      *count)
{
  ++*count;
}

static gboolean
get_boolean (Fixture    *fixture,
             const char *property)
{
  gboolean value;

  g_object_get (fixture->panes, property, &value, NULL);

  return value;
}

static void
run_idles (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What hangs on the width hears of it once sizes have been given out, not before. */
static void
test_notifications (Fixture       *fixture,
                    gconstpointer  navigation)
{
  guint n_single = 0, n_sheet = 0;

  assert_seen (fixture, 1280, "SML");
  run_idles ();
  g_assert_true (get_boolean (fixture, "side-shown"));
  g_signal_connect (fixture->panes, "notify::single", G_CALLBACK (count_cb), &n_single);
  g_signal_connect (fixture->panes, "notify::sheet-shown", G_CALLBACK (count_cb), &n_sheet);

  assert_seen (fixture, 500, "M");
  g_assert_cmpuint (n_single, ==, 0);
  run_idles ();
  g_assert_cmpuint (n_single, ==, 1);
  g_assert_false (get_boolean (fixture, "side-shown"));

  essaim_panes_toggle_side (fixture->panes);
  assert_seen (fixture, 500, "SM");
  run_idles ();
  g_assert_cmpuint (n_sheet, ==, 1);
  g_assert_true (get_boolean (fixture, "side-shown"));

  /* A sheet that gets a column is none any more, also when the window is narrow again. */
  assert_seen (fixture, 1280, "SML");
  run_idles ();
  g_assert_cmpuint (n_sheet, ==, 2);
  assert_seen (fixture, 500, "M");
}

static void
test_bar (Fixture       *fixture,
          gconstpointer  navigation)
{
  GtkWidget *bar = gtk_label_new ("bar");
  graphene_rect_t bounds;

  gtk_widget_set_size_request (bar, -1, 46);
  g_object_set (fixture->panes, "bar", bar, NULL);
  assert_seen (fixture, 1280, "SML");
  g_assert_true (gtk_widget_compute_bounds (fixture->children[ESSAIM_PANE_LIST], GTK_WIDGET (fixture->panes), &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, 46);
  g_assert_cmpfloat (bounds.size.height, ==, 700 - 46);

  gtk_widget_set_visible (bar, FALSE);
  assert_seen (fixture, 1280, "SML");
  g_assert_cmpint (gtk_widget_get_height (fixture->children[ESSAIM_PANE_LIST]), ==, 700);
}

/* Panes that need more, as with large text, never lie on each other: fewer of them are seen. */
static void
test_large_text (Fixture       *fixture,
                 gconstpointer  navigation)
{
  gtk_widget_set_size_request (fixture->children[ESSAIM_PANE_LIST], 700, -1);
  gtk_widget_set_size_request (fixture->children[ESSAIM_PANE_SIDE], 350, -1);

  for (int width = 700; width <= 2560; width += 20)
    {
      int total = 0;

      gtk_widget_size_allocate (GTK_WIDGET (fixture->panes), &(GtkAllocation) { 0, 0, width, 700 }, -1);
      for (guint i = 0; i < ESSAIM_N_PANES; i++)
        if (gtk_widget_get_child_visible (fixture->children[i]))
          total += gtk_widget_get_width (fixture->children[i]);
      g_assert_cmpint (total, ==, width);
    }
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

  /* The map keeps 320 px for the list's sake. */
  essaim_panes_set_detail_open (fixture->panes, TRUE);
  assert_seen (fixture, 1100, "MLD");
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_MAIN]), ==, 320);
  g_assert_cmpint (gtk_widget_get_width (fixture->children[ESSAIM_PANE_LIST]), ==, 1100 - 320 - 432);
}

static void
assert_focus (Fixture    *fixture,
              GtkWindow  *window,
              EssaimPane  pane)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->children[pane]));
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  navigation)
{
  static const char * const names[ESSAIM_N_PANES] = { "side", "main", "list", "detail" };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *second = NULL;

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      fixture->children[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (fixture->children[i]), gtk_button_new_with_label ("first"));
      second = i == ESSAIM_PANE_MAIN ? gtk_button_new_with_label ("second") : second;
      if (i == ESSAIM_PANE_MAIN)
        gtk_box_append (GTK_BOX (fixture->children[i]), second);
      g_object_set (fixture->panes, names[i], fixture->children[i], NULL);
    }
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (fixture->panes));
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->panes)) == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_grab_focus (second);
  g_assert_true (essaim_panes_focus_next (fixture->panes, 1));
  assert_focus (fixture, GTK_WINDOW (window), ESSAIM_PANE_LIST);
  /* The detail is closed: past the list comes the side pane. */
  g_assert_true (essaim_panes_focus_next (fixture->panes, 1));
  assert_focus (fixture, GTK_WINDOW (window), ESSAIM_PANE_SIDE);
  g_assert_true (essaim_panes_focus_next (fixture->panes, 1));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == second);
  g_assert_true (essaim_panes_focus_next (fixture->panes, -1));
  assert_focus (fixture, GTK_WINDOW (window), ESSAIM_PANE_SIDE);

  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add ("/panes/notifications", Fixture, NULL, set_up, test_notifications, tear_down);
  g_test_add ("/panes/bar", Fixture, NULL, set_up, test_bar, tear_down);
  g_test_add ("/panes/large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  g_test_add ("/panes/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/panes/navigation", Fixture, "navigation", set_up, test_navigation, tear_down);
  g_test_add ("/panes/allocation", Fixture, NULL, set_up, test_allocation, tear_down);

  return g_test_run ();
}
