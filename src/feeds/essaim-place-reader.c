/* essaim-place-reader.c: what a record says of its place, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-place-reader.h"

#include <math.h>
#include <string.h>

#include "essaim-cell-geometry.h"
#include "essaim-coordinates.h"
#include "essaim-member-values.h"

/* What the geocoder of the Base adresse nationale adds to the columns of a table (adresse.data.gouv.fr, “Géocoder un
 * fichier”). */
typedef enum
{
  GEOCODED_TYPE,
  GEOCODED_SCORE,
  GEOCODED_CITYCODE,
} GeocodedField;
#define N_GEOCODED_FIELDS 3

static const char * const geocoded_names[N_GEOCODED_FIELDS] = { "result_type", "result_score", "result_citycode" };

/* The longest number of a house, in bytes: `12 quater`. */
#define START_MAX 9

struct _EssaimPlaceReader
{
  /* Owned */
  GString            *address;

  /* Borrowed */
  EssaimMapped       *mapped;
  const EssaimFields *looked_up;                      /* where the geocoder's fields were looked up … */

  guint               n_fields;                       /* … and how many fields there were then */
  guint               geocoded[N_GEOCODED_FIELDS];    /* numbers of fields */
  gboolean            is_geocoded;
  gboolean            point_is_lon_first;
  EssaimSystem        systems[ESSAIM_N_POSITION_SOURCES];
};

/**
 * essaim_place_reader_new:
 * @mapping: which field is what
 * @mapped: (transfer none): the same with its names looked up; outlives the reader
 *
 * Returns: (transfer full): a reader of places; its systems are degrees
 */
EssaimPlaceReader *
essaim_place_reader_new (EssaimMapping *mapping,
                         EssaimMapped  *mapped)
{
  EssaimPlaceReader *reader = g_new0 (EssaimPlaceReader, 1);
  const char * const *point = essaim_mapping_get_fields (mapping, ESSAIM_TARGET_POINT);

  reader->address = g_string_new (NULL);
  reader->mapped = mapped;
  /* GeoJSON's member has the longitude first; everyone else's lists do not. */
  reader->point_is_lon_first = point != NULL && g_str_has_suffix (point[0], "coordinates");
  for (guint i = 0; i < ESSAIM_N_POSITION_SOURCES; i++)
    reader->systems[i] = ESSAIM_SYSTEM_AS_NAMED;

  return reader;
}

/**
 * essaim_place_reader_free:
 * @reader: (transfer full): a reader of places
 */
void
essaim_place_reader_free (EssaimPlaceReader *reader)
{
  g_string_free (reader->address, TRUE);
  g_free (reader);
}

/**
 * essaim_place_reader_set_system:
 * @reader: a reader of places
 * @from: where positions are found
 * @system: what their two numbers are
 *
 * Tells what was decided for the whole feed.
 */
void
essaim_place_reader_set_system (EssaimPlaceReader  *reader,
                                EssaimPositionFrom  from,
                                EssaimSystem        system)
{
  reader->systems[from] = system;
}

/* `12`, `rue`, `3 bis`: what a street's name goes on from. */
static gboolean
is_start (const char *piece)
{
  const char *blank = strchr (piece, ' ');

  return blank == NULL || (g_ascii_isdigit (*piece) && strlen (piece) <= START_MAX && strchr (blank + 1, ' ') == NULL);
}

/* `2 B, rue Armand Quenard` would read oddly: a number or a single word joins what follows with a blank, other pieces
 * with a comma. */
static const char *
join_address (EssaimPlaceReader  *reader,
              const EssaimRecord *record)
{
  GString *address = reader->address;
  const char *separator = "";

  g_string_truncate (address, 0);
  for (guint i = 0; i < essaim_mapped_get_n (reader->mapped, ESSAIM_TARGET_ADDRESS); i++)
    {
      const char *value = essaim_mapped_get_nth (reader->mapped, record, ESSAIM_TARGET_ADDRESS, i);
      g_autofree char *piece = value != NULL ? essaim_member_first (value) : NULL;

      if (piece == NULL || g_str_equal (piece, "0") || strstr (address->str, piece) != NULL)
        continue;
      g_string_append (address, separator);
      g_string_append (address, piece);
      separator = is_start (piece) ? " " : ", ";
    }

  return address->len > 0 ? address->str : essaim_mapped_get_constant (reader->mapped, ESSAIM_TARGET_ADDRESS);
}

/* Of several pairs of columns the first with two numbers counts: a geocoder's stand behind empty ones of the source.
 * Returns whether any column says something; @pair is the number of the pair. */
static gboolean
read_columns (EssaimPlaceReader  *reader,
              const EssaimRecord *record,
              EssaimPlace        *place,
              guint              *pair)
{
  guint n_lat = essaim_mapped_get_n (reader->mapped, ESSAIM_TARGET_LAT);
  guint n_lon = essaim_mapped_get_n (reader->mapped, ESSAIM_TARGET_LON);
  gboolean says_something = FALSE;

  for (*pair = 0; *pair < MAX (n_lat, n_lon); (*pair)++)
    {
      const char *lat = essaim_mapped_get_nth (reader->mapped, record, ESSAIM_TARGET_LAT, *pair);
      const char *lon = essaim_mapped_get_nth (reader->mapped, record, ESSAIM_TARGET_LON, *pair);

      says_something |= lat != NULL || lon != NULL;
      if (essaim_coordinate_parse (lat, &place->lat) && essaim_coordinate_parse (lon, &place->lon))
        return TRUE;
    }

  place->lat = place->lon = NAN;

  return says_something;
}

