/* essaim-placer.c: what a record says of a place, to a site with its precision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-placer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-coordinates.h"
#include "essaim-geometry.h"
#include "essaim-text.h"

/* A point takes the nearest commune within this distance: the communes of Arles and of the high Alps are about as wide. */
#define NEAREST_MAX_KM 15.0

/* A postcode or a name that lies further than this from the point is about another place (often the seat). */
#define WEAK_MAX_KM 25.0

/* Beyond this, and in another department, a commune code is believed rather than the point. */
#define FAR_KM 100.0

/* Names seen before; a feed of the whole country has 40,000. */
#define NAMED_MAX 50000

struct _EssaimPlacer
{
  /* Owned */
  EssaimReference *reference;
  GHashTable      *named;      /* (element-type utf8 guint): `postcode|commune|department` → commune + 1, for speed */
  GString         *key;

  /* Borrowed */
  EssaimGazetteer *gazetteer;
  EssaimReport    *report;     /* (nullable) */
};

/* What the texts of a record lead to. */
typedef struct
{
  guint       commune;         /* or ESSAIM_NO_COMMUNE */
  gboolean    is_strong;       /* by its code, or by two texts that agree */
  const char *finer_code;      /* of an arrondissement */
  guint       department;      /* or ESSAIM_NO_DEPARTMENT */
  char        postcode[8];     /* five digits, or empty */
} Evidence;

static void
warn (EssaimPlacer *placer,
      const char   *code,
      guint         line,
      const char   *text)
{
  if (placer->report != NULL)
    essaim_report_warn (placer->report, code, line, text);
}

/* Finds the one run of four or five digits; a lost zero comes back. Zeros alone say nothing. */
static void
normalise_postcode (const char *text,
                    char        postcode[8])
{
  postcode[0] = '\0';

  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if ((n == 4 || n == 5) && strspn (p, "0") < n)
        {
          g_snprintf (postcode, 8, n == 4 ? "0%.4s" : "%.5s", p);
          return;
        }
      p += MAX (n, 1);
    }
}

/* `5` digits of `751xx` and the like: the postcodes of Paris, Lyon and Marseille end in the number of the arrondissement. */
static const char *
find_arrondissement (EssaimPlacer *placer,
                     guint         commune,
                     const char   *postcode)
{
  static const struct { const char *city, *prefix, *codes; } cities[] = {
    { "75056", "750", "751" }, { "75056", "751", "751" }, { "69123", "690", "693" }, { "13055", "130", "132" },
  };
  const char *insee = essaim_gazetteer_get_commune (placer->gazetteer, commune)->insee;

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    {
      if (g_str_equal (insee, cities[i].city) && g_str_has_prefix (postcode, cities[i].prefix))
        {
          char code[8];
          const char *finer = NULL;
          int number = atoi (postcode + 3) + (g_str_equal (insee, "69123") ? 80 : 0);

          g_snprintf (code, sizeof code, "%s%02d", cities[i].codes, number);
          if (essaim_gazetteer_resolve_code (placer->gazetteer, code, NULL, &finer) == commune)
            return finer;
        }
    }

  return NULL;
}

static void
find_by_code (EssaimPlacer      *placer,
              const EssaimPlace *place,
              Evidence          *evidence)
{
  g_autofree char *trimmed = NULL;
  const char *code = place->insee;
  EssaimCodeKind kind;

  if (code == NULL || code[strspn (code, "0 .")] == '\0')
    return;
  if (g_str_has_suffix (code, ".0"))
    code = trimmed = g_strndup (code, strlen (code) - 2);

  evidence->commune = essaim_gazetteer_resolve_code (placer->gazetteer, code, &kind, &evidence->finer_code);
  evidence->is_strong = evidence->commune != ESSAIM_NO_COMMUNE;

  if (!evidence->is_strong)
    {
      warn (placer, "unknown-commune", place->line,
            _("Some commune codes are not known; those sites are placed by what else their record says."));
    }
  else if (kind == ESSAIM_CODE_FORMER)
    {
      evidence->finer_code = NULL;
      warn (placer, "former-commune", place->line, _("Some communes have merged since; those sites are in today’s commune."));
    }
}

