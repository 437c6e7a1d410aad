/* essaim-index.h: all projects as columns in memory; answers a query in milliseconds
 *
 * A row is a project's place in the index, 0 … n - 1; it means nothing after a reload. Immutable once built, so threads
 * share it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-query.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimIndexProject: the columns of one project, as the store hands them over. */
typedef struct
{
  guint32           number;        /* the store's number of the project */
  const char       *id;
  const char       *title;
  EssaimKind        kind;
  EssaimThemeSet    themes;
  guint             audiences;
  const char       *status;        /* (nullable) */
  const char       *first_seen;    /* (nullable): ISO */
  const char       *updated;       /* (nullable): ISO */
  double            funding_eur;   /* its own, without a site; NAN unknown */
  const guint      *sources;       /* indices given by essaim_index_builder_add_source */
  guint             n_sources;
  const char      **declared;      /* (nullable) (array zero-terminated=1): territory ids */
} EssaimIndexProject;

/** EssaimIndexSite: the columns of one site. */
typedef struct
{
  double            lat, lon;      /* NAN without a point */
  EssaimPrecision   precision;
  guint             commune;       /* gazetteer index or ESSAIM_NO_COMMUNE */
  guint             department;    /* gazetteer index or ESSAIM_NO_DEPARTMENT */
  double            funding_eur;
} EssaimIndexSite;

#define ESSAIM_TYPE_INDEX (essaim_index_get_type ())
G_DECLARE_FINAL_TYPE (EssaimIndex, essaim_index, ESSAIM, INDEX, GObject)

typedef struct _EssaimIndexBuilder EssaimIndexBuilder;

EssaimIndexBuilder *essaim_index_builder_new         (EssaimReference *reference);
guint               essaim_index_builder_add_source  (EssaimIndexBuilder *builder, const char *feed, const char *title);
void                essaim_index_builder_add_project (EssaimIndexBuilder *builder, const EssaimIndexProject *project);
/* Of the last project. */
void                essaim_index_builder_add_site    (EssaimIndexBuilder *builder, const EssaimIndexSite *site);
/* (transfer full): frees the builder. */
EssaimIndex        *essaim_index_builder_end         (EssaimIndexBuilder *builder);
void                essaim_index_builder_free        (EssaimIndexBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimIndexBuilder, essaim_index_builder_free)

EssaimReference *essaim_index_get_reference    (EssaimIndex *self);
guint            essaim_index_get_n_projects   (EssaimIndex *self);
guint            essaim_index_get_n_sites      (EssaimIndex *self);
guint            essaim_index_get_n_sources    (EssaimIndex *self);
const char      *essaim_index_get_source_id    (EssaimIndex *self, guint source);
const char      *essaim_index_get_source_title (EssaimIndex *self, guint source);
guint            essaim_index_get_n_statuses   (EssaimIndex *self);
const char      *essaim_index_get_status       (EssaimIndex *self, guint status);
guint32          essaim_index_get_number       (EssaimIndex *self, guint row);
gboolean         essaim_index_find_number      (EssaimIndex *self, guint32 number, guint *row);
EssaimThemeSet   essaim_index_get_themes       (EssaimIndex *self, guint row);
EssaimKind       essaim_index_get_kind         (EssaimIndex *self, guint row);
void             essaim_index_get_row_sites    (EssaimIndex *self, guint row, guint *first, guint *end);
guint            essaim_index_get_site_row     (EssaimIndex *self, guint site);
EssaimPrecision  essaim_index_get_site_precision (EssaimIndex *self, guint site);
/* World positions of all sites, by site; those without a point hold {0, 0} (essaim_index_site_has_point). */
const EssaimWorldPoint *essaim_index_get_site_points (EssaimIndex *self);
gboolean         essaim_index_site_has_point   (EssaimIndex *self, guint site);
double           essaim_index_get_distance_km  (EssaimIndex *self, guint row, double lat, double lon);
gboolean         essaim_index_belongs          (EssaimIndex *self, guint row, guint territory);
guint            essaim_index_get_row_n_sources (EssaimIndex *self, guint row);
guint            essaim_index_get_row_n_regions (EssaimIndex *self, guint row);
/* (nullable): of its first site */
const EssaimDepartment *essaim_index_get_row_department (EssaimIndex *self, guint row);
gboolean         essaim_index_is_new           (EssaimIndex *self, guint row, gint64 now);
/* The territories that a project belongs to, each once with its strongest way. */
void             essaim_index_get_territories  (EssaimIndex *self, guint row, GArray *territories /* guint */,
                                                GArray *ways /* EssaimWay */);

G_END_DECLS
