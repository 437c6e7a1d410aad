/* essaim-panes-layout.c: which panes have a column at a width, and how wide each is
 *
 * The number of columns follows the width: four from 1600 px, three from 1100, two from 860, else one; fewer where the panes
 * need more than that, as with large text. When there are more panes than columns the side pane goes first, then the list,
 * then the main pane; an open detail always stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-panes-layout.h"

static int
columns_for_width (int width)
{
  if (width >= 1600)
    return 4;
  if (width >= 1100)
    return 3;

  return width >= 860 ? 2 : 1;
}

/* Which panes have a column, as bits. */
static guint
choose_columns (const EssaimPaneWish *wishes,
                int                   n_columns)
{
  /* Who keeps a column longest. */
  static const EssaimPane order[] = { ESSAIM_PANE_DETAIL, ESSAIM_PANE_MAIN, ESSAIM_PANE_LIST, ESSAIM_PANE_SIDE };
  guint chosen = 0;
  int n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order) && n < n_columns; i++)
    if (wishes[order[i]].wanted)
      {
        chosen |= 1u << order[i];
        n++;
      }

  return chosen;
}

/* Who takes what the others leave. */
static EssaimPane
choose_flexible (guint chosen)
{
  static const EssaimPane order[] = { ESSAIM_PANE_MAIN, ESSAIM_PANE_LIST, ESSAIM_PANE_DETAIL, ESSAIM_PANE_SIDE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (chosen & (1u << order[i]))
      return order[i];

  return ESSAIM_PANE_MAIN;
}

/* Returns: whether all of them fit. */
static gboolean
share_width (EssaimPanesLayout    *layout,
             const EssaimPaneWish *wishes,
             int                   width)
{
  /* Who is squeezed first. */
  static const EssaimPane order[] = { ESSAIM_PANE_LIST, ESSAIM_PANE_DETAIL, ESSAIM_PANE_SIDE };
  EssaimPane flexible = choose_flexible (layout->columns);
  int rest = width;

  for (guint i = 0; i < ESSAIM_N_PANES; i++)
    if (i != flexible && layout->columns & (1u << i))
      {
        layout->widths[i] = MAX (wishes[i].width, wishes[i].minimum);
        rest -= layout->widths[i];
      }

  for (guint i = 0; i < G_N_ELEMENTS (order) && rest < wishes[flexible].minimum; i++)
    if (order[i] != flexible && layout->columns & (1u << order[i]))
      {
        int spare = MIN (layout->widths[order[i]] - wishes[order[i]].minimum, wishes[flexible].minimum - rest);

        layout->widths[order[i]] -= spare;
        rest += spare;
      }

  layout->widths[flexible] = rest;

  return rest >= wishes[flexible].minimum;
}

/**
 * essaim_panes_layout_compute:
 * @layout: (out caller-allocates): which panes have a column, and its width in pixels
 * @wishes: (array fixed-size=4): by #EssaimPane
 * @single: the pane to see where there is room for one only
 * @width: to share, in pixels
 */
void
essaim_panes_layout_compute (EssaimPanesLayout    *layout,
                             const EssaimPaneWish *wishes,
                             EssaimPane            single,
                             int                   width)
{
  for (layout->n_columns = columns_for_width (width); layout->n_columns > 1; layout->n_columns--)
    {
      layout->columns = choose_columns (wishes, layout->n_columns);
      if (share_width (layout, wishes, width))
        return;
    }

  layout->columns = 1u << single;
  layout->widths[single] = width;
}
