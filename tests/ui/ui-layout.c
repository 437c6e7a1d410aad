/* ui-layout.c: whether the widgets of a window have room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-layout.h"

#define SLACK 1.0

/* A widget in words: its type, its name, and those around it. */
static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; widget != NULL && i < 5; i++, widget = gtk_widget_get_parent (widget))
    {
      g_string_append_printf (text, "%s%s", i > 0 ? " < " : "", G_OBJECT_TYPE_NAME (widget));
      if (GTK_IS_LABEL (widget))
        g_string_append_printf (text, " “%.40s”", gtk_label_get_text (GTK_LABEL (widget)));
      else if (gtk_widget_get_tooltip_text (widget) != NULL)
        g_string_append_printf (text, " “%.40s”", gtk_widget_get_tooltip_text (widget));
    }

  return g_string_free (text, FALSE);
}

static void G_GNUC_PRINTF (3, 4)
tell (GPtrArray  *faults,
      GtkWidget  *widget,
      const char *format,
      ...)
{
  g_autofree char *what = NULL;
  g_autofree char *where = describe (widget);
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (faults, g_strdup_printf ("%s: %s", where, what));
}

/* What scrolls shows a part; a text entry scrolls its text; a map draws beyond its edge; a badge
 * hangs over its icon, the thumb of a bar is larger than the bar. */
static gboolean
may_cut (GtkWidget *widget)
{
  const char *type = G_OBJECT_TYPE_NAME (widget);

  return GTK_IS_SCROLLABLE (widget) || GTK_IS_TEXT (widget) || GTK_IS_RANGE (widget) || g_str_has_prefix (type, "Shumate")
         || g_str_equal (type, "AdwIndicatorBin");
}

/* What a widget asks for at least, its margins included, and what it was given. */
static void
check_size (GtkWidget *widget,
            GPtrArray *faults)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GtkBorder margin;
  graphene_rect_t bounds;
  double width, height;
  int min_width, min_height;

  /* What scrolls asks for all of it. */
  if (GTK_IS_SCROLLABLE (widget) || !gtk_widget_compute_bounds (widget, widget, &bounds))
    return;

  gtk_style_context_get_margin (style, &margin);
  width = bounds.size.width + margin.left + margin.right + gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  height = bounds.size.height + margin.top + margin.bottom + gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  if (width < min_width - SLACK)
    {
      tell (faults, widget, "%.0f wide, asks for %d", width, min_width);
      return;
    }

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int) width, &min_height, NULL, NULL, NULL);
  if (height < min_height - SLACK)
    tell (faults, widget, "%.0f high at %.0f wide, asks for %d", height, width, min_height);
}

static void
check_place (GtkWidget *widget,
             GtkWidget *parent,
             GPtrArray *faults)
{
  graphene_rect_t bounds, room;
  GtkBorder margin;

  if (!gtk_widget_compute_bounds (widget, parent, &bounds) || !gtk_widget_compute_bounds (parent, parent, &room))
    return;

  /* Who has a negative margin means to reach out. */
  gtk_style_context_get_margin (gtk_widget_get_style_context (widget), &margin);
  bounds.origin.x -= MIN (0, margin.left);
  bounds.origin.y -= MIN (0, margin.top);
  bounds.size.width += MIN (0, margin.left) + MIN (0, margin.right);
  bounds.size.height += MIN (0, margin.top) + MIN (0, margin.bottom);
  graphene_rect_inset (&room, -SLACK, -SLACK);
  if (!graphene_rect_contains_rect (&room, &bounds))
    tell (faults, widget, "from %.0f,%.0f to %.0f,%.0f, in a parent from %.0f,%.0f to %.0f,%.0f", bounds.origin.x, bounds.origin.y,
          bounds.origin.x + bounds.size.width, bounds.origin.y + bounds.size.height, room.origin.x, room.origin.y,
          room.origin.x + room.size.width, room.origin.y + room.size.height);
}

/* Children of a box stand beside each other. */
static void
check_neighbours (GtkWidget *box,
                  GPtrArray *faults)
{
  for (GtkWidget *one = gtk_widget_get_first_child (box); one != NULL; one = gtk_widget_get_next_sibling (one))
    for (GtkWidget *other = gtk_widget_get_next_sibling (one); other != NULL; other = gtk_widget_get_next_sibling (other))
      {
        graphene_rect_t a, b, common;

        if (gtk_widget_get_mapped (one) && gtk_widget_get_mapped (other) && gtk_widget_compute_bounds (one, box, &a)
            && gtk_widget_compute_bounds (other, box, &b) && graphene_rect_intersection (&a, &b, &common)
            && common.size.width > SLACK && common.size.height > SLACK)
          tell (faults, other, "%.0f×%.0f over %s", common.size.width, common.size.height, G_OBJECT_TYPE_NAME (one));
      }
}

static void
check (GtkWidget *widget,
       GPtrArray *faults)
{
  check_size (widget, faults);
  if (GTK_IS_BOX (widget) || GTK_IS_CENTER_BOX (widget))
    check_neighbours (widget, faults);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child) || GTK_IS_NATIVE (child))
        continue;
      if (may_cut (widget))
        {
          if (!GTK_IS_TEXT (widget) && GTK_IS_SCROLLABLE (widget))
            check (child, faults);
          continue;
        }
      check_place (child, widget, faults);
      check (child, faults);
    }
}

/**
 * ui_layout_find_faults:
 * @widget: a widget with its layout done
 *
 * Looks at everything in it that can be seen.
 */
GPtrArray *
ui_layout_find_faults (GtkWidget *widget)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  check (widget, faults);

  return faults;
}
