/* test-resizing.c: every page of the real window from 360 to 2560 pixels: nothing cut, nothing over another, no warning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <locale.h>

#include "essaim-shortlists.h"
#include "essaim-window.h"
#include "model-fixture.h"
#include "ui-fixture.h"
#include "ui-layout.h"

#define NARROWEST 360
#define N_FRAMES 3
#define MAX_TOLD 12

static const int widths[] = { 360, 361, 420, 560, 719, 720, 859, 860, 861, 1000, 1099, 1100, 1101, 1280, 1599, 1600, 1601, 1920, 2560 };
static const int heights[] = { 720, 800, 1400 };

static const char * const pages[] = {
  "explore", "explore/odd:long", "explore/odd:empty", "explore/odd:sites", "territories", "territories/clermont-ferrand",
  "territories/mayotte", "shortlists", "shortlists/odd:long", "sources",
};

typedef struct
{
  AdwApplication *application;   /* with the style sheets; one for all tests, as its place on the bus */
  int             dpi;           /* 96 at 100 % */
} Setting;

typedef struct
{
  ModelScene    scene;
  EssaimWindow *window;
} Fixture;

static gboolean
is_settled (gpointer user_data)
{
  return essaim_window_is_settled (user_data);
}

/* A shortlist as a person has it, with the odd ones on it. */
static void
keep_two (ModelScene *scene)
{
  g_autoptr (EssaimShortlists) shortlists = essaim_shortlists_new (scene->session);
  g_autofree char *list = model_create_list (shortlists, "Alimentation, comité de mars", "clermont-ferrand");

  model_keep (shortlists, list, "odd:long");
  model_keep (shortlists, list, "odd:empty");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Setting *setting = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "ui", "odd.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", setting->dpi * 1024, NULL);
  model_scene_set_up (&fixture->scene, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  model_scene_prepare (&fixture->scene);
  report = model_scene_import (&fixture->scene, "odd.csv", text);
  g_assert_cmpuint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);

  keep_two (&fixture->scene);

  fixture->window = essaim_window_new (setting->application, fixture->scene.session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (GTK_WIDGET (fixture->window));
  model_wait (is_settled, fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_close (GTK_WIDGET (fixture->window), GTK_WIDGET (fixture->window));
  model_scene_leave (&fixture->scene);
}

static void
count_frame_cb (GdkFrameClock *clock,
                guint         *n)
{
  (*n)++;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static gboolean
has_frames (gpointer user_data)
{
  return *(guint *) user_data >= N_FRAMES;
}

/* Whatever follows a layout (a notification, an idle) has had its own layout. */
static void
wait_for_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &n);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  model_wait (has_frames, &n);
  g_signal_handler_disconnect (clock, handler);
}

typedef struct
{
  GtkWidget *window;
  int        width, height;
} Size;

static gboolean
has_size (gpointer user_data)
{
  Size *size = user_data;

  return gtk_widget_get_width (size->window) == size->width && gtk_widget_get_height (size->window) == size->height;
}

/* The size of what is in the window: without a compositor there is a frame around it. */
static void
resize (GtkWidget *window,
        int        width,
        int        height)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Size size = { window, width, height };

  gtk_window_set_default_size (GTK_WINDOW (window), width + gdk_surface_get_width (surface) - gtk_widget_get_width (window),
                               height + gdk_surface_get_height (surface) - gtk_widget_get_height (window));
  model_wait (has_size, &size);
  wait_for_frames (window);
}

static int
get_least_width (GtkWidget *window)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  int least;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
assert_sound (GtkWidget  *window,
              const char *page,
              int         width,
              int         height)
{
  g_autoptr (GPtrArray) faults = ui_layout_find_faults (window);

  for (guint i = 0; i < MIN (faults->len, MAX_TOLD); i++)
    g_printerr ("# %s at %d×%d: %s\n", page, width, height, (const char *) faults->pdata[i]);
  if (faults->len > 0)
    g_test_fail_printf ("%s at %d×%d: %u faults", page, width, height, faults->len);
}

static void
walk_page (Fixture    *fixture,
           const char *page,
           int         narrowest)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_true (essaim_window_show_page (fixture->window, page));
  model_wait (is_settled, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int height = heights[i % G_N_ELEMENTS (heights)];

      if (widths[i] < narrowest)
        continue;
      resize (window, widths[i], height);
      g_assert_cmpint (get_least_width (window), <=, narrowest);
      assert_sound (window, page, widths[i], height);
    }
}

static void
test_every_width (Fixture       *fixture,
                  gconstpointer  data)
{
  const Setting *setting = data;
  int narrowest = NARROWEST * setting->dpi / 96;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    walk_page (fixture, pages[i], narrowest);
}

static void
test_nothing_found (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  query->text = g_strdup ("introuvablement long");
  essaim_window_ask (fixture->window, query);
  walk_page (fixture, "explore", NARROWEST);
}

/* French is what most people read, and longer than English. */
static void
speak_french (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    return;

  g_setenv ("LC_ALL", "fr_FR.UTF-8", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  Setting plain, large;

  g_test_init (&argc, &argv, NULL);
  speak_french ();
  if (!ui_init ())
    return 0;

  application = g_object_new (ADW_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE, "resource-base-path", "/fr/essaim/Essaim",
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  plain = (Setting) { application, 96 };
  large = (Setting) { application, 192 };
  g_test_add ("/resizing/every-width", Fixture, &plain, set_up, test_every_width, tear_down);
  g_test_add ("/resizing/nothing-found", Fixture, &plain, set_up, test_nothing_found, tear_down);
  g_test_add ("/resizing/large-text", Fixture, &large, set_up, test_every_width, tear_down);

  return g_test_run ();
}
