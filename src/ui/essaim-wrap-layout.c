/* essaim-wrap-layout.c: children one after another, on as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-wrap-layout.h"

#define SPACING 6

struct _EssaimWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EssaimWrapLayout, essaim_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A child in a line. */
typedef struct
{
  GtkWidget *widget;
  int        width;
  int        height;
} Piece;

static Piece
measure_piece (GtkWidget *child,
               int        width)
{
  Piece piece = { .widget = child };
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  piece.width = CLAMP (natural, minimum, MAX (minimum, width));
  /* Text that wraps is higher where it is narrower. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, piece.width, NULL, &piece.height, NULL, NULL);

  return piece;
}

static int
get_line_width (GArray *line)
{
  int width = 0;

  for (guint i = 0; i < line->len; i++)
    width += g_array_index (line, Piece, i).width + (i > 0 ? SPACING : 0);

  return width;
}

static int
get_line_height (GArray *line)
{
  int height = 0;

  for (guint i = 0; i < line->len; i++)
    height = MAX (height, g_array_index (line, Piece, i).height);

  return height;
}

/* What is left of the line goes to the first child that expands. */
static void
place_line (GtkWidget *widget,
            GArray    *line,
            int        width,
            int        y)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int left = MAX (0, width - get_line_width (line));
  int height = get_line_height (line);
  int x = 0;

  for (guint i = 0; i < line->len; i++)
    {
      Piece *piece = &g_array_index (line, Piece, i);

      if (left > 0 && gtk_widget_compute_expand (piece->widget, GTK_ORIENTATION_HORIZONTAL))
        {
          piece->width += left;
          left = 0;
        }
      gtk_widget_size_allocate (piece->widget,
                                &(GtkAllocation) { rtl ? width - x - piece->width : x, y, piece->width, height }, -1);
      x += piece->width + SPACING;
    }
}

/* Walks the children as lines of a given width, placing them when asked; returns the height. */
static int
lay_out (GtkWidget *widget,
         int        width,
         gboolean   place)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Piece));
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Piece piece;

      if (!gtk_widget_should_layout (child))
        continue;

      piece = measure_piece (child, width);
      if (line->len > 0 && get_line_width (line) + SPACING + piece.width > width)
        {
          if (place)
            place_line (widget, line, width, y);
          y += get_line_height (line) + SPACING;
          g_array_set_size (line, 0);
        }
      g_array_append_val (line, piece);
    }
  if (place)
    place_line (widget, line, width, y);

  return y + get_line_height (line);
}

static void
essaim_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
essaim_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  lay_out (widget, width, TRUE);
}

static GtkSizeRequestMode
essaim_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
essaim_wrap_layout_class_init (EssaimWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = essaim_wrap_layout_measure;
  layout_class->allocate = essaim_wrap_layout_allocate;
  layout_class->get_request_mode = essaim_wrap_layout_get_request_mode;
}

static void
essaim_wrap_layout_init (EssaimWrapLayout *self)
{
}
