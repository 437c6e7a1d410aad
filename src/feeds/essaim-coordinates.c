/* essaim-coordinates.c: positions as feeds write them, and which of the two numbers is the latitude
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-coordinates.h"

#include <math.h>
#include <string.h>

/* The longest text that may be a single coordinate: degrees, minutes and seconds with decimals. */
#define COORDINATE_MAX 48

/* A feed is swapped, or in metres, when more than this share of its positions say so. */
#define WHOLE_FEED_SHARE 0.8

typedef struct
{
  double south, north, west, east;
} Box;

/* Metropolitan France with Corsica, then overseas, generously round the land (geo.api.gouv.fr, IGN). Most feeds are
 * in the first. */
static const Box boxes[] = {
  { 41.2, 51.2, -5.4, 9.7 },
  { 15.7, 16.6, -61.9, -60.9 },      /* Guadeloupe */
  { 14.3, 15.0, -61.3, -60.7 },      /* Martinique */
  { 2.0, 5.9, -54.7, -51.5 },        /* Guyane */
  { -21.5, -20.8, 55.1, 55.95 },     /* La Réunion */
  { -13.1, -12.5, 44.9, 45.4 },      /* Mayotte */
  { 46.6, 47.2, -56.6, -56.0 },      /* Saint-Pierre-et-Miquelon */
  { 17.8, 18.15, -63.2, -62.7 },     /* Saint-Barthélemy, Saint-Martin */
  { -14.5, -13.1, -178.3, -176.0 },  /* Wallis-et-Futuna */
  { -28.0, -7.5, -155.0, -134.0 },   /* Polynésie française */
  { -23.0, -17.9, 158.0, 172.5 },    /* Nouvelle-Calédonie */
};

static const char *
skip_marks (const char *p)
{
  static const char * const marks[] = { " ", "°", "º", "'", "’", "′", "\"", "”", "″", "\u00A0", "\u202F" };
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          if (g_str_has_prefix (p, marks[i]))
            {
              p += strlen (marks[i]);
              found = TRUE;
            }
        }
    }

  return p;
}

/* Reads `45°45'36" N` from @p: up to three numbers, then a letter. @copy has points for commas. */
static gboolean
parse_sexagesimal (const char *copy,
                   double     *degrees)
{
  double value = 0.0, unit = 1.0, sign = 1.0;
  const char *p = skip_marks (copy);

  for (guint i = 0; i < 3 && (g_ascii_isdigit (*p) || (i == 0 && *p == '-')); i++, unit /= 60.0)
    {
      char *end;
      double part = g_ascii_strtod (p, &end);

      if (part < 0.0 || *p == '-')
        sign = -1.0;
      value += fabs (part) * unit;
      p = skip_marks (end);
    }

  if (p == copy || (*p != '\0' && (strchr ("NSEWOnsewo", *p) == NULL || *skip_marks (p + 1) != '\0')))
    return FALSE;
  if (*p != '\0' && strchr ("SWOswo", *p) != NULL)
    sign = -1.0;

  *degrees = sign * value;
  return TRUE;
}

/**
 * essaim_coordinate_parse:
 * @text: (nullable): a latitude or longitude, or a number of metres, as a feed writes it
 * @degrees: (out): the number; untouched where there is none
 *
 * Reads `45.77`, `45,77`, `-12.78`, `45°46'12" N`, `4°49' O`. NaN and infinities are no coordinates.
 *
 * Returns: whether @text is a finite number
 */
gboolean
essaim_coordinate_parse (const char *text,
                         double     *degrees)
{
  char copy[COORDINATE_MAX];
  gsize length;
  char *end;
  double value;

  if (text == NULL || (length = strnlen (text, COORDINATE_MAX)) == 0 || length == COORDINATE_MAX)
    return FALSE;

  memcpy (copy, text, length + 1);
  g_strdelimit (copy, ",", '.');
  value = g_ascii_strtod (copy, &end);

  if (end != copy && *end == '\0')
    {
      if (!isfinite (value))
        return FALSE;
      *degrees = value;
      return TRUE;
    }

  return parse_sexagesimal (copy, degrees);
}

static gboolean
parse_halves (const char *text,
              const char *separator,
              gsize       separator_length,
              double     *first,
              double     *second)
{
  g_autofree char *before = g_strndup (text, separator - text);
  g_autofree char *after = g_strdup (separator + separator_length);

  return essaim_coordinate_parse (g_strstrip (before), first) && essaim_coordinate_parse (g_strstrip (after), second);
}

/* The middle comma of `45.7,4.8` and of `45,7,4,8`. */
static const char *
find_middle_comma (const char *text)
{
  const char *commas[4];
  guint n = 0;

  for (const char *p = strchr (text, ','); p != NULL; p = strchr (p + 1, ','))
    {
      if (n == G_N_ELEMENTS (commas))
        return NULL;
      commas[n++] = p;
    }

  return n == 1 ? commas[0] : n == 3 ? commas[1] : NULL;
}

