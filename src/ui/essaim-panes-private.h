/* essaim-panes-private.h: what the files of EssaimPanes share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-panes.h"

G_BEGIN_DECLS

struct _EssaimPanes
{
  GtkWidget          parent_instance;

  /* Owned: children, any pane may be missing */
  GtkWidget         *bar;
  GtkWidget         *veil;
  GtkWidget         *panes[ESSAIM_N_PANES];

  /* Owned */
  AdwAnimation      *slide;

  /* Borrowed: where the keyboard was before the sheet, and in each pane */
  GtkWidget         *focus_before;
  GtkWidget         *focus_in[ESSAIM_N_PANES];

  int                widths[ESSAIM_N_PANES];  /* wanted; the main pane takes the rest, or the list where there is none */
  EssaimPanesLayout  layout;                  /* of the last allocation */
  EssaimPane         front;                   /* of main, list and side when there is one column */
  double             reveal;                  /* how far the sheet has slid in: 0 to 1 */
  guint              settle_id;
  guint              detail_open : 1;
  guint              side_open : 1;           /* when it has a column */
  guint              sheet_open : 1;          /* when it has none */
  guint              side_is_navigation : 1;

  /* What the world has been told */
  guint              told_single : 1;
  guint              told_side_shown : 1;
  guint              told_sheet_shown : 1;
};

void     essaim_panes_compute_layout    (EssaimPanes *self, EssaimPanesLayout *layout, gboolean with_side, int width);
gboolean essaim_panes_has_column        (EssaimPanes *self, EssaimPane pane);
gboolean essaim_panes_has_room_for_side (EssaimPanes *self);
int      essaim_panes_scale_width       (EssaimPanes *self, EssaimPane pane, int width);
void     essaim_panes_allocate_at       (EssaimPanes *self, GtkWidget *child, int x, int y, int width, int height);

/* The side pane over the others. */
void     essaim_panes_init_sheet        (EssaimPanes *self);
gboolean essaim_panes_shows_sheet       (EssaimPanes *self);
gboolean essaim_panes_settle_sheet      (EssaimPanes *self);
void     essaim_panes_allocate_sheet    (EssaimPanes *self, int top, int width, int height);

G_END_DECLS
