/* essaim-scheduler.c: reads feeds one after another, when the person asks and when they are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-scheduler.h"

#include "essaim-feed-item-private.h"
#include "essaim-job.h"
#include "essaim-session-private.h"
#include "essaim-stores.h"
#include "essaim-sync.h"

#define CHECK_SECONDS (15 * 60)

struct _EssaimScheduler
{
  GObject         parent_instance;

  /* Owned */
  EssaimSession  *session;
  EssaimFeedList *feeds;
  GQueue          waiting;       /* (element-type EssaimJob) */
  EssaimJob      *now;           /* (nullable) */

  guint           timer;
  gboolean        online;
  gboolean        checking;
};

G_DEFINE_FINAL_TYPE (EssaimScheduler, essaim_scheduler, G_TYPE_OBJECT)

enum { PROP_0, PROP_ONLINE, PROP_BUSY, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { FINISHED, ANSWERED, STOPPED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void run_next (EssaimScheduler *self);
static void check (EssaimScheduler *self,
                   gboolean         first);

static void
set_activity (EssaimScheduler *self,
              const char      *feed,
              EssaimFeedState  state,
              guint64          done,
              guint64          total)
{
  EssaimFeedItem *item = feed != NULL ? essaim_feed_list_find (self->feeds, feed) : NULL;
  const EssaimFeedActivity activity = { .state = state, .done = done, .total = total };

  if (item != NULL)
    essaim_feed_item_set_activity (item, &activity);
}

/* Feeds come into the list while they wait: a new one is told what is done with it. */
static void
feeds_changed_cb (EssaimScheduler *self)
{
  EssaimFeedItem *item;

  for (GList *l = self->waiting.head; l != NULL; l = l->next)
    set_activity (self, ((EssaimJob *) l->data)->feed, ESSAIM_FEED_WAITING, 0, 0);

  item = self->now != NULL && !self->now->stopped ? essaim_feed_list_find (self->feeds, self->now->feed) : NULL;
  if (item != NULL && essaim_feed_item_get_activity (item)->state == ESSAIM_FEED_FINE)
    set_activity (self, self->now->feed, ESSAIM_FEED_FETCHING, 0, 0);
}

static gboolean
is_now (EssaimScheduler *self,
        const char      *feed)
{
  return self->now != NULL && !self->now->stopped && feed != NULL && g_strcmp0 (self->now->feed, feed) == 0;
}

static gboolean
is_of_now (EssaimScheduler *self,
           const char      *source)
{
  return self->now != NULL && !self->now->stopped &&
         g_strcmp0 (self->now->source != NULL ? self->now->source : self->now->feed, source) == 0;
}

static void
fetched_cb (EssaimScheduler *self,
            const char      *source,
            guint64          bytes,
            guint64          total)
{
  if (is_of_now (self, source))
    set_activity (self, self->now->feed, ESSAIM_FEED_FETCHING, bytes, total);
}

static void
read_cb (EssaimScheduler *self,
         const char      *source,
         guint            read,
         guint            total)
{
  if (is_of_now (self, source))
    set_activity (self, self->now->feed, read > 0 ? ESSAIM_FEED_READING : ESSAIM_FEED_FETCHING, read, total);
}

static GList *
find_waiting (EssaimScheduler *self,
              const char      *feed)
{
  for (GList *l = self->waiting.head; l != NULL && feed != NULL; l = l->next)
    if (g_strcmp0 (((EssaimJob *) l->data)->feed, feed) == 0)
      return l;

  return NULL;
}

static void
drop (EssaimScheduler *self,
      GList           *link)
{
  g_autoptr (EssaimJob) job = link->data;

  g_queue_delete_link (&self->waiting, link);
  set_activity (self, job->feed, ESSAIM_FEED_FINE, 0, 0);
}

/* A feed that the list does not have yet may need it. */
static gboolean
needs_network (EssaimScheduler *self,
               const EssaimJob *job)
{
  EssaimFeedItem *item = job->feed != NULL ? essaim_feed_list_find (self->feeds, job->feed) : NULL;

  if (item != NULL)
    return essaim_feed_item_is_remote (item);

  return job->source == NULL || g_str_has_prefix (job->source, "http:") || g_str_has_prefix (job->source, "https:");
}

/* Without a way to one server there is none to the others. */
static void
drop_remote (EssaimScheduler *self,
             gboolean         also_asked)
{
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      EssaimJob *job = l->data;

      next = l->next;
      if (needs_network (self, job) && (also_asked || !job->asked))
        drop (self, l);
    }
}

/* What the person asks for waits behind what they asked for before, and before all else. Takes job. */
static void
push (EssaimScheduler *self,
      EssaimJob       *job)
{
  GList *known = find_waiting (self, job->feed);
  GList *l = self->waiting.tail;

  if (is_now (self, job->feed) && !job->accept_shrink)
    {
      self->now->asked |= job->asked;
      essaim_job_free (job);
      return;
    }
  if (known != NULL)
    {
      EssaimJob *before = known->data;

      job->accept_shrink |= before->accept_shrink;
      if (before->asked || !job->asked)
        {
          before->accept_shrink = job->accept_shrink;
          essaim_job_free (job);
          return;
        }
      l = known == l ? l->prev : l;
      g_queue_delete_link (&self->waiting, known);
      essaim_job_free (before);
    }

  while (job->asked && l != NULL && !((EssaimJob *) l->data)->asked)
    l = l->prev;
  if (l != NULL)
    g_queue_insert_after (&self->waiting, l, job);
  else
    g_queue_push_head (&self->waiting, job);
  set_activity (self, job->feed, ESSAIM_FEED_WAITING, 0, 0);
  run_next (self);
}

static void
tell (EssaimScheduler *self,
      const EssaimJob *job,
      EssaimReport    *report)
{
  gboolean remote = needs_network (self, job);

  if (report->unreachable)
    drop_remote (self, TRUE);
  g_signal_emit (self, signals[FINISHED], 0, report->feed, report, job->asked);
  if (remote)
    g_signal_emit (self, signals[ANSWERED], 0, !report->unreachable);
}

/* A feed that was removed while it was read needs no words. */
static void
complain (EssaimScheduler *self,
          const EssaimJob *job,
          const GError    *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[STOPPED], 0);
  else if (job->feed == NULL || essaim_feed_list_find (self->feeds, job->feed) != NULL)
    essaim_session_emit_failed (self->session, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (EssaimScheduler) self = user_data;
  g_autoptr (EssaimJob) job = g_steal_pointer (&self->now);
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimReport) report = essaim_session_import_finish (ESSAIM_SESSION (source), result, &error);

