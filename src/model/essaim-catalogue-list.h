/* essaim-catalogue-list.h: the feeds that one can subscribe to without knowing an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-list.h"

G_BEGIN_DECLS

/** EssaimCatalogueItem: a feed that is proposed. */
#define ESSAIM_TYPE_CATALOGUE_ITEM (essaim_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCatalogueItem, essaim_catalogue_item, ESSAIM, CATALOGUE_ITEM, GObject)

const char *essaim_catalogue_item_get_id        (EssaimCatalogueItem *self);
const char *essaim_catalogue_item_get_title     (EssaimCatalogueItem *self);
const char *essaim_catalogue_item_get_publisher (EssaimCatalogueItem *self);   /* (nullable) */
const char *essaim_catalogue_item_get_summary   (EssaimCatalogueItem *self);
const char *essaim_catalogue_item_get_licence   (EssaimCatalogueItem *self);   /* (nullable) */
const char *essaim_catalogue_item_get_format    (EssaimCatalogueItem *self);
guint       essaim_catalogue_item_get_records   (EssaimCatalogueItem *self);   /* about so many; 0: not known */
guint64     essaim_catalogue_item_get_bytes     (EssaimCatalogueItem *self);   /* likewise */
/* Whether the publisher has not been seen to say so. */
gboolean    essaim_catalogue_item_is_licence_assumed (EssaimCatalogueItem *self);
/* Whether it brings what is in a territory alone, and needs to know which. */
gboolean    essaim_catalogue_item_by_territory  (EssaimCatalogueItem *self);
gboolean    essaim_catalogue_item_needs_token   (EssaimCatalogueItem *self);

/** EssaimCatalogueList: a GListModel of EssaimCatalogueItem, without those that the person has. */
#define ESSAIM_TYPE_CATALOGUE_LIST (essaim_catalogue_list_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCatalogueList, essaim_catalogue_list, ESSAIM, CATALOGUE_LIST, EssaimItemList)

EssaimCatalogueList *essaim_catalogue_list_new              (EssaimSession        *session,
                                                             EssaimFeedList       *feeds);
/* (nullable): words that each of them has in its title, publisher or summary. */
void                 essaim_catalogue_list_set_search       (EssaimCatalogueList  *self,
                                                             const char           *search);
/* (nullable): id of the territory that feeds by territory are of. */
void                 essaim_catalogue_list_set_territory    (EssaimCatalogueList  *self,
                                                             const char           *territory);
/* (nullable): sentences, a line each: what could not be taken of the person's own catalogues. */
const char          *essaim_catalogue_list_get_problems     (EssaimCatalogueList  *self);
void                 essaim_catalogue_list_subscribe_async  (EssaimCatalogueList  *self,
                                                             const char           *id,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
/* (transfer full) (nullable): the feed's id; it is to be read yet. */
char                *essaim_catalogue_list_subscribe_finish (EssaimCatalogueList  *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

G_END_DECLS
