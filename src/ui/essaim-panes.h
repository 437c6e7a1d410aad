/* essaim-panes.h: side, main, list and detail panes that share whatever width there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** EssaimPane: from left to right. */
typedef enum
{
  ESSAIM_PANE_SIDE,
  ESSAIM_PANE_MAIN,
  ESSAIM_PANE_LIST,
  ESSAIM_PANE_DETAIL,
} EssaimPane;
#define ESSAIM_N_PANES 4

#define ESSAIM_TYPE_PANES (essaim_panes_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPanes, essaim_panes, ESSAIM, PANES, GtkWidget)

void     essaim_panes_set_detail_open (EssaimPanes *self, gboolean open);
gboolean essaim_panes_get_detail_open (EssaimPanes *self);
void     essaim_panes_set_side_open   (EssaimPanes *self, gboolean open);
gboolean essaim_panes_get_side_open   (EssaimPanes *self);
void     essaim_panes_set_front       (EssaimPanes *self, EssaimPane front);
gboolean essaim_panes_is_single       (EssaimPanes *self);

G_END_DECLS
