/* test-catalogue.c: the shipped catalogue is sound; what is wrong in another is told; addresses for territories
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-text.h"

/* As the publishers of default feeds name them. */
static const char * const known_licences[] = {
  "CC BY-SA", "Licence Ouverte", "Licence Ouverte 2.0", "ODbL", NULL
};

/* Overseas territories lie elsewhere than the mainland, and so must their boxes. */
static const struct
{
  const char *territory;
  double      lat, lon;      /* in the box */
  double      most_degrees;  /* that it is wide or high */
} boxes[] = {
  { "clermont-ferrand", 45.777, 3.087, 1 },
  { "mayotte", -12.78, 45.23, 1 },
  { "departement:974", -21.1, 55.5, 1 },
  { "region:84", 45.5, 4.5, 6 },
  { "commune:63113", 45.777, 3.087, 0.3 },
  { "commune:29155", 48.457, -5.096, 0.3 },    /* an island */
  { "commune:98818", -22.27, 166.45, 0.3 },    /* Nouméa: no shape */
  { "epci:246300701", 45.777, 3.087, 1 },
};

typedef struct
{
  EssaimReference *reference;
  char            *folder;
} Scene;

static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->folder = g_dir_make_tmp ("essaim-catalogue-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (scene->folder, "catalogue", NULL);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (scene->folder, "catalogue", NULL);
  g_autofree char *file = g_build_filename (path, "a.json", NULL);

  g_unlink (file);
  g_rmdir (path);
  g_rmdir (scene->folder);
  g_free (scene->folder);
  g_object_unref (scene->reference);
}

static EssaimCatalogue *
load (Scene      *scene,
      const char *own)
{
  g_autofree char *file = g_build_filename (scene->folder, "catalogue", "a.json", NULL);
  g_autoptr (GError) error = NULL;
  EssaimCatalogue *catalogue;

  if (own != NULL)
    g_assert_true (g_file_set_contents (file, own, -1, NULL));
  catalogue = essaim_catalogue_load (essaim_reference_get_folder (scene->reference), scene->folder, &error);
  g_assert_no_error (error);

  return catalogue;
}

static void
check_shipped (const EssaimCatalogueEntry *entry)
{
  g_autofree char *slug = essaim_text_slug (entry->id);

  g_assert_cmpstr (entry->id, ==, slug);
  g_assert_true (g_str_has_prefix (entry->uri, "https://"));
  g_assert_true (entry->page == NULL || g_str_has_prefix (entry->page, "https://"));
  g_assert_true (entry->licence == NULL || g_strv_contains (known_licences, entry->licence));
  g_assert_true (entry->licence != NULL || !entry->is_licence_assumed);
  g_assert_true (g_str_has_suffix (entry->summary, "."));
  g_assert_nonnull (entry->format);
  g_assert_false (entry->is_own);
  /* What is large is nobody's first choice, and nobody's week. */
  g_assert_true (entry->bytes < 50000000 || (!entry->is_default && entry->interval_days != 7));
  /* Addresses of data.gouv.fr last: its own files move with each edition, but for those that are closed. */
  g_assert_true (strstr (entry->uri, "static.data.gouv.fr") == NULL || entry->interval_days == 0);
  g_assert_null (strstr (entry->uri, "/fr/datasets/r/"));
}

static void
test_shipped (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimCatalogue) catalogue = load (scene, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) addresses = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *entries = essaim_catalogue_get_entries (catalogue);
  guint n_default = 0;

  g_assert_cmpuint (essaim_catalogue_get_problems (catalogue)->len, ==, 0);
  for (guint i = 0; i < entries->len; i++)
    {
      const EssaimCatalogueEntry *entry = entries->pdata[i];

      check_shipped (entry);
      g_assert_true (g_hash_table_add (ids, entry->id));
      g_assert_true (g_hash_table_add (addresses, entry->uri));
      g_assert_true (essaim_catalogue_find (catalogue, entry->id) == entry);
      n_default += entry->is_default;
    }
  g_assert_cmpuint (entries->len, >=, 20);
  g_assert_cmpuint (n_default, ==, 4);
  g_assert_null (essaim_catalogue_find (catalogue, "atlantide"));
}

