/* test-add-feed.c: the window that adds a source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>
#include <time.h>

#include "essaim-add-feed-preview.h"
#include "essaim-add-feed-window.h"
#include "essaim-draft-column.h"
#include "essaim-pick-button.h"
#include "model-fixture.h"
#include "ui-fixture.h"

/* An iteration of the main loop does not take more of the processor, its frame included; how long that lasts is for the
 * machine to say, which may be busy. */
#define MOST_MS 100

typedef struct
{
  ModelScene  model;
  GtkWindow  *parent;
  GtkWindow  *window;
  char       *shown;     /* what win.show-feed was told */
} Scene;

static const char bad_csv[] =
  "truc;cod_com;lieu;sous\n"
  "Atelier v\xe9lo;1004;AMBERIEU EN BUGEY;21 667,50 \x80\n"
  "\xc9picerie;63113;CLERMONT-FERRAND;3 000\n";

static void
show_feed_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Scene *scene = user_data;

  scene->shown = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  GSimpleAction *action = g_simple_action_new ("show-feed", G_VARIANT_TYPE_STRING);

  model_scene_set_up (&scene->model, data);
  model_scene_prepare (&scene->model);
  scene->parent = GTK_WINDOW (gtk_window_new ());
  g_signal_connect (action, "activate", G_CALLBACK (show_feed_cb), scene);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (scene->parent), "win", G_ACTION_GROUP (group));
  g_object_unref (action);
  g_object_unref (group);
  gtk_window_set_default_size (scene->parent, 1200, 800);
  gtk_window_present (scene->parent);
}

static GtkWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ESSAIM_IS_ADD_FEED_WINDOW (window))
        return window;
    }

  return NULL;
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  GtkWindow *window = find_window ();

  if (window != NULL)
    gtk_window_destroy (window);
  gtk_window_destroy (scene->parent);
  ui_run_idles ();
  g_clear_pointer (&scene->shown, g_free);
  model_scene_leave (&scene->model);
}

static GtkWidget *
find_button (Scene      *scene,
             const char *label)
{
  g_autoptr (GPtrArray) buttons = ui_find_all (GTK_WIDGET (scene->window), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      const char *text = gtk_button_get_label (buttons->pdata[i]);

      if (text != NULL && g_str_has_prefix (text, label))
        return buttons->pdata[i];
    }

  return NULL;
}

static gboolean
may_go_on (gpointer user_data)
{
  GtkWidget *button = find_button (user_data, "Preview");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static gboolean
has_failed (gpointer user_data)
{
  Scene *scene = user_data;

  return ui_find_label (GTK_WIDGET (scene->window), "This Source Cannot Be Added") != NULL;
}

static gboolean
is_closed (gpointer user_data)
{
  return find_window () == NULL;
}

static void
open_text (Scene      *scene,
           const char *name,
           const char *text,
           gssize      length)
{
  g_autofree char *path = g_build_filename (scene->model.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  essaim_add_feed_window_present (scene->parent, scene->model.session, path);
  scene->window = find_window ();
  g_assert_nonnull (scene->window);
}

static GPtrArray *
find_columns (Scene *scene)
{
  return ui_find_all (GTK_WIDGET (scene->window), ESSAIM_TYPE_DRAFT_COLUMN);
}

static EssaimPickButton *
find_pick (GtkWidget *below)
{
  g_autoptr (GPtrArray) picks = ui_find_all (below, ESSAIM_TYPE_PICK_BUTTON);

  g_assert_cmpuint (picks->len, >, 0);

  return picks->pdata[0];
}

/* As the person does: the row of the popover that says so. */
static void
pick (GtkWidget  *below,
      const char *label)
{
  EssaimPickButton *button = find_pick (below);
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *found = NULL;

  essaim_pick_button_popup (button);
  ui_run_idles ();
  rows = ui_find_all (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < rows->len && found == NULL; i++)
    if (ui_find_label (rows->pdata[i], label) != NULL)
      found = rows->pdata[i];
  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_parent (found), "row-activated", found);
  ui_run_idles ();
}

static GtkWidget *
find_column (Scene      *scene,
             const char *name)
{
  g_autoptr (GPtrArray) columns = find_columns (scene);

  for (guint i = 0; i < columns->len; i++)
    if (ui_find_label (columns->pdata[i], name) != NULL)
      return columns->pdata[i];

  g_assert_not_reached ();
}

static void
test_mend (Scene         *scene,
           gconstpointer  data)
{
  GtkWidget *add;
  g_autoptr (GPtrArray) previews = NULL, checks = NULL;

  open_text (scene, "mauvais.csv", bad_csv, sizeof bad_csv - 1);
  model_wait (may_go_on, scene);
  pick (find_column (scene, "truc"), "Name");
  pick (find_column (scene, "cod_com"), "Commune");
  pick (find_column (scene, "sous"), "Amount");
  model_wait (may_go_on, scene);
  g_assert_nonnull (ui_find_label (find_column (scene, "cod_com"), "1004 › 01004"));
  g_assert_nonnull (ui_find_label (find_column (scene, "truc"), "Atelier vélo"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (scene->window), "Read"));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (scene->window), "A Record, as It Will Be"));

  g_signal_emit_by_name (find_button (scene, "Preview"), "clicked");
  ui_run_idles ();
  add = find_button (scene, "Add");
  g_assert_nonnull (add);
  g_assert_false (gtk_widget_get_sensitive (add));

  previews = ui_find_all (GTK_WIDGET (scene->window), ESSAIM_TYPE_ADD_FEED_PREVIEW);
  checks = ui_find_all (previews->pdata[0], GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (checks->len, ==, 1);
  gtk_check_button_set_active (checks->pdata[0], TRUE);
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_check_button_set_active (checks->pdata[0], FALSE);
  g_assert_false (gtk_widget_get_sensitive (add));
  pick (previews->pdata[0], "Licence Ouverte 2.0");
  g_assert_true (gtk_widget_get_sensitive (add));

  g_object_add_weak_pointer (G_OBJECT (scene->window), (gpointer *) &scene->window);
  g_signal_emit_by_name (add, "clicked");
  model_wait (is_closed, scene);
  ui_run_idles ();
  g_assert_null (scene->window);
  g_assert_cmpstr (scene->shown, ==, "mauvais");
}

