/* test-backup.c: integrity, copies and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-backup.h"

#include <glib/gstdio.h>

#include "essaim-connection.h"
#include "essaim-migrations.h"
#include "essaim-store-error.h"
#include "essaim-work.h"

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

  scene->reference = essaim_reference_new (NULL, &error);
  g_assert_no_error (error);
  scene->folder = g_dir_make_tmp ("essaim-backup-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Scene         *scene,
           gconstpointer  data)
{
  remove_tree (scene->folder);
  g_free (scene->folder);
  g_clear_object (&scene->reference);
}

static EssaimWork *
open_work (Scene *scene)
{
  g_autoptr (GError) error = NULL;
  EssaimWork *work = essaim_work_open (scene->folder, scene->reference, &error);

  g_assert_no_error (error);

  return work;
}

static void
create_list (Scene      *scene,
             const char *name)
{
  g_autoptr (EssaimWork) work = open_work (scene);
  EssaimShortlist *shortlist = essaim_work_create_shortlist (work, name, NULL, NULL);

  g_assert_nonnull (shortlist);
  essaim_shortlist_free (shortlist);
}

static guint
count_lists (Scene *scene)
{
  g_autoptr (EssaimWork) work = open_work (scene);
  g_autoptr (GPtrArray) lists = essaim_work_list_shortlists (work, NULL);

  return lists->len;
}

static guint
count_files (Scene      *scene,
             const char *prefix)
{
  g_autofree char *backups = g_build_filename (scene->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);

  return n;
}

static void
write_bytes (Scene      *scene,
             const char *file,
             glong       offset,
             const char *bytes,
             gsize       length)
{
  g_autofree char *path = g_build_filename (scene->folder, file, NULL);
  FILE *stream = g_fopen (path, "r+b");

  g_assert_nonnull (stream);
  g_assert_cmpint (fseek (stream, offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, length, stream), ==, length);
  fclose (stream);
}

static void
test_fresh (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimHealth) health = essaim_health_check (scene->folder, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (health->library, ==, "ok");
  g_assert_cmpstr (health->work, ==, "ok");
  g_assert_cmpuint (health->backups, ==, 0);
  g_assert_null (essaim_backup_make (scene->folder, NULL, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (essaim_backup_make_daily (scene->folder, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (Scene         *scene,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (EssaimHealth) health = NULL;
  g_autoptr (EssaimWork) open = NULL;
  g_autoptr (GPtrArray) seen = NULL;
  GStatBuf found;

  create_list (scene, "un");
  path = essaim_backup_make (scene->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &found), ==, 0);
  g_assert_cmpint (found.st_mode & 0077, ==, 0);

  create_list (scene, "deux");
  health = essaim_health_check (scene->folder, &error);
  g_assert_cmpuint (health->shortlists, ==, 2);
  g_assert_cmpuint (health->backups, ==, 1);

  /* Also while a program has the work open. */
  open = open_work (scene);
  g_assert_true (essaim_backup_restore (scene->folder, path, &error));
  g_assert_no_error (error);
  seen = essaim_work_list_shortlists (open, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_true (essaim_work_set_setting (open, "a", "b", &error));
  g_assert_finalize_object (g_steal_pointer (&open));

  g_assert_cmpuint (count_lists (scene), ==, 1);
  g_assert_cmpuint (count_files (scene, "work-before-restore-"), ==, 1);
}

static void
test_own_path (Scene         *scene,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *live = g_build_filename (scene->folder, "work.db", NULL);
  g_autofree char *path = g_build_filename (scene->folder, "copie.db", NULL);
  g_autofree char *made = NULL;

  create_list (scene, "un");
  made = essaim_backup_make (scene->folder, path, &error);
  g_assert_cmpstr (made, ==, path);
  g_assert_cmpuint (count_files (scene, "work-"), ==, 0);

  g_assert_null (essaim_backup_make (scene->folder, live, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_assert_cmpuint (count_lists (scene), ==, 1);
}

static void
test_daily (Scene         *scene,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  create_list (scene, "un");
  g_assert_true (essaim_backup_make_daily (scene->folder, &error));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 1);
  create_list (scene, "deux");
  g_assert_true (essaim_backup_make_daily (scene->folder, &error));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 1);
  g_assert_no_error (error);
}

