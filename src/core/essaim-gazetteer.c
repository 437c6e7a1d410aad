/* essaim-gazetteer.c: the communes of France, by code and by place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer-private.h"

#include "essaim-geometry.h"

#include <math.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (EssaimGazetteer, essaim_gazetteer, G_TYPE_OBJECT)

/**
 * essaim_gazetteer_parse_code:
 * @code: a code of five characters, as INSEE gives them to communes: digits, but for `2A` and `2B` in front
 *
 * Returns: the number that the tables have it under, Corsica’s above all others; -1 when it is no such code
 */
int
essaim_gazetteer_parse_code (const char *code)
{
  int number = 0;

  if (strlen (code) != 5)
    return -1;

  for (guint i = 0; i < 5; i++)
    if (g_ascii_isdigit (code[i]))
      number = number * 10 + (code[i] - '0');
    else if (i == 1 && code[0] == '2' && (code[1] == 'A' || code[1] == 'B'))
      number = 100 + (code[1] - 'A');
    else
      return -1;

  return number;
}

/* Copies @text without blanks, in capitals, without the `.0` that spreadsheets add, into @clean; FALSE if too long. */
static gboolean
clean_code (const char *text,
            char       *clean,
            gsize       size)
{
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p))
        continue;
      if (length + 1 == size)
        return FALSE;
      clean[length++] = g_ascii_toupper (*p);
    }
  clean[length] = '\0';
  if (length > 2 && g_str_equal (clean + length - 2, ".0"))
    clean[length - 2] = '\0';

  return TRUE;
}

/* The row of the code that @text means, or NULL. */
static const EssaimCodeRow *
find_code (EssaimGazetteer *self,
           const char      *text)
{
  char code[16] = "0";
  int number;

  if (text == NULL || !clean_code (text, code + 1, sizeof code - 1))
    return NULL;

  number = essaim_gazetteer_parse_code (code + 1);
  if (number < 0)
    number = essaim_gazetteer_parse_code (code);
  if (number < 0 || self->rows_of_codes[number] == G_MAXUINT16)
    return NULL;

  return &self->codes[self->rows_of_codes[number]];
}

static double
squared_chord (const double a[3],
               const double b[3])
{
  double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];

  return x * x + y * y + z * z;
}

typedef struct
{
  const EssaimPlaceRow *places;
  double                at[3];
  double                best;       /* squared chord */
  guint                 commune;
} Nearest;

/* Chords of the unit sphere order places as arcs do, without poles or a date line. */
static void
find_nearest_in (Nearest *nearest,
                 guint    low,
                 guint    high,
                 guint    axis)
{
  guint middle = (low + high) / 2;
  const EssaimPlaceRow *place = &nearest->places[middle];
  double chord, offset;
  gboolean is_before;

  if (low >= high)
    return;

  chord = squared_chord (place->at, nearest->at);
  if (chord < nearest->best || (chord == nearest->best && place->commune < nearest->commune))
    {
      nearest->best = chord;
      nearest->commune = place->commune;
    }

  offset = nearest->at[axis] - place->at[axis];
  is_before = offset < 0.0;
  axis = (axis + 1) % 3;
  find_nearest_in (nearest, is_before ? low : middle + 1, is_before ? middle : high, axis);
  if (offset * offset <= nearest->best)
    find_nearest_in (nearest, is_before ? middle + 1 : low, is_before ? high : middle, axis);
}

static void
essaim_gazetteer_finalize (GObject *object)
{
  EssaimGazetteer *self = ESSAIM_GAZETTEER (object);

  g_free (self->communes);
  g_free (self->departments);
  g_free (self->regions);
  g_free (self->epcis);
  g_free (self->epts);
  g_free (self->rows_of_codes);
  g_clear_pointer (&self->departments_by_text, g_hash_table_unref);
  g_clear_pointer (&self->file, essaim_geo_file_free);

  G_OBJECT_CLASS (essaim_gazetteer_parent_class)->finalize (object);
}

static void
essaim_gazetteer_class_init (EssaimGazetteerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_gazetteer_finalize;
}

static void
essaim_gazetteer_init (EssaimGazetteer *self)
{
}

/**
 * essaim_gazetteer_new:
 * @path: `geo/communes.bin` of the shipped data
 * @error: return location for an error of `ESSAIM_REFERENCE_ERROR`
 *
 * Maps the communes; the result never changes and may be read by any thread.
 *
 * Returns: (transfer full) (nullable): the gazetteer
 */
