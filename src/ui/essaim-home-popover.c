/* essaim-home-popover.c: any territory of France, to be chosen as one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-home-popover.h"

#include "essaim-territory-chooser.h"

struct _EssaimHomePopover
{
  GtkPopover      parent_instance;

  /* Template widgets */
  GtkWidget      *open;
  GtkWidget      *chooser;

  /* Owned */
  EssaimExplorer *explorer;
};

G_DEFINE_FINAL_TYPE (EssaimHomePopover, essaim_home_popover, GTK_TYPE_POPOVER)

static EssaimTerritories *
get_territories (EssaimHomePopover *self)
{
  return essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
}

static void
chosen_cb (EssaimHomePopover *self,
           guint              territory)
{
  const char *id = essaim_territories_get (get_territories (self), territory)->id;

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-home", "s", id);
}

static void
opened_cb (EssaimHomePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
essaim_home_popover_dispose (GObject *object)
{
  EssaimHomePopover *self = ESSAIM_HOME_POPOVER (object);

  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_home_popover_parent_class)->dispose (object);
}

static void
essaim_home_popover_class_init (EssaimHomePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_home_popover_dispose;

  g_type_ensure (ESSAIM_TYPE_TERRITORY_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-home-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimHomePopover, open);
  gtk_widget_class_bind_template_child (widget_class, EssaimHomePopover, chooser);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
essaim_home_popover_init (EssaimHomePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_home_popover_new:
 * @explorer: whose home is chosen
 *
 * Returns: (transfer floating): a popover that activates `win.set-home`
 */
GtkWidget *
essaim_home_popover_new (EssaimExplorer *explorer)
{
  EssaimHomePopover *self = g_object_new (ESSAIM_TYPE_HOME_POPOVER, NULL);
  guint home = essaim_explorer_get_home (explorer);

  self->explorer = g_object_ref (explorer);
  essaim_territory_chooser_set_explorer (ESSAIM_TERRITORY_CHOOSER (self->chooser), explorer);
  essaim_territory_chooser_set_open (ESSAIM_TERRITORY_CHOOSER (self->chooser), home);
  gtk_widget_set_visible (self->open, home != ESSAIM_NO_TERRITORY);
  if (home != ESSAIM_NO_TERRITORY)
    {
      g_autofree char *page = g_strconcat ("territories/", essaim_territories_get (get_territories (self), home)->id, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", page);
    }

  return GTK_WIDGET (self);
}
