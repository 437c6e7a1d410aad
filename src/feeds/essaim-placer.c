/* essaim-placer.c: what a record says of a place, to a site with its precision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "essaim-geometry.h"
#include "essaim-member-values.h"
#include "essaim-point-finder.h"

/* A point takes the nearest commune within this distance: the largest communes, as Arles, are about as wide. */
#define NEAREST_MAX_KM 15.0

/* A postcode or a name that lies further than this from the point is about another place (often the seat). */
#define WEAK_MAX_KM 25.0

/* Beyond this, and in another department, a commune code is believed rather than the point. */
#define FAR_KM 100.0

/* A geocoder that is less sure, of 1, has found something else. */
#define GEOCODED_SCORE_MIN 0.4

/* The longest name of a commune that is not known, in characters. */
#define COMMUNE_MAX 120

struct _EssaimPlacer
{
  /* Owned */
  EssaimReference   *reference;
  EssaimPlaceWords  *words;
  EssaimPointFinder *points;

  /* Borrowed */
  EssaimGazetteer   *gazetteer;
  EssaimReport      *report;     /* (nullable) */
};

static void
warn (EssaimPlacer *placer,
      const char   *code,
      guint         line,
      const char   *text)
{
  if (placer->report != NULL)
    essaim_report_warn (placer->report, code, line, text);
}

static const EssaimCommune *
get_commune (EssaimPlacer *placer,
             guint         commune)
{
  return commune != ESSAIM_NO_COMMUNE ? essaim_gazetteer_get_commune (placer->gazetteer, commune) : NULL;
}

/* Paris, Lyon and Marseille, whose arrondissements have codes and postcodes of their own. */
typedef struct
{
  const char *insee;
  const char *postcodes[2];   /* how those of arrondissements begin */
  const char *codes;
  int         before_first;   /* of the numbers that end the codes */
} City;

static const City cities[] = {
  { "75056", { "750", "751" }, "751", 0 },
  { "69123", { "690", "690" }, "693", 80 },
  { "13055", { "130", "130" }, "132", 0 },
};

/* Postcodes end in the number: `69003`, `75116`. Those of CEDEX do not. */
static int
get_number_of_postcode (const City *city,
                        const char *postcode)
{
  gboolean is_of_city = g_str_has_prefix (postcode, city->postcodes[0])
                        || g_str_has_prefix (postcode, city->postcodes[1]);

  return is_of_city ? atoi (postcode + 3) : 0;
}

/* `PARIS 12`, `Marseille 3e Arrondissement`; not `PARIS CEDEX 12`. */
static int
get_number_of_name (const char *name)
{
  const char *number = name != NULL ? strpbrk (name, "0123456789") : NULL;

  return number != NULL && strcasestr (name, "cedex") == NULL ? atoi (number) : 0;
}

static const char *
find_arrondissement (EssaimPlacer      *placer,
                     guint              commune,
                     const char        *postcode,
                     const EssaimPlace *place)
{
  const char *insee = get_commune (placer, commune)->insee;

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    {
      const City *city = &cities[i];
      const char *finer = NULL;
      char code[8];
      int number;

      if (!g_str_equal (insee, city->insee))
        continue;

      number = get_number_of_postcode (city, postcode);
      if (number == 0)
        number = get_number_of_name (place->commune);
      g_snprintf (code, sizeof code, "%s%02d", city->codes, CLAMP (number, 0, 20) + city->before_first);
      if (number > 0 && number <= 20
          && essaim_gazetteer_resolve_code (placer->gazetteer, code, NULL, &finer) == commune)
        return finer;
    }

  return NULL;
}

static double
measure_km (const EssaimCommune *commune,
            const EssaimPlace   *place)
{
  return isfinite (commune->lat) ? essaim_distance_km (commune->lat, commune->lon, place->lat, place->lon) : 0.0;
}

static guint
find_department_of_point (EssaimPlacer *placer,
                          double        lat,
                          double        lon)
{
  EssaimShapes *shapes = essaim_reference_get_shapes (placer->reference);
  const EssaimShape *shape = essaim_shapes_at (shapes, ESSAIM_SHAPES_DEPARTEMENTS, lat, lon);

  return shape != NULL ? essaim_gazetteer_resolve_department (placer->gazetteer, shape->id) : ESSAIM_NO_DEPARTMENT;
}

