/* essaim-cell-geometry.c: a geometry in one cell of a table: WKT or GeoJSON
 *
 * Well-known text: OGC 06-103r4, section 7; with `SRID=…;` as PostGIS writes it. Cells may be cut short: what is there
 * still gives a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-cell-geometry.h"

#include <math.h>
#include <string.h>

#include "essaim-json-geometry.h"
#include "essaim-outline.h"

#define NUMBER "-+.0123456789"

static const char *
skip_srid (const char *text)
{
  const char *semicolon;

  text += strspn (text, " ");
  if (g_ascii_strncasecmp (text, "SRID=", 5) != 0 || (semicolon = strchr (text, ';')) == NULL)
    return text;

  return semicolon + 1 + strspn (semicolon + 1, " ");
}

/* Two numbers, and what else the position has. */
static const char *
read_position (const char    *p,
               EssaimOutline *outline)
{
  char *end;
  double x = g_ascii_strtod (p, &end), y;
  const char *after = end;

  if (end == p)
    return p + 1;

  y = g_ascii_strtod (after, &end);
  if (end != after)
    essaim_outline_add (outline, x, y);

  return end + strcspn (end, ",()");
}

static gsize
measure_word (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalpha (p[n]))
    n++;

  return n;
}

static void
read_wkt (const char    *p,
          EssaimOutline *outline)
{
  EssaimOutlineKind kind = ESSAIM_OUTLINE_POINTS;

  while (*p != '\0')
    {
      gsize n = measure_word (p);
      EssaimOutlineKind next;

      if (n > 0 && essaim_outline_parse_kind (p, n, &next))
        {
          essaim_outline_end_geometry (outline, kind);
          kind = next;
        }
      else if (*p == ')')
        essaim_outline_close (outline);

      if (n == 0 && strchr (NUMBER, *p) != NULL)
        p = read_position (p, outline);
      else
        p += MAX (n, 1);
    }

  essaim_outline_end_geometry (outline, kind);
}

/* `POINT (4.8 45.7)`: what most cells hold needs no collecting. */
static gboolean
parse_point (const char *text,
             double     *x,
             double     *y)
{
  char *end;

  if (g_ascii_strncasecmp (text, "POINT", 5) != 0)
    return FALSE;

  text += strcspn (text, "(");
  if (*text == '\0')
    return FALSE;
  *x = g_ascii_strtod (++text, &end);
  if (end == text)
    return FALSE;
  text = end;
  *y = g_ascii_strtod (text, &end);

  return end != text && isfinite (*x) && isfinite (*y);
}

static gboolean
is_wkt (const char *text)
{
  EssaimOutlineKind kind;
  gsize n = measure_word (text);

  return essaim_outline_parse_kind (text, n, &kind)
         || (n == strlen ("GEOMETRYCOLLECTION") && g_ascii_strncasecmp (text, "GEOMETRYCOLLECTION", n) == 0);
}

static gboolean
parse_wkt (const char *text,
           double     *x,
           double     *y)
{
  g_autoptr (EssaimOutline) outline = NULL;

  if (parse_point (text, x, y))
    return TRUE;

  outline = essaim_outline_new ();
  read_wkt (text, outline);

  return essaim_outline_get_point (outline, x, y);
}

/* Takes what stands between @p and the next mark: a name, a text or a number. */
static const char *
take_json_scalar (const char         *p,
                  EssaimJsonGeometry *geometry)
{
  const char quote[] = { *p, '\0' };
  gboolean is_text = strchr ("\"'", *p) != NULL;
  const char *start = p + is_text;
  gsize length = strcspn (start, is_text ? quote : ",:[]{} ");
  EssaimJsonScalar scalar = { is_text ? ESSAIM_JSON_STRING : ESSAIM_JSON_NUMBER, start, length, TRUE };

  p = start + length + (is_text && start[length] != '\0');
  if (*(p + strspn (p, " ")) == ':')
    essaim_json_geometry_add_key (geometry, start, length);
  else
    essaim_json_geometry_add_scalar (geometry, &scalar);

  return p;
}

/* Nothing is checked but what a geometry needs: tables hold JSON with either quotes. */
static gboolean
parse_json (const char *text,
            double     *x,
            double     *y)
{
  g_autoptr (EssaimJsonGeometry) geometry = essaim_json_geometry_new ();
  guint depth = 0;

  for (const char *p = text; *p != '\0';)
    {
      if (*p == '[' || *p == '{')
        {
          essaim_json_geometry_add_start (geometry, *p++ == '[');
          depth++;
        }
      else if (*p == ']' || *p == '}')
        {
          if (depth-- == 0)
            return FALSE;
          essaim_json_geometry_add_end (geometry, *p++ == ']');
        }
      else if (strchr (",: ", *p) != NULL)
        p++;
      else
        p = take_json_scalar (p, geometry);
    }

  return essaim_json_geometry_get_point (geometry, x, y);
}

/**
 * essaim_cell_geometry_parse:
 * @text: a cell
 * @x: (out): the first number of a position: the longitude, or metres to the east; undefined on %FALSE
 * @y: (out): the second number
 *
 * Reads WKT and GeoJSON of any type; areas and lines give a point on them, see essaim_outline_get_point().
 *
 * Returns: whether @text is a geometry that has a point
 */
gboolean
essaim_cell_geometry_parse (const char *text,
                            double     *x,
                            double     *y)
{
  text = skip_srid (text);
  if (*text == '{')
    return strstr (text, "coordinates") != NULL && parse_json (text, x, y);

  return is_wkt (text) && parse_wkt (text, x, y);
}

/**
 * essaim_cell_geometry_srid:
 * @text: a cell
 *
 * Returns: the number of the system that the cell names; 0 without
 */
guint
essaim_cell_geometry_srid (const char *text)
{
  text += strspn (text, " ");

  return g_ascii_strncasecmp (text, "SRID=", 5) == 0 ? (guint) g_ascii_strtoull (text + 5, NULL, 10) : 0;
}
