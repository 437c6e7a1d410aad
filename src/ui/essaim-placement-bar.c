/* essaim-placement-bar.c: how well the sites of a feed are placed
 *
 * One line cut in proportion, and under it what each part is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-placement-bar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-format.h"
#include "essaim-wrap-layout.h"

#define HEIGHT 12
#define GAP    2
/* A single site among thousands is seen all the same. */
#define MINIMUM 4
#define SPACING 9

/* What is told apart: a postcode is about as good as a commune. */
typedef enum
{
  PART_POINT,
  PART_STREET,
  PART_COMMUNE,
  PART_DEPARTMENT,
  PART_NONE,
} Part;
#define N_PARTS 5

struct _EssaimPlacementBar
{
  GtkWidget  parent_instance;

  /* Owned: children */
  GtkWidget *segments[N_PARTS];
  GtkWidget *legend;

  guint      counts[N_PARTS];
};

G_DEFINE_FINAL_TYPE (EssaimPlacementBar, essaim_placement_bar, GTK_TYPE_WIDGET)

static const char * const part_classes[N_PARTS] = { "point", "street", "commune", "department", "none" };

static const char *
get_caption (Part  part,
             guint n)
{
  switch (part)
    {
    case PART_POINT:
      /* Translators: behind a count of places, as the next four: 9,922 at the exact point. */
      return ngettext ("at the exact point", "at the exact point", n);
    case PART_STREET:
      return ngettext ("to the street", "to the street", n);
    case PART_COMMUNE:
      return ngettext ("to the commune", "to the commune", n);
    case PART_DEPARTMENT:
      return ngettext ("to the department", "to the department", n);
    case PART_NONE:
    default:
      return ngettext ("without a position", "without a position", n);
    }
}

static void
essaim_placement_bar_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  EssaimPlacementBar *self = ESSAIM_PLACEMENT_BAR (widget);

  gtk_widget_measure (self->legend, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum += HEIGHT + SPACING;
      *natural += HEIGHT + SPACING;
    }
}

/* The widest gives what the narrow ones need to be seen. */
static void
share_width (EssaimPlacementBar *self,
             int                 width,
             int                 widths[N_PARTS])
{
  guint64 total = 0;
  int rest = width;
  guint widest = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      total += self->counts[i];
      if (self->counts[i] > self->counts[widest])
        widest = i;
    }
  for (guint i = 0; i < N_PARTS; i++)
    {
      widths[i] = self->counts[i] > 0 ? MAX (MINIMUM, (int) (self->counts[i] * (guint64) width / total)) : 0;
      rest -= widths[i];
    }
  widths[widest] = MAX (0, widths[widest] + rest);
}

static void
allocate_at (GtkWidget *widget,
             int        x,
             int        y,
             int        width,
             int        height)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y)));
}

static void
essaim_placement_bar_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  EssaimPlacementBar *self = ESSAIM_PLACEMENT_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[N_PARTS];
  int x = 0;

  share_width (self, width, widths);
  for (guint i = 0; i < N_PARTS; i++)
    {
      gboolean last = x + widths[i] >= width;

      if (self->counts[i] == 0)
        continue;
      allocate_at (self->segments[i], rtl ? width - x - widths[i] : x, 0, MAX (1, widths[i] - (last ? 0 : GAP)), HEIGHT);
      x += widths[i];
    }
  allocate_at (self->legend, 0, HEIGHT + SPACING, width, MAX (0, height - HEIGHT - SPACING));
}

static GtkSizeRequestMode
essaim_placement_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
essaim_placement_bar_dispose (GObject *object)
{
  EssaimPlacementBar *self = ESSAIM_PLACEMENT_BAR (object);

  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->segments[i], gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_placement_bar_parent_class)->dispose (object);
}

static void
essaim_placement_bar_class_init (EssaimPlacementBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_placement_bar_dispose;
  widget_class->measure = essaim_placement_bar_measure;
  widget_class->size_allocate = essaim_placement_bar_size_allocate;
  widget_class->get_request_mode = essaim_placement_bar_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "placementbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_presentation (const char *css_class,
                  const char *part)
{
  GtkWidget *widget = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (widget, css_class);
  gtk_widget_add_css_class (widget, part);

  return widget;
}

static void
essaim_placement_bar_init (EssaimPlacementBar *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->segments[i] = new_presentation ("placement", part_classes[i]);
      gtk_widget_set_parent (self->segments[i], GTK_WIDGET (self));
      gtk_widget_set_child_visible (self->segments[i], FALSE);
    }
  self->legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->legend, g_object_new (ESSAIM_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
}

static void
add_to_legend (EssaimPlacementBar *self,
               Part                part,
               GString            *name)
{
  guint n = self->counts[part];
  g_autofree char *count = essaim_format_number (n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number = gtk_label_new (count);
  GtkWidget *swatch = new_presentation ("placement", part_classes[part]);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (number, "strong");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), gtk_label_new (get_caption (part, n)));
  gtk_widget_set_margin_end (box, 9);
  gtk_box_append (GTK_BOX (self->legend), box);

  g_string_append_printf (name, "%s%s %s", name->len > 0 ? ", " : "", count, get_caption (part, n));
}

/**
 * essaim_placement_bar_show:
 * @self: the bar
 * @report: of a feed that was read
 *
 * Shows how many of its sites are placed how well.
 */
void
essaim_placement_bar_show (EssaimPlacementBar *self,
                           const EssaimReport *report)
{
  static const Part parts[ESSAIM_N_PRECISIONS] = {
    [ESSAIM_PRECISION_POINT] = PART_POINT,           [ESSAIM_PRECISION_STREET] = PART_STREET,
    [ESSAIM_PRECISION_COMMUNE] = PART_COMMUNE,       [ESSAIM_PRECISION_POSTCODE] = PART_COMMUNE,
    [ESSAIM_PRECISION_DEPARTMENT] = PART_DEPARTMENT, [ESSAIM_PRECISION_NONE] = PART_NONE,
  };
  g_autoptr (GString) name = g_string_new (NULL);
  GtkWidget *child;

  g_return_if_fail (ESSAIM_IS_PLACEMENT_BAR (self));

  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    gtk_box_remove (GTK_BOX (self->legend), child);
  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < ESSAIM_N_PRECISIONS; i++)
    self->counts[parts[i]] += report->placed[i];

  for (guint i = 0; i < N_PARTS; i++)
    {
      gtk_widget_set_child_visible (self->segments[i], self->counts[i] > 0);
      if (self->counts[i] > 0)
        add_to_legend (self, (Part) i, name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
