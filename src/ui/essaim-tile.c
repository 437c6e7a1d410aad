/* essaim-tile.c: a figure and what it counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-tile.h"

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * essaim_tile_new:
 * @value: the figure
 * @caption: what it counts
 * @tooltip: (nullable): more of it; else the two are told
 *
 * Returns: (transfer floating): a card with both, for an EssaimTileLayout
 */
GtkWidget *
essaim_tile_new (const char *value,
                 const char *caption,
                 const char *tooltip)
{
  g_autofree char *name = g_strdup_printf ("%s %s", value, caption);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = new_label (value, "tile-value");
  GtkWidget *words = new_label (caption, "tile-caption");

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (words), 2);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (words), 8);
  gtk_widget_set_tooltip_text (box, tooltip != NULL ? tooltip : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "tile");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), words);

  return box;
}
