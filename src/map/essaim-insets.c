/* essaim-insets.c: the overseas departments at the foot of the map, each a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-insets.h"

#include <glib/gi18n-lib.h>

#include "essaim-inset.h"
#include "essaim-territory-shape.h"

struct _EssaimInsets
{
  GtkWidget        parent_instance;

  /* Owned */
  EssaimReference *reference;   /* (nullable) */
  EssaimResults   *results;     /* (nullable) */

  guint            step;
  guint            territory;   /* shown on the map beside, or ESSAIM_NO_TERRITORY */

  /* Borrowed: children */
  GtkWidget       *buttons[ESSAIM_N_OVERSEAS];
  EssaimInset     *insets[ESSAIM_N_OVERSEAS];
  GtkLabel        *names[ESSAIM_N_OVERSEAS];
};

G_DEFINE_FINAL_TYPE (EssaimInsets, essaim_insets, GTK_TYPE_WIDGET)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const EssaimShape *
get_shape (EssaimInsets   *self,
           EssaimOverseas  overseas)
{
  return essaim_shapes_lookup (essaim_reference_get_shapes (self->reference), ESSAIM_SHAPES_DEPARTEMENTS,
                               essaim_overseas_get_department (overseas));
}

/* The isles lie so far from all else that the boxes round them decide. */
static void
count_rows (EssaimInsets *self,
            guint         counts[ESSAIM_N_OVERSEAS])
{
  EssaimIndex *index = essaim_results_get_index (self->results);
  const EssaimWorldPoint *points = essaim_index_get_site_points (index);
  guint last_row[ESSAIM_N_OVERSEAS];
  const EssaimShape *shapes[ESSAIM_N_OVERSEAS];
  const guint32 *sites;
  guint n_sites;

  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    {
      shapes[o] = get_shape (self, o);
      last_row[o] = G_MAXUINT;
    }

  sites = essaim_results_get_sites (self->results, &n_sites);
  for (guint i = 0; i < n_sites; i++)
    {
      EssaimWorldPoint point = points[sites[i]];

      for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
        {
          guint row;

          if (shapes[o] == NULL || point.x < shapes[o]->low.x || point.x > shapes[o]->high.x ||
              point.y < shapes[o]->low.y || point.y > shapes[o]->high.y)
            continue;
          row = essaim_index_get_site_row (index, sites[i]);
          counts[o] += row != last_row[o];
          last_row[o] = row;
        }
    }
}

static void
show_counts (EssaimInsets *self)
{
  guint counts[ESSAIM_N_OVERSEAS] = { 0 };

  if (self->reference == NULL)
    return;

  if (self->results != NULL)
    count_rows (self, counts);
  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    {
      const char *name = gtk_label_get_text (self->names[o]);
      g_autofree char *label = g_strdup_printf (ngettext ("%s, %u record", "%s, %u records", counts[o]), name,
                                                counts[o]);

      essaim_inset_set_count (self->insets[o], counts[o], self->step);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[o]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_tooltip_text (self->buttons[o], label);
    }
}

static void
show_buttons (EssaimInsets *self)
{
  EssaimWorldBox shown;
  gboolean has_shown = self->reference != NULL && self->territory != ESSAIM_NO_TERRITORY &&
                       essaim_territory_get_box (self->reference, self->territory, &shown);

  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    {
      const EssaimShape *shape = self->reference != NULL ? get_shape (self, o) : NULL;
      gboolean is_shown = has_shown && shape != NULL && essaim_world_box_overlaps (&shown, shape);

      gtk_widget_set_visible (self->buttons[o], shape != NULL && !is_shown);
    }
}

static void
clicked_cb (EssaimInsets *self,
            GtkButton    *button)
{
  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    if (self->buttons[o] == GTK_WIDGET (button))
      g_signal_emit (self, signals[ACTIVATED], 0, o);
}

static void
add_button (EssaimInsets   *self,
            EssaimOverseas  overseas)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inset = essaim_inset_new ();
  GtkWidget *name = gtk_label_new (NULL);

  gtk_widget_set_halign (inset, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), inset);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "map-inset");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  self->buttons[overseas] = button;
  self->insets[overseas] = ESSAIM_INSET (inset);
  self->names[overseas] = GTK_LABEL (name);
}

static void
essaim_insets_dispose (GObject *object)
{
  EssaimInsets *self = ESSAIM_INSETS (object);

  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    g_clear_pointer (&self->buttons[o], gtk_widget_unparent);
  g_clear_object (&self->reference);
  g_clear_object (&self->results);

  G_OBJECT_CLASS (essaim_insets_parent_class)->dispose (object);
}

static void
essaim_insets_class_init (EssaimInsetsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_insets_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
essaim_insets_init (EssaimInsets *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overseas departments"), -1);
  self->step = 1;
  self->territory = ESSAIM_NO_TERRITORY;
  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    add_button (self, o);
}

/**
 * essaim_insets_new: (skip)
 *
 * Returns: (transfer floating): insets without shapes
 */
GtkWidget *
essaim_insets_new (void)
{
  return g_object_new (ESSAIM_TYPE_INSETS, NULL);
}

/**
 * essaim_insets_set_reference: (skip)
 * @self: the insets
 * @reference: (nullable): the shipped facts
 */
void
essaim_insets_set_reference (EssaimInsets    *self,
                             EssaimReference *reference)
{
  if (!g_set_object (&self->reference, reference) || reference == NULL)
    return;

  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    {
      const EssaimShape *shape = get_shape (self, o);

      essaim_inset_set_shape (self->insets[o], essaim_reference_get_shapes (reference), shape);
      gtk_label_set_text (self->names[o], shape != NULL ? shape->name : "");
    }
  show_buttons (self);
  show_counts (self);
}

/**
 * essaim_insets_set_palette: (skip)
 * @self: the insets
 * @palette: the colours, copied
 */
void
essaim_insets_set_palette (EssaimInsets           *self,
                           const EssaimMapPalette *palette)
{
  for (guint o = 0; o < ESSAIM_N_OVERSEAS; o++)
    essaim_inset_set_palette (self->insets[o], palette);
}

/**
 * essaim_insets_set_results: (skip)
 * @self: the insets
 * @results: (nullable): what is counted
 */
void
essaim_insets_set_results (EssaimInsets  *self,
                           EssaimResults *results)
{
  if (g_set_object (&self->results, results))
    show_counts (self);
}

/**
 * essaim_insets_set_territory: (skip)
 * @self: the insets
 * @territory: shown on the map beside, or %ESSAIM_NO_TERRITORY
 */
void
essaim_insets_set_territory (EssaimInsets *self,
                             guint         territory)
{
  if (self->territory == territory)
    return;

  self->territory = territory;
  show_buttons (self);
}

/**
 * essaim_insets_set_step: (skip)
 * @self: the insets
 * @step: by how much the levels of cells are stretched on the map beside
 */
void
essaim_insets_set_step (EssaimInsets *self,
                        guint         step)
{
  if (self->step == step)
    return;

  self->step = step;
  show_counts (self);
}
