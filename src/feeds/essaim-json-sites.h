/* essaim-json-sites.h: the sites that a JSON record lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-json-stream.h"
#include "essaim-record-builder.h"

G_BEGIN_DECLS

/** The list of sites in the answers of the Recherche d’entreprises (recherche-entreprises.api.gouv.fr): what a search
 * by place found. */
#define ESSAIM_JSON_SITES "matching_etablissements"

/** EssaimJsonSites: the values of each site of the record at hand. */
typedef struct _EssaimJsonSites EssaimJsonSites;

EssaimJsonSites *essaim_json_sites_new    (EssaimRecordBuilder *builder);
void             essaim_json_sites_free   (EssaimJsonSites *self);
void             essaim_json_sites_begin  (EssaimJsonSites *self);
void             essaim_json_sites_open   (EssaimJsonSites *self);
void             essaim_json_sites_start  (EssaimJsonSites *self);
void             essaim_json_sites_add    (EssaimJsonSites *self, guint field, const EssaimJsonScalar *scalar);
guint            essaim_json_sites_get_n  (EssaimJsonSites *self);
void             essaim_json_sites_choose (EssaimJsonSites *self, guint site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimJsonSites, essaim_json_sites_free)

G_END_DECLS
