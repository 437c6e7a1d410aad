/* essaim-rows.c: the small pieces that panes are made of: chips, facts, links
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-rows.h"

#include <glib/gi18n-lib.h>

#include "essaim-text.h"
#include "essaim-theme-icon.h"

static void
open_link_cb (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);

  gtk_show_uri (GTK_WINDOW (root), g_object_get_data (G_OBJECT (row), "uri"), GDK_CURRENT_TIME);
}

/**
 * essaim_chip_new:
 * @text: what it says
 * @css_class: (nullable): a further style class
 *
 * Returns: a rounded label
 */
GtkWidget *
essaim_chip_new (const char *text,
                 const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "chip");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * essaim_theme_chip_new:
 * @themes: the vocabulary
 * @theme: index of a theme
 * @how: why the project has it; a suggested one has a wand
 *
 * Returns: icon and name in the colour of the challenge
 */
GtkWidget *
essaim_theme_chip_new (EssaimThemes   *themes,
                       guint           theme,
                       EssaimThemeHow  how)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (essaim_themes_get_icon_name (themes, theme));
  const char *name = essaim_themes_get_label (themes, theme);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_tooltip_text (box, name);
  gtk_widget_add_css_class (box, "chip");
  gtk_widget_add_css_class (box, "theme");
  gtk_widget_add_css_class (box, essaim_challenge_get_css_class (essaim_themes_get_challenge (themes, theme)));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  if (how == ESSAIM_THEME_HOW_SUGGESTED)
    {
      GtkWidget *wand = gtk_image_new_from_icon_name ("essaim-wand-symbolic");

      /* Translators: of a theme; its source did not give it. */
      gtk_widget_set_tooltip_text (box, _("Suggested by words of the text"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (wand), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Suggested by words of the text"), -1);
      gtk_box_append (GTK_BOX (box), wand);
    }

  return box;
}

static GtkWidget *
new_row (const char *title,
         const char *subtitle)
{
  g_autofree char *name = subtitle != NULL ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
    }
  /* Else the title is read twice: GTK 4.8 reads what labels a row behind its own name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

/**
 * essaim_fact_row_new:
 * @title: what the fact is about
 * @value: the fact
 *
 * Returns: a row for a boxed list
 */
GtkWidget *
essaim_fact_row_new (const char *title,
                     const char *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *labels[] = { gtk_label_new (title), gtk_label_new (value) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[0], "caption");
  gtk_widget_add_css_class (labels[0], "dim-label");
  gtk_label_set_selectable (GTK_LABEL (labels[1]), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (labels[1]), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);

  gtk_widget_add_css_class (box, "fact");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

/**
 * essaim_link_row_new:
 * @title: what it is
 * @subtitle: (nullable): more about it
 * @uri: (nullable): where it leads; only http, https, mailto and tel open, anything else gives a plain row
 *
 * Returns: a row for a boxed list, activatable when the address is safe
 */
GtkWidget *
essaim_link_row_new (const char *title,
                     const char *subtitle,
                     const char *uri)
{
  g_autofree char *safe = uri != NULL ? essaim_text_safe_uri (uri) : NULL;
  GtkWidget *row = new_row (title, subtitle);

  if (safe != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("essaim-external-symbolic");

      g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
      gtk_widget_set_tooltip_text (row, safe);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "uri", g_steal_pointer (&safe), g_free);
      g_signal_connect (row, "activated", G_CALLBACK (open_link_cb), NULL);
    }

  return row;
}

/**
 * essaim_drop_down_name:
 * @drop_down: a GtkDropDown
 * @name: what it chooses
 *
 * Names a drop-down, and the button in it, which is what gets the focus.
 */
void
essaim_drop_down_name (GtkWidget  *drop_down,
                       const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * essaim_box_clear:
 * @box: any widget
 *
 * Takes all its children away.
 */
void
essaim_box_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    if (GTK_IS_LIST_BOX (box))
      gtk_list_box_remove (GTK_LIST_BOX (box), child);
    else
      gtk_box_remove (GTK_BOX (box), child);
}