/* What is chosen again moves nothing under the hand. */
static void
test_focus (Scene         *scene,
            gconstpointer  data)
{
  GtkWidget *column, *focus;

  open_text (scene, "mauvais.csv", bad_csv, sizeof bad_csv - 1);
  model_wait (may_go_on, scene);
  column = find_column (scene, "lieu");
  gtk_widget_grab_focus (GTK_WIDGET (find_pick (column)));
  focus = gtk_window_get_focus (scene->window);
  pick (column, "Address");
  model_wait (may_go_on, scene);
  g_assert_true (find_column (scene, "lieu") == column);
  g_assert_true (gtk_widget_is_ancestor (focus, column));
}

static int
get_cell_y (Scene      *scene,
            const char *column,
            const char *value)
{
  GtkWidget *cell = ui_find_label (find_column (scene, column), value);
  graphene_rect_t bounds;

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_compute_bounds (cell, GTK_WIDGET (scene->window), &bounds));

  return bounds.origin.y;
}

/* A column with a button more does not stand lower than its neighbours. */
static void
test_rows (Scene         *scene,
           gconstpointer  data)
{
  const char *text = "nom,theme,code_insee\nAtelier,Emploi,63113\nGarage,Emploi,63113\nJardin,Culture,63113\n";
  g_autoptr (GPtrArray) buttons = NULL;

  open_text (scene, "rows.csv", text, -1);
  model_wait (may_go_on, scene);
  ui_wait_for_size (find_column (scene, "theme"));
  buttons = ui_find_all (find_column (scene, "theme"), GTK_TYPE_MENU_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
  g_assert_cmpint (get_cell_y (scene, "nom", "Jardin"), ==, get_cell_y (scene, "theme", "Culture"));
}

/* Over a narrow window, it never needs more than that. */
static void
test_narrow (Scene         *scene,
             gconstpointer  data)
{
  const char *text = "nom,theme,lat,lon\nAtelier,Accès aux droits,3.08,45.77\nGarage,Emploi,3.1,45.8\n";
  GtkWindow *wide = scene->parent;
  int minimum;

  scene->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (scene->parent, 360, 720);
  open_text (scene, "narrow.csv", text, -1);
  model_wait (may_go_on, scene);
  gtk_widget_measure (GTK_WIDGET (scene->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  ui_run_idles ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (scene->window)), <=, 360);
  gtk_window_destroy (wide);
}

static void
test_refused (Scene         *scene,
              gconstpointer  data)
{
  open_text (scene, "page.csv", "<!DOCTYPE html><html><body>Connexion</body></html>", -1);
  model_wait (has_failed, scene);
  g_assert_null (find_button (scene, "Preview"));
  g_assert_nonnull (find_button (scene, "Read"));
}

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* However large a source is, the main loop goes round. */
static void
check_quick (Scene      *scene,
             const char *name,
             GString    *text)
{
  guint quiet = 0;
  gint64 most = 0, end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  open_text (scene, name, text->str, text->len);
  while (quiet < 200)
    {
      gint64 start = get_cpu_time ();

      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      most = MAX (most, get_cpu_time () - start);
      quiet = may_go_on (scene) ? quiet + 1 : 0;
      g_usleep (1000);
    }

  g_test_message ("%s: %" G_GINT64_FORMAT " ms at most", name, most / 1000);
  g_assert_cmpint (most / 1000, <=, MOST_MS);
}

static void
test_wide (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("nom");
  g_autoptr (GPtrArray) columns = NULL;

  for (guint i = 1; i < 2000; i++)
    g_string_append_printf (text, ";colonne %u", i);
  for (guint row = 0; row < 20; row++)
    {
      g_string_append_printf (text, "\nProjet %u", row);
      for (guint i = 1; i < 2000; i++)
        g_string_append (text, ";x");
    }
  g_string_append_c (text, '\n');

  check_quick (scene, "wide.csv", text);
  columns = find_columns (scene);
  g_assert_cmpuint (columns->len, <=, 30);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (scene->window), "Columns 1 to 20 of 2000"));
}

