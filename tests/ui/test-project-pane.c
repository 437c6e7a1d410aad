/* test-project-pane.c: one project, whole: with everything, with nothing, with text that looks like something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-pane.h"

#include "essaim-detail-pane.h"
#include "model-fixture.h"
#include "ui-fixture.h"

/** A pane in a window that is not shown. */
typedef struct
{
  ModelScene        scene;
  EssaimExplorer   *explorer;
  EssaimShortlists *shortlists;
  GtkWidget        *window;
  GtkWidget        *pane;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;

  model_scene_set_up (&fixture->scene, NULL);
  report = model_scene_import (&fixture->scene, "actions.csv", MODEL_FEED);
  fixture->explorer = model_scene_explore (&fixture->scene);
  fixture->shortlists = essaim_shortlists_new (fixture->scene.session);
  fixture->pane = g_object_new (ESSAIM_TYPE_PROJECT_PANE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->pane);
  essaim_project_pane_set_models (ESSAIM_PROJECT_PANE (fixture->pane), fixture->explorer, fixture->shortlists);
}

static gboolean
has_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->shortlists), (gpointer *) &fixture->shortlists);
  g_object_unref (fixture->shortlists);
  model_wait (has_gone, &fixture->shortlists);
  g_object_add_weak_pointer (G_OBJECT (fixture->explorer), (gpointer *) &fixture->explorer);
  g_object_unref (fixture->explorer);
  model_wait (has_gone, &fixture->explorer);
  model_scene_tear_down (&fixture->scene, NULL);
}

static EssaimProject *
new_project (void)
{
  EssaimProject *project = essaim_project_new ();

  project->id = g_strdup ("feed:1");
  project->title = g_strdup ("Jardin partagé");

  return project;
}

static EssaimSite *
add_site (EssaimProject *project,
          const char    *commune,
          const char    *department,
          double         lat,
          double         lon)
{
  EssaimSite *site = essaim_project_add_site (project);

  site->commune = g_strdup (commune);
  site->department = g_strdup (department);
  site->lat = lat;
  site->lon = lon;
  site->precision = ESSAIM_PRECISION_COMMUNE;

  return site;
}

static void
show (Fixture       *fixture,
      EssaimProject *project)
{
  essaim_project_pane_set_project (ESSAIM_PROJECT_PANE (fixture->pane), project);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return ui_find_label (fixture->pane, text) != NULL;
}

static void
set_home (Fixture    *fixture,
          const char *id)
{
  essaim_explorer_set_home (fixture->explorer,
                            essaim_territories_lookup (essaim_reference_get_territories (fixture->scene.reference), id));
}

/* What is not known leaves neither a row nor a heading. */
static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  show (fixture, project);
  g_assert_true (says (fixture, "Jardin partagé"));
  g_assert_true (says (fixture, "Project"));
  g_assert_true (says (fixture, "No Position"));
  g_assert_true (says (fixture, "Its source gives neither an address nor a known commune."));
  g_assert_false (says (fixture, "Facts"));
  g_assert_false (says (fixture, "Contact"));
  g_assert_false (says (fixture, "Read More"));
  g_assert_false (says (fixture, ""));
  rows = ui_find_all (fixture->pane, GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
  buttons = ui_find_all (fixture->pane, GTK_TYPE_BUTTON);
  /* To keep it. */
  g_assert_cmpuint (buttons->len, ==, 1);
}

static EssaimProject *
new_full_project (void)
{
  EssaimProject *project = new_project ();
  EssaimSource *source = essaim_project_add_source (project);
  EssaimSite *site = add_site (project, "Gerzat", "63", 45.826, 3.144);

  project->organisation = g_strdup ("Les <b>Amis</b> & fils");
  project->status = g_strdup ("lauréat");
  project->summary = g_strdup ("Un jardin.");
  project->email = g_strdup ("contact@example.org");
  project->phone = g_strdup ("04 73 00 00 00");
  project->website = g_strdup ("https://www.example.org/jardin");
  project->siret = g_strdup ("12345678900012");
  project->funding_eur = 1450;
  project->deadline = g_strdup ("2026-11-30");
  project->audiences = 1u << ESSAIM_AUDIENCE_JEUNES;
  essaim_project_set_theme (project, 3, ESSAIM_THEME_HOW_GIVEN);
  essaim_project_set_theme (project, 4, ESSAIM_THEME_HOW_SUGGESTED);
  site->address = g_strdup ("1 rue des <i>Lilas</i>");
  source->feed = g_strdup ("feed");
  source->title = g_strdup ("La source & Cie");
  source->licence = g_strdup ("Licence Ouverte 2.0");
  source->updated = g_strdup ("2026-10-12");
  source->page = g_strdup ("https://example.org/1");

  return project;
}

static void
test_everything (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_full_project ();
  EssaimThemes *themes = essaim_reference_get_themes (fixture->scene.reference);

  set_home (fixture, "commune:63113");
  show (fixture, project);

  /* Text of a feed is shown as it is. */
  g_assert_true (says (fixture, "Les <b>Amis</b> & fils · Gerzat"));
  g_assert_true (says (fixture, "lauréat"));
  g_assert_true (says (fixture, "Un jardin."));
  g_assert_true (says (fixture, essaim_themes_get_label (themes, 3)));
  g_assert_true (says (fixture, essaim_themes_get_label (themes, 4)));
  g_assert_true (says (fixture, "Contact"));

  g_assert_true (says (fixture, "1 site"));
  g_assert_true (says (fixture, "position at the commune"));
  g_assert_true (says (fixture, "Gerzat, Puy-de-Dôme"));
  g_assert_true (says (fixture, "7 km from here · 1 rue des <i>Lilas</i>"));

  g_assert_true (says (fixture, "€1450"));
  g_assert_true (says (fixture, "30 November 2026"));
  g_assert_true (says (fixture, "123 456 789 00012"));
  g_assert_true (says (fixture, "contact@example.org"));
  g_assert_true (says (fixture, "04 73 00 00 00"));
  g_assert_true (says (fixture, "example.org"));

  g_assert_true (says (fixture, "Seen in 1 Source"));
  g_assert_true (says (fixture, "La source & Cie"));
  g_assert_true (says (fixture, "Licence Ouverte 2.0 · 12 October 2026"));
}

