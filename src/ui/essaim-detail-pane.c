/* essaim-detail-pane.c: the project or territory chosen last, with the way back
 *
 * Follows the explorer's selection and territory; back and forward only set these again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-detail-pane-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-project-pane.h"
#include "essaim-results.h"
#include "essaim-territory-pane.h"
#include "essaim-territory-words.h"

/* A place in the history: a project, or a territory where id is NULL. */
typedef struct
{
  char  *id;
  guint  territory;
} Visit;

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum { HISTORY_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimDetailPane, essaim_detail_pane, ADW_TYPE_BIN)

static void
visit_free (gpointer data)
{
  Visit *visit = data;

  g_free (visit->id);
  g_free (visit);
}

static gboolean
shows_project (EssaimDetailPane *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->project_pane;
}

/**
 * essaim_detail_pane_get_project: (skip)
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): the project shown, also when it is not open
 */
EssaimProject *
essaim_detail_pane_get_project (EssaimDetailPane *self)
{
  return shows_project (self) ? essaim_project_pane_get_project (ESSAIM_PROJECT_PANE (self->project_pane)) : NULL;
}

/**
 * essaim_detail_pane_find_position: (skip)
 * @self: the pane
 * @n: (out): how many results there are
 *
 * Returns: where the project shown stands among the results, from 0; %G_MAXUINT where it is none of them
 */
guint
essaim_detail_pane_find_position (EssaimDetailPane *self,
                                  guint            *n)
{
  EssaimResults *results = self->explorer != NULL ? essaim_explorer_get_results (self->explorer) : NULL;
  guint row = results != NULL ? essaim_explorer_get_selected_row (self->explorer) : ESSAIM_NO_ROW;

  *n = results != NULL ? essaim_results_get_n (results) : 0;

  return row != ESSAIM_NO_ROW && shows_project (self) ? essaim_results_find_row (results, row) : G_MAXUINT;
}

static char *
describe_territory (EssaimDetailPane *self)
{
  guint territory = essaim_explorer_get_territory (self->explorer);
  EssaimTerritories *territories = essaim_reference_get_territories (essaim_explorer_get_reference (self->explorer));

  return territory != ESSAIM_NO_TERRITORY ? essaim_territory_describe_kind (territories, territory) : g_strdup ("");
}

/* What is shown: a project by its place among the results, or by its kind when it is not one of them. */
static void
update_heading (EssaimDetailPane *self)
{
  EssaimProject *project = essaim_detail_pane_get_project (self);
  guint n, position = essaim_detail_pane_find_position (self, &n);
  g_autofree char *text = NULL;

  /* Translators: the place of a record among the results. */
  if (position != G_MAXUINT)
    text = g_strdup_printf (_("%'u of %'u"), position + 1, n);
  else
    text = project != NULL ? g_strdup (essaim_kind_get_label (project->kind)) : describe_territory (self);
  gtk_label_set_text (GTK_LABEL (self->heading), text);
  essaim_detail_pane_update_actions (self);
}

static void
set_open (EssaimDetailPane *self,
          gboolean          open)
{
  if (self->open == open)
    return;

  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
remember (EssaimDetailPane *self,
          const char       *id,
          guint             territory)
{
  Visit *last = self->current >= 0 ? g_ptr_array_index (self->visits, self->current) : NULL;
  Visit *visit;

  /* Also when that is where the history leads. */
  if (last != NULL && g_strcmp0 (last->id, id) == 0 && last->territory == territory)
    return;

  visit = g_new0 (Visit, 1);
  visit->id = g_strdup (id);
  visit->territory = territory;
  g_ptr_array_set_size (self->visits, self->current + 1);
  g_ptr_array_add (self->visits, visit);
  self->current = self->visits->len - 1;
}

static void
project_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimDetailPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimProject) project = essaim_session_get_project_finish (ESSAIM_SESSION (object), result, &error);

  if (self->explorer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (project == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
      return;
    }

  essaim_project_pane_set_project (ESSAIM_PROJECT_PANE (self->project_pane), project);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->project_pane);
  remember (self, project->id, ESSAIM_NO_TERRITORY);
  update_heading (self);
  set_open (self, TRUE);
}

static void
stop_loading (EssaimDetailPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load_project (EssaimDetailPane *self,
              const char       *id)
{
  stop_loading (self);
  self->cancellable = g_cancellable_new ();
  essaim_session_get_project_async (essaim_explorer_get_session (self->explorer), id, self->cancellable, project_loaded_cb,
                                    g_object_ref (self));
}

static void
selected_changed_cb (EssaimDetailPane *self)
{
  const char *id = essaim_explorer_get_selected_id (self->explorer);

  stop_loading (self);
  if (id != NULL)
    load_project (self, id);
  else if (shows_project (self))
    set_open (self, FALSE);
}

static void
territory_changed_cb (EssaimDetailPane *self)
{
  guint territory = essaim_explorer_get_territory (self->explorer);

  if (territory == ESSAIM_NO_TERRITORY)
    {
      if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->territory_pane)
        set_open (self, FALSE);
      return;
    }

  stop_loading (self);
  essaim_territory_pane_show (ESSAIM_TERRITORY_PANE (self->territory_pane), territory);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->territory_pane);
  remember (self, NULL, territory);
  update_heading (self);
  set_open (self, TRUE);
}

