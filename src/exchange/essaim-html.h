/* essaim-html.h: texts and tables of an HTML document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void essaim_html_append      (GString *out, const char *text);
void essaim_html_text        (GString *out, const char *tag, const char *text);
void essaim_html_begin_table (GString *out, const char *caption, const char * const *heads, guint numbers);
void essaim_html_begin_row   (GString *out, const char *head);
void essaim_html_cell        (GString *out, const char *text);
void essaim_html_count       (GString *out, guint count);
void essaim_html_share       (GString *out, double share);
void essaim_html_end_row     (GString *out);
void essaim_html_end_table   (GString *out);

G_END_DECLS
