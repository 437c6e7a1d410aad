/* essaim-gazetteer-load.c: communes.bin read and checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-gazetteer-private.h"

#include <math.h>

/* The tables of build-aux/compilegeo/communes.py. */
enum
{
  TABLE_REGIONS = 1,
  TABLE_EPCIS,
  TABLE_EPTS,
  TABLE_DEPARTMENTS,
  TABLE_COMMUNES,
  TABLE_CODES,
  TABLE_NAMES,
  TABLE_POSTCODES,
  TABLE_PLACES,
};

#define NONE       G_MAXUINT32
#define NO_DEGREES G_MININT32

typedef struct
{
  guint32 code;
  guint32 name;
  guint32 key;
} UnitRow;

typedef struct
{
  UnitRow unit;
  guint32 region;
} DepartmentRow;

typedef struct
{
  UnitRow unit;
  guint32 postcodes;
  guint32 epci;
  guint32 ept;
  guint32 department;
  guint32 population;
  gint32  lat;              /* ten-thousandths of a degree */
  gint32  lon;
} CommuneRow;

static gboolean
read_unit (EssaimGazetteer *self,
           const UnitRow   *row,
           EssaimUnit      *unit)
{
  unit->code = essaim_geo_file_get_text (self->file, row->code);
  unit->name = essaim_geo_file_get_text (self->file, row->name);
  unit->key = essaim_geo_file_get_text (self->file, row->key);

  return unit->code != NULL && unit->name != NULL && unit->key != NULL;
}