static void
test_own (Scene         *scene,
          gconstpointer  data)
{
  g_autoptr (EssaimCatalogue) shipped = load (scene, NULL);
  g_autoptr (EssaimCatalogue) catalogue
    = load (scene, "{\"feeds\": [{\"id\": \"makery\", \"title\": \"Les  <b>miens</b>\","
                   " \"address\": \"http://10.0.0.1/a\","
                   " \"records\": 3, \"mapping\": {\"fields\": {\"title\": [\"nom\"]}}, \"unheard\": {}},"
                   " {\"id\": \"jardins\", \"title\": \"Jardins\", \"address\": \"file:///a.csv\","
                   " \"interval_days\": 0}]}");
  const EssaimCatalogueEntry *makery = essaim_catalogue_find (catalogue, "makery");
  const EssaimCatalogueEntry *last;

  g_assert_cmpuint (essaim_catalogue_get_problems (catalogue)->len, ==, 0);
  g_assert_cmpuint (essaim_catalogue_get_entries (catalogue)->len, ==, essaim_catalogue_get_entries (shipped)->len + 1);
  g_assert_true (makery->is_own);
  g_assert_cmpstr (makery->title, ==, "Les <b>miens</b>");
  g_assert_cmpuint (makery->records, ==, 3);
  g_assert_cmpint (makery->interval_days, ==, 7);
  g_assert_null (makery->licence);
  g_assert_cmpstr (makery->mapping, ==, "{\"fields\":{\"title\":[\"nom\"]}}");
  last = essaim_catalogue_get_entries (catalogue)->pdata[essaim_catalogue_get_entries (catalogue)->len - 1];
  g_assert_cmpstr (last->id, ==, "jardins");
  g_assert_cmpint (last->interval_days, ==, 0);
}

/* Each alone in a file, on the second line. */
static const char * const wrong[] = {
  "3", "null", "{}", "{\"id\": \"a\", \"title\": \"A\"}",
  "{\"id\": \"A b\", \"title\": \"A\", \"address\": \"https://a.fr\"}",
  "{\"id\": 3, \"title\": \"A\", \"address\": \"https://a.fr\"}",
  "{\"id\": \"a\", \"title\": \"  \", \"address\": \"https://a.fr\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"javascript:alert(1)\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"a.csv\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr/{west\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr/{sud}\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr\", \"format\": \"xls\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr\", \"records\": -3}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr\", \"records\": \"3\"}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr\", \"default\": 1}",
  "{\"id\": \"a\", \"title\": \"A\", \"address\": \"https://a.fr\", \"mapping\": {\"fields\": {\"colour\": \"x\"}}}",
  "{\"id\": \"a\", \"title\": \"A\"",
};

static void
test_wrong (Scene         *scene,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"feeds\": [{\"id\": \"b\", \"title\": \"B\","
                                               " \"address\": \"https://b.fr\"},\n"
                                               "%s]}", wrong[i]);
      g_autoptr (EssaimCatalogue) catalogue = load (scene, text);
      GPtrArray *problems = essaim_catalogue_get_problems (catalogue);
      gboolean is_object = *wrong[i] == '{';

      g_test_message ("%s: %s", wrong[i], problems->len > 0 ? (char *) problems->pdata[0] : "");
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_nonnull (strstr (problems->pdata[0], "a.json"));
      g_assert_nonnull (strstr (problems->pdata[0], is_object ? "line 2" : "line 1"));
      g_assert_null (essaim_catalogue_find (catalogue, "a"));
      g_assert_nonnull (essaim_catalogue_find (catalogue, "france-services"));
      g_assert_true ((essaim_catalogue_find (catalogue, "b") != NULL) == (i + 1 < G_N_ELEMENTS (wrong)));
    }
}