static void
territory_chosen_cb (EssaimDetailPane *self,
                     guint             territory)
{
  essaim_explorer_set_territory (self->explorer, territory);
}

/* The projects are beside the pane, or in a narrow window under it. */
static void
explored_cb (EssaimDetailPane *self,
             EssaimQuery      *query)
{
  query->sort = essaim_explorer_get_query (self->explorer)->sort;
  essaim_explorer_set_query (self->explorer, query);
  essaim_detail_pane_close (self);
}

/* A refresh may have changed what is shown. */
static void
index_changed_cb (EssaimDetailPane *self)
{
  const char *id = essaim_explorer_get_selected_id (self->explorer);

  if (self->open && id != NULL && gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->project_pane)
    load_project (self, id);
}

/* The same project has another place in another order, or is no result any more. */
static void
results_changed_cb (EssaimDetailPane *self)
{
  if (self->open)
    update_heading (self);
}

static void
essaim_detail_pane_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, ESSAIM_DETAIL_PANE (object)->open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_detail_pane_dispose (GObject *object)
{
  EssaimDetailPane *self = ESSAIM_DETAIL_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_detail_pane_parent_class)->dispose (object);
}

static void
essaim_detail_pane_finalize (GObject *object)
{
  g_ptr_array_unref (ESSAIM_DETAIL_PANE (object)->visits);

  G_OBJECT_CLASS (essaim_detail_pane_parent_class)->finalize (object);
}

static void
essaim_detail_pane_class_init (EssaimDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_detail_pane_dispose;
  object_class->finalize = essaim_detail_pane_finalize;
  object_class->get_property = essaim_detail_pane_get_property;

  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  g_type_ensure (ESSAIM_TYPE_PROJECT_PANE);
  g_type_ensure (ESSAIM_TYPE_TERRITORY_PANE);
  essaim_detail_pane_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimDetailPane, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimDetailPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, EssaimDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimDetailPane, project_pane);
  gtk_widget_class_bind_template_child (widget_class, EssaimDetailPane, territory_pane);
  gtk_widget_class_bind_template_callback (widget_class, territory_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, explored_cb);
}

static void
essaim_detail_pane_init (EssaimDetailPane *self)
{
  self->visits = g_ptr_array_new_with_free_func (visit_free);
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_detail_pane_update_actions (self);
}

/**
 * essaim_detail_pane_set_models:
 * @self: the pane
 * @explorer: whose choices it shows
 * @shortlists: where a project may be kept; once only
 */
void
essaim_detail_pane_set_models (EssaimDetailPane *self,
                               EssaimExplorer   *explorer,
                               EssaimShortlists *shortlists)
{
  g_return_if_fail (ESSAIM_IS_DETAIL_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  essaim_project_pane_set_models (ESSAIM_PROJECT_PANE (self->project_pane), explorer, shortlists);
  essaim_territory_pane_set_explorer (ESSAIM_TERRITORY_PANE (self->territory_pane), explorer);
  g_signal_connect_object (explorer, "notify::selected-id", G_CALLBACK (selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::territory", G_CALLBACK (territory_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::index", G_CALLBACK (index_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selected-row", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_detail_pane_can_go:
 * @self: the pane
 * @step: -1 back, 1 forward
 *
 * Returns: whether the history leads there
 */
gboolean
essaim_detail_pane_can_go (EssaimDetailPane *self,
                           int               step)
{
  int target = self->current + step;

  return target >= 0 && target < (int) self->visits->len;
}

/**
 * essaim_detail_pane_go:
 * @self: the pane
 * @step: -1 back, 1 forward; does nothing at either end
 */
void
essaim_detail_pane_go (EssaimDetailPane *self,
                       int               step)
{
  Visit *visit;

  g_return_if_fail (ESSAIM_IS_DETAIL_PANE (self));

  if (!essaim_detail_pane_can_go (self, step))
    return;

  self->current += step;
  visit = g_ptr_array_index (self->visits, self->current);
  if (visit->id == NULL && essaim_explorer_get_territory (self->explorer) != visit->territory)
    essaim_explorer_set_territory (self->explorer, visit->territory);
  else if (visit->id == NULL)
    territory_changed_cb (self);
  else if (g_strcmp0 (essaim_explorer_get_selected_id (self->explorer), visit->id) != 0)
    essaim_explorer_select (self->explorer, visit->id);
  else
    load_project (self, visit->id);
  essaim_detail_pane_update_actions (self);
}

/**
 * essaim_detail_pane_close:
 * @self: the pane
 *
 * Nothing is chosen any more; the history stays.
 */
void
essaim_detail_pane_close (EssaimDetailPane *self)
{
  g_return_if_fail (ESSAIM_IS_DETAIL_PANE (self));

  set_open (self, FALSE);
  essaim_explorer_select (self->explorer, NULL);
  essaim_explorer_set_territory (self->explorer, ESSAIM_NO_TERRITORY);
}
