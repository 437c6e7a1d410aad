/* essaim-territories-page.c: the atlas, made when it is first looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territories-page.h"

#include "essaim-atlas.h"

struct _EssaimTerritoriesPage
{
  AdwBin          parent_instance;

  /* Owned */
  EssaimExplorer *explorer;

  /* Borrowed: the child */
  EssaimAtlas    *atlas;     /* (nullable) until it is needed */
};

G_DEFINE_FINAL_TYPE (EssaimTerritoriesPage, essaim_territories_page, ADW_TYPE_BIN)

enum { HISTORY_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
history_changed_cb (EssaimTerritoriesPage *self)
{
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

static EssaimAtlas *
ensure_atlas (EssaimTerritoriesPage *self)
{
  if (self->atlas == NULL && self->explorer != NULL)
    {
      GtkWidget *atlas = essaim_atlas_new (self->explorer);

      self->atlas = ESSAIM_ATLAS (atlas);
      g_signal_connect_object (atlas, "history-changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (self), atlas);
    }

  return self->atlas;
}

static void
essaim_territories_page_map (GtkWidget *widget)
{
  ensure_atlas (ESSAIM_TERRITORIES_PAGE (widget));

  GTK_WIDGET_CLASS (essaim_territories_page_parent_class)->map (widget);
}

static void
essaim_territories_page_dispose (GObject *object)
{
  EssaimTerritoriesPage *self = ESSAIM_TERRITORIES_PAGE (object);

  self->atlas = NULL;
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_territories_page_parent_class)->dispose (object);
}

static void
essaim_territories_page_class_init (EssaimTerritoriesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = essaim_territories_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = essaim_territories_page_map;

  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static void
essaim_territories_page_init (EssaimTerritoriesPage *self)
{
}

/**
 * essaim_territories_page_set_explorer:
 * @self: the page
 * @explorer: of the Explore page; the atlas has one of its own, so that its map does not move with that one; once only
 */
void
essaim_territories_page_set_explorer (EssaimTerritoriesPage *self,
                                      EssaimExplorer        *explorer)
{
  g_return_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
}

/**
 * essaim_territories_page_is_settled:
 * @self: the page
 *
 * Returns: whether all that it shows has been answered
 */
gboolean
essaim_territories_page_is_settled (EssaimTerritoriesPage *self)
{
  g_return_val_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self), FALSE);

  return self->atlas == NULL || essaim_atlas_is_settled (self->atlas);
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

  essaim_atlas_show (ensure_atlas (self), territory);
}

/**
 * essaim_territories_page_can_travel:
 * @self: the page
 * @step: 1 for the next of the territories seen, -1 for the one before
 *
 * Returns: whether there is one
 */
gboolean
essaim_territories_page_can_travel (EssaimTerritoriesPage *self,
                                    int                    step)
{
  g_return_val_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self), FALSE);

  return self->atlas != NULL && essaim_atlas_can_travel (self->atlas, step);
}

/**
 * essaim_territories_page_travel:
 * @self: the page
 * @step: 1 for the next of the territories seen, -1 for the one before
 */
void
essaim_territories_page_travel (EssaimTerritoriesPage *self,
                                int                    step)
{
  g_return_if_fail (ESSAIM_IS_TERRITORIES_PAGE (self));

  if (self->atlas != NULL)
    essaim_atlas_travel (self->atlas, step);
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

  return self->atlas != NULL && essaim_atlas_go_back (self->atlas);
}
