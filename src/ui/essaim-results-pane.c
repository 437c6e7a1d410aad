/* essaim-results-pane.c: the list of results, its count and its order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-results-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-count-label.h"
#include "essaim-list-focus.h"
#include "essaim-no-results.h"
#include "essaim-result-list.h"
#include "essaim-result-row.h"
#include "essaim-results.h"

/* A GtkListView does not know how high rows are before they were laid out once, and would come to the wrong place. */
#define FRAMES_TO_LAYOUT 2

struct _EssaimResultsPane
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *count;
  GtkWidget          *spinner;
  GtkWidget          *sort;
  GtkWidget          *sort_label;
  GtkWidget          *density;
  GtkWidget          *unplaced;
  GtkWidget          *stack;
  GtkWidget          *none;
  GtkWidget          *list;
  GMenu              *sort_section;

  /* Owned */
  EssaimExplorer     *explorer;
  EssaimShortlists   *shortlists;
  EssaimResultList   *results;

  guint               scroll_id;
  guint               frames;      /* since something was to be scrolled to */
  gboolean            compact;
};

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimResultsPane, essaim_results_pane, GTK_TYPE_WIDGET)

static const char *
get_sort_label (EssaimSort sort)
{
  switch (sort)
    {
    case ESSAIM_SORT_TITLE:
      return C_("order", "Title");
    case ESSAIM_SORT_RECENT:
      return C_("order", "Most Recent");
    case ESSAIM_SORT_DISTANCE:
      return C_("order", "Distance");
    case ESSAIM_SORT_RELEVANCE:
    default:
      return C_("order", "Relevance");
    }
}

/* There is a distance only where the person has told where they are. */
static void
fill_sorts (EssaimResultsPane *self)
{
  double lat, lon;

  essaim_explorer_get_home_point (self->explorer, &lat, &lon);
  g_menu_remove_all (self->sort_section);
  for (EssaimSort sort = ESSAIM_SORT_RELEVANCE; sort <= ESSAIM_SORT_DISTANCE; sort++)
    if (sort != ESSAIM_SORT_DISTANCE || !isnan (lat))
      {
        g_autofree char *action = g_strconcat ("win.sort::", essaim_sort_to_code (sort), NULL);

        g_menu_append (self->sort_section, get_sort_label (sort), action);
      }
}

static void
query_changed_cb (EssaimResultsPane *self)
{
  const EssaimQuery *query = essaim_explorer_get_query (self->explorer);
  const char *label = get_sort_label (query->sort);
  g_autofree char *name = g_strdup_printf (_("Order of the Results: %s"), label);

  gtk_label_set_text (GTK_LABEL (self->sort_label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->unplaced, query->placed == ESSAIM_PLACED_NO);
}

static void
row_activated_cb (EssaimResultsPane *self,
                  guint              position)
{
  g_autoptr (EssaimResultItem) item = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (item != NULL)
    essaim_explorer_select_row (self->explorer, essaim_result_item_get_row (item));
}

static gboolean
scroll_cb (GtkWidget     *list,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  EssaimResultsPane *self = user_data;
  guint position;

  if (++self->frames < FRAMES_TO_LAYOUT)
    return G_SOURCE_CONTINUE;

  self->scroll_id = 0;
  position = essaim_result_list_find_selected (self->results);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

/* The list comes to what the explorer has selected, wherever it was chosen. */
static void
selected_changed_cb (EssaimResultsPane *self)
{
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (self->list, scroll_cb, self, NULL);
  self->frames = 0;
}

static void
results_changed_cb (EssaimResultsPane *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  guint n = results != NULL ? essaim_results_get_n (results) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);

  essaim_count_label_set_text (GTK_LABEL (self->count), results != NULL ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), results != NULL && n == 0 ? "none" : "list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  selected_changed_cb (self);
}

static void
setup_row_cb (EssaimResultsPane *self,
              GtkListItem       *list_item)
{
  gtk_list_item_set_child (list_item, essaim_result_row_new (self->explorer, self->shortlists, self->compact));
}

static void
bind_row_cb (EssaimResultsPane *self,
             GtkListItem       *list_item)
{
  essaim_result_row_set_item (ESSAIM_RESULT_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (EssaimResultsPane *self,
               GtkListItem       *list_item)
{
  essaim_result_row_set_item (ESSAIM_RESULT_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/* Another factory makes all rows anew. */
static void
fill_list (EssaimResultsPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
}

static void
set_compact (EssaimResultsPane *self,
             gboolean           compact)
{
  if (self->compact == compact)
    return;

  self->compact = compact;
  if (self->explorer != NULL)
    fill_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
essaim_results_pane_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, ESSAIM_RESULTS_PANE (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_results_pane_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      set_compact (ESSAIM_RESULTS_PANE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_results_pane_dispose (GObject *object)
{
  EssaimResultsPane *self = ESSAIM_RESULTS_PANE (object);
  GtkWidget *child;

  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (self->list, self->scroll_id);
  self->scroll_id = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->results);
  g_clear_object (&self->shortlists);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_results_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-results-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, sort);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, sort_label);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, density);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, unplaced);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, none);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, sort_section);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
essaim_results_pane_class_init (EssaimResultsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = essaim_results_pane_dispose;
  object_class->get_property = essaim_results_pane_get_property;
  object_class->set_property = essaim_results_pane_set_property;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_NO_RESULTS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
essaim_results_pane_init (EssaimResultsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_list_focus_init (self->list);
  g_object_bind_property (self, "compact", self->density, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * essaim_results_pane_set_models:
 * @self: the pane
 * @explorer: whose results it lists
 * @shortlists: where they may be kept; once only
 */
void
essaim_results_pane_set_models (EssaimResultsPane *self,
                                EssaimExplorer    *explorer,
                                EssaimShortlists  *shortlists)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (ESSAIM_IS_RESULTS_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->shortlists = g_object_ref (shortlists);
  self->results = essaim_result_list_new (explorer);
  /* What is selected is the explorer's: a GtkSingleSelection would follow the pointer, as one click activates a row. */
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->results))));
  fill_list (self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
  essaim_no_results_set_explorer (ESSAIM_NO_RESULTS (self->none), explorer);

  g_object_bind_property (explorer, "busy", self->spinner, "spinning", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (explorer, "query-changed", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (fill_sorts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selected-row", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  fill_sorts (self);
  query_changed_cb (self);
  results_changed_cb (self);
}
