/* test-list-focus.c: Tab goes through one row of a list and leaves it, both ways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-list-focus.h"
#include "ui-fixture.h"

#define N_ROWS 1000
#define N_BUTTONS 2

/** A window with a list between two buttons; each row has two of its own. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
  GtkWidget *list;
  GtkWidget *after;
} Fixture;

static GtkWidget *
new_row (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Keep"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Open"));

  return box;
}

static void
setup_row_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, new_row ());
}

static GtkWidget *
new_list_view (void)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);

  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&strings)))), factory);
}

static GtkWidget *
new_list_box (void)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < 3; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row ());

  return list;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  new_list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->before = gtk_button_new_with_label ("Before");
  fixture->list = ((GtkWidget * (*) (void)) new_list) ();
  fixture->after = gtk_button_new_with_label ("After");
  essaim_list_focus_init (fixture->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->list);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), fixture->after);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_close (fixture->window, fixture->window);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static gboolean
is_in_list (Fixture *fixture)
{
  return get_focus (fixture) != NULL && gtk_widget_is_ancestor (get_focus (fixture), fixture->list);
}

/* Does what the list has for a key, which need not be what the window would do. */
static gboolean
press (GtkWidget  *list,
       const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, list, NULL);
        }
    }

  return FALSE;
}

/* From the button outside to the first stop in the list, which is the row or its first button. */
static void
enter (Fixture *fixture)
{
  gtk_widget_grab_focus (fixture->before);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (is_in_list (fixture));
}

/* Goes on to the button of a name, which must be in the same row. */
static void
press_until (Fixture    *fixture,
             const char *key,
             const char *label)
{
  GtkWidget *row = gtk_widget_get_focus_child (fixture->list);

  for (guint i = 0; i < N_BUTTONS; i++)
    {
      GtkWidget *focus = get_focus (fixture);

      if (GTK_IS_BUTTON (focus) && g_str_equal (gtk_button_get_label (GTK_BUTTON (focus)), label))
        return;

      g_assert_true (press (fixture->list, key));
      g_assert_true (is_in_list (fixture));
      g_assert_true (gtk_widget_get_focus_child (fixture->list) == row);
    }
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_focus (fixture))), ==, label);
}

static void
test_forward (Fixture       *fixture,
              gconstpointer  data)
{
  enter (fixture);
  press_until (fixture, "Tab", "Open");

  g_assert_true (press (fixture->list, "Tab"));
  g_assert_true (get_focus (fixture) == fixture->after);
}

static void
test_backward (Fixture       *fixture,
               gconstpointer  data)
{
  enter (fixture);
  press_until (fixture, "Tab", "Open");
  press_until (fixture, "<Shift>Tab", "Keep");

  for (guint i = 0; i < N_BUTTONS && is_in_list (fixture); i++)
    g_assert_true (press (fixture->list, "<Shift>Tab"));
  g_assert_true (get_focus (fixture) == fixture->before);
  enter (fixture);
}

#define ADD(name, new_list, func) g_test_add ("/list-focus/" name, Fixture, new_list, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("view-forward", new_list_view, test_forward);
  ADD ("view-backward", new_list_view, test_backward);
  ADD ("box-forward", new_list_box, test_forward);
  ADD ("box-backward", new_list_box, test_backward);

  return g_test_run ();
}
