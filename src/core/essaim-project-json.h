/* essaim-project-json.h: a project as the JSON of exports, copies and scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/* with_contact: whether e-mail and telephone go in (never in exports unless the person ticked them). */
JsonNode      *essaim_project_to_json   (const EssaimProject *project, EssaimReference *reference, gboolean with_contact);
EssaimProject *essaim_project_from_json (JsonNode *node, EssaimThemes *themes, GError **error);
/* The territories of a project, each with its strongest way, the way essaim_index_get_territories gives them. */
void           essaim_project_get_territories (const EssaimProject *project, EssaimReference *reference,
                                               GArray *territories, GArray *ways);

G_END_DECLS
