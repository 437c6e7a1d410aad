/* essaim-filter-dates.c: where records must have a position, and since when they may be new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-dates.h"

#include <glib/gi18n-lib.h>

#include "essaim-calendar.h"
#include "essaim-filter-row.h"
#include "essaim-format.h"

/* The last week, the last month. */
static const int spans[] = { 7, 30 };

struct _EssaimFilterDates
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *list;
  GtkWidget      *day_button;
  GtkWidget      *day_label;
  GtkWidget      *calendar;

  /* Borrowed: rows of the list */
  GtkWidget      *placed[2];
  GtkWidget      *box;
  GtkWidget      *spans[G_N_ELEMENTS (spans)];

  /* Owned */
  EssaimExplorer *explorer;
  gboolean        is_updating;
};

G_DEFINE_FINAL_TYPE (EssaimFilterDates, essaim_filter_dates, GTK_TYPE_WIDGET)

static char *
format_day (GDateTime *day)
{
  return g_date_time_format (day, "%Y-%m-%d");
}

/* A span ends now, whenever the window was opened. */
static char *
find_start (int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) start = g_date_time_add_days (now, -days);

  return format_day (start);
}

static void
set_since (EssaimFilterDates *self,
           const char        *date)
{
  g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (self->explorer));

  g_free (query->since);
  query->since = g_strdup (date);
  essaim_explorer_set_query (self->explorer, query);
}

static void
placed_toggled_cb (EssaimFilterDates *self,
                   EssaimFilterRow   *row)
{
  essaim_choice_toggle (essaim_filter_row_get_choice (row), self->explorer);
}

/* Only the map knows what it shows. */
static void
box_toggled_cb (EssaimFilterDates *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.visible-map", NULL);
}

static void
span_toggled_cb (EssaimFilterDates *self,
                 GtkWidget         *row)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (row == self->spans[i])
      {
        g_autofree char *start = find_start (spans[i]);

        set_since (self, g_strcmp0 (query->since, start) == 0 ? NULL : start);
      }
}

static void
day_selected_cb (EssaimFilterDates *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *date = format_day (day);

  if (!self->is_updating)
    set_since (self, date);
}

static void
any_date_cb (EssaimFilterDates *self)
{
  set_since (self, NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->day_button));
}

static void
update_calendar (EssaimFilterDates *self,
                 const char        *since)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *midnight = since != NULL ? g_strdup_printf ("%.10sT00:00:00", since) : NULL;
  g_autoptr (GDateTime) day = midnight != NULL ? g_date_time_new_from_iso8601 (midnight, zone) : NULL;

  if (day == NULL)
    return;

  self->is_updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->is_updating = FALSE;
}

/* Whether one of the spans says it; if not, the button names the day. */
static gboolean
update_spans (EssaimFilterDates *self,
              const char        *since)
{
  gboolean said = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *start = find_start (spans[i]);
      gboolean chosen = g_strcmp0 (since, start) == 0;

      essaim_filter_row_set_chosen (ESSAIM_FILTER_ROW (self->spans[i]), chosen);
      said |= chosen;
    }

  return said;
}

static void
update_day (EssaimFilterDates *self,
            const char        *since)
{
  g_autofree char *day = essaim_format_date (since);
  g_autofree char *label = day != NULL ? g_strdup_printf (_("New since %s"), day) : NULL;

  gtk_label_set_text (GTK_LABEL (self->day_label), label != NULL ? label : _("New Since a Date…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->day_label)), -1);
  if (label != NULL)
    gtk_widget_add_css_class (self->day_button, "chosen");
  else
    gtk_widget_remove_css_class (self->day_button, "chosen");
}

static void
update (EssaimFilterDates *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  const EssaimFacets *facets = results != NULL ? essaim_results_get_facets (results) : NULL;
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);

  for (guint i = 0; i < G_N_ELEMENTS (self->placed); i++)
    essaim_filter_row_update (ESSAIM_FILTER_ROW (self->placed[i]), query, facets);
  essaim_filter_row_update (ESSAIM_FILTER_ROW (self->box), query, NULL);
  update_day (self, update_spans (self, query->since) ? NULL : query->since);
  update_calendar (self, query->since);
}

static GtkWidget *
add_row (EssaimFilterDates *self,
         EssaimChoice      *choice,
         GCallback          callback)
{
  GtkWidget *row = essaim_filter_row_new (choice, FALSE);

  g_signal_connect_object (row, "toggled", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), row);

  return row;
}

static EssaimChoice *
name_choice (EssaimFilterName  filter,
             const char       *label)
{
  EssaimChoice *choice = g_new0 (EssaimChoice, 1);

  choice->filter = filter;
  choice->label = g_strdup (label);
  choice->short_label = g_strdup (label);

  return choice;
}

static void
add_rows (EssaimFilterDates *self)
{
  EssaimReference *reference = essaim_explorer_get_reference (self->explorer);

  self->placed[0] = add_row (self, essaim_choice_new (ESSAIM_FILTER_PLACED, ESSAIM_PLACED_YES, reference, NULL),
                             G_CALLBACK (placed_toggled_cb));
  self->placed[1] = add_row (self, essaim_choice_new (ESSAIM_FILTER_PLACED, ESSAIM_PLACED_NO, reference, NULL),
                             G_CALLBACK (placed_toggled_cb));
  self->box = add_row (self, name_choice (ESSAIM_FILTER_BOX, _("In the visible map")), G_CALLBACK (box_toggled_cb));

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      int days = spans[i];
      g_autofree char *label = g_strdup_printf (ngettext ("New in the last %d day", "New in the last %d days", days), days);

      self->spans[i] = add_row (self, name_choice (ESSAIM_FILTER_SINCE, label), G_CALLBACK (span_toggled_cb));
    }
}

static void
essaim_filter_dates_dispose (GObject *object)
{
  EssaimFilterDates *self = ESSAIM_FILTER_DATES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_filter_dates_parent_class)->dispose (object);
}

static void
essaim_filter_dates_class_init (EssaimFilterDatesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_filter_dates_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filter-dates.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterDates, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterDates, day_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterDates, day_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterDates, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_date_cb);
}

static void
essaim_filter_dates_init (EssaimFilterDates *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_calendar_init (GTK_CALENDAR (self->calendar));
}

/**
 * essaim_filter_dates_new:
 * @explorer: whose query it changes and whose counts it shows
 *
 * Returns: the choices of the filters by position and date
 */
GtkWidget *
essaim_filter_dates_new (EssaimExplorer *explorer)
{
  EssaimFilterDates *self = g_object_new (ESSAIM_TYPE_FILTER_DATES, NULL);

  self->explorer = g_object_ref (explorer);
  add_rows (self);
  g_signal_connect_object (explorer, "query-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
