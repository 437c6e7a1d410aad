/* test-subscribe.c: what becomes of an entry of the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-subscribe.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "essaim-feed-error.h"

typedef struct
{
  EssaimReference *reference;
  char            *folder;
  EssaimWork      *work;
} Scene;

static void
set_up (Scene         *scene,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->folder = g_dir_make_tmp ("essaim-subscribe-XXXXXX", &error);
  g_assert_no_error (error);
  scene->work = essaim_work_open (scene->folder, scene->reference, &error);
  g_assert_no_error (error);
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (scene->folder, 0, NULL);
  const char *name;

  g_clear_object (&scene->work);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (scene->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (scene->folder);
  g_free (scene->folder);
  g_object_unref (scene->reference);
}

static EssaimSubscription *
subscribe (Scene                      *scene,
           const EssaimCatalogueEntry *entry,
           const char                 *territory)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  EssaimSubscription *feed;

  g_assert_true (essaim_subscribe (scene->work, entry, scene->reference, territory, &id, &error));
  g_assert_no_error (error);
  feed = essaim_work_get_feed (scene->work, id, &error);
  g_assert_no_error (error);

  return feed;
}

static void
test_everywhere (Scene         *scene,
                 gconstpointer  data)
{
  const EssaimCatalogueEntry entry = {
    .id = (char *) "jardins", .title = (char *) "Jardins", .uri = (char *) "https://a.fr/j.csv",
    .licence = (char *) "ODbL", .format = (char *) "csv", .mapping = (char *) "{\"fields\":{}}", .interval_days = 30,
  };
  g_autoptr (EssaimSubscription) feed = subscribe (scene, &entry, "mayotte");

  g_assert_cmpstr (feed->id, ==, "jardins");
  g_assert_cmpstr (feed->origin, ==, "jardins");
  g_assert_cmpstr (feed->title, ==, "Jardins");
  g_assert_cmpstr (feed->uri, ==, "https://a.fr/j.csv");
  g_assert_cmpstr (feed->licence, ==, "ODbL");
  g_assert_cmpstr (feed->format, ==, "csv");
  g_assert_cmpstr (feed->mapping, ==, "{\"fields\":{}}");
  g_assert_cmpint (feed->interval_days, ==, 30);
  g_assert_true (feed->enabled);
}

static void
test_territories (Scene         *scene,
                  gconstpointer  data)
{
  const EssaimCatalogueEntry entry = {
    .id = (char *) "carte", .title = (char *) "Carte", .uri = (char *) "https://a.fr/?d={department}",
    .licence = (char *) "ODbL", .is_licence_assumed = TRUE, .by_territory = TRUE, .is_own = TRUE,
  };
  g_autoptr (EssaimSubscription) here = subscribe (scene, &entry, "mayotte");
  g_autoptr (EssaimSubscription) there = subscribe (scene, &entry, "departement:63");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (here->id, ==, "carte-mayotte");
  g_assert_cmpstr (here->origin, ==, "own:carte");
  g_assert_cmpstr (here->title, ==, "Carte – Mayotte");
  g_assert_cmpstr (here->uri, ==, "https://a.fr/?d=976");
  g_assert_null (here->licence);
  g_assert_cmpstr (there->id, ==, "carte-departement-63");
  g_assert_cmpstr (there->title, ==, "Carte – Puy-de-Dôme");

  g_assert_false (essaim_subscribe (scene->work, &entry, scene->reference, NULL, NULL, &error));
  g_assert_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
}

/* What the person changed of it is theirs; one that was removed begins anew. */
static void
test_again (Scene         *scene,
            gconstpointer  data)
{
  const EssaimCatalogueEntry entry = {
    .id = (char *) "jardins", .title = (char *) "Jardins", .uri = (char *) "https://a.fr/j.csv",
  };
  const EssaimSubscription told = { .id = (char *) "jardins", .title = (char *) "Mes jardins" };
  g_autoptr (EssaimSubscription) first = subscribe (scene, &entry, NULL);
  g_autoptr (EssaimSubscription) second = NULL;
  g_autoptr (EssaimSubscription) third = NULL;

  g_assert_true (essaim_work_update_feed (scene->work, &told, NULL));
  g_assert_true (essaim_work_set_feed_enabled (scene->work, "jardins", FALSE, NULL));
  second = subscribe (scene, &entry, NULL);
  g_assert_cmpstr (second->title, ==, "Mes jardins");
  g_assert_true (second->enabled);

  g_assert_true (essaim_work_remove_feed (scene->work, "jardins", NULL));
  third = subscribe (scene, &entry, NULL);
  g_assert_cmpstr (third->title, ==, "Jardins");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/subscribe/everywhere", Scene, NULL, set_up, test_everywhere, tear_down);
  g_test_add ("/subscribe/territories", Scene, NULL, set_up, test_territories, tear_down);
  g_test_add ("/subscribe/again", Scene, NULL, set_up, test_again, tear_down);

  return g_test_run ();
}
