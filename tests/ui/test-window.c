/* test-window.c: the verbs of the window: what they work on, and when there is nothing to work on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include "model-fixture.h"
#include "ui-fixture.h"

/** A window that is not shown. */
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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  model_scene_prepare (&fixture->scene);
  report = model_scene_import (&fixture->scene, "actions.csv", MODEL_FEED);
  fixture->window = essaim_window_new ((AdwApplication *) data, fixture->scene.session);
  essaim_window_show_page (fixture->window, "explore");
  model_wait (is_settled, fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_close (GTK_WIDGET (fixture->window), GTK_WIDGET (fixture->window));
  model_scene_tear_down (&fixture->scene, NULL);
}

static gboolean
is_enabled (Fixture    *fixture,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static void
test_enabled (Fixture       *fixture,
              gconstpointer  data)
{
  EssaimExplorer *explorer = fixture->window->explorer;

  g_assert_false (is_enabled (fixture, "keep-selected"));
  g_assert_false (is_enabled (fixture, "clear-filters"));
  g_assert_true (is_enabled (fixture, "export-results"));

  essaim_explorer_select (explorer, "actions:1");
  g_assert_true (is_enabled (fixture, "keep-selected"));
  essaim_window_show_page (fixture->window, "sources");
  g_assert_false (is_enabled (fixture, "keep-selected"));
  essaim_window_show_page (fixture->window, "explore");
  g_assert_true (is_enabled (fixture, "keep-selected"));
  essaim_explorer_select (explorer, NULL);
  g_assert_false (is_enabled (fixture, "keep-selected"));

  essaim_explorer_set_text (explorer, "xyzzy");
  g_assert_true (is_enabled (fixture, "clear-filters"));
  model_wait_answer (explorer);
  g_assert_false (is_enabled (fixture, "export-results"));
}

static gboolean
has_kept_one (gpointer user_data)
{
  EssaimShortlists *shortlists = user_data;

  return essaim_shortlists_find_with (shortlists, "actions:1") != NULL ||
         essaim_shortlists_find_with (shortlists, "actions:4") != NULL;
}

static gboolean
has_row (gpointer user_data)
{
  return essaim_explorer_get_selected_row (user_data) != ESSAIM_NO_ROW;
}

static guint
select_id (EssaimExplorer *explorer,
           const char     *id)
{
  essaim_explorer_select (explorer, id);
  model_wait (has_row, explorer);

  return essaim_explorer_get_selected_row (explorer);
}

/* Enter on a row and at once the key to keep: it is that row, not the project before it. */
static void
test_keep_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  EssaimExplorer *explorer = fixture->window->explorer;
  guint row = select_id (explorer, "actions:4");

  select_id (explorer, "actions:1");
  essaim_explorer_select_row (explorer, row);
  activate (fixture, "keep-selected");

  model_wait (has_kept_one, fixture->window->shortlists);
  g_assert_nonnull (essaim_shortlists_find_with (fixture->window->shortlists, "actions:4"));
}

static gboolean
has_kept_both (gpointer user_data)
{
  EssaimShortlists *shortlists = user_data;

  return essaim_shortlists_find_with (shortlists, "actions:1") != NULL &&
         essaim_shortlists_find_with (shortlists, "actions:4") != NULL;
}

/* There is no shortlist yet: one is made, and both are on it. */
static void
test_keep_two (Fixture       *fixture,
               gconstpointer  data)
{
  EssaimShortlists *shortlists = fixture->window->shortlists;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "keep", g_variant_new_string ("actions:1"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "keep", g_variant_new_string ("actions:4"));

  model_wait (has_kept_both, shortlists);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shortlists)), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  application = adw_application_new ("fr.essaim.Essaim.TestWindow", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

  g_test_add ("/window/enabled", Fixture, application, set_up, test_enabled, tear_down);
  g_test_add ("/window/keep-at-once", Fixture, application, set_up, test_keep_at_once, tear_down);
  g_test_add ("/window/keep-two", Fixture, application, set_up, test_keep_two, tear_down);

  return g_test_run ();
}
