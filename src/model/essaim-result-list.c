/* essaim-result-list.c: the results as a GListModel of EssaimResultItem, fetched by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-result-list.h"

#include "essaim-result-item-private.h"
#include "essaim-session-private.h"

#define PAGE_ROWS 64
#define MAX_PAGES 32

/* 64 neighbouring items, asked from the store in one go. */
typedef struct
{
  GPtrArray    *items;         /* (element-type EssaimResultItem) */
  GCancellable *cancellable;   /* stops the loading when the page is let go */
  guint         number;
  GList         link;          /* in `recent` */
} Page;

struct _EssaimResultList
{
  GObject         parent_instance;

  /* Owned */
  EssaimExplorer *explorer;
  EssaimResults  *results;     /* (nullable) */
  GHashTable     *pages;       /* number → Page */
  GQueue          recent;      /* pages, the last used first */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimResultList, essaim_result_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
page_free (gpointer data)
{
  Page *page = data;

  g_cancellable_cancel (page->cancellable);
  g_object_unref (page->cancellable);
  g_ptr_array_unref (page->items);
  g_free (page);
}

static void
cards_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  EssaimSession *session = ESSAIM_SESSION (source);
  g_autoptr (GPtrArray) items = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = essaim_session_get_cards_finish (session, result, &error);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    essaim_result_item_take_card (items->pdata[i], g_steal_pointer (&cards->pdata[i]));
  if (error != NULL)
    essaim_session_emit_failed (session, error);
}

static void
load_page (EssaimResultList *self,
           Page             *page)
{
  EssaimIndex *index = essaim_results_get_index (self->results);
  guint first = page->number * PAGE_ROWS;
  guint n = MIN (PAGE_ROWS, essaim_results_get_n (self->results) - first);
  guint32 numbers[PAGE_ROWS];

  for (guint i = 0; i < n; i++)
    {
      guint row = essaim_results_get_row (self->results, first + i);

      numbers[i] = essaim_index_get_number (index, row);
      g_ptr_array_add (page->items, essaim_result_item_new (index, row));
    }

  essaim_session_get_cards_async (essaim_explorer_get_session (self->explorer), numbers, n, page->cancellable,
                                  cards_loaded_cb, g_ptr_array_ref (page->items));
}

static void
let_go_oldest (EssaimResultList *self)
{
  GList *link = g_queue_pop_tail_link (&self->recent);
  Page *page = link->data;

  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
}

static Page *
get_page (EssaimResultList *self,
          guint             number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    {
      page = g_new0 (Page, 1);
      page->number = number;
      page->items = g_ptr_array_new_with_free_func (g_object_unref);
      page->cancellable = g_cancellable_new ();
      page->link.data = page;
      if (self->recent.length == MAX_PAGES)
        let_go_oldest (self);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
      load_page (self, page);
    }
  else
    {
      g_queue_unlink (&self->recent, &page->link);
    }
  g_queue_push_head_link (&self->recent, &page->link);

  return page;
}

static guint
get_n (EssaimResultList *self)
{
  return self->results != NULL ? essaim_results_get_n (self->results) : 0;
}

/* In two steps: one call with both numbers makes GTK scan the whole model. */
static void
results_changed_cb (EssaimResultList *self)
{
  guint old = get_n (self);

  g_queue_init (&self->recent);
  g_hash_table_remove_all (self->pages);
  g_clear_object (&self->results);
  if (old > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);

  g_set_object (&self->results, essaim_explorer_get_results (self->explorer));
  if (get_n (self) > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, get_n (self));
}

static GType
list_model_get_item_type (GListModel *model)
{
  return ESSAIM_TYPE_RESULT_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return get_n (ESSAIM_RESULT_LIST (model));
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  EssaimResultList *self = ESSAIM_RESULT_LIST (model);

  if (position >= get_n (self))
    return NULL;

  return g_object_ref (get_page (self, position / PAGE_ROWS)->items->pdata[position % PAGE_ROWS]);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
essaim_result_list_finalize (GObject *object)
{
  EssaimResultList *self = ESSAIM_RESULT_LIST (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_object (&self->results);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (essaim_result_list_parent_class)->finalize (object);
}

static void
essaim_result_list_class_init (EssaimResultListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_result_list_finalize;
}

static void
essaim_result_list_init (EssaimResultList *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
}

/**
 * essaim_result_list_new:
 * @explorer: whose results
 *
 * Returns: (transfer full): a list that follows the results
 */
EssaimResultList *
essaim_result_list_new (EssaimExplorer *explorer)
{
  EssaimResultList *self = g_object_new (ESSAIM_TYPE_RESULT_LIST, NULL);

  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::results", G_CALLBACK (results_changed_cb), self, G_CONNECT_SWAPPED);
  results_changed_cb (self);

  return self;
}

/**
 * essaim_result_list_find_selected:
 * @self: a list
 *
 * Returns: the position of the explorer's chosen project, or G_MAXUINT when it is not among the results
 */
guint
essaim_result_list_find_selected (EssaimResultList *self)
{
  guint row;

  g_return_val_if_fail (ESSAIM_IS_RESULT_LIST (self), G_MAXUINT);

  row = essaim_explorer_get_selected_row (self->explorer);
  if (self->results == NULL || row == ESSAIM_NO_ROW ||
      self->results != essaim_explorer_get_results (self->explorer))
    return G_MAXUINT;

  return essaim_results_find_row (self->results, row);
}
