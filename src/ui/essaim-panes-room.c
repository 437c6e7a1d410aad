/* essaim-panes-room.c: how much room each of the panes has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes-private.h"

#define TEXT_SIZE_PX (11.0 * 96.0 / 72.0)

static gboolean
wants_column (EssaimPanes *self,
              EssaimPane   pane)
{
  if (self->panes[pane] == NULL)
    return FALSE;
  if (pane == ESSAIM_PANE_DETAIL)
    return self->detail_open;
  if (pane == ESSAIM_PANE_SIDE)
    return self->side_is_navigation || self->side_open;

  return TRUE;
}

/* The only pane of a narrow window. */
static EssaimPane
get_single_pane (EssaimPanes *self)
{
  static const EssaimPane fallbacks[] = { ESSAIM_PANE_MAIN, ESSAIM_PANE_LIST, ESSAIM_PANE_SIDE };

  if (self->detail_open && self->panes[ESSAIM_PANE_DETAIL] != NULL)
    return ESSAIM_PANE_DETAIL;
  if (self->panes[self->front] != NULL && self->front != ESSAIM_PANE_DETAIL)
    return self->front;
  if (self->side_is_navigation)
    return ESSAIM_PANE_SIDE;

  for (guint i = 0; i < G_N_ELEMENTS (fallbacks); i++)
    if (self->panes[fallbacks[i]] != NULL)
      return fallbacks[i];

  return ESSAIM_PANE_MAIN;
}

/**
 * essaim_panes_scale_width: (skip)
 * @self: panes
 * @pane: one of them
 * @width: its width for text of 11 points, in pixels
 *
 * Panes of text grow with it, so that their lines hold as many words.
 *
 * Returns: its width for the text of this screen, in pixels
 */
int
essaim_panes_scale_width (EssaimPanes *self,
                          EssaimPane   pane,
                          int          width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double size_px = pango_font_description_get_size (pango_context_get_font_description (context)) / (double) PANGO_SCALE;

  return pane == ESSAIM_PANE_MAIN ? width : (int) (width * MAX (1.0, size_px / TEXT_SIZE_PX));
}

/**
 * essaim_panes_compute_layout: (skip)
 * @self: panes
 * @layout: (out caller-allocates): who has a column, and how wide
 * @with_side: whether to take the side pane for open
 * @width: of all, in pixels
 */
void
essaim_panes_compute_layout (EssaimPanes       *self,
                             EssaimPanesLayout *layout,
                             gboolean           with_side,
                             int                width)
{
  static const int minimums[ESSAIM_N_PANES] = { 252, 320, 320, 360 };
  EssaimPaneWish wishes[ESSAIM_N_PANES];

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    {
      int minimum = 0;

      if (self->panes[i] != NULL)
        gtk_widget_measure (self->panes[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      wishes[i].wanted = wants_column (self, i) || (i == ESSAIM_PANE_SIDE && with_side);
      wishes[i].width = essaim_panes_scale_width (self, i, self->widths[i]);
      wishes[i].minimum = MAX (minimum, essaim_panes_scale_width (self, i, MIN (minimums[i], self->widths[i])));
    }

  essaim_panes_layout_compute (layout, wishes, get_single_pane (self), width);
}

/**
 * essaim_panes_has_column: (skip)
 * @self: panes
 * @pane: one of them
 *
 * Returns: whether it has a column of its own
 */
gboolean
essaim_panes_has_column (EssaimPanes *self,
                         EssaimPane   pane)
{
  return (self->layout.columns & (1u << pane)) != 0;
}

/**
 * essaim_panes_has_room_for_side: (skip)
 * @self: panes
 *
 * Returns: whether the side pane would have a column if it were open
 */
gboolean
essaim_panes_has_room_for_side (EssaimPanes *self)
{
  EssaimPanesLayout layout;

  essaim_panes_compute_layout (self, &layout, TRUE, gtk_widget_get_width (GTK_WIDGET (self)));

  return layout.n_columns > 1 && (layout.columns & (1u << ESSAIM_PANE_SIDE)) != 0;
}

/**
 * essaim_panes_allocate_at: (skip)
 * @self: panes
 * @child: what is given its place
 * @x: pixels from where lines of text begin
 * @y: pixels from the top
 * @width: pixels; the child gets what it needs at least
 * @height: pixels
 */
void
essaim_panes_allocate_at (EssaimPanes *self,
                          GtkWidget   *child,
                          int          x,
                          int          y,
                          int          width,
                          int          height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (width, minimum), height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (left, y)));
}
