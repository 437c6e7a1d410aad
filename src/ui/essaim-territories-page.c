/* essaim-territories-page.c: every territory by name, on the map, in one column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territories-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-map-view.h"
#include "essaim-panes.h"
#include "essaim-rows.h"
#include "essaim-territory-list.h"
#include "essaim-territory-pane.h"

struct _EssaimTerritoriesPage
{
  AdwBin               parent_instance;

  /* Template widgets */
  GtkWidget           *panes;
  GtkWidget           *search;
  GtkWidget           *heading;
  GtkWidget           *list;
  GtkWidget           *map;
  GtkWidget           *pane;

  /* Owned */
  EssaimExplorer      *explorer;
  EssaimTerritoryList *territories;
  GtkSingleSelection  *selection;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoriesPage, essaim_territories_page, ADW_TYPE_BIN)

static void
search_changed_cb (EssaimTerritoriesPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean empty = *text == '\0';

  essaim_territory_list_set_search (self->territories, text);
  gtk_label_set_text (GTK_LABEL (self->heading), empty ? _("Labelled French Impact") : _("Territories found"));
}

static void
row_activated_cb (EssaimTerritoriesPage *self,
                  guint                  position)
{
  g_autoptr (EssaimTerritoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->territories), position);

  if (item != NULL)
    essaim_territories_page_show (self, essaim_territory_item_get_territory (item));
}

static void
territory_activated_cb (EssaimTerritoriesPage *self,
                        const char            *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));

  essaim_territories_page_show (self, essaim_territories_lookup (territories, id));
}

static void
back_clicked_cb (EssaimTerritoriesPage *self)
{
  essaim_territories_page_go_back (self);
}

static void
setup_row_cb (EssaimTerritoriesPage *self,
              GtkListItem           *list_item)
{
  gtk_list_item_set_child (list_item, essaim_count_row_new ());
}

static void
update_row (EssaimTerritoryItem *item,
            GParamSpec          *pspec,
            GtkWidget           *box)
{
  int count = essaim_territory_item_get_count (item);
  g_autofree char *text = NULL;

  if (!essaim_territory_item_get_has_perimeter (item))
    text = g_strdup (_("perimeter not known"));
  else
    text = count >= 0 ? essaim_format_number (count) : g_strdup ("");

  essaim_count_row_set (box, essaim_territory_item_get_name (item), text);
}

static void
bind_row_cb (EssaimTerritoriesPage *self,
             GtkListItem           *list_item)
{
  EssaimTerritoryItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);

  g_signal_connect_object (item, "notify::count", G_CALLBACK (update_row), box, 0);
  update_row (item, NULL, box);
}

static void
unbind_row_cb (EssaimTerritoriesPage *self,
               GtkListItem           *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), update_row, gtk_list_item_get_child (list_item));
}

static void
essaim_territories_page_dispose (GObject *object)
{
  EssaimTerritoriesPage *self = ESSAIM_TERRITORIES_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->territories);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_territories_page_parent_class)->dispose (object);
}

static void
essaim_territories_page_class_init (EssaimTerritoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_territories_page_dispose;

  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_MAP_VIEW);
  g_type_ensure (ESSAIM_TYPE_TERRITORY_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-territories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoriesPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoriesPage, search);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoriesPage, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoriesPage, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoriesPage, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoriesPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
essaim_territories_page_init (EssaimTerritoriesPage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->map, "territory-activated", G_CALLBACK (territory_activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_territories_page_set_explorer:
 * @self: the page
 * @explorer: an explorer of its own, so that this map does not move with the other; once only
 */
void
essaim_territories_page_set_explorer (EssaimTerritoriesPage *self,
                                      EssaimExplorer        *explorer)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->territories = essaim_territory_list_new (explorer);
  essaim_map_view_set_explorer (ESSAIM_MAP_VIEW (self->map), explorer);
  essaim_territory_pane_set_explorer (ESSAIM_TERRITORY_PANE (self->pane), explorer);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->territories)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  search_changed_cb (self);
}

/* The list marks the territory that is open, when it lists it. */
static void
mark_open (EssaimTerritoriesPage *self,
           guint                  territory)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->territories));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (EssaimTerritoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->territories), i);

      if (essaim_territory_item_get_territory (item) == territory)
        found = i;
    }

  gtk_single_selection_set_selected (self->selection, found);
}

/**
 * essaim_territories_page_show:
 * @self: the page
 * @territory: index of a territory; ESSAIM_NO_TERRITORY does nothing
 *
 * Opens a territory: its outline on the map, its pane.
 */
void
essaim_territories_page_show (EssaimTerritoriesPage *self,
                              guint                  territory)
{
  g_return_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self));

  if (territory == ESSAIM_NO_TERRITORY)
    return;

  mark_open (self, territory);
  essaim_explorer_set_territory (self->explorer, territory);
  essaim_map_view_show_territory (ESSAIM_MAP_VIEW (self->map), territory);
  essaim_territory_pane_show (ESSAIM_TERRITORY_PANE (self->pane), territory);
  essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), TRUE);
}

/**
 * essaim_territories_page_go_back:
 * @self: the page
 *
 * Closes the territory.
 *
 * Returns: whether one was open
 */
gboolean
essaim_territories_page_go_back (EssaimTerritoriesPage *self)
{
  g_return_val_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self), FALSE);

  if (!essaim_panes_get_detail_open (ESSAIM_PANES (self->panes)))
    return FALSE;

  essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), FALSE);
  mark_open (self, ESSAIM_NO_TERRITORY);
  essaim_explorer_set_territory (self->explorer, ESSAIM_NO_TERRITORY);
  essaim_map_view_show_france (ESSAIM_MAP_VIEW (self->map));
  gtk_widget_grab_focus (self->list);

  return TRUE;
}
