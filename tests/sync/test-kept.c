/* test-kept.c: feeds that are removed and brought back, and what is kept of what was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sync-fixture.h"

#include <utime.h>

#include "essaim-bodies.h"
#include "essaim-connection.h"
#include "essaim-store-error.h"
#include "essaim-sync-private.h"

#define FEED "lieux"
#define ROWS 20
#define PAST "2026-01-01T00:00:00Z"

static void
write_feed (Scene      *scene,
            const char *head)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autofree char *path = NULL;

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (text, "%u,Lieu numéro %u,Un jardin %u,63113\n", i, i, i);
  path = write_file (scene, FEED ".csv", text->str);
}

static void
import_feed (Scene *scene)
{
  g_autofree char *path = g_build_filename (scene->folder, FEED ".csv", NULL);
  g_autoptr (EssaimReport) report = NULL;

  write_feed (scene, "id,nom,description,code_insee\n");
  report = essaim_sync_import (scene->library, scene->work, scene->reference, path, NULL, NULL, NULL, NULL);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
}

static void
import_feed_again (Scene *scene)
{
  g_autofree char *path = g_build_filename (scene->folder, FEED ".csv", NULL);
  g_autoptr (EssaimReport) report = essaim_sync_import (scene->library, scene->work, scene->reference, path, NULL, NULL, NULL,
                                                        NULL);

  g_assert_cmpint (report->outcome, <=, ESSAIM_OUTCOME_UNCHANGED);
}

static guint
count_records (Scene *scene)
{
  EssaimLibraryCounts counts;

  g_assert_true (essaim_library_count (scene->library, &counts, NULL));

  return counts.records;
}

static gboolean
has_body (Scene *scene)
{
  return essaim_bodies_has (scene->folder, FEED);
}

static gboolean
has_feed (Scene *scene)
{
  g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (scene->work, FEED, NULL);

  return feed != NULL;
}

/* Removed, and brought back before it is swept: nothing was lost. */
static void
test_kept_undo (Scene         *scene,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  import_feed (scene);
  g_assert_true (essaim_work_remove_feed (scene->work, FEED, NULL));
  g_assert_false (has_feed (scene));
  /* Another program looks after the library meanwhile. */
  g_assert_true (essaim_sync_mend (scene->library, scene->work, NULL));
  g_assert_cmpuint (count_records (scene), ==, ROWS);

  g_assert_true (essaim_work_restore_feed (scene->work, FEED, &error));
  g_assert_true (has_feed (scene));
  g_assert_true (essaim_sync_sweep (scene->library, scene->work, NULL));
  g_assert_cmpuint (count_records (scene), ==, ROWS);
  g_assert_true (has_body (scene));

  g_assert_false (essaim_work_restore_feed (scene->work, "inconnue", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

/* As a program leaves it that is killed between the library and the body: the new one, and the one before in its place. */
static void
put_back (Scene      *scene,
          const char *body,
          const char *before)
{
  g_autofree char *path = g_build_filename (scene->folder, "bodies", FEED ".zst", NULL);
  g_autofree char *new_path = g_strconcat (path, ".new", NULL);

  g_assert_no_errno (g_rename (body, new_path));
  g_assert_no_errno (g_rename (before, path));
}

static char *
read_body (Scene *scene)
{
  g_autofree char *path = essaim_bodies_open (scene->folder, FEED, NULL, NULL, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);

  return text;
}

/* The records are of the new body in one case, of the one before in the other. */
static void
test_kept_settled (Scene         *scene,
                   gconstpointer  data)
{
  gboolean is_committed = GPOINTER_TO_INT (data);
  g_autofree char *path = g_build_filename (scene->folder, "bodies", FEED ".zst", NULL);
  g_autofree char *first = g_build_filename (scene->folder, "first", NULL);
  g_autofree char *second = g_build_filename (scene->folder, "second", NULL);
  g_autofree char *csv = g_build_filename (scene->folder, FEED ".csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (EssaimReport) report = NULL;

  import_feed (scene);
  g_assert_no_errno (g_rename (path, first));
  write_feed (scene, "id,nom,summary,code_insee\n");
  report = essaim_sync_import (scene->library, scene->work, scene->reference, csv, NULL, NULL, NULL, NULL);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_no_errno (g_rename (path, second));

  put_back (scene, is_committed ? second : first, is_committed ? first : second);
  g_assert_true (essaim_sync_mend (scene->library, scene->work, NULL));
  g_assert_false (essaim_bodies_is_unsettled (scene->folder));
  text = read_body (scene);
  g_assert_true (g_str_has_prefix (text, "id,nom,summary"));
}

/* The clock was years ahead for a moment, and is right again: what is removed now can be undone all the same. */
static void
test_kept_clock (Scene         *scene,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (scene->folder, "work.db", NULL);
  g_autoptr (EssaimConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  import_feed (scene);
  g_clear_object (&scene->work);
  connection = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE, 99, &error);
  g_assert_no_error (error);
  /* In the year 2109: milliseconds, and a counter. */
  g_assert_true (essaim_connection_execute (connection, "UPDATE replica SET stamp = '040000000000' || substr (stamp, 13)", &error));
  g_clear_pointer (&connection, essaim_connection_free);
  scene->work = essaim_work_open (scene->folder, scene->reference, &error);
  g_assert_no_error (error);

  g_assert_true (essaim_work_remove_feed (scene->work, FEED, NULL));
  g_assert_true (essaim_sync_mend (scene->library, scene->work, NULL));
  g_assert_cmpuint (count_records (scene), ==, ROWS);
  g_assert_true (essaim_sync_sweep (scene->library, scene->work, NULL));
  g_assert_cmpuint (count_records (scene), ==, 0);
}

/* Removed, and added again before it was swept: its token is still in the keyring, and known to be. */
static void
test_kept_token (Scene         *scene,
                 gconstpointer  data)
{
  g_autoptr (EssaimSubscription) feed = NULL;

  import_feed (scene);
  g_assert_true (essaim_work_set_feed_has_token (scene->work, FEED, TRUE, NULL));
  g_assert_true (essaim_work_remove_feed (scene->work, FEED, NULL));
  import_feed_again (scene);
  feed = essaim_work_get_feed (scene->work, FEED, NULL);
  g_assert_nonnull (feed);
  g_assert_true (feed->has_token);
}

static EssaimReport *
reread (Scene *scene)
{
  return essaim_sync_reread (scene->library, scene->work, scene->reference, FEED, NULL, NULL, NULL, NULL, NULL);
}

/* What is kept says nothing of a source that is dead: it stays so, and what was wrong with it as well. */
static void
test_kept_dead (Scene         *scene,
                gconstpointer  data)
{
  g_autofree char *csv = g_build_filename (scene->folder, FEED ".csv", NULL);
  g_autoptr (EssaimReport) failed = NULL;
  g_autoptr (EssaimReport) again = NULL;
  g_autoptr (EssaimRefreshState) first = NULL;
  g_autoptr (EssaimRefreshState) before = NULL;
  g_autoptr (EssaimRefreshState) after = NULL;

  import_feed (scene);
  first = essaim_library_get_refresh_state (scene->library, FEED, NULL);
  g_unlink (csv);
  failed = essaim_sync_refresh (scene->library, scene->work, scene->reference, FEED, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpint (failed->outcome, ==, ESSAIM_OUTCOME_FAILED);
  before = essaim_library_get_refresh_state (scene->library, FEED, NULL);
  g_usleep (1100000);

  again = reread (scene);
  g_assert_cmpint (again->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  after = essaim_library_get_refresh_state (scene->library, FEED, NULL);
  g_assert_cmpint (after->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_cmpstr (after->message, ==, before->message);
  g_assert_cmpstr (after->last_success, ==, first->last_success);
  g_assert_cmpuint (after->n_failures, ==, 1);
}

static void
test_kept_sweep (Scene         *scene,
                 gconstpointer  data)
{
  import_feed (scene);
  g_assert_true (essaim_work_set_feed_has_token (scene->work, FEED, TRUE, NULL));
  g_assert_true (essaim_work_remove_feed (scene->work, FEED, NULL));
  g_assert_true (essaim_sync_sweep (scene->library, scene->work, NULL));

  g_assert_cmpuint (count_records (scene), ==, 0);
  g_assert_false (has_body (scene));
  g_assert_null (essaim_library_get_refresh_state (scene->library, FEED, NULL));
  g_assert_null (essaim_library_get_answer (scene->library, FEED, NULL));

  /* Brought back too late, it is there to be read again, without its token. */
  g_assert_true (essaim_work_restore_feed (scene->work, FEED, NULL));
  {
    g_autoptr (EssaimSubscription) feed = essaim_work_get_feed (scene->work, FEED, NULL);
    g_autoptr (EssaimReport) report = essaim_sync_refresh (scene->library, scene->work, scene->reference, FEED, NULL,
                                                           NULL, NULL, NULL, NULL);

    g_assert_false (feed->has_token);
    g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
    g_assert_cmpuint (count_records (scene), ==, ROWS);
  }
}

/* Another program, with connections of its own. */
typedef struct
{
  Scene           *scene;
  EssaimReference *reference;
  GError          *error;
} Other;

static gpointer
sweep_elsewhere (gpointer data)
{
  Other *other = data;
  g_autoptr (EssaimLibrary) library = essaim_library_open (other->scene->folder, other->reference, NULL);
  g_autoptr (EssaimWork) work = essaim_work_open (other->scene->folder, other->reference, NULL);

  return GINT_TO_POINTER (essaim_sync_sweep_older (library, work, 0, &other->error));
}

static gpointer
import_elsewhere (gpointer data)
{
  Other *other = data;
  g_autoptr (EssaimLibrary) library = essaim_library_open (other->scene->folder, other->reference, NULL);
  g_autoptr (EssaimWork) work = essaim_work_open (other->scene->folder, other->reference, NULL);
  g_autofree char *path = g_build_filename (other->scene->folder, FEED ".csv", NULL);

  return essaim_sync_import (library, work, other->reference, path, NULL, NULL, NULL, NULL);
}

static EssaimConnection *
lock_file (Scene      *scene,
           const char *name)
{
  g_autofree char *path = g_build_filename (scene->folder, name, NULL);
  EssaimConnection *lock = essaim_connection_open (path, ESSAIM_CONNECTION_DURABLE, G_MAXINT, NULL);

  g_assert_true (essaim_connection_begin (lock, NULL));

  return lock;
}

/* The sweep waits for the library when the feed is brought back: it is not to go any more. */
static void
test_kept_sweep_late (Scene         *scene,
                      gconstpointer  data)
{
  Other other = { scene, scene->reference, NULL };
  EssaimConnection *lock;
  GThread *thread;

  import_feed (scene);
  g_assert_true (essaim_work_remove_feed (scene->work, FEED, NULL));
  lock = lock_file (scene, "library.db");
  thread = g_thread_new ("sweep", sweep_elsewhere, &other);
  g_usleep (G_USEC_PER_SEC / 2);
  g_assert_true (essaim_work_restore_feed (scene->work, FEED, NULL));
  essaim_connection_free (lock);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));

  g_assert_no_error (other.error);
  g_assert_cmpuint (count_records (scene), ==, ROWS);
  g_assert_true (has_body (scene));
}

/* The sweep comes between the records of an import and its subscription: that one does not say that all is well. */
static void
test_kept_sweep_between (Scene         *scene,
                         gconstpointer  data)
{
  Other importing = { scene, scene->reference, NULL };
  Other sweeping = { scene, scene->reference, NULL };
  g_autoptr (EssaimReport) report = NULL;
  EssaimConnection *lock;
  GThread *thread;

  import_feed (scene);
  g_assert_true (essaim_sync_remove (scene->library, scene->work, FEED, NULL));
  lock = lock_file (scene, "work.db");
  thread = g_thread_new ("import", import_elsewhere, &importing);
  while (count_records (scene) == 0)
    g_usleep (G_USEC_PER_SEC / 100);
  g_assert_true (GPOINTER_TO_INT (sweep_elsewhere (&sweeping)));
  g_assert_cmpuint (count_records (scene), ==, 0);
  essaim_connection_free (lock);
  report = g_thread_join (thread);

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_FAILED);
  g_assert_true (has_feed (scene));
  import_feed_again (scene);
  g_assert_cmpuint (count_records (scene), ==, ROWS);
}

static void
test_kept_remove (Scene         *scene,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  import_feed (scene);
  g_assert_true (essaim_sync_remove (scene->library, scene->work, FEED, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (scene), ==, 0);
  g_assert_false (has_feed (scene));
  g_assert_false (has_body (scene));
  g_assert_false (essaim_sync_remove (scene->library, scene->work, FEED, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

/* Another mapping, with the file gone: what was read is enough. */
static void
test_kept_reread (Scene         *scene,
                  gconstpointer  data)
{
  static const char mapping[] = "{\"fields\": {\"id\": [\"id\"], \"title\": [\"description\"], \"insee\": [\"code_insee\"]}}";
  const EssaimSyncOptions options = { .mapping_json = mapping };
  g_autofree char *path = g_build_filename (scene->folder, FEED ".csv", NULL);
  g_autoptr (EssaimReport) same = NULL;
  g_autoptr (EssaimReport) other = NULL;
  g_autoptr (EssaimReport) wrong = NULL;
  g_autoptr (EssaimSubscription) feed = NULL;
  g_autoptr (EssaimProject) project = NULL;

  import_feed (scene);
  g_unlink (path);
  same = essaim_sync_reread (scene->library, scene->work, scene->reference, FEED, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpint (same->outcome, ==, ESSAIM_OUTCOME_UNCHANGED);
  g_assert_cmpuint (same->unchanged, ==, ROWS);

  other = essaim_sync_reread (scene->library, scene->work, scene->reference, FEED, &options, NULL, NULL, NULL, NULL);
  g_assert_cmpint (other->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (other->changed, ==, ROWS);
  project = essaim_library_get_project (scene->library, FEED ":7", NULL);
  g_assert_cmpstr (project->title, ==, "Un jardin 7");
  feed = essaim_work_get_feed (scene->work, FEED, NULL);
  g_assert_cmpstr (feed->mapping, ==, mapping);

  wrong = essaim_sync_reread (scene->library, scene->work, scene->reference, FEED,
                              &(EssaimSyncOptions) { .mapping_json = "{\"fields\": {\"title\": [\"rien\"]}}" },
                              NULL, NULL, NULL, NULL);
  g_assert_cmpint (wrong->outcome, !=, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (count_records (scene), ==, ROWS);
}

/* What was fetched before to be looked at is not fetched again. */
static void
test_kept_fetched_before (Scene         *scene,
                          gconstpointer  data)
{
  g_autofree char *path = NULL;
  const char *uri = "https://nulle-part.invalid/" FEED ".csv";
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimSubscription) feed = NULL;

  write_feed (scene, "id,nom,description,code_insee\n");
  path = g_build_filename (scene->folder, FEED ".csv", NULL);
  report = essaim_sync_import (scene->library, scene->work, scene->reference, uri,
                               &(EssaimSyncOptions) { .feed = FEED, .body_path = path, .interval_days = 30, .origin = "a" },
                               NULL, NULL, NULL);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  feed = essaim_work_get_feed (scene->work, FEED, NULL);
  g_assert_cmpstr (feed->uri, ==, uri);
  g_assert_cmpstr (feed->origin, ==, "a");
  g_assert_cmpint (feed->interval_days, ==, 30);
}

static void
test_kept_rebuild (Scene         *scene,
                   gconstpointer  data)
{
  g_autoptr (EssaimRefreshState) state = NULL;
  g_autofree char *body = g_build_filename (scene->folder, "bodies", FEED ".zst", NULL);
  g_autofree char *told = NULL;
  g_autofree char *again = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;
  struct utimbuf times = { .actime = 1767225600, .modtime = 1767225600 };

  import_feed (scene);
  g_assert_cmpint (g_utime (body, &times), ==, 0);
  g_clear_object (&scene->library);
  aside = essaim_library_set_aside (scene->folder, &error);
  g_assert_no_error (error);

  g_assert_true (essaim_sync_mend_library (scene->folder, scene->reference, &told, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (told, "20"));
  g_assert_true (essaim_sync_mend_library (scene->folder, scene->reference, &again, NULL, NULL, NULL, &error));
  g_assert_null (again);

  scene->library = essaim_library_open (scene->folder, scene->reference, &error);
  g_assert_cmpuint (count_records (scene), ==, ROWS);
  state = essaim_library_get_refresh_state (scene->library, FEED, NULL);
  g_assert_cmpstr (state->last_success, ==, PAST);
}

static void
test_kept_due (Scene         *scene,
               gconstpointer  data)
{
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) due = NULL;
  g_auto (GStrv) gone = NULL;
  g_autofree char *path = g_build_filename (scene->folder, FEED ".csv", NULL);

  import_feed (scene);
  none = essaim_sync_list_due (scene->library, scene->work, PAST, NULL);
  due = essaim_sync_list_due (scene->library, scene->work, "2099-01-01T00:00:00Z", NULL);
  g_unlink (path);
  gone = essaim_sync_list_due (scene->library, scene->work, "2099-01-01T00:00:00Z", NULL);

  /* By a clock that has gone back it was read in the future: that says nothing. */
  g_assert_cmpuint (g_strv_length (none), ==, 1);
  g_assert_cmpuint (g_strv_length (due), ==, 1);
  g_assert_cmpuint (g_strv_length (gone), ==, 0);
}

#define add(path, func) g_test_add (path, Scene, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/kept/undo", test_kept_undo);
  add ("/kept/clock", test_kept_clock);
  add ("/kept/token", test_kept_token);
  add ("/kept/dead", test_kept_dead);
  add ("/kept/sweep", test_kept_sweep);
  add ("/kept/sweep/late", test_kept_sweep_late);
  add ("/kept/sweep/between", test_kept_sweep_between);
  g_test_add ("/kept/settled/committed", Scene, GINT_TO_POINTER (TRUE), set_up, test_kept_settled, tear_down);
  g_test_add ("/kept/settled/not-committed", Scene, GINT_TO_POINTER (FALSE), set_up, test_kept_settled, tear_down);
  add ("/kept/remove", test_kept_remove);
  add ("/kept/reread", test_kept_reread);
  add ("/kept/fetched-before", test_kept_fetched_before);
  add ("/kept/rebuild", test_kept_rebuild);
  add ("/kept/due", test_kept_due);

  return g_test_run ();
}
