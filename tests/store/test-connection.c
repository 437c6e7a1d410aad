/* test-connection.c: connection, statement and migrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library-fixture.h"

#include "essaim-migrations.h"
#include "essaim-statement.h"
#include "essaim-store-error.h"

static EssaimConnection *
open_library (const char *folder)
{
  return essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_REBUILDABLE, NULL);
}

static EssaimConnection *
open_plain (const char *path)
{
  g_autoptr (GError) error = NULL;
  EssaimConnection *connection = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE, 1, &error);

  g_assert_no_error (error);
  return connection;
}

static void
execute (EssaimConnection *connection,
         const char       *sql)
{
  g_autoptr (GError) error = NULL;

  essaim_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static gint64
get_int (EssaimConnection *connection,
         const char       *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  essaim_connection_get_int (connection, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_statement_values (void)
{
  g_autoptr (EssaimConnection) connection = open_plain (NULL);
  g_autoptr (EssaimStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  statement = essaim_connection_prepare (connection, "SELECT ?1, ?2, ?3, ?4, ?5, hex (?6)", &error);
  g_assert_no_error (error);
  essaim_statement_bind_int (statement, 1, G_MININT64);
  essaim_statement_bind_double (statement, 2, 0.1);
  essaim_statement_bind_double (statement, 3, NAN);
  essaim_statement_bind_text (statement, 4, "’); DROP TABLE a --");
  essaim_statement_bind_static_text (statement, 5, "abcdef", 3);
  essaim_statement_bind_blob (statement, 6, "\0\1\2", 3);

  g_assert_true (essaim_statement_step (statement, &error));
  g_assert_cmpint (essaim_statement_get_int (statement, 0), ==, G_MININT64);
  g_assert_cmpfloat (essaim_statement_get_double (statement, 1), ==, 0.1);
  g_assert_true (isnan (essaim_statement_get_double (statement, 2)));
  g_assert_true (essaim_statement_is_null (statement, 2));
  g_assert_null (essaim_statement_get_text (statement, 2));
  text = essaim_statement_dup_text (statement, 3);
  g_assert_cmpstr (text, ==, "’); DROP TABLE a --");
  g_assert_cmpstr (essaim_statement_get_text (statement, 4), ==, "abc");
  g_assert_cmpstr (essaim_statement_get_text (statement, 5), ==, "000102");
  g_assert_false (essaim_statement_step (statement, &error));
  g_assert_no_error (error);

  /* Bindings are gone after the end. */
  g_assert_true (essaim_statement_step (statement, &error));
  g_assert_true (essaim_statement_is_null (statement, 0));
}

