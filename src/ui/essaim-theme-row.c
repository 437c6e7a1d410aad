/* essaim-theme-row.c: how much of a theme there is, as a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-theme-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "essaim-format.h"
#include "essaim-theme-icon.h"

struct _EssaimThemeRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkWidget     *icon;
  GtkWidget     *name;
  GtkWidget     *bar;
  GtkWidget     *number;
};

G_DEFINE_FINAL_TYPE (EssaimThemeRow, essaim_theme_row, GTK_TYPE_LIST_BOX_ROW)

static void
essaim_theme_row_class_init (EssaimThemeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-theme-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimThemeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimThemeRow, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimThemeRow, bar);
  gtk_widget_class_bind_template_child (widget_class, EssaimThemeRow, number);
}

static void
essaim_theme_row_init (EssaimThemeRow *self)
{
  static const char * const offsets[] = {
    GTK_LEVEL_BAR_OFFSET_LOW, GTK_LEVEL_BAR_OFFSET_HIGH, GTK_LEVEL_BAR_OFFSET_FULL,
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  /* A bar here is no battery: much and little have one colour. */
  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->bar), offsets[i]);
}

/* The number that is not shown is in the tooltip, and both are read out. */
static void
set_names (EssaimThemeRow *self,
           const char     *label,
           guint           count,
           const char     *rate)
{
  g_autofree char *counted = g_strdup_printf (ngettext ("%'u record", "%'u records", count), count);
  g_autofree char *said = NULL;

  if (rate == NULL)
    said = g_strdup_printf ("%s, %s", label, counted);
  else
    /* Translators: theme, “6 records”, number. */
    said = g_strdup_printf (_("%s, %s, %s for 10,000 inhabitants"), label, counted, rate);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
}

/**
 * essaim_theme_row_new:
 * @themes: the vocabulary
 * @theme: index of a theme
 * @count: how many projects have it
 * @most: how many would fill the bar
 * @per_project: what one project adds to the rate for 10,000 inhabitants; NAN without a population: the count is shown
 *
 * Returns: a row for a list
 */
GtkWidget *
essaim_theme_row_new (EssaimThemes *themes,
                      guint         theme,
                      guint         count,
                      guint         most,
                      double        per_project)
{
  EssaimThemeRow *self = g_object_new (ESSAIM_TYPE_THEME_ROW, NULL);
  g_autofree char *rate = isnan (per_project) ? NULL : essaim_format_rate (count * per_project);
  g_autofree char *number = rate != NULL ? g_strdup (rate) : essaim_format_number (count);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), essaim_themes_get_icon_name (themes, theme));
  gtk_widget_add_css_class (self->icon, essaim_challenge_get_css_class (essaim_themes_get_challenge (themes, theme)));
  gtk_label_set_text (GTK_LABEL (self->name), essaim_themes_get_short_label (themes, theme));
  set_names (self, essaim_themes_get_label (themes, theme), count, rate);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->bar), MAX (most, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), count);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "empty");

  return GTK_WIDGET (self);
}
