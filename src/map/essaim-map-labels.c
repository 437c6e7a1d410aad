/* essaim-map-labels.c: the names on the map: which, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-labels.h"

#include <math.h>
#include <string.h>

#include "essaim-label-placer.h"
#include "essaim-map-marks.h"
#include "essaim-territory-shape.h"

/* Names of towns begin here; those of territories end there, as the towns' say the same. */
#define ZOOM_TOWNS           6.8
#define ZOOM_TERRITORIES_END 9.5

#define DOT_REACH_PX    6.5
#define SITE_REACH_PX   13.0
#define RING_GAP_PX     2.0
#define REACH_PX        25.0
#define REGION_REACH_PX 60.0   /* it may sit at sea */
#define MAX_LABELS      150
#define BIG_TOWN        9000

/* How many people a town has at least to be named, by zoom. */
static const struct
{
  double  zoom;
  guint32 population;
} towns_by_zoom[] = {
  { 10.5, 0 }, { 10.0, 1500 }, { 9.5, 5000 }, { 9.0, 12000 }, { 8.5, 25000 }, { 8.0, 40000 }, { 7.4, 100000 },
  { ZOOM_TOWNS, 200000 },
};

/* A commune with a place, the largest first. */
typedef struct
{
  EssaimWorldPoint place;
  guint32          population;
  guint16          commune;
} Town;

/* What shall be named. */
typedef struct
{
  const char       *name;
  EssaimWorldPoint  place;
  EssaimLabelStyle  style;
  guint             territory;   /* or ESSAIM_NO_TERRITORY */
} Candidate;

/* A name with its place: the middle of the text from the point. */
typedef struct
{
  Candidate what;
  double    dx, dy;
} Label;

struct _EssaimMapLabels
{
  /* Owned */
  EssaimReference *reference;
  GArray          *towns;        /* (element-type Town) (nullable): until there is room for one */
  GArray          *territories;  /* (element-type Candidate): regions first, then by population */
  GArray          *labels;       /* (element-type Label) */
};

static int
compare_towns (gconstpointer a,
               gconstpointer b)
{
  const Town *left = a;
  const Town *right = b;

  return (left->population < right->population) - (left->population > right->population);
}

static GArray *
collect_towns (EssaimGazetteer *gazetteer)
{
  GArray *towns = g_array_new (FALSE, FALSE, sizeof (Town));

  for (guint i = 0; i < essaim_gazetteer_get_n_communes (gazetteer); i++)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (gazetteer, i);
      Town town = { .population = commune->population, .commune = i };

      if (!isfinite (commune->lat) || !isfinite (commune->lon))
        continue;
      town.place = essaim_world_from_degrees (commune->lat, commune->lon);
      g_array_append_val (towns, town);
    }
  g_array_sort (towns, compare_towns);

  return towns;
}

/* “Région Bretagne” is Bretagne on a map. */
static const char *
shorten (const char *name)
{
  static const char prefix[] = "Région ";

  return g_str_has_prefix (name, prefix) ? name + strlen (prefix) : name;
}

static int
compare_territories (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  const Candidate *left = a;
  const Candidate *right = b;
  const EssaimTerritory *left_facts = essaim_territories_get (user_data, left->territory);
  const EssaimTerritory *right_facts = essaim_territories_get (user_data, right->territory);

  if (left->style != right->style)
    return (int) left->style - (int) right->style;

  return (left_facts->population < right_facts->population) - (left_facts->population > right_facts->population);
}

static GArray *
collect_territories (EssaimTerritories *territories,
                     EssaimShapes      *shapes)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < essaim_territories_get_n (territories); i++)
    {
      const EssaimTerritory *facts = essaim_territories_get (territories, i);
      const EssaimShape *shape = facts->kind == ESSAIM_TERRITORY_LABEL
                                   ? essaim_shapes_lookup (shapes, ESSAIM_SHAPES_TERRITORIES, facts->id) : NULL;
      Candidate candidate = { .name = shorten (facts->name), .territory = i };

      if (shape == NULL)
        continue;
      candidate.place = shape->label;
      candidate.style = facts->unit_kind == ESSAIM_TERRITORY_REGION ? ESSAIM_LABEL_REGION : ESSAIM_LABEL_TERRITORY;
      g_array_append_val (candidates, candidate);
    }
  g_array_sort_with_data (candidates, compare_territories, territories);

  return candidates;
}