/* A name of a commune leads somewhere with a postcode or department; alone only if no other commune has it. */
static guint
look_up_name (EssaimPlacer *placer,
              const char   *commune,
              const char   *postcode,
              guint         department)
{
  gpointer seen;
  guint found;

  g_string_printf (placer->key, "%s|%u|", postcode, department);
  g_string_append (placer->key, commune);
  seen = g_hash_table_lookup (placer->named, placer->key->str);
  if (seen != NULL)
    return GPOINTER_TO_UINT (seen) - 1;

  found = essaim_gazetteer_find_by_name (placer->gazetteer, commune, *postcode != '\0' ? postcode : NULL, department);
  if (g_hash_table_size (placer->named) < NAMED_MAX)
    g_hash_table_insert (placer->named, g_strdup (placer->key->str), GUINT_TO_POINTER (found + 1));

  return found;
}

/* Whether a commune has a postcode: what makes a name and a postcode agree. */
static gboolean
has_postcode (EssaimPlacer *placer,
              guint         commune,
              const char   *postcode)
{
  return *postcode != '\0' && strstr (essaim_gazetteer_get_commune (placer->gazetteer, commune)->postcodes, postcode) != NULL;
}

static void
find_by_words (EssaimPlacer *placer,
               const char   *commune,
               Evidence     *evidence)
{
  if (commune != NULL && *evidence->postcode != '\0')
    {
      evidence->commune = look_up_name (placer, commune, evidence->postcode, ESSAIM_NO_DEPARTMENT);
      evidence->is_strong = evidence->commune != ESSAIM_NO_COMMUNE && has_postcode (placer, evidence->commune, evidence->postcode);
    }
  if (evidence->commune == ESSAIM_NO_COMMUNE && *evidence->postcode != '\0')
    evidence->commune = essaim_gazetteer_find_by_postcode (placer->gazetteer, evidence->postcode, NULL);
  if (evidence->commune == ESSAIM_NO_COMMUNE && commune != NULL)
    evidence->commune = look_up_name (placer, commune, "", evidence->department);
}

/* `8 rue de la Boétie - 33000 Bordeaux`: the postcode in an address, and what follows it. */
static void
find_by_address (EssaimPlacer *placer,
                 const char   *address,
                 Evidence     *evidence)
{
  g_autofree char *commune = NULL;

  for (const char *p = address + strlen (address); p > address; p--)
    {
      if (strspn (p - 1, "0123456789") == 5 && (p - 1 == address || !g_ascii_isalnum (p[-2])))
        {
          g_snprintf (evidence->postcode, sizeof evidence->postcode, "%.5s", p - 1);
          commune = g_strndup (p + 4, strcspn (p + 4, ",;\n("));
          find_by_words (placer, g_strstrip (commune), evidence);
          return;
        }
    }
}

static guint
find_department (EssaimPlacer      *placer,
                 const EssaimPlace *place)
{
  guint department = essaim_gazetteer_resolve_department (placer->gazetteer, place->department);

  return department != ESSAIM_NO_DEPARTMENT ? department
                                            : essaim_gazetteer_resolve_department (placer->gazetteer, place->department_name);
}

