/* essaim-tile-layout.c: tiles of one height, in as few even rows as the width allows
 *
 * Five tiles where there is room for four make rows of three and two, and each row fills the width.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tile-layout.h"

#define SPACING 8

struct _EssaimTileLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EssaimTileLayout, essaim_tile_layout, GTK_TYPE_LAYOUT_MANAGER)

/** Tiles: how many there are, and the size that the most demanding of them needs. */
typedef struct
{
  int n;
  int minimum;
  int natural;
  int height;
} Tiles;

static void
measure_tiles (GtkWidget *widget,
               Tiles     *tiles)
{
  GtkWidget *child;

  *tiles = (Tiles) { 0 };
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      tiles->n++;
      tiles->minimum = MAX (tiles->minimum, minimum);
      tiles->natural = MAX (tiles->natural, natural);
    }
}

static int
count_columns (const Tiles *tiles,
               int          width)
{
  int fit = MAX ((width + SPACING) / MAX (tiles->minimum + SPACING, 1), 1);
  int rows = (tiles->n + fit - 1) / fit;

  return rows > 0 ? (tiles->n + rows - 1) / rows : 1;
}

/* How wide the i-th tile is: those of a last row that is not full share its width. */
static int
get_tile_width (const Tiles *tiles,
                int          columns,
                int          i,
                int          width)
{
  int in_row = MIN (columns, tiles->n - i / columns * columns);

  return (width - SPACING * (in_row - 1)) / in_row;
}

static void
measure_heights (GtkWidget *widget,
                 Tiles     *tiles,
                 int        columns,
                 int        width)
{
  GtkWidget *child;
  int i = 0;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, get_tile_width (tiles, columns, i++, width), &minimum, NULL,
                          NULL, NULL);
      tiles->height = MAX (tiles->height, minimum);
    }
}

static void
essaim_tile_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  Tiles tiles;

  measure_tiles (widget, &tiles);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = tiles.minimum;
      *natural = tiles.n * (tiles.natural + SPACING) - SPACING;
      *natural = MAX (*natural, *minimum);
    }
  else
    {
      int width = for_size < 0 ? tiles.n * (tiles.natural + SPACING) - SPACING : for_size;
      int columns = count_columns (&tiles, width);
      int rows = (tiles.n + columns - 1) / columns;

      measure_heights (widget, &tiles, columns, width);
      *minimum = *natural = MAX (rows * (tiles.height + SPACING) - SPACING, 0);
    }
}

static void
essaim_tile_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child;
  Tiles tiles;
  int columns, i = 0;

  measure_tiles (widget, &tiles);
  columns = count_columns (&tiles, width);
  measure_heights (widget, &tiles, columns, width);
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int tile_width, x;

      if (!gtk_widget_should_layout (child))
        continue;

      tile_width = get_tile_width (&tiles, columns, i, width);
      x = i % columns * (tile_width + SPACING);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { rtl ? width - x - tile_width : x,
                                                   i / columns * (tiles.height + SPACING), tile_width, tiles.height },
                                -1);
      i++;
    }
}

static GtkSizeRequestMode
essaim_tile_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
essaim_tile_layout_class_init (EssaimTileLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = essaim_tile_layout_measure;
  layout_class->allocate = essaim_tile_layout_allocate;
  layout_class->get_request_mode = essaim_tile_layout_get_request_mode;
}

static void
essaim_tile_layout_init (EssaimTileLayout *self)
{
}