static gboolean
read_cell (EssaimPlaceReader  *reader,
           const EssaimRecord *record,
           EssaimPlace        *place)
{
  const char *text = NULL;

  for (guint i = 0; i < essaim_mapped_get_n (reader->mapped, ESSAIM_TARGET_POINT); i++)
    {
      text = essaim_mapped_get_nth (reader->mapped, record, ESSAIM_TARGET_POINT, i);
      if (text != NULL && essaim_coordinates_parse_pair (text, &place->lat, &place->lon))
        {
          if (reader->point_is_lon_first && i == 0 && g_ascii_isdigit (text[strspn (text, " -[(")]))
            {
              double lat = place->lon;

              place->lon = place->lat;
              place->lat = lat;
            }
          return TRUE;
        }
    }

  place->lat = place->lon = NAN;

  return text != NULL;
}

static void
look_up_geocoded (EssaimPlaceReader  *reader,
                  const EssaimFields *fields)
{
  if (reader->looked_up == fields && reader->n_fields == essaim_fields_get_n (fields))
    return;

  reader->looked_up = fields;
  reader->n_fields = essaim_fields_get_n (fields);
  reader->is_geocoded = TRUE;
  for (guint i = 0; i < N_GEOCODED_FIELDS; i++)
    reader->is_geocoded &= essaim_fields_lookup (fields, geocoded_names[i], &reader->geocoded[i]);
}

/* The geocoder's columns come last: numbers in others are the source's own. */
static void
read_geocoded (EssaimPlaceReader  *reader,
               const EssaimRecord *record,
               guint               pair,
               EssaimPlace        *place)
{
  const char *type;

  look_up_geocoded (reader, record->fields);
  if (!reader->is_geocoded || pair + 1 < essaim_mapped_get_n (reader->mapped, ESSAIM_TARGET_LAT))
    return;

  type = essaim_record_get (record, reader->geocoded[GEOCODED_TYPE]);
  if (type == NULL || *type == '\0')
    return;

  place->geocoded_type = type;
  place->geocoded_score = essaim_record_get (record, reader->geocoded[GEOCODED_SCORE]);
  place->geocoded_insee = essaim_record_get (record, reader->geocoded[GEOCODED_CITYCODE]);
}

static EssaimPositionFrom
read_position (EssaimPlaceReader  *reader,
               const EssaimRecord *record,
               EssaimPlace        *place)
{
  guint pair;

  place->lat = record->lat;
  place->lon = record->lon;
  if (!isnan (place->lat) || !isnan (place->lon))
    return ESSAIM_POSITION_GEOMETRY;

  if (read_columns (reader, record, place, &pair))
    {
      read_geocoded (reader, record, pair, place);
      return ESSAIM_POSITION_COLUMNS;
    }

  return read_cell (reader, record, place) ? ESSAIM_POSITION_CELL : ESSAIM_POSITION_NOWHERE;
}

/**
 * essaim_place_reader_read:
 * @reader: a reader of places
 * @record: a record, in whose fields the mapping was looked up
 * @place: (out): what it says; texts are valid until the record or the reader goes on
 *
 * The geometry of a GeoJSON feature comes first, then two columns, then one column for both.
 *
 * Returns: where something is said of a position
 */
EssaimPositionFrom
essaim_place_reader_read (EssaimPlaceReader  *reader,
                          const EssaimRecord *record,
                          EssaimPlace        *place)
{
  EssaimMapped *mapped = reader->mapped;
  EssaimPositionFrom from;

  *place = (EssaimPlace) {
    .insee = essaim_mapped_get (mapped, record, ESSAIM_TARGET_INSEE),
    .postcode = essaim_mapped_get (mapped, record, ESSAIM_TARGET_POSTCODE),
    .commune = essaim_mapped_get (mapped, record, ESSAIM_TARGET_COMMUNE),
    .department = essaim_mapped_get (mapped, record, ESSAIM_TARGET_DEPARTMENT),
    .department_name = essaim_mapped_get_nth (mapped, record, ESSAIM_TARGET_DEPARTMENT, 1),
    .address = join_address (reader, record),
    .line = record->line,
  };
  from = read_position (reader, record, place);
  place->has_coordinates = from != ESSAIM_POSITION_NOWHERE;
  place->system = place->has_coordinates ? reader->systems[from] : ESSAIM_SYSTEM_AS_NAMED;

  return from;
}

/**
 * essaim_place_reader_read_srid:
 * @reader: a reader of places
 * @record: a record, in whose fields the mapping was looked up
 *
 * Returns: the number of the system that the cell of both coordinates names; 0 without
 */
guint
essaim_place_reader_read_srid (EssaimPlaceReader  *reader,
                               const EssaimRecord *record)
{
  const char *text = essaim_mapped_get_nth (reader->mapped, record, ESSAIM_TARGET_POINT, 0);

  return text != NULL ? essaim_cell_geometry_srid (text) : 0;
}