  if (!job->stopped && find_waiting (self, job->feed) == NULL)
    set_activity (self, job->feed, ESSAIM_FEED_FINE, 0, 0);
  if (report != NULL)
    tell (self, job, report);
  else
    complain (self, job, error);

  run_next (self);
}

static void
run_next (EssaimScheduler *self)
{
  EssaimJob *job;

  if (self->now != NULL)
    return;

  job = self->now = g_queue_pop_head (&self->waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (job == NULL)
    return;

  set_activity (self, job->feed, ESSAIM_FEED_FETCHING, 0, 0);
  if (job->feed != NULL)
    essaim_session_refresh_async (self->session, job->feed, job->accept_shrink, job->cancellable, done_cb,
                                  g_object_ref (self));
  else
    essaim_session_import_async (self->session, job->source, NULL, job->cancellable, done_cb, g_object_ref (self));
}

/* A library that was lost comes back from the bodies that were kept, before anybody asks a server. */
static gboolean
rebuild (EssaimSession  *session,
         EssaimStores   *stores,
         GCancellable   *cancellable,
         GError        **error)
{
  return essaim_sync_rebuild (essaim_stores_get_library (stores), essaim_stores_get_work (stores),
                              essaim_session_get_reference (session), NULL, NULL, cancellable, error);
}

static void
check_job (GTask        *task,
           gpointer      database,
           gpointer      data,
           GCancellable *cancellable)
{
  g_autoptr (GDateTime) date = g_date_time_new_now_utc ();
  g_autofree char *now = g_date_time_format (date, "%FT%TZ");
  GError *error = NULL;
  GStrv due = NULL;

  if (!GPOINTER_TO_INT (data) || rebuild (g_task_get_source_object (task), database, cancellable, &error))
    due = essaim_sync_list_due (essaim_stores_get_library (database), essaim_stores_get_work (database), now, &error);

  if (due != NULL)
    g_task_return_pointer (task, due, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

/* Without a network it is due again when there is one. */
static void
push_due (EssaimScheduler *self,
          const char      *feed)
{
  g_autoptr (EssaimJob) job = essaim_job_new (feed, NULL, FALSE);

  if (self->online || !needs_network (self, job))
    push (self, g_steal_pointer (&job));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimScheduler) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) due = g_task_propagate_pointer (G_TASK (result), &error);

  self->checking = FALSE;
  essaim_session_end_import (self->session, g_task_get_cancellable (G_TASK (result)));
  essaim_session_look_async (self->session, NULL, NULL);
  if (due == NULL)
    essaim_session_emit_failed (self->session, error);

  for (char **feed = due; feed != NULL && *feed != NULL; feed++)
    push_due (self, *feed);
}

static void
check (EssaimScheduler *self,
       gboolean         first)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (self->checking)
    return;

  self->checking = TRUE;
  cancellable = essaim_session_begin_import (self->session, NULL);
  essaim_session_run_async (self->session, ESSAIM_SESSION_WRITER, check_job, GINT_TO_POINTER (first), NULL, cancellable,
                            checked_cb, g_object_ref (self));
}

