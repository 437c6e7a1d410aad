/* essaim-json-candidates.h: which of the lists of a JSON document holds its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** ESSAIM_JSON_RANK_FEATURES: of what is called features, above all others. */
#define ESSAIM_JSON_RANK_FEATURES 3

/** EssaimJsonCandidate: a place where records may be. */
typedef struct
{
  const char *path;         /* member names joined by dots */
  guint       hash;         /* of the path */
  guint       n_objects;
  guint       n_data_sets;  /* objects that describe one */
  guint       rank;         /* by its name */
  gboolean    is_result;    /* without objects it is an answer of none */
  gboolean    has_rows;     /* lists instead of objects */
} EssaimJsonCandidate;

/* (element-type EssaimJsonCandidate): a bounded number, the weightiest that came. */
GArray                    *essaim_json_candidates_new           (void);
void                       essaim_json_candidates_add           (GArray                    *candidates,
                                                                 const EssaimJsonCandidate *candidate);
const EssaimJsonCandidate *essaim_json_candidates_find_best     (GArray                    *candidates);
const char                *essaim_json_candidates_find_services (GArray                    *candidates,
                                                                 const EssaimJsonCandidate *best);

G_END_DECLS
