/* essaim-axes.c: what the two numbers of a feed's positions are, decided once for the whole feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-axes.h"

#include <math.h>

#include "essaim-coordinates.h"
#include "essaim-geometry.h"

/* A feed is swapped when more than this share of its positions in France are there only when swapped. */
#define SWAPPED_SHARE 0.8

/* A system is believed when at least this share of the positions make sense in it. */
#define BELIEVED_SHARE 0.5

/* No degrees are as large as this, no metres of a system smaller in both numbers. */
#define METRES_MIN 10000.0

/* A position is where its record says within this distance: communes are wide, postcodes wider. */
#define WORDS_MAX_KM 20.0

/* A position without words makes sense within this distance of some commune's point. */
#define LAND_MAX_KM 10.0

/* What sense counts that is not confirmed by words. */
#define LAND_WEIGHT 0.25

/* Of systems that fit about as well, a later one in the list must bring positions this much nearer to their words. */
#define NEARER 0.5
#define AS_WELL 0.97

/* As many positions tell enough. */
#define MAX_TRIED 500

typedef struct
{
  double lat, lon;              /* as named; NAN where that is no position at all */
  double words_lat, words_lon;  /* degrees; NAN where the words say nothing */
} Pair;

struct _EssaimAxes
{
  /* Owned */
  EssaimGazetteer *gazetteer;
  GArray          *pairs;       /* (element-type Pair) */

  guint            n_degrees;
  guint            n_metres;
  guint            n_as_named;  /* of the degrees, in France */
  guint            n_swapped;
};

/* How well a system fits. */
typedef struct
{
  double score;
  double median_km;   /* to the words; NAN without any */
} Fit;

/**
 * essaim_axes_new:
 * @gazetteer: the communes
 *
 * Returns: (transfer full): a sample without any position
 */
EssaimAxes *
essaim_axes_new (EssaimGazetteer *gazetteer)
{
  EssaimAxes *axes = g_new0 (EssaimAxes, 1);

  axes->gazetteer = g_object_ref (gazetteer);
  axes->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  return axes;
}

/**
 * essaim_axes_free:
 * @axes: (transfer full): a sample
 */
void
essaim_axes_free (EssaimAxes *axes)
{
  g_array_unref (axes->pairs);
  g_object_unref (axes->gazetteer);
  g_free (axes);
}

static gboolean
is_metres (double lat,
           double lon)
{
  return fabs (lat) >= METRES_MIN || fabs (lon) >= METRES_MIN;
}

/**
 * essaim_axes_observe:
 * @axes: a sample
 * @lat: what the feed calls latitude, or y
 * @lon: what it calls longitude, or x
 *
 * Adds one position. Zeros and what is no number do not count.
 */
void
essaim_axes_observe (EssaimAxes *axes,
                     double      lat,
                     double      lon)
{
  Pair pair = { lat, lon, NAN, NAN };

  if (!isfinite (lat) || !isfinite (lon) || (lat == 0.0 && lon == 0.0))
    pair.lat = pair.lon = NAN;
  g_array_append_val (axes->pairs, pair);
  if (isnan (pair.lat))
    return;

  if (is_metres (lat, lon))
    {
      axes->n_metres++;
    }
  else
    {
      axes->n_degrees++;
      axes->n_as_named += essaim_coordinates_in_france (lat, lon);
      axes->n_swapped += essaim_coordinates_in_france (lon, lat);
    }
}

/**
 * essaim_axes_need_words:
 * @axes: a sample
 *
 * Returns: whether the numbers alone do not tell, so that essaim_axes_set_words() should be called
 */
gboolean
essaim_axes_need_words (const EssaimAxes *axes)
{
  return axes->n_metres > axes->n_degrees;
}

/**
 * essaim_axes_set_words:
 * @axes: a sample
 * @i: the number of a position, in the order of essaim_axes_observe()
 * @lat: degrees, of the commune or postcode that its record names; NAN where it names none
 * @lon: degrees
 */
void
essaim_axes_set_words (EssaimAxes *axes,
                       guint       i,
                       double      lat,
                       double      lon)
{
  Pair *pair = &g_array_index (axes->pairs, Pair, i);

  pair->words_lat = lat;
  pair->words_lon = lon;
}

/**
 * essaim_system_to_degrees:
 * @system: what the numbers are
 * @projections: converts
 * @lat: (inout): what the feed calls latitude, or y; degrees afterwards
 * @lon: (inout): what it calls longitude, or x
 *
 * Returns: whether there is such a place; else the numbers are as they were
 */