static gboolean
box_has (const EssaimWorldBox *box,
         EssaimWorldPoint      place)
{
  return place.x >= box->west && place.x <= box->east && place.y >= box->north && place.y <= box->south;
}

/* Between two names in a line: that of a region has its shape round it and may stand close. */
static double
get_spacing (EssaimLabelStyle style)
{
  return style == ESSAIM_LABEL_REGION ? -2.0 : style == ESSAIM_LABEL_TERRITORY ? 12.0 : 6.0;
}

static void
place_one (EssaimMapLabels        *self,
           const Candidate        *candidate,
           const EssaimProjection *projection,
           EssaimLabelPlacer      *placer,
           EssaimSprites          *sprites)
{
  const EssaimSprite *sprite = essaim_sprites_get_label (sprites, candidate->name, candidate->style);
  double reach = candidate->style == ESSAIM_LABEL_REGION ? REGION_REACH_PX : REACH_PX;
  double spacing = get_spacing (candidate->style);
  EssaimRect view = { 0.0, 0.0, projection->width, projection->height };
  Label label = { .what = *candidate };
  EssaimRect rect;
  double x, y;
  gboolean in_view;

  /* What is in view is not named half. */
  essaim_projection_to_view (projection, candidate->place, &x, &y);
  in_view = x >= 0.0 && y >= 0.0 && x <= view.width && y <= view.height;
  if (!essaim_label_placer_place (placer, x, y, sprite->width + spacing, sprite->height - 8.0 + MIN (spacing, 10.0), reach,
                                  in_view ? &view : NULL, &rect))
    return;

  label.dx = rect.x + rect.width / 2.0 - x;
  label.dy = rect.y + rect.height / 2.0 - y;
  g_array_append_val (self->labels, label);
}

static void
occupy (EssaimLabelPlacer      *placer,
        const EssaimProjection *view,
        EssaimWorldPoint        point,
        double                  reach,
        double                  margin)
{
  double x, y;

  essaim_projection_to_view (view, point, &x, &y);
  if (x > -2.0 * margin && y > -2.0 * margin && x < view->width + 2.0 * margin && y < view->height + 2.0 * margin)
    essaim_label_placer_occupy (placer, (EssaimRect) { x - reach * 0.87, y - reach, reach * 1.74, reach * 2.0 });
}

/* No name covers a cell or a dot. */
static void
occupy_cells (EssaimLabelPlacer      *placer,
              EssaimCells            *cells,
              const EssaimProjection *view,
              const EssaimMapPalette *palette,
              double                  margin)
{
  double radius = essaim_cells_get_radius (cells, view);
  guint step = essaim_cells_get_step (cells);

  for (guint i = 0; i < essaim_cells_get_n (cells); i++)
    {
      const EssaimCluster *cluster = essaim_cells_get (cells, i);
      double reach = DOT_REACH_PX;

      if (cluster->count > 1)
        reach = radius * essaim_map_palette_get_level (palette, cluster->count, step)->radius;
      occupy (placer, view, essaim_cells_get_place (cells, i), reach, margin);
    }
}

/* While a project is selected cells have faded, and its sites are what no name covers. */
static void
occupy_project (EssaimLabelPlacer      *placer,
                EssaimCells            *cells,
                const EssaimProjection *view,
                guint                   row,
                double                  margin)
{
  EssaimIndex *index = essaim_cells_get_index (cells);
  guint first, end;

  if (row >= essaim_index_get_n_projects (index))
    return;

  essaim_index_get_row_sites (index, row, &first, &end);
  for (guint site = first; site < end; site++)
    if (essaim_index_site_has_point (index, site))
      occupy (placer, view, essaim_index_get_site_points (index)[site], SITE_REACH_PX, margin);
}

