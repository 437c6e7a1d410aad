/* essaim-worker.h: one thread that owns one database
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_WORKER (essaim_worker_get_type ())
G_DECLARE_FINAL_TYPE (EssaimWorker, essaim_worker, ESSAIM, WORKER, GObject)

/** EssaimWorkerFunc: runs in the worker's thread, one at a time, in order; returns with g_task_return_…. database: what open_func gave. */
typedef void     (*EssaimWorkerFunc)     (GTask *task, gpointer database, gpointer task_data, GCancellable *cancellable);
/** EssaimWorkerOpenFunc: opens the database in the worker's thread before its first job; a GObject, or NULL with an error that the next job gets. It is tried again before the one after. */
typedef GObject *(*EssaimWorkerOpenFunc) (gpointer user_data, GError **error);
/** EssaimWorkerStaleFunc: whether the database is to be opened anew before the next job: another file has taken its place. */
typedef gboolean (*EssaimWorkerStaleFunc) (GObject *database);

EssaimWorker *essaim_worker_new  (const char *name, EssaimWorkerOpenFunc open_func, EssaimWorkerStaleFunc stale_func, gpointer user_data,
                                  GDestroyNotify destroy);
/* The task carries source object, task data and callback; the worker keeps a reference until the job is done. */
void          essaim_worker_push (EssaimWorker *self, GTask *task, EssaimWorkerFunc func);
/* Waits for the jobs under way (never lost edits at quit), then ends the thread. */
void          essaim_worker_stop (EssaimWorker *self);

G_END_DECLS