static gboolean
parse_two_numbers (const char *text,
                   double     *first,
                   double     *second)
{
  const char *at;

  at = strpbrk (text, ";|/");
  if (at == NULL && (at = strstr (text, ", ")) == NULL && (at = find_middle_comma (text)) == NULL)
    at = strchr (text, ' ');

  return at != NULL && parse_halves (text, at, 1, first, second);
}

/* Two numbers after @p, however they are set apart: `(4.85 45.75)`, `[4.85, 45.75]`. */
static gboolean
parse_after (const char *p,
             double     *first,
             double     *second)
{
  char *end;

  p += strcspn (p, "-0123456789");
  *first = g_ascii_strtod (p, &end);
  if (end == p)
    return FALSE;
  p = end + strspn (end, " ,");
  *second = g_ascii_strtod (p, &end);

  return end != p && isfinite (*first) && isfinite (*second);
}

static gboolean
parse_member (const char *text,
              const char *name,
              double     *value)
{
  const char *member = strstr (text, name);
  char *end;

  if (member == NULL)
    return FALSE;
  member += strcspn (member, "-0123456789");
  *value = g_ascii_strtod (member, &end);

  return end != member && isfinite (*value);
}

/**
 * essaim_coordinates_parse_pair:
 * @text: (nullable): both coordinates in one text, as a feed writes them
 * @lat: (out): the latitude; undefined on %FALSE
 * @lon: (out): the longitude; undefined on %FALSE
 *
 * Reads `45.7, 4.8`, `45,7;4,8`, `[45.7, 4.8]` (latitude first), WKT (`POINT (4.8 45.7)`), a GeoJSON point and
 * `{"lon": 4.8, "lat": 45.7}` in a cell.
 *
 * Returns: whether @text has two numbers
 */
gboolean
essaim_coordinates_parse_pair (const char *text,
                               double     *lat,
                               double     *lon)
{
  const char *p;

  if (text == NULL)
    return FALSE;

  text += strspn (text, " ");
  if (*text == '{' && (p = strstr (text, "\"coordinates\"")) != NULL)
    return parse_after (p, lon, lat);
  if (*text == '{')
    return parse_member (text, "\"lat", lat) && parse_member (text, "\"lon", lon);
  if (*text == '[' || *text == '(')
    return parse_after (text, lat, lon);
  if ((p = strstr (text, "POINT")) != NULL || (p = strstr (text, "Point")) != NULL)
    return parse_after (p, lon, lat);

  return parse_two_numbers (text, lat, lon);
}

/**
 * essaim_coordinates_in_france:
 * @lat: degrees, WGS 84; may be anything
 * @lon: degrees
 *
 * Returns: whether the point is in the box of metropolitan France or of an overseas territory
 */
gboolean
essaim_coordinates_in_france (double lat,
                              double lon)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      if (lat >= boxes[i].south && lat <= boxes[i].north && lon >= boxes[i].west && lon <= boxes[i].east)
        return TRUE;
    }

  return FALSE;
}

/* The extent of Lambert-93 (EPSG:2154) over metropolitan France, metres. */
static gboolean
is_lambert_93 (double x,
               double y)
{
  return x >= 100000.0 && x <= 1300000.0 && y >= 6000000.0 && y <= 7200000.0;
}

/**
 * essaim_axes_observe:
 * @axes: the count so far
 * @lat: what the feed calls latitude, or y
 * @lon: what it calls longitude, or x
 *
 * Counts one position of a sample. Zeros and what is no number do not count.
 */
void
essaim_axes_observe (EssaimAxes *axes,
                     double      lat,
                     double      lon)
{
  if (!isfinite (lat) || !isfinite (lon) || (lat == 0.0 && lon == 0.0))
    return;

  axes->pairs++;
  axes->as_named += essaim_coordinates_in_france (lat, lon);
  axes->swapped += essaim_coordinates_in_france (lon, lat);
  axes->projected += is_lambert_93 (lon, lat) || is_lambert_93 (lat, lon);
}

/**
 * essaim_axes_decide:
 * @axes: the count over a sample of the feed
 *
 * Decides for the whole feed, so that a few odd rows never turn it round.
 *
 * Returns: what the two numbers are
 */
EssaimAxesOrder
essaim_axes_decide (const EssaimAxes *axes)
{
  double enough = WHOLE_FEED_SHARE * axes->pairs;

  if (axes->pairs > 0 && axes->swapped > enough && axes->as_named < axes->pairs - enough)
    return ESSAIM_AXES_SWAPPED;
  if (axes->pairs > 0 && axes->projected > enough)
    return ESSAIM_AXES_PROJECTED;

  return ESSAIM_AXES_AS_NAMED;
}
