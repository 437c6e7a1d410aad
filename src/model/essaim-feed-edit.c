/* essaim-feed-edit.c: the verbs on feeds
 *
 * Each is one job; when the answer comes, the list shows what it made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-list-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-address-login.h"
#include "essaim-session-private.h"
#include "essaim-store-error.h"
#include "essaim-stores.h"
#include "essaim-sync-source.h"
#include "essaim-sync.h"
#include "essaim-tokens.h"

typedef struct _Edit Edit;

/* Does the verb, in a thread. When it answers TRUE the change is durable. */
typedef gboolean (*EditFunc) (Edit          *edit,
                              EssaimWork    *work,
                              GCancellable  *cancellable,
                              GError       **error);

struct _Edit
{
  EditFunc  func;

  /* Owned */
  char     *feed;
  char     *title;   /* (nullable) */
  char     *text;    /* (nullable): licence, token or address */
  char     *uri;     /* (nullable): of the server that the token is for */

  int       number;
};

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->feed);
  g_free (edit->title);
  g_free (edit->text);
  g_free (edit->uri);
  g_free (edit);
}

static Edit *
edit_new (EditFunc    func,
          const char *feed,
          const char *text,
          int         number)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->func = func;
  edit->feed = g_strdup (feed);
  edit->text = g_strdup (text);
  edit->number = number;

  return edit;
}

static gboolean
do_remove (Edit          *edit,
           EssaimWork    *work,
           GCancellable  *cancellable,
           GError       **error)
{
  return essaim_work_remove_feed (work, edit->feed, error);
}

static gboolean
do_restore (Edit          *edit,
            EssaimWork    *work,
            GCancellable  *cancellable,
            GError       **error)
{
  return essaim_work_restore_feed (work, edit->feed, error);
}

static gboolean
do_set_enabled (Edit          *edit,
                EssaimWork    *work,
                GCancellable  *cancellable,
                GError       **error)
{
  return essaim_work_set_feed_enabled (work, edit->feed, edit->number, error);
}

static gboolean
do_set_interval (Edit          *edit,
                 EssaimWork    *work,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return essaim_work_set_feed_interval (work, edit->feed, edit->number, error);
}

static gboolean
do_set_licence (Edit          *edit,
                EssaimWork    *work,
                GCancellable  *cancellable,
                GError       **error)
{
  EssaimSubscription told = { .id = edit->feed, .licence = edit->text };

  return essaim_work_update_feed (work, &told, error);
}

/* Another feed's address would be read twice. */
static gboolean
is_free (const Edit  *edit,
         EssaimWork  *work,
         GError     **error)
{
  g_autofree char *taken_by = essaim_sync_choose_feed (work, edit->text, error);
  g_autoptr (EssaimSubscription) other = taken_by != NULL ? essaim_work_get_feed (work, taken_by, NULL) : NULL;

  if (taken_by == NULL)
    return FALSE;
  if (other == NULL || g_str_equal (taken_by, edit->feed))
    return TRUE;

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_EXISTS, _("This address is the source “%s” already."), other->title);
  return FALSE;
}

static gboolean
do_set_address (Edit          *edit,
                EssaimWork    *work,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *address = NULL;
  g_autofree char *login = essaim_address_take_login (edit->text, &address);
  g_autofree char *server = essaim_tokens_name_server (edit->text);

  if (server == NULL || !essaim_sync_source_is_remote (edit->text))
    g_set_error_literal (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                         _("This is not a web address. It must begin with https:// or http://."));
  else if (login != NULL)
    g_set_error_literal (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                         _("Anybody may read an address: give it without a password, or add it as a new source."));

  return login == NULL && server != NULL && essaim_sync_source_is_remote (edit->text) && is_free (edit, work, error) && essaim_work_set_feed_uri (work, edit->feed, edit->text, error);
}

static gboolean
do_set_has_token (Edit          *edit,
                  EssaimWork    *work,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return essaim_work_set_feed_has_token (work, edit->feed, edit->number, error);
}

