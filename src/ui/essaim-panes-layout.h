/* essaim-panes-layout.h: which panes have a column at a width, and how wide each is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

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

/** EssaimPaneWish: what a pane would like, in pixels. */
typedef struct
{
  gboolean wanted;   /* it is there and has something to show */
  int      width;
  int      minimum;  /* it may be squeezed down to this, for the flexible pane's sake */
} EssaimPaneWish;

/** EssaimPanesLayout: what the panes get. */
typedef struct
{
  guint columns;                  /* bits 1 << EssaimPane */
  int   n_columns;                /* the most that there is room for: 1 to 4 */
  int   widths[ESSAIM_N_PANES];   /* of those in columns */
} EssaimPanesLayout;

void essaim_panes_layout_compute (EssaimPanesLayout    *layout,
                                  const EssaimPaneWish *wishes,
                                  EssaimPane            single,
                                  int                   width);

G_END_DECLS