/* Yesterday's copy holds all there is: no new one. Once something has changed: a new one. */
static void
test_daily_changed (Scene         *scene,
                    gconstpointer  data)
{
  g_autofree char *old = g_build_filename (scene->folder, "backups", "work-2020-01-01T000000Z.db", NULL);
  g_autofree char *made = NULL;

  create_list (scene, "un");
  made = essaim_backup_make (scene->folder, NULL, NULL);
  g_assert_cmpint (g_rename (made, old), ==, 0);
  g_assert_true (essaim_backup_make_daily (scene->folder, NULL));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 1);
  create_list (scene, "deux");
  g_assert_true (essaim_backup_make_daily (scene->folder, NULL));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 2);
}

static void
test_keeps_seven (Scene         *scene,
                  gconstpointer  data)
{
  create_list (scene, "un");
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *made = essaim_backup_make (scene->folder, NULL, NULL);
      g_autofree char *dated = g_strdup_printf ("%s/backups/work-20%02u-01-01T000000Z.db", scene->folder, i);

      g_assert_nonnull (made);
      g_assert_cmpuint (count_files (scene, "work-2"), <=, 7);
      g_assert_cmpint (g_rename (made, dated), ==, 0);
    }
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 7);
  g_assert_cmpuint (count_files (scene, "work-2010"), ==, 1);
  g_assert_cmpuint (count_files (scene, "work-2003"), ==, 0);
}

/* Many copies of one day push no older day out, and the newest of each day is the one that stays. */
static void
test_keeps_days (Scene         *scene,
                 gconstpointer  data)
{
  g_autofree char *backups = g_build_filename (scene->folder, "backups", NULL);
  g_autofree char *last = NULL;

  create_list (scene, "un");
  g_assert_cmpint (g_mkdir_with_parents (backups, 0700), ==, 0);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/work-2020-01-%02uT%02u0000Z.db", backups, 1 + i / 6, i % 6);

      g_assert_true (g_file_set_contents (path, "", -1, NULL));
    }
  last = essaim_backup_make (scene->folder, NULL, NULL);
  g_assert_nonnull (last);

  /* Today, the 10th with its newest six, and one of each of the five days before. */
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 12);
  g_assert_cmpuint (count_files (scene, "work-2020-01-10"), ==, 6);
  g_assert_cmpuint (count_files (scene, "work-2020-01-09T05"), ==, 1);
  g_assert_cmpuint (count_files (scene, "work-2020-01-05T05"), ==, 1);
  g_assert_cmpuint (count_files (scene, "work-2020-01-04"), ==, 0);
}

static void
set_stamp (Scene      *scene,
           const char *stamp)
{
  g_autofree char *path = g_build_filename (scene->folder, "work.db", NULL);
  g_autofree char *sql = g_strdup_printf ("UPDATE replica SET stamp = '%s'", stamp);
  g_autoptr (EssaimConnection) connection = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE,
                                                                        essaim_migrations_count ("work"), NULL);

  g_assert_true (essaim_connection_execute (connection, sql, NULL));
}

/* What the days before have left is copied before the first change of a day; what was begun today is not. */
static void
test_before_change (Scene         *scene,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_backup_make_before_change (scene->folder, &error));
  create_list (scene, "un");
  g_assert_true (essaim_backup_make_before_change (scene->folder, &error));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 0);

  set_stamp (scene, "0170000000000000-x");
  g_assert_true (essaim_backup_make_before_change (scene->folder, &error));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 1);
  create_list (scene, "deux");
  g_assert_true (essaim_backup_make_before_change (scene->folder, &error));
  g_assert_cmpuint (count_files (scene, "work-2"), ==, 1);
  g_assert_no_error (error);
}

/* Work that is gone is not taken for work that was never begun. */
static void
test_lost (Scene         *scene,
           gconstpointer  data)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_build_filename (scene->folder, "work.db", NULL);
  g_autofree char *copy = NULL;

  create_list (scene, "un");
  copy = essaim_backup_make (scene->folder, NULL, NULL);
  for (guint emptied = 0; emptied < 2; emptied++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EssaimHealth) health = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
        {
          g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

          g_unlink (file);
        }
      if (emptied)
        g_assert_true (g_file_set_contents (path, "", -1, NULL));

      g_assert_null (essaim_work_open (scene->folder, scene->reference, &error));
      g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, copy));
      health = essaim_health_check (scene->folder, NULL);
      g_assert_cmpstr (health->work, ==, error->message);

      g_clear_error (&error);
      g_assert_true (essaim_backup_restore (scene->folder, copy, &error));
      g_assert_cmpuint (count_lists (scene), ==, 1);
    }
}