static void
test_missing (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_catalogue_load ("/nonexistent", scene->folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_boxes (Scene         *scene,
            gconstpointer  data)
{
  EssaimCatalogueEntry entry = { .title = (char *) "T",
                                 .uri = (char *) "https://a.fr/?b={west},{south},{east},{north}&c=1",
                                 .by_territory = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = essaim_catalogue_entry_make_uri (&entry, scene->reference, boxes[i].territory, &error);
      double side[4];
      const char *at;

      g_assert_no_error (error);
      g_test_message ("%s: %s", boxes[i].territory, uri);
      g_assert_true (g_str_has_suffix (uri, "&c=1"));
      at = strchr (uri, '=') + 1;
      for (guint j = 0; j < 4; j++)
        side[j] = g_ascii_strtod (at, (char **) &at), at++;
      g_assert_cmpfloat (side[0], <, boxes[i].lon - 0.01);
      g_assert_cmpfloat (side[1], <, boxes[i].lat - 0.01);
      g_assert_cmpfloat (side[2], >, boxes[i].lon + 0.01);
      g_assert_cmpfloat (side[3], >, boxes[i].lat + 0.01);
      g_assert_cmpfloat (MAX (side[2] - side[0], side[3] - side[1]), <, boxes[i].most_degrees);
    }
}

/* Every point of every commune is within the box of what it is in. */
static void
test_all_within (Scene         *scene,
                 gconstpointer  data)
{
  EssaimTerritories *territories = essaim_reference_get_territories (scene->reference);
  EssaimCatalogueEntry entry = { .title = (char *) "T", .uri = (char *) "{west},{south},{east},{north}",
                                 .by_territory = TRUE };
  guint n = 0;

  for (guint i = 0; i < essaim_territories_get_n (territories); i += 7)
    {
      const EssaimTerritory *territory = essaim_territories_get (territories, i);
      g_autofree char *box = essaim_catalogue_entry_make_uri (&entry, scene->reference, territory->id, NULL);
      g_auto (GStrv) sides = box != NULL ? g_strsplit (box, ",", -1) : NULL;

      if (sides == NULL)
        {
          g_assert_cmpuint (territory->n_communes, <=, 1);
          continue;
        }
      n++;
      if (!(territory->west <= territory->east))
        continue;
      g_assert_cmpfloat (g_ascii_strtod (sides[0], NULL), <, territory->west);
      g_assert_cmpfloat (g_ascii_strtod (sides[1], NULL), <, territory->south);
      g_assert_cmpfloat (g_ascii_strtod (sides[2], NULL), >, territory->east);
      g_assert_cmpfloat (g_ascii_strtod (sides[3], NULL), >, territory->north);
    }
  g_assert_cmpuint (n, >, 5000);
}

static void
test_codes (Scene         *scene,
            gconstpointer  data)
{
  static const struct
  {
    const char *uri;
    const char *territory;
    const char *filled;      /* NULL: not possible */
  } cases[] = {
    { "https://a.fr/?d={department}", "departement:2A", "https://a.fr/?d=2A" },
    { "https://a.fr/?d={department}&r={region}", "epci:246300701", "https://a.fr/?d=63&r=84" },
    { "https://a.fr/?d={department}", "region:94", "https://a.fr/?d=2A,2B" },
    { "https://a.fr/?d={department}", "mayotte", "https://a.fr/?d=976" },
    { "https://a.fr/?i={insee}", "commune:63113", "https://a.fr/?i=63113" },
    { "https://a.fr/?i={insee}", "region:84", NULL },
    { "https://a.fr/?r={region}", "commune:98818", NULL },
    { "https://a.fr/?d={department}", "genevois-innovales", NULL },
    { "https://a.fr/?d={department}", "atlantide", NULL },
    { "https://a.fr/?d={department}", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EssaimCatalogueEntry entry = { .title = (char *) "T", .uri = (char *) cases[i].uri, .by_territory = TRUE };
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = essaim_catalogue_entry_make_uri (&entry, scene->reference, cases[i].territory, &error);

      g_assert_cmpstr (uri, ==, cases[i].filled);
      if (cases[i].filled == NULL)
        g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
      else
        g_assert_no_error (error);
    }
}

static void
test_everywhere (Scene         *scene,
                 gconstpointer  data)
{
  EssaimCatalogueEntry entry = { .title = (char *) "T", .uri = (char *) "https://a.fr/" };
  g_autofree char *uri = essaim_catalogue_entry_make_uri (&entry, scene->reference, NULL, NULL);

  g_assert_cmpstr (uri, ==, "https://a.fr/");
}

static void
add (const char *path,
     void      (*test) (Scene *, gconstpointer))
{
  g_test_add (path, Scene, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/catalogue/shipped", test_shipped);
  add ("/catalogue/own", test_own);
  add ("/catalogue/wrong", test_wrong);
  add ("/catalogue/missing", test_missing);
  add ("/catalogue/boxes", test_boxes);
  add ("/catalogue/all-within", test_all_within);
  add ("/catalogue/codes", test_codes);
  add ("/catalogue/everywhere", test_everywhere);

  return g_test_run ();
}
