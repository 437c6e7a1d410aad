/* essaim-territory-facts.c: what public pages say of a labelled territory, as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-format.h"
#include "essaim-rows.h"
#include "essaim-text.h"
#include "essaim-theme-icon.h"
#include "essaim-wrap-layout.h"

/* A row with its title in a column of its own, as the card has it. */
static void
add_card_row (GtkWidget  *list,
              const char *title,
              GtkWidget  *content,
              GtkWidget  *end)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "card-row");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), content);
  if (end != NULL)
    gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* The name of a site as people say it; NULL for an address that is not safe to open. */
static GtkWidget *
new_website_link (const char *website)
{
  g_autofree char *safe = website != NULL ? essaim_text_safe_uri (website) : NULL;
  g_autoptr (GUri) uri = safe != NULL ? g_uri_parse (safe, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  GtkWidget *link, *label;

  if (host == NULL)
    return NULL;

  host += g_str_has_prefix (host, "www.") ? strlen ("www.") : 0;
  link = gtk_link_button_new_with_label (safe, host);
  label = gtk_button_get_child (GTK_BUTTON (link));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_tooltip_text (link, safe);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, host, -1);
  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (link, "inline-link");

  return link;
}

static void
add_carrier (GtkWidget              *list,
             const EssaimLabelFacts *facts)
{
  GtkWidget *label = gtk_label_new (facts->carrier != NULL ? facts->carrier : _("not known"));

  if (facts->carrier == NULL && facts->website == NULL)
    {
      g_object_ref_sink (label);
      g_object_unref (label);
      return;
    }

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), facts->carrier != NULL);
  gtk_widget_add_css_class (label, facts->carrier != NULL ? "strong" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  add_card_row (list, _("Carrier"), label, new_website_link (facts->website));
}

/* The theme that a sentence names first; ESSAIM_THEME_UNCLASSIFIED where it names none. */
static guint
find_first_theme (EssaimThemes *themes,
                  const char   *sentence)
{
  for (const char *end = sentence; *end != '\0';)
    {
      g_autofree char *begin = NULL;
      int theme;

      end += strcspn (end + 1, " ,") + 1;
      begin = g_strndup (sentence, end - sentence);
      theme = g_bit_nth_lsf (essaim_themes_match_words (themes, begin), -1);
      if (theme >= 0)
        return theme;
    }

  return ESSAIM_THEME_UNCLASSIFIED;
}

static GtkWidget *
new_challenge_chip (EssaimThemes *themes,
                    const char   *challenge)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (challenge);
  guint theme = find_first_theme (themes, challenge);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "challenge");
  if (theme != ESSAIM_THEME_UNCLASSIFIED)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (essaim_themes_get_icon_name (themes, theme));

      g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (chip), icon);
      gtk_widget_add_css_class (chip, "theme");
      gtk_widget_add_css_class (chip, essaim_challenge_get_css_class (essaim_themes_get_challenge (themes, theme)));
      gtk_widget_set_tooltip_text (chip, essaim_themes_get_label (themes, theme));
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (chip), label);

  return chip;
}

static void
add_challenges (GtkWidget              *list,
                EssaimThemes           *themes,
                const EssaimLabelFacts *facts)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (chips, g_object_new (ESSAIM_TYPE_WRAP_LAYOUT, NULL));
  for (const char * const *challenge = facts->challenges; *challenge != NULL; challenge++)
    gtk_box_append (GTK_BOX (chips), new_challenge_chip (themes, *challenge));
  add_card_row (list, _("Challenges"), chips, NULL);
}

/**
 * essaim_territory_facts_fill_card:
 * @list: a GtkListBox
 * @themes: the vocabulary
 * @territory: a territory
 *
 * Fills @list with who carries the label and the challenges it set itself; what was not seen is left out.
 */
void
essaim_territory_facts_fill_card (GtkWidget             *list,
                                  EssaimThemes          *themes,
                                  const EssaimTerritory *territory)
{
  essaim_box_clear (list);
  if (territory->facts == NULL)
    return;

  add_carrier (list, territory->facts);
  if (*territory->facts->challenges != NULL)
    add_challenges (list, themes, territory->facts);
}

static void
add_fact (GtkWidget  *list,
          const char *title,
          const char *value)
{
  if (value != NULL && *value != '\0')
    gtk_list_box_append (GTK_LIST_BOX (list), essaim_fact_row_new (title, value));
}

static void
add_list (GtkWidget          *list,
          const char         *title,
          const char         *separator,
          const char * const *values)
{
  g_autofree char *joined = g_strjoinv (separator, (char **) values);

  add_fact (list, title, joined);
}

/**
 * essaim_territory_facts_fill_more:
 * @list: a GtkListBox
 * @territory: a territory
 *
 * Fills @list with partners, date, context, figures and what is not sure of a label; what was not seen is left out.
 */
void
essaim_territory_facts_fill_more (GtkWidget             *list,
                                  const EssaimTerritory *territory)
{
  const EssaimLabelFacts *facts = territory->facts;
  g_autofree char *date = NULL;

  essaim_box_clear (list);
  if (facts == NULL)
    return;

  date = essaim_format_date (facts->label_date);
  add_list (list, _("Partners"), ", ", facts->partners);
  add_fact (list, _("Labelled on"), date);
  add_list (list, _("Context"), "\n", facts->context);
  for (guint i = 0; i < facts->n_figures; i++)
    {
      const EssaimFigure *figure = &facts->figures[i];
      g_autofree char *value = figure->year != 0 ? g_strdup_printf ("%s (%d)", figure->value, figure->year)
                                                 : g_strdup (figure->value);

      gtk_list_box_append (GTK_LIST_BOX (list), essaim_link_row_new (figure->label, value, figure->source));
    }
  add_fact (list, _("Good to know"), facts->note);
}

/**
 * essaim_territory_facts_fill_sources:
 * @list: a GtkListBox
 * @territory: a territory
 *
 * Fills @list with the pages where the facts of its label were read.
 */
void
essaim_territory_facts_fill_sources (GtkWidget             *list,
                                     const EssaimTerritory *territory)
{
  essaim_box_clear (list);
  if (territory->facts == NULL)
    return;

  for (const char * const *page = territory->facts->sources; *page != NULL; page++)
    {
      g_autoptr (GUri) uri = g_uri_parse (*page, G_URI_FLAGS_NONE, NULL);

      gtk_list_box_append (GTK_LIST_BOX (list),
                           essaim_link_row_new (uri != NULL ? g_uri_get_host (uri) : *page, NULL, *page));
    }
}
