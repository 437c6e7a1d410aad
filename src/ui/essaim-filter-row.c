/* essaim-filter-row.c: one choice of a filter: tick, icon, name, how many it would leave
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-filter-row.h"

#include <glib/gi18n-lib.h>

struct _EssaimFilterRow
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkWidget *check;
  GtkWidget *icon;
  GtkWidget *name;
  GtkWidget *count;

  guint      n;
  gboolean   updating;
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EssaimFilterRow, essaim_filter_row, GTK_TYPE_WIDGET)

/* A screen reader hears name and count together. */
static void
update_accessible (EssaimFilterRow *self)
{
  g_autofree char *label = NULL;

  /* Translators: a filter and how many results it would leave, read aloud: “Mobility, 724 results”. */
  label = g_strdup_printf (ngettext ("%s, %'u result", "%s, %'u results", self->n),
                           gtk_label_get_text (GTK_LABEL (self->name)), self->n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
check_toggled_cb (EssaimFilterRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
essaim_filter_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_filter_row_parent_class)->dispose (object);
}

static void
essaim_filter_row_class_init (EssaimFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_filter_row_dispose;

  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-filter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, check);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimFilterRow, count);
  gtk_widget_class_bind_template_callback (widget_class, check_toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "filterrow");
}

static void
essaim_filter_row_init (EssaimFilterRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-row");
}

/**
 * essaim_filter_row_new:
 * @name: what the choice is called
 * @icon_name: (nullable): its icon
 * @css_class: (nullable): the colour of the icon
 *
 * Returns: a row, not chosen
 */
GtkWidget *
essaim_filter_row_new (const char *name,
                       const char *icon_name,
                       const char *css_class)
{
  EssaimFilterRow *self = g_object_new (ESSAIM_TYPE_FILTER_ROW, NULL);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (self->icon, css_class);
  essaim_filter_row_set_count (self, 0);

  return GTK_WIDGET (self);
}

/**
 * essaim_filter_row_set_count:
 * @self: a row
 * @count: how many results it would leave; with 0 it stays, dimmed
 */
void
essaim_filter_row_set_count (EssaimFilterRow *self,
                             guint            count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  g_return_if_fail (ESSAIM_IS_FILTER_ROW (self));

  self->n = count;
  gtk_label_set_text (GTK_LABEL (self->count), text);
  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  update_accessible (self);
}

/**
 * essaim_filter_row_set_chosen:
 * @self: a row
 * @chosen: whether the query has it; no signal is emitted
 */
void
essaim_filter_row_set_chosen (EssaimFilterRow *self,
                              gboolean         chosen)
{
  g_return_if_fail (ESSAIM_IS_FILTER_ROW (self));

  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  self->updating = FALSE;
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}