gboolean
essaim_system_to_degrees (EssaimSystem       system,
                          EssaimProjections *projections,
                          double            *lat,
                          double            *lon)
{
  return essaim_projections_to_degrees (projections, system.epsg, system.is_swapped ? *lat : *lon,
                                        system.is_swapped ? *lon : *lat, lat, lon);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
find_median (GArray *numbers)
{
  if (numbers->len == 0)
    return NAN;

  g_array_sort (numbers, compare_doubles);

  return g_array_index (numbers, double, numbers->len / 2);
}

/* Not every pair, so that a sorted file is seen from its beginning to the end of the sample. */
static guint
get_stride (EssaimAxes *axes)
{
  return MAX (1, axes->pairs->len / MAX_TRIED);
}

/* What a pair counts for a system, and how far it is from its words. */
static double
rate_pair (EssaimAxes        *axes,
           EssaimProjections *projections,
           EssaimSystem       system,
           const Pair        *pair,
           double            *km)
{
  double lat = pair->lat, lon = pair->lon;

  *km = NAN;
  if (!essaim_system_to_degrees (system, projections, &lat, &lon) || !essaim_coordinates_in_france (lat, lon))
    return 0.0;

  if (!isnan (pair->words_lat))
    {
      *km = essaim_distance_km (lat, lon, pair->words_lat, pair->words_lon);
      return *km <= WORDS_MAX_KM ? 1.0 : 0.0;
    }

  essaim_gazetteer_find_nearest (axes->gazetteer, lat, lon, km);

  return *km <= LAND_MAX_KM ? LAND_WEIGHT : 0.0;
}

/* Whether enough pairs may be places in France at all: most systems are ruled out without any conversion. */
static gboolean
is_possible (EssaimAxes             *axes,
             const EssaimProjection *projection,
             gboolean                is_swapped)
{
  guint n_held = 0;

  for (guint i = 0; i < axes->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (axes->pairs, Pair, i);

      if (is_metres (pair->lat, pair->lon))
        n_held += is_swapped ? essaim_projection_holds (projection, pair->lat, pair->lon)
                             : essaim_projection_holds (projection, pair->lon, pair->lat);
    }

  return n_held >= BELIEVED_SHARE * axes->n_metres;
}

static Fit
fit_system (EssaimAxes        *axes,
            EssaimProjections *projections,
            EssaimSystem       system)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));
  Fit fit = { 0.0, NAN };
  double full = 0.0;

  for (guint i = 0; i < axes->pairs->len; i += get_stride (axes))
    {
      const Pair *pair = &g_array_index (axes->pairs, Pair, i);
      double rate, km;

      if (isnan (pair->lat) || !is_metres (pair->lat, pair->lon))
        continue;

      rate = rate_pair (axes, projections, system, pair, &km);
      fit.score += rate;
      full += isnan (pair->words_lat) ? LAND_WEIGHT : 1.0;
      if (rate == 1.0)
        g_array_append_val (distances, km);
    }

  fit.score = full > 0.0 ? fit.score / full : 0.0;
  fit.median_km = find_median (distances);

  return fit;
}

static gboolean
is_better (const Fit *fit,
           const Fit *than)
{
  if (fit->score < BELIEVED_SHARE || fit->score < AS_WELL * than->score)
    return FALSE;

  /* Far fewer fit in the other. */
  if (than->score < AS_WELL * fit->score)
    return TRUE;

  return fit->median_km < NEARER * than->median_km;
}

/* Keeps the better of the best system so far and one more. */
static void
try_system (EssaimAxes        *axes,
            EssaimProjections *projections,
            guint              epsg,
            EssaimSystem      *best,
            Fit               *best_fit)
{
  const EssaimProjection *projection = essaim_projection_lookup (epsg);

  for (guint is_swapped = FALSE; is_swapped <= TRUE; is_swapped++)
    {
      EssaimSystem system = { epsg, is_swapped };
      Fit fit;

      if (!is_possible (axes, projection, is_swapped))
        continue;
      fit = fit_system (axes, projections, system);
      if (is_better (&fit, best_fit))
        {
          *best = system;
          *best_fit = fit;
        }
    }
}

static EssaimSystem
decide_metres (EssaimAxes        *axes,
               EssaimProjections *projections,
               guint              hint)
{
  EssaimSystem best = { ESSAIM_EPSG_UNKNOWN, FALSE };
  Fit best_fit = { 0.0, NAN };
  guint n;
  const EssaimProjection *all = essaim_projection_get_all (&n);

  if (essaim_projection_lookup (hint) != NULL)
    try_system (axes, projections, hint, &best, &best_fit);
  for (guint i = 0; i < n; i++)
    if (all[i].epsg != hint)
      try_system (axes, projections, all[i].epsg, &best, &best_fit);

  return best;
}

/**
 * essaim_axes_decide:
 * @axes: a sample
 * @projections: converts
 * @hint: the number of the system that the file names; 0 without
 *
 * Decides for the whole feed, so that a few odd rows never turn it round. Of the listed systems the one is meant that
 * brings most positions where their records say they are, else to land in France; a hint wins where it fits as well.
 *
 * Returns: what the two numbers are
 */
EssaimSystem
essaim_axes_decide (EssaimAxes        *axes,
                    EssaimProjections *projections,
                    guint              hint)
{
  double in_france = axes->n_as_named + axes->n_swapped;

  if (essaim_axes_need_words (axes))
    return decide_metres (axes, projections, essaim_projection_resolve (hint));

  return (EssaimSystem) {
    ESSAIM_EPSG_DEGREES,
    axes->n_swapped > SWAPPED_SHARE * in_france && axes->n_swapped >= BELIEVED_SHARE * axes->n_degrees,
  };
}
