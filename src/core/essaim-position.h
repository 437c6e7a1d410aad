/* essaim-position.h: a position as a text, and a site moved there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

char     *essaim_position_parse    (const char *typed, EssaimReference *reference, GError **error);
char     *essaim_position_of_site  (const EssaimSite *site);
void      essaim_position_apply    (const char *position, EssaimSite *site, EssaimReference *reference);
gboolean  essaim_position_is_point  (const char *position);
gboolean  essaim_position_is_near  (const char *a, const char *b);

G_END_DECLS
