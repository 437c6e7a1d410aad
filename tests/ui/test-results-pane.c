/* test-results-pane.c: the list of results: what its rows say, what it says when there are none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-results-pane.h"

#include <adwaita.h>

#include "essaim-choice.h"
#include "essaim-result-row.h"
#include "ui-fixture.h"

#define LONG_TITLE \
  "Une action dont le titre est si long qu’il ne tient dans aucune liste, car il dit tout de suite qui fait quoi, où, quand, " \
  "avec qui et pourquoi, ce que l’on n’apprend d’ordinaire qu’en lisant la fiche elle-même, jusqu’à son dernier mot"

/* 6 is long, 7 is no markup and has an amount, 8 has only a department. */
#define FEED \
  "id,nom,description,code_insee,commune,lat,lon,structure,montant,departement\n" \
  "1,Épicerie solidaire,Alimentation locale,63113,Clermont-Ferrand,45.7800,3.0800,Les Amis,,\n" \
  "2,Atelier vélo,Mobilité douce,63164,Gerzat,45.8260,3.1440,Roue libre,1450,\n" \
  "3,Jardin partagé,Alimentation,59512,Roubaix,50.6900,3.1700,,,\n" \
  "3,Jardin partagé,Alimentation,59350,Lille,50.6300,3.0600,,,\n" \
  "3,Jardin partagé,Alimentation,75056,Paris,48.8600,2.3500,,,\n" \
  "5,Réseau sans adresse,Mobilité,,,,,,,\n" \
  "6,\"" LONG_TITLE "\",Mobilité,33063,Bordeaux,44.8400,-0.5800,,,\n" \
  "7,Vert & fils < 3,Mobilité,33063,Bordeaux,44.8400,-0.5800,A & B,51250,\n" \
  "8,Action départementale,Mobilité,,,,,,,63\n"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, data);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_RESULTS_PANE, NULL));
  essaim_explorer_set_sort (fixture->explorer, ESSAIM_SORT_TITLE);
  model_wait_answer (fixture->explorer);
  essaim_results_pane_set_models (ESSAIM_RESULTS_PANE (fixture->pane), fixture->explorer, fixture->shortlists);
  ui_scene_present (fixture, 360, 600);
}

static GtkWidget *
find_row (UiScene    *fixture,
          const char *title)
{
  GtkWidget *label;

  ui_scene_wait_for (fixture, title);
  label = ui_find_label (fixture->pane, title);

  return gtk_widget_get_ancestor (label, ESSAIM_TYPE_RESULT_ROW);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  return ui_find_label (widget, text) != NULL;
}

static void
test_rows (UiScene       *fixture,
           gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, "Atelier vélo");

  g_assert_true (says (fixture->pane, "7 results"));
  g_assert_true (says (row, "Roue libre"));
  g_assert_true (says (row, "Gerzat"));
  g_assert_true (says (row, "€1,450") || says (row, "€1450"));

  row = find_row (fixture, "Jardin partagé");
  g_assert_true (says (row, "3 sites, 2 regions"));
  row = find_row (fixture, "Réseau sans adresse");
  g_assert_true (says (row, "No position"));
  row = find_row (fixture, "Action départementale");
  g_assert_true (says (row, "Puy-de-Dôme"));

  /* What a feed says is never markup. */
  row = find_row (fixture, "Vert & fils < 3");
  g_assert_true (says (row, "A & B"));
  g_assert_false (says (row, "New"));
}

/* All distances are from the most populated commune of home. */
static void
test_home (UiScene       *fixture,
           gconstpointer  data)
{
  GtkWidget *near = find_row (fixture, "Atelier vélo");
  GtkWidget *far = find_row (fixture, "Vert & fils < 3");
  GtkWidget *many = find_row (fixture, "Jardin partagé");

  g_assert_false (says (near, "·  in the territory"));
  essaim_explorer_set_home (fixture->explorer, ui_scene_get_territory (fixture, "commune:63113"));
  g_assert_true (says (near, "·  7 km"));
  g_assert_true (says (far, "·  305 km"));
  /* Many sites are near and far at once. */
  g_assert_false (says (many, "·  347 km"));

  essaim_explorer_set_home (fixture->explorer, ui_scene_get_territory (fixture, "clermont-ferrand"));
  g_assert_true (says (near, "·  in the territory"));

  essaim_explorer_set_home (fixture->explorer, ESSAIM_NO_TERRITORY);
  g_assert_false (says (near, "·  in the territory"));
}

