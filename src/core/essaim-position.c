/* essaim-position.c: a position as a text, and a site moved there
 *
 * “45.7772,3.087” is a point in degrees (WGS 84), latitude first; “insee:63113” is anywhere in a commune.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-position.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "essaim-geometry.h"
#include "essaim-json-text.h"

#define COMMUNE_PREFIX "insee:"

/* A point that is moved less than this stays in its commune: the nearest centre may be that of a neighbour. */
#define SAME_COMMUNE_KM 2.0

/* A point takes the nearest commune within this distance: the largest ones are about as wide. */
#define NEAREST_MAX_KM 15.0

/* Servers that compute their points again move them by so much. */
#define NEAR_KM 0.05

static gboolean
read_degrees (const char *text,
              double     *lat,
              double     *lon)
{
  const char *comma = strchr (text, ',');
  char *end;

  if (comma == NULL)
    return FALSE;

  *lat = g_ascii_strtod (text, &end);
  if (end == text || end != comma)
    return FALSE;

  *lon = g_ascii_strtod (comma + 1, &end);

  /* Zeros stand for no position; nothing is there but the sea. */
  return end != comma + 1 && *end == '\0' && isfinite (*lat) && isfinite (*lon) && fabs (*lat) <= 90 &&
         fabs (*lon) <= 180 && (*lat != 0.0 || *lon != 0.0);
}

static char *
write_degrees (double lat,
               double lon)
{
  GString *text = g_string_new (NULL);

  /* Five digits are one metre. */
  essaim_json_append_number (text, round (lat * 1e5) / 1e5);
  g_string_append_c (text, ',');
  essaim_json_append_number (text, round (lon * 1e5) / 1e5);

  return g_string_free (text, FALSE);
}

/**
 * essaim_position_parse:
 * @typed: what a person or a script wrote: “LAT,LON” in degrees, or “insee:CODE” of a commune, present or former
 * @reference: the shipped facts
 * @error: return location; `G_IO_ERROR_INVALID_ARGUMENT`, with a sentence that says what is expected
 *
 * Returns: (transfer full): the position, written as it is kept; %NULL with @error set where it is none
 */
char *
essaim_position_parse (const char       *typed,
                       EssaimReference  *reference,
                       GError          **error)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  g_autofree char *text = g_strstrip (g_strdup (typed));
  double lat, lon;

  if (g_str_has_prefix (text, COMMUNE_PREFIX))
    {
      if (essaim_gazetteer_resolve_code (gazetteer, text + strlen (COMMUNE_PREFIX), NULL, NULL) != ESSAIM_NO_COMMUNE)
        return g_steal_pointer (&text);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("There is no commune with the code “%s”."),
                   text + strlen (COMMUNE_PREFIX));
      return NULL;
    }

  if (read_degrees (text, &lat, &lon))
    return write_degrees (lat, lon);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("“%s” is no position: write latitude and longitude in degrees, as “45.7772,3.087”, or the code of a "
                 "commune, as “insee:63113”."), typed);
  return NULL;
}

/**
 * essaim_position_of_site:
 * @site: a site
 *
 * Returns: (transfer full) (nullable): its position in text form: a point, or the commune where no more is known;
 *   %NULL where not even that is
 */
char *
essaim_position_of_site (const EssaimSite *site)
{
  if (site->precision >= ESSAIM_PRECISION_COMMUNE && site->insee != NULL)
    return g_strconcat (COMMUNE_PREFIX, site->arrondissement != NULL ? site->arrondissement : site->insee, NULL);

  return essaim_site_has_point (site) ? write_degrees (site->lat, site->lon) : NULL;
}

/* Which commune a point is in: that of the site where it was moved little, else the one with the nearest centre. */
static guint
find_commune (const EssaimSite *site,
              double            lat,
              double            lon,
              EssaimGazetteer  *gazetteer)
{
  double km;
  guint commune = ESSAIM_NO_COMMUNE;

  if (site->insee != NULL && essaim_site_has_point (site) && site->precision <= ESSAIM_PRECISION_STREET &&
      essaim_distance_km (site->lat, site->lon, lat, lon) <= SAME_COMMUNE_KM)
    commune = essaim_gazetteer_resolve_code (gazetteer, site->insee, NULL, NULL);
  if (commune != ESSAIM_NO_COMMUNE)
    return commune;

  commune = essaim_gazetteer_find_nearest (gazetteer, lat, lon, &km);

  return commune != ESSAIM_NO_COMMUNE && km <= NEAREST_MAX_KM ? commune : ESSAIM_NO_COMMUNE;
}

