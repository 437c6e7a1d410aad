/* essaim-join-window.c: the person knows of a record that another is the same
 *
 * What lies nearest is offered until a title is searched for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-join-window.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-explorer.h"
#include "essaim-format.h"
#include "essaim-pair-view.h"
#include "essaim-result-item.h"
#include "essaim-rows.h"
#include "essaim-window-size.h"

#define DEFAULT_WIDTH  1080
#define DEFAULT_HEIGHT 800
#define NARROW_WIDTH   640
/* Who does not find it among them types more of its title. */
#define MOST_OFFERED   40
/* Farther away nothing is offered by itself. */
#define NEAR_KM        25

struct _EssaimJoinWindow
{
  AdwWindow       parent_instance;

  /* Template widgets */
  GtkWidget      *title;
  GtkWidget      *back;
  GtkWidget      *join;
  GtkWidget      *stack;
  GtkWidget      *entry;
  GtkWidget      *heading;
  GtkWidget      *list;
  GtkWidget      *pair;

  /* Owned */
  EssaimExplorer *explorer;
  EssaimProject  *project;
  EssaimProject  *other;         /* (nullable): until one is chosen */
  GCancellable   *cancellable;   /* (nullable): of loading it */

  double          lat, lon;      /* of the project, degrees; NAN unknown */
  guint           idle;
};

G_DEFINE_FINAL_TYPE (EssaimJoinWindow, essaim_join_window, ADW_TYPE_WINDOW)

/* The first place of the project. */
static void
find_place (EssaimJoinWindow *self)
{
  self->lat = self->lon = NAN;
  for (guint i = 0; i < self->project->sites->len && isnan (self->lat); i++)
    {
      const EssaimSite *site = self->project->sites->pdata[i];

      self->lat = site->lat;
      self->lon = site->lon;
    }
}

static void
ask (EssaimJoinWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  if (*text != '\0')
    query->text = g_strdup (text);
  else if (!isnan (self->lat))
    {
      query->near_lat = self->lat;
      query->near_lon = self->lon;
      query->within_km = NEAR_KM;
      query->sort = ESSAIM_SORT_DISTANCE;
    }
  essaim_explorer_set_query (self->explorer, query);
}

static char *
describe_item (EssaimJoinWindow *self,
               EssaimResultItem *item)
{
  double km = essaim_result_item_get_distance_km (item, self->lat, self->lon);
  g_autofree char *distance = isnan (km) ? NULL : essaim_format_distance (km);
  const char *all[] = { essaim_result_item_get_organisation (item), essaim_result_item_get_place (item), distance };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL && *all[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", all[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (EssaimJoinWindow *self,
         EssaimResultItem *item)
{
  const char *title = essaim_result_item_get_title (item);
  g_autofree char *subtitle = describe_item (self, item);
  GtkWidget *row = essaim_link_row_new (title != NULL ? title : _("Untitled"), subtitle, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (essaim_result_item_get_id (item)), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_heading (EssaimJoinWindow *self,
              guint             n_offered)
{
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
  const char *heading = n_offered == 0 ? (searching ? _("No record of that title") : _("Search for the other record"))
                        : searching    ? _("Found")
                        : isnan (self->lat) ? _("Records")
                                            : _("Nearest");

  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_widget_set_visible (self->list, n_offered > 0);
}

static void
items_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (EssaimJoinWindow) self = user_data;
  g_autoptr (GPtrArray) items = essaim_explorer_load_items_finish (ESSAIM_EXPLORER (source), result, NULL);
  guint n = 0;

  if (self->explorer == NULL || items == NULL)
    return;

  essaim_box_clear (self->list);
  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (essaim_result_item_get_id (items->pdata[i]), self->project->id) != 0)
      {
        add_row (self, items->pdata[i]);
        n++;
      }
  show_heading (self, n);
}

static void
results_changed_cb (EssaimJoinWindow *self)
{
  EssaimResults *results = essaim_explorer_get_results (self->explorer);
  guint n = results != NULL ? MIN (essaim_results_get_n (results), MOST_OFFERED) : 0;
  guint rows[MOST_OFFERED];

  if (results == NULL)
    return;

  for (guint i = 0; i < n; i++)
    rows[i] = essaim_results_get_row (results, i);
  essaim_explorer_load_items_async (self->explorer, rows, n, NULL, items_loaded_cb, g_object_ref (self));
}

static void
search_changed_cb (EssaimJoinWindow *self)
{
  if (self->explorer != NULL)
    ask (self);
}

/* Enter goes to what was found. */
static void
search_activated_cb (EssaimJoinWindow *self)
{
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (EssaimJoinWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_page (EssaimJoinWindow *self,
           gboolean          pair)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), pair ? "pair" : "search");
  gtk_widget_set_visible (self->back, pair);
  gtk_widget_set_visible (self->join, pair);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.join", pair);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.back", pair);
}

