/* essaim-point-finder.c: the position that a record gives, in degrees, if it may be drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-point-finder.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-coordinates.h"
#include "essaim-geometry.h"

/* A point that only makes sense when read otherwise than its feed must be this near to the commune of its record. */
#define REPAIR_MAX_KM 25.0

/* A point further than this from the commune of its record may have been read the wrong way. */
#define FAR_KM 100.0

/* Codes of more letters are not departments. */
#define DEPARTMENT_CODE_MAX 3

struct _EssaimPointFinder
{
  /* Owned */
  EssaimReference   *reference;
  EssaimProjections *projections;

  /* Borrowed */
  EssaimGazetteer   *gazetteer;
  EssaimReport      *report;     /* (nullable) */
};

static void
warn (EssaimPointFinder *finder,
      const char        *code,
      guint              line,
      const char        *text)
{
  if (finder->report != NULL)
    essaim_report_warn (finder->report, code, line, text);
}

/**
 * essaim_point_finder_new:
 * @reference: the shipped facts
 * @report: (nullable): where warnings go; outlives the result
 *
 * Returns: (transfer full): what finds points
 */
EssaimPointFinder *
essaim_point_finder_new (EssaimReference *reference,
                         EssaimReport    *report)
{
  EssaimPointFinder *finder = g_new0 (EssaimPointFinder, 1);

  finder->reference = g_object_ref (reference);
  finder->projections = essaim_projections_new ();
  finder->gazetteer = essaim_reference_get_gazetteer (reference);
  finder->report = report;

  return finder;
}

/**
 * essaim_point_finder_free:
 * @finder: (transfer full): what finds points
 */
void
essaim_point_finder_free (EssaimPointFinder *finder)
{
  essaim_projections_free (finder->projections);
  g_object_unref (finder->reference);
  g_free (finder);
}

static gboolean
is_on_earth (double lat,
             double lon)
{
  return isfinite (lat) && isfinite (lon) && fabs (lat) <= 90.0 && fabs (lon) <= 180.0 && (lat != 0.0 || lon != 0.0);
}

/* How far a point is from the commune of its record; 0 where that is not known. */
static double
measure_km (EssaimPointFinder    *finder,
            const EssaimEvidence *evidence,
            double                lat,
            double                lon)
{
  const EssaimCommune *commune;

  if (evidence->commune == ESSAIM_NO_COMMUNE)
    return 0.0;

  commune = essaim_gazetteer_get_commune (finder->gazetteer, evidence->commune);

  return isfinite (commune->lat) ? essaim_distance_km (lat, lon, commune->lat, commune->lon) : 0.0;
}

/* Boxes hold Brussels and Monaco too: only outlines tell. A harbour is outside of every outline, and at home. */
static gboolean
is_abroad (EssaimPointFinder *finder,
           double             lat,
           double             lon)
{
  /* ISO 3166-1: France, and its overseas collectivities that have numbers of their own. */
  static const char * const french[] = { "250", "258", "260", "540", "652", "663", "666", "876", NULL };
  EssaimShapes *shapes = essaim_reference_get_shapes (finder->reference);
  const EssaimShape *country;

  if (!essaim_coordinates_in_france (lat, lon))
    return TRUE;
  if (essaim_shapes_at (shapes, ESSAIM_SHAPES_DEPARTEMENTS, lat, lon) != NULL)
    return FALSE;

  country = essaim_shapes_at (shapes, ESSAIM_SHAPES_COUNTRIES, lat, lon);

  return country != NULL && !g_strv_contains (french, country->id);
}

/* A point that is near its commune needs no look at outlines. */
static gboolean
is_at_home (EssaimPointFinder    *finder,
            const EssaimEvidence *evidence,
            double                lat,
            double                lon)
{
  if (!essaim_coordinates_in_france (lat, lon))
    return FALSE;
  if (evidence->commune != ESSAIM_NO_COMMUNE && measure_km (finder, evidence, lat, lon) <= REPAIR_MAX_KM)
    return TRUE;

  return !is_abroad (finder, lat, lon);
}

