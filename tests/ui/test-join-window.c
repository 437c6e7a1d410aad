/* test-join-window.c: the other record is offered by its distance, or found by its title
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-join-window.h"

#include "model-alike.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene  scene;
  GtkWidget  *window;
} Fixture;

/** Awaited: a row of that title, or none. */
typedef struct
{
  Fixture    *fixture;
  const char *title;
  gboolean    there;
} Awaited;

static GtkListBoxRow *
find_row (Fixture    *fixture,
          const char *title)
{
  g_autoptr (GPtrArray) rows = ui_find_all (fixture->window, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (rows->pdata[i]), title) == 0)
      return rows->pdata[i];

  return NULL;
}

static gboolean
is_so (gpointer user_data)
{
  Awaited *awaited = user_data;

  return (find_row (awaited->fixture, awaited->title) != NULL) == awaited->there;
}

static void
wait_for_row (Fixture    *fixture,
              const char *title,
              gboolean    there)
{
  Awaited awaited = { fixture, title, there };

  model_wait (is_so, &awaited);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimProject) project = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  GAsyncResult *result = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  alike_import (&fixture->scene);
  essaim_session_get_project_async (fixture->scene.session, "club:b", NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  project = essaim_session_get_project_finish (fixture->scene.session, done, NULL);
  fixture->window = essaim_join_window_new (NULL, fixture->scene.session, project);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_run_idles ();
  model_scene_leave (&fixture->scene);
}

/* The nearest first; the record itself is not offered, nor what is far away. */
static void
test_nearest (Fixture       *fixture,
              gconstpointer  data)
{
  wait_for_row (fixture, "Maison des Jeunes", TRUE);
  g_assert_nonnull (ui_find_label (fixture->window, "Nearest"));
  g_assert_null (find_row (fixture, "Jardin de la Tour"));
  g_assert_null (find_row (fixture, "Atelier Vélo Solidaire"));
}

static GtkWidget *
find_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries = ui_find_all (fixture->window, GTK_TYPE_SEARCH_ENTRY);

  return entries->pdata[0];
}

static gboolean
compares (gpointer user_data)
{
  return ui_find_label (((Fixture *) user_data)->window, "3 rue Haute · Clermont-Ferrand, Puy-de-Dôme") != NULL;
}

static gboolean
finds_nothing (gpointer user_data)
{
  return ui_find_label (((Fixture *) user_data)->window, "No record of that title") != NULL;
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  wait_for_row (fixture, "Maison des Jeunes", TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "velo solidaire");
  wait_for_row (fixture, "Atelier Vélo Solidaire", TRUE);
  g_assert_null (find_row (fixture, "Maison des Jeunes"));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "xyzzy");
  wait_for_row (fixture, "Atelier Vélo Solidaire", FALSE);
  model_wait (finds_nothing, fixture);

  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "");
  wait_for_row (fixture, "Maison des Jeunes", TRUE);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (find_row (fixture, "Maison des Jeunes"))), "row-activated",
                         find_row (fixture, "Maison des Jeunes"));
  model_wait (compares, fixture);
  g_assert_true (gtk_widget_activate_action (fixture->window, "join.back", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

#define ADD(path, func) g_test_add ("/join-window" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/nearest", test_nearest);
  ADD ("/title", test_title);

  return g_test_run ();
}