/* An address, and all that was known of a commune, is that of the place before. */
static void
set_commune (EssaimSite      *site,
             guint            number,
             const char      *finer_code,
             EssaimGazetteer *gazetteer)
{
  const EssaimCommune *commune = number != ESSAIM_NO_COMMUNE ? essaim_gazetteer_get_commune (gazetteer, number) : NULL;

  if (commune != NULL && g_strcmp0 (commune->insee, site->insee) == 0 &&
      (finer_code == NULL || g_strcmp0 (finer_code, site->arrondissement) == 0))
    return;

  g_clear_pointer (&site->address, g_free);
  g_clear_pointer (&site->postcode, g_free);
  g_clear_pointer (&site->commune, g_free);
  g_clear_pointer (&site->insee, g_free);
  g_clear_pointer (&site->arrondissement, g_free);
  g_clear_pointer (&site->department, g_free);
  if (commune == NULL)
    return;

  site->insee = g_strdup (commune->insee);
  site->commune = g_strdup (commune->name);
  site->arrondissement = g_strdup (finer_code);
  site->department = g_strdup (essaim_gazetteer_get_department (gazetteer, commune->department)->code);
}

static void
move_to_commune (EssaimSite      *site,
                 const char      *code,
                 EssaimGazetteer *gazetteer)
{
  const char *finer_code = NULL;
  EssaimCodeKind kind = ESSAIM_CODE_PRESENT;
  guint number = essaim_gazetteer_resolve_code (gazetteer, code, &kind, &finer_code);
  const EssaimCommune *commune;

  if (number == ESSAIM_NO_COMMUNE)
    return;

  commune = essaim_gazetteer_get_commune (gazetteer, number);
  set_commune (site, number, kind == ESSAIM_CODE_ARRONDISSEMENT ? finer_code : NULL, gazetteer);
  site->lat = commune->lat;
  site->lon = commune->lon;
  site->precision = ESSAIM_PRECISION_COMMUNE;
}

static void
move_nowhere (EssaimSite *site)
{
  set_commune (site, ESSAIM_NO_COMMUNE, NULL, NULL);
  site->lat = NAN;
  site->lon = NAN;
  site->precision = ESSAIM_PRECISION_NONE;
}

/**
 * essaim_position_apply:
 * @position: (nullable): in text form; %NULL: the place is not known
 * @site: what is moved there
 * @reference: the shipped facts
 *
 * Moves a site. Its address stays while it stays in its commune; the amount of money always does. A text that is no
 * position moves nothing.
 */
void
essaim_position_apply (const char      *position,
                       EssaimSite      *site,
                       EssaimReference *reference)
{
  EssaimGazetteer *gazetteer = essaim_reference_get_gazetteer (reference);
  double lat, lon;

  if (position == NULL)
    move_nowhere (site);
  else if (g_str_has_prefix (position, COMMUNE_PREFIX))
    move_to_commune (site, position + strlen (COMMUNE_PREFIX), gazetteer);
  else if (read_degrees (position, &lat, &lon))
    {
      set_commune (site, find_commune (site, lat, lon, gazetteer), NULL, gazetteer);
      site->lat = lat;
      site->lon = lon;
      site->precision = ESSAIM_PRECISION_POINT;
    }
}

/**
 * essaim_position_is_point:
 * @position: (nullable): a position in text form
 *
 * Returns: whether it is a point, whose commune is the one about it
 */
gboolean
essaim_position_is_point (const char *position)
{
  double lat, lon;

  return position != NULL && read_degrees (position, &lat, &lon);
}

/**
 * essaim_position_is_near:
 * @a: (nullable): a position in text form
 * @b: (nullable): another
 *
 * Returns: whether they are the same, or points less than 50 m apart
 */
gboolean
essaim_position_is_near (const char *a,
                         const char *b)
{
  double lat_a, lon_a, lat_b, lon_b;

  if (a == NULL || b == NULL || !read_degrees (a, &lat_a, &lon_a) || !read_degrees (b, &lat_b, &lon_b))
    return g_strcmp0 (a, b) == 0;

  return essaim_distance_km (lat_a, lon_a, lat_b, lon_b) < NEAR_KM;
}
