/* essaim-result-item.h: one row of the results, as a list or a popover shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "essaim-themes.h"
#include "essaim-vocabulary.h"

G_BEGIN_DECLS

/** EssaimResultItem: properties `row`, `themes` (EssaimThemeSet), `kind`, `n-sites`, `n-regions`, `n-sources` (all uint)
 * and `is-new` (boolean) are there at once; `id`, `title`, `organisation`, `place` (utf8, nullable) and `funding` (double,
 * NAN unknown) come from the store a moment later: they notify, then `ready` (boolean) becomes TRUE. */
#define ESSAIM_TYPE_RESULT_ITEM (essaim_result_item_get_type ())
G_DECLARE_FINAL_TYPE (EssaimResultItem, essaim_result_item, ESSAIM, RESULT_ITEM, GObject)

guint           essaim_result_item_get_row          (EssaimResultItem *self);   /* in the index */
EssaimThemeSet  essaim_result_item_get_themes       (EssaimResultItem *self);
EssaimKind      essaim_result_item_get_kind         (EssaimResultItem *self);
guint           essaim_result_item_get_n_sites      (EssaimResultItem *self);
guint           essaim_result_item_get_n_regions    (EssaimResultItem *self);
guint           essaim_result_item_get_n_sources    (EssaimResultItem *self);
gboolean        essaim_result_item_is_new           (EssaimResultItem *self);
double          essaim_result_item_get_distance_km  (EssaimResultItem *self,
                                                     double            lat,
                                                     double            lon);    /* NAN unknown */
gboolean        essaim_result_item_belongs          (EssaimResultItem *self,
                                                     guint             territory);
const char     *essaim_result_item_get_department   (EssaimResultItem *self);   /* (nullable) */
gboolean        essaim_result_item_get_ready        (EssaimResultItem *self);
const char     *essaim_result_item_get_id           (EssaimResultItem *self);   /* (nullable) until ready */
const char     *essaim_result_item_get_title        (EssaimResultItem *self);   /* (nullable) until ready */
const char     *essaim_result_item_get_organisation (EssaimResultItem *self);   /* (nullable) */
const char     *essaim_result_item_get_place        (EssaimResultItem *self);   /* (nullable) */
double          essaim_result_item_get_funding      (EssaimResultItem *self);   /* euros; NAN unknown */

G_END_DECLS
