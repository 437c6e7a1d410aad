/* essaim-clusters.c: points gathered into honeycomb cells that stay still while the map moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-clusters.h"

#include <math.h>
#include <string.h>

#define WORLD_SIZE 4294967296.0
#define SQRT_3     1.7320508075688772

/* Pointy-top hexagons on an axial grid; cell (0, 0) has its centre at the north-west corner of the world.
 * R. B. Patel, “Hexagonal Grids”, https://www.redblobgames.com/grids/hexagons/ */
typedef struct
{
  double radius;            /* of a cell, centre to corner, in world units */
  double q_of_x;            /* cells for a world unit */
  double r_of_y;
} Grid;

typedef struct
{
  gint32 q;
  gint32 r;
} Cell;

/* The cell of a site, and later the number of that cell, in one place. */
typedef union
{
  Cell    cell;
  guint64 key;
} Place;

/* The cells of all sites lie in this range. */
typedef struct
{
  Cell    low;
  guint64 width;
  guint64 n_cells;
} Range;

struct _EssaimClusters
{
  Grid           grid;
  EssaimCluster *clusters;
  guint         *firsts;    /* by cluster: its first place in `sites`, and after the last one the end */
  guint32       *sites;     /* those of a cluster together, in the order in which they came */
  guint          n_clusters;
};

static Grid
make_grid (guint  zoom,
           double radius_px,
           guint  tile_size)
{
  double radius = radius_px * WORLD_SIZE / ldexp (tile_size, zoom);

  return (Grid) { radius, SQRT_3 / 3.0 / radius, 2.0 / 3.0 / radius };
}

/* The whole number next to @value; lrint () would be a call, and a branch is badly foretold here. */
static inline gint32
nearest (double value)
{
  const gint64 bias = G_GINT64_CONSTANT (1) << 32;

  return (gint32) ((gint64) (value + ((double) bias + 0.5)) - bias);
}

static inline Cell
find_cell (const Grid       *grid,
           EssaimWorldPoint  point)
{
  double r = point.y * grid->r_of_y;
  double q = point.x * grid->q_of_x - r / 2.0;
  Cell cell = { nearest (q), nearest (r) };
  gint32 along_q;

  /* The nearest numbers give a rhombus; the remainders tell in which of the hexagons that meet there the point is. */
  q -= cell.q;
  r -= cell.r;
  along_q = -(fabs (q) >= fabs (r));
  cell.q += nearest (q + r / 2.0) & along_q;
  cell.r += nearest (r + q / 2.0) & ~along_q;

  return cell;
}

static void
find_centre (const Grid *grid,
             Cell        cell,
             double     *x,
             double     *y)
{
  *x = grid->radius * SQRT_3 * (cell.q + cell.r / 2.0);
  *y = grid->radius * 1.5 * cell.r;
}

static EssaimWorldPoint
clamp_to_world (double x,
                double y)
{
  return (EssaimWorldPoint) { CLAMP (x, 0.0, WORLD_SIZE - 1.0), CLAMP (y, 0.0, WORLD_SIZE - 1.0) };
}

static Range
find_range (const Place *places,
            guint        n)
{
  Cell low = { G_MAXINT32, G_MAXINT32 }, high = { G_MININT32, G_MININT32 };
  guint64 width;

  if (n == 0)
    return (Range) { { 0, 0 }, 1, 1 };

  for (guint i = 0; i < n; i++)
    {
      low.q = MIN (low.q, places[i].cell.q);
      low.r = MIN (low.r, places[i].cell.r);
      high.q = MAX (high.q, places[i].cell.q);
      high.r = MAX (high.r, places[i].cell.r);
    }

  width = (guint64) ((gint64) high.q - low.q + 1);

  return (Range) { low, width, width * (guint64) ((gint64) high.r - low.r + 1) };
}

/* Numbers the cells of a range by (r, q), from 0. */
static inline guint64
make_key (const Range *range,
          Cell         cell)
{
  return (guint64) ((gint64) cell.r - range->low.r) * range->width + (guint64) ((gint64) cell.q - range->low.q);
}

static Cell
get_cell (const Range *range,
          guint64      key)
{
  return (Cell) { range->low.q + (gint64) (key % range->width), range->low.r + (gint64) (key / range->width) };
}

#define DIGIT_BITS 11
#define N_DIGITS   (1u << DIGIT_BITS)

/* Brings @from, or 0 to n - 1 where it is NULL, into the order of a digit of the keys. */
static void
sort_by_digit (const Place   *places,
               const guint32 *from,
               guint32       *to,
               guint          n,
               guint          shift)
{
  guint starts[N_DIGITS] = { 0 };
  guint start = 0;

  for (guint i = 0; i < n; i++)
    starts[places[i].key >> shift & (N_DIGITS - 1)]++;
  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint count = starts[i];

      starts[i] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    {
      guint32 place = from != NULL ? from[i] : i;

      to[starts[places[place].key >> shift & (N_DIGITS - 1)]++] = place;
    }
}