/* Order by distance goes with a home, and goes when the home goes. */
static void
test_distance (UiScene       *fixture,
               gconstpointer  data)
{
  EssaimResults *results;
  double lat, lon;

  essaim_explorer_set_sort (fixture->explorer, ESSAIM_SORT_DISTANCE);
  g_assert_cmpint (essaim_explorer_get_query (fixture->explorer)->sort, ==, ESSAIM_SORT_RELEVANCE);
  essaim_explorer_set_home (fixture->explorer, ui_scene_get_territory (fixture, "commune:33063"));
  essaim_explorer_set_sort (fixture->explorer, ESSAIM_SORT_DISTANCE);
  model_wait_answer (fixture->explorer);
  g_assert_true (says (fixture->pane, "Distance"));

  results = essaim_explorer_get_results (fixture->explorer);
  essaim_explorer_get_home_point (fixture->explorer, &lat, &lon);
  g_assert_cmpfloat (essaim_index_get_distance_km (essaim_results_get_index (results),
                                                   essaim_results_get_row (results, 0), lat, lon), <, 5);

  essaim_explorer_clear (fixture->explorer);
  g_assert_true (essaim_query_has_near (essaim_explorer_get_query (fixture->explorer)));
  essaim_explorer_set_home (fixture->explorer, ESSAIM_NO_TERRITORY);
  g_assert_cmpint (essaim_explorer_get_query (fixture->explorer)->sort, ==, ESSAIM_SORT_RELEVANCE);
  g_assert_true (says (fixture->pane, "Relevance"));
}

/* An amount is never cut and never wraps; a title is cut, and whole in its tooltip. */
static void
test_narrow (UiScene       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = find_row (fixture, LONG_TITLE);
  GtkWidget *title = ui_find_label (row, LONG_TITLE);
  int minimum;

  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (title))));
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 320);
}

static void
test_compact (UiScene       *fixture,
              gconstpointer  data)
{
  int before = gtk_widget_get_height (find_row (fixture, "Atelier vélo"));
  GtkWidget *row;

  g_object_set (fixture->pane, "compact", TRUE, NULL);
  row = find_row (fixture, "Atelier vélo");
  ui_wait_for_size (row);
  g_assert_cmpint (gtk_widget_get_height (row), <, before * 2 / 3);
  g_assert_true (says (row, "Gerzat"));
  g_assert_false (says (row, "Roue libre"));
}

/* What the map has under the pointer lights up, and what is chosen is marked. */
static void
test_marks (UiScene       *fixture,
            gconstpointer  data)
{
  EssaimResults *results = essaim_explorer_get_results (fixture->explorer);
  GtkWidget *row = find_row (fixture, "Action départementale");
  guint first = essaim_results_get_row (results, 0);

  essaim_hover_set_rows (essaim_explorer_get_hover (fixture->explorer), &first, 1);
  g_assert_true (gtk_widget_has_css_class (row, "lit"));
  essaim_hover_set_rows (essaim_explorer_get_hover (fixture->explorer), NULL, 0);
  g_assert_false (gtk_widget_has_css_class (row, "lit"));

  essaim_explorer_select_row (fixture->explorer, first);
  g_assert_true (gtk_widget_has_css_class (row, "selected"));
  g_assert_false (gtk_widget_has_css_class (find_row (fixture, "Atelier vélo"), "selected"));
}

/* The choice that stands in the way of most records is offered; what was typed only when no other helps. */
static void
test_nothing (UiScene       *fixture,
              gconstpointer  data)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();
  g_autoptr (GPtrArray) buttons = NULL;

  query->text = g_strdup ("vélo");
  query->kinds = 1u << ESSAIM_KIND_FUNDING;
  g_ptr_array_add (query->territories, g_strdup ("commune:63164"));
  essaim_explorer_set_query (fixture->explorer, query);
  model_wait_answer (fixture->explorer);

  ui_scene_wait_for (fixture, "No Results");
  ui_scene_wait_for (fixture, "No record for “vélo” with Funding schemes in Gerzat. Without Funding schemes: 1 record.");
  g_assert_true (says (fixture->pane, "Remove “Funding schemes”"));
  buttons = ui_find_all (gtk_widget_get_ancestor (ui_find_label (fixture->pane, "No Results"), ADW_TYPE_STATUS_PAGE),
                         GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 1);
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  model_wait_answer (fixture->explorer);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 1);
  g_assert_false (gtk_widget_get_mapped (ui_find_label (fixture->pane, "No Results")));
}

