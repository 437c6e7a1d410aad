/* essaim-catalogue-list.c: the feeds that one can subscribe to without knowing an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-catalogue-list.h"

#include <string.h>

#include "essaim-catalogue.h"
#include "essaim-feed-list-private.h"
#include "essaim-session-private.h"
#include "essaim-subscribe.h"
#include "essaim-text.h"

struct _EssaimCatalogueItem
{
  GObject                     parent_instance;

  /* Owned */
  EssaimCatalogue            *catalogue;
  char                       *words;      /* folded: what a search looks at */

  /* Borrowed: belongs to the catalogue */
  const EssaimCatalogueEntry *entry;
};

G_DEFINE_FINAL_TYPE (EssaimCatalogueItem, essaim_catalogue_item, G_TYPE_OBJECT)

struct _EssaimCatalogueList
{
  EssaimItemList  parent_instance;

  /* Owned */
  EssaimSession  *session;
  EssaimFeedList *feeds;
  GPtrArray      *all;       /* (element-type EssaimCatalogueItem) */
  GStrv           search;    /* (nullable): folded words */
  char           *territory; /* (nullable): id */
  char           *problems;  /* (nullable): sentences, a line each */
};

G_DEFINE_FINAL_TYPE (EssaimCatalogueList, essaim_catalogue_list, ESSAIM_TYPE_ITEM_LIST)

/* One subscription, as the work worker needs it. */
typedef struct
{
  EssaimCatalogueItem *item;
  EssaimReference     *reference;
  char                *territory;   /* (nullable) */
} Subscription;

static void
subscription_free (gpointer data)
{
  Subscription *subscription = data;

  g_object_unref (subscription->item);
  g_object_unref (subscription->reference);
  g_free (subscription->territory);
  g_free (subscription);
}

