/* essaim-territory-tiles.c: the figures of a territory, one a tile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-tiles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-tile-layout.h"
#include "essaim-tile.h"

struct _EssaimTerritoryTiles
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryTiles, essaim_territory_tiles, GTK_TYPE_WIDGET)

static void
clear (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/* Takes value. */
static void
add_tile (EssaimTerritoryTiles *self,
          char                 *value,
          const char           *caption,
          const char           *tooltip)
{
  g_autofree char *owned = value;

  gtk_widget_set_parent (essaim_tile_new (value, caption, tooltip), GTK_WIDGET (self));
}

/* What its own sites were given, with the feed that says so where it is only one; else what has no site. */
static void
add_money (EssaimTerritoryTiles         *self,
           const EssaimTerritorySummary *summary)
{
  gboolean is_sited = !isnan (summary->funding_eur);
  double amount = is_sited ? summary->funding_eur : summary->funding_unsited_eur;
  g_autofree char *exact = essaim_format_euros (amount);
  g_autofree char *tooltip = NULL;
  const char *caption = is_sited ? _("at its sites") : _("without a site");
  guint source;

  if (exact == NULL)
    return;
  if (is_sited && essaim_territory_summary_get_funding_source (summary, &source))
    caption = essaim_index_get_source_title (summary->index, source);

  tooltip = g_strdup_printf ("%s, %s", exact, caption);
  add_tile (self, essaim_format_euros_short (amount), caption, tooltip);
}

static void
essaim_territory_tiles_dispose (GObject *object)
{
  clear (GTK_WIDGET (object));

  G_OBJECT_CLASS (essaim_territory_tiles_parent_class)->dispose (object);
}

static void
essaim_territory_tiles_class_init (EssaimTerritoryTilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_territory_tiles_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, ESSAIM_TYPE_TILE_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_territory_tiles_init (EssaimTerritoryTiles *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Figures"), -1);
}

/**
 * essaim_territory_tiles_show:
 * @self: the tiles
 * @territory: a territory
 * @summary: (nullable): its counts
 */
void
essaim_territory_tiles_show (EssaimTerritoryTiles         *self,
                             const EssaimTerritory        *territory,
                             const EssaimTerritorySummary *summary)
{
  g_return_if_fail (ESSAIM_IS_TERRITORY_TILES (self));

  clear (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), territory->n_communes > 0);
  if (territory->n_communes == 0)
    return;

  if (territory->population > 0)
    add_tile (self, essaim_format_number (territory->population),
              ngettext ("inhabitant", "inhabitants", territory->population), NULL);
  if (territory->kind != ESSAIM_TERRITORY_COMMUNE)
    add_tile (self, essaim_format_number (territory->n_communes),
              ngettext ("commune", "communes", territory->n_communes), NULL);
  if (summary == NULL)
    return;

  add_tile (self, essaim_format_number (summary->total),
            ngettext ("project or place", "projects and places", summary->total), NULL);
  if (summary->total > 0 && !isnan (summary->per_10000))
    add_tile (self, essaim_format_rate (summary->per_10000), _("for 10,000 inhabitants"), NULL);
  add_money (self, summary);
}
