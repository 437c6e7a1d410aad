/* essaim-filter-row.h: one choice of a filter: tick, icon, name, how many it would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-choice.h"

G_BEGIN_DECLS

/** EssaimFilterRow: signal `toggled` when the person ticks or unticks it. */
#define ESSAIM_TYPE_FILTER_ROW (essaim_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFilterRow, essaim_filter_row, ESSAIM, FILTER_ROW, GtkWidget)

GtkWidget          *essaim_filter_row_new        (EssaimChoice       *choice,
                                                  gboolean            with_icon);
const EssaimChoice *essaim_filter_row_get_choice (EssaimFilterRow    *self);
void                essaim_filter_row_set_chosen (EssaimFilterRow    *self,
                                                  gboolean            chosen);
void                essaim_filter_row_set_wide   (EssaimFilterRow    *self,
                                                  gboolean            wide);
/* @facets: (nullable) */
void                essaim_filter_row_update     (EssaimFilterRow    *self,
                                                  const EssaimQuery  *query,
                                                  const EssaimFacets *facets);

G_END_DECLS
