/* essaim-json-geometry.c: one point for a GeoJSON geometry (RFC 7946, section 3.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-geometry.h"

#include <math.h>
#include <string.h>

#include "essaim-outline.h"

#define MAX_NUMBER_BYTES 64

struct _EssaimJsonGeometry
{
  /* Owned */
  EssaimOutline     *outline;

  guint              depth;          /* of what is open in the geometry */
  guint              coordinates;    /* the depth at which the coordinates are open; 0 outside */
  gboolean           are_coordinates_next;
  gboolean           is_type_next;
  guint              n_numbers;      /* of the position that is open */
  double             x;
  double             y;
  EssaimOutlineKind  kind;           /* of the geometry that is open: its type may come after its coordinates */
  guint              kind_depth;     /* of the object that said so; others, as `crs`, have types too */
};

/**
 * essaim_json_geometry_new:
 *
 * Returns: (transfer full): a collector of what a geometry consists of
 */
EssaimJsonGeometry *
essaim_json_geometry_new (void)
{
  EssaimJsonGeometry *self = g_new0 (EssaimJsonGeometry, 1);

  self->outline = essaim_outline_new ();

  return self;
}

/**
 * essaim_json_geometry_free:
 * @self: (transfer full): a collector
 */
void
essaim_json_geometry_free (EssaimJsonGeometry *self)
{
  essaim_outline_free (self->outline);
  g_free (self);
}

/**
 * essaim_json_geometry_reset:
 * @self: a collector
 *
 * Forgets everything, for the next geometry.
 */
void
essaim_json_geometry_reset (EssaimJsonGeometry *self)
{
  essaim_outline_reset (self->outline);
  self->depth = self->coordinates = self->n_numbers = 0;
  self->are_coordinates_next = self->is_type_next = FALSE;
  self->kind = ESSAIM_OUTLINE_POINTS;
  self->kind_depth = 0;
}

static double
parse_number (const char *text,
              gsize       length)
{
  char copy[MAX_NUMBER_BYTES];
  char *end;
  double number;

  if (length == 0 || length >= sizeof copy)
    return NAN;

  memcpy (copy, text, length);
  copy[length] = '\0';
  number = g_ascii_strtod (copy, &end);

  return end == copy + length ? number : NAN;
}

/**
 * essaim_json_geometry_add_scalar:
 * @self: a collector
 * @scalar: a value; texts that are numbers are taken for numbers
 */
void
essaim_json_geometry_add_scalar (EssaimJsonGeometry     *self,
                                 const EssaimJsonScalar *scalar)
{
  if (self->is_type_next && essaim_outline_parse_kind (scalar->text, scalar->length, &self->kind))
    self->kind_depth = self->depth;
  self->is_type_next = self->are_coordinates_next = FALSE;
  if (self->coordinates == 0)
    return;

  if (self->n_numbers == 0)
    self->x = parse_number (scalar->text, scalar->length);
  else if (self->n_numbers == 1)
    self->y = parse_number (scalar->text, scalar->length);
  self->n_numbers++;
}

/**
 * essaim_json_geometry_add_key:
 * @self: a collector
 * @text: (array length=length): the name of a member
 * @length: its bytes
 */
void
essaim_json_geometry_add_key (EssaimJsonGeometry *self,
                              const char         *text,
                              gsize               length)
{
  self->is_type_next = length == 4 && memcmp (text, "type", 4) == 0;
  self->are_coordinates_next = length == 11 && memcmp (text, "coordinates", 11) == 0;
}

/**
 * essaim_json_geometry_add_start:
 * @self: a collector
 * @is_array: whether an array opens, or an object
 */
void
essaim_json_geometry_add_start (EssaimJsonGeometry *self,
                                gboolean            is_array)
{
  self->depth++;
  self->n_numbers = 0;
  if (self->are_coordinates_next && is_array && self->coordinates == 0)
    self->coordinates = self->depth;
  self->is_type_next = self->are_coordinates_next = FALSE;
}

/* Each geometry of a collection has a type of its own. */
static void
end_geometry (EssaimJsonGeometry *self)
{
  essaim_outline_end_geometry (self->outline, self->kind);
  self->kind = ESSAIM_OUTLINE_POINTS;
  self->kind_depth = 0;
}

/**
 * essaim_json_geometry_add_end:
 * @self: a collector
 * @is_array: whether an array closes, or an object
 */
void
essaim_json_geometry_add_end (EssaimJsonGeometry *self,
                              gboolean            is_array)
{
  gboolean is_position = self->n_numbers > 0;

  if (self->coordinates > 0 && self->n_numbers > 1)
    essaim_outline_add (self->outline, self->x, self->y);
  if (self->coordinates > 0 && (!is_position || self->depth == self->coordinates))
    essaim_outline_close (self->outline);
  if (!is_array && self->depth == self->kind_depth)
    end_geometry (self);

  self->n_numbers = 0;
  if (self->depth == self->coordinates)
    self->coordinates = 0;
  self->depth--;
}

/**
 * essaim_json_geometry_get_point:
 * @self: a collector
 * @x: (out): degrees east, or whatever the first number of a position is
 * @y: (out): degrees north, or whatever the second number of a position is
 *
 * Returns: whether there is a point that stands for the geometry, see essaim_outline_get_point()
 */
gboolean
essaim_json_geometry_get_point (EssaimJsonGeometry *self,
                                double             *x,
                                double             *y)
{
  end_geometry (self);

  return essaim_outline_get_point (self->outline, x, y);
}
