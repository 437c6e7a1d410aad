/* essaim-html.c: texts and tables of an HTML document
 *
 * Every text is escaped here, so that nothing of a feed is ever markup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-html.h"

#include <math.h>

/**
 * essaim_html_append:
 * @out: the document
 * @text: plain text
 *
 * Adds a text within an element.
 */
void
essaim_html_append (GString    *out,
                    const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/**
 * essaim_html_text:
 * @out: the document
 * @tag: of the element: `p`, `h2`, …
 * @text: (nullable): plain text
 *
 * Adds an element with a text.
 */
void
essaim_html_text (GString    *out,
                  const char *tag,
                  const char *text)
{
  g_string_append_printf (out, "<%s>", tag);
  essaim_html_append (out, text != NULL ? text : "");
  g_string_append_printf (out, "</%s>\n", tag);
}

/**
 * essaim_html_begin_table:
 * @out: the document
 * @caption: what it shows
 * @heads: (array zero-terminated=1): of its columns
 * @numbers: a bit for each column that holds numbers, the first one the lowest
 */
void
essaim_html_begin_table (GString            *out,
                         const char         *caption,
                         const char * const *heads,
                         guint               numbers)
{
  g_string_append (out, "<div class=\"table\"><table>\n");
  essaim_html_text (out, "caption", caption);
  g_string_append (out, "<thead><tr>");
  for (guint i = 0; heads[i] != NULL; i++)
    {
      g_string_append_printf (out, "<th scope=\"col\"%s>", numbers >> i & 1 ? " class=\"number\"" : "");
      essaim_html_append (out, heads[i]);
      g_string_append (out, "</th>");
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
}

/**
 * essaim_html_begin_row:
 * @out: the document, in a table
 * @head: what the row is about
 */
void
essaim_html_begin_row (GString    *out,
                       const char *head)
{
  g_string_append (out, "<tr><th scope=\"row\">");
  essaim_html_append (out, head);
  g_string_append (out, "</th>");
}

/**
 * essaim_html_cell:
 * @out: the document, in a row
 * @text: (nullable): of the cell
 */
void
essaim_html_cell (GString    *out,
                  const char *text)
{
  g_string_append (out, "<td>");
  essaim_html_append (out, text != NULL ? text : "");
  g_string_append (out, "</td>");
}

/**
 * essaim_html_count:
 * @out: the document, in a row
 * @count: a number, grouped as the person's language does
 */
void
essaim_html_count (GString *out,
                   guint    count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  g_string_append (out, "<td class=\"number\">");
  essaim_html_append (out, text);
  g_string_append (out, "</td>");
}

/**
 * essaim_html_share:
 * @out: the document, in a row
 * @share: from 0 to 1
 *
 * Adds a cell with a percentage and a bar; what is neither nothing nor all never looks like it.
 */
void
essaim_html_share (GString *out,
                   double   share)
{
  double percent = 100 * CLAMP (share, 0, 1);
  int shown = (int) lround (percent);
  char width[G_ASCII_DTOSTR_BUF_SIZE];

  if (shown == 0 && percent > 0)
    shown = 1;
  if (shown == 100 && percent < 100)
    shown = 99;
  g_ascii_formatd (width, sizeof width, "%.1f", percent);
  g_string_append_printf (out, "<td class=\"share\">%d\302\240%%"
                          "<div class=\"bar\" style=\"width:%s%%\"></div></td>", shown, width);
}

/**
 * essaim_html_end_row:
 * @out: the document, in a row
 */
void
essaim_html_end_row (GString *out)
{
  g_string_append (out, "</tr>\n");
}

/**
 * essaim_html_end_table:
 * @out: the document, in a table
 */
void
essaim_html_end_table (GString *out)
{
  g_string_append (out, "</tbody></table></div>\n");
}
