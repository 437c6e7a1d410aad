/* essaim-filter-chip.c: one thing that is asked for, with a cross that takes it back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-chip.h"

#include <glib/gi18n-lib.h>

struct _EssaimFilterChip
{
  GtkWidget     parent_instance;

  /* Template widgets */
  GtkWidget    *icon;
  GtkWidget    *label;
  GtkWidget    *cross;

  /* Owned */
  EssaimChoice *choice;
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimFilterChip, essaim_filter_chip, GTK_TYPE_WIDGET)

static void
cross_clicked_cb (EssaimFilterChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  cross_clicked_cb (ESSAIM_FILTER_CHIP (widget));

  return GDK_EVENT_STOP;
}

static void
essaim_filter_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_filter_chip_parent_class)->dispose (object);
}

static void
essaim_filter_chip_finalize (GObject *object)
{
  essaim_choice_free (ESSAIM_FILTER_CHIP (object)->choice);

  G_OBJECT_CLASS (essaim_filter_chip_parent_class)->finalize (object);
}

static void
essaim_filter_chip_class_init (EssaimFilterChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_filter_chip_dispose;
  object_class->finalize = essaim_filter_chip_finalize;

  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterChip, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterChip, cross);
  gtk_widget_class_bind_template_callback (widget_class, cross_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, delete_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
essaim_filter_chip_init (EssaimFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_filter_chip_new:
 * @choice: (transfer full): what is asked for
 *
 * Returns: its chip
 */
GtkWidget *
essaim_filter_chip_new (EssaimChoice *choice)
{
  EssaimFilterChip *self = g_object_new (ESSAIM_TYPE_FILTER_CHIP, NULL);
  /* Translators: takes a filter back, such as “Mobility”. */
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), choice->label);

  self->choice = choice;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), choice->icon_name);
  if (choice->css_class != NULL)
    gtk_widget_add_css_class (self->icon, choice->css_class);
  gtk_widget_set_tooltip_text (self->label, choice->label);
  gtk_widget_set_tooltip_text (self->cross, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cross), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  essaim_filter_chip_set_short (self, FALSE);

  return GTK_WIDGET (self);
}

/**
 * essaim_filter_chip_get_choice:
 * @self: a chip
 *
 * Returns: what is asked for
 */
const EssaimChoice *
essaim_filter_chip_get_choice (EssaimFilterChip *self)
{
  g_return_val_if_fail (ESSAIM_IS_FILTER_CHIP (self), NULL);

  return self->choice;
}

/**
 * essaim_filter_chip_set_short:
 * @self: a chip
 * @is_short: whether it says what is asked for in short
 */
void
essaim_filter_chip_set_short (EssaimFilterChip *self,
                              gboolean          is_short)
{
  g_return_if_fail (ESSAIM_IS_FILTER_CHIP (self));

  gtk_label_set_text (GTK_LABEL (self->label), is_short ? self->choice->short_label : self->choice->label);
}
