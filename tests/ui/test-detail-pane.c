/* test-detail-pane.c: projects and territories opened, gone back to and closed beside the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-detail-pane.h"

#include "essaim-territory-pane.h"
#include "ui-fixture.h"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, MODEL_FEED);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_DETAIL_PANE, NULL));
  essaim_detail_pane_set_models (ESSAIM_DETAIL_PANE (fixture->pane), fixture->explorer, fixture->shortlists);
}

static gboolean
is_open (UiScene *fixture)
{
  gboolean open;

  g_object_get (fixture->pane, "open", &open, NULL);

  return open;
}

static void
show_territory (UiScene    *fixture,
                const char *id)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);

  essaim_explorer_set_territory (fixture->explorer, essaim_territories_lookup (territories, id));
}

static GtkWidget *
get_territory_pane (UiScene *fixture)
{
  g_autoptr (GPtrArray) found = ui_find_all (fixture->pane, ESSAIM_TYPE_TERRITORY_PANE);

  g_assert_cmpuint (found->len, ==, 1);

  return found->pdata[0];
}

/* All that leads from a territory works here as in the atlas, and there is one way back. */
static void
test_territory (UiScene       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) actions = NULL;
  const EssaimQuery *query;
  GtkWidget *pane;

  show_territory (fixture, "clermont-ferrand");
  g_assert_true (is_open (fixture));
  ui_scene_wait_for (fixture, "By Kind");
  g_assert_nonnull (ui_find_label (fixture->pane, "Labelled territory, 2019"));

  pane = get_territory_pane (fixture);
  actions = ui_find_all (pane, GTK_TYPE_ACTIONABLE);
  for (guint i = 0; i < actions->len; i++)
    {
      const char *name = gtk_actionable_get_action_name (actions->pdata[i]);

      if (name == NULL)
        continue;
      g_assert_true (g_str_has_prefix (name, "territory."));
      g_assert_true (gtk_widget_get_sensitive (actions->pdata[i]));
    }

  gtk_widget_activate_action (pane, "territory.open", "s", "mayotte");
  ui_scene_wait_for (fixture, "Mayotte");
  essaim_detail_pane_go (ESSAIM_DETAIL_PANE (fixture->pane), -1);
  ui_scene_wait_for (fixture, "Collectif Cisca");

  gtk_widget_activate_action (pane, "territory.explore", "(ss)", "theme", "MOB");
  query = essaim_explorer_get_query (fixture->explorer);
  g_assert_cmpstr (query->territories->pdata[0], ==, "clermont-ferrand");
  g_assert_cmpuint (query->themes, !=, 0);
  g_assert_false (is_open (fixture));
}

/* Where the history leads to what is gone, the next choice is remembered all the same. */
static void
test_gone (UiScene       *fixture,
           gconstpointer  data)
{
  EssaimDetailPane *pane = ESSAIM_DETAIL_PANE (fixture->pane);

  essaim_explorer_select (fixture->explorer, "actions:1");
  ui_scene_wait_for (fixture, "Épicerie solidaire");
  essaim_explorer_select (fixture->explorer, "actions:2");
  ui_scene_wait_for (fixture, "Atelier vélo");

  /* Overtaken by another choice before it has come. */
  essaim_detail_pane_go (pane, -1);
  essaim_explorer_select (fixture->explorer, "actions:4");
  ui_scene_wait_for (fixture, "Ressourcerie de Mamoudzou");
  essaim_explorer_select (fixture->explorer, "actions:5");
  ui_scene_wait_for (fixture, "Réseau sans adresse");
  essaim_detail_pane_go (pane, -1);
  ui_scene_wait_for (fixture, "Ressourcerie de Mamoudzou");
  essaim_detail_pane_go (pane, -1);
  ui_scene_wait_for (fixture, "Épicerie solidaire");
}

static gboolean
has_waited (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimProject) project = essaim_session_get_project_finish (ESSAIM_SESSION (source), result, NULL);

  *(gboolean *) user_data = TRUE;
}

/* Asks the same thread, and so waits for what was asked before. */
static void
wait_for_session (UiScene *fixture)
{
  gboolean answered = FALSE;

  essaim_session_get_project_async (fixture->scene.session, "actions:1", NULL, answered_cb, &answered);
  model_wait (has_waited, &answered);
  ui_run_idles ();
}

/* What is closed does not come back with a project that was still on its way. */
static void
test_closed (UiScene       *fixture,
             gconstpointer  data)
{
  essaim_explorer_select (fixture->explorer, "actions:1");
  ui_scene_wait_for (fixture, "Épicerie solidaire");
  essaim_explorer_select (fixture->explorer, "actions:2");
  essaim_detail_pane_close (ESSAIM_DETAIL_PANE (fixture->pane));
  g_assert_false (is_open (fixture));

  wait_for_session (fixture);
  g_assert_false (is_open (fixture));
}

/* The head says where the project stands among the results, and leads to the next one. */
static void
test_place (UiScene       *fixture,
            gconstpointer  data)
{
  EssaimResults *results = essaim_explorer_get_results (fixture->explorer);

  essaim_explorer_select_row (fixture->explorer, essaim_results_get_row (results, 0));
  ui_scene_wait_for (fixture, "1 of 5");

  g_assert_true (gtk_widget_activate_action (fixture->pane, "detail.next-result", NULL));
  ui_scene_wait_for (fixture, "2 of 5");
  g_assert_cmpuint (essaim_explorer_get_selected_row (fixture->explorer), ==, essaim_results_get_row (results, 1));
}

#define ADD(name, func) g_test_add ("/detail-pane/" name, UiScene, NULL, set_up, func, ui_scene_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("territory", test_territory);
  ADD ("gone", test_gone);
  ADD ("closed", test_closed);
  ADD ("place", test_place);

  return g_test_run ();
}
