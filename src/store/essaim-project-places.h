/* essaim-project-places.h: the names and codes that a project is found by where it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-gazetteer.h"
#include "essaim-row.h"

G_BEGIN_DECLS

/* Adds a text to a list of texts, one a line, unless it is there or the list is full. */
void essaim_lines_add          (GString *lines, const char *text);
/* gazetteer: (nullable). places: a list of texts. */
void essaim_project_places_add (GString *places, EssaimGazetteer *gazetteer, const EssaimRow *row);

G_END_DECLS