/* The department that the beginning of a code or postcode names: two characters, three overseas. */
static guint
find_department_of_code (EssaimPlacer *placer,
                         const char   *code)
{
  char prefix[4];
  double lat, lon;
  guint department;

  if (code == NULL || strlen (code) != 5)
    return ESSAIM_NO_DEPARTMENT;
  /* The postcodes of both departments of Corsica begin with 20. */
  if (g_str_has_prefix (code, "20"))
    return essaim_gazetteer_locate_postcode (placer->gazetteer, code, &lat, &lon, &department) ? department : ESSAIM_NO_DEPARTMENT;

  g_strlcpy (prefix, code, g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98") ? 4 : 3);
  return essaim_gazetteer_resolve_department (placer->gazetteer, prefix);
}

static Evidence
gather_evidence (EssaimPlacer      *placer,
                 const EssaimPlace *place)
{
  Evidence evidence = { ESSAIM_NO_COMMUNE, FALSE, NULL, ESSAIM_NO_DEPARTMENT, "" };

  normalise_postcode (place->postcode, evidence.postcode);
  find_by_code (placer, place, &evidence);
  if (evidence.commune != ESSAIM_NO_COMMUNE)
    return evidence;

  evidence.department = find_department (placer, place);
  if (evidence.department == ESSAIM_NO_DEPARTMENT)
    evidence.department = find_department_of_code (placer, place->insee);
  if (evidence.department == ESSAIM_NO_DEPARTMENT)
    evidence.department = find_department_of_code (placer, evidence.postcode);

  find_by_words (placer, place->commune, &evidence);
  if (evidence.commune == ESSAIM_NO_COMMUNE && *evidence.postcode == '\0' && place->address != NULL)
    find_by_address (placer, place->address, &evidence);

  return evidence;
}

static gboolean
is_on_earth (const EssaimPlace *place)
{
  return isfinite (place->lat) && isfinite (place->lon) && fabs (place->lat) <= 90.0 && fabs (place->lon) <= 180.0
         && (place->lat != 0.0 || place->lon != 0.0);
}

/* Whether the record's point may be drawn; a point that may not is said. */
static gboolean
has_usable_point (EssaimPlacer      *placer,
                  const EssaimPlace *place)
{
  if (!place->has_coordinates)
    return FALSE;

  if (!is_on_earth (place))
    {
      warn (placer, "bad-coordinates", place->line, _("Some coordinates are no place on Earth; they are left out."));
      return FALSE;
    }
  if (!essaim_coordinates_in_france (place->lat, place->lon))
    {
      warn (placer, "outside-france", place->line,
            _("Some points lie outside France; those sites are at their commune, where the record names one."));
      return FALSE;
    }

  return TRUE;
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
  const EssaimShape *shape = essaim_shapes_at (essaim_reference_get_shapes (placer->reference), ESSAIM_SHAPES_DEPARTEMENTS, lat, lon);

  return shape != NULL ? essaim_gazetteer_resolve_department (placer->gazetteer, shape->id) : ESSAIM_NO_DEPARTMENT;
}

static void
take_nearest (EssaimPlacer      *placer,
              const EssaimPlace *place,
              Evidence          *evidence)
{
  double km;
  guint nearest = essaim_gazetteer_find_nearest (placer->gazetteer, place->lat, place->lon, &km);

  if (nearest != ESSAIM_NO_COMMUNE && km <= NEAREST_MAX_KM)
    {
      evidence->commune = nearest;
      /* A postcode from elsewhere is that of the seat. */
      if (find_department_of_code (placer, evidence->postcode) != essaim_gazetteer_get_commune (placer->gazetteer, nearest)->department)
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
  guint nearest;

  if (measure_km (commune, place) <= FAR_KM)
    return commune->department;

  nearest = essaim_gazetteer_find_nearest (placer->gazetteer, place->lat, place->lon, NULL);
  return nearest != ESSAIM_NO_COMMUNE ? essaim_gazetteer_get_commune (placer->gazetteer, nearest)->department : ESSAIM_NO_DEPARTMENT;
}

static void
forget_words (Evidence *evidence)
{
  *evidence = (Evidence) { ESSAIM_NO_COMMUNE, FALSE, NULL, ESSAIM_NO_DEPARTMENT, "" };
}

/* A sure commune far from the point: the department of the record decides; without its help the commune is believed. */
static gboolean
believe_far_point (EssaimPlacer      *placer,
                   const EssaimPlace *place,
                   guint              department_of_point)
{
  if (department_of_point != ESSAIM_NO_DEPARTMENT && find_department (placer, place) == department_of_point)
    {
      warn (placer, "odd-commune", place->line,
            _("Some commune codes contradict both the point and the department of their record; those sites are at the point."));
      return TRUE;
    }

  warn (placer, "far-point", place->line,
        _("Some points lie more than 100 km from the commune that their record names; those sites are at the commune."));
  return FALSE;
}

/* Sets the words against the point: whether the point stands, and which words do. */
static gboolean
weigh_point (EssaimPlacer      *placer,
             const EssaimPlace *place,
             Evidence          *evidence)
{
  const EssaimCommune *commune = NULL;

  if (evidence->commune != ESSAIM_NO_COMMUNE)
    commune = essaim_gazetteer_get_commune (placer->gazetteer, evidence->commune);

  if (commune != NULL && evidence->is_strong)
    {
      guint department = find_far_department (placer, commune, place);

      if (department != commune->department)
        {
          if (!believe_far_point (placer, place, department))
            return FALSE;
          forget_words (evidence);
        }
    }
  else if (commune != NULL && measure_km (commune, place) > WEAK_MAX_KM)
    forget_words (evidence);

  if (evidence->commune == ESSAIM_NO_COMMUNE)
    take_nearest (placer, place, evidence);

  return TRUE;
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
set_position (EssaimPlacer   *placer,
              const Evidence *evidence,
              EssaimSite     *site)
{
  double lat, lon;
  guint department = ESSAIM_NO_DEPARTMENT;

  if (evidence->commune != ESSAIM_NO_COMMUNE)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (placer->gazetteer, evidence->commune);

      set_point (site, commune->lat, commune->lon, ESSAIM_PRECISION_COMMUNE);
    }
  else if (*evidence->postcode != '\0'
           && essaim_gazetteer_locate_postcode (placer->gazetteer, evidence->postcode, &lat, &lon, &department))
    set_point (site, lat, lon, ESSAIM_PRECISION_POSTCODE);
  else if (evidence->department != ESSAIM_NO_DEPARTMENT)
    site->precision = ESSAIM_PRECISION_DEPARTMENT;
}

static void
set_commune (EssaimPlacer      *placer,
             const EssaimPlace *place,
             const Evidence    *evidence,
             EssaimSite        *site)
{
  guint department = evidence->department;

  if (evidence->commune != ESSAIM_NO_COMMUNE)
    {
      const EssaimCommune *commune = essaim_gazetteer_get_commune (placer->gazetteer, evidence->commune);
      const char *finer = evidence->finer_code;

      if (finer == NULL && *evidence->postcode != '\0')
        finer = find_arrondissement (placer, evidence->commune, evidence->postcode);
      site->commune = g_strdup (commune->name);
      site->insee = g_strdup (commune->insee);
      site->arrondissement = g_strdup (finer);
      department = commune->department;
    }
  else
    site->commune = g_strdup (place->commune);

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
  placer->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  placer->key = g_string_new (NULL);

  return placer;
}

/**
 * essaim_placer_free:
 * @placer: (transfer full): a placer
 */
void
essaim_placer_free (EssaimPlacer *placer)
{
  g_string_free (placer->key, TRUE);
  g_hash_table_unref (placer->named);
  g_object_unref (placer->reference);
  g_free (placer);
}

/**
 * essaim_placer_place:
 * @placer: a placer
 * @place: what the record says
 * @site: (inout): a new site; its position, precision and administrative members are set
 *
 * A point in France is kept. The commune is that of the INSEE code, else of postcode and name, else the only one of the postcode, else
 * of name and department, else the nearest to the point. Without a point the site is at its commune, else in the middle of its
 * postcode's communes, else only in its department. A commune that is sure and far from the point (100 km, another department) wins
 * over it, unless the record's department sides with the point; one that is not sure gives way to it.
 */
void
essaim_placer_place (EssaimPlacer      *placer,
                     const EssaimPlace *place,
                     EssaimSite        *site)
{
  Evidence evidence = gather_evidence (placer, place);

  if (has_usable_point (placer, place) && weigh_point (placer, place, &evidence))
    set_point (site, place->lat, place->lon, ESSAIM_PRECISION_POINT);
  else
    set_position (placer, &evidence, site);

  set_commune (placer, place, &evidence, site);
  site->address = g_strdup (place->address);
  site->postcode = *evidence.postcode != '\0' ? g_strdup (evidence.postcode) : NULL;
}