static void
take_nearest (EssaimPlacer      *placer,
              const EssaimPlace *place,
              EssaimEvidence    *evidence)
{
  double km;
  guint nearest = essaim_gazetteer_find_nearest (placer->gazetteer, place->lat, place->lon, &km);

  if (nearest != ESSAIM_NO_COMMUNE && km <= NEAREST_MAX_KM)
    {
      guint department = essaim_place_words_department_of_code (placer->words, evidence->postcode);

      evidence->commune = nearest;
      /* A postcode from elsewhere is that of the seat. */
      if (department != get_commune (placer, nearest)->department)
        evidence->postcode[0] = '\0';
    }
  else if (evidence->department == ESSAIM_NO_DEPARTMENT)
    evidence->department = find_department_of_point (placer, place->lat, place->lon);
}

/* The department about a point that is far from @commune; that of @commune where it is not, for some are large. */
static guint
find_far_department (EssaimPlacer        *placer,
                     const EssaimCommune *commune,
                     const EssaimPlace   *place)
{
  const EssaimCommune *nearest;

  if (measure_km (commune, place) <= FAR_KM)
    return commune->department;

  nearest = get_commune (placer, essaim_gazetteer_find_nearest (placer->gazetteer, place->lat, place->lon, NULL));
  return nearest != NULL ? nearest->department : ESSAIM_NO_DEPARTMENT;
}

/* A sure commune far from the point: the department of the record decides; without its help the commune is believed. */
static gboolean
believe_far_point (EssaimPlacer      *placer,
                   const EssaimPlace *place,
                   guint              department_of_point)
{
  guint department = essaim_place_words_get_department (placer->words, place);

  if (department != ESSAIM_NO_DEPARTMENT && department == department_of_point)
    {
      warn (placer, "odd-commune", place->line,
            _("Some commune codes contradict both point and department; those sites are at their point."));
      return TRUE;
    }

  warn (placer, "far-point", place->line,
        _("Some points lie more than 100 km from the commune of their record; those sites are at the commune."));
  return FALSE;
}

/* Sets the words against the point: whether the point stands, and which words do. */
static gboolean
weigh_point (EssaimPlacer      *placer,
             const EssaimPlace *place,
             EssaimEvidence    *evidence)
{
  const EssaimCommune *commune = get_commune (placer, evidence->commune);

  if (commune != NULL && evidence->is_sure)
    {
      guint department = find_far_department (placer, commune, place);

      if (department != commune->department)
        {
          if (!believe_far_point (placer, place, department))
            return FALSE;
          *evidence = ESSAIM_NO_EVIDENCE;
        }
    }
  else if (commune != NULL && measure_km (commune, place) > WEAK_MAX_KM)
    *evidence = ESSAIM_NO_EVIDENCE;

  if (evidence->commune == ESSAIM_NO_COMMUNE)
    take_nearest (placer, place, evidence);

  return TRUE;
}

/* Whether the commune that a geocoder found is the one that the record names, or has its postcode. */
static gboolean
agrees (EssaimPlacer         *placer,
        const EssaimEvidence *evidence,
        guint                 commune)
{
  if (evidence->commune != ESSAIM_NO_COMMUNE)
    return evidence->commune == commune;

  return *evidence->postcode == '\0' || strstr (get_commune (placer, commune)->postcodes, evidence->postcode) != NULL;
}

/* How precise a position of the geocoder of the Base adresse nationale is; as coarse as its commune where that is all
 * it found, or where it is not sure, or found the address elsewhere. A record that names no commune has the
 * geocoder's. */
static EssaimPrecision
weigh_geocoded (EssaimPlacer      *placer,
                const EssaimPlace *place,
                EssaimEvidence    *evidence)
{
  guint commune = essaim_gazetteer_resolve_code (placer->gazetteer, place->geocoded_insee, NULL, NULL);
  double score = place->geocoded_score != NULL ? g_ascii_strtod (place->geocoded_score, NULL) : 0.0;

  if (!(score >= GEOCODED_SCORE_MIN) || commune == ESSAIM_NO_COMMUNE || !agrees (placer, evidence, commune))
    {
      warn (placer, "weak-geocoding", place->line,
            _("Some addresses were not found for sure by the source; those sites are at their commune."));
      return ESSAIM_PRECISION_COMMUNE;
    }

  if (evidence->commune == ESSAIM_NO_COMMUNE)
    evidence->commune = commune;

  return g_str_equal (place->geocoded_type, "municipality") ? ESSAIM_PRECISION_COMMUNE : ESSAIM_PRECISION_STREET;
}

