/* essaim-explorer.h: query in, results out; the one state that map, list and filters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-results.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimExplorer: properties `results` (EssaimResults, nullable), `busy`, `selected-id` (project id, nullable), `territory` (index of the territory shown, ESSAIM_NO_TERRITORY).
 * A new query cancels the one under way; results always belong to the last query set. */
#define ESSAIM_TYPE_EXPLORER (essaim_explorer_get_type ())
G_DECLARE_FINAL_TYPE (EssaimExplorer, essaim_explorer, ESSAIM, EXPLORER, GObject)

EssaimExplorer     *essaim_explorer_new             (EssaimSession *session);
EssaimSession      *essaim_explorer_get_session     (EssaimExplorer *self);
EssaimIndex        *essaim_explorer_get_index       (EssaimExplorer *self);   /* (nullable) until loaded */
EssaimResults      *essaim_explorer_get_results     (EssaimExplorer *self);   /* (nullable) */
const EssaimQuery  *essaim_explorer_get_query       (EssaimExplorer *self);
void                essaim_explorer_set_query       (EssaimExplorer *self, const EssaimQuery *query);
void                essaim_explorer_set_text        (EssaimExplorer *self, const char *text);
void                essaim_explorer_toggle_theme    (EssaimExplorer *self, guint theme);
void                essaim_explorer_toggle_kind     (EssaimExplorer *self, EssaimKind kind);
void                essaim_explorer_toggle_territory(EssaimExplorer *self, const char *id);
void                essaim_explorer_clear           (EssaimExplorer *self);
const char         *essaim_explorer_get_selected_id (EssaimExplorer *self);
void                essaim_explorer_select          (EssaimExplorer *self, const char *id);
void                essaim_explorer_reload          (EssaimExplorer *self);   /* index again, same query */

G_END_DECLS
