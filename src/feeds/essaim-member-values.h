/* essaim-member-values.h: a value as read, to a member of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest summary, in characters. */
#define ESSAIM_SUMMARY_MAX 400

/* All (transfer full); (nullable) where the value may turn out to be none. */
char *essaim_member_line      (const char *value, guint max_chars);
char *essaim_member_first     (const char *value);
char *essaim_member_names     (const char *value);
char *essaim_member_text      (const char *value);
char *essaim_member_summarise (const char *text);
char *essaim_member_date      (const char *value);
char *essaim_member_email     (const char *value);
char *essaim_member_phone     (const char *value);
char *essaim_member_siret     (const char *value);
char *essaim_member_rna       (const char *value);

G_END_DECLS