static void
edit_job (GTask        *task,
          gpointer      database,
          gpointer      data,
          GCancellable *cancellable)
{
  Edit *edit = data;
  GError *error = NULL;

  if (edit->func (edit, database, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

/* Other lists hear of it too; this one answers when it shows the change. */
static void
show (GTask *task)
{
  EssaimFeedList *self = g_task_get_source_object (task);

  essaim_session_emit_work_changed (essaim_feed_list_get_session (self));
  essaim_feed_list_reload_async (self, shown_cb, task);
}

/* What was removed begins to be forgotten, what was restored is not. */
static void
keep_or_forget (EssaimFeedList *self,
                const Edit     *edit)
{
  if (edit->func == do_remove)
    essaim_feed_list_begin_grace (self, edit->feed);
  else if (edit->func == do_restore)
    essaim_feed_list_end_grace (self, edit->feed);
}

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  keep_or_forget (g_task_get_source_object (task), g_task_get_task_data (G_TASK (result)));
  show (g_steal_pointer (&task));
}

/* Takes edit. */
static void
run (EssaimFeedList      *self,
     Edit                *edit,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  essaim_session_run_async (essaim_feed_list_get_session (self), ESSAIM_SESSION_WORK, edit_job, edit, edit_free,
                            cancellable, edited_cb, g_task_new (self, cancellable, callback, user_data));
}

/* The keyring may ask the person to unlock it first: no worker of the session shall wait for that. */
static void
token_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Edit *edit = data;
  const char *folder = essaim_session_get_folder (source);
  GError *error = NULL;
  gboolean done = edit->text != NULL
                    ? essaim_tokens_store (folder, edit->feed, edit->title, edit->uri, edit->text, cancellable, &error)
                    : essaim_tokens_clear (folder, edit->feed, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
token_kept_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit *edit = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  essaim_session_run_async (ESSAIM_SESSION (source), ESSAIM_SESSION_WORK, edit_job,
                            edit_new (do_set_has_token, edit->feed, NULL, edit->text != NULL), edit_free, NULL, edited_cb,
                            g_steal_pointer (&task));
}

/**
 * essaim_feed_list_remove_async:
 * @self: the feeds
 * @feed: id
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the list shows it
 * @user_data: for @callback
 *
 * Takes the feed away. Its records stay until it can no longer be restored.
 */
void
essaim_feed_list_remove_async (EssaimFeedList      *self,
                               const char          *feed,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  run (self, edit_new (do_remove, feed, NULL, 0), cancellable, callback, user_data);
}

/**
 * essaim_feed_list_restore_async:
 * @self: the feeds
 * @feed: id
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the list shows it
 * @user_data: for @callback
 *
 * Brings back a feed that was removed, with its records.
 */
void
essaim_feed_list_restore_async (EssaimFeedList      *self,
                                const char          *feed,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  run (self, edit_new (do_restore, feed, NULL, 0), cancellable, callback, user_data);
}

/**
 * essaim_feed_list_set_enabled_async:
 * @self: the feeds
 * @feed: id
 * @enabled: whether it is to be refreshed; one that was paused by itself is tried again
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the list shows it
 * @user_data: for @callback
 */
void
essaim_feed_list_set_enabled_async (EssaimFeedList      *self,
                                    const char          *feed,
                                    gboolean             enabled,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  run (self, edit_new (do_set_enabled, feed, NULL, enabled), cancellable, callback, user_data);
}

/**
 * essaim_feed_list_set_interval_async:
 * @self: the feeds
 * @feed: id
 * @days: between two refreshes; 0: only by hand
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the list shows it
 * @user_data: for @callback
 */
void
essaim_feed_list_set_interval_async (EssaimFeedList      *self,
                                     const char          *feed,
                                     int                  days,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  run (self, edit_new (do_set_interval, feed, NULL, days), cancellable, callback, user_data);
}

/**
 * essaim_feed_list_set_licence_async:
 * @self: the feeds
 * @feed: id
 * @licence: under which it is published
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the list shows it
 * @user_data: for @callback
 */
void
essaim_feed_list_set_licence_async (EssaimFeedList      *self,
                                    const char          *feed,
                                    const char          *licence,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  run (self, edit_new (do_set_licence, feed, licence, 0), cancellable, callback, user_data);
}

/**
 * essaim_feed_list_set_address_async:
 * @self: the feeds
 * @feed: id
 * @address: where it is from now on
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the list shows it
 * @user_data: for @callback
 */
void
essaim_feed_list_set_address_async (EssaimFeedList      *self,
                                    const char          *feed,
                                    const char          *address,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL && address != NULL);

  run (self, edit_new (do_set_address, feed, address, 0), cancellable, callback, user_data);
}

/**
 * essaim_feed_list_set_token_async:
 * @self: the feeds
 * @feed: id
 * @token: (nullable): what its server asks for; %NULL forgets it
 * @cancellable: (nullable): to stop waiting for the keyring
 * @callback: called when it is in the keyring, or gone from it
 * @user_data: for @callback
 */
void
essaim_feed_list_set_token_async (EssaimFeedList      *self,
                                  const char          *feed,
                                  const char          *token,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  EssaimFeedItem *item;
  Edit *edit;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  item = essaim_feed_list_find (self, feed);
  edit = edit_new (NULL, feed, token, 0);
  edit->title = g_strdup (item != NULL ? essaim_feed_item_get_title (item) : feed);
  edit->uri = g_strdup (item != NULL ? essaim_feed_item_get_uri (item) : NULL);
  /* Not the list: the thread may drop the last reference to its source. */
  task = g_task_new (essaim_feed_list_get_session (self), cancellable, token_kept_cb,
                     g_task_new (self, cancellable, callback, user_data));
  g_task_set_task_data (task, edit, edit_free);
  g_task_run_in_thread (task, token_thread);
}

/**
 * essaim_feed_list_edit_finish:
 * @self: the feeds
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
essaim_feed_list_edit_finish (EssaimFeedList  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
load_reports_job (GTask        *task,
                  gpointer      database,
                  gpointer      data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *reports = essaim_library_list_reports (database, data, &error);

  if (reports != NULL)
    g_task_return_pointer (task, reports, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
reports_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *reports = g_task_propagate_pointer (G_TASK (result), &error);

  if (reports != NULL)
    g_task_return_pointer (task, reports, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_feed_list_load_reports_async:
 * @self: the feeds
 * @feed: id
 * @cancellable: (nullable): to stop
 * @callback: called with the reports
 * @user_data: for @callback
 */
void
essaim_feed_list_load_reports_async (EssaimFeedList      *self,
                                     const char          *feed,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  essaim_session_run_async (essaim_feed_list_get_session (self), ESSAIM_SESSION_READER, load_reports_job,
                            g_strdup (feed), g_free, cancellable, reports_loaded_cb,
                            g_task_new (self, cancellable, callback, user_data));
}

/**
 * essaim_feed_list_load_reports_finish:
 * @self: the feeds
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimReport): of the last refreshes, with their dates, the newest first
 */
GPtrArray *
essaim_feed_list_load_reports_finish (EssaimFeedList  *self,
                                      GAsyncResult    *result,
                                      GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