static void
test_statement_errors (void)
{
  g_autoptr (EssaimConnection) connection = open_plain (NULL);
  g_autoptr (EssaimStatement) statement = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_connection_prepare (connection, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);

  execute (connection, "CREATE TABLE a (b INTEGER NOT NULL UNIQUE)");
  statement = essaim_connection_prepare (connection, "INSERT INTO a VALUES (?1)", &error);
  essaim_statement_bind_int (statement, 1, 5);
  g_assert_true (essaim_statement_run (statement, &error));
  essaim_statement_bind_int (statement, 1, 5);
  g_assert_false (essaim_statement_run (statement, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  essaim_statement_bind_int (statement, 7, 6);
  g_assert_false (essaim_statement_run (statement, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  essaim_statement_bind_int (statement, 1, 6);
  g_assert_true (essaim_statement_run (statement, &error));
  g_assert_cmpint (essaim_connection_get_last_row (connection), ==, 2);
  g_assert_cmpint (essaim_connection_get_n_changes (connection), ==, 1);
}

static void
test_connection_cancelled (void)
{
  g_autoptr (EssaimConnection) connection = open_plain (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const char *endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum (i) FROM n";

  g_cancellable_cancel (cancellable);
  essaim_connection_set_cancellable (connection, cancellable);
  g_assert_false (essaim_connection_execute (connection, endless, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  essaim_connection_set_cancellable (connection, NULL);
  g_assert_cmpint (get_int (connection, "SELECT 3"), ==, 3);
  g_assert_cmpint (get_int (connection, "SELECT 3 WHERE 0"), ==, 0);
}

/* What a file says is to be done when it is changed is not done. */
static void
test_connection_triggers (void)
{
  g_autoptr (EssaimConnection) connection = open_plain (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (essaim_connection_execute (connection,
    "CREATE TABLE t (a); CREATE TABLE u (b); INSERT INTO u VALUES (1);"
    "CREATE TRIGGER evil AFTER INSERT ON t BEGIN DELETE FROM u; END; INSERT INTO t VALUES (1)", &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_int (connection, "SELECT count (*) FROM u"), ==, 1);
}

/* A lock that does not come free is waited for until that is cancelled. */
static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);

  return NULL;
}

static void
test_connection_busy_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("essaim-busy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (EssaimConnection) one = open_plain (path);
  g_autoptr (EssaimConnection) other = open_plain (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (essaim_connection_begin (one, NULL));
  essaim_connection_set_cancellable (other, cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (essaim_connection_begin (other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_thread_join (thread);

  essaim_connection_set_cancellable (other, NULL);
  essaim_connection_rollback (one);
  g_assert_true (essaim_connection_begin (other, NULL));
  essaim_connection_rollback (other);
  g_clear_pointer (&one, essaim_connection_free);
  g_clear_pointer (&other, essaim_connection_free);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_connection_transactions (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.db", NULL);
  g_autoptr (EssaimConnection) one = open_plain (path);
  g_autoptr (EssaimConnection) two = open_plain (path);
  g_autoptr (GError) error = NULL;
  gint64 version;

  execute (one, "CREATE TABLE a (b)");
  version = essaim_connection_get_data_version (two);
  essaim_connection_begin (one, &error);
  execute (one, "INSERT INTO a VALUES (1)");
  g_assert_cmpint (get_int (one, "SELECT count (*) FROM a"), ==, 1);
  g_assert_cmpint (get_int (two, "SELECT count (*) FROM a"), ==, 0);
  essaim_connection_rollback (one);
  essaim_connection_rollback (one);
  g_assert_cmpint (get_int (one, "SELECT count (*) FROM a"), ==, 0);
  g_assert_cmpint (essaim_connection_get_data_version (two), ==, version);

  essaim_connection_begin (one, &error);
  execute (one, "INSERT INTO a VALUES (1)");
  essaim_connection_begin_read (two, &error);
  g_assert_cmpint (get_int (two, "SELECT count (*) FROM a"), ==, 0);
  g_assert_true (essaim_connection_commit (one, &error));
  g_assert_cmpint (get_int (two, "SELECT count (*) FROM a"), ==, 0);
  essaim_connection_rollback (two);
  g_assert_cmpint (get_int (two, "SELECT count (*) FROM a"), ==, 1);
  g_assert_cmpint (essaim_connection_get_data_version (two), !=, version);
  g_assert_no_error (error);
  g_assert_cmpstr (essaim_connection_get_path (one), ==, path);
  remove_folder (folder);
}

static gpointer
write_thread (gpointer path)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (EssaimConnection) connection = open_library (path);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (connection);
      essaim_connection_begin (connection, &error);
      g_assert_no_error (error);
      essaim_connection_execute (connection, "INSERT INTO refresh (feed, date, outcome) VALUES ('f', '', 0)", &error);
      g_assert_no_error (error);
      essaim_connection_commit (connection, &error);
      g_assert_no_error (error);
    }

  return NULL;
}

/* Opened, made, written and closed by many at once: nobody is told that it is locked. */
static void
test_connection_crowd (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (EssaimConnection) connection = NULL;
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("writer", write_thread, folder);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  connection = essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_READ_ONLY, NULL);
  g_assert_cmpint (get_int (connection, "SELECT count (*) FROM refresh"), ==, 80);
  remove_folder (folder);
}

static void
test_connection_private (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *deeper = g_build_filename (folder, "new", "folder", NULL);
  g_autofree char *file = g_build_filename (deeper, "library.db", NULL);
  g_autofree char *log = g_build_filename (deeper, "library.db-wal", NULL);
  g_autoptr (EssaimConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  connection = essaim_migrations_open (deeper, "library", ESSAIM_CONNECTION_REBUILDABLE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (deeper, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  remove_folder (folder);
}

static void
assert_cannot_open (const char      *folder,
                    EssaimStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_REBUILDABLE, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, (int) code);
}

static void
test_connection_newer (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (EssaimConnection) connection = open_library (folder);
  g_autoptr (EssaimConnection) other = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  execute (connection, "PRAGMA user_version = 9999");
  g_clear_pointer (&connection, essaim_connection_free);
  before = hash_file (folder, "library.db");
  assert_cannot_open (folder, ESSAIM_STORE_ERROR_NEWER);
  after = hash_file (folder, "library.db");
  g_assert_cmpstr (before, ==, after);

  /* Nor is it written by a newer program's log, left behind, being taken in. */
  other = essaim_connection_open (path, ESSAIM_CONNECTION_REBUILDABLE, 9999, NULL);
  execute (other, "CREATE TABLE of_tomorrow (a)");
  g_free (after);
  assert_cannot_open (folder, ESSAIM_STORE_ERROR_NEWER);
  after = hash_file (folder, "library.db");
  g_assert_cmpstr (before, ==, after);
  g_clear_pointer (&other, essaim_connection_free);
  remove_folder (folder);
}

static void
test_connection_damaged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr (EssaimConnection) connection = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *damage = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  before = hash_file (folder, "library.db");
  assert_cannot_open (folder, ESSAIM_STORE_ERROR_DAMAGED);
  after = hash_file (folder, "library.db");
  g_assert_cmpstr (before, ==, after);

  /* A database of another program. */
  g_unlink (path);
  connection = open_plain (path);
  execute (connection, "CREATE TABLE bookmarks (a)");
  g_clear_pointer (&connection, essaim_connection_free);
  assert_cannot_open (folder, ESSAIM_STORE_ERROR_DAMAGED);
  connection = open_plain (path);
  execute (connection, "PRAGMA user_version = 1");
  g_clear_pointer (&connection, essaim_connection_free);
  assert_cannot_open (folder, ESSAIM_STORE_ERROR_DAMAGED);

  /* An empty file is a new one. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  connection = open_library (folder);
  g_assert_nonnull (connection);
  damage = essaim_connection_find_damage (connection, FALSE);
  g_assert_null (damage);
  g_clear_pointer (&connection, essaim_connection_free);
  remove_folder (folder);
}

/* Zeros over a page in the middle: found when it is looked for, told when it is met. */
static void
test_connection_holes (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (EssaimConnection) connection = open_library (folder);
  g_autofree char *contents = NULL;
  g_autofree char *damage = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gint64 root, page_size;

  page_size = get_int (connection, "PRAGMA page_size");
  root = get_int (connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'project'");
  g_clear_pointer (&connection, essaim_connection_free);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  memset (contents + (root - 1) * page_size, 0, page_size);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));

  connection = essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_REBUILDABLE, &error);
  g_assert_no_error (error);
  damage = essaim_connection_find_damage (connection, TRUE);
  g_assert_nonnull (damage);
  g_assert_false (essaim_connection_execute (connection, "SELECT * FROM project", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
  g_clear_pointer (&connection, essaim_connection_free);
  remove_folder (folder);
}

static void
test_connection_not_writable (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "below", NULL);
  g_autofree char *directory = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  assert_cannot_open (below, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  assert_cannot_open (file, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  g_assert_cmpint (g_mkdir (directory, 0700), ==, 0);
  assert_cannot_open (folder, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  g_assert_null (essaim_migrations_open (below, "library", ESSAIM_CONNECTION_READ_ONLY, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  g_clear_error (&error);
  remove_folder (folder);

  folder = (g_free (folder), make_folder ());
  g_chmod (folder, 0500);
  if (g_access (folder, W_OK) == 0)
    g_test_skip ("The superuser may write anywhere");
  else
    assert_cannot_open (folder, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  remove_folder (folder);
}

static void
test_connection_read_only (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (EssaimConnection) connection = open_library (folder);
  g_autoptr (EssaimConnection) reader = NULL;
  g_autoptr (GError) error = NULL;

  reader = essaim_migrations_open (folder, "library", ESSAIM_CONNECTION_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (reader, "SELECT count (*) FROM project"), ==, 0);
  g_assert_false (essaim_connection_execute (reader, "DELETE FROM project", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  remove_folder (folder);
}

/* Its file was put aside and another one is in its place: nothing may be written where nobody looks. */
static void
test_connection_moved (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.db", NULL);
  g_autofree char *aside = g_build_filename (folder, "test.db.aside", NULL);
  EssaimConnection *connection = open_plain (path);
  g_autoptr (GError) error = NULL;

  execute (connection, "CREATE TABLE t (a)");
  g_assert_false (essaim_connection_is_moved (connection));
  g_assert_true (essaim_connection_begin (connection, &error));
  execute (connection, "INSERT INTO t VALUES (1)");
  g_assert_no_errno (g_rename (path, aside));
  g_assert_true (essaim_connection_is_moved (connection));
  g_assert_false (essaim_connection_commit (connection, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (essaim_connection_begin (connection, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED);
  g_assert_cmpint (get_int (connection, "SELECT count (*) FROM t"), ==, 0);

  essaim_connection_free (connection);
  remove_folder (folder);
}

static void
test_connection_copy (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "copy.db", NULL);
  g_autoptr (EssaimConnection) connection = open_library (folder);
  g_autoptr (EssaimConnection) copy = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  execute (connection, "INSERT INTO refresh (feed, date, outcome) VALUES ('f', '', 0)");
  g_assert_true (essaim_connection_copy_to (connection, path, &error));
  g_assert_true (essaim_connection_copy_to (connection, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  copy = essaim_migrations_open (folder, "copy", ESSAIM_CONNECTION_READ_ONLY, &error);
  g_assert_null (copy);
  g_clear_error (&error);
  copy = essaim_connection_open (path, ESSAIM_CONNECTION_READ_ONLY, essaim_migrations_count ("library"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (copy, "SELECT count (*) FROM refresh"), ==, 1);

  g_assert_false (essaim_connection_copy_to (connection, nowhere, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  remove_folder (folder);
}

static void
test_migrations (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (EssaimConnection) connection = open_library (folder);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (essaim_migrations_count ("library"), >=, 1);
  g_assert_cmpuint (essaim_migrations_count ("nothing of that name"), ==, 0);
  g_assert_cmpint (get_int (connection, "PRAGMA user_version"), ==, essaim_migrations_count ("library"));
  g_assert_true (essaim_migrations_apply (connection, "library", &error));
  g_assert_no_error (error);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statement/values", test_statement_values);
  g_test_add_func ("/statement/errors", test_statement_errors);
  g_test_add_func ("/connection/cancelled", test_connection_cancelled);
  g_test_add_func ("/connection/triggers", test_connection_triggers);
  g_test_add_func ("/connection/busy-cancelled", test_connection_busy_cancelled);
  g_test_add_func ("/connection/transactions", test_connection_transactions);
  g_test_add_func ("/connection/crowd", test_connection_crowd);
  g_test_add_func ("/connection/private", test_connection_private);
  g_test_add_func ("/connection/newer", test_connection_newer);
  g_test_add_func ("/connection/damaged", test_connection_damaged);
  g_test_add_func ("/connection/holes", test_connection_holes);
  g_test_add_func ("/connection/not-writable", test_connection_not_writable);
  g_test_add_func ("/connection/read-only", test_connection_read_only);
  g_test_add_func ("/connection/moved", test_connection_moved);
  g_test_add_func ("/connection/copy", test_connection_copy);
  g_test_add_func ("/migrations", test_migrations);

  return g_test_run ();
}
