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
  if (fixture->window != NULL)
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
can_go_back (gpointer user_data)
{
  return is_enabled (user_data, "back");
}

/* There is a way back on the page that has one, and only while it is looked at. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);

  essaim_explorer_select (fixture->window->explorer, "actions:1");
  g_assert_false (is_enabled (fixture, "back"));
  essaim_explorer_set_territory (fixture->window->explorer, essaim_territories_lookup (territories, "mayotte"));
  essaim_explorer_select (fixture->window->explorer, "actions:4");
  model_wait (can_go_back, fixture);
  g_assert_false (is_enabled (fixture, "forward"));

  essaim_window_show_page (fixture->window, "territories/mayotte");
  g_assert_false (is_enabled (fixture, "back"));
  essaim_window_show_page (fixture->window, "territories/clermont-ferrand");
  g_assert_true (is_enabled (fixture, "back"));
  activate (fixture, "back");
  g_assert_false (is_enabled (fixture, "back"));
  g_assert_true (is_enabled (fixture, "forward"));

  essaim_window_show_page (fixture->window, "shortlists");
  g_assert_false (is_enabled (fixture, "forward"));
  essaim_window_show_page (fixture->window, "explore");
  g_assert_true (is_enabled (fixture, "back"));
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

/* Nothing of a window that was shown outlives it. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *map = GTK_WIDGET (essaim_explore_page_get_map (fixture->window->explore_page));

  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_size (map);
  ui_close (GTK_WIDGET (fixture->window), map);
  fixture->window = NULL;
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
  g_test_add ("/window/history", Fixture, application, set_up, test_history, tear_down);
  g_test_add ("/window/gone", Fixture, application, set_up, test_gone, tear_down);
  g_test_add ("/window/keep-at-once", Fixture, application, set_up, test_keep_at_once, tear_down);
  g_test_add ("/window/keep-two", Fixture, application, set_up, test_keep_two, tear_down);

  return g_test_run ();
}
