/* test-address.c: what to ask for instead of what people have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-address.h"

static const struct
{
  const char *address;
  const char *better[3];
} improved[] = {
  { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/records?limit=20&where=a%3D1",
    { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/exports/json?where=a%3D1",
      "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/records?where=a%3D1&limit=100" } },
  { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/records?limit=100&offset=300", { NULL } },
  { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/records?group_by=a&limit=100", { NULL } },
  { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/exports/csv", { NULL } },
  { "https://data.a.fr/explore/dataset/lieux-2/table/?sort=nom&refine.commune=Le+Mans",
    { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux-2/exports/json?refine=commune%3A%22Le+Mans%22" } },
  { "https://data.a.fr/explore/dataset/lieux",
    { "https://data.a.fr/api/explore/v2.1/catalog/datasets/lieux/exports/json" } },
  { "https://a.fr/api/records/1.0/search/?dataset=x&q=v%C3%A9lo&refine.dep=63&rows=20&facet=dep",
    { "https://a.fr/api/records/1.0/download/?dataset=x&q=v%C3%A9lo&refine.dep=63&format=json",
      "https://a.fr/api/records/1.0/search/?dataset=x&q=v%C3%A9lo&refine.dep=63&facet=dep&rows=1000" } },
  { "https://a.fr/api/records/1.0/search/?dataset=x&rows=1000&start=10", { NULL } },
  { "https://a.fr/api/3/action/datastore_search?resource_id=x&limit=5",
    { "https://a.fr/api/3/action/datastore_search?resource_id=x&limit=5000" } },
  { "https://tabular-api.data.gouv.fr/api/resources/0a/data/?page=1",
    { "https://tabular-api.data.gouv.fr/api/resources/0a/data/?page=1&page_size=200" } },
  { "https://a.fr/api/aids/?itemsPerPage=100", { NULL } },
  { "https://transiscope.gogocarto.fr", { "https://transiscope.gogocarto.fr/api/elements.json" } },
  { "https://transiscope.gogocarto.fr/map#/carte/@46.33,2.49,6z",
    { "https://transiscope.gogocarto.fr/api/elements.json" } },
  { "https://transiscope.gogocarto.fr/api/elements.json?limit=5", { NULL } },
  { "https://recherche-entreprises.api.gouv.fr/search?q=x",
    { "https://recherche-entreprises.api.gouv.fr/search?q=x&per_page=25" } },
  { "https://a.fr/search?q=x", { NULL } },
  { "https://a.fr/lieux.csv", { NULL } },
};

static void
test_improve (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (improved); i++)
    {
      g_autoptr (GUri) uri = g_uri_parse (improved[i].address, ESSAIM_ADDRESS_FLAGS, NULL);
      g_autoptr (GPtrArray) list = essaim_address_improve (uri);

      for (guint j = 0; j < list->len; j++)
        {
          g_autofree char *text = g_uri_to_string (g_ptr_array_index (list, j));

          g_assert_cmpstr (text, ==, improved[i].better[j]);
        }
      g_assert_null (improved[i].better[list->len]);
    }
}

/* For each: where it began, where it has led to, and whether that is the same server still. */
static void
test_same_server (void)
{
  static const struct { const char *from; const char *to; gboolean is_same; } ways[] = {
    { "https://a.fr/x", "https://A.fr/y?z", TRUE },
    { "http://a.fr/x", "https://a.fr/x", TRUE },
    { "https://a.fr/x", "http://a.fr/x", FALSE },
    { "https://a.fr/x", "https://b.fr/x", FALSE },
    { "https://a.fr/x", "https://a.fr:8443/x", FALSE },
    { "http://a.fr:8080/x", "https://a.fr/x", FALSE },
    { "https://a.fr/x", "https://a.fr.b.fr/x", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GUri) from = g_uri_parse (ways[i].from, ESSAIM_ADDRESS_FLAGS, NULL);
      g_autoptr (GUri) to = g_uri_parse (ways[i].to, ESSAIM_ADDRESS_FLAGS, NULL);

      g_test_message ("%s %s", ways[i].from, ways[i].to);
      g_assert_cmpint (essaim_address_is_same_server (from, to), ==, ways[i].is_same);
    }
}

static void
test_data_sets (void)
{
  static const char * const pages[][2] = {
    { "https://www.data.gouv.fr/fr/datasets/tiers-lieux/", "https://www.data.gouv.fr/api/1/datasets/tiers-lieux/" },
    { "https://www.data.gouv.fr/datasets/tiers-lieux#/x", "https://www.data.gouv.fr/api/1/datasets/tiers-lieux/" },
    { "https://www.data.gouv.fr/api/1/datasets/tiers-lieux/", "https://www.data.gouv.fr/api/1/datasets/tiers-lieux/" },
    { "https://ckan.a.fr/dataset/lieux", "https://ckan.a.fr/api/3/action/package_show?id=lieux" },
    { "https://ckan.a.fr/api/3/action/package_show?id=x", "https://ckan.a.fr/api/3/action/package_show?id=x" },
    { "https://www.data.gouv.fr/fr/datasets/r/0a1b", NULL },
    { "https://www.data.gouv.fr/api/1/datasets/r/0a1b", NULL },
    { "https://www.data.gouv.fr/api/1/datasets/?q=x", "https://www.data.gouv.fr/api/1/datasets/?q=x" },
    { "https://ckan.a.fr/api/3/action/package_search?q=x", "https://ckan.a.fr/api/3/action/package_search?q=x" },
    { "https://a.fr/lieux.csv", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GUri) uri = g_uri_parse (pages[i][0], ESSAIM_ADDRESS_FLAGS, NULL);
      g_autoptr (GUri) found = essaim_address_get_data_set (uri);
      g_autofree char *text = found != NULL ? g_uri_to_string (found) : NULL;

      g_assert_cmpstr (text, ==, pages[i][1]);
    }
}

static void
test_numbers (void)
{
  g_autoptr (GUri) uri = g_uri_parse ("https://a.fr/x?limit=7&a=%26&off=x&limit=8", ESSAIM_ADDRESS_FLAGS, NULL);
  g_autoptr (GUri) set = essaim_address_set_number (uri, "limit", 9);
  g_autofree char *text = g_uri_to_string (set);

  g_assert_cmpuint (essaim_address_get_number (uri, "limit", 0), ==, 8);
  g_assert_cmpuint (essaim_address_get_number (uri, "off", 3), ==, 3);
  g_assert_cmpuint (essaim_address_get_number (uri, "lim", 4), ==, 4);
  g_assert_cmpstr (text, ==, "https://a.fr/x?a=%26&off=x&limit=9");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/improve", test_improve);
  g_test_add_func ("/address/same-server", test_same_server);
  g_test_add_func ("/address/data-sets", test_data_sets);
  g_test_add_func ("/address/numbers", test_numbers);

  return g_test_run ();
}
