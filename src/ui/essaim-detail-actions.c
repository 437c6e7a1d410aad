/* essaim-detail-actions.c: what can be done to the project that is shown, and where to go from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-detail-pane-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-results.h"
#include "essaim-text.h"

/* (nullable): of the first source that gives a page that may be opened, else of the project */
static char *
get_page (EssaimProject *project)
{
  for (guint i = 0; project != NULL && i < project->sources->len; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];
      char *page = source->page != NULL ? essaim_text_safe_uri (source->page) : NULL;

      if (page != NULL)
        return page;
    }

  return project != NULL && project->website != NULL ? essaim_text_safe_uri (project->website) : NULL;
}

/* (nullable): the record among its sources that the person has added */
static const char *
get_own (EssaimProject *project)
{
  for (guint i = 0; project != NULL && i < project->sources->len; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];

      if (g_strcmp0 (source->feed, ESSAIM_OWN_FEED) == 0)
        return source->record != NULL ? source->record : project->id;
    }

  return NULL;
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  essaim_detail_pane_go (ESSAIM_DETAIL_PANE (widget), -1);
}

static void
forward_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  essaim_detail_pane_go (ESSAIM_DETAIL_PANE (widget), 1);
}

static void
select_result (EssaimDetailPane *self,
               int               step)
{
  guint n, position = essaim_detail_pane_find_position (self, &n);

  if (position != G_MAXUINT)
    essaim_explorer_select_row (self->explorer,
                                essaim_results_get_row (essaim_explorer_get_results (self->explorer), position + step));
}

static void
next_result_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  select_result (ESSAIM_DETAIL_PANE (widget), 1);
}

static void
previous_result_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  select_result (ESSAIM_DETAIL_PANE (widget), -1);
}

static void
show_on_map_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  EssaimProject *project = essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget));
  double west = G_MAXDOUBLE, south = G_MAXDOUBLE, east = -G_MAXDOUBLE, north = -G_MAXDOUBLE;

  for (guint i = 0; i < project->sites->len; i++)
    {
      const EssaimSite *site = project->sites->pdata[i];

      if (!essaim_site_has_point (site))
        continue;
      west = MIN (west, site->lon);
      east = MAX (east, site->lon);
      south = MIN (south, site->lat);
      north = MAX (north, site->lat);
    }
  gtk_widget_activate_action (widget, "explore.show-box", "(dddd)", west, south, east, north);
}

static void
open_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autofree char *page = get_page (essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget)));

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), page, GDK_CURRENT_TIME);
}

static void
copy_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autofree char *page = get_page (essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget)));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), page);
  gtk_widget_activate_action (widget, "win.say", "s", _("The address was copied."));
}

static void
copy_id_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget))->id);
  gtk_widget_activate_action (widget, "win.say", "s", _("The identifier was copied."));
}

static void
correct_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.correct-project", "s", essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget))->id);
}

static void
change_own_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.change-own", "s", essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget))->id);
}

static void
remove_own_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  EssaimProject *project = essaim_detail_pane_get_project (ESSAIM_DETAIL_PANE (widget));

  gtk_widget_activate_action (widget, "win.remove-own", "(ss)", get_own (project),
                              project->title != NULL ? project->title : _("Untitled"));
}

/**
 * essaim_detail_pane_install_actions: (skip)
 * @widget_class: the class of the pane
 */
void
essaim_detail_pane_install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "detail.back", back_cb },
    { "detail.forward", forward_cb },
    { "detail.next-result", next_result_cb },
    { "detail.previous-result", previous_result_cb },
    { "detail.show-on-map", show_on_map_cb },
    { "detail.open-page", open_page_cb },
    { "detail.copy-page", copy_page_cb },
    { "detail.copy-id", copy_id_cb },
    { "detail.correct", correct_cb },
    { "detail.change-own", change_own_cb },
    { "detail.remove-own", remove_own_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "detail.next-result", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "detail.previous-result", NULL);
}

/**
 * essaim_detail_pane_update_actions: (skip)
 * @self: the pane
 *
 * Allows what can be done to what is shown, and no more.
 */
void
essaim_detail_pane_update_actions (EssaimDetailPane *self)
{
  EssaimProject *project = essaim_detail_pane_get_project (self);
  g_autofree char *page = get_page (project);
  guint n, position = essaim_detail_pane_find_position (self, &n);
  const struct { const char *name; gboolean enabled; } actions[] = {
    { "detail.back", essaim_detail_pane_can_go (self, -1) },
    { "detail.forward", essaim_detail_pane_can_go (self, 1) },
    { "detail.next-result", position != G_MAXUINT && position + 1 < n },
    { "detail.previous-result", position != G_MAXUINT && position > 0 },
    { "detail.show-on-map", project != NULL && essaim_project_is_placed (project) },
    { "detail.open-page", page != NULL },
    { "detail.copy-page", page != NULL },
    { "detail.copy-id", project != NULL },
    { "detail.correct", project != NULL },
    { "detail.change-own", get_own (project) != NULL },
    { "detail.remove-own", get_own (project) != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].enabled);
  gtk_widget_set_visible (self->menu_button, project != NULL);
  g_signal_emit_by_name (self, "history-changed");
}
