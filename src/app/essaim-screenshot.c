/* essaim-screenshot.c: the window as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-screenshot.h"

#include <glib/gi18n.h>

/* The picture is taken when nothing has been under way for so long… */
#define SETTLED_MS 1500
/* …or after so long whatever is still under way. */
#define PATIENCE_MS 30000
#define STEP_MS 100

typedef struct
{
  EssaimWindow *window;   /* owned */
  char         *path;
  gboolean     *failed;   /* borrowed */
  guint         waited;
  guint         quiet;
} Screenshot;

static void
screenshot_free (gpointer data)
{
  Screenshot *shot = data;

  g_object_unref (shot->window);
  g_free (shot->path);
  g_free (shot);
}

static GdkTexture *
picture_widget (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (node);

  return texture;
}

/* What stands over the window, if anything does. */
static GtkWidget *
find_front (EssaimWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) front = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (front) == GTK_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (front)))
        return GTK_WIDGET (front);
    }

  return GTK_WIDGET (window);
}

static gboolean
save (Screenshot *shot)
{
  g_autoptr (GdkTexture) texture = picture_widget (find_front (shot->window));

  if (texture == NULL)
    {
      g_printerr (_("The window could not be pictured.\n"));
      return FALSE;
    }
  if (!gdk_texture_save_to_png (texture, shot->path))
    {
      g_printerr (_("“%s” could not be written.\n"), shot->path);
      return FALSE;
    }

  g_print ("%s\n", shot->path);

  return TRUE;
}

static gboolean
step_cb (gpointer user_data)
{
  Screenshot *shot = user_data;

  shot->waited += STEP_MS;
  shot->quiet = essaim_window_is_settled (shot->window) ? shot->quiet + STEP_MS : 0;
  if (shot->quiet < SETTLED_MS && shot->waited < PATIENCE_MS)
    return G_SOURCE_CONTINUE;

  /* A picture of a window that is still loading is taken for what it shows, but is no success. */
  *shot->failed = !save (shot) || shot->quiet < SETTLED_MS;
  gtk_window_destroy (GTK_WINDOW (shot->window));

  return G_SOURCE_REMOVE;
}

/**
 * essaim_screenshot_take:
 * @window: a window
 * @path: of a PNG file to write
 * @failed: set to whether there is no sound picture; must outlive @window
 *
 * Waits until the window has its results, pictures it and closes it, which ends the application.
 */
void
essaim_screenshot_take (EssaimWindow *window,
                        const char   *path,
                        gboolean     *failed)
{
  Screenshot *shot = g_new0 (Screenshot, 1);

  shot->window = g_object_ref (window);
  shot->path = g_strdup (path);
  shot->failed = failed;
  g_timeout_add_full (G_PRIORITY_LOW, STEP_MS, step_cb, shot, screenshot_free);
}
