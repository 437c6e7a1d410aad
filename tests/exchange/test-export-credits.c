/* test-export-credits.c: whose word each row of an export is, and what is left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export-fixture.h"

#include <string.h>

/* A project of two sources; the person corrected its telephone number. */
static EssaimProject *
add_joined_project (Fixture *fixture)
{
  EssaimProject *project = add_project (fixture, "cis:1", "t", "Licence Ouverte 2.0");
  EssaimSource *first = project->sources->pdata[0], *second = essaim_project_add_source (project);

  g_free (project->phone);
  project->phone = g_strdup ("04 73 00 00 00");
  first->record = g_strdup ("cis:1");
  first->updated = g_strdup ("2020-01-02");
  first->first_seen = g_strdup ("2026-01-01T00:00:00Z");
  second->record = g_strdup ("lieux:7");
  second->feed = g_strdup ("lieux");
  second->title = g_strdup ("Les tiers-lieux");
  second->page = g_strdup ("https://lieux.fr/7");
  second->licence = g_strdup ("ODbL");
  second->updated = g_strdup ("2024-01-02");
  second->first_seen = g_strdup ("2025-01-01T00:00:00Z");
  second->last_seen = g_strdup ("2026-02-01T00:00:00Z");
  essaim_origins_add (project->origins, ESSAIM_FIELD_EMAIL, "lieux:7");
  essaim_origins_add (project->origins, ESSAIM_FIELD_PHONE, NULL);

  return project;
}

/* Every format names all sources of a row, and the newest and oldest of their dates. */
static void
test_all_sources (Fixture       *fixture,
                  gconstpointer  user_data)
{
  static const char * const expected[][2] = {
    { "source", "cis|lieux" }, { "page", "https://x.fr/1|https://lieux.fr/7" },
    { "licence", "Licence Ouverte 2.0|ODbL" },
    { "attribution", "Le Carrefour (Licence Ouverte 2.0)|Les tiers-lieux (ODbL)" },
  };
  EssaimExportOptions options = { 0 };
  g_autofree char *table = NULL, *map = NULL, *list = NULL;
  g_autoptr (JsonNode) collection = NULL, projects = NULL;
  JsonObject *feature, *object, *collected;

  add_site (add_joined_project (fixture), 45.777, 3.087);
  table = export (fixture, "x.csv", &options);
  map = export (fixture, "x.geojson", &options);
  list = export (fixture, "x.json", &options);
  collection = parse (map);
  projects = parse (list);
  collected = json_node_get_object (collection);
  feature = json_array_get_object_element (json_object_get_array_member (collected, "features"), 0);
  object = json_array_get_object_element (json_node_get_array (projects), 0);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      JsonObject *properties = json_object_get_object_member (feature, "properties");

      g_assert_cmpstr (json_object_get_string_member (properties, expected[i][0]), ==, expected[i][1]);
      g_assert_cmpstr (json_object_get_string_member (object, expected[i][0]), ==, expected[i][1]);
      g_assert_nonnull (strstr (table, expected[i][1]));
    }
  g_assert_true (g_str_has_suffix (table, ",2024-01-02,2025-01-01T00:00:00Z,2026-02-01T00:00:00Z,\r\n"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (collected, "licences")), ==, 2);
}

/* Left out of every format unless they are asked for; then with whose word they are. */
static void
test_contacts (Fixture       *fixture,
               gconstpointer  user_data)
{
  static const char * const names[] = { "x.csv", "x.geojson", "x.json" };
  EssaimExportOptions without = { .with_contact = FALSE }, with = { .with_contact = TRUE };
  g_autofree char *table = NULL, *map = NULL, *list = NULL;
  g_autoptr (JsonNode) projects = NULL;
  JsonObject *contact;

  add_joined_project (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *contents = export (fixture, names[i], &without);
      g_autofree char *entries = export_entries (fixture, names[i], &without);

      g_assert_null (strstr (contents, "secret"));
      g_assert_null (strstr (contents, "04 73"));
      g_assert_null (strstr (entries, "secret"));
      g_assert_null (strstr (entries, "04 73"));
    }

  table = export (fixture, "x.csv", &with);
  map = export_entries (fixture, "x.geojson", &with);
  list = export (fixture, "x.json", &with);
  projects = parse (list);
  contact = json_array_get_object_element (json_node_get_array (projects), 0);
  contact = json_object_get_object_member (contact, "contact");

  g_assert_nonnull (strstr (table, ",secret@x.fr,04 73 00 00 00,Les tiers-lieux,corrected by hand,"));
  g_assert_nonnull (strstr (map, "\"email_source\":\"Les tiers-lieux\""));
  g_assert_nonnull (strstr (map, "\"phone_source\":\"corrected by hand\""));
  g_assert_cmpstr (json_object_get_string_member (contact, "email"), ==, "secret@x.fr");
  g_assert_cmpstr (json_object_get_string_member (contact, "email_source"), ==, "Les tiers-lieux");
  g_assert_cmpstr (json_object_get_string_member (contact, "phone_source"), ==, "corrected by hand");
}

/* Of one source it is the source; what there is not has none. */
static void
test_contact_of_one_source (Fixture       *fixture,
                            gconstpointer  user_data)
{
  EssaimExportOptions options = { .with_contact = TRUE };
  g_autofree char *table = NULL;

  g_clear_pointer (&add_project (fixture, "cis:1", "t", "L")->phone, g_free);
  table = export (fixture, "x.csv", &options);

  g_assert_nonnull (strstr (table, ",secret@x.fr,,Le Carrefour,,"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/export-credits/all-sources", Fixture, NULL, set_up, test_all_sources, tear_down);
  g_test_add ("/export-credits/contacts", Fixture, NULL, set_up, test_contacts, tear_down);
  g_test_add ("/export-credits/contact-of-one-source", Fixture, NULL, set_up, test_contact_of_one_source, tear_down);

  return g_test_run ();
}
