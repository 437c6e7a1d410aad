/* test-filters-pane.c: each count that the filters show, found again the long way; what ticking does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filters-pane.h"

#include "essaim-filter-group.h"
#include "essaim-filter-row.h"
#include "ui-fixture.h"

#define FEED \
  "id,nom,description,code_insee,lat,lon,statut,public\n" \
  "1,Épicerie solidaire,Alimentation locale,63113,45.7800,3.0800,En cours,jeunes\n" \
  "2,Atelier vélo,Mobilité douce,63113,45.7800,3.0800,EN COURS,seniors\n" \
  "3,Jardin partagé,Alimentation,59512,50.6900,3.1700,Terminé,\n" \
  "4,Ressourcerie de Mamoudzou,Économie circulaire,97611,-12.7800,45.2300,,jeunes\n" \
  "5,Réseau sans adresse,Mobilité,,,,Terminé,\n" \
  "6,Café,,69123,45.7500,4.8500,Projet,\n"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, FEED);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_FILTERS_PANE, NULL));
  essaim_filters_pane_set_explorer (ESSAIM_FILTERS_PANE (fixture->pane), fixture->explorer);
}

/* All widgets of a type below another, in order. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (widget = gtk_widget_get_first_child (widget); widget != NULL; widget = gtk_widget_get_next_sibling (widget))
    collect (widget, type, found);
}

static GPtrArray *
list (GtkWidget *widget,
      GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

static void
open_all (UiScene *fixture)
{
  g_autoptr (GPtrArray) groups = list (fixture->pane, ESSAIM_TYPE_FILTER_GROUP);

  g_assert_cmpuint (groups->len, ==, ESSAIM_N_CHALLENGES + 6);
  for (guint i = 0; i < groups->len; i++)
    essaim_filter_group_set_expanded (groups->pdata[i], TRUE);
}

static EssaimFilterRow *
find_row (UiScene          *fixture,
          EssaimFilterName  filter,
          const char       *label)
{
  g_autoptr (GPtrArray) rows = list (fixture->pane, ESSAIM_TYPE_FILTER_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      const EssaimChoice *choice = essaim_filter_row_get_choice (rows->pdata[i]);

      if (choice->filter == filter && g_str_has_prefix (choice->label, label))
        return rows->pdata[i];
    }
  g_error ("There is no row “%s”", label);
}

static GtkCheckButton *
get_check (EssaimFilterRow *row)
{
  return GTK_CHECK_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (row)));
}

static void
tick (UiScene          *fixture,
      EssaimFilterName  filter,
      const char       *label)
{
  GtkCheckButton *check = get_check (find_row (fixture, filter, label));

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  model_wait_answer (fixture->explorer);
}

static const char *
get_count (EssaimFilterRow *row)
{
  g_autoptr (GPtrArray) labels = list (GTK_WIDGET (row), GTK_TYPE_LABEL);

  g_assert_cmpuint (labels->len, ==, 2);

  return gtk_label_get_text (labels->pdata[1]);
}

/* The query without any choice of a filter but one. */
static guint
count_alone (UiScene            *fixture,
             const EssaimChoice *choice)
{
  EssaimIndex *index = essaim_explorer_get_index (fixture->explorer);
  g_autoptr (EssaimQuery) query = essaim_query_copy (essaim_explorer_get_query (fixture->explorer));
  g_autoptr (GPtrArray) choices = essaim_choices_list (query, fixture->scene.reference, index);

  for (guint i = 0; i < choices->len; i++)
    {
      const EssaimChoice *made = choices->pdata[i];

      if (made->filter == choice->filter ||
          (choice->filter == ESSAIM_FILTER_THEME && made->filter == ESSAIM_FILTER_CHALLENGE))
        essaim_choice_take_back (made, query);
    }
  essaim_choice_make (choice, query);

  return essaim_results_count (index, query, NULL, 0);
}

static guint
check_counts (UiScene *fixture)
{
  g_autoptr (GPtrArray) rows = list (fixture->pane, ESSAIM_TYPE_FILTER_ROW);
  guint n_counted = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const EssaimChoice *choice = essaim_filter_row_get_choice (rows->pdata[i]);
      g_autofree char *expected = NULL;

      g_assert_cmpint (gtk_check_button_get_active (get_check (rows->pdata[i])), ==,
                       (choice->filter != ESSAIM_FILTER_SINCE || choice->key != NULL) &&
                       essaim_choice_is_made (choice, essaim_explorer_get_query (fixture->explorer)));
      if (choice->filter == ESSAIM_FILTER_BOX || choice->filter == ESSAIM_FILTER_SINCE)
        {
          g_assert_cmpstr (get_count (rows->pdata[i]), ==, "");
          continue;
        }
      expected = g_strdup_printf ("%u", count_alone (fixture, choice));
      g_assert_cmpstr (get_count (rows->pdata[i]), ==, expected);
      g_assert_cmpint (gtk_widget_has_css_class (rows->pdata[i], "empty"), ==, g_str_equal (expected, "0"));
      n_counted++;
    }

  return n_counted;
}

