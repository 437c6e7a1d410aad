/* essaim-item-list.h: a GListModel whose subclass says what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** EssaimItemList: a list that is replaced as a whole, and tells only what changed: objects that stay keep their
 * place in a view. */
#define ESSAIM_TYPE_ITEM_LIST (essaim_item_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (EssaimItemList, essaim_item_list, ESSAIM, ITEM_LIST, GObject)

struct _EssaimItemListClass
{
  GObjectClass parent_class;

  GType        item_type;   /* set by the subclass */
};

guint    essaim_item_list_get_n   (EssaimItemList *self);
/* (transfer none) */
gpointer essaim_item_list_peek    (EssaimItemList *self,
                                   guint           position);
/* For the subclass. */
void     essaim_item_list_replace (EssaimItemList *self,
                                   GPtrArray      *items);

G_END_DECLS
