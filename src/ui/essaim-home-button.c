/* essaim-home-button.c: the person's own territory, or the way to choose it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-home-button.h"

#include <glib/gi18n-lib.h>

#include "essaim-home-popover.h"

struct _EssaimHomeButton
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkWidget      *button;
  GtkWidget      *label;
  GtkWidget      *cross;

  /* Owned */
  EssaimExplorer *explorer;
};

G_DEFINE_FINAL_TYPE (EssaimHomeButton, essaim_home_button, GTK_TYPE_WIDGET)

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (EssaimHomeButton *self)
{
  guint home = essaim_explorer_get_home (self->explorer);
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
  const char *name = home != ESSAIM_NO_TERRITORY ? essaim_territories_get (territories, home)->name : NULL;
  g_autofree char *what = name != NULL ? g_strdup_printf (_("My territory: %s"), name) : g_strdup (_("Choose My Territory"));

  gtk_label_set_text (GTK_LABEL (self->label), name != NULL ? name : _("Choose My Territory"));
  name_widget (self->button, what);
  gtk_widget_set_visible (self->cross, name != NULL);
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

/* Its list is long: it is made when somebody looks, and anew each time. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  EssaimHomeButton *self = user_data;

  if (self->explorer != NULL)
    gtk_menu_button_set_popover (button, essaim_home_popover_new (self->explorer));
}

static void
essaim_home_button_dispose (GObject *object)
{
  EssaimHomeButton *self = ESSAIM_HOME_BUTTON (object);
  GtkWidget *child;

  g_clear_object (&self->explorer);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_home_button_parent_class)->dispose (object);
}

static void
essaim_home_button_class_init (EssaimHomeButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_home_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-home-button.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimHomeButton, button);
  gtk_widget_class_bind_template_child (widget_class, EssaimHomeButton, label);
  gtk_widget_class_bind_template_child (widget_class, EssaimHomeButton, cross);
  gtk_widget_class_set_css_name (widget_class, "homechip");
}

static void
essaim_home_button_init (EssaimHomeButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
}

/**
 * essaim_home_button_set_explorer:
 * @self: the button
 * @explorer: whose home it shows and chooses; once only
 */
void
essaim_home_button_set_explorer (EssaimHomeButton *self,
                                 EssaimExplorer   *explorer)
{
  g_return_if_fail (ESSAIM_IS_HOME_BUTTON (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
