/* essaim-territory-pane.c: one territory: who carries it, what it set itself, what is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-pane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-territory-counts.h"
#include "essaim-territory-facts.h"
#include "essaim-territory-tiles.h"
#include "essaim-territory-words.h"
#include "essaim-themes-card.h"

struct _EssaimTerritoryPane
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *name;
  GtkWidget      *content;
  GtkWidget      *explore;
  GtkWidget      *home;
  GtkWidget      *title_box;
  GtkWidget      *scroller;
  GtkWidget      *tiles;
  GtkWidget      *notice_box;
  GtkWidget      *notice;
  GtkWidget      *card;
  GtkWidget      *nothing;
  GtkWidget      *parent_button;
  GtkWidget      *parent_label;
  GtkWidget      *themes_group;
  GtkWidget      *themes;
  GtkWidget      *structure_group;
  GtkWidget      *structure_names;
  GtkWidget      *structure_all;
  GtkWidget      *place_group;
  GtkWidget      *place_names;
  GtkWidget      *place_all;
  GtkWidget      *kinds_group;
  GtkWidget      *kinds;
  GtkWidget      *sources_group;
  GtkWidget      *sources;
  GtkWidget      *more_group;
  GtkWidget      *more;
  GtkWidget      *pages_group;
  GtkWidget      *pages;

  /* Owned */
  EssaimExplorer *explorer;
  GCancellable   *cancellable;

  guint           territory;
  guint           narrow : 1;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryPane, essaim_territory_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_NARROW, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHOSEN, EXPLORED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EssaimTerritories *
get_territories (EssaimTerritoryPane *self)
{
  return essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));
}

static const EssaimTerritory *
get_territory (EssaimTerritoryPane *self)
{
  return essaim_territories_get (get_territories (self), self->territory);
}

static void
update_home (EssaimTerritoryPane *self)
{
  gboolean is_home = self->territory != ESSAIM_NO_TERRITORY &&
                     self->territory == essaim_explorer_get_home (self->explorer);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->home), is_home);
  gtk_widget_set_tooltip_text (self->home, is_home ? _("This is your territory") : _("Make it your territory"));
}

/* The window keeps the person's territory; the button only shows it. */
static void
home_clicked_cb (EssaimTerritoryPane *self)
{
  gboolean was_home = essaim_explorer_get_home (self->explorer) == self->territory;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-home", "s", was_home ? "" : get_territory (self)->id);
  update_home (self);
}

static void
show_names (GtkWidget                    *group,
            GtkWidget                    *names,
            GtkWidget                    *all,
            GPtrArray                    *items,
            const EssaimTerritorySummary *summary,
            EssaimKind                    kind)
{
  guint n = summary->by_kind[kind];
  g_autofree char *text = g_strdup_printf (ngettext ("See the %'u", "See All %'u", n), n);

  essaim_territory_counts_fill_names (names, items, kind);
  gtk_widget_set_visible (group, gtk_widget_get_first_child (names) != NULL);
  gtk_widget_set_visible (all, n > ESSAIM_SUMMARY_N_FIRST);
  gtk_button_set_label (GTK_BUTTON (all), text);
}

/** Naming: a summary whose first projects are being looked up. */
typedef struct
{
  EssaimTerritoryPane    *self;
  EssaimTerritorySummary *summary;
} Naming;

static void
naming_free (Naming *naming)
{
  g_object_unref (naming->self);
  essaim_territory_summary_free (naming->summary);
  g_free (naming);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Naming, naming_free)

static void
named_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Naming) naming = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = essaim_explorer_load_items_finish (ESSAIM_EXPLORER (object), result, &error);
  EssaimTerritoryPane *self = naming->self;

  if (items == NULL || self->explorer == NULL || naming->summary->territory != self->territory)
    return;

  show_names (self->structure_group, self->structure_names, self->structure_all, items, naming->summary,
              ESSAIM_KIND_STRUCTURE);
  show_names (self->place_group, self->place_names, self->place_all, items, naming->summary, ESSAIM_KIND_PLACE);
}

