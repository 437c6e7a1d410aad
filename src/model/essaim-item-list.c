/* essaim-item-list.c: a GListModel whose subclass says what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-item-list.h"

typedef struct
{
  GPtrArray *items;   /* (element-type GObject) */
} EssaimItemListPrivate;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (EssaimItemList, essaim_item_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (EssaimItemList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GPtrArray *
get_items (gpointer self)
{
  EssaimItemListPrivate *priv = essaim_item_list_get_instance_private (self);

  return priv->items;
}

static GType
list_model_get_item_type (GListModel *model)
{
  return ESSAIM_ITEM_LIST_GET_CLASS (model)->item_type;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return get_items (model)->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  GPtrArray *items = get_items (model);

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
essaim_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (get_items (object));

  G_OBJECT_CLASS (essaim_item_list_parent_class)->finalize (object);
}

static void
essaim_item_list_class_init (EssaimItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_item_list_finalize;
  klass->item_type = G_TYPE_OBJECT;
}

static void
essaim_item_list_init (EssaimItemList *self)
{
  EssaimItemListPrivate *priv = essaim_item_list_get_instance_private (self);

  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * essaim_item_list_get_n:
 * @self: a list
 *
 * Returns: how many items it has
 */
guint
essaim_item_list_get_n (EssaimItemList *self)
{
  g_return_val_if_fail (ESSAIM_IS_ITEM_LIST (self), 0);

  return get_items (self)->len;
}

/**
 * essaim_item_list_peek:
 * @self: a list
 * @position: less than [method@ItemList.get_n]
 *
 * Returns: (transfer none): the item
 */
gpointer
essaim_item_list_peek (EssaimItemList *self,
                       guint           position)
{
  g_return_val_if_fail (ESSAIM_IS_ITEM_LIST (self), NULL);

  return g_ptr_array_index (get_items (self), position);
}

/**
 * essaim_item_list_replace:
 * @self: a list
 * @items: (element-type GObject): what shall be in it, objects that stay among them; its items are taken
 *
 * What is the same at both ends is not told as changed.
 */
void
essaim_item_list_replace (EssaimItemList *self,
                          GPtrArray      *items)
{
  EssaimItemListPrivate *priv = essaim_item_list_get_instance_private (self);
  GPtrArray *old = priv->items;
  guint start = 0;
  guint end = 0;

  while (start < MIN (old->len, items->len) && old->pdata[start] == items->pdata[start])
    start++;
  while (end < MIN (old->len, items->len) - start &&
         old->pdata[old->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;

  priv->items = g_ptr_array_ref (items);
  if (old->len - start - end > 0 || items->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, items->len - start - end);
  g_ptr_array_unref (old);
}