static void
essaim_catalogue_item_finalize (GObject *object)
{
  EssaimCatalogueItem *self = ESSAIM_CATALOGUE_ITEM (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (essaim_catalogue_item_parent_class)->finalize (object);
}

static void
essaim_catalogue_item_class_init (EssaimCatalogueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_catalogue_item_finalize;
}

static void
essaim_catalogue_item_init (EssaimCatalogueItem *self)
{
}

static EssaimCatalogueItem *
item_new (EssaimCatalogue            *catalogue,
          const EssaimCatalogueEntry *entry)
{
  EssaimCatalogueItem *self = g_object_new (ESSAIM_TYPE_CATALOGUE_ITEM, NULL);
  g_autofree char *text = g_strdup_printf ("%s %s %s", entry->title, entry->publisher != NULL ? entry->publisher : "",
                                           entry->summary != NULL ? entry->summary : "");

  self->catalogue = g_object_ref (catalogue);
  self->entry = entry;
  self->words = essaim_text_fold (text);

  return self;
}

static gboolean
is_found (EssaimCatalogueItem *item,
          const GStrv          search)
{
  for (char **word = search; word != NULL && *word != NULL; word++)
    if (strstr (item->words, *word) == NULL)
      return FALSE;

  return TRUE;
}

/* Of a feed by territory there is one for each; another feed may have been given another id, but knows where it is from. */
static gboolean
is_subscribed (EssaimCatalogueList        *self,
               const EssaimCatalogueEntry *entry)
{
  EssaimItemList *feeds = ESSAIM_ITEM_LIST (self->feeds);
  g_autofree char *id = essaim_subscribe_make_id (entry, self->territory);
  g_autofree char *own = g_strconcat (ESSAIM_SUBSCRIBE_OWN, entry->id, NULL);

  for (guint i = 0; i < essaim_item_list_get_n (feeds); i++)
    {
      EssaimFeedItem *feed = essaim_item_list_peek (feeds, i);
      const char *origin = essaim_feed_item_get_origin (feed);

      if (g_strcmp0 (essaim_feed_item_get_id (feed), id) == 0)
        return TRUE;
      if (!entry->by_territory && (g_strcmp0 (origin, entry->id) == 0 || g_strcmp0 (origin, own) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
update (EssaimCatalogueList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->all->len; i++)
    {
      EssaimCatalogueItem *item = g_ptr_array_index (self->all, i);

      if (is_found (item, self->search) && !is_subscribed (self, item->entry))
        g_ptr_array_add (items, g_object_ref (item));
    }
  essaim_item_list_replace (ESSAIM_ITEM_LIST (self), items);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  EssaimSession *session = source;
  GError *error = NULL;
  EssaimCatalogue *catalogue;

  catalogue = essaim_catalogue_load (essaim_reference_get_folder (essaim_session_get_reference (session)),
                                     essaim_session_get_folder (session), &error);
  if (catalogue != NULL)
    g_task_return_pointer (task, catalogue, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* (nullable) */
static char *
join (GPtrArray *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (sentences, i));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EssaimCatalogueList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimCatalogue) catalogue = g_task_propagate_pointer (G_TASK (result), &error);
  GPtrArray *entries;

  if (catalogue == NULL)
    {
      essaim_session_emit_failed (self->session, error);
      return;
    }

  self->problems = join (essaim_catalogue_get_problems (catalogue));
  entries = essaim_catalogue_get_entries (catalogue);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->all, item_new (catalogue, g_ptr_array_index (entries, i)));
  update (self);
}

static void
essaim_catalogue_list_finalize (GObject *object)
{
  EssaimCatalogueList *self = ESSAIM_CATALOGUE_LIST (object);

  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_strfreev);
  g_clear_pointer (&self->territory, g_free);
  g_clear_pointer (&self->problems, g_free);
  g_clear_object (&self->feeds);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_catalogue_list_parent_class)->finalize (object);
}

static void
essaim_catalogue_list_class_init (EssaimCatalogueListClass *klass)
{
  ESSAIM_ITEM_LIST_CLASS (klass)->item_type = ESSAIM_TYPE_CATALOGUE_ITEM;
  G_OBJECT_CLASS (klass)->finalize = essaim_catalogue_list_finalize;
}

static void
essaim_catalogue_list_init (EssaimCatalogueList *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * essaim_catalogue_item_get_id:
 * @self: a feed that is proposed
 *
 * Returns: its id
 */
const char *
essaim_catalogue_item_get_id (EssaimCatalogueItem *self)
{
  return self->entry->id;
}

/**
 * essaim_catalogue_item_get_title:
 * @self: a feed that is proposed
 *
 * Returns: its title
 */
const char *
essaim_catalogue_item_get_title (EssaimCatalogueItem *self)
{
  return self->entry->title;
}

/**
 * essaim_catalogue_item_get_publisher:
 * @self: a feed that is proposed
 *
 * Returns: (nullable): who publishes it
 */
const char *
essaim_catalogue_item_get_publisher (EssaimCatalogueItem *self)
{
  return self->entry->publisher;
}

/**
 * essaim_catalogue_item_get_summary:
 * @self: a feed that is proposed
 *
 * Returns: what it brings, in one sentence
 */
const char *
essaim_catalogue_item_get_summary (EssaimCatalogueItem *self)
{
  return self->entry->summary;
}

/**
 * essaim_catalogue_item_get_licence:
 * @self: a feed that is proposed
 *
 * Returns: (nullable): under what licence
 */
const char *
essaim_catalogue_item_get_licence (EssaimCatalogueItem *self)
{
  return self->entry->licence;
}

/**
 * essaim_catalogue_item_get_format:
 * @self: a feed that is proposed
 *
 * Returns: `csv`, `geojson` or `json`
 */
const char *
essaim_catalogue_item_get_format (EssaimCatalogueItem *self)
{
  return self->entry->format;
}

/**
 * essaim_catalogue_item_get_records:
 * @self: a feed that is proposed
 *
 * Returns: about how many records it has; 0 when not known
 */
guint
essaim_catalogue_item_get_records (EssaimCatalogueItem *self)
{
  return self->entry->records;
}

/**
 * essaim_catalogue_item_get_bytes:
 * @self: a feed that is proposed
 *
 * Returns: about how many bytes it has; 0 when not known
 */
guint64
essaim_catalogue_item_get_bytes (EssaimCatalogueItem *self)
{
  return self->entry->bytes;
}

/**
 * essaim_catalogue_item_is_licence_assumed:
 * @self: a feed that is proposed
 *
 * Returns: whether its licence is to be confirmed: the publisher has not been seen to say so
 */
gboolean
essaim_catalogue_item_is_licence_assumed (EssaimCatalogueItem *self)
{
  return self->entry->is_licence_assumed;
}

/**
 * essaim_catalogue_item_by_territory:
 * @self: a feed that is proposed
 *
 * Returns: whether it brings only what is in a territory
 */
gboolean
essaim_catalogue_item_by_territory (EssaimCatalogueItem *self)
{
  return self->entry->by_territory;
}

/**
 * essaim_catalogue_item_needs_token:
 * @self: a feed that is proposed
 *
 * Returns: whether its server gives nothing without a token
 */
gboolean
essaim_catalogue_item_needs_token (EssaimCatalogueItem *self)
{
  return self->entry->needs_token;
}

/**
 * essaim_catalogue_list_new:
 * @session: the open data folder; the person's own catalogues are in it
 * @feeds: what the person has already
 *
 * Returns: (transfer full): the catalogue; it is read at once
 */
EssaimCatalogueList *
essaim_catalogue_list_new (EssaimSession  *session,
                           EssaimFeedList *feeds)
{
  EssaimCatalogueList *self = g_object_new (ESSAIM_TYPE_CATALOGUE_LIST, NULL);
  g_autoptr (GTask) task = g_task_new (session, NULL, loaded_cb, g_object_ref (self));

  self->session = g_object_ref (session);
  self->feeds = g_object_ref (feeds);
  g_signal_connect_object (feeds, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_task_run_in_thread (task, load_thread);

  return self;
}

/**
 * essaim_catalogue_list_set_search:
 * @self: the catalogue
 * @search: (nullable): words; case and accents do not matter
 */
void
essaim_catalogue_list_set_search (EssaimCatalogueList *self,
                                  const char          *search)
{
  g_autofree char *folded = search != NULL ? essaim_text_fold (search) : NULL;

  g_return_if_fail (ESSAIM_IS_CATALOGUE_LIST (self));

  g_strfreev (self->search);
  self->search = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  update (self);
}

/**
 * essaim_catalogue_list_set_territory:
 * @self: the catalogue
 * @territory: (nullable): id of the territory that feeds by territory are subscribed to for
 */
void
essaim_catalogue_list_set_territory (EssaimCatalogueList *self,
                                     const char          *territory)
{
  g_return_if_fail (ESSAIM_IS_CATALOGUE_LIST (self));

  if (g_strcmp0 (self->territory, territory) == 0)
    return;

  g_free (self->territory);
  self->territory = g_strdup (territory);
  update (self);
}

/**
 * essaim_catalogue_list_get_problems:
 * @self: the catalogue
 *
 * Returns: (nullable): what is wrong with the person's own catalogues, a sentence a line
 */
const char *
essaim_catalogue_list_get_problems (EssaimCatalogueList *self)
{
  g_return_val_if_fail (ESSAIM_IS_CATALOGUE_LIST (self), NULL);

  return self->problems;
}

static void
subscribe_job (GTask        *task,
               gpointer      database,
               gpointer      data,
               GCancellable *cancellable)
{
  Subscription *subscription = data;
  g_autofree char *feed = NULL;
  GError *error = NULL;

  if (essaim_subscribe (database, subscription->item->entry, subscription->reference, subscription->territory, &feed,
                        &error))
    g_task_return_pointer (task, g_steal_pointer (&feed), g_free);
  else
    g_task_return_error (task, error);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);
}

static void
subscribed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  EssaimCatalogueList *self = g_task_get_source_object (task);
  GError *error = NULL;
  char *feed = g_task_propagate_pointer (G_TASK (result), &error);

  if (feed == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_set_task_data (task, feed, g_free);
  essaim_session_emit_work_changed (self->session);
  essaim_feed_list_reload_async (self->feeds, shown_cb, g_steal_pointer (&task));
}

static EssaimCatalogueItem *
find (EssaimCatalogueList *self,
      const char          *id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      EssaimCatalogueItem *item = g_ptr_array_index (self->all, i);

      if (g_str_equal (item->entry->id, id))
        return item;
    }

  return NULL;
}

/**
 * essaim_catalogue_list_subscribe_async:
 * @self: the catalogue
 * @id: of a feed that is in it
 * @cancellable: (nullable): to stop before it has begun
 * @callback: called when the person has the feed
 * @user_data: for @callback
 */
void
essaim_catalogue_list_subscribe_async (EssaimCatalogueList *self,
                                       const char          *id,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  EssaimCatalogueItem *item;
  Subscription *subscription;

  g_return_if_fail (ESSAIM_IS_CATALOGUE_LIST (self));

  item = find (self, id);
  g_return_if_fail (item != NULL);

  subscription = g_new0 (Subscription, 1);
  subscription->item = g_object_ref (item);
  subscription->reference = g_object_ref (essaim_session_get_reference (self->session));
  subscription->territory = item->entry->by_territory ? g_strdup (self->territory) : NULL;
  essaim_session_run_async (self->session, ESSAIM_SESSION_WORK, subscribe_job, subscription, subscription_free,
                            cancellable, subscribed_cb, g_task_new (self, cancellable, callback, user_data));
}

/**
 * essaim_catalogue_list_subscribe_finish:
 * @self: the catalogue
 * @result: from the callback
 * @error: return location: no territory for a feed that needs one, for example
 *
 * Returns: (transfer full) (nullable): the feed's id; the list of feeds has it already
 */
char *
essaim_catalogue_list_subscribe_finish (EssaimCatalogueList  *self,
                                        GAsyncResult         *result,
                                        GError              **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
