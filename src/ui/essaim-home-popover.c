/* essaim-home-popover.c: any territory of France, to be chosen as one's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-home-popover.h"

#include "essaim-territory-list.h"

struct _EssaimHomePopover
{
  GtkPopover           parent_instance;

  /* Template widgets */
  GtkWidget           *open;
  GtkWidget           *search;
  GtkWidget           *list;

  /* Owned */
  EssaimExplorer      *explorer;
  EssaimTerritoryList *territories;
};

G_DEFINE_FINAL_TYPE (EssaimHomePopover, essaim_home_popover, GTK_TYPE_POPOVER)

static void
choose (EssaimHomePopover *self,
        guint              position)
{
  g_autoptr (EssaimTerritoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->territories), position);

  if (item == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-home", "s", essaim_territory_item_get_id (item));
}

static void
search_changed_cb (EssaimHomePopover *self)
{
  essaim_territory_list_set_search (self->territories, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Enter takes the first, which is the best. */
static void
search_activated_cb (EssaimHomePopover *self)
{
  search_changed_cb (self);
  choose (self, 0);
}

static void
search_stopped_cb (EssaimHomePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
row_activated_cb (EssaimHomePopover *self,
                  guint              position)
{
  choose (self, position);
}

static void
home_changed_cb (EssaimHomePopover *self)
{
  guint home = essaim_explorer_get_home (self->explorer);
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
  g_autofree char *page = NULL;

  gtk_widget_set_visible (self->open, home != ESSAIM_NO_TERRITORY);
  if (home == ESSAIM_NO_TERRITORY)
    return;

  page = g_strconcat ("territories/", essaim_territories_get (territories, home)->id, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", page);
}

static void
opened_cb (EssaimHomePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Each time it opens, it starts anew. */
static void
essaim_home_popover_map (GtkWidget *widget)
{
  EssaimHomePopover *self = ESSAIM_HOME_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  GTK_WIDGET_CLASS (essaim_home_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (self->search);
}

static void
essaim_home_popover_dispose (GObject *object)
{
  EssaimHomePopover *self = ESSAIM_HOME_POPOVER (object);

  g_clear_object (&self->territories);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_home_popover_parent_class)->dispose (object);
}

static void
essaim_home_popover_class_init (EssaimHomePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_home_popover_dispose;
  widget_class->map = essaim_home_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-home-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimHomePopover, open);
  gtk_widget_class_bind_template_child (widget_class, EssaimHomePopover, search);
  gtk_widget_class_bind_template_child (widget_class, EssaimHomePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
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
  g_autoptr (GtkNoSelection) selection = NULL;

  self->explorer = g_object_ref (explorer);
  self->territories = essaim_territory_list_new (explorer);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->territories)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (home_changed_cb), self, G_CONNECT_SWAPPED);
  home_changed_cb (self);

  return GTK_WIDGET (self);
}
