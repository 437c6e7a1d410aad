/* test-session.c: the data folder, open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-session-private.h"

#include <string.h>

#include "essaim-backup.h"
#include "essaim-store-error.h"
#include "essaim-sync.h"
#include "model-fixture.h"

static EssaimProject *
get_project (ModelScene  *scene,
             const char  *id,
             GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_session_get_project_async (scene->session, id, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);

  return essaim_session_get_project_finish (scene->session, done, error);
}

static gboolean
was_counted (gpointer user_data)
{
  return *(guint *) user_data > 0;
}

static void
test_prepare (ModelScene    *scene,
              gconstpointer  data)
{
  g_autoptr (EssaimExplorer) explorer = NULL;

  model_scene_prepare (scene);
  explorer = model_scene_explore (scene);
  g_assert_cmpuint (essaim_results_get_n (essaim_explorer_get_results (explorer)), >, 100);
  g_assert_cmpstr (essaim_session_get_folder (scene->session), ==, scene->folder);
}

static void
test_import (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimProject) project = NULL;
  g_autoptr (GError) error = NULL;
  guint n_library = 0, n_work = 0;

  model_scene_prepare (scene);
  g_signal_connect_swapped (scene->session, "library-changed", G_CALLBACK (model_count_cb), &n_library);
  g_signal_connect_swapped (scene->session, "work-changed", G_CALLBACK (model_count_cb), &n_work);

  report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_cmpuint (report->read, ==, 6);
  g_assert_cmpuint (report->projects, ==, 5);
  g_assert_false (essaim_session_get_importing (scene->session));
  model_wait (was_counted, &n_library);
  model_wait (was_counted, &n_work);
  g_assert_cmpuint (n_library, ==, 1);

  project = get_project (scene, "actions:3", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (project->title, ==, "Jardin partagé");
  g_assert_cmpuint (project->sites->len, ==, 2);
  g_assert_null (get_project (scene, "actions:99", &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

static gboolean
save_sheet (ModelScene  *scene,
            const char  *feed,
            const char  *path,
            GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_session_save_sheet_async (scene->session, feed, path, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);

  return essaim_session_save_sheet_finish (scene->session, done, error);
}

static void
test_sheet (ModelScene    *scene,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (scene->folder, "actions.html", NULL);
  g_autofree char *text = NULL;
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (GError) error = NULL;

  model_scene_prepare (scene);
  report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_assert_true (save_sheet (scene, "actions", path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (text, "Jardin partagé"));

  g_assert_false (save_sheet (scene, "atlantide", path, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);
}

static void
test_refused_import (ModelScene    *scene,
                     gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "page.csv",
                                                        "<!DOCTYPE html><html><body>404</body></html>");

  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_REFUSED);
  g_assert_nonnull (report->message);
}

static void
test_cancelled_import (ModelScene    *scene,
                       gconstpointer  data)
{
  g_autofree char *path = model_scene_write_file (scene, "actions.csv", MODEL_FEED);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimExplorer) explorer = NULL;

  essaim_session_import_async (scene->session, path, NULL, cancellable, model_keep_result_cb, &result);
  g_assert_true (essaim_session_get_importing (scene->session));
  g_cancellable_cancel (cancellable);
  done = model_wait_result (&result);
  g_assert_null (essaim_session_import_finish (scene->session, done, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (essaim_session_get_importing (scene->session));
}

/* Another connection is another process, to SQLite. */
static void
test_change_from_outside (ModelScene    *scene,
                          gconstpointer  data)
{
  g_autofree char *path = model_scene_write_file (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimLibrary) library = NULL;
  g_autoptr (EssaimWork) work = NULL;
  g_autoptr (EssaimReport) report = NULL;
  guint n_library = 0, n_work = 0;
  gint64 began;

  model_scene_prepare (scene);
  library = essaim_library_open (scene->folder, scene->reference, NULL);
  work = essaim_work_open (scene->folder, scene->reference, NULL);
  g_signal_connect_swapped (scene->session, "library-changed", G_CALLBACK (model_count_cb), &n_library);
  g_signal_connect_swapped (scene->session, "work-changed", G_CALLBACK (model_count_cb), &n_work);

  report = essaim_sync_import (library, work, scene->reference, path, NULL, NULL, NULL, NULL);
  g_assert_cmpint (report->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  began = g_get_monotonic_time ();
  model_wait (was_counted, &n_library);
  model_wait (was_counted, &n_work);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_USEC_PER_SEC);
}

