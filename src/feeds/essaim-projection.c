/* essaim-projection.c: the systems that French data gives positions in, and the way from their metres to degrees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-projection.h"

#include <math.h>
#include <proj.h>
#include <string.h>

/* The conic zones have their origin at 3° E and a whole degree of latitude: 1,700 km, and 200 km + 1,000 km a zone. */
#define CC(zone_) \
  { 3900 + zone_, "CC" #zone_, "", 1000000, 2400000, (zone_ - 41) * 1e6 - 50000, (zone_ - 41) * 1e6 + 450000 }

/* Where two systems fit alike, the first is meant: today's before those of before 2000. Legal systems: arrêté du
 * 5 mars 2019 on the execution of décret 2000-1276; extents: epsg.org. */
static const EssaimProjection projections[] = {
  { 2154, "Lambert-93", "", 50000, 1300000, 6000000, 7200000 },
  CC (42), CC (43), CC (44), CC (45), CC (46), CC (47), CC (48), CC (49), CC (50),
  { 3857, "Web Mercator", "", -20100000, 20100000, -20100000, 20100000 },
  { 27572, "Lambert II étendu", "", -50000, 1300000, 1550000, 2750000 },
  { 5490, "UTM 20N (Guadeloupe, Martinique)", " 971 972 977 978 ", 450000, 800000, 1550000, 2020000 },
  { 2972, "UTM 22N (Guyane)", " 973 ", 50000, 550000, 200000, 680000 },
  { 2975, "UTM 40S (La Réunion)", " 974 ", 300000, 410000, 7600000, 7730000 },
  { 4471, "UTM 38S (Mayotte)", " 976 ", 480000, 570000, 8520000, 8640000 },
  { 4467, "UTM 21N (Saint-Pierre-et-Miquelon)", " 975 ", 520000, 610000, 5140000, 5260000 },
  { 2970, "UTM 20N (Guadeloupe 1948)", "", 600000, 760000, 1730000, 1850000 },
  { 2973, "UTM 20N (Martinique 1938)", "", 660000, 760000, 1570000, 1660000 },
};

/* Codes of the same system, or of one that differs by less than a metre. */
static const struct { guint first, last, same; } aliases[] = {
  { 9793, 9794, 2154 },                                                              /* later realisations */
  { 900913, 900913, 3857 }, { 3785, 3785, 3857 }, { 102100, 102100, 3857 }, { 102113, 102113, 3857 },
  { 4559, 4559, 5490 }, { 32620, 32620, 5490 }, { 32622, 32622, 2972 }, { 32740, 32740, 2975 },
  { 32738, 32738, 4471 }, { 32621, 32621, 4467 }, { 27582, 27582, 27572 },
  { 84, 84, 4326 }, { 4171, 4171, 4326 }, { 4258, 4258, 4326 }, { 4979, 4979, 4326 }, { 4326, 4326, 4326 },
};

struct _EssaimProjections
{
  /* Owned */
  PJ_CONTEXT *context;                              /* (nullable): until the first conversion */
  PJ         *conversions[G_N_ELEMENTS (projections)];

  gboolean    is_missing[G_N_ELEMENTS (projections)];   /* its data are not installed */
};

/**
 * essaim_projection_get_all:
 * @n: (out): their number
 *
 * Returns: (transfer none) (array length=n): the systems in metres, those that are meant in doubt first
 */
const EssaimProjection *
essaim_projection_get_all (guint *n)
{
  *n = G_N_ELEMENTS (projections);

  return projections;
}

/**
 * essaim_projection_lookup:
 * @epsg: the number of a system
 *
 * Returns: (transfer none) (nullable): the system; %NULL where it is not one of those in metres
 */
const EssaimProjection *
essaim_projection_lookup (guint epsg)
{
  for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
    if (projections[i].epsg == epsg)
      return &projections[i];

  return NULL;
}

/**
 * essaim_projection_resolve:
 * @epsg: the number of a system, as a file names it
 *
 * Returns: the number of the listed system that this is, %ESSAIM_EPSG_DEGREES among them; %ESSAIM_EPSG_UNKNOWN for
 *   others
 */
guint
essaim_projection_resolve (guint epsg)
{
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (epsg >= aliases[i].first && epsg <= aliases[i].last)
      return aliases[i].same;
  if ((epsg >= 9822 && epsg <= 9830) || (epsg >= 9842 && epsg <= 9850))   /* CC42–CC50 of RGF93 v2 and v2b */
    return 3942 + (epsg - 9822) % 20;

  return essaim_projection_lookup (epsg) != NULL ? epsg : ESSAIM_EPSG_UNKNOWN;
}

/**
 * essaim_projection_holds:
 * @projection: a system
 * @east: metres
 * @north: metres
 *
 * Returns: whether the numbers may be a place in France in that system
 */
gboolean
essaim_projection_holds (const EssaimProjection *projection,
                         double                  east,
                         double                  north)
{
  return east >= projection->west && east <= projection->east && north >= projection->south
         && north <= projection->north;
}

/**
 * essaim_projections_new:
 *
 * Returns: (transfer full): a converter that has set nothing up yet
 */
EssaimProjections *
essaim_projections_new (void)
{
  return g_new0 (EssaimProjections, 1);
}

/**
 * essaim_projections_free:
 * @self: (transfer full): a converter
 */
void
essaim_projections_free (EssaimProjections *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (projections); i++)
    proj_destroy (self->conversions[i]);
  if (self->context != NULL)
    proj_context_destroy (self->context);
  g_free (self);
}

