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

/* A cell, and later its place in the order of cells. */
typedef union
{
  Cell    cell;
  guint64 key;
} Place;

/* All cells lie in this range. */
typedef struct
{
  Cell    low;
  guint64 width;
  guint64 n_cells;
} Range;

/* A cell as it is met. */
typedef struct
{
  guint32 count;   /* of its sites */
  guint32 site;    /* the first */
} Content;

/* The cells that have a site, numbered as they are met. A map has few of them, so the table stays in the cache however
 * many sites there are. */
typedef struct
{
  Place   *places;     /* by number */
  Content *contents;   /* by number */
  guint32 *slots;      /* open addressing: a number + 1, or 0 */
  guint    n;
  guint    n_slots;    /* a power of 2, more than twice n */
} Table;

struct _EssaimClusters
{
  /* Owned */
  EssaimCluster *clusters;
  guint32       *numbers;    /* by cluster: what its sites have in `cells` */
  guint32       *cells;      /* by site, as they came */
  guint32       *near;       /* (nullable): the sites, when they are not all of those given */

  /* Borrowed */
  const guint32 *sites;      /* as they came */

  Grid           grid;
  guint          n_clusters;
  guint          n_sites;    /* in `cells` */
};

static Grid
make_grid (guint  zoom,
           double radius_px,
           guint  tile_size)
{
  double radius = radius_px * WORLD_SIZE / ldexp (tile_size, zoom);

  return (Grid) { radius, SQRT_3 / 3.0 / radius, 2.0 / 3.0 / radius };
}

/* The whole number next to @value; lrint () would be a call, and a branch is badly foretold here. A double of this size
 * has no bits left for a fraction. */
static inline double
nearest (double value)
{
  const double bias = 6755399441055744.0;   /* 1.5 × 2⁵² */

  return (value + bias) - bias;
}

