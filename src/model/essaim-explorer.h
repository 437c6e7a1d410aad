/* essaim-explorer.h: query in, results out; the one state that map, list and filters share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-hover.h"
#include "essaim-results.h"
#include "essaim-session.h"
#include "essaim-territory-summary.h"

G_BEGIN_DECLS

/** EssaimExplorer: what is asked, what answers it, what is chosen.
 *
 * Properties (all notify):
 *  - `index` (EssaimIndex, nullable until loaded), `results` (EssaimResults, nullable until the first answer).
 *    Results belong to the last query that was answered, and are of this index.
 *  - `busy` (boolean): an answer is under way.
 *  - `selected-id` (utf8, nullable): the project chosen in map, list or shortlist; `selected-row` (uint): its row,
 *    ESSAIM_NO_ROW while it is looked up or when the library has it no more. One follows from the other soon.
 *  - `territory` (uint): the territory shown, an index into EssaimTerritories, or ESSAIM_NO_TERRITORY.
 *  - `home` (uint): the person's own territory, or ESSAIM_NO_TERRITORY: distances are from there.
 *  - `sort` (utf8): the code of the order of the results. By distance is from home; without a home it is by relevance.
 *
 * Signals: `query-changed` (): at once, before the results.
 *
 * A new query cancels the one under way. When the library changes the index is loaded again; query, territory and
 * selection stay.
 */
#define ESSAIM_TYPE_EXPLORER (essaim_explorer_get_type ())
G_DECLARE_FINAL_TYPE (EssaimExplorer, essaim_explorer, ESSAIM, EXPLORER, GObject)

/** ESSAIM_NO_ROW: no row of the index. */
#define ESSAIM_NO_ROW G_MAXUINT

/* Nothing is loaded before essaim_explorer_reload (or the first `library-changed`). */
EssaimExplorer         *essaim_explorer_new               (EssaimSession         *session);
EssaimSession          *essaim_explorer_get_session       (EssaimExplorer        *self);
EssaimReference        *essaim_explorer_get_reference     (EssaimExplorer        *self);
EssaimIndex            *essaim_explorer_get_index         (EssaimExplorer        *self);   /* (nullable) until loaded */
EssaimResults          *essaim_explorer_get_results       (EssaimExplorer        *self);   /* (nullable) */
gboolean                essaim_explorer_get_busy          (EssaimExplorer        *self);
void                    essaim_explorer_reload            (EssaimExplorer        *self);   /* index again, same query */

/* The query. Setting what it already says does nothing. */
const EssaimQuery      *essaim_explorer_get_query         (EssaimExplorer        *self);
void                    essaim_explorer_set_query         (EssaimExplorer        *self,
                                                           const EssaimQuery     *query);
void                    essaim_explorer_set_text          (EssaimExplorer        *self,
                                                           const char            *text);
void                    essaim_explorer_set_sort          (EssaimExplorer        *self,
                                                           EssaimSort             sort);
void                    essaim_explorer_set_placed        (EssaimExplorer        *self,
                                                           EssaimPlaced           placed);
/* Degrees; NAN for all: no box. */
void                    essaim_explorer_set_box           (EssaimExplorer        *self,
                                                           double                 west,
                                                           double                 south,
                                                           double                 east,
                                                           double                 north);
void                    essaim_explorer_clear             (EssaimExplorer        *self);   /* keeps the sort */

/* The project chosen. select (NULL) chooses none. */
const char             *essaim_explorer_get_selected_id   (EssaimExplorer        *self);
guint                   essaim_explorer_get_selected_row  (EssaimExplorer        *self);   /* or ESSAIM_NO_ROW */
void                    essaim_explorer_select            (EssaimExplorer        *self,
                                                           const char            *id);
void                    essaim_explorer_select_row        (EssaimExplorer        *self,
                                                           guint                  row);

/* The territory shown. */
guint                   essaim_explorer_get_territory     (EssaimExplorer        *self);
void                    essaim_explorer_set_territory     (EssaimExplorer        *self,
                                                           guint                  territory);
guint                   essaim_explorer_get_home          (EssaimExplorer        *self);
void                    essaim_explorer_set_home          (EssaimExplorer        *self,
                                                           guint                  territory);
/* Degrees, NAN where not known: what distances are measured from. */
void                    essaim_explorer_get_home_point    (EssaimExplorer        *self,
                                                           double                *lat,
                                                           double                *lon);
/* What is under the pointer, in map or list. */
EssaimHover            *essaim_explorer_get_hover         (EssaimExplorer        *self);
/* What there is in a territory, over the whole index, counted in a thread. */
void                    essaim_explorer_summarise_async   (EssaimExplorer        *self,
                                                           guint                  territory,
                                                           GCancellable          *cancellable,
                                                           GAsyncReadyCallback    callback,
                                                           gpointer               user_data);
EssaimTerritorySummary *essaim_explorer_summarise_finish  (EssaimExplorer        *self,
                                                           GAsyncResult          *result,
                                                           GError               **error);

/* How many projects each of the queries (element-type EssaimQuery) would find, (element-type guint) in their order: for
 * help where nothing answers. Their text is that of the present query, or none. A new query cancels it. */
void                    essaim_explorer_count_async       (EssaimExplorer        *self,
                                                           GPtrArray             *queries,
                                                           GAsyncReadyCallback    callback,
                                                           gpointer               user_data);
GArray                 *essaim_explorer_count_finish      (EssaimExplorer        *self,
                                                           GAsyncResult          *result,
                                                           GError               **error);

/* Rows of the index as EssaimResultItem, ready: for a popover or a tooltip. (element-type EssaimResultItem), rows
 * gone left out. */
void                    essaim_explorer_load_items_async  (EssaimExplorer        *self,
                                                           const guint           *rows,
                                                           guint                  n_rows,
                                                           GCancellable          *cancellable,
                                                           GAsyncReadyCallback    callback,
                                                           gpointer               user_data);
GPtrArray              *essaim_explorer_load_items_finish (EssaimExplorer        *self,
                                                           GAsyncResult          *result,
                                                           GError               **error);
/* Writes the present results, in their order. */
void                    essaim_explorer_export_async      (EssaimExplorer        *self,
                                                           const char            *path,
                                                           gboolean               with_contact,
                                                           GCancellable          *cancellable,
                                                           GAsyncReadyCallback    callback,
                                                           gpointer               user_data);
gboolean                essaim_explorer_export_finish     (EssaimExplorer        *self,
                                                           GAsyncResult          *result,
                                                           GError               **error);

G_END_DECLS