/* The clock was ahead once: those copies do not push out the new ones. */
static void
test_future_copies (Scene         *scene,
                    gconstpointer  data)
{
  create_list (scene, "un");
  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *made = essaim_backup_make (scene->folder, NULL, NULL);
      g_autofree char *dated = g_strdup_printf ("%s/backups/work-2190-01-%02uT000000Z.db", scene->folder, i);

      g_assert_true (g_file_test (made, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_rename (made, dated), ==, 0);
    }
}

static void
assert_restores_nothing (Scene      *scene,
                         const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (scene->folder, file, NULL);

  g_assert_false (essaim_backup_restore (scene->folder, path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_lists (scene), ==, 1);
  g_assert_cmpuint (count_files (scene, "work-before"), ==, 0);
}

static void
test_bad_copies (Scene         *scene,
                 gconstpointer  data)
{
  g_autofree char *text = g_build_filename (scene->folder, "text.db", NULL);
  g_autofree char *broken = g_build_filename (scene->folder, "broken.db", NULL);
  g_autofree char *empty = g_build_filename (scene->folder, "empty.db", NULL);
  g_autofree char *made = NULL;
  char zeros[4096] = { 0 };

  create_list (scene, "un");
  g_assert_true (g_file_set_contents (text, "bonjour", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", -1, NULL));
  made = essaim_backup_make (scene->folder, broken, NULL);
  write_bytes (scene, "broken.db", 8192, zeros, sizeof zeros);

  assert_restores_nothing (scene, "text.db");
  assert_restores_nothing (scene, "empty.db");
  assert_restores_nothing (scene, "broken.db");
  assert_restores_nothing (scene, "missing.db");
}

/* Copies that are databases, but not what the program makes. */
static void
test_hostile_copies (Scene         *scene,
                     gconstpointer  data)
{
  static const char * const harms[] = {
    "CREATE TRIGGER t AFTER UPDATE ON replica BEGIN DELETE FROM entry; END",
    "CREATE VIEW v AS SELECT * FROM entry",
    "CREATE TABLE other (id)",
    "DROP INDEX entry_project",
    "ALTER TABLE entry ADD COLUMN colour DEFAULT 'red'",
    "DELETE FROM replica",
    "INSERT INTO replica SELECT * FROM replica",
    "UPDATE replica SET stamp = 'ffffffffffffffff-x'",
    "UPDATE replica SET stamp = '12-x'",
    "PRAGMA application_id = 7",
    "PRAGMA user_version = 0",
  };

  create_list (scene, "un");
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *path = g_build_filename (scene->folder, "copy.db", NULL);
      g_autofree char *made = essaim_backup_make (scene->folder, path, NULL);
      g_autoptr (EssaimConnection) copy = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE,
                                                                        essaim_migrations_count ("work"), NULL);

      g_test_message ("%s", harms[i]);
      g_assert_true (essaim_connection_execute (copy, harms[i], NULL));
      g_clear_pointer (&copy, essaim_connection_free);
      assert_restores_nothing (scene, "copy.db");
    }
}

static void
test_damaged (Scene         *scene,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (EssaimHealth) health = NULL;
  g_autoptr (EssaimHealth) after = NULL;

  create_list (scene, "un");
  path = essaim_backup_make (scene->folder, NULL, &error);
  write_bytes (scene, "work.db", 0, "This is no database any more, not at all", 40);

  health = essaim_health_check (scene->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (health->work, !=, "ok");
  g_assert_cmpstr (health->library, ==, "ok");
  g_assert_false (essaim_backup_make_daily (scene->folder, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (essaim_backup_restore (scene->folder, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_lists (scene), ==, 1);
  g_assert_cmpuint (count_files (scene, "work-before-restore-"), >=, 1);
  after = essaim_health_check (scene->folder, &error);
  g_assert_cmpstr (after->work, ==, "ok");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/backup/" path, Scene, NULL, set_up, test, tear_down)
  ADD ("fresh", test_fresh);
  ADD ("round-trip", test_round_trip);
  ADD ("own-path", test_own_path);
  ADD ("daily", test_daily);
  ADD ("daily-changed", test_daily_changed);
  ADD ("keeps-seven", test_keeps_seven);
  ADD ("keeps-days", test_keeps_days);
  ADD ("before-change", test_before_change);
  ADD ("lost", test_lost);
  ADD ("future-copies", test_future_copies);
  ADD ("bad-copies", test_bad_copies);
  ADD ("hostile-copies", test_hostile_copies);
  ADD ("damaged", test_damaged);
#undef ADD

  return g_test_run ();
}
