/* test-project-sources.c: of a project, which sources it has, why they are one, and what each alone says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-sources.h"

#include "model-alike.h"
#include "ui-fixture.h"

typedef struct
{
  ModelScene  scene;
  GtkWidget  *window;
  GtkWidget  *sources;
} Fixture;

/** Awaited: a label that is still to come. */
typedef struct
{
  Fixture    *fixture;
  const char *text;
} Awaited;

static gboolean
has_come (gpointer user_data)
{
  Awaited *awaited = user_data;

  return ui_find_label (awaited->fixture->sources, awaited->text) != NULL;
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  Awaited awaited = { fixture, text };

  model_wait (has_come, &awaited);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  alike_import (&fixture->scene);
  fixture->sources = g_object_new (ESSAIM_TYPE_PROJECT_SOURCES, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->sources);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_close (fixture->window, fixture->sources);
  model_scene_tear_down (&fixture->scene, NULL);
}

static void
show (Fixture    *fixture,
      const char *id)
{
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (EssaimProject) project = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  essaim_session_get_project_async (fixture->scene.session, id, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  project = essaim_session_get_project_finish (fixture->scene.session, done, &error);
  g_assert_no_error (error);
  essaim_project_sources_show (ESSAIM_PROJECT_SOURCES (fixture->sources), fixture->scene.session, project);
}

static GtkWidget *
find_menu (Fixture *fixture)
{
  g_autoptr (GPtrArray) menus = ui_find_all (fixture->sources, GTK_TYPE_MENU_BUTTON);

  return menus->len > 0 ? menus->pdata[0] : NULL;
}

/* What each says otherwise is in its row, with the button that splits it. */
static void
test_three (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GMenuModel *menu;

  show (fixture, "town:1");
  g_assert_nonnull (ui_find_label (fixture->sources, "Seen in 3 Sources"));
  wait_for (fixture, "Bibliothèque et espace numérique");
  rows = ui_find_all (fixture->sources, ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (ui_find_label (fixture->sources, "Un lieu pour lire"));
  g_assert_nonnull (ui_find_label (fixture->sources, "As shown above"));
  g_assert_nonnull (ui_find_label (fixture->sources, "Split From the Others"));

  g_assert_nonnull (find_menu (fixture));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (find_menu (fixture)));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);
}

static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  show (fixture, "club:b");
  g_assert_nonnull (ui_find_label (fixture->sources, "Seen in 1 Source"));
  g_assert_null (find_menu (fixture));
}

/* From a project with several to one with a single source nothing is left. */
static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;

  show (fixture, "town:1");
  show (fixture, "club:b");
  for (guint i = 0; i < 20; i++)
    ui_run_idles ();
  rows = ui_find_all (fixture->sources, ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_null (find_menu (fixture));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

#define ADD(path, func) g_test_add ("/project-sources" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/three", test_three);
  ADD ("/one", test_one);
  ADD ("/next", test_next);

  return g_test_run ();
}
