/* essaim-feed-list.c: the feeds that the person subscribed to, with their last refresh
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-list.h"

#include "essaim-session-private.h"
#include "essaim-stores.h"
#include "essaim-sync.h"

struct _EssaimFeedItem
{
  GObject             parent_instance;

  /* Owned */
  EssaimSubscription *feed;
  EssaimRefreshState *state;   /* (nullable) when never refreshed */
};

G_DEFINE_FINAL_TYPE (EssaimFeedItem, essaim_feed_item, G_TYPE_OBJECT)

enum
{
  ITEM_PROP_0,
  ITEM_PROP_ID,
  ITEM_PROP_TITLE,
  ITEM_PROP_URI,
  ITEM_PROP_LICENCE,
  ITEM_PROP_ENABLED,
  ITEM_PROP_RECORDS,
  ITEM_PROP_LAST_SUCCESS,
  ITEM_PROP_LAST_TRY,
  ITEM_PROP_OUTCOME,
  ITEM_PROP_MESSAGE,
  N_ITEM_PROPS,
};
static GParamSpec *item_properties[N_ITEM_PROPS];

struct _EssaimFeedList
{
  EssaimItemList  parent_instance;

  /* Owned */
  EssaimSession  *session;
};

G_DEFINE_FINAL_TYPE (EssaimFeedList, essaim_feed_list, ESSAIM_TYPE_ITEM_LIST)

static void
essaim_feed_item_finalize (GObject *object)
{
  EssaimFeedItem *self = ESSAIM_FEED_ITEM (object);

  g_clear_pointer (&self->feed, essaim_subscription_free);
  g_clear_pointer (&self->state, essaim_refresh_state_free);

  G_OBJECT_CLASS (essaim_feed_item_parent_class)->finalize (object);
}