static void
test_counts (UiScene       *fixture,
             gconstpointer  data)
{
  open_all (fixture);
  /* Themes, kinds, audiences, one source, three statuses, placed or not, regions and labelled territories. */
  g_assert_cmpuint (check_counts (fixture), >=, 17 + 5 + 8 + 1 + 3 + 2 + 18 + 20);

  tick (fixture, ESSAIM_FILTER_THEME, "Mobility");
  check_counts (fixture);
  tick (fixture, ESSAIM_FILTER_STATUS, "En cours");
  check_counts (fixture);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 1);
  tick (fixture, ESSAIM_FILTER_THEME, "Mobility");
  tick (fixture, ESSAIM_FILTER_AUDIENCE, "Young people");
  check_counts (fixture);
  tick (fixture, ESSAIM_FILTER_PLACED, "Without a position");
  check_counts (fixture);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 0);
}

/* A territory below one chosen takes its place; unticked, all regions are there again. */
static void
test_territories (UiScene       *fixture,
                  gconstpointer  data)
{
  const EssaimQuery *query;

  open_all (fixture);
  tick (fixture, ESSAIM_FILTER_TERRITORY, "Auvergne-Rhône-Alpes");
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 3);
  check_counts (fixture);

  tick (fixture, ESSAIM_FILTER_TERRITORY, "Puy-de-Dôme");
  query = essaim_explorer_get_query (fixture->explorer);
  g_assert_cmpuint (query->territories->len, ==, 1);
  g_assert_cmpstr (query->territories->pdata[0], ==, "departement:63");
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 2);
  check_counts (fixture);

  tick (fixture, ESSAIM_FILTER_TERRITORY, "Puy-de-Dôme");
  g_assert_nonnull (find_row (fixture, ESSAIM_FILTER_TERRITORY, "Bretagne"));
  check_counts (fixture);
}

static gboolean
shows (UiScene    *fixture,
       const char *text)
{
  g_autoptr (GPtrArray) labels = list (fixture->pane, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), text))
      {
        GtkWidget *widget = labels->pdata[i];

        while (widget != fixture->pane && gtk_widget_get_visible (widget))
          widget = gtk_widget_get_parent (widget);

        return widget == fixture->pane;
      }

  return FALSE;
}

static gboolean
found_towns (gpointer user_data)
{
  g_autoptr (GPtrArray) rows = list (((UiScene *) user_data)->pane, ESSAIM_TYPE_FILTER_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (essaim_filter_row_get_choice (rows->pdata[i])->label, "Clermont · Oise"))
      return TRUE;

  return FALSE;
}

/* Any territory can be found by its name; towns of one name are told apart. */
static void
test_search (UiScene       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  open_all (fixture);
  entries = list (fixture->pane, GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_false (found_towns (fixture));
  gtk_editable_set_text (entries->pdata[0], "clermont");
  model_wait (found_towns, fixture);
  check_counts (fixture);

  tick (fixture, ESSAIM_FILTER_TERRITORY, "Clermont-Ferrand · Puy-de-Dôme");
  g_assert_cmpstr (essaim_explorer_get_query (fixture->explorer)->territories->pdata[0], ==, "commune:63113");
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 2);
  check_counts (fixture);
}

/* The person's own territory is at hand. */
static void
test_home (UiScene       *fixture,
           gconstpointer  data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (fixture->scene.reference);

  open_all (fixture);
  essaim_explorer_set_home (fixture->explorer, essaim_territories_lookup (territories, "commune:59512"));
  tick (fixture, ESSAIM_FILTER_TERRITORY, "Roubaix · Nord");
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (fixture->explorer)), ==, 1);
}

