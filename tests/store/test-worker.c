/* test-worker.c: one thread that owns one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-worker.h"

#define N_JOBS 200

/* What the jobs see: the database is any object, here a cancellable. */
typedef struct
{
  GThread   *opened_in;
  guint      n_opened;
  GArray    *order;     /* guint */
  guint      answered;
  GMainLoop *loop;
} Scene;

static GObject *
open_cb (gpointer  user_data,
         GError  **error)
{
  Scene *scene = user_data;

  scene->opened_in = g_thread_self ();
  scene->n_opened++;

  return G_OBJECT (g_cancellable_new ());
}

static GObject *
open_fails_cb (gpointer  user_data,
               GError  **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_ACCES, "No way in");

  return NULL;
}

static void
note_cb (GTask        *task,
         gpointer      database,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Scene *scene = g_object_get_data (G_OBJECT (task), "scene");
  guint n = GPOINTER_TO_UINT (task_data);

  g_assert_true (G_IS_CANCELLABLE (database));
  g_assert_true (g_thread_self () == scene->opened_in);
  g_array_append_val (scene->order, n);
  g_task_return_int (task, n);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Scene *scene = user_data;

  scene->answered++;
  if (scene->loop != NULL && scene->answered == N_JOBS)
    g_main_loop_quit (scene->loop);
}

static void
push (EssaimWorker *worker,
      Scene        *scene,
      guint         n)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, scene);

  g_object_set_data (G_OBJECT (task), "scene", scene);
  g_task_set_task_data (task, GUINT_TO_POINTER (n), NULL);
  essaim_worker_push (worker, task, note_cb);
}

static void
test_order (void)
{
  Scene scene = { .order = g_array_new (FALSE, FALSE, sizeof (guint)), .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (EssaimWorker) worker = essaim_worker_new ("test", open_cb, NULL, &scene, NULL);

  for (guint i = 0; i < N_JOBS; i++)
    push (worker, &scene, i);
  g_main_loop_run (scene.loop);

  g_assert_cmpuint (scene.order->len, ==, N_JOBS);
  for (guint i = 0; i < N_JOBS; i++)
    g_assert_cmpuint (g_array_index (scene.order, guint, i), ==, i);
  g_assert_true (scene.opened_in != g_thread_self ());

  g_assert_finalize_object (g_steal_pointer (&worker));
  g_main_loop_unref (scene.loop);
  g_array_unref (scene.order);
}

static void
test_stop_drains (void)
{
  Scene scene = { .order = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autoptr (EssaimWorker) worker = essaim_worker_new ("test", open_cb, NULL, &scene, NULL);

  for (guint i = 0; i < N_JOBS; i++)
    push (worker, &scene, i);
  essaim_worker_stop (worker);
  g_assert_cmpuint (scene.order->len, ==, N_JOBS);

  while (scene.answered < N_JOBS)
    g_main_context_iteration (NULL, TRUE);
  essaim_worker_stop (worker);
  g_array_unref (scene.order);
}

static void
failed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;

  g_task_propagate_int (G_TASK (result), error);
}

static GError *
push_and_wait (EssaimWorker *worker,
               GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, failed_cb, &error);

  essaim_worker_push (worker, task, note_cb);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  return error;
}

static void
test_open_fails (void)
{
  g_autoptr (EssaimWorker) worker = essaim_worker_new ("test", open_fails_cb, NULL, NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = push_and_wait (worker, NULL);

      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
    }
}

static gboolean
is_cancelled_cb (GObject *database)
{
  return g_cancellable_is_cancelled (G_CANCELLABLE (database));
}

static void
cancel_cb (GTask        *task,
           gpointer      database,
           gpointer      task_data,
           GCancellable *cancellable)
{
  g_cancellable_cancel (database);
  g_task_return_int (task, 0);
}

/* Each job gets the database that is there by then. */
static void
test_stale (void)
{
  Scene scene = { .order = g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_autoptr (EssaimWorker) worker = essaim_worker_new ("test", open_cb, is_cancelled_cb, &scene, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, &scene);

  push (worker, &scene, 0);
  push (worker, &scene, 1);
  essaim_worker_push (worker, task, cancel_cb);
  push (worker, &scene, 2);
  push (worker, &scene, 3);
  essaim_worker_stop (worker);
  g_assert_cmpuint (scene.n_opened, ==, 2);

  while (scene.answered < 5)
    g_main_context_iteration (NULL, TRUE);
  g_array_unref (scene.order);
}

static GObject *
open_later_cb (gpointer  user_data,
               GError  **error)
{
  Scene *scene = user_data;

  return scene->n_opened++ == 0 ? open_fails_cb (NULL, error) : G_OBJECT (g_cancellable_new ());
}

/* It could not be opened, until somebody mended it. */
static void
test_opens_later (void)
{
  Scene scene = { 0 };
  g_autoptr (EssaimWorker) worker = essaim_worker_new ("test", open_later_cb, NULL, &scene, NULL);
  g_autoptr (GError) error = push_and_wait (worker, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, &scene);

  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  essaim_worker_push (worker, task, cancel_cb);
  while (scene.answered == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (scene.n_opened, ==, 2);
}

static void
test_stopped_and_cancelled (void)
{
  Scene scene = { 0 };
  g_autoptr (EssaimWorker) worker = essaim_worker_new ("test", open_cb, NULL, &scene, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) closed = NULL;

  g_cancellable_cancel (cancellable);
  cancelled = push_and_wait (worker, cancellable);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  essaim_worker_stop (worker);
  closed = push_and_wait (worker, NULL);
  g_assert_error (closed, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
drop_cb (GTask        *task,
         gpointer      database,
         gpointer      task_data,
         GCancellable *cancellable)
{
  g_object_unref (task_data);
  g_task_return_int (task, 0);
}

/* The last reference to a worker may be dropped by its own job. */
static void
test_dropped_by_job (void)
{
  Scene scene = { 0 };
  EssaimWorker *worker = essaim_worker_new ("test", open_cb, NULL, &scene, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered_cb, &scene);

  g_object_add_weak_pointer (G_OBJECT (worker), (gpointer *) &worker);
  g_task_set_task_data (task, worker, NULL);
  essaim_worker_push (worker, task, drop_cb);
  while (scene.answered == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (worker);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/stop-drains", test_stop_drains);
  g_test_add_func ("/worker/open-fails", test_open_fails);
  g_test_add_func ("/worker/stale", test_stale);
  g_test_add_func ("/worker/opens-later", test_opens_later);
  g_test_add_func ("/worker/stopped-and-cancelled", test_stopped_and_cancelled);
  g_test_add_func ("/worker/dropped-by-job", test_dropped_by_job);

  return g_test_run ();
}
