/* essaim-feed-list.c: the feeds that the person subscribed to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-list-private.h"

#include <string.h>

#include "essaim-feed-item-private.h"
#include "essaim-session-private.h"
#include "essaim-stores.h"
#include "essaim-subscribe.h"
#include "essaim-sync.h"

/* Longer than the words that offer to restore it stand. */
#define GRACE_MS 15000

struct _EssaimFeedList
{
  EssaimItemList  parent_instance;

  /* Owned */
  EssaimSession  *session;
  GHashTable     *removed;    /* ids → source of the timer: may still be restored */

  guint           grace;
  guint           asked;      /* the looks at the store, by number: an older one than that shown is of no use */
  guint           shown;
  gboolean        loaded;
};

G_DEFINE_FINAL_TYPE (EssaimFeedList, essaim_feed_list, ESSAIM_TYPE_ITEM_LIST)

enum { PROP_0, PROP_GRACE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The list and the number of the look, for the time that it takes. */
typedef struct
{
  EssaimFeedList *list;    /* owned */
  GTask          *task;    /* (nullable): owned; who waits for it */
  guint           number;
} Look;

/* The timer of a feed that was removed. */
typedef struct
{
  EssaimFeedList *list;    /* borrowed: it owns the timer */
  char           *feed;
} Grace;

static void
look_free (Look *look)
{
  g_object_unref (look->list);
  g_clear_object (&look->task);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
grace_free (gpointer data)
{
  Grace *grace = data;

  g_free (grace->feed);
  g_free (grace);
}

/* Where the catalogues are that tell of publishers. */
typedef struct
{
  char *shipped;
  char *own;
} Folders;

static Folders *
folders_new (EssaimSession *session)
{
  Folders *folders = g_new0 (Folders, 1);

  folders->shipped = g_strdup (essaim_reference_get_folder (essaim_session_get_reference (session)));
  folders->own = g_strdup (essaim_session_get_folder (session));

  return folders;
}

static void
folders_free (gpointer data)
{
  Folders *folders = data;

  g_free (folders->shipped);
  g_free (folders->own);
  g_free (folders);
}

/* (nullable): a subscription knows the entry that it comes from, and that one who publishes it. */
static char *
find_publisher (EssaimCatalogue *catalogue,
                const char      *origin)
{
  const EssaimCatalogueEntry *entry = NULL;

  if (origin != NULL && g_str_has_prefix (origin, ESSAIM_SUBSCRIBE_OWN))
    origin += strlen (ESSAIM_SUBSCRIBE_OWN);
  if (catalogue != NULL && origin != NULL)
    entry = essaim_catalogue_find (catalogue, origin);

  return entry != NULL ? g_strdup (entry->publisher) : NULL;
}

/* One half is read in each worker: subscriptions are the person's, refreshes the library's. */
static void
list_feeds_job (GTask        *task,
                gpointer      database,
                gpointer      data,
                GCancellable *cancellable)
{
  Folders *folders = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) feeds = essaim_work_list_feeds (database, &error);
  g_autoptr (EssaimCatalogue) catalogue = NULL;
  GPtrArray *all;

  if (feeds == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Without a catalogue there are feeds all the same. */
  catalogue = essaim_catalogue_load (folders->shipped, folders->own, NULL);
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_feed_facts_free);
  g_ptr_array_set_free_func (feeds, NULL);
  for (guint i = 0; i < feeds->len; i++)
    {
      EssaimFeedFacts *facts = g_new0 (EssaimFeedFacts, 1);

      facts->feed = g_ptr_array_index (feeds, i);
      facts->publisher = find_publisher (catalogue, facts->feed->origin);
      g_ptr_array_add (all, facts);
    }

  g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
}

static void
list_states_job (GTask        *task,
                 gpointer      database,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GPtrArray *all = data;
  g_autoptr (GDateTime) date = g_date_time_new_now_utc ();
  g_autofree char *now = g_date_time_format (date, "%FT%TZ");

  for (guint i = 0; i < all->len; i++)
    {
      EssaimFeedFacts *facts = g_ptr_array_index (all, i);
      const char *id = facts->feed->id;

      facts->state = essaim_library_get_refresh_state (database, id, NULL);
      facts->report = essaim_library_get_last_reading (database, id, NULL);
      facts->next = essaim_sync_get_next (database, facts->feed, facts->state, now);
    }

  g_task_return_pointer (task, g_ptr_array_ref (all), (GDestroyNotify) g_ptr_array_unref);
}

/* What was in the list stays the same object. Takes facts. */
static EssaimFeedItem *
make_item (EssaimFeedList  *self,
           EssaimFeedFacts *facts)
{
  EssaimFeedItem *known = essaim_feed_list_find (self, facts->feed->id);

  if (known == NULL)
    return essaim_feed_item_new (facts);

  essaim_feed_item_take_facts (known, facts);

  return g_object_ref (known);
}

/* What came with the program stands behind what the person chose. Takes what all holds. */
static void
show (EssaimFeedList *self,
      GPtrArray      *all)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_own = 0;

  for (guint i = 0; i < all->len; i++)
    {
      EssaimFeedItem *item = make_item (self, g_steal_pointer (&all->pdata[i]));

      if (essaim_feed_item_is_shipped (item))
        g_ptr_array_add (items, item);
      else
        g_ptr_array_insert (items, (int) n_own++, item);
    }

  self->loaded = TRUE;
  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answer (Look   *look,
        GError *error)
{
  if (error != NULL && look->task == NULL)
    essaim_session_emit_failed (look->list->session, error);
  else if (error != NULL)
    g_task_return_error (look->task, g_error_copy (error));
  else if (look->task != NULL)
    g_task_return_boolean (look->task, TRUE);
}

static void
states_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = g_task_propagate_pointer (G_TASK (result), &error);