/* Whom a person could call, and where they could go. Takes summary. */
static void
look_up_names (EssaimTerritoryPane    *self,
               EssaimTerritorySummary *summary)
{
  static const EssaimKind kinds[] = { ESSAIM_KIND_STRUCTURE, ESSAIM_KIND_PLACE };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  Naming *naming = g_new (Naming, 1);

  *naming = (Naming) { g_object_ref (self), summary };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_array_append_vals (rows, summary->first_rows[kinds[i]], MIN (summary->by_kind[kinds[i]], ESSAIM_SUMMARY_N_FIRST));
  essaim_explorer_load_items_async (self->explorer, (const guint *) rows->data, rows->len, self->cancellable, named_cb,
                                    naming);
}

static void
show_nothing (EssaimTerritoryPane *self)
{
  guint parent = essaim_territory_get_parent (get_territories (self), self->territory);
  const EssaimTerritory *around;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->nothing, TRUE);
  gtk_widget_set_visible (self->parent_button, parent != ESSAIM_NO_TERRITORY);
  if (parent == ESSAIM_NO_TERRITORY)
    return;

  around = essaim_territories_get (get_territories (self), parent);
  /* Translators: %s is a larger territory. */
  text = g_strdup_printf (_("See %s"), around->name);
  gtk_label_set_text (GTK_LABEL (self->parent_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parent_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->parent_button), "s", around->id);
}

/* What hangs on the counts waits for them. */
static void
hide_counts (EssaimTerritoryPane *self)
{
  GtkWidget *waiting[] = {
    self->explore, self->nothing, self->themes_group, self->structure_group, self->place_group, self->kinds_group,
    self->sources_group,
  };

  for (guint i = 0; i < G_N_ELEMENTS (waiting); i++)
    gtk_widget_set_visible (waiting[i], FALSE);
}

static void
summarised_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (EssaimTerritoryPane) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimExplorer *explorer = ESSAIM_EXPLORER (object);
  g_autoptr (EssaimTerritorySummary) summary = essaim_explorer_summarise_finish (explorer, result, &error);

  if (summary == NULL || self->explorer == NULL || summary->territory != self->territory
      || summary->index != essaim_explorer_get_index (explorer))
    return;

  /* What was there before may be gone. */
  hide_counts (self);
  essaim_territory_tiles_show (ESSAIM_TERRITORY_TILES (self->tiles), get_territory (self), summary);
  if (summary->total == 0)
    {
      show_nothing (self);
      return;
    }

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->themes_group),
                                   isnan (summary->per_10000) ? _("By Theme") : _("By Theme, for 10,000 Inhabitants"));
  essaim_themes_card_show (ESSAIM_THEMES_CARD (self->themes), summary);
  essaim_territory_counts_fill_kinds (self->kinds, summary);
  essaim_territory_counts_fill_sources (self->sources, summary);
  gtk_widget_set_visible (self->explore, TRUE);
  gtk_widget_set_visible (self->themes_group, TRUE);
  gtk_widget_set_visible (self->kinds_group, TRUE);
  gtk_widget_set_visible (self->sources_group, gtk_widget_get_first_child (self->sources) != NULL);
  look_up_names (self, g_steal_pointer (&summary));
}

