/* essaim-calendar.c: a calendar that tells of every choice of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-calendar.h"

/* Data of the calendar: whether arrows were pressed since a day was chosen. Where they came to stays marked for ever. */
#define MOVED "essaim-moved"

/* A number above this in the rest of a month before or after is of the one before. */
#define MIDDLE_OF_MONTH 15

/* (nullable): the number of the day that arrows came to */
static GtkWidget *
find_focused (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (gtk_widget_has_css_class (widget, "day-number") &&
      (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUSED) != 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_focused (child);

  return found;
}

/* (nullable): that day, which may be shown of another month */
static GDateTime *
get_focused_day (GtkCalendar *calendar)
{
  g_autoptr (GDateTime) marked = gtk_calendar_get_date (calendar);
  GtkWidget *label = find_focused (GTK_WIDGET (calendar));
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) month = NULL;
  int number, months = 0;

  if (label == NULL)
    return NULL;

  number = (int) g_ascii_strtoll (gtk_label_get_text (GTK_LABEL (label)), NULL, 10);
  if (gtk_widget_has_css_class (label, "other-month"))
    months = number > MIDDLE_OF_MONTH ? -1 : 1;
  first = g_date_time_add_days (marked, 1 - g_date_time_get_day_of_month (marked));
  month = g_date_time_add_months (first, months);

  return g_date_time_add_days (month, number - 1);
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) &&
         g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static void
set_moved (GtkCalendar *calendar,
           gboolean     moved)
{
  g_object_set_data (G_OBJECT (calendar), MOVED, GINT_TO_POINTER (moved));
}

static void
forget_moves_cb (GtkCalendar *calendar)
{
  set_moved (calendar, FALSE);
}

static void
choose (GtkCalendar *calendar)
{
  gboolean moved = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (calendar), MOVED));
  g_autoptr (GDateTime) focused = moved ? get_focused_day (calendar) : NULL;
  g_autoptr (GDateTime) marked = gtk_calendar_get_date (calendar);

  if (focused != NULL && !is_same_day (focused, marked))
    gtk_calendar_select_day (calendar, focused);
  else
    g_signal_emit_by_name (calendar, "day-selected");
}

static gboolean
has_key (const guint *keys,
         gsize        n,
         guint        keyval)
{
  for (gsize i = 0; i < n; i++)
    if (keys[i] == keyval)
      return TRUE;

  return FALSE;
}

/* The buttons in the calendar have the keys to themselves. */
static gboolean
key_pressed_cb (GtkCalendar     *calendar,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  static const guint choosing[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  static const guint moving[] = {
    GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_KP_Left, GDK_KEY_KP_Right, GDK_KEY_KP_Up, GDK_KEY_KP_Down,
  };

  if (has_key (moving, G_N_ELEMENTS (moving), keyval))
    set_moved (calendar, TRUE);
  if (!gtk_widget_is_focus (GTK_WIDGET (calendar)) || !has_key (choosing, G_N_ELEMENTS (choosing), keyval))
    return GDK_EVENT_PROPAGATE;

  choose (calendar);

  return GDK_EVENT_STOP;
}

/* A day, rather than the name of a month or a button. */
static void
released_cb (GtkCalendar *calendar,
             int          n_press,
             double       x,
             double       y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (calendar), x, y, GTK_PICK_DEFAULT);

  if (under != NULL && gtk_widget_has_css_class (under, "day-number"))
    g_signal_emit_by_name (calendar, "day-selected");
}

/**
 * essaim_calendar_init:
 * @calendar: a calendar
 *
 * Makes it emit `day-selected` also for the day that is marked already, as today is at first: GTK 4.8 says nothing of a click
 * on it. Enter chooses the day that the arrows came to, as Space does.
 */
void
essaim_calendar_init (GtkCalendar *calendar)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), calendar, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (calendar), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), calendar, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (calendar), keys);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (forget_moves_cb), NULL);
  g_signal_connect (calendar, "map", G_CALLBACK (forget_moves_cb), NULL);
}
