/* test-work.c: work.db, what the person made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-store-error.h"
#include "essaim-store-resource.h"
#include "essaim-work-private.h"
#include "work-fixture.h"

static char *
get_stamp (Scene      *scene,
           const char *table_uuid,
           const char *field)
{
  return essaim_work_get_text (scene->work, "SELECT stamp FROM stamp WHERE row = ?1 AND field = ?2",
                               (const char *[]) { table_uuid, field }, 2, NULL);
}

static char *
get_entry_uuid (Scene      *scene,
                const char *project)
{
  return essaim_work_get_text (scene->work, "SELECT uuid FROM entry WHERE project = ?1", &project, 1, NULL);
}

static gboolean
remembers (Scene      *scene,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean remembered = FALSE;

  g_assert_true (essaim_work_remembers_feed (scene->work, id, &remembered, &error));
  g_assert_no_error (error);

  return remembered;
}

static void
test_settings (Scene         *scene,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = essaim_work_get_setting (scene->work, "colour", NULL);
  g_autofree char *value = NULL;
  g_autofree char *unset = NULL;

  g_assert_null (missing);
  g_assert_true (essaim_work_set_setting (scene->work, "colour", "miel", &error));
  reopen (scene);
  value = essaim_work_get_setting (scene->work, "colour", NULL);
  g_assert_cmpstr (value, ==, "miel");
  g_assert_true (essaim_work_set_setting (scene->work, "colour", NULL, &error));
  unset = essaim_work_get_setting (scene->work, "colour", NULL);
  g_assert_null (unset);
  g_assert_no_error (error);
}

static void
test_feeds (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const EssaimSubscription made = {
    .id = "lieux", .title = "Lieux", .uri = "https://example.org/lieux.csv", .format = "csv", .mapping = "{}",
    .interval_days = 7, .enabled = TRUE,
  };
  EssaimSubscription *feed;
  g_autoptr (GPtrArray) feeds = NULL;

  g_assert_null (essaim_work_get_feed (scene->work, "lieux", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (remembers (scene, "lieux"));

  g_assert_true (essaim_work_put_feed (scene->work, &made, &error));
  g_assert_true (essaim_work_set_feed_enabled (scene->work, "lieux", FALSE, &error));
  reopen (scene);
  feed = essaim_work_get_feed (scene->work, "lieux", &error);
  g_assert_cmpstr (feed->title, ==, "Lieux");
  g_assert_cmpstr (feed->uri, ==, "https://example.org/lieux.csv");
  g_assert_null (feed->licence);
  g_assert_cmpstr (feed->mapping, ==, "{}");
  g_assert_false (feed->enabled);
  essaim_subscription_free (feed);

  g_assert_true (essaim_work_remove_feed (scene->work, "lieux", &error));
  g_assert_null (essaim_work_get_feed (scene->work, "lieux", NULL));
  g_assert_true (remembers (scene, "lieux"));
  g_assert_false (essaim_work_remove_feed (scene->work, "lieux", NULL));
  g_assert_true (essaim_work_put_feed (scene->work, &made, &error));
  feeds = essaim_work_list_feeds (scene->work, &error);
  g_assert_cmpuint (feeds->len, ==, 1);
  g_assert_no_error (error);
}

/* Nothing is said of what is not meant to change, and what was removed stays so. */
static void
test_update_feed (Scene         *scene,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  const EssaimSubscription made = {
    .id = "lieux", .title = "Lieux", .uri = "https://example.org/lieux.csv", .format = "csv", .mapping = "{}",
    .interval_days = 7, .enabled = TRUE,
  };
  const EssaimSubscription told = { .id = "lieux", .licence = "ODbL", .enabled = TRUE };
  EssaimSubscription *feed;

  g_assert_false (essaim_work_update_feed (scene->work, &told, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (remembers (scene, "lieux"));

  g_assert_true (essaim_work_put_feed (scene->work, &made, &error));
  g_assert_true (essaim_work_set_feed_enabled (scene->work, "lieux", FALSE, &error));
  g_assert_true (essaim_work_update_feed (scene->work, &told, &error));
  feed = essaim_work_get_feed (scene->work, "lieux", &error);
  g_assert_cmpstr (feed->title, ==, "Lieux");
  g_assert_cmpstr (feed->licence, ==, "ODbL");
  g_assert_false (feed->enabled);
  essaim_subscription_free (feed);

  g_assert_true (essaim_work_remove_feed (scene->work, "lieux", &error));
  g_assert_false (essaim_work_update_feed (scene->work, &told, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_assert_null (essaim_work_get_feed (scene->work, "lieux", NULL));
}

/* What cannot be read is not what was never there. */
static void
test_unreadable (Scene         *scene,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gboolean remembered;

  g_assert_true (essaim_connection_execute (scene->work->connection,
                                            "ALTER TABLE feed RENAME TO a; ALTER TABLE setting RENAME TO b", NULL));
  g_assert_false (essaim_work_remembers_feed (scene->work, "lieux", &remembered, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (essaim_work_get_setting (scene->work, "colour", &error));
  g_assert_nonnull (error);
}

static void
test_shortlist_names (Scene         *scene,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = create_list (scene, "Comité de juin");
  g_autofree char *second = NULL;
  EssaimShortlist *found = essaim_work_find_shortlist (scene->work, "Comité de juin", &error);

  g_assert_cmpstr (found->id, ==, first);
  g_assert_cmpstr (found->territory, ==, "clermont-ferrand");
  essaim_shortlist_free (found);

  g_assert_null (essaim_work_create_shortlist (scene->work, " Comité  de juin ", NULL, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (essaim_work_create_shortlist (scene->work, "  ", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (essaim_work_find_shortlist (scene->work, "comité de juin", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (essaim_work_delete_shortlist (scene->work, first, &error));
  second = create_list (scene, "Comité de juin");
  g_assert_false (essaim_work_restore_shortlist (scene->work, first, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (essaim_work_change_shortlist (scene->work, second, "Comité de mai", "roubaix", &error));
  g_assert_true (essaim_work_change_shortlist (scene->work, second, "Comité de mai", "roubaix", &error));
  g_assert_true (essaim_work_restore_shortlist (scene->work, first, &error));
  g_assert_false (essaim_work_change_shortlist (scene->work, second, "Comité de juin", "roubaix", NULL));
  g_assert_no_error (error);
}

static void
test_shortlist_order (Scene         *scene,
                      gconstpointer  data)
{
  static const char * const names[] = { "c", "a", "b" };
  g_autoptr (GPtrArray) lists = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (create_list (scene, names[i]));
  reopen (scene);
  lists = essaim_work_list_shortlists (scene->work, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (((EssaimShortlist *) lists->pdata[i])->name, ==, names[i]);
}

static void
execute (EssaimConnection *connection,
         const char       *sql)
{
  g_autoptr (GError) error = NULL;

  essaim_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

/* What the first version of the program has written, made by its own steps. */
static void
write_first_version (Scene *scene)
{
  g_autofree char *path = g_build_filename (scene->folder, "work.db", NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (essaim_store_get_resource (), "/fr/essaim/store/work-1.sql",
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (EssaimConnection) connection = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE, 1, NULL);

  execute (connection, g_bytes_get_data (sql, NULL));
  execute (connection, "PRAGMA application_id = 0x45535341; PRAGMA user_version = 1");
  execute (connection, "INSERT INTO shortlist VALUES ('l', 'Comité', 'roubaix', '2026-01-01T00:00:00Z', 0)");
  execute (connection, "INSERT INTO entry VALUES ('e', 'l', 'lieux:1', '{\"id\": \"lieux:1\", \"title\": \"Lieu\"}',"
                       " 'in-contact', 'à rappeler', 4, '2026-01-02T00:00:00Z', 0)");
}

/* An older file is brought to the present shape with all that is in it, and a copy of it is kept. */
static void
test_older_file (Scene         *scene,
                 gconstpointer  data)
{
  g_autofree char *backups = g_build_filename (scene->folder, "backups", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GDir) copies = NULL;
  const EssaimEntry *entry;
  const char *copy;

  g_assert_finalize_object (g_steal_pointer (&scene->work));
  remove_file (scene->folder, "work.db");
  write_first_version (scene);
  scene->work = open_work (scene);

  entries = essaim_work_list_entries (scene->work, "Comité", NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->copy->title, ==, "Lieu");
  g_assert_cmpint (entry->status, ==, ESSAIM_ENTRY_IN_CONTACT);
  g_assert_cmpstr (entry->note, ==, "à rappeler");
  g_assert_cmpint (entry->rating, ==, 4);
  assert_next (scene, "Comité", "", NULL);
  set_next (scene, "Comité", "Écrire", "2026-11-30");
  assert_next (scene, "Comité", "Écrire", "2026-11-30");

  copies = g_dir_open (backups, 0, NULL);
  copy = g_dir_read_name (copies);
  g_assert_true (g_str_has_prefix (copy, "work-version-1-"));
  remove_file (backups, copy);
  g_rmdir (backups);
}

/* Each change is later than the one before, whatever the clock of the computer says. */
static void
test_stamps (Scene         *scene,
             gconstpointer  data)
{
  g_autofree char *list = create_list (scene, "Retenus");
  g_autofree char *uuid = NULL;
  g_autofree char *last = g_strdup ("");
  g_autofree char *again = NULL;
  g_autofree char *replica = essaim_work_get_text (scene->work, "SELECT id FROM replica", NULL, 0, NULL);

  add_entry (scene, list, "lieux:1");
  uuid = get_entry_uuid (scene, "lieux:1");
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *note = g_strdup_printf ("note %u", i);
      g_autofree char *stamp = NULL;

      /* The clock stood on the year 2109 and is put right again. */
      if (i == 20)
        g_assert_true (essaim_connection_execute (scene->work->connection,
                                                  "UPDATE replica SET stamp = '03ffffffffff' || 'ffff-x'", NULL));
      g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, note, NULL));
      stamp = get_stamp (scene, uuid, "note");
      g_assert_cmpstr (stamp, >, last);
      g_assert_true (g_str_has_suffix (stamp, replica));
      g_free (last);
      last = g_steal_pointer (&stamp);
    }
  g_assert_true (g_str_has_prefix (last, "040000000000"));

  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, "note 49", NULL));
  again = get_stamp (scene, uuid, "note");
  g_assert_cmpstr (again, ==, last);
}

/* A file that does not say who it is, or when it was changed, is damaged: that is said, and nothing is written. */
static void
test_no_stamp (Scene         *scene,
               gconstpointer  data)
{
  static const char * const harms[] = {
    "UPDATE replica SET stamp = 'ffffffffffffffff-x'", "UPDATE replica SET stamp = 'ffffffffffffffffff-x'",
    "UPDATE replica SET stamp = 'soon'", "DELETE FROM replica",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;

      g_assert_true (essaim_connection_execute (scene->work->connection, harms[i], NULL));
      g_assert_false (essaim_work_set_setting (scene->work, "a", "b", &error));
      g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_null (essaim_work_create_shortlist (scene->work, "un", NULL, &error));
      g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
    }
}

/* What merging needs: every value of every row has its stamp, and the same thing the same UUID everywhere. */
static void
test_mergeable (Scene         *scene,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = create_list (scene, "Retenus");
  g_autofree char *key = g_strdup_printf ("%s lieux:1", list);
  g_autofree char *expected = essaim_work_make_uuid ("entry", key);
  g_autofree char *uuid = NULL;
  gint64 unstamped;

  add_entry (scene, list, "lieux:1");
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, "x", &error));
  uuid = get_entry_uuid (scene, "lieux:1");
  g_assert_cmpstr (uuid, ==, expected);
  g_assert_true (g_uuid_string_is_valid (uuid));
  g_assert_cmpint (uuid[14], ==, '5');

  g_assert_true (essaim_connection_get_int (scene->work->connection,
    "WITH said (row, field) AS ("
    "  SELECT uuid, 'note' FROM entry WHERE note <> '' UNION ALL SELECT uuid, 'copy' FROM entry UNION ALL"
    "  SELECT uuid, 'added' FROM entry UNION ALL SELECT uuid, 'deleted' FROM entry UNION ALL"
    "  SELECT uuid, 'name' FROM shortlist UNION ALL SELECT uuid, 'territory' FROM shortlist UNION ALL"
    "  SELECT uuid, 'deleted' FROM shortlist)"
    " SELECT count (*) FROM said LEFT JOIN stamp USING (row, field) WHERE stamp IS NULL", &unstamped, &error));
  g_assert_no_error (error);
  g_assert_cmpint (unstamped, ==, 0);
}

static void
test_durable (Scene         *scene,
              gconstpointer  data)
{
  gint64 synchronous;

  g_assert_true (essaim_connection_get_int (scene->work->connection, "PRAGMA synchronous", &synchronous, NULL));
  g_assert_cmpint (synchronous, ==, 2);
}

static void
test_two_programs (Scene         *scene,
                   gconstpointer  data)
{
  g_autofree char *list = create_list (scene, "Retenus");
  g_autoptr (EssaimWork) other = open_work (scene);
  gint64 version = essaim_work_get_data_version (scene->work);
  g_autoptr (EssaimProject) project = make_project ("lieux:1", "Lieu");

  g_assert_true (essaim_work_add_entry (other, "Retenus", project, NULL));
  g_assert_cmpint (essaim_work_get_data_version (scene->work), !=, version);
  g_assert_true (essaim_work_set_entry (scene->work, list, "lieux:1", ESSAIM_ENTRY_FIELD_NOTE, "ici", NULL));
  g_assert_null (essaim_work_create_shortlist (other, "Retenus", NULL, NULL));
  g_assert_finalize_object (g_steal_pointer (&other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/work-db/" path, Scene, NULL, set_up, test, tear_down)
  ADD ("settings", test_settings);
  ADD ("feeds", test_feeds);
  ADD ("update-feed", test_update_feed);
  ADD ("unreadable", test_unreadable);
  ADD ("shortlist-names", test_shortlist_names);
  ADD ("shortlist-order", test_shortlist_order);
  ADD ("older-file", test_older_file);
  ADD ("stamps", test_stamps);
  ADD ("no-stamp", test_no_stamp);
  ADD ("mergeable", test_mergeable);
  ADD ("durable", test_durable);
  ADD ("two-programs", test_two_programs);
#undef ADD

  return g_test_run ();
}