/* No single choice helps: all are taken back. What was typed is shown as it was. */
static void
test_nothing_at_all (UiScene       *fixture,
                     gconstpointer  data)
{
  g_autoptr (EssaimQuery) query = essaim_query_new ();

  query->text = g_strdup ("<zzz>");
  query->kinds = 1u << ESSAIM_KIND_FUNDING;
  essaim_explorer_set_query (fixture->explorer, query);
  model_wait_answer (fixture->explorer);
  ui_scene_wait_for (fixture, "No record for “<zzz>” with Funding schemes.");
  ui_run_idles ();
  g_assert_true (says (fixture->pane, "Clear All Filters"));
}

static void
test_unplaced (UiScene       *fixture,
               gconstpointer  data)
{
  const char *note = "The source of these records gives neither an address nor a known commune. "
                     "They stay in the list, search and exports.";

  g_assert_false (says (fixture->pane, note));
  essaim_explorer_set_placed (fixture->explorer, ESSAIM_PLACED_NO);
  g_assert_true (says (fixture->pane, note));
}

static gboolean
has_many (gpointer user_data)
{
  return essaim_results_get_n (essaim_explorer_get_results (user_data)) > 3000;
}

static gboolean
is_scrolled (gpointer user_data)
{
  return gtk_adjustment_get_value (user_data) > 1000;
}

/* The list comes to what is chosen elsewhere, from the first moment on. */
static void
test_scrolls (UiScene       *fixture,
              gconstpointer  data)
{
  g_autoptr (GString) feed = g_string_new ("id,nom,code_insee,commune\n");
  g_autoptr (GPtrArray) scrollers = NULL;
  g_autoptr (EssaimReport) report = NULL;
  GtkAdjustment *adjustment;
  GtkWidget *row;
  double y;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (feed, "%u,Action %04u,63113,Clermont-Ferrand\n", i, i);
  report = model_scene_import (&fixture->scene, "many.csv", feed->str);
  model_wait (has_many, fixture->explorer);
  essaim_explorer_select_row (fixture->explorer,
                              essaim_results_get_row (essaim_explorer_get_results (fixture->explorer), 2000));

  scrollers = ui_find_all (fixture->pane, GTK_TYPE_SCROLLED_WINDOW);
  adjustment = gtk_scrolled_window_get_vadjustment (scrollers->pdata[0]);
  model_wait (is_scrolled, adjustment);
  row = find_row (fixture, "Action 2000");
  ui_wait_for_size (row);
  gtk_widget_translate_coordinates (row, fixture->pane, 0, 0, NULL, &y);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y, <, gtk_widget_get_height (fixture->pane));

  /* Rows that were never laid out have no height yet. */
  essaim_explorer_set_sort (fixture->explorer, ESSAIM_SORT_RECENT);
  model_wait_answer (fixture->explorer);
  essaim_explorer_set_sort (fixture->explorer, ESSAIM_SORT_TITLE);
  model_wait_answer (fixture->explorer);
  model_wait (is_scrolled, adjustment);
}

#define ADD(name, feed, func) g_test_add ("/results-pane/" name, UiScene, feed, set_up, func, ui_scene_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("rows", FEED, test_rows);
  ADD ("home", FEED, test_home);
  ADD ("distance", FEED, test_distance);
  ADD ("narrow", FEED, test_narrow);
  ADD ("compact", FEED, test_compact);
  ADD ("marks", FEED, test_marks);
  ADD ("nothing", FEED, test_nothing);
  ADD ("nothing-at-all", FEED, test_nothing_at_all);
  ADD ("unplaced", FEED, test_unplaced);
  ADD ("scrolls", FEED, test_scrolls);

  return g_test_run ();
}
