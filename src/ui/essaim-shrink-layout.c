/* essaim-shrink-layout.c: children in a line; where there is no room the first one gives way first
 *
 * A GtkBox takes from all children alike. Here a place is cut before the distance behind it, and an amount never is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shrink-layout.h"

#define SPACING 6

struct _EssaimShrinkLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (EssaimShrinkLayout, essaim_shrink_layout, GTK_TYPE_LAYOUT_MANAGER)

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
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static void
measure_line (GtkWidget *widget,
              int       *minimum,
              int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int spacing = child != get_first (widget) ? SPACING : 0;
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum += child_minimum + spacing;
      *natural += child_natural + spacing;
    }
}

static void
essaim_shrink_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_line (widget, minimum, natural);
      return;
    }

  *minimum = *natural = 0;
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static GtkWidget *
find_last_expanding (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
      found = child;

  return found;
}

static void
essaim_shrink_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *expanding = find_last_expanding (widget);
  int minimum, natural, missing, x = 0;

  measure_line (widget, &minimum, &natural);
  missing = MAX (0, natural - width);
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int child_minimum, child_natural, child_width, cut;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      cut = MIN (missing, child_natural - child_minimum);
      missing -= cut;
      child_width = child_natural - cut + (child == expanding ? MAX (0, width - natural) : 0);
      gtk_widget_size_allocate (child, &(GtkAllocation) { rtl ? width - x - child_width : x, 0, child_width, height }, -1);
      x += child_width + SPACING;
    }
}

static void
essaim_shrink_layout_class_init (EssaimShrinkLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = essaim_shrink_layout_measure;
  layout_class->allocate = essaim_shrink_layout_allocate;
}

static void
essaim_shrink_layout_init (EssaimShrinkLayout *self)
{
}
