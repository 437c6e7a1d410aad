/* essaim-filter-dates.h: where records must have a position, and since when they may be new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-explorer.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_FILTER_DATES (essaim_filter_dates_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFilterDates, essaim_filter_dates, ESSAIM, FILTER_DATES, GtkWidget)

GtkWidget *essaim_filter_dates_new (EssaimExplorer *explorer);

G_END_DECLS