static void
essaim_feed_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  EssaimFeedItem *self = ESSAIM_FEED_ITEM (object);

  switch (prop_id)
    {
    case ITEM_PROP_ID:
      g_value_set_string (value, self->feed->id);
      break;
    case ITEM_PROP_TITLE:
      g_value_set_string (value, essaim_feed_item_get_title (self));
      break;
    case ITEM_PROP_URI:
      g_value_set_string (value, self->feed->uri);
      break;
    case ITEM_PROP_LICENCE:
      g_value_set_string (value, self->feed->licence);
      break;
    case ITEM_PROP_ENABLED:
      g_value_set_boolean (value, self->feed->enabled);
      break;
    case ITEM_PROP_RECORDS:
      g_value_set_uint (value, essaim_feed_item_get_records (self));
      break;
    case ITEM_PROP_LAST_SUCCESS:
      g_value_set_string (value, essaim_feed_item_get_last_success (self));
      break;
    case ITEM_PROP_LAST_TRY:
      g_value_set_string (value, essaim_feed_item_get_last_try (self));
      break;
    case ITEM_PROP_OUTCOME:
      g_value_set_uint (value, essaim_feed_item_get_outcome (self));
      break;
    case ITEM_PROP_MESSAGE:
      g_value_set_string (value, essaim_feed_item_get_message (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_feed_item_class_init (EssaimFeedItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = essaim_feed_item_finalize;
  object_class->get_property = essaim_feed_item_get_property;

  item_properties[ITEM_PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_LICENCE] = g_param_spec_string ("licence", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE, flags);
  item_properties[ITEM_PROP_RECORDS] = g_param_spec_uint ("records", NULL, NULL, 0, G_MAXUINT, 0, flags);
  item_properties[ITEM_PROP_LAST_SUCCESS] = g_param_spec_string ("last-success", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_LAST_TRY] = g_param_spec_string ("last-try", NULL, NULL, NULL, flags);
  item_properties[ITEM_PROP_OUTCOME] = g_param_spec_uint ("outcome", NULL, NULL, 0, G_MAXUINT, 0, flags);
  item_properties[ITEM_PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_ITEM_PROPS, item_properties);
}

static void
essaim_feed_item_init (EssaimFeedItem *self)
{
}

/* One half is read in each worker: subscriptions are the person's, refreshes the library's. */
static void
list_feeds_job (GTask        *task,
                gpointer      database,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *feeds = essaim_work_list_feeds (database, &error);

  if (feeds != NULL)
    g_task_return_pointer (task, feeds, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_states_job (GTask        *task,
                 gpointer      database,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GPtrArray *feeds = data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < feeds->len; i++)
    {
      EssaimFeedItem *item = g_object_new (ESSAIM_TYPE_FEED_ITEM, NULL);

      item->feed = g_steal_pointer (&feeds->pdata[i]);
      item->state = essaim_library_get_refresh_state (database, item->feed->id, NULL);
      g_ptr_array_add (items, item);
    }
  g_ptr_array_set_free_func (feeds, NULL);

  g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
}

static void
states_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (EssaimFeedList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (G_TASK (result), &error);

  if (items != NULL)
    essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
  else
    essaim_session_emit_failed (self->session, error);
}

static void
feeds_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (EssaimFeedList) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *feeds = g_task_propagate_pointer (G_TASK (result), &error);

  if (feeds != NULL)
    essaim_session_run_async (self->session, ESSAIM_SESSION_READER, list_states_job, feeds,
                              (GDestroyNotify) g_ptr_array_unref, NULL, states_listed_cb, g_object_ref (self));
  else
    essaim_session_emit_failed (self->session, error);
}

static void
reload (EssaimFeedList *self)
{
  essaim_session_run_async (self->session, ESSAIM_SESSION_WORK, list_feeds_job, NULL, NULL, NULL, feeds_listed_cb,
                            g_object_ref (self));
}

/* The subscription goes first: should the rest fail, it can be refreshed no more, and its records can be removed
 * again. */
static void
remove_job (GTask        *task,
            gpointer      database,
            gpointer      data,
            GCancellable *cancellable)
{
  GError *error = NULL;

  if (essaim_work_remove_feed (essaim_stores_get_work (database), data, &error) &&
      essaim_library_remove_feed (essaim_stores_get_library (database), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  essaim_session_look_async (ESSAIM_SESSION (source), NULL, NULL);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
essaim_feed_list_finalize (GObject *object)
{
  EssaimFeedList *self = ESSAIM_FEED_LIST (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_feed_list_parent_class)->finalize (object);
}

static void
essaim_feed_list_class_init (EssaimFeedListClass *klass)
{
  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_FEED_ITEM;
  G_OBJECT_CLASS (klass)->finalize = essaim_feed_list_finalize;
}

static void
essaim_feed_list_init (EssaimFeedList *self)
{
}

/**
 * essaim_feed_item_get_id:
 * @self: a feed
 *
 * Returns: its id
 */
const char *
essaim_feed_item_get_id (EssaimFeedItem *self)
{
  return self->feed->id;
}

/**
 * essaim_feed_item_get_title:
 * @self: a feed
 *
 * Returns: its title, or its id where it has none
 */
const char *
essaim_feed_item_get_title (EssaimFeedItem *self)
{
  return self->feed->title != NULL ? self->feed->title : self->feed->id;
}

/**
 * essaim_feed_item_get_uri:
 * @self: a feed
 *
 * Returns: (nullable): where it is read from
 */
const char *
essaim_feed_item_get_uri (EssaimFeedItem *self)
{
  return self->feed->uri;
}

/**
 * essaim_feed_item_get_licence:
 * @self: a feed
 *
 * Returns: (nullable): under what licence it is published
 */
const char *
essaim_feed_item_get_licence (EssaimFeedItem *self)
{
  return self->feed->licence;
}

/**
 * essaim_feed_item_is_shipped:
 * @self: a feed
 *
 * Returns: whether it came with the program: the person did not choose it
 */
gboolean
essaim_feed_item_is_shipped (EssaimFeedItem *self)
{
  return g_str_equal (self->feed->id, ESSAIM_SYNC_STARTER);
}

/**
 * essaim_feed_item_get_enabled:
 * @self: a feed
 *
 * Returns: whether it is refreshed
 */
gboolean
essaim_feed_item_get_enabled (EssaimFeedItem *self)
{
  return self->feed->enabled;
}

/**
 * essaim_feed_item_get_records:
 * @self: a feed
 *
 * Returns: how many records it has now
 */
guint
essaim_feed_item_get_records (EssaimFeedItem *self)
{
  return self->state != NULL ? self->state->records : 0;
}

/**
 * essaim_feed_item_get_last_success:
 * @self: a feed
 *
 * Returns: (nullable): when it was last read well, ISO 8601
 */
const char *
essaim_feed_item_get_last_success (EssaimFeedItem *self)
{
  return self->state != NULL ? self->state->last_success : NULL;
}

/**
 * essaim_feed_item_get_last_try:
 * @self: a feed
 *
 * Returns: (nullable): when it was last tried, ISO 8601
 */
const char *
essaim_feed_item_get_last_try (EssaimFeedItem *self)
{
  return self->state != NULL ? self->state->last_try : NULL;
}

/**
 * essaim_feed_item_get_outcome:
 * @self: a feed
 *
 * Returns: what became of the last try; meaningless without one
 */
EssaimOutcome
essaim_feed_item_get_outcome (EssaimFeedItem *self)
{
  return self->state != NULL ? self->state->outcome : ESSAIM_OUTCOME_UNCHANGED;
}

/**
 * essaim_feed_item_get_message:
 * @self: a feed
 *
 * Returns: (nullable): what was said of the last try
 */
const char *
essaim_feed_item_get_message (EssaimFeedItem *self)
{
  return self->state != NULL ? self->state->message : NULL;
}

/**
 * essaim_feed_list_new:
 * @session: the open data folder
 *
 * Returns: (transfer full): the feeds; they are read at once, and again whenever they change
 */
EssaimFeedList *
essaim_feed_list_new (EssaimSession *session)
{
  EssaimFeedList *self = g_object_new (ESSAIM_TYPE_FEED_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "work-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}

/**
 * essaim_feed_list_remove_async:
 * @self: the feeds
 * @feed: id
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the feed and its records are gone
 * @user_data: for @callback
 */
void
essaim_feed_list_remove_async (EssaimFeedList      *self,
                               const char          *feed,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (ESSAIM_IS_FEED_LIST (self));
  g_return_if_fail (feed != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  essaim_session_run_async (self->session, ESSAIM_SESSION_WRITER, remove_job, g_strdup (feed), g_free, cancellable,
                            removed_cb, task);
}

/**
 * essaim_feed_list_remove_finish:
 * @self: the feeds
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
essaim_feed_list_remove_finish (EssaimFeedList  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
