/* essaim-count-label.c: a sentence whose numbers stand out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-count-label.h"

/**
 * essaim_count_label_set_text: (skip)
 * @label: a label
 * @text: plain text; its digits are shown bold
 *
 * The weight comes from attributes, so that nothing of the text is ever read as markup.
 */
void
essaim_count_label_set_text (GtkLabel   *label,
                             const char *text)
{
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isdigit (*at))
      {
        PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

        attribute->start_index = at - text;
        attribute->end_index = at + 1 - text;
        pango_attr_list_insert (bold, attribute);
      }
  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, bold);
}
