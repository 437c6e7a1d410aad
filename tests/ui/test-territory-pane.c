/* test-territory-pane.c: what is said of a territory, whatever kind it is and however little is known of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-pane.h"

#include "essaim-territory-words.h"
#include "essaim-theme-row.h"
#include "model-fixture.h"
#include "ui-fixture.h"

/* Two in a commune without inhabitants. */
#define FEED \
  MODEL_FEED \
  "6,Forêt,Biodiversité,55039,Beaumont-en-Verdunois,49.2647,5.4122\n" \
  "7,Sentier,Biodiversité,55039,Beaumont-en-Verdunois,49.2647,5.4122\n"

/** A pane in a window that is not shown. */
typedef struct
{
  ModelScene      scene;
  EssaimExplorer *explorer;
  GtkWidget      *window;
  GtkWidget      *pane;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  report = model_scene_import (&fixture->scene, "actions.csv", FEED);
  fixture->explorer = model_scene_explore (&fixture->scene);
  fixture->window = gtk_window_new ();
  fixture->pane = g_object_new (ESSAIM_TYPE_TERRITORY_PANE, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
  essaim_territory_pane_set_explorer (ESSAIM_TERRITORY_PANE (fixture->pane), fixture->explorer);
}

static gboolean
has_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* What is being counted holds the pane until it is answered. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  model_wait (has_gone, &fixture->pane);
  g_assert_finalize_object (fixture->explorer);
  model_scene_tear_down (&fixture->scene, NULL);
}

static EssaimTerritories *
get_territories (Fixture *fixture)
{
  return essaim_reference_get_territories (fixture->scene.reference);
}

static guint
look_up (Fixture    *fixture,
         const char *id)
{
  guint territory = essaim_territories_lookup (get_territories (fixture), id);

  g_assert_cmpuint (territory, !=, ESSAIM_NO_TERRITORY);

  return territory;
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return ui_find_label (fixture->pane, text) != NULL;
}

static gboolean
has_counted (gpointer user_data)
{
  return says (user_data, "By Kind") || says (user_data, "No Record Here");
}

static void
show (Fixture    *fixture,
      const char *id)
{
  essaim_territory_pane_show (ESSAIM_TERRITORY_PANE (fixture->pane), look_up (fixture, id));
}

static void
show_counted (Fixture    *fixture,
              const char *id)
{
  show (fixture, id);
  model_wait (has_counted, fixture);
}

static void
keep_territory_cb (GtkWidget *pane,
                   guint      territory,
                   guint     *kept)
{
  *kept = territory;
}

static void
test_label (Fixture       *fixture,
            gconstpointer  data)
{
  show_counted (fixture, "clermont-ferrand");

  g_assert_true (says (fixture, "Clermont Auvergne Métropole · EPCI 246300701"));
  g_assert_true (says (fixture, "21"));
  g_assert_true (says (fixture, "projects and places"));
  g_assert_true (says (fixture, "Collectif Cisca"));
  g_assert_true (says (fixture, "cisca.fr"));
  g_assert_true (says (fixture, "Une alimentation qui respecte l’environnement"));
  g_assert_true (says (fixture, "By Theme, for 10,000 Inhabitants"));
  g_assert_true (says (fixture, "Sources of the Facts"));
  g_assert_false (says (fixture, "No Record Here"));
  /* Nothing is listed that is not there. */
  g_assert_false (says (fixture, "Support structures"));
}

/* Themes that have projects come first; the others wait behind one row. */
static void
test_themes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GtkWidget *more;

  show_counted (fixture, "clermont-ferrand");
  rows = ui_find_all (fixture->pane, ESSAIM_TYPE_THEME_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (ui_find_label (rows->pdata[0], "Food"));
  g_assert_nonnull (ui_find_label (rows->pdata[1], "Mobility"));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (gtk_actionable_get_action_name (rows->pdata[i]), ==, "territory.explore");

  more = ui_find_label (fixture->pane, "13 themes without a record");
  g_assert_nonnull (more);
  g_signal_emit_by_name (gtk_widget_get_parent (gtk_widget_get_parent (more)), "row-activated",
                         gtk_widget_get_parent (more));
  all = ui_find_all (fixture->pane, ESSAIM_TYPE_THEME_ROW);
  g_assert_cmpuint (all->len, ==, ESSAIM_N_THEMES);
  g_assert_false (says (fixture, "13 themes without a record"));
  g_assert_false (gtk_list_box_row_get_activatable (all->pdata[ESSAIM_N_THEMES - 1]));
}

/* What can be clicked does something wherever the pane is. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) actions = NULL;
  guint n = 0, chosen = ESSAIM_NO_TERRITORY;

  show_counted (fixture, "clermont-ferrand");
  actions = ui_find_all (fixture->pane, GTK_TYPE_ACTIONABLE);
  for (guint i = 0; i < actions->len; i++)
    if (gtk_actionable_get_action_name (actions->pdata[i]) != NULL)
      {
        g_assert_true (gtk_widget_get_sensitive (actions->pdata[i]));
        n++;
      }
  /* All of it, two themes, a kind, a source. */
  g_assert_cmpuint (n, >=, 5);

  g_signal_connect (fixture->pane, "chosen", G_CALLBACK (keep_territory_cb), &chosen);
  gtk_widget_activate_action (fixture->pane, "territory.open", "s", "no-such-territory");
  g_assert_cmpuint (chosen, ==, ESSAIM_NO_TERRITORY);
  gtk_widget_activate_action (fixture->pane, "territory.open", "s", "mayotte");
  g_assert_cmpuint (chosen, ==, look_up (fixture, "mayotte"));
}