static gboolean
read_units (EssaimGazetteer  *self,
            guint             table,
            EssaimUnit      **units,
            guint            *n_units)
{
  const UnitRow *rows = essaim_geo_file_get_table (self->file, table, sizeof (UnitRow), n_units);

  if (rows == NULL || *n_units >= ESSAIM_NO_UNIT)
    return FALSE;

  *units = g_new0 (EssaimUnit, *n_units);
  for (guint i = 0; i < *n_units; i++)
    if (!read_unit (self, &rows[i], &(*units)[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_departments (EssaimGazetteer *self)
{
  const DepartmentRow *rows = essaim_geo_file_get_table (self->file, TABLE_DEPARTMENTS, sizeof (DepartmentRow),
                                                         &self->n_departments);

  if (rows == NULL || self->n_departments >= ESSAIM_NO_DEPARTMENT)
    return FALSE;

  self->departments = g_new0 (EssaimDepartment, self->n_departments);
  for (guint i = 0; i < self->n_departments; i++)
    {
      EssaimDepartment *department = &self->departments[i];
      const EssaimUnit nowhere = { "", "", "" };
      const EssaimUnit *region = &nowhere;
      EssaimUnit unit;

      if (!read_unit (self, &rows[i].unit, &unit) || (rows[i].region != NONE && rows[i].region >= self->n_regions))
        return FALSE;
      if (rows[i].region != NONE)
        region = &self->regions[rows[i].region];

      *department = (EssaimDepartment) {
        .code = unit.code, .name = unit.name, .key = unit.key, .region = region->code, .region_name = region->name,
        .region_index = rows[i].region != NONE ? rows[i].region : ESSAIM_NO_UNIT,
      };
    }

  return TRUE;
}

static double
read_degrees (gint32 value)
{
  return value != NO_DEGREES ? value / 10000.0 : NAN;
}

static gboolean
read_membership (guint32           row,
                 const EssaimUnit *units,
                 guint             n_units,
                 guint16          *index,
                 const char      **code)
{
  *index = row != NONE ? row : ESSAIM_NO_UNIT;
  *code = row < n_units ? units[row].code : "";

  return row < n_units || row == NONE;
}

static gboolean
read_commune (EssaimGazetteer  *self,
              const CommuneRow *row,
              EssaimCommune    *commune)
{
  EssaimUnit unit;

  if (!read_unit (self, &row->unit, &unit) || row->department >= self->n_departments ||
      !read_membership (row->epci, self->epcis, self->n_epcis, &commune->epci_index, &commune->epci) ||
      !read_membership (row->ept, self->epts, self->n_epts, &commune->ept_index, &commune->ept))
    return FALSE;

  commune->insee = unit.code;
  commune->name = unit.name;
  commune->key = unit.key;
  commune->postcodes = essaim_geo_file_get_text (self->file, row->postcodes);
  commune->department = row->department;
  commune->population = row->population;
  commune->lat = read_degrees (row->lat);
  commune->lon = read_degrees (row->lon);

  return commune->postcodes != NULL;
}

static gboolean
read_communes (EssaimGazetteer *self)
{
  const CommuneRow *rows = essaim_geo_file_get_table (self->file, TABLE_COMMUNES, sizeof (CommuneRow),
                                                      &self->n_communes);

  if (rows == NULL || self->n_communes >= ESSAIM_NO_COMMUNE)
    return FALSE;

  self->communes = g_new0 (EssaimCommune, self->n_communes);
  for (guint i = 0; i < self->n_communes; i++)
    if (!read_commune (self, &rows[i], &self->communes[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_codes (EssaimGazetteer *self)
{
  self->codes = essaim_geo_file_get_table (self->file, TABLE_CODES, sizeof (EssaimCodeRow), &self->n_codes);
  if (self->codes == NULL || self->n_codes >= G_MAXUINT16)
    return FALSE;

  self->rows_of_codes = g_new (guint16, ESSAIM_N_CODE_NUMBERS);
  for (guint i = 0; i < ESSAIM_N_CODE_NUMBERS; i++)
    self->rows_of_codes[i] = G_MAXUINT16;

  for (guint i = 0; i < self->n_codes; i++)
    {
      const char *code = essaim_geo_file_get_text (self->file, self->codes[i].code);
      int number = code != NULL ? essaim_gazetteer_parse_code (code) : -1;

      if (number < 0 || self->codes[i].commune >= self->n_communes || self->codes[i].kind > ESSAIM_CODE_ARRONDISSEMENT)
        return FALSE;
      self->rows_of_codes[number] = i;
    }

  return TRUE;
}

static gboolean
read_names (EssaimGazetteer *self)
{
  self->names = essaim_geo_file_get_table (self->file, TABLE_NAMES, sizeof (EssaimNameRow), &self->n_names);
  if (self->names == NULL)
    return FALSE;

  for (guint i = 0; i < self->n_names; i++)
    if (self->names[i].commune >= self->n_communes || essaim_geo_file_get_text (self->file, self->names[i].key) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
read_postcodes (EssaimGazetteer *self)
{
  self->postcodes = essaim_geo_file_get_table (self->file, TABLE_POSTCODES, sizeof (EssaimPostcodeRow),
                                               &self->n_postcodes);
  if (self->postcodes == NULL)
    return FALSE;

  for (guint i = 0; i < self->n_postcodes; i++)
    if (self->postcodes[i].commune >= self->n_communes)
      return FALSE;

  return TRUE;
}

static gboolean
read_places (EssaimGazetteer *self)
{
  self->places = essaim_geo_file_get_table (self->file, TABLE_PLACES, sizeof (EssaimPlaceRow), &self->n_places);
  if (self->places == NULL)
    return FALSE;

  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].commune >= self->n_communes)
      return FALSE;

  return TRUE;
}

/* Departments are asked for by code and by name; `01` is kept as `1`, since data often lost the zero. */
static void
index_departments (EssaimGazetteer *self)
{
  self->departments_by_text = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n_departments; i++)
    {
      const EssaimDepartment *department = &self->departments[i];
      const char *code = department->code + (*department->code == '0');
      guint article;
      /* `Réunion` for La Réunion */
      const char *bare = essaim_gazetteer_split_article (department->key, &article);

      g_hash_table_insert (self->departments_by_text, (gpointer) code, GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (self->departments_by_text, (gpointer) department->key, GUINT_TO_POINTER (i + 1));
      g_hash_table_insert (self->departments_by_text, (gpointer) bare, GUINT_TO_POINTER (i + 1));
    }
}

/**
 * essaim_gazetteer_load:
 * @self: a gazetteer with its file open
 *
 * Reads the tables and checks every number in them that leads somewhere.
 *
 * Returns: %FALSE if the file is damaged
 */
gboolean
essaim_gazetteer_load (EssaimGazetteer *self)
{
  if (!read_units (self, TABLE_REGIONS, &self->regions, &self->n_regions) ||
      !read_units (self, TABLE_EPCIS, &self->epcis, &self->n_epcis) ||
      !read_units (self, TABLE_EPTS, &self->epts, &self->n_epts) ||
      !read_departments (self) || !read_communes (self) || !read_codes (self) || !read_names (self) ||
      !read_postcodes (self) || !read_places (self))
    return FALSE;

  index_departments (self);

  return TRUE;
}