/* Damaged while the program was closed: what was read is there all the same, and what was done is said. */
static void
test_library_comes_back (ModelScene    *scene,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (scene->folder, "library.db", NULL);
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimProject) project = NULL;
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;

  model_scene_prepare (scene);
  report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  essaim_session_close (scene->session);
  g_assert_true (g_file_set_contents (path, "Bonjour, je ne suis pas une base de données.", -1, NULL));

  model_scene_reopen (scene);
  g_signal_connect_swapped (scene->session, "failed", G_CALLBACK (model_count_cb), &n_failed);
  model_scene_prepare (scene);
  project = get_project (scene, "actions:2", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (project->title, ==, "Atelier vélo");
  g_assert_cmpuint (n_failed, ==, 1);
}

/* Another program has put the library aside: the new one is read and written from then on. */
static void
test_library_is_replaced (ModelScene    *scene,
                          gconstpointer  data)
{
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimReport) more = NULL;
  g_autoptr (EssaimLibrary) fresh = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  EssaimLibraryCounts counts;
  guint n_library = 0;

  model_scene_prepare (scene);
  report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_signal_connect_swapped (scene->session, "library-changed", G_CALLBACK (model_count_cb), &n_library);
  aside = essaim_library_set_aside (scene->folder, &error);
  g_assert_no_error (error);
  fresh = essaim_library_open (scene->folder, scene->reference, &error);
  g_assert_no_error (error);
  model_wait (was_counted, &n_library);
  g_assert_cmpuint (n_library, >=, 1);

  more = model_scene_import (scene, "lieux.csv", "id,nom,code_insee\n1,Jardin,63113\n");
  g_assert_cmpint (more->outcome, ==, ESSAIM_OUTCOME_IMPORTED);
  g_assert_true (essaim_library_count (fresh, &counts, &error));
  g_assert_cmpuint (counts.feeds, ==, 3);   /* with the one that comes with the program */
}

static void
keep_message_cb (EssaimSession *session,
                 GError        *error,
                 GPtrArray     *messages)
{
  g_ptr_array_add (messages, g_strdup (error->message));
}

/* All but the pages that opening reads. */
static void
zero_pages (ModelScene *scene)
{
  g_autofree char *path = g_build_filename (scene->folder, "library.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, from = 12 * 4096;

  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_cmpuint (length, >, from);
  memset (bytes + from, 0, length - from);
  g_assert_true (g_file_set_contents (path, bytes, length, &error));
}

static gboolean
has_message (gpointer messages)
{
  return ((GPtrArray *) messages)->len > 0;
}

/* Opening does not meet it, loading the index does: it is brought back there and then, and told once. */
static void
test_damage_inside (ModelScene    *scene,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EssaimReport) report = NULL;
  g_autoptr (EssaimExplorer) explorer = NULL;
  g_autoptr (EssaimProject) project = NULL;
  g_autoptr (GError) error = NULL;
  guint n_library = 0;

  model_scene_prepare (scene);
  report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  essaim_session_close (scene->session);
  zero_pages (scene);

  model_scene_reopen (scene);
  g_signal_connect (scene->session, "failed", G_CALLBACK (keep_message_cb), messages);
  g_signal_connect_swapped (scene->session, "library-changed", G_CALLBACK (model_count_cb), &n_library);
  explorer = essaim_explorer_new (scene->session);
  essaim_explorer_reload (explorer);
  model_wait (has_message, messages);
  model_wait_answer (explorer);

  g_assert_cmpuint (n_library, >=, 1);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (messages, 0), "library.db.corrupt-"));
  project = get_project (scene, "actions:2", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (project->title, ==, "Atelier vélo");
  g_assert_false (essaim_session_get_importing (scene->session));
}

typedef struct
{
  char  *path;
  guint  shortlists, entries;
} Offer;

static void
work_damaged_cb (EssaimSession *session,
                 const char    *path,
                 const char    *date,
                 guint          shortlists,
                 guint          entries,
                 Offer         *offer)
{
  g_assert_nonnull (date);
  offer->path = g_strdup (path);
  offer->shortlists = shortlists;
  offer->entries = entries;
}

static gboolean
is_offered (gpointer offer)
{
  return ((Offer *) offer)->path != NULL;
}

static void
list_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) lists = essaim_work_list_shortlists (database, &error);

  if (lists != NULL)
    g_task_return_int (task, lists->len);
  else
    g_task_return_error (task, error);
}