/* Fills @order by key, equal ones as they come, digit by digit: a map has few cells, so two passes mostly do. Either of the
 * two arrays holds the result. */
static guint32 *
sort_places (const Place *places,
             guint        n,
             guint64      n_values,
             guint32     *order,
             guint32     *spare)
{
  const guint32 *from = NULL;
  guint shift = 0;

  do
    {
      guint32 *sorted = from == order ? spare : order;

      sort_by_digit (places, from, sorted, n, shift);
      from = sorted;
      shift += DIGIT_BITS;
    }
  while (shift < 64 && (n_values - 1) >> shift != 0);

  return from == order ? order : spare;
}

static void
add_cluster (EssaimClusters         *self,
             const EssaimWorldPoint *points,
             Cell                    cell,
             guint                   first,
             guint                   end)
{
  EssaimCluster *cluster = &self->clusters[self->n_clusters];
  double x, y;

  find_centre (&self->grid, cell, &x, &y);
  cluster->q = cell.q;
  cluster->r = cell.r;
  cluster->count = end - first;
  cluster->site = self->sites[first];
  cluster->centre = cluster->count == 1 ? points[cluster->site] : clamp_to_world (x, y);
  self->firsts[self->n_clusters++] = first;
  self->firsts[self->n_clusters] = end;
}

/* Makes one cluster of each run of equal keys. */
static void
gather (EssaimClusters         *self,
        const EssaimWorldPoint *points,
        const Range            *range,
        const Place            *places,
        const guint32          *order,
        guint                   n)
{
  guint64 n_most = MIN (n, range->n_cells);
  guint64 key = n > 0 ? places[order[0]].key : 0;
  guint first = 0;

  self->clusters = g_new (EssaimCluster, n_most);
  self->firsts = g_new (guint, n_most + 1);
  for (guint i = 1; i <= n; i++)
    {
      guint64 next = i < n ? places[order[i]].key : G_MAXUINT64;

      if (next == key)
        continue;
      add_cluster (self, points, get_cell (range, key), first, i);
      key = next;
      first = i;
    }

  self->clusters = g_renew (EssaimCluster, self->clusters, self->n_clusters);
  self->firsts = g_renew (guint, self->firsts, self->n_clusters + 1);
}

static EssaimClusters *
cluster_sites (Grid                    grid,
               const EssaimWorldPoint *points,
               const guint32          *sites,
               guint                   n)
{
  EssaimClusters *self = g_new0 (EssaimClusters, 1);
  g_autofree Place *places = g_new (Place, n);
  guint32 *one = g_new (guint32, n);
  guint32 *other = g_new (guint32, n);
  g_autofree guint32 *order = NULL;
  Range range;

  self->grid = grid;
  for (guint i = 0; i < n; i++)
    places[i].cell = find_cell (&grid, points[sites[i]]);
  range = find_range (places, n);
  for (guint i = 0; i < n; i++)
    places[i].key = make_key (&range, places[i].cell);

  order = sort_places (places, n, range.n_cells, one, other);
  self->sites = order == one ? other : one;
  for (guint i = 0; i < n; i++)
    self->sites[i] = sites[order[i]];
  gather (self, points, &range, places, order, n);

  return self;
}

/* A part of the world; it may lie across the date line. */
typedef struct
{
  guint32 west;
  guint64 width;
  gint64  north;
  gint64  south;
} Box;

static Box
make_box (EssaimWorldPoint low,
          EssaimWorldPoint high,
          double           margin)
{
  gint64 more = (gint64) ceil (MIN (margin, WORLD_SIZE));

  return (Box) { low.x - (guint32) more, (guint64) (guint32) (high.x - low.x) + 2 * more, low.y - more, high.y + more };
}

static inline gboolean
is_in_box (const Box *box,
           gint64     x,
           gint64     y)
{
  return (guint32) ((guint32) x - box->west) <= box->width && y >= box->north && y <= box->south;
}

/* Keeps the clusters whose cell may touch the box. Their places in `sites` stay. */
static void
drop_outside (EssaimClusters *self,
              const Box      *box)
{
  guint n = 0;

  for (guint i = 0; i < self->n_clusters; i++)
    {
      const EssaimCluster *cluster = &self->clusters[i];
      double x, y;

      find_centre (&self->grid, (Cell) { cluster->q, cluster->r }, &x, &y);
      if (!is_in_box (box, (gint64) floor (x), (gint64) floor (y)))
        continue;
      self->firsts[n] = self->firsts[i];
      self->clusters[n++] = *cluster;
    }

  self->n_clusters = n;
}

/**
 * essaim_clusters_new:
 * @points: places of all sites in world units
 * @sites: (array length=n_sites): indices into @points of the sites to gather
 * @n_sites: how many there are
 * @zoom: a whole zoom level
 * @radius_px: radius of a cell, centre to corner, in pixels
 * @tile_size: pixels of a tile, so that the world is `tile_size × 2^zoom` pixels wide
 *
 * Gathers sites into the hexagons of a honeycomb that is fixed to the world: the cell of a point depends on nothing but the
 * point, the zoom and the radius. The counts sum to @n_sites. @points and @sites are not needed afterwards.
 *
 * Returns: (transfer full): the clusters, sorted by (r, q)
 */