static void
project_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimJoinWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimProject *other = essaim_session_get_project_finish (ESSAIM_SESSION (source), result, &error);

  if (self->explorer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (other == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->heading), error->message);
      return;
    }

  g_clear_pointer (&self->other, essaim_project_unref);
  self->other = other;
  essaim_pair_view_show (ESSAIM_PAIR_VIEW (self->pair), essaim_explorer_get_reference (self->explorer), self->project,
                         other, 0);
  show_page (self, TRUE);
  gtk_widget_grab_focus (self->join);
}

static void
row_activated_cb (EssaimJoinWindow *self,
                  GtkListBoxRow    *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  essaim_session_get_project_async (essaim_explorer_get_session (self->explorer), id, self->cancellable, project_loaded_cb,
                                    g_object_ref (self));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EssaimJoinWindow *self = ESSAIM_JOIN_WINDOW (widget);

  show_page (self, FALSE);
  gtk_widget_grab_focus (self->entry);
}

/* The window below does it: there it is told, and can be undone. */
static void
join_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  EssaimJoinWindow *self = ESSAIM_JOIN_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.join", "(ss)", self->project->id, self->other->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
suit_width (EssaimJoinWindow *self,
            int               width)
{
  g_object_set (self->pair, "narrow", width < NARROW_WIDTH, NULL);
}

static gboolean
resized_idle_cb (gpointer user_data)
{
  EssaimJoinWindow *self = user_data;

  self->idle = 0;
  suit_width (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

static void
essaim_join_window_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  EssaimJoinWindow *self = ESSAIM_JOIN_WINDOW (widget);

  GTK_WIDGET_CLASS (essaim_join_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->idle == 0)
    self->idle = g_idle_add (resized_idle_cb, self);
}

static void
essaim_join_window_dispose (GObject *object)
{
  EssaimJoinWindow *self = ESSAIM_JOIN_WINDOW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->project, essaim_project_unref);
  g_clear_pointer (&self->other, essaim_project_unref);

  G_OBJECT_CLASS (essaim_join_window_parent_class)->dispose (object);
}

static void
essaim_join_window_class_init (EssaimJoinWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_join_window_dispose;
  widget_class->size_allocate = essaim_join_window_size_allocate;

  g_type_ensure (ESSAIM_TYPE_PAIR_VIEW);
  gtk_widget_class_install_action (widget_class, "join.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "join.join", NULL, join_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "join.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-join-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, back);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, join);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimJoinWindow, pair);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
essaim_join_window_init (EssaimJoinWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, FALSE);
}

/**
 * essaim_join_window_new:
 * @parent: (nullable): the window that it stands over; its action `win.join` gets both ids
 * @session: where the records are
 * @project: the one that is to be joined with another
 *
 * Returns: a window to choose the other in
 */
GtkWidget *
essaim_join_window_new (GtkWindow     *parent,
                        EssaimSession *session,
                        EssaimProject *project)
{
  EssaimJoinWindow *self = g_object_new (ESSAIM_TYPE_JOIN_WINDOW, "transient-for", parent, NULL);

  suit_width (self, essaim_window_fit_parent (GTK_WINDOW (self), parent, DEFAULT_WIDTH, DEFAULT_HEIGHT));
  self->project = essaim_project_ref (project);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), project->title != NULL ? project->title : _("Untitled"));
  find_place (self);
  show_heading (self, 0);

  self->explorer = essaim_explorer_new (session);
  ask (self);
  g_signal_connect_object (self->explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  essaim_explorer_reload (self->explorer);
  gtk_widget_grab_focus (self->entry);

  return GTK_WIDGET (self);
}