/* The ring round a small territory, or its dot while a project is selected, is what no name covers, nor its own. */
static void
occupy_place (EssaimMapLabels        *self,
              EssaimLabelPlacer      *placer,
              EssaimCells            *cells,
              const EssaimProjection *view,
              const EssaimNaming     *naming,
              guint                   territory)
{
  EssaimRect ring;
  EssaimWorldBox box;
  double reach, x, y;

  if (territory == ESSAIM_NO_TERRITORY || !essaim_territory_get_box (self->reference, territory, &box) ||
      !essaim_marks_is_small (cells, view, &box))
    return;

  reach = naming->selected == G_MAXUINT ? essaim_cells_get_radius (cells, view) + RING_GAP_PX : DOT_REACH_PX;
  essaim_marks_find_ring (cells, view, &box, &x, &y);
  ring = (EssaimRect) { x - reach, y - reach, 2.0 * reach, 2.0 * reach };
  essaim_label_placer_occupy (placer, ring);
}

/* The chosen one and the person's own may be of any kind. */
static void
place_first (EssaimMapLabels        *self,
             const EssaimProjection *projection,
             const EssaimWorldBox   *view,
             EssaimLabelPlacer      *placer,
             EssaimSprites          *sprites,
             guint                   territory)
{
  const EssaimTerritory *facts;
  Candidate candidate = { .territory = territory, .style = ESSAIM_LABEL_TERRITORY };
  const EssaimShape *shape;
  EssaimWorldBox box;

  if (territory == ESSAIM_NO_TERRITORY || !essaim_territory_get_box (self->reference, territory, &box))
    return;

  facts = essaim_territories_get (essaim_reference_get_territories (self->reference), territory);
  shape = essaim_territory_get_shape (self->reference, territory);
  candidate.name = shorten (facts->name);
  if (shape != NULL && facts->kind == ESSAIM_TERRITORY_LABEL)
    candidate.place = shape->label;
  else
    candidate.place = (EssaimWorldPoint) { (box.west + box.east) / 2.0, (box.north + box.south) / 2.0 };
  if (facts->kind == ESSAIM_TERRITORY_LABEL && facts->unit_kind == ESSAIM_TERRITORY_REGION)
    candidate.style = ESSAIM_LABEL_REGION;
  if (box_has (view, candidate.place))
    place_one (self, &candidate, projection, placer, sprites);
}

static void
place_territories (EssaimMapLabels        *self,
                   const EssaimProjection *projection,
                   const EssaimWorldBox   *box,
                   EssaimLabelPlacer      *placer,
                   EssaimSprites          *sprites,
                   const EssaimNaming     *naming)
{
  gboolean with_all = naming->with_territories && naming->selected == G_MAXUINT;

  place_first (self, projection, box, placer, sprites, naming->chosen);
  if (naming->home != naming->chosen)
    place_first (self, projection, box, placer, sprites, naming->home);

  for (guint i = 0; with_all && i < self->territories->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->territories, Candidate, i);

      if (candidate->territory != naming->chosen && candidate->territory != naming->home &&
          box_has (box, candidate->place))
        place_one (self, candidate, projection, placer, sprites);
    }
}

static guint32
get_least_population (double zoom)
{
  for (guint i = 0; i < G_N_ELEMENTS (towns_by_zoom); i++)
    if (zoom >= towns_by_zoom[i].zoom)
      return towns_by_zoom[i].population;

  return G_MAXUINT32;
}

static void
place_towns (EssaimMapLabels        *self,
             const EssaimProjection *projection,
             const EssaimWorldBox   *box,
             EssaimLabelPlacer      *placer,
             EssaimSprites          *sprites,
             guint                   territory)
{
  EssaimTerritories *territories = essaim_reference_get_territories (self->reference);
  gboolean is_veiled = territory != ESSAIM_NO_TERRITORY &&
                       essaim_territory_get_shape (self->reference, territory) != NULL;
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (self->reference);
  guint32 least = get_least_population (essaim_projection_get_zoom (projection));

  /* The country as a whole, which a window begins with, names none of them. */
  if (self->towns == NULL)
    self->towns = collect_towns (essaim_reference_get_gazetteer (self->reference));

  for (guint i = 0; i < self->towns->len && self->labels->len < MAX_LABELS; i++)
    {
      const Town *town = &g_array_index (self->towns, Town, i);
      Candidate candidate = { .place = town->place, .territory = ESSAIM_NO_TERRITORY };

      if (town->population < least)
        break;
      if (!box_has (box, town->place) ||
          (is_veiled && !essaim_territories_has_commune (territories, territory, town->commune)))
        continue;
      candidate.name = essaim_gazetteer_get_commune (gazetteer, town->commune)->name;
      candidate.style = town->population > BIG_TOWN ? ESSAIM_LABEL_CITY : ESSAIM_LABEL_TOWN;
      place_one (self, &candidate, projection, placer, sprites);
    }
}