EssaimClusters *
essaim_clusters_new (const EssaimWorldPoint *points,
                     const guint32          *sites,
                     guint                   n_sites,
                     guint                   zoom,
                     double                  radius_px,
                     guint                   tile_size)
{
  g_return_val_if_fail (radius_px > 0.0 && tile_size > 0 && zoom <= 24, NULL);

  return cluster_sites (make_grid (zoom, radius_px, tile_size), points, sites, n_sites);
}

/**
 * essaim_clusters_new_in:
 * @points: places of all sites in world units
 * @sites: (array length=n_sites): indices into @points of the sites to gather
 * @n_sites: how many there are
 * @zoom: a whole zoom level
 * @radius_px: radius of a cell, centre to corner, in pixels
 * @tile_size: pixels of a tile
 * @low: north-west corner of the part that is wanted
 * @high: south-east corner; west of @low where the part lies across the date line
 *
 * Like [func@Clusters.new], for high zooms: only sites in and just around a part of the world are visited. Every cell that
 * holds a point of the part is there and is counted whole, so counts do not change while the map moves.
 *
 * Returns: (transfer full): the clusters, sorted by (r, q)
 */
EssaimClusters *
essaim_clusters_new_in (const EssaimWorldPoint *points,
                        const guint32          *sites,
                        guint                   n_sites,
                        guint                   zoom,
                        double                  radius_px,
                        guint                   tile_size,
                        EssaimWorldPoint        low,
                        EssaimWorldPoint        high)
{
  g_autofree guint32 *near = g_new (guint32, n_sites);
  Box near_box, touched_box;
  EssaimClusters *self;
  Grid grid;
  guint n = 0;

  g_return_val_if_fail (radius_px > 0.0 && tile_size > 0 && zoom <= 24, NULL);

  grid = make_grid (zoom, radius_px, tile_size);
  /* A cell that touches the part has its centre within a radius of it, and its points within a radius of the centre. */
  touched_box = make_box (low, high, grid.radius);
  near_box = make_box (low, high, 2.0 * grid.radius + 2.0);

  for (guint i = 0; i < n_sites; i++)
    if (is_in_box (&near_box, points[sites[i]].x, points[sites[i]].y))
      near[n++] = sites[i];

  self = cluster_sites (grid, points, near, n);
  drop_outside (self, &touched_box);

  return self;
}

/**
 * essaim_clusters_free:
 * @clusters: (transfer full): clusters
 */
void
essaim_clusters_free (EssaimClusters *clusters)
{
  g_free (clusters->clusters);
  g_free (clusters->firsts);
  g_free (clusters->sites);
  g_free (clusters);
}

/**
 * essaim_clusters_get_n:
 * @clusters: clusters
 *
 * Returns: how many cells have a point
 */
guint
essaim_clusters_get_n (const EssaimClusters *clusters)
{
  return clusters->n_clusters;
}

/**
 * essaim_clusters_get:
 * @clusters: clusters
 * @i: a number below [func@Clusters.get_n]
 *
 * Returns: (transfer none): the cluster
 */
const EssaimCluster *
essaim_clusters_get (const EssaimClusters *clusters,
                     guint                 i)
{
  g_return_val_if_fail (i < clusters->n_clusters, NULL);

  return &clusters->clusters[i];
}

/**
 * essaim_clusters_find:
 * @clusters: clusters
 * @at: a place in world units
 *
 * Returns: (transfer none) (nullable): the cluster in whose cell the place is, or %NULL where that cell is empty
 */
const EssaimCluster *
essaim_clusters_find (const EssaimClusters *clusters,
                      EssaimWorldPoint      at)
{
  Cell cell = find_cell (&clusters->grid, at);
  guint low = 0, high = clusters->n_clusters;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const EssaimCluster *cluster = &clusters->clusters[middle];

      if (cluster->r == cell.r && cluster->q == cell.q)
        return cluster;
      if (cluster->r < cell.r || (cluster->r == cell.r && cluster->q < cell.q))
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/**
 * essaim_clusters_get_sites:
 * @clusters: clusters
 * @cluster: one of them
 *
 * Returns: (transfer full) (element-type guint32): all of its sites, in the order in which they were given
 */
GArray *
essaim_clusters_get_sites (const EssaimClusters *clusters,
                           const EssaimCluster  *cluster)
{
  GArray *sites = g_array_sized_new (FALSE, FALSE, sizeof (guint32), cluster->count);
  gsize i = cluster - clusters->clusters;

  g_return_val_if_fail (i < clusters->n_clusters, sites);

  g_array_append_vals (sites, clusters->sites + clusters->firsts[i], cluster->count);

  return sites;
}
