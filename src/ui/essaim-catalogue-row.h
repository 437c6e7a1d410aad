/* essaim-catalogue-row.h: a feed that is proposed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-catalogue-list.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_CATALOGUE_ROW (essaim_catalogue_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCatalogueRow, essaim_catalogue_row, ESSAIM, CATALOGUE_ROW, GtkListBoxRow)

GtkWidget *essaim_catalogue_row_new (EssaimCatalogueItem *item);

G_END_DECLS
