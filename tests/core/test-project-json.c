/* test-project-json.c: projects to JSON and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-json.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "essaim-json-text.h"

typedef struct
{
  EssaimReference *reference;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *folder = essaim_reference_find_folder ();
  g_autoptr (GError) error = NULL;

  fixture->reference = essaim_reference_new (folder, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_assert_finalize_object (fixture->reference);
}

static EssaimProject *
make_project (void)
{
  EssaimProject *project = essaim_project_new ();
  EssaimSite *site = essaim_project_add_site (project);
  EssaimSource *source = essaim_project_add_source (project);

  project->id = g_strdup ("cis:1");
  project->kind = ESSAIM_KIND_PLACE;
  project->title = g_strdup ("L’Épicentre");
  project->summary = g_strdup ("Un tiers-lieu\n\nà deux pas");
  project->website = g_strdup ("https://x.fr");
  project->email = g_strdup ("contact@x.fr");
  project->phone = g_strdup ("04 73 00 00 00");
  project->audiences = 1u << ESSAIM_AUDIENCE_JEUNES | 1u << ESSAIM_AUDIENCE_MIGRANTS;
  essaim_project_set_theme (project, 4, ESSAIM_THEME_HOW_GIVEN);
  essaim_project_set_theme (project, 0, ESSAIM_THEME_HOW_GIVEN);
  g_ptr_array_add (project->declared, g_strdup ("mayotte"));

  site->precision = ESSAIM_PRECISION_POINT;
  site->lat = 45.777;
  site->lon = 3.087;
  site->address = g_strdup ("12 rue Haute");
  site->postcode = g_strdup ("63000");
  site->commune = g_strdup ("Clermont-Ferrand");
  site->insee = g_strdup ("63113");
  site->department = g_strdup ("63");
  site->funding_eur = 1500.5;

  source->feed = g_strdup ("cis");
  source->title = g_strdup ("Carrefour des innovations sociales");
  source->source_id = g_strdup ("1");
  source->page = g_strdup ("https://x.fr/1");
  source->licence = g_strdup ("Licence Ouverte 2.0");

  return project;
}

static EssaimSite *
add_department_site (EssaimProject *project,
                     const char    *department)
{
  EssaimSite *site = essaim_project_add_site (project);

  site->precision = ESSAIM_PRECISION_DEPARTMENT;
  site->department = g_strdup (department);
  /* Where a feed gives the middle of the department: no point of the site. */
  site->lat = 45;
  site->lon = 4;

  return site;
}

static const char *
get_way (JsonNode   *node,
         const char *id)
{
  JsonArray *territories = json_object_get_array_member (json_node_get_object (node), "territories");

  for (guint i = 0; i < json_array_get_length (territories); i++)
    {
      JsonObject *territory = json_array_get_object_element (territories, i);

      if (g_str_equal (json_object_get_string_member (territory, "id"), id))
        return json_object_get_string_member (territory, "by");
    }

  return NULL;
}

static void
test_members (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = make_project ();
  g_autoptr (JsonNode) node = essaim_project_to_json (project, fixture->reference, FALSE);
  g_autofree char *text = essaim_json_to_text (node, FALSE);

  g_assert_true (g_str_has_prefix (text,
                                   "{\"id\":\"cis:1\",\"kind\":\"place\",\"title\":\"L’Épicentre\","
                                   "\"summary\":\"Un tiers-lieu\\n\\nà deux pas\",\"website\":\"https://x.fr\","
                                   "\"themes\":[\"ENV\",\"MOB\"],\"audiences\":[\"jeunes\",\"migrants\"],"
                                   "\"territories\":["));
  g_assert_true (g_str_has_suffix (text,
                                   "],\"sites\":[{\"lat\":45.777,\"lon\":3.087,\"precision\":\"point\","
                                   "\"address\":\"12 rue Haute\","
                                   "\"postcode\":\"63000\",\"commune\":\"Clermont-Ferrand\",\"insee\":\"63113\","
                                   "\"funding_eur\":1500.5}],"
                                   "\"funding_eur\":1500.5,\"sources\":[{\"feed\":\"cis\","
                                   "\"title\":\"Carrefour des innovations sociales\",\"source_id\":\"1\","
                                   "\"page\":\"https://x.fr/1\","
                                   "\"licence\":\"Licence Ouverte 2.0\",\"gone\":false}]}"));
  g_assert_null (strstr (text, "contact"));
}