static inline Cell
find_cell (const Grid       *grid,
           EssaimWorldPoint  point)
{
  double r = point.y * grid->r_of_y;
  double q = point.x * grid->q_of_x - r / 2.0;
  double near_r = nearest (r), near_q = nearest (q);
  double rest_r = r - near_r, rest_q = q - near_q;
  gint32 along_q = -(fabs (rest_q) >= fabs (rest_r));

  /* The nearest numbers give a rhombus; the remainders tell in which of the hexagons that meet there the point is. */
  return (Cell) {
    .q = (gint32) near_q + ((gint32) nearest (rest_q + rest_r / 2.0) & along_q),
    .r = (gint32) near_r + ((gint32) nearest (rest_r + rest_q / 2.0) & ~along_q),
  };
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

static void
table_init (Table *table)
{
  table->n = 0;
  table->n_slots = 16384;
  table->slots = g_new0 (guint32, table->n_slots);
  table->places = g_new (Place, table->n_slots / 2);
  table->contents = g_new (Content, table->n_slots / 2);
}

static void
table_clear (Table *table)
{
  g_free (table->slots);
  g_free (table->places);
  g_free (table->contents);
}

/* Fibonacci hashing: the upper bits of the product are well mixed. Knuth, The Art of Computer Programming 3, 6.4 */
static inline guint
find_slot (const Table *table,
           Cell         cell)
{
  const Place place = { .cell = cell };
  guint slot = (guint) ((place.key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (table->n_slots - 1);

  while (table->slots[slot] != 0 && table->places[table->slots[slot] - 1].key != place.key)
    slot = (slot + 1) & (table->n_slots - 1);

  return slot;
}

static void
table_grow (Table *table)
{
  table->n_slots *= 2;
  g_free (table->slots);
  table->slots = g_new0 (guint32, table->n_slots);
  table->places = g_renew (Place, table->places, table->n_slots / 2);
  table->contents = g_renew (Content, table->contents, table->n_slots / 2);
  for (guint i = 0; i < table->n; i++)
    table->slots[find_slot (table, table->places[i].cell)] = i + 1;
}

static inline guint32
table_add (Table   *table,
           Cell     cell,
           guint32  site)
{
  guint slot = find_slot (table, cell);

  if (table->slots[slot] == 0)
    {
      if (2 * (table->n + 1) >= table->n_slots)
        {
          table_grow (table);
          slot = find_slot (table, cell);
        }
      table->places[table->n].cell = cell;
      table->contents[table->n++] = (Content) { 0, site };
      table->slots[slot] = table->n;
    }
  table->contents[table->slots[slot] - 1].count++;

  return table->slots[slot] - 1;
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

/* Fills @order by key, digit by digit. Either of the two arrays holds the result. */
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

static EssaimCluster
make_cluster (const Grid             *grid,
              const EssaimWorldPoint *points,
              Cell                    cell,
              Content                 content)
{
  EssaimCluster cluster = { .q = cell.q, .r = cell.r, .count = content.count, .site = content.site };
  double x, y;

  find_centre (grid, cell, &x, &y);
  cluster.centre = content.count == 1 ? points[content.site] : clamp_to_world (x, y);

  return cluster;
}

/* Makes one cluster of each cell, in order. */
static void
take_cells (EssaimClusters         *self,
            const EssaimWorldPoint *points,
            Table                  *table)
{
  Range range = find_range (table->places, table->n);
  g_autofree guint32 *one = g_new (guint32, table->n);
  g_autofree guint32 *other = g_new (guint32, table->n);
  guint32 **numbers;

  for (guint i = 0; i < table->n; i++)
    table->places[i].key = make_key (&range, table->places[i].cell);
  numbers = sort_places (table->places, table->n, range.n_cells, one, other) == one ? &one : &other;

  self->n_clusters = table->n;
  self->numbers = g_steal_pointer (numbers);
  self->clusters = g_new (EssaimCluster, table->n);
  for (guint i = 0; i < table->n; i++)
    {
      guint32 number = self->numbers[i];

      self->clusters[i] = make_cluster (&self->grid, points, get_cell (&range, table->places[number].key),
                                        table->contents[number]);
    }
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

/* Gathers the sites in a box, or all of them. */
static EssaimClusters *
cluster_sites (Grid                    grid,
               const EssaimWorldPoint *points,
               const guint32          *sites,
               guint                   n,
               const Box              *box)
{
  EssaimClusters *self = g_new0 (EssaimClusters, 1);
  Table table;

  self->grid = grid;
  self->sites = sites;
  self->cells = g_new (guint32, n);
  if (box != NULL)
    self->sites = self->near = g_new (guint32, n);

  table_init (&table);
  for (guint i = 0; i < n; i++)
    {
      EssaimWorldPoint point = points[sites[i]];

      if (box != NULL && !is_in_box (box, point.x, point.y))
        continue;
      if (box != NULL)
        self->near[self->n_sites] = sites[i];
      self->cells[self->n_sites++] = table_add (&table, find_cell (&grid, point), sites[i]);
    }
  take_cells (self, points, &table);
  table_clear (&table);

  return self;
}

/* Keeps the clusters whose cell may touch the box. */
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
      self->numbers[n] = self->numbers[i];
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
 * Gathers sites into the hexagons of a honeycomb that is fixed to the world: the cell of a point depends on nothing
 * but the point, the zoom and the radius. The counts sum to @n_sites. @points are not needed afterwards; @sites must
 * outlive the clusters.
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

  return cluster_sites (make_grid (zoom, radius_px, tile_size), points, sites, n_sites, NULL);
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
 * Like [func@Clusters.new], for high zooms: only sites in and just around a part of the world are gathered. Every cell
 * that holds a point of the part is there and is counted whole, so counts do not change while the map moves.
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
  Box near_box, touched_box;
  EssaimClusters *self;
  Grid grid;

  g_return_val_if_fail (radius_px > 0.0 && tile_size > 0 && zoom <= 24, NULL);

  grid = make_grid (zoom, radius_px, tile_size);
  /* A cell that touches the part has its centre within a radius of it, and its points within a radius of the centre. */
  touched_box = make_box (low, high, grid.radius);
  near_box = make_box (low, high, 2.0 * grid.radius + 2.0);
  self = cluster_sites (grid, points, sites, n_sites, &near_box);
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
  g_free (clusters->numbers);
  g_free (clusters->cells);
  g_free (clusters->near);
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
  guint32 number;

  g_return_val_if_fail (i < clusters->n_clusters, sites);

  number = clusters->numbers[i];
  for (guint at = 0; sites->len < cluster->count; at++)
    if (clusters->cells[at] == number)
      g_array_append_val (sites, clusters->sites[at]);

  return sites;
}