static void
test_hostile (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("nom;commune\n");
  g_autofree char *megabyte = g_strnfill (1000000, 'x');

  g_string_append_printf (text, "%s;<b>Sud & Co</b>\na", megabyte);
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xcc\x81");
  g_string_append (text, ";Lyon\n");
  check_quick (scene, "hostile.csv", text);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (scene->window), "<b>Sud & Co</b>"));
}

static void
test_long (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("nom;commune;code_insee\n");

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "Projet %u;Lyon;69123\n", i);
  check_quick (scene, "long.csv", text);
}

static gboolean
has_refusal (gpointer user_data)
{
  Scene *scene = user_data;

  return ui_find_label (GTK_WIDGET (scene->window), "This source cannot be read") != NULL;
}

/* The table is shown, and nothing can be added, nor said to have been read. */
static void
test_cut (Scene         *scene,
          gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("[");
  GtkWidget *preview;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "{\"nom\": \"Projet %u\"},", i);
  open_text (scene, "cut.json", text->str, text->len);
  model_wait (has_refusal, scene);
  preview = find_button (scene, "Preview");
  g_assert_nonnull (preview);
  g_assert_false (gtk_widget_get_sensitive (preview));
  g_assert_null (ui_find_label (GTK_WIDGET (scene->window), "Read"));
  g_assert_null (ui_find_label (GTK_WIDGET (scene->window), "A Record, as It Will Be"));
}

static gboolean
is_added (gpointer user_data)
{
  return ((Scene *) user_data)->shown != NULL;
}

/* What was read is read anew with another mapping, without the file. */
static void
test_again (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (&scene->model, "again.csv", "nom,quoi,code_insee\nA,Vélo,63113\n");

  essaim_add_feed_window_present_feed (scene->parent, scene->model.session, report->feed);
  scene->window = find_window ();
  model_wait (may_go_on, scene);
  pick (find_column (scene, "quoi"), "Name");
  model_wait (may_go_on, scene);
  g_signal_emit_by_name (find_button (scene, "Preview"), "clicked");
  ui_run_idles ();
  g_assert_nonnull (find_button (scene, "Apply"));
  g_assert_true (gtk_widget_get_sensitive (find_button (scene, "Apply")));
  g_signal_emit_by_name (find_button (scene, "Apply"), "clicked");
  model_wait (is_added, scene);
  g_assert_cmpstr (scene->shown, ==, report->feed);
}

static void
use_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/fr/essaim/Essaim/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  use_style ();

#define ADD(name, func) g_test_add ("/add-feed/" name, Scene, NULL, set_up, func, tear_down)
  ADD ("mend", test_mend);
  ADD ("focus", test_focus);
  ADD ("rows", test_rows);
  ADD ("narrow", test_narrow);
  ADD ("refused", test_refused);
  ADD ("wide", test_wide);
  ADD ("hostile", test_hostile);
  ADD ("long", test_long);
  ADD ("cut", test_cut);
  ADD ("again", test_again);
#undef ADD

  return g_test_run ();
}