/**
 * essaim_map_labels_new: (skip)
 * @reference: the shipped facts
 *
 * Returns: (transfer full): no names yet
 */
EssaimMapLabels *
essaim_map_labels_new (EssaimReference *reference)
{
  EssaimMapLabels *self = g_new0 (EssaimMapLabels, 1);

  self->reference = g_object_ref (reference);
  self->territories = collect_territories (essaim_reference_get_territories (reference),
                                           essaim_reference_get_shapes (reference));
  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));

  return self;
}

/**
 * essaim_map_labels_free: (skip)
 * @self: names
 */
void
essaim_map_labels_free (EssaimMapLabels *self)
{
  g_object_unref (self->reference);
  g_clear_pointer (&self->towns, g_array_unref);
  g_array_unref (self->territories);
  g_array_unref (self->labels);
  g_free (self);
}

/**
 * essaim_map_labels_place: (skip)
 * @self: names
 * @projection: the view
 * @margin: pixels round it where names are placed too, so that it can be moved
 * @cells: (nullable): what no name may cover
 * @sprites: for the size of names
 * @naming: what is named
 *
 * Chooses what is named at this zoom, and finds each name a place. What has none is not named.
 */
void
essaim_map_labels_place (EssaimMapLabels        *self,
                         const EssaimProjection *projection,
                         double                  margin,
                         EssaimCells            *cells,
                         EssaimSprites          *sprites,
                         const EssaimNaming     *naming)
{
  const EssaimRect area = { -margin, -margin, projection->width + 2.0 * margin, projection->height + 2.0 * margin };
  g_autoptr (EssaimLabelPlacer) placer = essaim_label_placer_new (area);
  EssaimWorldBox box = essaim_projection_get_box (projection, margin);
  double zoom = essaim_projection_get_zoom (projection);

  g_array_set_size (self->labels, 0);
  if (cells != NULL && naming->selected == G_MAXUINT)
    occupy_cells (placer, cells, projection, essaim_sprites_get_palette (sprites), margin);
  else if (cells != NULL)
    occupy_project (placer, cells, projection, naming->selected, margin);
  if (cells != NULL)
    {
      occupy_place (self, placer, cells, projection, naming, naming->chosen);
      occupy_place (self, placer, cells, projection, naming, naming->home);
    }
  if (zoom < ZOOM_TERRITORIES_END)
    place_territories (self, projection, &box, placer, sprites, naming);
  if (zoom >= ZOOM_TOWNS)
    place_towns (self, projection, &box, placer, sprites, naming->chosen);
}

/**
 * essaim_map_labels_draw: (skip)
 * @self: names
 * @projection: the view, at the scale for which they were placed
 * @sprites: the names as pictures
 * @canvas: where to
 * @max_new: how many names may be painted for it: the others wait for the next frame
 *
 * Returns: whether all are drawn
 */
gboolean
essaim_map_labels_draw (EssaimMapLabels        *self,
                        const EssaimProjection *projection,
                        EssaimSprites          *sprites,
                        EssaimCanvas           *canvas,
                        guint                   max_new)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);
      EssaimSprite *sprite = essaim_sprites_get_label (sprites, label->what.name, label->what.style);
      double x, y;

      essaim_projection_to_view (projection, label->what.place, &x, &y);
      x += label->dx;
      y += label->dy;
      if (x < -sprite->width || y < -sprite->height || x > projection->width + sprite->width ||
          y > projection->height + sprite->height)
        continue;

      if (sprite->surface == NULL && max_new > 0)
        {
          essaim_sprites_paint_label (sprites, sprite);
          max_new--;
        }
      if (sprite->surface != NULL)
        essaim_canvas_draw (canvas, sprite, x, y);
      else
        all = FALSE;
    }

  return all;
}
