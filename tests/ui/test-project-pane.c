/* test-project-pane.c: one project, whole: with everything, with nothing, with text that looks like something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-pane.h"

#include "ui-fixture.h"

static void
set_up (UiScene       *fixture,
        gconstpointer  data)
{
  ui_scene_set_up (fixture, MODEL_FEED);
  ui_scene_put (fixture, g_object_new (ESSAIM_TYPE_PROJECT_PANE, NULL));
  essaim_project_pane_set_models (ESSAIM_PROJECT_PANE (fixture->pane), fixture->explorer, fixture->shortlists);
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
show (UiScene       *fixture,
      EssaimProject *project)
{
  essaim_project_pane_set_project (ESSAIM_PROJECT_PANE (fixture->pane), project);
}

static void
set_home (UiScene    *fixture,
          const char *id)
{
  essaim_explorer_set_home (fixture->explorer,
                            essaim_territories_lookup (essaim_reference_get_territories (fixture->scene.reference), id));
}

/* What is not known leaves neither a row nor a heading. */
static void
test_nothing (UiScene       *fixture,
              gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  show (fixture, project);
  g_assert_true (ui_scene_says (fixture, "Jardin partagé"));
  g_assert_true (ui_scene_says (fixture, "Project"));
  g_assert_true (ui_scene_says (fixture, "No Position"));
  g_assert_true (ui_scene_says (fixture, "Its source gives neither an address nor a known commune."));
  g_assert_false (ui_scene_says (fixture, "Facts"));
  g_assert_false (ui_scene_says (fixture, "Contact"));
  g_assert_false (ui_scene_says (fixture, "Read More"));
  g_assert_false (ui_scene_says (fixture, ""));
  rows = ui_find_all (fixture->pane, GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
  buttons = ui_find_all (fixture->pane, GTK_TYPE_BUTTON);
  /* To keep it, and to correct it. */
  g_assert_cmpuint (buttons->len, ==, 2);
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
test_everything (UiScene       *fixture,
                 gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_full_project ();
  EssaimThemes *themes = essaim_reference_get_themes (fixture->scene.reference);

  set_home (fixture, "commune:63113");
  show (fixture, project);

  /* Text of a feed is shown as it is. */
  g_assert_true (ui_scene_says (fixture, "Les <b>Amis</b> & fils · Gerzat"));
  g_assert_true (ui_scene_says (fixture, "lauréat"));
  g_assert_true (ui_scene_says (fixture, "Un jardin."));
  g_assert_true (ui_scene_says (fixture, essaim_themes_get_label (themes, 3)));
  g_assert_true (ui_scene_says (fixture, essaim_themes_get_label (themes, 4)));
  g_assert_true (ui_scene_says (fixture, "Contact"));

  g_assert_true (ui_scene_says (fixture, "1 site"));
  g_assert_true (ui_scene_says (fixture, "position at the commune"));
  g_assert_true (ui_scene_says (fixture, "Gerzat, Puy-de-Dôme"));
  g_assert_true (ui_scene_says (fixture, "7 km from here · 1 rue des <i>Lilas</i>"));

  g_assert_true (ui_scene_says (fixture, "€1450"));
  g_assert_true (ui_scene_says (fixture, "30 November 2026"));
  g_assert_true (ui_scene_says (fixture, "123 456 789 00012"));
  g_assert_true (ui_scene_says (fixture, "contact@example.org"));
  g_assert_true (ui_scene_says (fixture, "04\u202f73\u202f00\u202f00\u202f00"));
  g_assert_true (ui_scene_says (fixture, "example.org"));
  g_assert_true (ui_scene_says (fixture, "E-mail · from La source & Cie"));

  g_assert_true (ui_scene_says (fixture, "Seen in 1 Source"));
  g_assert_true (ui_scene_says (fixture, "La source & Cie"));
  g_assert_true (ui_scene_says (fixture, "Licence Ouverte 2.0 · 12 October 2026"));
}

/* Only web, mail and telephone open. */
static void
test_unsafe (UiScene       *fixture,
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

  g_assert_false (ui_scene_says (fixture, "Contact"));
  rows = ui_find_all (fixture->pane, GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < rows->len; i++)
    g_assert_false (gtk_list_box_row_get_activatable (rows->pdata[i]));
}

/* The nearest first; the others are one row until they are asked for. */
static void
test_many_sites (UiScene       *fixture,
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

  g_assert_true (ui_scene_says (fixture, "25 sites"));
  g_assert_true (ui_scene_says (fixture, "Mably, Loire"));
  g_assert_true (ui_scene_says (fixture, "the nearest, 82 km from here"));
  g_assert_false (ui_scene_says (fixture, "Lille, Nord"));

  more = gtk_widget_get_ancestor (ui_find_label (fixture->pane, "Show the 24 others"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (more), "row-activated", more);
  g_assert_true (ui_scene_says (fixture, "Lille, Nord"));
  g_assert_true (ui_scene_says (fixture, "Mamoudzou, Mayotte"));
  g_signal_emit_by_name (gtk_widget_get_parent (more), "row-activated", more);
  g_assert_false (ui_scene_says (fixture, "Lille, Nord"));

  /* Without a home there is no nearest: the order of the feed. */
  essaim_explorer_set_home (fixture->explorer, ESSAIM_NO_TERRITORY);
  g_assert_true (ui_scene_says (fixture, "Lille, Nord"));
  g_assert_false (ui_scene_says (fixture, "Mably, Loire"));
}

static void
test_gone (UiScene       *fixture,
           gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  EssaimSource *source = essaim_project_add_source (project);

  source->feed = g_strdup ("feed");
  source->gone = TRUE;
  source->last_seen = g_strdup ("2026-10-12T08:00:00Z");
  show (fixture, project);

  g_assert_true (ui_scene_says (fixture, "Gone from its feed"));
  g_assert_true (ui_scene_says (fixture, "Gone from its feed, last read on 12 October 2026 · Licence not stated"));
}

/* The beginning of a long text; all of it on demand. It is whole letters that are cut. */
static void
test_long_text (UiScene       *fixture,
                gconstpointer  data)
{
  g_autoptr (EssaimProject) project = new_project ();
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *button;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "Œuvré à l’été. ");
  project->description = g_strdup (text->str);
  show (fixture, project);

  g_assert_false (ui_scene_says (fixture, text->str));
  button = gtk_widget_get_ancestor (ui_find_label (fixture->pane, "Read More"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (ui_scene_says (fixture, text->str));
  g_assert_false (ui_scene_says (fixture, "Read More"));
}

/* A title of 300 letters without a blank, and letters twice as large, fit in a narrow window. */
static void
test_fits (UiScene       *fixture,
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

#define ADD(name, func) g_test_add ("/project-pane/" name, UiScene, NULL, set_up, func, ui_scene_tear_down)

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

  return g_test_run ();
}