static void
set_point (EssaimSite      *site,
           double           lat,
           double           lon,
           EssaimPrecision  precision)
{
  site->lat = lat;
  site->lon = lon;
  site->precision = precision;
}

static void
set_position (EssaimPlacer         *placer,
              const EssaimEvidence *evidence,
              EssaimSite           *site)
{
  const EssaimCommune *commune = get_commune (placer, evidence->commune);
  double lat, lon;

  if (commune != NULL)
    set_point (site, commune->lat, commune->lon, ESSAIM_PRECISION_COMMUNE);
  else if (*evidence->postcode != '\0'
           && essaim_gazetteer_locate_postcode (placer->gazetteer, evidence->postcode, &lat, &lon, NULL))
    set_point (site, lat, lon, ESSAIM_PRECISION_POSTCODE);
  else if (evidence->department != ESSAIM_NO_DEPARTMENT)
    site->precision = ESSAIM_PRECISION_DEPARTMENT;
}

static void
set_commune (EssaimPlacer         *placer,
             const EssaimPlace    *place,
             const EssaimEvidence *evidence,
             EssaimSite           *site)
{
  const EssaimCommune *commune = get_commune (placer, evidence->commune);
  guint department = commune != NULL ? commune->department : evidence->department;

  if (commune != NULL)
    {
      const char *finer = evidence->finer_code;

      if (finer == NULL)
        finer = find_arrondissement (placer, evidence->commune, evidence->postcode, place);
      site->commune = g_strdup (commune->name);
      site->insee = g_strdup (commune->insee);
      site->arrondissement = g_strdup (finer);
    }
  else if (place->commune != NULL)
    site->commune = essaim_member_line (place->commune, COMMUNE_MAX);

  if (department != ESSAIM_NO_DEPARTMENT)
    site->department = g_strdup (essaim_gazetteer_get_department (placer->gazetteer, department)->code);
}

/**
 * essaim_placer_new:
 * @reference: the shipped facts
 * @report: (nullable): where warnings go; outlives the placer
 *
 * Returns: (transfer full): a placer
 */
EssaimPlacer *
essaim_placer_new (EssaimReference *reference,
                   EssaimReport    *report)
{
  EssaimPlacer *placer = g_new0 (EssaimPlacer, 1);

  placer->reference = g_object_ref (reference);
  placer->gazetteer = essaim_reference_get_gazetteer (reference);
  placer->report = report;
  placer->words = essaim_place_words_new (reference, report);
  placer->points = essaim_point_finder_new (reference, report);

  return placer;
}

/**
 * essaim_placer_free:
 * @placer: (transfer full): a placer
 */
void
essaim_placer_free (EssaimPlacer *placer)
{
  essaim_point_finder_free (placer->points);
  essaim_place_words_free (placer->words);
  g_object_unref (placer->reference);
  g_free (placer);
}

/**
 * essaim_placer_place:
 * @placer: a placer
 * @place: what the record says
 * @site: (inout): a new site; its position, precision and administrative members are set
 *
 * A point in France is kept; one that a geocoder found is as precise as a street, and kept only where the geocoder is
 * sure of it and agrees with the commune of the record. The commune is that of the INSEE code, else of postcode and
 * name, else the only one of the postcode, else of name and department, else the nearest to the point. Without a point
 * the site is at its commune, else in the middle of its postcode's communes, else only in its department. A commune that
 * is sure and far from the point (100 km, another department) wins over it, unless the record's department sides with
 * the point; one that is not sure gives way to it.
 */
void
essaim_placer_place (EssaimPlacer      *placer,
                     const EssaimPlace *place,
                     EssaimSite        *site)
{
  EssaimEvidence evidence = essaim_place_words_gather (placer->words, place);
  EssaimPlace found = *place;
  EssaimPrecision precision = ESSAIM_PRECISION_POINT;

  if (place->geocoded_type != NULL)
    precision = weigh_geocoded (placer, place, &evidence);

  if (precision <= ESSAIM_PRECISION_STREET
      && essaim_point_finder_find (placer->points, place, &evidence, &found.lat, &found.lon)
      && weigh_point (placer, &found, &evidence))
    set_point (site, found.lat, found.lon, precision);
  else
    set_position (placer, &evidence, site);

  set_commune (placer, place, &evidence, site);
  site->address = g_strdup (place->address);
  site->postcode = *evidence.postcode != '\0' ? g_strdup (evidence.postcode) : NULL;
}
