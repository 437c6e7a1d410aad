/* essaim-coordinates.c: positions as feeds write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-coordinates.h"

#include <math.h>
#include <string.h>

#include "essaim-cell-geometry.h"
#include "essaim-text.h"

/* The longest text that may be a single coordinate: degrees, minutes and seconds with decimals. */
#define COORDINATE_MAX 48

/* No degrees are so many; no position in metres is so near the edge of its grid. */
#define METRES_MIN 1000.0

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

/* The letter of a side, before or after the numbers; O is the French west. */
static gboolean
take_side (const char **p,
           double      *sign)
{
  if (**p == '\0' || strchr ("NSEWOnsewo", **p) == NULL)
    return FALSE;

  if (strchr ("SWOswo", **p) != NULL)
    *sign = -1.0;
  *p = skip_marks (*p + 1);

  return TRUE;
}

/* Reads `45°45'36" N` or `N 45 45.6`: up to three numbers and a letter. @copy has points for commas. */
static gboolean
parse_sexagesimal (const char *copy,
                   double     *degrees)
{
  double value = 0.0, unit = 1.0, sign = 1.0;
  const char *p = skip_marks (copy);
  gboolean has_side = take_side (&p, &sign);
  const char *first = p;

  for (guint i = 0; i < 3 && (g_ascii_isdigit (*p) || (i == 0 && *p == '-')); i++, unit /= 60.0)
    {
      char *end;
      double part = g_ascii_strtod (p, &end);

      if (*p == '-')
        sign = -1.0;
      if (end == p || !isfinite (part) || (i > 0 && part >= 60.0))
        return FALSE;
      value += fabs (part) * unit;
      p = skip_marks (end);
    }

  if (p == first)
    return FALSE;
  if (!has_side)
    take_side (&p, &sign);
  if (*p != '\0')
    return FALSE;

  *degrees = sign * value;
  return TRUE;
}

/* `708 652,5`: metres whose digits are grouped by threes, as no degrees are. */
static gboolean
parse_grouped (const char *text,
               double     *metres)
{
  return strpbrk (text, "°º'\"") == NULL && essaim_text_parse_number (text, metres) && fabs (*metres) >= METRES_MIN;
}

/**
 * essaim_coordinate_parse:
 * @text: (nullable): a latitude or longitude, or a number of metres, as a feed writes it
 * @degrees: (out): the number; untouched where there is none
 *
 * Reads `45.77`, `45,77`, `-12.78`, `45°46'12" N`, `4°49' O`, `N 45 46.2`, `708 652,5`. NaN and infinities are no
 * coordinates.
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

  return parse_grouped (text, degrees) || parse_sexagesimal (copy, degrees);
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

/* The first letter of a side; the E of `4.5E+1` is none. */
static const char *
find_letter (const char *text)
{
  const char *letter = strpbrk (text, "NSEWO");

  while (letter != NULL && letter > text && g_ascii_isdigit (letter[-1]) && strchr ("+-0123456789", letter[1]) != NULL
         && letter[1] != '\0')
    letter = strpbrk (letter + 1, "NSEWO");

  return letter;
}

/* Behind the letter that ends the first of `45°46' N 4°49' E`; in front of the second of `N 45°46' E 4°49'`. */
static const char *
find_side (const char *text)
{
  const char *start = text + strspn (text, " ");
  const char *side = *start != '\0' ? find_letter (start + 1) : NULL;

  if (side == NULL || !g_ascii_isalpha (*start))
    return side != NULL ? side + 1 : NULL;

  return side;
}

/* Two coordinates set apart by a mark, or by the letter of a side. */
static gboolean
parse_two_numbers (const char *text,
                   double     *first,
                   double     *second)
{
  const char *at = strpbrk (text, ";|/");

  if (at == NULL)
    at = strstr (text, ", ");
  if (at == NULL)
    at = find_middle_comma (text);
  if (at == NULL && (at = find_side (text)) != NULL)
    return parse_halves (text, at, 0, first, second);
  if (at == NULL)
    at = strchr (text, ' ');

  return at != NULL && parse_halves (text, at, 1, first, second);
}

/* `4°49' E, 45°46' N` says itself that the longitude comes first. */
static gboolean
begins_with_longitude (const char *text)
{
  const char *side = find_letter (text);

  return side != NULL && strchr ("EWO", *side) != NULL;
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

  /* Names are quoted, in either way. */
  if (member == NULL || member == text || strchr ("\"'", member[-1]) == NULL)
    return FALSE;
  member += strcspn (member, "-0123456789");
  *value = g_ascii_strtod (member, &end);

  return end != member && isfinite (*value);
}

/* `45.7, 4.8, 230` and `45.7,4.8,230`: the third is a height. */
static gboolean
parse_with_height (const char *text,
                   double     *lat,
                   double     *lon)
{
  const char *last = strrchr (text, ',');
  g_autofree char *both = NULL;
  double height;

  if (last == NULL || strchr (text, '.') == NULL
      || !essaim_coordinate_parse (last + 1 + strspn (last + 1, " "), &height))
    return FALSE;

  both = g_strndup (text, last - text);

  return strchr (both, ',') != NULL && parse_two_numbers (both, lat, lon);
}

static gboolean
parse_plain_pair (const char *text,
                  double     *lat,
                  double     *lon)
{
  if (g_str_has_prefix (text, "geo:"))   /* RFC 5870 */
    text += strlen ("geo:");
  if (begins_with_longitude (text))
    return parse_two_numbers (text, lon, lat);

  return parse_two_numbers (text, lat, lon) || parse_with_height (text, lat, lon);
}

/**
 * essaim_coordinates_parse_pair:
 * @text: (nullable): both coordinates in one text, as a feed writes them
 * @lat: (out): the latitude; undefined on %FALSE
 * @lon: (out): the longitude; undefined on %FALSE
 *
 * Reads `45.7, 4.8`, `45,7;4,8`, `45°46' N 4°49' E`, `[45.7, 4.8]` (latitude first), WKT (`POINT (4.8 45.7)`), GeoJSON
 * and `{"lon": 4.8, "lat": 45.7}` in a cell. Areas and lines give a point on them.
 *
 * Returns: whether @text has two numbers
 */
gboolean
essaim_coordinates_parse_pair (const char *text,
                               double     *lat,
                               double     *lon)
{
  if (text == NULL)
    return FALSE;

  text += strspn (text, " ");
  if (*text == '[' || *text == '(')
    return parse_after (text, lat, lon);
  if (essaim_cell_geometry_parse (text, lon, lat))
    return TRUE;
  if (*text == '{')
    return parse_member (text, "lat", lat) && (parse_member (text, "lon", lon) || parse_member (text, "lng", lon));

  return parse_plain_pair (text, lat, lon);
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
