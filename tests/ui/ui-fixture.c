/* ui-fixture.c: widgets found as a person finds them, and the main loop until they have their places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#include <adwaita.h>

gboolean
ui_init (void)
{
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  return TRUE;
}

void
ui_run_idles (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
timed_out_cb (gpointer user_data)
{
  g_error ("The widget got no size");
  return G_SOURCE_REMOVE;
}

void
ui_wait_for_size (GtkWidget *widget)
{
  guint timeout = g_timeout_add_seconds (10, timed_out_cb, NULL);

  while (gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
ui_find_all (GtkWidget *widget,
             GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

GtkWidget *
ui_find_label (GtkWidget  *widget,
               const char *text)
{
  g_autoptr (GPtrArray) labels = ui_find_all (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (gtk_label_get_text (labels->pdata[i]), text) == 0)
      return labels->pdata[i];

  return NULL;
}

static gboolean
has_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

void
ui_close (GtkWidget *window,
          GtkWidget *widget)
{
  gpointer weak = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  model_wait (has_gone, &weak);
}

static gboolean
is_loaded (gpointer user_data)
{
  return essaim_shortlists_get_loaded (user_data);
}

void
ui_scene_set_up (UiScene    *self,
                 const char *feed)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&self->scene, NULL);
  if (feed != NULL)
    report = model_scene_import (&self->scene, "actions.csv", feed);
  else
    model_scene_prepare (&self->scene);
  self->explorer = model_scene_explore (&self->scene);
  self->shortlists = essaim_shortlists_new (self->scene.session);
  model_wait (is_loaded, self->shortlists);
  self->window = gtk_window_new ();
}

void
ui_scene_put (UiScene   *self,
              GtkWidget *pane)
{
  self->pane = pane;
  gtk_window_set_child (GTK_WINDOW (self->window), pane);
}

void
ui_scene_present (UiScene *self,
                  int      width,
                  int      height)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_wait_for_size (self->pane);
}

void
ui_scene_tear_down (UiScene       *self,
                    gconstpointer  data)
{
  ui_close (self->window, self->pane);
  model_unref (self->shortlists);
  model_unref (self->explorer);
  model_scene_tear_down (&self->scene, NULL);
}

gboolean
ui_scene_says (UiScene    *self,
               const char *text)
{
  return ui_find_label (self->pane, text) != NULL;
}

/** Awaited: a label that is still to come. */
typedef struct
{
  UiScene    *scene;
  const char *text;
} Awaited;

static gboolean
has_come (gpointer user_data)
{
  Awaited *awaited = user_data;

  return ui_scene_says (awaited->scene, awaited->text);
}

void
ui_scene_wait_for (UiScene    *self,
                   const char *text)
{
  Awaited awaited = { self, text };

  model_wait (has_come, &awaited);
}

guint
ui_scene_get_territory (UiScene    *self,
                        const char *id)
{
  guint territory = essaim_territories_lookup (essaim_reference_get_territories (self->scene.reference), id);

  g_assert_cmpuint (territory, !=, ESSAIM_NO_TERRITORY);

  return territory;
}