EssaimGazetteer *
essaim_gazetteer_new (const char  *path,
                      GError     **error)
{
  g_autoptr (EssaimGazetteer) self = g_object_new (ESSAIM_TYPE_GAZETTEER, NULL);

  self->file = essaim_geo_file_new (path, "EssaimCo", error);
  if (self->file == NULL)
    return NULL;

  if (!essaim_gazetteer_load (self))
    {
      essaim_geo_file_set_damaged (self->file, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * essaim_gazetteer_get_n_communes:
 * @self: the gazetteer
 *
 * Returns: how many present communes there are; arrondissements are not among them
 */
guint
essaim_gazetteer_get_n_communes (EssaimGazetteer *self)
{
  return self->n_communes;
}

/**
 * essaim_gazetteer_get_commune:
 * @self: the gazetteer
 * @commune: the index of a commune; they are sorted by INSEE code
 *
 * Returns: (transfer none): the commune
 */
const EssaimCommune *
essaim_gazetteer_get_commune (EssaimGazetteer *self,
                              guint            commune)
{
  g_return_val_if_fail (commune < self->n_communes, NULL);

  return &self->communes[commune];
}

/**
 * essaim_gazetteer_get_n_departments:
 * @self: the gazetteer
 *
 * Returns: how many departments there are, overseas collectivities among them
 */
guint
essaim_gazetteer_get_n_departments (EssaimGazetteer *self)
{
  return self->n_departments;
}

/**
 * essaim_gazetteer_get_department:
 * @self: the gazetteer
 * @department: the index of a department
 *
 * Returns: (transfer none): the department
 */
const EssaimDepartment *
essaim_gazetteer_get_department (EssaimGazetteer *self,
                                 guint            department)
{
  g_return_val_if_fail (department < self->n_departments, NULL);

  return &self->departments[department];
}

/**
 * essaim_gazetteer_get_regions:
 * @self: the gazetteer
 * @n_regions: (out): their number
 *
 * Returns: (transfer none) (array length=n_regions): the regions, sorted by code
 */
const EssaimUnit *
essaim_gazetteer_get_regions (EssaimGazetteer *self,
                              guint           *n_regions)
{
  *n_regions = self->n_regions;

  return self->regions;
}

/**
 * essaim_gazetteer_get_epcis:
 * @self: the gazetteer
 * @n_epcis: (out): their number
 *
 * Returns: (transfer none) (array length=n_epcis): the intercommunalities with taxes of their own, sorted by SIREN
 */
const EssaimUnit *
essaim_gazetteer_get_epcis (EssaimGazetteer *self,
                            guint           *n_epcis)
{
  *n_epcis = self->n_epcis;

  return self->epcis;
}

/**
 * essaim_gazetteer_get_epts:
 * @self: the gazetteer
 * @n_epts: (out): their number
 *
 * Returns: (transfer none) (array length=n_epts): the territories of the Grand Paris, sorted by SIREN
 */
const EssaimUnit *
essaim_gazetteer_get_epts (EssaimGazetteer *self,
                           guint           *n_epts)
{
  *n_epts = self->n_epts;

  return self->epts;
}

/**
 * essaim_gazetteer_resolve_code:
 * @self: the gazetteer
 * @code: (nullable): an INSEE code as data has it: blanks, small letters, a lost zero in front are borne
 * @kind: (out) (optional): what the code was, set where a commune is found
 * @finer_code: (out) (optional) (transfer none): the code of the arrondissement or former commune, %NULL for a present one
 *
 * Brings a code to its present commune: an arrondissement to its city, a delegated commune to the one it belongs to.
 *
 * Returns: the index of the commune, or %ESSAIM_NO_COMMUNE
 */
guint
essaim_gazetteer_resolve_code (EssaimGazetteer  *self,
                               const char       *code,
                               EssaimCodeKind   *kind,
                               const char      **finer_code)
{
  const EssaimCodeRow *row = find_code (self, code);

  if (finer_code != NULL)
    *finer_code = NULL;
  if (row == NULL)
    return ESSAIM_NO_COMMUNE;

  if (kind != NULL)
    *kind = row->kind;
  if (finer_code != NULL && row->kind != ESSAIM_CODE_PRESENT)
    *finer_code = essaim_geo_file_get_text (self->file, row->code);

  return row->commune;
}

/**
 * essaim_gazetteer_find_nearest:
 * @self: the gazetteer
 * @lat: latitude in degrees
 * @lon: longitude in degrees
 * @km: (out) (optional): how far its point is; set where a commune is found
 *
 * Finds the commune whose point is nearest on the sphere, about a microsecond's work.
 *
 * Returns: the index of the commune, or %ESSAIM_NO_COMMUNE where the place is not a finite one on Earth
 */
guint
essaim_gazetteer_find_nearest (EssaimGazetteer *self,
                               double           lat,
                               double           lon,
                               double          *km)
{
  double phi = lat * G_PI / 180.0, lambda = lon * G_PI / 180.0;
  Nearest nearest = {
    .places = self->places,
    .at = { cos (phi) * cos (lambda), cos (phi) * sin (lambda), sin (phi) },
    .best = G_MAXDOUBLE,
    .commune = ESSAIM_NO_COMMUNE,
  };

  if (!isfinite (lat) || !isfinite (lon) || fabs (lat) > 90.0)
    return ESSAIM_NO_COMMUNE;

  find_nearest_in (&nearest, 0, self->n_places, 0);
  if (km != NULL && nearest.commune != ESSAIM_NO_COMMUNE)
    *km = essaim_distance_km (lat, lon, self->communes[nearest.commune].lat, self->communes[nearest.commune].lon);

  return nearest.commune;
}
