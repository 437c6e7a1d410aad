/* test-calendar.c: each way to choose a day is told, also the day that is marked already
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-calendar.h"
#include "ui-fixture.h"

/** A calendar in a window, with the keyboard on it. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *calendar;
  guint      chosen;     /* times */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 11, 15, 0, 0, 0);

  fixture->calendar = gtk_calendar_new ();
  essaim_calendar_init (GTK_CALENDAR (fixture->calendar));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->calendar);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->calendar);
  gtk_widget_grab_focus (fixture->calendar);
  gtk_calendar_select_day (GTK_CALENDAR (fixture->calendar), day);
  g_signal_connect_swapped (fixture->calendar, "day-selected", G_CALLBACK (model_count_cb), &fixture->chosen);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_close (fixture->window, fixture->calendar);
}

/* As GTK does: the controllers in their order, until one takes the key. */
static void
press (Fixture *fixture,
       guint    keyval)
{
  static const GtkPropagationPhase phases[] = { GTK_PHASE_CAPTURE, GTK_PHASE_BUBBLE };
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->calendar);
  gboolean taken = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    for (guint j = 0; j < g_list_model_get_n_items (controllers) && !taken; j++)
      {
        g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, j);

        if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phases[i])
          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
      }
}

static void
assert_day (Fixture    *fixture,
            const char *expected)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (fixture->calendar));
  g_autofree char *text = g_date_time_format (day, "%F");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_marked (Fixture       *fixture,
             gconstpointer  data)
{
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->chosen, ==, 1);
  press (fixture, GDK_KEY_space);
  g_assert_cmpuint (fixture->chosen, ==, 2);
  assert_day (fixture, "2026-11-15");
}

/* Arrows begin in the corner, which shows a day of the month before. */
static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (fixture->chosen, ==, 0);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->chosen, ==, 1);
  assert_day (fixture, data);

  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->chosen, ==, 2);
  assert_day (fixture, data);
}

/* Other keys, and the buttons of the calendar, are as they were. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  press (fixture, GDK_KEY_a);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpuint (fixture->chosen, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_test_add ("/calendar/marked", Fixture, NULL, set_up, test_marked, tear_down);
  g_test_add ("/calendar/arrows", Fixture, "2026-10-25", set_up, test_arrows, tear_down);
  g_test_add ("/calendar/others", Fixture, NULL, set_up, test_others, tear_down);

  return g_test_run ();
}