static gboolean
try_system (EssaimPointFinder    *finder,
            const EssaimPlace    *place,
            const EssaimEvidence *evidence,
            EssaimSystem          system,
            double               *lat,
            double               *lon)
{
  double found_lat = place->lat, found_lon = place->lon;

  if (!essaim_system_to_degrees (system, finder->projections, &found_lat, &found_lon)
      || !is_on_earth (found_lat, found_lon) || measure_km (finder, evidence, found_lat, found_lon) > REPAIR_MAX_KM)
    return FALSE;

  *lat = found_lat;
  *lon = found_lon;

  return TRUE;
}

/* The official system where a commune is: files in Lambert-93 have overseas rows in the systems of there. */
static guint
get_local_epsg (EssaimPointFinder *finder,
                guint              commune)
{
  guint department = essaim_gazetteer_get_commune (finder->gazetteer, commune)->department;
  const char *code = essaim_gazetteer_get_department (finder->gazetteer, department)->code;
  guint n;
  const EssaimProjection *all = essaim_projection_get_all (&n);
  char key[DEPARTMENT_CODE_MAX + 3];

  g_snprintf (key, sizeof key, " %s ", code);
  for (guint i = 0; i < n; i++)
    if (strstr (all[i].departments, key) != NULL)
      return all[i].epsg;

  return all[0].epsg;
}

/* Reads a row that is odd in its feed in the other ways that occur; only its own commune can tell which is right. */
static gboolean
repair (EssaimPointFinder    *finder,
        const EssaimPlace    *place,
        const EssaimEvidence *evidence,
        double               *lat,
        double               *lon)
{
  guint epsgs[] = { ESSAIM_EPSG_DEGREES, place->system.epsg, ESSAIM_EPSG_UNKNOWN };

  if (evidence->commune == ESSAIM_NO_COMMUNE
      || isnan (essaim_gazetteer_get_commune (finder->gazetteer, evidence->commune)->lat))
    return FALSE;

  epsgs[2] = get_local_epsg (finder, evidence->commune);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (epsgs); i++)
    {
      EssaimSystem system = { epsgs[i / 2], i % 2 };

      if (!try_system (finder, place, evidence, system, lat, lon))
        continue;
      warn (finder, "odd-axes", place->line,
            _("Some positions are written otherwise than the others of the source; they were read so that they are in "
              "the commune of their record."));
      return TRUE;
    }

  return FALSE;
}

static void
warn_of_loss (EssaimPointFinder *finder,
              const EssaimPlace *place,
              gboolean           is_known)
{
  if (place->system.epsg == ESSAIM_EPSG_UNKNOWN)
    return;

  if (!is_known)
    warn (finder, "bad-coordinates", place->line, _("Some coordinates are no place on Earth; they are left out."));
  else
    warn (finder, "outside-france", place->line,
          _("Some points lie outside France; those sites are at their commune, where the record names one."));
}

/**
 * essaim_point_finder_find:
 * @finder: what finds points
 * @place: what a record says
 * @evidence: where its words lead to
 * @lat: (out): degrees, WGS 84; undefined on %FALSE
 * @lon: (out): degrees
 *
 * Reads the numbers as those of the whole feed are read. Where that is no place in France, or one far from the record's
 * commune, other ways are tried, and believed where they lead to that commune. What is left out or repaired is said.
 *
 * Returns: whether there is a point in France
 */
gboolean
essaim_point_finder_find (EssaimPointFinder    *finder,
                          const EssaimPlace    *place,
                          const EssaimEvidence *evidence,
                          double               *lat,
                          double               *lon)
{
  gboolean is_number = isfinite (place->lat) && isfinite (place->lon) && (place->lat != 0.0 || place->lon != 0.0);
  gboolean is_known, is_home;

  if (!place->has_coordinates)
    return FALSE;

  *lat = place->lat;
  *lon = place->lon;
  is_known = is_number && essaim_system_to_degrees (place->system, finder->projections, lat, lon)
             && is_on_earth (*lat, *lon);
  is_home = is_known && is_at_home (finder, evidence, *lat, *lon);
  if (is_home && measure_km (finder, evidence, *lat, *lon) <= FAR_KM)
    return TRUE;
  if (is_number && repair (finder, place, evidence, lat, lon))
    return TRUE;
  if (!is_home)
    warn_of_loss (finder, place, is_known);

  return is_home;
}
