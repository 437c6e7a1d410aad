/* test-territory-pane.c: what is said of a territory, whatever kind it is and however little is known of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-pane.h"

#include "essaim-territory-words.h"
#include "essaim-theme-row.h"
#include "ui-fixture.h"

/* Two in a commune without inhabitants. */
#define FEED \
  MODEL_FEED \
  "6,Forêt,Biodiversité,55039,Beaumont-en-Verdunois,49.2647,5.4122\n" \
  "7,Sentier,Biodiversité,55039,Beaumont-en-Verdunois,49.2647,5.4122\n"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, FEED);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_TERRITORY_PANE, NULL));
  essaim_territory_pane_set_explorer (ESSAIM_TERRITORY_PANE (fixture->pane), fixture->explorer);
}

static EssaimTerritories *
get_territories (UiScene *fixture)
{
  return essaim_reference_get_territories (fixture->scene.reference);
}

static gboolean
has_counted (gpointer user_data)
{
  return ui_scene_says (user_data, "By Kind") || ui_scene_says (user_data, "No Record Here");
}

static void
show (UiScene    *fixture,
      const char *id)
{
  essaim_territory_pane_show (ESSAIM_TERRITORY_PANE (fixture->pane), ui_scene_get_territory (fixture, id));
}

static void
show_counted (UiScene    *fixture,
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
test_label (UiScene       *fixture,
            gconstpointer  data)
{
  show_counted (fixture, "clermont-ferrand");

  g_assert_true (ui_scene_says (fixture, "Clermont Auvergne Métropole · EPCI 246300701"));
  g_assert_true (ui_scene_says (fixture, "21"));
  g_assert_true (ui_scene_says (fixture, "projects and places"));
  g_assert_true (ui_scene_says (fixture, "Collectif Cisca"));
  g_assert_true (ui_scene_says (fixture, "cisca.fr"));
  g_assert_true (ui_scene_says (fixture, "Une alimentation qui respecte l’environnement"));
  g_assert_true (ui_scene_says (fixture, "By Theme, for 10,000 Inhabitants"));
  g_assert_true (ui_scene_says (fixture, "Sources of the Facts"));
  g_assert_false (ui_scene_says (fixture, "No Record Here"));
  /* Nothing is listed that is not there. */
  g_assert_false (ui_scene_says (fixture, "Support structures"));
}

/* Themes that have projects come first; the others wait behind one row. */
static void
test_themes (UiScene       *fixture,
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
  g_assert_false (ui_scene_says (fixture, "13 themes without a record"));
  g_assert_false (gtk_list_box_row_get_activatable (all->pdata[ESSAIM_N_THEMES - 1]));
}

/* What can be clicked does something wherever the pane is. */
static void
test_actions (UiScene       *fixture,
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
  g_assert_cmpuint (chosen, ==, ui_scene_get_territory (fixture, "mayotte"));
}

static void
import (UiScene    *fixture,
        const char *name,
        const char *text)
{
  g_autoptr (EssaimReport) report = model_scene_import (&fixture->scene, name, text);

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
}

static gboolean
counts_kinds (gpointer user_data)
{
  return ui_scene_says (user_data, "By Kind");
}

static gboolean
counts_nothing (gpointer user_data)
{
  return ui_scene_says (user_data, "No Record Here");
}

/* A library that is loaded again says something else of the territory that is open. */
static void
test_reload (UiScene       *fixture,
             gconstpointer  data)
{
  show_counted (fixture, "commune:63164");
  g_assert_true (ui_scene_says (fixture, "No Record Here"));

  import (fixture, "gerzat.csv", "id,nom,description,code_insee,commune,lat,lon\n"
                                 "1,Verger,Alimentation,63164,Gerzat,45.8250,3.1450\n");
  model_wait (counts_kinds, fixture);
  g_assert_false (ui_scene_says (fixture, "No Record Here"));
  g_assert_true (ui_scene_says (fixture, "By Source"));

  import (fixture, "gerzat.csv", "id,nom,description,code_insee,commune,lat,lon\n"
                                 "1,Verger,Alimentation,63113,Clermont-Ferrand,45.7800,3.0800\n");
  model_wait (counts_nothing, fixture);
  g_assert_false (ui_scene_says (fixture, "By Kind"));
  g_assert_false (ui_scene_says (fixture, "By Source"));
}

static void
test_unknown_perimeter (UiScene       *fixture,
                        gconstpointer  data)
{
  show_counted (fixture, "clermont-ferrand");
  show (fixture, "genevois-innovales");
  ui_run_idles ();

  g_assert_true (ui_scene_says (fixture, "Perimeter not known: nothing can be counted here."));
  g_assert_true (ui_scene_says (fixture, "Innovales (PTCE, d’après le nom du territoire)"));
  g_assert_false (ui_scene_says (fixture, "inhabitants"));
  g_assert_false (ui_scene_says (fixture, "Show Its Projects"));
  g_assert_false (ui_scene_says (fixture, "By Kind"));
  g_assert_false (ui_scene_says (fixture, "No Record Here"));
}

static void
test_estimate (UiScene       *fixture,
               gconstpointer  data)
{
  show (fixture, "territoire-olympique-2024");

  g_assert_true (ui_scene_says (fixture, "The perimeter is an estimate: the counts may be off."));
  g_assert_true (ui_scene_says (fixture, "Seine-Saint-Denis, Paris"));
}

/* Where nobody lives there is no rate: projects are counted. */
static void
test_no_population (UiScene       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;

  show_counted (fixture, "commune:55039");

  g_assert_true (ui_scene_says (fixture, "By Theme"));
  g_assert_false (ui_scene_says (fixture, "inhabitants"));
  g_assert_false (ui_scene_says (fixture, "for 10,000 inhabitants"));
  rows = ui_find_all (fixture->pane, ESSAIM_TYPE_THEME_ROW);
  g_assert_nonnull (ui_find_label (rows->pdata[0], "Environment"));
  g_assert_nonnull (ui_find_label (rows->pdata[0], "2"));
}

/* Where there is nothing, one button leads on. */
static void
test_nothing (UiScene       *fixture,
              gconstpointer  data)
{
  show_counted (fixture, "commune:63164");

  g_assert_true (ui_scene_says (fixture, "No Record Here"));
  g_assert_true (ui_scene_says (fixture, "See Clermont Auvergne Métropole"));
  g_assert_false (ui_scene_says (fixture, "for 10,000 inhabitants"));
  g_assert_false (ui_scene_says (fixture, "Show Its Projects"));
}

static void
assert_words (UiScene    *fixture,
              const char *id,
              const char *kind,
              const char *content)
{
  guint territory = ui_scene_get_territory (fixture, id);
  g_autofree char *kind_words = essaim_territory_describe_kind (get_territories (fixture), territory);
  g_autofree char *content_words = essaim_territory_describe_content (get_territories (fixture), territory);

  g_assert_cmpstr (kind_words, ==, kind);
  g_assert_cmpstr (content_words, ==, content);
}

static void
test_words (UiScene       *fixture,
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
assert_parent (UiScene    *fixture,
               const char *id,
               const char *parent)
{
  guint expected = parent != NULL ? ui_scene_get_territory (fixture, parent) : ESSAIM_NO_TERRITORY;

  g_assert_cmpuint (essaim_territory_get_parent (get_territories (fixture), ui_scene_get_territory (fixture, id)), ==, expected);
}

static void
test_parents (UiScene       *fixture,
              gconstpointer  data)
{
  assert_parent (fixture, "commune:63113", "epci:246300701");
  assert_parent (fixture, "epci:246300701", "departement:63");
  assert_parent (fixture, "epci:200067361", "region:76");
  assert_parent (fixture, "departement:63", "region:84");
  assert_parent (fixture, "region:84", NULL);
  assert_parent (fixture, "genevois-innovales", NULL);
}

#define ADD(name, func) g_test_add ("/territory-pane/" name, UiScene, NULL, set_up, func, ui_scene_tear_down)

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
