/* essaim-atlas.c: territories by name, on the map, and one of them opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-atlas.h"

#include <glib/gi18n-lib.h>

#include "essaim-map-view.h"
#include "essaim-panes.h"
#include "essaim-territory-chooser.h"
#include "essaim-territory-pane.h"
#include "essaim-territory-words.h"

struct _EssaimAtlas
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *panes;
  GtkWidget      *chooser;
  GtkWidget      *map;
  GtkWidget      *kind;
  GtkWidget      *pane;
  GtkWidget      *front_button;
  GtkWidget      *front_content;

  /* Owned */
  EssaimExplorer *main_explorer;   /* of the Explore page */
  EssaimExplorer *explorer;        /* its own: everything, whatever the query */
  GArray         *seen;            /* (element-type guint): territories, in the order they were opened */

  guint           position;        /* in them, of the one that is open */
  guint           shows_map : 1;   /* of a narrow window: the map rather than list or territory */
};

G_DEFINE_FINAL_TYPE (EssaimAtlas, essaim_atlas, ADW_TYPE_BIN)

enum { HISTORY_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EssaimTerritories *
get_territories (EssaimAtlas *self)
{
  return essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
}

static gboolean
is_open (EssaimAtlas *self)
{
  return essaim_explorer_get_territory (self->explorer) != ESSAIM_NO_TERRITORY;
}

/* In a narrow window the button leads to the map, and from there back to where the person was. */
static void
update_front_button (EssaimAtlas *self)
{
  const char *label = _("Map"), *icon = "essaim-map-symbolic", *name = _("Show the Map");

  if (self->shows_map && is_open (self))
    {
      label = _("Territory");
      icon = "essaim-territory-symbolic";
      name = _("Show the Territory");
    }
  else if (self->shows_map)
    {
      label = _("List");
      icon = "view-list-symbolic";
      name = _("Show the List");
    }

  adw_button_content_set_label (ADW_BUTTON_CONTENT (self->front_content), label);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (self->front_content), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->front_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->front_button, essaim_panes_is_single (ESSAIM_PANES (self->panes)));
  essaim_map_view_set_foot (ESSAIM_MAP_VIEW (self->map),
                            essaim_panes_is_single (ESSAIM_PANES (self->panes)) ? self->front_button : NULL);
}

static void
update_panes (EssaimAtlas *self)
{
  EssaimPanes *panes = ESSAIM_PANES (self->panes);
  gboolean map_alone = self->shows_map && essaim_panes_is_single (panes);

  /* What is scrolled to its end must not lie below the button. */
  if (essaim_panes_is_single (panes))
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  essaim_panes_set_front (panes, map_alone ? ESSAIM_PANE_MAIN : ESSAIM_PANE_SIDE);
  essaim_panes_set_detail_open (panes, is_open (self) && !map_alone);
  update_front_button (self);
}

static void
single_changed_cb (EssaimAtlas *self)
{
  self->shows_map = FALSE;
  update_panes (self);
}

static void
front_clicked_cb (EssaimAtlas *self)
{
  self->shows_map = !self->shows_map;
  update_panes (self);
}

static void
chosen_cb (EssaimAtlas *self,
           guint        territory)
{
  essaim_atlas_show (self, territory);
}

static void
territory_activated_cb (EssaimAtlas *self,
                        const char  *id)
{
  essaim_atlas_show (self, essaim_territories_lookup (get_territories (self), id));
}

static void
project_activated_cb (EssaimAtlas *self,
                      const char  *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-project", "s", id);
}

static void
show_kind (EssaimAtlas *self,
           guint        territory)
{
  g_autofree char *kind = essaim_territory_describe_kind (get_territories (self), territory);

  gtk_label_set_text (GTK_LABEL (self->kind), kind);
  gtk_widget_set_tooltip_text (self->kind, kind);
}

/* Opens one of the territories seen, or none of them. */
static void
open_seen (EssaimAtlas *self,
           gboolean     open)
{
  guint territory = open ? g_array_index (self->seen, guint, self->position) : ESSAIM_NO_TERRITORY;

  essaim_explorer_set_territory (self->explorer, territory);
  essaim_territory_chooser_set_open (ESSAIM_TERRITORY_CHOOSER (self->chooser), territory);
  if (open)
    {
      essaim_map_view_show_territory (ESSAIM_MAP_VIEW (self->map), territory);
      essaim_territory_pane_show (ESSAIM_TERRITORY_PANE (self->pane), territory);
      show_kind (self, territory);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "atlas.back", essaim_atlas_can_travel (self, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "atlas.forward", essaim_atlas_can_travel (self, 1));
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
  update_panes (self);
}

/* The map has a button too that leaves the territory. */
static void
territory_changed_cb (EssaimAtlas *self)
{
  if (!is_open (self))
    {
      self->shows_map = FALSE;
      open_seen (self, FALSE);
    }
}

static void
travel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  essaim_atlas_travel (ESSAIM_ATLAS (widget), g_str_equal (name, "atlas.back") ? -1 : 1);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  essaim_atlas_go_back (ESSAIM_ATLAS (widget));
}

/* What the row counted is what Explore then lists: no other filter stays. */
static void
explored_cb (EssaimAtlas *self,
             EssaimQuery *query)
{
  query->sort = essaim_explorer_get_query (self->main_explorer)->sort;
  essaim_explorer_set_query (self->main_explorer, query);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "explore");
}

static void
essaim_atlas_dispose (GObject *object)
{
  EssaimAtlas *self = ESSAIM_ATLAS (object);

  g_clear_object (&self->explorer);
  g_clear_object (&self->main_explorer);

  G_OBJECT_CLASS (essaim_atlas_parent_class)->dispose (object);
}