static void
summarise (EssaimTerritoryPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->territory == ESSAIM_NO_TERRITORY || get_territory (self)->n_communes == 0
      || essaim_explorer_get_index (self->explorer) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  essaim_explorer_summarise_async (self->explorer, self->territory, self->cancellable, summarised_cb,
                                   g_object_ref (self));
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
show_words (EssaimTerritoryPane   *self,
            const EssaimTerritory *territory)
{
  g_autofree char *content = essaim_territory_describe_content (get_territories (self), self->territory);
  const char *notice = get_notice (territory);

  gtk_label_set_text (GTK_LABEL (self->name), territory->name);
  gtk_label_set_text (GTK_LABEL (self->content), content != NULL ? content : "");
  gtk_widget_set_visible (self->content, content != NULL);
  gtk_label_set_text (GTK_LABEL (self->notice), notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice_box, notice != NULL);
}

static void
show_facts (EssaimTerritoryPane   *self,
            const EssaimTerritory *territory)
{
  EssaimThemes *themes = essaim_reference_get_themes (essaim_explorer_get_reference (self->explorer));

  essaim_territory_facts_fill_card (self->card, themes, territory);
  gtk_widget_set_visible (self->card, gtk_widget_get_first_child (self->card) != NULL);
  essaim_territory_facts_fill_more (self->more, territory);
  gtk_widget_set_visible (self->more_group, gtk_widget_get_first_child (self->more) != NULL);
  essaim_territory_facts_fill_sources (self->pages, territory);
  gtk_widget_set_visible (self->pages_group, gtk_widget_get_first_child (self->pages) != NULL);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  EssaimTerritoryPane *self = ESSAIM_TERRITORY_PANE (widget);
  guint territory = essaim_territories_lookup (get_territories (self), g_variant_get_string (parameter, NULL));

  if (territory != ESSAIM_NO_TERRITORY)
    g_signal_emit (self, signals[CHOSEN], 0, territory);
}

/* What the row counted is what is then listed: no other filter. */
static void
explore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  EssaimTerritoryPane *self = ESSAIM_TERRITORY_PANE (widget);
  EssaimThemes *themes = essaim_reference_get_themes (essaim_explorer_get_reference (self->explorer));
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  const char *filter, *code;
  EssaimKind kind;
  guint theme;

  if (self->territory == ESSAIM_NO_TERRITORY)
    return;

  g_variant_get (parameter, "(&s&s)", &filter, &code);
  g_ptr_array_add (query->territories, g_strdup (get_territory (self)->id));
  if (g_str_equal (filter, "theme") && essaim_themes_lookup (themes, code, &theme))
    query->themes = 1u << theme;
  else if (g_str_equal (filter, "kind") && essaim_kind_from_code (code, &kind))
    query->kinds = 1u << kind;
  else if (g_str_equal (filter, "source"))
    g_ptr_array_add (query->sources, g_strdup (code));

  g_signal_emit (self, signals[EXPLORED], 0, query);
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
essaim_territory_pane_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, ESSAIM_TERRITORY_PANE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_territory_pane_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  EssaimTerritoryPane *self = ESSAIM_TERRITORY_PANE (object);

  if (prop_id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  self->narrow = g_value_get_boolean (value);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->title_box),
                                  self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
essaim_territory_pane_class_init (EssaimTerritoryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_territory_pane_dispose;
  object_class->get_property = essaim_territory_pane_get_property;
  object_class->set_property = essaim_territory_pane_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[EXPLORED] = g_signal_new ("explored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "territory.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "territory.explore", "(ss)", explore_action);

  g_type_ensure (ESSAIM_TYPE_TERRITORY_TILES);
  g_type_ensure (ESSAIM_TYPE_THEMES_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-territory-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, content);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, explore);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, home);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, title_box);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, tiles);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, notice_box);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, notice);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, card);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, parent_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, parent_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, themes_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, themes);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, structure_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, structure_names);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, structure_all);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, place_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, place_names);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, place_all);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, kinds_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, kinds);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, sources_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, sources);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, more_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, more);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, pages_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryPane, pages);
  gtk_widget_class_bind_template_callback (widget_class, home_clicked_cb);
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
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (update_home), self, G_CONNECT_SWAPPED);
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

  g_return_if_fail (ESSAIM_IS_TERRITORY_PANE (self));
  g_return_if_fail (territory != ESSAIM_NO_TERRITORY);

  self->territory = territory;
  shown = get_territory (self);
  show_words (self, shown);
  show_facts (self, shown);
  essaim_territory_tiles_show (ESSAIM_TERRITORY_TILES (self->tiles), shown, NULL);
  hide_counts (self);
  update_home (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);

  summarise (self);
}
