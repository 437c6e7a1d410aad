/* test-header.c: the header bar at every width, and its two search entries that are one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-header.h"
#include "model-fixture.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene        scene;
  EssaimExplorer   *explorer;
  EssaimShortlists *shortlists;
  GtkWidget        *window;
  GtkWidget        *stack;
  GtkWidget        *header;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  model_scene_set_up (&fixture->scene, NULL);
  fixture->explorer = essaim_explorer_new (fixture->scene.session);
  fixture->shortlists = essaim_shortlists_new (fixture->scene.session);
  fixture->stack = adw_view_stack_new ();
  adw_view_stack_add_titled (ADW_VIEW_STACK (fixture->stack), gtk_label_new (""), "explore", "Explorer");
  adw_view_stack_add_titled (ADW_VIEW_STACK (fixture->stack), gtk_label_new (""), "territories", "Territoires");
  adw_view_stack_add_titled (ADW_VIEW_STACK (fixture->stack), gtk_label_new (""), "shortlists", "Sélections");
  fixture->header = g_object_new (ESSAIM_TYPE_HEADER, "stack", fixture->stack, NULL);
  essaim_header_set_models (ESSAIM_HEADER (fixture->header), fixture->explorer, fixture->shortlists);
  gtk_box_append (GTK_BOX (box), fixture->header);
  gtk_box_append (GTK_BOX (box), fixture->stack);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 300);
  adw_window_set_content (ADW_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->header);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->shortlists);
  g_clear_object (&fixture->explorer);
  model_scene_tear_down (&fixture->scene, NULL);
}

typedef struct
{
  GtkWidget *widget;
  int        least, most;
} Sized;

static gboolean
is_sized (gpointer user_data)
{
  Sized *sized = user_data;
  int width = gtk_widget_get_width (sized->widget);

  return width >= sized->least && width <= sized->most;
}

/* The frame of a window takes some pixels of its size. */
static void
resize (Fixture *fixture,
        int      width)
{
  Sized sized = { fixture->header, width - 80, width };

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 300);
  model_wait (is_sized, &sized);
  ui_run_idles ();
}

static GtkWidget *
get_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = ui_find_all (fixture->header, GTK_TYPE_SEARCH_ENTRY);

  /* One at a time, whatever the width. */
  g_assert_cmpuint (entries->len, ==, 1);

  return entries->pdata[0];
}

/* Whether every control has its place within the header. */
static gboolean
is_laid_out (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GPtrArray) buttons = ui_find_all (fixture->header, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (buttons->pdata[i]))
        continue;
      if (!gtk_widget_compute_bounds (buttons->pdata[i], fixture->header, &bounds) || bounds.origin.x < 0
          || bounds.origin.x + bounds.size.width > gtk_widget_get_width (fixture->header))
        return FALSE;
    }

  return TRUE;
}

static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  static const int widths[] = { 1300, 1100, 1000, 940, 900, 700, 500, 372, 900, 1300 };
  GtkWidget *wide_entry;

  wide_entry = get_entry (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      resize (fixture, widths[i]);
      if (gtk_widget_get_width (fixture->header) < 860)
        g_assert_true (essaim_header_is_narrow (ESSAIM_HEADER (fixture->header)));
      if (gtk_widget_get_width (fixture->header) > 1200)
        g_assert_false (essaim_header_is_narrow (ESSAIM_HEADER (fixture->header)));
      g_assert_true ((get_entry (fixture) == wide_entry) == !essaim_header_is_narrow (ESSAIM_HEADER (fixture->header)));
      model_wait (is_laid_out, fixture);
    }
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *wide_entry = get_entry (fixture);
  guint n_activated = 0;

  g_signal_connect_swapped (fixture->header, "search-activated", G_CALLBACK (model_count_cb), &n_activated);
  gtk_editable_set_text (GTK_EDITABLE (wide_entry), "vélo");
  g_signal_emit_by_name (wide_entry, "activate");
  g_assert_cmpuint (n_activated, ==, 1);
  g_assert_cmpstr (essaim_explorer_get_query (fixture->explorer)->text, ==, "vélo");

  /* What is being searched stays in sight in a narrow window. */
  resize (fixture, 500);
  g_assert_true (get_entry (fixture) != wide_entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "vélo");
  g_assert_true (essaim_header_close_search (ESSAIM_HEADER (fixture->header)));
  g_assert_false (essaim_header_close_search (ESSAIM_HEADER (fixture->header)));

  /* Asked elsewhere, as by the command line. */
  essaim_explorer_set_text (fixture->explorer, "jardin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "jardin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wide_entry)), ==, "jardin");

  /* What is typed and not asked yet stays while something else is asked. */
  gtk_editable_set_text (GTK_EDITABLE (wide_entry), "jardin p");
  essaim_explorer_set_sort (fixture->explorer, ESSAIM_SORT_TITLE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wide_entry)), ==, "jardin p");

  /* Taken back elsewhere: both entries are empty. */
  essaim_explorer_set_text (fixture->explorer, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wide_entry)), ==, "");
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  resize (fixture, 500);
  g_assert_nonnull (ui_find_label (fixture->header, "Explorer"));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (fixture->stack), "territories");
  g_assert_nonnull (ui_find_label (fixture->header, "Territoires"));
  g_assert_null (ui_find_label (fixture->header, "Explorer"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/header/widths", Fixture, NULL, set_up, test_widths, tear_down);
  g_test_add ("/header/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/header/title", Fixture, NULL, set_up, test_title, tear_down);

  return g_test_run ();
}
