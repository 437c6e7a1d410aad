/* essaim-territory-pane.c: one territory: who carries it, what it set itself, what is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-pane.h"

#include <glib/gi18n-lib.h>

#include "essaim-rows.h"
#include "essaim-territory-facts.h"

struct _EssaimTerritoryPane
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *scroller;
  GtkWidget      *name;
  GtkWidget      *kind;
  GtkWidget      *explore;
  GtkWidget      *figures;
  GtkWidget      *notice;
  GtkWidget      *label_group;
  GtkWidget      *label_facts;
  GtkWidget      *themes_group;
  GtkWidget      *themes;
  GtkWidget      *counts_group;
  GtkWidget      *counts;
  GtkWidget      *sources_group;
  GtkWidget      *sources;

  /* Owned */
  EssaimExplorer *explorer;
  GCancellable   *cancellable;

  guint           territory;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryPane, essaim_territory_pane, ADW_TYPE_BIN)

static const EssaimTerritory *
get_territory (EssaimTerritoryPane *self)
{
  return essaim_territories_get (essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer)),
                                 self->territory);
}

static void
explore_clicked_cb (EssaimTerritoryPane *self)
{
  if (self->territory != ESSAIM_NO_TERRITORY)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.explore-territory", "s", get_territory (self)->id);
}

static void
summarised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (EssaimTerritoryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimTerritorySummary) summary = essaim_explorer_summarise_finish (ESSAIM_EXPLORER (object), result, &error);
  EssaimIndex *index = essaim_explorer_get_index (ESSAIM_EXPLORER (object));

  if (summary == NULL || self->explorer == NULL || summary->territory != self->territory || index == NULL)
    return;

  essaim_territory_facts_fill_figures (self->figures, get_territory (self), summary);
  essaim_territory_facts_fill_themes (self->themes, essaim_reference_get_themes (essaim_explorer_get_reference (self->explorer)),
                                      summary);
  essaim_territory_facts_fill_counts (self->counts, index, summary);
  gtk_widget_set_visible (self->themes_group, summary->total > 0);
  gtk_widget_set_visible (self->counts_group, summary->total > 0);
}

static void
summarise (EssaimTerritoryPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (self->territory == ESSAIM_NO_TERRITORY || get_territory (self)->n_communes == 0
      || essaim_explorer_get_index (self->explorer) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  essaim_explorer_summarise_async (self->explorer, self->territory, self->cancellable, summarised_cb, g_object_ref (self));
}

/* What is not sure of a perimeter is said, not hidden. */
static const char *
get_notice (const EssaimTerritory *territory)
{
  if (territory->n_communes == 0)
    return _("Perimeter not known: nothing can be counted here.");
  if (territory->is_estimate)
    return _("The perimeter is an estimate: the counts may be off.");

  return NULL;
}

static void
essaim_territory_pane_dispose (GObject *object)
{
  EssaimTerritoryPane *self = ESSAIM_TERRITORY_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_territory_pane_parent_class)->dispose (object);
}

static void
essaim_territory_pane_class_init (EssaimTerritoryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_territory_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-territory-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, kind);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, explore);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, figures);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, notice);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, label_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, label_facts);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, themes_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, themes);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, counts_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, counts);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, sources_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, sources);
  gtk_widget_class_bind_template_callback (widget_class, explore_clicked_cb);
}

static void
essaim_territory_pane_init (EssaimTerritoryPane *self)
{
  self->territory = ESSAIM_NO_TERRITORY;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_territory_pane_set_explorer:
 * @self: the pane
 * @explorer: what counts; once only. The pane counts again when its index changes.
 */
void
essaim_territory_pane_set_explorer (EssaimTerritoryPane *self,
                                    EssaimExplorer      *explorer)
{
  g_return_if_fail (ESSAIM_IS_TERRITORY_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::index", G_CALLBACK (summarise), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_territory_pane_show:
 * @self: the pane
 * @territory: index of a territory
 */
void
essaim_territory_pane_show (EssaimTerritoryPane *self,
                            guint                territory)
{
  const EssaimTerritory *shown;
  g_autofree char *kind = NULL;
  const char *notice;

  g_return_if_fail (ESSAIM_IS_TERRITORY_PANE (self));
  g_return_if_fail (territory != ESSAIM_NO_TERRITORY);

  self->territory = territory;
  shown = get_territory (self);
  notice = get_notice (shown);
  if (shown->code != NULL)
    kind = g_strdup_printf ("%s · %s", essaim_territory_kind_get_label (shown->kind), shown->code);
  else
    kind = g_strdup (essaim_territory_kind_get_label (shown->kind));

  gtk_label_set_text (GTK_LABEL (self->name), shown->name);
  gtk_label_set_text (GTK_LABEL (self->kind), kind);
  gtk_label_set_text (GTK_LABEL (self->notice), notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice, notice != NULL);
  gtk_widget_set_visible (self->explore, shown->n_communes > 0);
  essaim_territory_facts_fill_figures (self->figures, shown, NULL);
  essaim_territory_facts_fill_label (self->label_facts, shown);
  gtk_widget_set_visible (self->label_group, gtk_widget_get_first_child (self->label_facts) != NULL);
  essaim_territory_facts_fill_sources (self->sources, shown);
  gtk_widget_set_visible (self->sources_group, gtk_widget_get_first_child (self->sources) != NULL);
  gtk_widget_set_visible (self->themes_group, FALSE);
  gtk_widget_set_visible (self->counts_group, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  summarise (self);
}