/* Only web, mail and telephone open. */
static void
test_unsafe (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  EssaimSource *source = essaim_project_add_source (project);
  g_autoptr (GPtrArray) rows = NULL;

  project->website = g_strdup ("javascript:alert(1)");
  project->email = g_strdup ("nobody");
  source->feed = g_strdup ("feed");
  source->page = g_strdup ("file:///etc/passwd");
  show (fixture, project);

  g_assert_false (says (fixture, "Contact"));
  rows = ui_find_all (fixture->pane, GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < rows->len; i++)
    g_assert_false (gtk_list_box_row_get_activatable (rows->pdata[i]));
}

/* The nearest first; the others are one row until they are asked for. */
static void
test_many_sites (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  GtkWidget *more;

  for (guint i = 0; i < 23; i++)
    add_site (project, "Lille", "59", 50.63, 3.06 + i * 0.01);
  add_site (project, "Mably", "42", 46.08, 4.06);
  add_site (project, "Mamoudzou", "976", -12.78, 45.23);
  set_home (fixture, "commune:63113");
  show (fixture, project);

  g_assert_true (says (fixture, "25 sites"));
  g_assert_true (says (fixture, "Mably, Loire"));
  g_assert_true (says (fixture, "the nearest, 82 km from here"));
  g_assert_false (says (fixture, "Lille, Nord"));

  more = gtk_widget_get_ancestor (ui_find_label (fixture->pane, "Show the 24 others"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (more), "row-activated", more);
  g_assert_true (says (fixture, "Lille, Nord"));
  g_assert_true (says (fixture, "Mamoudzou, Mayotte"));
  g_signal_emit_by_name (gtk_widget_get_parent (more), "row-activated", more);
  g_assert_false (says (fixture, "Lille, Nord"));

  /* Without a home there is no nearest: the order of the feed. */
  essaim_explorer_set_home (fixture->explorer, ESSAIM_NO_TERRITORY);
  g_assert_true (says (fixture, "Lille, Nord"));
  g_assert_false (says (fixture, "Mably, Loire"));
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  EssaimSource *source = essaim_project_add_source (project);

  source->feed = g_strdup ("feed");
  source->gone = TRUE;
  source->last_seen = g_strdup ("2026-10-12T08:00:00Z");
  show (fixture, project);

  g_assert_true (says (fixture, "Gone from its feed"));
  g_assert_true (says (fixture, "Gone from its feed, last read on 12 October 2026 · Licence not stated"));
}

/* The beginning of a long text; all of it on demand. It is whole letters that are cut. */
static void
test_long_text (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *button;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "Œuvré à l’été. ");
  project->description = g_strdup (text->str);
  show (fixture, project);

  g_assert_false (says (fixture, text->str));
  button = gtk_widget_get_ancestor (ui_find_label (fixture->pane, "Read More"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (says (fixture, text->str));
  g_assert_false (says (fixture, "Read More"));
}

/* A title of 300 letters without a blank, and letters twice as large, fit in a narrow window. */
static void
test_fits (Fixture       *fixture,
           gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (EssaimProject) project = new_full_project ();
  g_autofree char *title = g_strnfill (300, 'w');
  int dpi, minimum;

  g_free (project->title);
  project->title = g_steal_pointer (&title);
  show (fixture, project);
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 400);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static gboolean
is_open (gpointer user_data)
{
  gboolean open;

  g_object_get (user_data, "open", &open, NULL);

  return open;
}

static gboolean
has_next (gpointer user_data)
{
  return ui_find_label (user_data, "2 of 5") != NULL;
}

/* The head says where the project stands among the results, and leads to the next one. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *detail = g_object_new (ESSAIM_TYPE_DETAIL_PANE, NULL);

  gtk_window_set_child (GTK_WINDOW (fixture->window), detail);
  essaim_detail_pane_set_models (ESSAIM_DETAIL_PANE (detail), fixture->explorer, fixture->shortlists);
  essaim_explorer_select_row (fixture->explorer,
                              essaim_results_get_row (essaim_explorer_get_results (fixture->explorer), 0));
  model_wait (is_open, detail);
  g_assert_nonnull (ui_find_label (detail, "1 of 5"));

  g_assert_true (gtk_widget_activate_action (detail, "detail.next-result", NULL));
  model_wait (has_next, detail);
  g_assert_cmpuint (essaim_explorer_get_selected_row (fixture->explorer), ==,
                    essaim_results_get_row (essaim_explorer_get_results (fixture->explorer), 1));
}

#define ADD(name, func) g_test_add ("/project-pane/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!ui_init ())
    return 0;

  ADD ("nothing", test_nothing);
  ADD ("everything", test_everything);
  ADD ("unsafe", test_unsafe);
  ADD ("many-sites", test_many_sites);
  ADD ("gone", test_gone);
  ADD ("long-text", test_long_text);
  ADD ("fits", test_fits);
  ADD ("place", test_place);

  return g_test_run ();
}
