/* essaim-beside-layout.c: a second child beside the first where there is room, else below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-beside-layout.h"

#define WIDE_PX   600   /* from here on there is room */
#define BESIDE_PX 250   /* of the second child, beside the first */
#define GAP_PX    18
#define BELOW_PX  6

struct _EssaimBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EssaimBesideLayout, essaim_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

/* (nullable): the next child that is laid out */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_second (GtkWidget *first)
{
  return first != NULL ? skip_hidden (gtk_widget_get_next_sibling (first)) : NULL;
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
measure_width (GtkWidget *first,
               GtkWidget *second,
               int       *minimum,
               int       *natural)
{
  int second_minimum = 0, second_natural;

  gtk_widget_measure (first, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
  if (second == NULL)
    return;

  gtk_widget_measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &second_minimum, &second_natural, NULL, NULL);
  *minimum = MAX (*minimum, second_minimum);
  *natural = MAX (*natural + GAP_PX + BESIDE_PX, WIDE_PX);
}

static int
measure_height (GtkWidget *first,
                GtkWidget *second,
                int        width)
{
  if (second == NULL)
    return get_height (first, width);
  if (width < 0 || width >= WIDE_PX)
    return MAX (get_height (first, width < 0 ? -1 : width - GAP_PX - BESIDE_PX), get_height (second, BESIDE_PX));

  return get_height (first, width) + BELOW_PX + get_height (second, width);
}

static void
essaim_beside_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  GtkWidget *first = get_first (widget);

  *minimum = *natural = 0;
  if (first == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (first, get_second (first), minimum, natural);
  else
    *minimum = *natural = measure_height (first, get_second (first), for_size);
}

static void
essaim_beside_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = get_first (widget);
  GtkWidget *second = get_second (first);
  GtkAllocation a = { 0, 0, width, height };
  GtkAllocation b = { 0, 0, width, height };

  if (first == NULL)
    return;

  if (second != NULL && width >= WIDE_PX)
    {
      a.width = width - GAP_PX - BESIDE_PX;
      b.width = BESIDE_PX;
      a.x = rtl ? BESIDE_PX + GAP_PX : 0;
      b.x = rtl ? 0 : a.width + GAP_PX;
    }
  else if (second != NULL)
    {
      a.height = get_height (first, width);
      b.y = a.height + BELOW_PX;
      b.height = MAX (height - b.y, get_height (second, width));
    }
  gtk_widget_size_allocate (first, &a, -1);
  if (second != NULL)
    gtk_widget_size_allocate (second, &b, -1);
}

static GtkSizeRequestMode
essaim_beside_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
essaim_beside_layout_class_init (EssaimBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = essaim_beside_layout_measure;
  layout_class->allocate = essaim_beside_layout_allocate;
  layout_class->get_request_mode = essaim_beside_layout_get_request_mode;
}

static void
essaim_beside_layout_init (EssaimBesideLayout *self)
{
}
