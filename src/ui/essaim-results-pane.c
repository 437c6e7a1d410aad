/* essaim-results-pane.c: the list of results, its count and its order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-results-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "essaim-result-list.h"
#include "essaim-result-row.h"
#include "essaim-results.h"

struct _EssaimResultsPane
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *count;
  GtkWidget          *spinner;
  GtkWidget          *stack;
  GtkWidget          *list;

  /* Owned */
  EssaimExplorer     *explorer;
  EssaimResultList   *results;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (EssaimResultsPane, essaim_results_pane, GTK_TYPE_WIDGET)

static void
row_activated_cb (EssaimResultsPane *self,
                  guint              position)
{
  g_autoptr (EssaimResultItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    essaim_explorer_select_row (self->explorer, essaim_result_item_get_row (item));
}

/* The list marks what the explorer has selected, wherever it was chosen. */
static void
selected_changed_cb (EssaimResultsPane *self)
{
  guint position = essaim_result_list_find_selected (self->results);

  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static void
results_changed_cb (EssaimResultsPane *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  guint n = results != NULL ? essaim_results_get_n (results) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);

  gtk_label_set_text (GTK_LABEL (self->count), results != NULL ? text : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), results != NULL && n == 0 ? "none" : "list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  selected_changed_cb (self);
}

static void
setup_row_cb (EssaimResultsPane *self,
              GtkListItem       *list_item)
{
  EssaimReference *reference = essaim_explorer_get_reference (self->explorer);

  gtk_list_item_set_child (list_item, essaim_result_row_new (essaim_reference_get_themes (reference)));
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

static void
essaim_results_pane_dispose (GObject *object)
{
  EssaimResultsPane *self = ESSAIM_RESULTS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->results);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_results_pane_parent_class)->dispose (object);
}

static void
essaim_results_pane_class_init (EssaimResultsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_results_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-results-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultsPane, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
essaim_results_pane_init (EssaimResultsPane *self)
{
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_results_pane_set_explorer:
 * @self: the pane
 * @explorer: whose results it lists; once only
 */
void
essaim_results_pane_set_explorer (EssaimResultsPane *self,
                                  EssaimExplorer    *explorer)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ESSAIM_IS_RESULTS_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->results = essaim_result_list_new (explorer);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->results)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));

  g_object_bind_property (explorer, "busy", self->spinner, "spinning", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selected-id", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  results_changed_cb (self);
}
