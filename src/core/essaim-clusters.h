/* essaim-clusters.h: points gathered into honeycomb cells that stay still while the map moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-geometry.h"

G_BEGIN_DECLS

/** EssaimCluster: one cell with at least one point. */
typedef struct
{
  gint32           q, r;      /* axial coordinates of the cell at its zoom */
  EssaimWorldPoint centre;    /* of the cell; for a single point, the point itself */
  guint            count;
  guint            site;      /* one site of the cell: the only one when count is 1 */
} EssaimCluster;

/** EssaimClusters: the cells of one zoom, sorted by (r, q). */
typedef struct _EssaimClusters EssaimClusters;

EssaimClusters      *essaim_clusters_new       (const EssaimWorldPoint *points, const guint32 *sites, guint n_sites,
                                                guint zoom, double radius_px, guint tile_size);
EssaimClusters      *essaim_clusters_new_in    (const EssaimWorldPoint *points, const guint32 *sites, guint n_sites,
                                                guint zoom, double radius_px, guint tile_size,
                                                EssaimWorldPoint low, EssaimWorldPoint high);
void                 essaim_clusters_free      (EssaimClusters *clusters);
guint                essaim_clusters_get_n     (const EssaimClusters *clusters);
const EssaimCluster *essaim_clusters_get       (const EssaimClusters *clusters, guint i);
const EssaimCluster *essaim_clusters_find      (const EssaimClusters *clusters, EssaimWorldPoint at);
GArray              *essaim_clusters_get_sites (const EssaimClusters *clusters, const EssaimCluster *cluster);  /* guint32 */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimClusters, essaim_clusters_free)

G_END_DECLS
