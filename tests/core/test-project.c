/* test-project.c: projects as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project.h"

#include <math.h>

static void
test_new (void)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();

  g_assert_null (project->title);
  g_assert_true (isnan (project->funding_eur));
  g_assert_true (isnan (essaim_project_get_funding (project)));
  g_assert_cmphex (essaim_project_get_theme_set (project), ==, 0);
  g_assert_false (essaim_project_is_placed (project));
}

static void
test_ref (void)
{
  EssaimProject *project = essaim_project_new ();

  project->title = g_strdup ("x");
  g_assert_true (essaim_project_ref (project) == project);
  essaim_project_unref (project);
  g_assert_cmpstr (project->title, ==, "x");
  essaim_project_unref (project);
}

static void
test_themes (void)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();

  essaim_project_set_theme (project, 3, ESSAIM_THEME_HOW_SUGGESTED);
  essaim_project_set_theme (project, 3, ESSAIM_THEME_HOW_CODE);
  essaim_project_set_theme (project, 3, ESSAIM_THEME_HOW_KEYWORD);
  essaim_project_set_theme (project, 15, ESSAIM_THEME_HOW_PERSON);

  g_assert_cmpint (project->themes[3], ==, ESSAIM_THEME_HOW_CODE);
  g_assert_cmphex (essaim_project_get_theme_set (project), ==, 1 << 3 | 1 << 15);
}

static void
test_funding (void)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (project);

  project->funding_eur = 500;
  g_assert_cmpfloat (essaim_project_get_funding (project), ==, 500);
  site->funding_eur = 0;
  g_assert_cmpfloat (essaim_project_get_funding (project), ==, 0);
  essaim_project_add_site (project);
  essaim_project_add_site (project)->funding_eur = 20.5;
  g_assert_cmpfloat (essaim_project_get_funding (project), ==, 20.5);
}

static void
test_points (void)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (project);

  g_assert_false (essaim_site_has_point (site));
  site->precision = ESSAIM_PRECISION_POSTCODE;
  g_assert_false (essaim_site_has_point (site));
  site->lat = 45.78;
  g_assert_false (essaim_site_has_point (site));
  site->lon = INFINITY;
  g_assert_false (essaim_site_has_point (site));
  site->lon = 3.08;
  g_assert_true (essaim_site_has_point (site));
  g_assert_true (essaim_project_is_placed (project));
  site->precision = ESSAIM_PRECISION_DEPARTMENT;
  g_assert_false (essaim_project_is_placed (project));
}

static void
test_sources (void)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  EssaimSource *source = essaim_project_add_source (project);

  source->feed = g_strdup ("cis");
  essaim_project_add_source (project)->feed = g_strdup ("ffe");

  g_assert_cmpuint (project->sources->len, ==, 2);
  g_assert_false (source->gone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/new", test_new);
  g_test_add_func ("/project/ref", test_ref);
  g_test_add_func ("/project/themes", test_themes);
  g_test_add_func ("/project/funding", test_funding);
  g_test_add_func ("/project/points", test_points);
  g_test_add_func ("/project/sources", test_sources);

  return g_test_run ();
}