static void
essaim_atlas_finalize (GObject *object)
{
  g_array_unref (ESSAIM_ATLAS (object)->seen);

  G_OBJECT_CLASS (essaim_atlas_parent_class)->finalize (object);
}

static void
essaim_atlas_class_init (EssaimAtlasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_atlas_dispose;
  G_OBJECT_CLASS (klass)->finalize = essaim_atlas_finalize;

  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_MAP_VIEW);
  g_type_ensure (ESSAIM_TYPE_TERRITORY_CHOOSER);
  g_type_ensure (ESSAIM_TYPE_TERRITORY_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-atlas.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, chooser);
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, map);
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, kind);
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, pane);
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, front_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimAtlas, front_content);
  gtk_widget_class_bind_template_callback (widget_class, single_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, front_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, territory_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, project_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, explored_cb);

  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "atlas.back", NULL, travel_action);
  gtk_widget_class_install_action (widget_class, "atlas.forward", NULL, travel_action);
  gtk_widget_class_install_action (widget_class, "atlas.close", NULL, close_action);
}

static void
essaim_atlas_init (EssaimAtlas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->seen = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (style, "dark", self->map, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (style, "high-contrast", self->map, "high-contrast", G_BINDING_SYNC_CREATE);
}

/**
 * essaim_atlas_new:
 * @main_explorer: the explorer of the Explore page, which knows the person's territory, and to which projects are sent
 *
 * Returns: an atlas that loads what it shows
 */
GtkWidget *
essaim_atlas_new (EssaimExplorer *main_explorer)
{
  EssaimAtlas *self = g_object_new (ESSAIM_TYPE_ATLAS, NULL);

  self->main_explorer = g_object_ref (main_explorer);
  self->explorer = essaim_explorer_new (essaim_explorer_get_session (main_explorer));
  g_object_bind_property (main_explorer, "home", self->explorer, "home", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->explorer, "notify::territory", G_CALLBACK (territory_changed_cb), self,
                           G_CONNECT_SWAPPED);
  essaim_map_view_set_explorer (ESSAIM_MAP_VIEW (self->map), self->explorer);
  essaim_territory_chooser_set_explorer (ESSAIM_TERRITORY_CHOOSER (self->chooser), self->explorer);
  essaim_territory_pane_set_explorer (ESSAIM_TERRITORY_PANE (self->pane), self->explorer);
  open_seen (self, FALSE);
  essaim_explorer_reload (self->explorer);

  return GTK_WIDGET (self);
}

/**
 * essaim_atlas_is_settled:
 * @self: the atlas
 *
 * Returns: whether all that it shows has been answered
 */
gboolean
essaim_atlas_is_settled (EssaimAtlas *self)
{
  g_return_val_if_fail (ESSAIM_IS_ATLAS (self), FALSE);

  return essaim_explorer_get_results (self->explorer) != NULL && !essaim_explorer_get_busy (self->explorer);
}

/**
 * essaim_atlas_show:
 * @self: the atlas
 * @territory: index of a territory; ESSAIM_NO_TERRITORY does nothing
 *
 * Opens a territory: its outline on the map, its pane.
 */
void
essaim_atlas_show (EssaimAtlas *self,
                   guint        territory)
{
  g_return_if_fail (ESSAIM_IS_ATLAS (self));

  if (territory == ESSAIM_NO_TERRITORY || essaim_explorer_get_territory (self->explorer) == territory)
    return;

  /* What was ahead in the history is left behind. */
  if (self->seen->len > 0)
    g_array_set_size (self->seen, self->position + 1);
  if (self->seen->len == 0 || g_array_index (self->seen, guint, self->position) != territory)
    g_array_append_val (self->seen, territory);
  self->position = self->seen->len - 1;
  self->shows_map = FALSE;
  open_seen (self, TRUE);
}

/**
 * essaim_atlas_can_travel:
 * @self: the atlas
 * @step: 1 for the next of the territories seen, -1 for the one before
 *
 * Returns: whether there is one
 */
gboolean
essaim_atlas_can_travel (EssaimAtlas *self,
                         int          step)
{
  int to;

  g_return_val_if_fail (ESSAIM_IS_ATLAS (self), FALSE);

  to = (int) self->position + step;

  return is_open (self) && to >= 0 && to < (int) self->seen->len;
}

/**
 * essaim_atlas_travel:
 * @self: the atlas
 * @step: 1 for the next of the territories seen, -1 for the one before
 *
 * Goes through the territories seen, as far as there are any.
 */
void
essaim_atlas_travel (EssaimAtlas *self,
                     int          step)
{
  g_return_if_fail (ESSAIM_IS_ATLAS (self));

  if (!essaim_atlas_can_travel (self, step))
    return;

  self->position += step;
  open_seen (self, TRUE);
}

/**
 * essaim_atlas_go_back:
 * @self: the atlas
 *
 * Closes the territory.
 *
 * Returns: whether one was open
 */
gboolean
essaim_atlas_go_back (EssaimAtlas *self)
{
  g_return_val_if_fail (ESSAIM_IS_ATLAS (self), FALSE);

  if (!is_open (self))
    return FALSE;

  essaim_explorer_set_territory (self->explorer, ESSAIM_NO_TERRITORY);
  essaim_map_view_show_france (ESSAIM_MAP_VIEW (self->map));
  essaim_territory_chooser_focus_list (ESSAIM_TERRITORY_CHOOSER (self->chooser));

  return TRUE;
}