static void
test_headings (UiScene       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) groups = list (fixture->pane, ESSAIM_TYPE_FILTER_GROUP);
  g_autoptr (GPtrArray) themes = list (groups->pdata[0], GTK_TYPE_BUTTON);
  g_autoptr (GPtrArray) territory = list (groups->pdata[ESSAIM_N_CHALLENGES], GTK_TYPE_BUTTON);

  gtk_test_accessible_assert_property (themes->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ecological transition, 5 themes");
  gtk_test_accessible_assert_state (themes->pdata[0], GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_property (territory->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "Territory: All");
  gtk_test_accessible_assert_state (territory->pdata[0], GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  tick (fixture, ESSAIM_FILTER_THEME, "Mobility");
  gtk_test_accessible_assert_property (themes->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ecological transition, 1 of 5 themes chosen");
  g_signal_emit_by_name (themes->pdata[0], "clicked");
  gtk_test_accessible_assert_state (themes->pdata[0], GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_true (shows (fixture, "1 of 5"));
}

/* Rows stay while only counts change, and folded ones are not there at all. */
static void
test_rows_stay (UiScene       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) folded = list (fixture->pane, ESSAIM_TYPE_FILTER_ROW);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpuint (folded->len, <=, 17 + 5);
  open_all (fixture);
  before = list (fixture->pane, ESSAIM_TYPE_FILTER_ROW);
  tick (fixture, ESSAIM_FILTER_THEME, "Mobility");
  after = list (fixture->pane, ESSAIM_TYPE_FILTER_ROW);
  g_assert_cmpuint (before->len, ==, after->len);
  g_assert_cmpmem (before->pdata, before->len * sizeof (gpointer), after->pdata, after->len * sizeof (gpointer));
}

static void
test_heads (UiScene       *fixture,
            gconstpointer  data)
{
  tick (fixture, ESSAIM_FILTER_THEME, "Mobility");
  tick (fixture, ESSAIM_FILTER_KIND, "Projects");
  g_assert_true (shows (fixture, "2 active"));
  g_assert_true (shows (fixture, "Food"));
  g_assert_false (shows (fixture, "Agriculture & food"));

  g_object_set (fixture->pane, "narrow", TRUE, NULL);
  g_assert_false (shows (fixture, "2 active"));
  g_assert_true (shows (fixture, "Agriculture & food"));
  g_assert_true (shows (fixture, "Show 2 Results"));
}

/* The tick of a heading chooses all its themes; the theme left out again leaves the others. */
static void
test_whole_challenge (UiScene       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) groups = list (fixture->pane, ESSAIM_TYPE_FILTER_GROUP);
  g_autoptr (GPtrArray) checks = list (groups->pdata[0], GTK_TYPE_CHECK_BUTTON);
  GtkCheckButton *whole = checks->pdata[0];
  EssaimThemeSet all = essaim_themes_get_challenge_set (essaim_reference_get_themes (fixture->scene.reference),
                                                        ESSAIM_CHALLENGE_ECOLOGIQUE);

  gtk_check_button_set_active (whole, TRUE);
  model_wait_answer (fixture->explorer);
  g_assert_cmpuint (essaim_explorer_get_query (fixture->explorer)->themes, ==, all);
  g_assert_true (shows (fixture, "1 active"));
  check_counts (fixture);

  tick (fixture, ESSAIM_FILTER_THEME, "Mobility");
  g_assert_false (gtk_check_button_get_active (whole));
  g_assert_true (gtk_check_button_get_inconsistent (whole));
  g_assert_cmpuint (essaim_explorer_get_query (fixture->explorer)->themes & all, !=, 0);
}

static void
test_dates (UiScene       *fixture,
            gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) start = g_date_time_add_days (now, -30);
  g_autofree char *date = g_date_time_format (start, "%Y-%m-%d");
  EssaimFilterRow *week, *month;

  open_all (fixture);
  tick (fixture, ESSAIM_FILTER_SINCE, "New in the last 30 days");
  g_assert_cmpstr (essaim_explorer_get_query (fixture->explorer)->since, ==, date);
  month = find_row (fixture, ESSAIM_FILTER_SINCE, "New in the last 30 days");
  week = find_row (fixture, ESSAIM_FILTER_SINCE, "New in the last 7 days");
  g_assert_true (gtk_check_button_get_active (get_check (month)));
  g_assert_false (gtk_check_button_get_active (get_check (week)));
  tick (fixture, ESSAIM_FILTER_SINCE, "New in the last 30 days");
  g_assert_null (essaim_explorer_get_query (fixture->explorer)->since);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

#define ADD(name, func) g_test_add ("/filters-pane/" name, UiScene, NULL, set_up, func, ui_scene_tear_down)
  ADD ("counts", test_counts);
  ADD ("territories", test_territories);
  ADD ("search", test_search);
  ADD ("home", test_home);
  ADD ("headings", test_headings);
  ADD ("rows-stay", test_rows_stay);
  ADD ("heads", test_heads);
  ADD ("whole-challenge", test_whole_challenge);
  ADD ("dates", test_dates);

  return g_test_run ();
}