static void
test_contact (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = make_project ();
  g_autoptr (JsonNode) node = essaim_project_to_json (project, fixture->reference, TRUE);
  JsonObject *contact = json_object_get_object_member (json_node_get_object (node), "contact");

  g_assert_cmpstr (json_object_get_string_member (contact, "email"), ==, "contact@x.fr");
  g_assert_cmpstr (json_object_get_string_member (contact, "phone"), ==, "04 73 00 00 00");
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  g_autoptr (JsonNode) node = essaim_project_to_json (project, fixture->reference, TRUE);
  g_autofree char *text = essaim_json_to_text (node, FALSE);

  g_assert_cmpstr (text, ==, "{\"kind\":\"project\",\"themes\":[],\"audiences\":[],\"territories\":[],"
                             "\"sites\":[],\"sources\":[]}");
}

static void
test_territories (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = make_project ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *territories;

  add_department_site (project, "75");
  node = essaim_project_to_json (project, fixture->reference, FALSE);
  territories = json_object_get_array_member (json_node_get_object (node), "territories");

  /* Labels first. */
  g_assert_null (strchr (json_object_get_string_member (json_array_get_object_element (territories, 0), "id"), ':'));
  g_assert_cmpstr (get_way (node, "mayotte"), ==, "declared");
  g_assert_cmpstr (get_way (node, "commune:63113"), ==, "site");
  g_assert_cmpstr (get_way (node, "departement:63"), ==, "site");
  g_assert_cmpstr (get_way (node, "region:84"), ==, "site");
  g_assert_cmpstr (get_way (node, "departement:75"), ==, "area");
  g_assert_cmpstr (get_way (node, "region:11"), ==, "area");
  /* Never below what is known. */
  g_assert_null (get_way (node, "departement:69"));
}

static void
test_department_only (Fixture       *fixture,
                      gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = essaim_project_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObject *site;

  add_department_site (project, "63");
  node = essaim_project_to_json (project, fixture->reference, FALSE);
  site = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "sites"), 0);

  g_assert_false (json_object_has_member (site, "lat"));
  g_assert_cmpstr (get_way (node, "departement:63"), ==, "area");
  g_assert_null (get_way (node, "commune:63113"));
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = make_project (), back = NULL;
  g_autoptr (JsonNode) node = NULL, parsed = NULL, again = NULL;
  g_autofree char *text = NULL, *text_again = NULL;
  g_autoptr (GError) error = NULL;

  project->organisation = g_strdup ("CISCA");
  project->description = g_strdup ("Un\n\ndeux");
  project->status = g_strdup ("en cours");
  project->since = g_strdup ("2019");
  project->opens = g_strdup ("2020-01-01");
  project->deadline = g_strdup ("2020-02-01");
  project->perimeter = g_strdup ("Auvergne");
  project->siret = g_strdup ("43493312300029");
  project->rna = g_strdup ("W631000000");
  add_department_site (project, "75");
  add_department_site (project, "974");
  essaim_project_add_site (project);
  ((EssaimSource *) project->sources->pdata[0])->gone = TRUE;

  node = essaim_project_to_json (project, fixture->reference, TRUE);
  text = essaim_json_to_text (node, TRUE);
  parsed = json_from_string (text, &error);
  g_assert_no_error (error);
  back = essaim_project_from_json (parsed, essaim_reference_get_themes (fixture->reference), &error);
  g_assert_no_error (error);
  again = essaim_project_to_json (back, fixture->reference, TRUE);
  text_again = essaim_json_to_text (again, TRUE);

  g_assert_cmpstr (text_again, ==, text);
  g_assert_cmpstr (((EssaimSite *) back->sites->pdata[0])->department, ==, "63");
  g_assert_cmpint (back->themes[4], ==, ESSAIM_THEME_HOW_GIVEN);
}

