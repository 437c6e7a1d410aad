/* test-contrast.c: secondary text can be read, on light and on dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <math.h>

#include "ui-fixture.h"

/* WCAG 2.1, success criterion 1.4.3. */
#define ENOUGH 4.5

/* A letter that fills its place. */
#define BLOCK "█████"

static double
get_linear (guchar value)
{
  double part = value / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* Relative luminance (WCAG 2.1) of a pixel as Cairo has it: BGRA. */
static double
get_luminance (const guchar *pixel)
{
  return 0.2126 * get_linear (pixel[2]) + 0.7152 * get_linear (pixel[1]) + 0.0722 * get_linear (pixel[0]);
}

static GdkTexture *
picture (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
}

/* Between the fullest point of the blocks and what is right beside them. */
static double
measure (GtkWidget *window,
         GtkWidget *label)
{
  g_autoptr (GdkTexture) texture = picture (window);
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  g_autofree guchar *pixels = g_malloc (4 * width * height);
  double x, y, ground, most = 1;

  gdk_texture_download (texture, pixels, 4 * width);
  g_assert_true (gtk_widget_translate_coordinates (label, window, 0, gtk_widget_get_height (label) / 2.0, &x, &y));
  ground = get_luminance (pixels + 4 * ((int) y * width + (int) x - 6));
  for (guint i = 0; i < 30; i++)
    {
      double text = get_luminance (pixels + 4 * ((int) y * width + (int) x + i));

      most = MAX (most, (MAX (text, ground) + 0.05) / (MIN (text, ground) + 0.05));
    }

  return most;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (BLOCK);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_start (label, 20);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
add_row (GtkWidget *box)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Title");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), BLOCK);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), list);

  return ui_find_label (row, BLOCK);
}

/* As the application loads it by itself. */
static GtkCssProvider *
add_style (const char *name)
{
  GtkCssProvider *provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat ("/fr/essaim/Essaim/", name, NULL);

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  return provider;
}

static void
test_secondary (gconstpointer data)
{
  static const char * const styles[] = {
    "dim-label", "filter-count", "filter-summary", "result-place", "territory-count", "tile-caption", "pick-heading",
  };
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *labels[G_N_ELEMENTS (styles) + 1];
  g_autoptr (GtkCssProvider) dark = GPOINTER_TO_INT (data) ? add_style ("style-dark.css") : NULL;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      GPOINTER_TO_INT (data) ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_widget_add_css_class (box, "sidebar-pane");
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    labels[i] = add_label (box, styles[i]);
  labels[G_N_ELEMENTS (styles)] = add_row (box);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 400);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_size (box);
  ui_run_idles ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      double contrast = measure (window, labels[i]);

      g_test_message ("%s: %.2f", i < G_N_ELEMENTS (styles) ? styles[i] : "subtitle", contrast);
      g_assert_cmpfloat (contrast, >=, ENOUGH);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  g_object_unref (add_style ("style.css"));
  g_test_add_data_func ("/contrast/light", GINT_TO_POINTER (FALSE), test_secondary);
  g_test_add_data_func ("/contrast/dark", GINT_TO_POINTER (TRUE), test_secondary);

  return g_test_run ();
}