  if (all != NULL && look->number > look->list->shown)
    {
      look->list->shown = look->number;
      show (look->list, all);
    }
  answer (look, error);
}

static void
feeds_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Look) look = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = g_task_propagate_pointer (G_TASK (result), &error);

  if (all == NULL)
    {
      answer (look, error);
      return;
    }

  essaim_session_run_async (look->list->session, ESSAIM_SESSION_READER, list_states_job, all,
                            (GDestroyNotify) g_ptr_array_unref, NULL, states_listed_cb, look);
  g_steal_pointer (&look);
}

static void
store_changed_cb (EssaimFeedList *self)
{
  essaim_feed_list_reload_async (self, NULL, NULL);
}

static void
sweep_job (GTask        *task,
           gpointer      database,
           gpointer      data,
           GCancellable *cancellable)
{
  GError *error = NULL;

  if (essaim_sync_sweep (essaim_stores_get_library (database), essaim_stores_get_work (database), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
swept_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  EssaimSession *session = ESSAIM_SESSION (source);
  g_autoptr (GError) error = NULL;

  essaim_session_look_async (session, NULL, NULL);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    essaim_session_emit_failed (session, error);
}

/* All that was removed goes at once, so the last one that may be restored is waited for. */
static gboolean
grace_over_cb (gpointer user_data)
{
  Grace *grace = user_data;
  EssaimFeedList *self = grace->list;

  g_hash_table_remove (self->removed, grace->feed);
  if (g_hash_table_size (self->removed) == 0)
    essaim_session_run_async (self->session, ESSAIM_SESSION_WRITER, sweep_job, NULL, NULL, NULL, swept_cb, NULL);

  return G_SOURCE_REMOVE;
}

static void
destroy_timer (gpointer data)
{
  g_source_destroy (data);
  g_source_unref (data);
}

static void
essaim_feed_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_GRACE)
    g_value_set_uint (value, ESSAIM_FEED_LIST (object)->grace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_feed_list_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_GRACE)
    ESSAIM_FEED_LIST (object)->grace = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_feed_list_finalize (GObject *object)
{
  EssaimFeedList *self = ESSAIM_FEED_LIST (object);

  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_feed_list_parent_class)->finalize (object);
}

static void
essaim_feed_list_class_init (EssaimFeedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = essaim_feed_list_finalize;
  object_class->get_property = essaim_feed_list_get_property;
  object_class->set_property = essaim_feed_list_set_property;
  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_FEED_ITEM;

  properties[PROP_GRACE] = g_param_spec_uint ("grace", NULL, NULL, 0, G_MAXUINT, GRACE_MS,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
essaim_feed_list_init (EssaimFeedList *self)
{
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, destroy_timer);
  self->grace = GRACE_MS;
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
  g_signal_connect_object (session, "work-changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "library-changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  essaim_feed_list_reload_async (self, NULL, NULL);

  return self;
}

/**
 * essaim_feed_list_get_loaded:
 * @self: the feeds
 *
 * Returns: whether they have been read
 */
gboolean
essaim_feed_list_get_loaded (EssaimFeedList *self)
{
  g_return_val_if_fail (ESSAIM_IS_FEED_LIST (self), FALSE);

  return self->loaded;
}

/**
 * essaim_feed_list_find:
 * @self: the feeds
 * @feed: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the feed, when the person has it
 */
EssaimFeedItem *
essaim_feed_list_find (EssaimFeedList *self,
                       const char     *feed)
{
  g_return_val_if_fail (ESSAIM_IS_FEED_LIST (self), NULL);

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self)); i++)
    {
      EssaimFeedItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self), i);

      if (g_strcmp0 (essaim_feed_item_get_id (item), feed) == 0)
        return item;
    }

  return NULL;
}

/**
 * essaim_feed_list_get_session: (skip)
 * @self: a list
 *
 * Returns: (transfer none): where its feeds are kept
 */
EssaimSession *
essaim_feed_list_get_session (EssaimFeedList *self)
{
  return self->session;
}

/**
 * essaim_feed_list_begin_grace: (skip)
 * @self: a list
 * @feed: id of a feed that has just been removed
 *
 * It goes for good after the grace, unless that is ended before.
 */
void
essaim_feed_list_begin_grace (EssaimFeedList *self,
                              const char     *feed)
{
  GSource *timer = g_timeout_source_new (self->grace);
  Grace *grace = g_new0 (Grace, 1);

  grace->list = self;
  grace->feed = g_strdup (feed);
  g_source_set_callback (timer, grace_over_cb, grace, grace_free);
  g_source_attach (timer, NULL);
  g_hash_table_replace (self->removed, g_strdup (feed), timer);
}

/**
 * essaim_feed_list_end_grace: (skip)
 * @self: a list
 * @feed: id of a feed that is restored, or gone for good
 */
void
essaim_feed_list_end_grace (EssaimFeedList *self,
                            const char     *feed)
{
  g_hash_table_remove (self->removed, feed);
}

/**
 * essaim_feed_list_reload_async: (skip)
 * @self: a list
 * @callback: (nullable): called when the list shows the feeds as they are now
 * @user_data: for @callback
 */
void
essaim_feed_list_reload_async (EssaimFeedList      *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Look *look = g_new0 (Look, 1);

  look->list = g_object_ref (self);
  look->task = callback != NULL ? g_task_new (self, NULL, callback, user_data) : NULL;
  look->number = ++self->asked;
  essaim_session_run_async (self->session, ESSAIM_SESSION_WORK, list_feeds_job, folders_new (self->session),
                            folders_free, NULL, feeds_listed_cb, look);
}