static void
import (Fixture    *fixture,
        const char *name,
        const char *text)
{
  g_autoptr (EssaimReport) report = model_scene_import (&fixture->scene, name, text);

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
}

static gboolean
counts_kinds (gpointer user_data)
{
  return says (user_data, "By Kind");
}

static gboolean
counts_nothing (gpointer user_data)
{
  return says (user_data, "No Record Here");
}

/* A library that is loaded again says something else of the territory that is open. */
static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  show_counted (fixture, "commune:63164");
  g_assert_true (says (fixture, "No Record Here"));

  import (fixture, "gerzat.csv", "id,nom,description,code_insee,commune,lat,lon\n"
                                 "1,Verger,Alimentation,63164,Gerzat,45.8250,3.1450\n");
  model_wait (counts_kinds, fixture);
  g_assert_false (says (fixture, "No Record Here"));
  g_assert_true (says (fixture, "By Source"));

  import (fixture, "gerzat.csv", "id,nom,description,code_insee,commune,lat,lon\n"
                                 "1,Verger,Alimentation,63113,Clermont-Ferrand,45.7800,3.0800\n");
  model_wait (counts_nothing, fixture);
  g_assert_false (says (fixture, "By Kind"));
  g_assert_false (says (fixture, "By Source"));
}

static void
test_unknown_perimeter (Fixture       *fixture,
                        gconstpointer  data)
{
  show_counted (fixture, "clermont-ferrand");
  show (fixture, "genevois-innovales");
  ui_run_idles ();

  g_assert_true (says (fixture, "Perimeter not known: nothing can be counted here."));
  g_assert_true (says (fixture, "Innovales (PTCE, d’après le nom du territoire)"));
  g_assert_false (says (fixture, "inhabitants"));
  g_assert_false (says (fixture, "Show Its Projects"));
  g_assert_false (says (fixture, "By Kind"));
  g_assert_false (says (fixture, "No Record Here"));
}

static void
test_estimate (Fixture       *fixture,
               gconstpointer  data)
{
  show (fixture, "territoire-olympique-2024");

  g_assert_true (says (fixture, "The perimeter is an estimate: the counts may be off."));
  g_assert_true (says (fixture, "Seine-Saint-Denis, Paris"));
}

/* Where nobody lives there is no rate: projects are counted. */
static void
test_no_population (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;

  show_counted (fixture, "commune:55039");

  g_assert_true (says (fixture, "By Theme"));
  g_assert_false (says (fixture, "inhabitants"));
  g_assert_false (says (fixture, "for 10,000 inhabitants"));
  rows = ui_find_all (fixture->pane, ESSAIM_TYPE_THEME_ROW);
  g_assert_nonnull (ui_find_label (rows->pdata[0], "Environment"));
  g_assert_nonnull (ui_find_label (rows->pdata[0], "2"));
}

/* Where there is nothing, one button leads on. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  show_counted (fixture, "commune:63164");

  g_assert_true (says (fixture, "No Record Here"));
  g_assert_true (says (fixture, "See Clermont Auvergne Métropole"));
  g_assert_false (says (fixture, "for 10,000 inhabitants"));
  g_assert_false (says (fixture, "Show Its Projects"));
}

static void
assert_words (Fixture    *fixture,
              const char *id,
              const char *kind,
              const char *content)
{
  guint territory = look_up (fixture, id);
  g_autofree char *kind_words = essaim_territory_describe_kind (get_territories (fixture), territory);
  g_autofree char *content_words = essaim_territory_describe_content (get_territories (fixture), territory);

  g_assert_cmpstr (kind_words, ==, kind);
  g_assert_cmpstr (content_words, ==, content);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  assert_words (fixture, "mayotte", "Labelled territory, 2019", "Department 976");
  assert_words (fixture, "genevois-innovales", "Labelled territory, 2019", NULL);
  assert_words (fixture, "commune:63113", "Commune, Puy-de-Dôme", "Clermont Auvergne Métropole · Commune 63113");
  assert_words (fixture, "epci:246300701", "EPCI, Puy-de-Dôme", "EPCI 246300701");
  /* In the Lot and the Aveyron. */
  assert_words (fixture, "epci:200067361", "EPCI, Occitanie", "EPCI 200067361");
  assert_words (fixture, "ept:200057875", "EPT, Seine-Saint-Denis", "EPT 200057875");
  assert_words (fixture, "departement:63", "Department, Auvergne-Rhône-Alpes", "Department 63");
  assert_words (fixture, "region:84", "Region", "Region 84");
}

static void
assert_parent (Fixture    *fixture,
               const char *id,
               const char *parent)
{
  guint expected = parent != NULL ? look_up (fixture, parent) : ESSAIM_NO_TERRITORY;

  g_assert_cmpuint (essaim_territory_get_parent (get_territories (fixture), look_up (fixture, id)), ==, expected);
}

static void
test_parents (Fixture       *fixture,
              gconstpointer  data)
{
  assert_parent (fixture, "commune:63113", "epci:246300701");
  assert_parent (fixture, "epci:246300701", "departement:63");
  assert_parent (fixture, "epci:200067361", "region:76");
  assert_parent (fixture, "departement:63", "region:84");
  assert_parent (fixture, "region:84", NULL);
  assert_parent (fixture, "genevois-innovales", NULL);
}

#define ADD(name, func) g_test_add ("/territory-pane/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("label", test_label);
  ADD ("themes", test_themes);
  ADD ("actions", test_actions);
  ADD ("reload", test_reload);
  ADD ("unknown-perimeter", test_unknown_perimeter);
  ADD ("estimate", test_estimate);
  ADD ("no-population", test_no_population);
  ADD ("nothing", test_nothing);
  ADD ("words", test_words);
  ADD ("parents", test_parents);

  return g_test_run ();
}