/* Grids are neither needed nor fetched: without them the oldest systems are right to a few metres. */
static PJ *
create_conversion (EssaimProjections *self,
                   guint              epsg)
{
  g_autofree char *source = g_strdup_printf ("EPSG:%u", epsg);
  PJ *conversion, *normalized;

  if (self->context == NULL)
    {
      self->context = proj_context_create ();
      proj_context_set_enable_network (self->context, 0);
      proj_log_level (self->context, PJ_LOG_NONE);
    }

  conversion = proj_create_crs_to_crs (self->context, source, "EPSG:4326", NULL);
  if (conversion == NULL)
    return NULL;

  normalized = proj_normalize_for_visualization (self->context, conversion);
  proj_destroy (conversion);

  return normalized;
}

static PJ *
get_conversion (EssaimProjections *self,
                guint              epsg)
{
  const EssaimProjection *projection = essaim_projection_lookup (epsg);
  gsize i;

  if (projection == NULL)
    return NULL;

  i = projection - projections;
  if (self->conversions[i] == NULL && !self->is_missing[i])
    {
      self->conversions[i] = create_conversion (self, epsg);
      self->is_missing[i] = self->conversions[i] == NULL;
    }

  return self->conversions[i];
}

/**
 * essaim_projections_to_degrees:
 * @self: a converter
 * @epsg: a listed system, or %ESSAIM_EPSG_DEGREES
 * @east: metres, or degrees
 * @north: metres, or degrees
 * @lat: (out): degrees, WGS 84; untouched on %FALSE
 * @lon: (out): degrees
 *
 * Returns: whether there is such a place; %FALSE as well where the facts on the system are not installed
 */
gboolean
essaim_projections_to_degrees (EssaimProjections *self,
                               guint              epsg,
                               double             east,
                               double             north,
                               double            *lat,
                               double            *lon)
{
  PJ_COORD degrees = proj_coord (east, north, 0.0, HUGE_VAL);

  if (epsg != ESSAIM_EPSG_DEGREES)
    {
      PJ *conversion = isfinite (east) && isfinite (north) ? get_conversion (self, epsg) : NULL;

      if (conversion == NULL)
        return FALSE;
      degrees = proj_trans (conversion, PJ_FWD, degrees);
    }
  if (!isfinite (degrees.xy.x) || !isfinite (degrees.xy.y))
    return FALSE;

  *lon = degrees.xy.x;
  *lat = degrees.xy.y;

  return TRUE;
}