static gboolean
check_timeout_cb (gpointer user_data)
{
  check (user_data, FALSE);

  return G_SOURCE_CONTINUE;
}

static void
set_online (EssaimScheduler *self,
            gboolean         online)
{
  if (self->online == online)
    return;

  self->online = online;
  if (!online)
    drop_remote (self, FALSE);
  else if (self->timer != 0)
    check (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

static void
essaim_scheduler_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_ONLINE)
    g_value_set_boolean (value, ESSAIM_SCHEDULER (object)->online);
  else if (prop_id == PROP_BUSY)
    g_value_set_boolean (value, essaim_scheduler_get_busy (ESSAIM_SCHEDULER (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_scheduler_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_ONLINE)
    set_online (ESSAIM_SCHEDULER (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* Nothing more is begun; what is under way ends with the session. */
static void
session_closing_cb (EssaimScheduler *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->waiting, essaim_job_free);
}

static void
essaim_scheduler_finalize (GObject *object)
{
  EssaimScheduler *self = ESSAIM_SCHEDULER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->waiting, essaim_job_free);
  g_clear_object (&self->feeds);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_scheduler_parent_class)->finalize (object);
}

static void
essaim_scheduler_class_init (EssaimSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->finalize = essaim_scheduler_finalize;
  object_class->get_property = essaim_scheduler_get_property;
  object_class->set_property = essaim_scheduler_set_property;

  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, TRUE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[STOPPED] = g_signal_new ("stopped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
essaim_scheduler_init (EssaimScheduler *self)
{
  g_queue_init (&self->waiting);
  self->online = TRUE;
}

/**
 * essaim_scheduler_new:
 * @session: the open data folder
 * @feeds: of that session; they are told what is done with them
 *
 * Returns: (transfer full): one that waits for [method@Scheduler.start], or for the person to ask
 */
EssaimScheduler *
essaim_scheduler_new (EssaimSession  *session,
                      EssaimFeedList *feeds)
{
  EssaimScheduler *self = g_object_new (ESSAIM_TYPE_SCHEDULER, NULL);

  self->session = g_object_ref (session);
  self->feeds = g_object_ref (feeds);
  g_signal_connect_object (feeds, "changed", G_CALLBACK (feeds_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "fetch-progress", G_CALLBACK (fetched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "import-progress", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "closing", G_CALLBACK (session_closing_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * essaim_scheduler_start:
 * @self: the scheduler, of a session that is ready
 *
 * Reads what is due, now and then.
 */
void
essaim_scheduler_start (EssaimScheduler *self)
{
  g_return_if_fail (ESSAIM_IS_SCHEDULER (self));
  g_return_if_fail (self->timer == 0);

  self->timer = g_timeout_add_seconds (CHECK_SECONDS, check_timeout_cb, self);
  check (self, TRUE);
}

/**
 * essaim_scheduler_refresh:
 * @self: the scheduler
 * @feed: id of a feed that the person has
 * @accept_shrink: whether it may lose half of its records and more
 *
 * Reads a feed again, because the person asks. One that is being read already is not read twice.
 */
void
essaim_scheduler_refresh (EssaimScheduler *self,
                          const char      *feed,
                          gboolean         accept_shrink)
{
  EssaimJob *job;

  g_return_if_fail (ESSAIM_IS_SCHEDULER (self));
  g_return_if_fail (feed != NULL);

  job = essaim_job_new (feed, NULL, TRUE);
  job->accept_shrink = accept_shrink;
  push (self, job);
}

/**
 * essaim_scheduler_refresh_all:
 * @self: the scheduler
 *
 * Reads all feeds again that come from somewhere and are not switched off.
 */
void
essaim_scheduler_refresh_all (EssaimScheduler *self)
{
  EssaimItemList *list = ESSAIM_ITEM_LIST (self->feeds);

  g_return_if_fail (ESSAIM_IS_SCHEDULER (self));

  for (guint i = 0; i < essaim_item_list_get_n (list); i++)
    {
      EssaimFeedItem *item = essaim_item_list_peek (list, i);

      if (essaim_feed_item_get_uri (item) != NULL && essaim_feed_item_get_enabled (item) &&
          !essaim_feed_item_is_shipped (item))
        essaim_scheduler_refresh (self, essaim_feed_item_get_id (item), FALSE);
    }
}

/**
 * essaim_scheduler_import:
 * @self: the scheduler
 * @source: a path, a `file:` URI or an http(s) address
 *
 * Reads what may become a feed, because the person asks.
 */
void
essaim_scheduler_import (EssaimScheduler *self,
                         const char      *source)
{
  g_return_if_fail (ESSAIM_IS_SCHEDULER (self));
  g_return_if_fail (source != NULL);

  push (self, essaim_job_new (NULL, source, TRUE));
}

/**
 * essaim_scheduler_stop:
 * @self: the scheduler
 * @feed: (nullable): id of the feed to stop; %NULL for all, also those that have not begun
 *
 * At once for the eye: what is under way is let go of, and ends when it can.
 */
void
essaim_scheduler_stop (EssaimScheduler *self,
                       const char      *feed)
{
  g_return_if_fail (ESSAIM_IS_SCHEDULER (self));

  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      next = l->next;
      if (feed == NULL || g_strcmp0 (((EssaimJob *) l->data)->feed, feed) == 0)
        drop (self, l);
    }

  if (self->now == NULL || (feed != NULL && !is_now (self, feed)))
    return;

  self->now->stopped = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  set_activity (self, self->now->feed, ESSAIM_FEED_FINE, 0, 0);
  g_cancellable_cancel (self->now->cancellable);
}

/**
 * essaim_scheduler_get_busy:
 * @self: the scheduler
 *
 * Returns: whether something is read or waits to be, and not only to end
 */
gboolean
essaim_scheduler_get_busy (EssaimScheduler *self)
{
  g_return_val_if_fail (ESSAIM_IS_SCHEDULER (self), FALSE);

  return (self->now != NULL && !self->now->stopped) || !g_queue_is_empty (&self->waiting);
}
