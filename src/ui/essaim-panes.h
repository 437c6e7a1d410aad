/* essaim-panes.h: side, main, list and detail panes that share whatever width there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-panes-layout.h"

G_BEGIN_DECLS

/** EssaimPanes: the panes of a page, and a bar above them.
 *
 * Properties: `bar`, `side`, `main`, `list`, `detail` (GtkWidget: in a template, children of that type); `side-width`,
 * `list-width`, `detail-width` (int, pixels); `side-is-navigation` (boolean: the side pane stands in front of a narrow window
 * while nothing is open, and never slides over the others); `detail-open` (boolean); `side-open` (boolean: the side pane has a
 * column wherever there is room for one). Read only, all notify when the width has settled: `side-shown` (boolean: as a column
 * or as a sheet), `sheet-shown` (boolean: the side pane lies over the others), `single` (boolean: there is room for one pane).
 */
#define ESSAIM_TYPE_PANES (essaim_panes_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPanes, essaim_panes, ESSAIM, PANES, GtkWidget)

void     essaim_panes_set_detail_open (EssaimPanes *self, gboolean open);
gboolean essaim_panes_get_detail_open (EssaimPanes *self);
void     essaim_panes_set_side_open   (EssaimPanes *self, gboolean open);
void     essaim_panes_toggle_side     (EssaimPanes *self);
gboolean essaim_panes_close_sheet     (EssaimPanes *self);
void     essaim_panes_set_front       (EssaimPanes *self, EssaimPane front);
gboolean essaim_panes_is_single       (EssaimPanes *self);
gboolean essaim_panes_focus           (EssaimPanes *self, EssaimPane pane);
gboolean essaim_panes_focus_next      (EssaimPanes *self, int step);

G_END_DECLS
