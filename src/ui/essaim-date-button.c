/* essaim-date-button.c: a day, chosen in a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-date-button.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "essaim-calendar.h"
#include "essaim-format.h"

struct _EssaimDateButton
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *calendar;
  GtkWidget *clear;

  /* Owned */
  char      *date;       /* (nullable) */

  gboolean   updating;   /* the calendar follows the date: not the person */
};

G_DEFINE_FINAL_TYPE (EssaimDateButton, essaim_date_button, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_DATE, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
update_label (EssaimDateButton *self)
{
  g_autofree char *day = essaim_format_day (self->date);
  g_autofree char *name = day != NULL ? g_strdup_printf (_("Date: %s"), day) : g_strdup (_("Choose a Date"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), day != NULL ? day : _("Choose a Date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (day != NULL)
    gtk_widget_add_css_class (self->button, "chosen");
  else
    gtk_widget_remove_css_class (self->button, "chosen");
  gtk_widget_set_sensitive (self->clear, day != NULL);
}

/* Without a date the calendar opens on today, which is not chosen by that. */
static void
popover_shown_cb (EssaimDateButton *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, date;

  if (self->date != NULL && sscanf (self->date, "%4d-%2d-%2d", &year, &month, &date) == 3)
    day = g_date_time_new_local (year, month, date, 0, 0, 0);
  if (day == NULL)
    day = g_date_time_new_now_local ();

  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->updating = FALSE;
}

/* A day is what is asked for; a month only leads to it. */
static void
day_chosen_cb (EssaimDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *date = g_date_time_format (day, "%F");

  if (self->updating)
    return;

  essaim_date_button_set_date (self, date);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
clear_clicked_cb (EssaimDateButton *self)
{
  essaim_date_button_set_date (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
essaim_date_button_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_DATE)
    g_value_set_string (value, ESSAIM_DATE_BUTTON (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_date_button_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_DATE)
    essaim_date_button_set_date (ESSAIM_DATE_BUTTON (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_date_button_dispose (GObject *object)
{
  EssaimDateButton *self = ESSAIM_DATE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->date, g_free);

  G_OBJECT_CLASS (essaim_date_button_parent_class)->dispose (object);
}

static void
essaim_date_button_class_init (EssaimDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_date_button_dispose;
  object_class->get_property = essaim_date_button_get_property;
  object_class->set_property = essaim_date_button_set_property;

  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, EssaimDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, EssaimDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, EssaimDateButton, clear);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
essaim_date_button_init (EssaimDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_calendar_init (GTK_CALENDAR (self->calendar));
  update_label (self);
}

/**
 * essaim_date_button_get_date:
 * @self: the button
 *
 * Returns: (nullable): the day chosen, ISO 8601
 */
const char *
essaim_date_button_get_date (EssaimDateButton *self)
{
  g_return_val_if_fail (ESSAIM_IS_DATE_BUTTON (self), NULL);

  return self->date;
}

/**
 * essaim_date_button_set_date:
 * @self: the button
 * @date: (nullable): a day, ISO 8601
 */
void
essaim_date_button_set_date (EssaimDateButton *self,
                             const char       *date)
{
  g_return_if_fail (ESSAIM_IS_DATE_BUTTON (self));

  if (g_strcmp0 (self->date, date) == 0)
    return;

  g_free (self->date);
  self->date = g_strdup (date);
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}