/* Nothing is called suggested that its source gave, and the mark lasts. */
static void
test_suggested (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (EssaimProject) project = make_project (), back = NULL;
  g_autoptr (JsonNode) given = essaim_project_to_json (project, fixture->reference, FALSE);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  g_assert_false (json_object_has_member (json_node_get_object (given), "suggested"));
  project->themes[4] = ESSAIM_THEME_HOW_SUGGESTED;
  node = essaim_project_to_json (project, fixture->reference, FALSE);
  text = essaim_json_to_text (node, FALSE);
  back = essaim_project_from_json (node, essaim_reference_get_themes (fixture->reference), NULL);

  g_assert_nonnull (strstr (text, "\"themes\":[\"ENV\",\"MOB\"],\"suggested\":[\"MOB\"],"));
  g_assert_cmpint (back->themes[4], ==, ESSAIM_THEME_HOW_SUGGESTED);
  g_assert_cmpint (back->themes[0], ==, ESSAIM_THEME_HOW_GIVEN);
}

static void
test_own_funding (Fixture       *fixture,
                  gconstpointer  user_data)
{
  EssaimThemes *themes = essaim_reference_get_themes (fixture->reference);
  g_autoptr (JsonNode) node = json_from_string ("{\"id\":\"a:1\",\"title\":\"t\",\"funding_eur\":7}", NULL);
  g_autoptr (EssaimProject) project = essaim_project_from_json (node, themes, NULL);

  g_assert_cmpfloat (project->funding_eur, ==, 7);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const char * const refused[] = { "[]", "null", "1", "{}", "{\"id\":\"a:1\"}", "{\"title\":\"t\"}",
                                          "{\"id\":1,\"title\":\"t\"}", "{\"id\":\"a:1\",\"title\":\"\\u202e \"}" };
  EssaimThemes *themes = essaim_reference_get_themes (fixture->reference);
  g_autoptr (JsonNode) node =
    json_from_string ("{\"id\":\"a:1\",\"title\":\"a\\u202eb\\nc\",\"summary\":[],"
                      "\"website\":\"javascript:alert(1)\",\"kind\":\"x\","
                      "\"themes\":[1,\"ENV\",\"none\",\"XXX\",null],\"audiences\":{},\"contact\":[],"
                      "\"territories\":[1,{},{\"id\":1}],"
                      "\"sites\":[null,{\"lat\":\"45\",\"lon\":1e400,\"precision\":1},{\"lat\":91,\"lon\":0,"
                      "\"precision\":\"point\"}],"
                      "\"funding_eur\":\"1\",\"sources\":[{\"gone\":\"yes\",\"page\":\"file:///x\"}]}", NULL);
  g_autoptr (EssaimProject) project = essaim_project_from_json (node, themes, NULL);

  g_assert_nonnull (project);
  g_assert_cmpstr (project->title, ==, "ab c");
  g_assert_null (project->summary);
  g_assert_null (project->website);
  g_assert_cmphex (essaim_project_get_theme_set (project), ==, 1);
  g_assert_cmpuint (project->sites->len, ==, 2);
  g_assert_false (essaim_project_is_placed (project));
  g_assert_true (isnan (project->funding_eur));
  g_assert_null (((EssaimSource *) project->sources->pdata[0])->page);
  g_assert_false (((EssaimSource *) project->sources->pdata[0])->gone);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (JsonNode) bad = json_from_string (refused[i], NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (essaim_project_from_json (bad, themes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/project-json/members", Fixture, NULL, set_up, test_members, tear_down);
  g_test_add ("/project-json/contact", Fixture, NULL, set_up, test_contact, tear_down);
  g_test_add ("/project-json/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/project-json/territories", Fixture, NULL, set_up, test_territories, tear_down);
  g_test_add ("/project-json/department-only", Fixture, NULL, set_up, test_department_only, tear_down);
  g_test_add ("/project-json/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/project-json/suggested", Fixture, NULL, set_up, test_suggested, tear_down);
  g_test_add ("/project-json/own-funding", Fixture, NULL, set_up, test_own_funding, tear_down);
  g_test_add ("/project-json/hostile", Fixture, NULL, set_up, test_hostile, tear_down);

  return g_test_run ();
}