static gssize
count_shortlists (ModelScene  *scene,
                  GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;

  essaim_session_run_async (scene->session, ESSAIM_SESSION_WORK, list_job, NULL, NULL, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);

  return g_task_propagate_int (G_TASK (done), error);
}

/* Work that cannot be read is offered back from its newest sound copy; the person decides. */
static void
test_work_comes_back (ModelScene    *scene,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (scene->folder, "work.db", NULL);
  g_autoptr (EssaimWork) work = essaim_work_open (scene->folder, scene->reference, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  Offer offer = { NULL };

  model_scene_prepare (scene);
  essaim_shortlist_free (essaim_work_create_shortlist (work, "Comité", NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&work);
  copy = essaim_backup_make (scene->folder, NULL, &error);
  g_assert_no_error (error);
  essaim_session_close (scene->session);
  g_assert_true (g_file_set_contents (path, "Bonjour, je ne suis pas une base de données.", -1, NULL));

  model_scene_reopen (scene);
  g_signal_connect (scene->session, "work-damaged", G_CALLBACK (work_damaged_cb), &offer);
  g_assert_cmpint (count_shortlists (scene, &error), ==, -1);
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_DAMAGED);
  essaim_session_emit_failed (scene->session, error);
  g_clear_error (&error);
  model_wait (is_offered, &offer);
  g_assert_cmpstr (offer.path, ==, copy);
  g_assert_cmpuint (offer.shortlists, ==, 1);

  essaim_session_restore_async (scene->session, offer.path, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_session_restore_finish (scene->session, done, &error));
  g_assert_cmpint (count_shortlists (scene, &error), ==, 1);
  g_assert_no_error (error);
  g_free (offer.path);
}

static void
test_cannot_open (void)
{
  g_autoptr (EssaimReference) reference = essaim_reference_new (NULL, NULL);
  g_autoptr (EssaimSession) session = essaim_session_new ("/proc/essaim", reference);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_session_prepare_async (session, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_false (essaim_session_prepare_finish (session, done, &error));
  g_assert_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_WRITABLE);
  essaim_session_close (session);
  essaim_session_close (session);
}

static void
test_export (ModelScene    *scene,
             gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", MODEL_FEED);
  g_autoptr (EssaimExplorer) explorer = model_scene_explore (scene);
  g_autofree char *path = g_build_filename (scene->folder, "out.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GError) error = NULL;

  essaim_explorer_set_text (explorer, "velo");
  model_wait_answer (explorer);
  essaim_explorer_export_async (explorer, path, FALSE, NULL, model_keep_result_cb, &result);
  done = model_wait_result (&result);
  g_assert_true (essaim_explorer_export_finish (explorer, done, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Atelier vélo"));
  g_assert_null (strstr (text, "Jardin"));
}

/* Contacts go in only where the person ticked them. */
static void
test_export_contacts (ModelScene    *scene,
                      gconstpointer  data)
{
  g_autoptr (EssaimReport) report = model_scene_import (scene, "actions.csv", "id,nom,code_insee,courriel\n"
                                                                              "1,Atelier,63113,ici@atelier.fr\n");
  g_autoptr (EssaimExplorer) explorer = model_scene_explore (scene);
  g_autofree char *path = g_build_filename (scene->folder, "out.csv", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) done = NULL;

      essaim_explorer_export_async (explorer, path, i == 1, NULL, model_keep_result_cb, &result);
      done = model_wait_result (&result);
      g_assert_true (essaim_explorer_export_finish (explorer, done, NULL));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, "Atelier"));
      g_assert_cmpint (strstr (text, "ici@atelier.fr") != NULL, ==, i == 1);
    }
}

#define ADD(name, func) \
  g_test_add ("/session/" name, ModelScene, NULL, model_scene_set_up, func, model_scene_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("prepare", test_prepare);
  ADD ("import", test_import);
  ADD ("sheet", test_sheet);
  ADD ("refused-import", test_refused_import);
  ADD ("cancelled-import", test_cancelled_import);
  ADD ("change-from-outside", test_change_from_outside);
  ADD ("export", test_export);
  ADD ("export-contacts", test_export_contacts);
  ADD ("library-comes-back", test_library_comes_back);
  ADD ("damage-inside", test_damage_inside);
  ADD ("work-comes-back", test_work_comes_back);
  ADD ("library-is-replaced", test_library_is_replaced);
  g_test_add_func ("/session/cannot-open", test_cannot_open);

  return g_test_run ();
}
