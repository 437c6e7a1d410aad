/* essaim-index-rows.c: what the columns say of one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-index-private.h"

#include <math.h>

/* A project is new for so long. */
#define NEW_SECONDS (7 * 24 * 3600)

/**
 * essaim_index_measure_chord2: (skip)
 * @self: an index
 * @row: a project
 * @from: a point to measure from
 *
 * Returns: the square of the way, through the sphere of radius 1, to the nearest point of the project; infinite without
 *   a point
 */
double
essaim_index_measure_chord2 (EssaimIndex        *self,
                             guint               row,
                             const EssaimSphere *from)
{
  double nearest = INFINITY;

  for (guint site = self->first_sites[row]; site < self->first_sites[row + 1]; site++)
    if (self->site_flags[site] & ESSAIM_SITE_POINT)
      nearest = MIN (nearest, essaim_sphere_chord2 (from, self->points[site]));

  return nearest;
}

/**
 * essaim_index_get_distance_km:
 * @self: an index
 * @row: a project
 * @lat: degrees
 * @lon: degrees
 *
 * Returns: kilometres along the Earth to the nearest point of the project; NAN where it has none, or where there is no
 *   point to measure from
 */
double
essaim_index_get_distance_km (EssaimIndex *self,
                              guint        row,
                              double       lat,
                              double       lon)
{
  EssaimSphere from;
  double chord2;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, NAN);

  if (!self->placed[row] || isnan (lat) || isnan (lon))
    return NAN;

  from = essaim_sphere_at (lat, lon);
  chord2 = essaim_index_measure_chord2 (self, row, &from);

  return 2 * ESSAIM_EARTH_RADIUS_KM * asin (MIN (1.0, sqrt (chord2) / 2));
}

/**
 * essaim_index_belongs:
 * @self: an index
 * @row: a project
 * @territory: a territory, or %ESSAIM_NO_TERRITORY, to which nothing belongs
 *
 * Returns: whether the project belongs to the territory, in any way
 */
gboolean
essaim_index_belongs (EssaimIndex *self,
                      guint        row,
                      guint        territory)
{
  const EssaimSets *sets;
  guint set;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, FALSE);

  sets = &self->territories;
  set = self->places[row];
  for (guint i = sets->starts[set]; i < sets->starts[set + 1]; i++)
    if (ESSAIM_BELONGS_TERRITORY (sets->values[i]) == territory)
      return TRUE;

  return FALSE;
}

/**
 * essaim_index_get_row_n_sources:
 * @self: an index
 * @row: a project
 *
 * Returns: in how many feeds the project is
 */
guint
essaim_index_get_row_n_sources (EssaimIndex *self,
                                guint        row)
{
  guint set;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, 0);

  set = self->source_sets[row];

  return self->sources.starts[set + 1] - self->sources.starts[set];
}

/**
 * essaim_index_get_row_n_regions:
 * @self: an index
 * @row: a project
 *
 * Returns: in how many regions its sites are; collectivities overseas are in none
 */
guint
essaim_index_get_row_n_regions (EssaimIndex *self,
                                guint        row)
{
  EssaimGazetteer *gazetteer;
  guint64 met = 0;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, 0);

  gazetteer = essaim_reference_get_gazetteer (self->reference);
  for (guint site = self->first_sites[row]; site < self->first_sites[row + 1]; site++)
    if (self->departments[site] != ESSAIM_NO_DEPARTMENT)
      {
        guint region = essaim_gazetteer_get_department (gazetteer, self->departments[site])->region_index;

        /* There are 18 regions. */
        met |= region < 64 ? G_GUINT64_CONSTANT (1) << region : 0;
      }

  return __builtin_popcountll (met);
}

/**
 * essaim_index_get_row_department:
 * @self: an index
 * @row: a project
 *
 * Returns: (transfer none) (nullable): the department of its first site, where that is known
 */
const EssaimDepartment *
essaim_index_get_row_department (EssaimIndex *self,
                                 guint        row)
{
  guint site;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, NULL);

  site = self->first_sites[row];
  if (site == self->first_sites[row + 1] || self->departments[site] == ESSAIM_NO_DEPARTMENT)
    return NULL;

  return essaim_gazetteer_get_department (essaim_reference_get_gazetteer (self->reference), self->departments[site]);
}

/**
 * essaim_index_is_new:
 * @self: an index
 * @row: a project
 * @now: seconds since 1970
 *
 * A project is new for seven days after it was first read, unless a feed was read for the first time with it: all that
 * a feed holds when it comes is news of the feed, not of the projects. The first reading of a feed is when the earliest
 * of its projects was first seen, as all that one refresh reads gets the same date.
 *
 * Returns: whether the project is new
 */
gboolean
essaim_index_is_new (EssaimIndex *self,
                     guint        row,
                     gint64       now)
{
  const EssaimSets *sets;
  guint32 seen;
  guint set;

  g_return_val_if_fail (ESSAIM_IS_INDEX (self) && row < self->n_rows, FALSE);

  sets = &self->sources;
  seen = self->first_seen[row];
  set = self->source_sets[row];
  if (seen == 0 || now - seen >= NEW_SECONDS)
    return FALSE;

  for (guint i = sets->starts[set]; i < sets->starts[set + 1]; i++)
    if (self->source_first_seen[sets->values[i]] >= seen)
      return FALSE;

  return TRUE;
}
