/* essaim-json-reader.c: a JSON document to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-json-join.h"
#include "essaim-json-locator.h"
#include "essaim-json-path.h"
#include "essaim-json-record.h"
#include "essaim-projection.h"

typedef struct
{
  /* Borrowed */
  const EssaimReading   *reading;
  EssaimJsonPlace       *place;

  /* Owned */
  EssaimJsonContext     *context;
  EssaimJsonRecord      *record;
  GString               *path;            /* of the value that comes next, outside of records */
  char                  *member;          /* (nullable): name of the record that comes next, where records have names */

  gsize                  path_lengths[ESSAIM_JSON_MAX_DEPTH + 1];
  gboolean               are_arrays[ESSAIM_JSON_MAX_DEPTH + 1];
  guint                  depth;
  guint                  list_depth;      /* where the records are open; 0 outside */
  guint                  skipped_depth;   /* where something that is no record is open; 0 outside */
  guint                  number;
  guint                  n_good;
  guint                  total;           /* of the records that the server has, as it says; 0 where it does not */
  guint                  n_layers;        /* of a uMap: so far */
  guint                  column;          /* of a record that is a list: of the value that comes next … */
  guint                  inner_column;    /* … and in a list within it, whose values have names of their own */
  gboolean               is_in_record;
  gboolean               is_in_columns;   /* such a list within it is open */
  gboolean               is_found;
} Document;

static void
document_clear (Document *self)
{
  g_clear_pointer (&self->record, essaim_json_record_free);
  g_clear_pointer (&self->context, essaim_json_context_free);
  g_string_free (self->path, TRUE);
  g_free (self->member);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

static void
refuse_value (Document   *self,
              const char *reason)
{
  self->reading->report->read++;
  essaim_report_refuse (self->reading->report, ++self->number, "%s", reason);
}

/* The coordinates of old GeoJSON files may be of another system than that of GPS; its name says so
 * (`urn:ogc:def:crs:EPSG::2154`, `EPSG:2154`). */
static void
check_crs (Document   *self,
           const char *name,
           gsize       length)
{
  g_autofree char *copy = g_strndup (name, length);
  const char *digits = copy + length;
  guint known;

  if (strstr (copy, "CRS84") != NULL)
    return;

  while (digits > copy && g_ascii_isdigit (digits[-1]))
    digits--;
  if (strstr (copy, "EPSG") != NULL && strlen (digits) <= 6)
    self->reading->report->epsg = g_ascii_strtoull (digits, NULL, 10);
  known = essaim_projection_resolve (self->reading->report->epsg);
  if (known == ESSAIM_EPSG_DEGREES)
    self->reading->report->epsg = 0;
  else if (known == ESSAIM_EPSG_UNKNOWN)
    essaim_report_warn (self->reading->report, "crs", 0,
                        _("The positions may not be degrees of latitude and longitude: the file names another "
                          "system."));
}

/* What the document says of all its records, before them. */
static void
take_envelope (Document   *self,
               const char *text,
               gsize       length)
{
  const char *path = self->path->str;

  if (g_str_equal (path, "crs.properties.name"))
    check_crs (self, text, length);
  else if (self->depth == 1 && (g_str_equal (path, "licence") || g_str_equal (path, "license")))
    essaim_json_context_set_licence (self->context, text, length);
}

/* Servers give so many records at a time, and say how many they have. */
static void
take_total (Document               *self,
            const EssaimJsonScalar *scalar)
{
  static const struct { const char *list, *total; } totals[] = {
    { "results", "total_count" }, { "results", "total_results" }, { "results", "count" }, { "records", "nhits" },
    { "result.records", "result.total" }, { "data", "meta.total" }, { "items", "total" },
    { "query_results", "query_log.count_results_tot" },
  };

  g_autofree char *number = g_strndup (scalar->text, scalar->length);
  guint64 total;

  /* A server that has not counted says -1. */
  if (!g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT, &total, NULL))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    if (g_str_equal (self->place->path, totals[i].list) && g_str_equal (self->path->str, totals[i].total))
      self->total = (guint) total;
}

/* Whoever saved one page has one page; from an address, all are read. */
static void
warn_of_one_page (Document *self)
{
  EssaimReport *report = self->reading->report;
  g_autofree char *server = essaim_json_envelope_find_base (self->reading->address);
  g_autofree char *text = NULL;

  if (server != NULL || self->total <= self->number)
    return;

  text = g_strdup_printf (_("This file holds %'u of the %'u records that its source has. Import the address of the "
                            "source instead of the file to have them all."), self->number, self->total);
  essaim_report_warn_with (report, "one-page", 1, 0, NULL, text);
}

/* Names the value that comes next in a record that is a list. Returns whether it has a name. */
static gboolean
name_column (Document *self)
{
  EssaimJsonEnvelope *envelope = &self->place->envelope;
  const char *name = self->is_in_columns
                       ? essaim_json_envelope_get_column (envelope, self->column - 1, self->inner_column++)
                       : essaim_json_envelope_get_column (envelope, -1, self->column++);

  if (name != NULL)
    essaim_json_record_add_key (self->record, name, strlen (name));

  return name != NULL;
}

/* Whether what comes next is one of the values of a record that is a list. */
static gboolean
is_at_column (Document *self)
{
  return self->place->are_rows && self->depth == self->list_depth + 1 + self->is_in_columns;
}

static void
add_scalar (Document               *self,
            const EssaimJsonScalar *scalar)
{
  if (!is_at_column (self) || name_column (self))
    essaim_json_record_add_scalar (self->record, scalar);
}

static gboolean
scalar_cb (gpointer                 data,
           const EssaimJsonScalar  *scalar,
           GError                 **error)
{
  Document *self = data;

  if (self->is_in_record)
    add_scalar (self, scalar);
  else if (self->list_depth > 0 && self->depth == self->list_depth && self->are_arrays[self->depth])
    refuse_value (self, _("This is a single value, not a record."));
  else if (scalar->kind == ESSAIM_JSON_STRING)
    take_envelope (self, scalar->text, scalar->length);
  else if (scalar->kind == ESSAIM_JSON_NUMBER)
    take_total (self, scalar);

  return TRUE;
}

static gboolean
key_cb (gpointer     data,
        const char  *text,
        gsize        length,
        GError     **error)
{
  Document *self = data;

  if (self->is_in_record)
    {
      essaim_json_record_add_key (self->record, text, length);
      return TRUE;
    }

  if (self->list_depth == self->depth)
    {
      g_free (self->member);
      self->member = g_strndup (text, length);
    }
  essaim_json_path_enter (self->path, self->path_lengths[self->depth], text, length);

  return TRUE;
}

static void
begin_record (Document *self)
{
  self->is_in_record = TRUE;
  self->is_found = TRUE;
  self->column = 0;
  self->number++;
  essaim_json_record_begin (self->record, self->member);
  g_clear_pointer (&self->member, g_free);
}

/* An object or list opens in a record. */
static void
add_start (Document *self,
           gboolean  is_array)
{
  gboolean is_column = is_at_column (self);

  self->depth++;
  self->are_arrays[self->depth] = is_array;
  if (is_column && !self->is_in_columns && is_array
      && essaim_json_envelope_is_nested (&self->place->envelope, self->column))
    {
      self->column++;
      self->inner_column = 0;
      self->is_in_columns = TRUE;
      return;
    }

  if (is_column && !name_column (self))
    essaim_json_record_add_key (self->record, "", 0);
  essaim_json_record_add_start (self->record, is_array);
}

/* Whether the record ended with it. */
static gboolean
add_end (Document *self,
         gboolean  is_array)
{
  gboolean is_row = self->place->are_rows && self->depth == self->list_depth + 1;
  gboolean is_columns = self->is_in_columns && self->depth == self->list_depth + 2;

  self->depth--;
  if (is_columns)
    self->is_in_columns = FALSE;

  return !is_columns && essaim_json_record_add_end (self->record, is_array && !is_row);
}

/* The next layer of a uMap opens: its name was found before. */
static void
enter_layer (Document *self)
{
  GHashTable *layers = self->place->envelope.layers;
  gpointer number = GUINT_TO_POINTER (++self->n_layers);

  essaim_json_context_set_layer (self->context, layers != NULL ? g_hash_table_lookup (layers, number) : NULL);
}

/* Whether what has just opened holds the records. */
static gboolean
is_list (Document *self)
{
  gboolean is_array = self->are_arrays[self->depth];

  if (self->place->is_root)
    return self->depth == 1 && is_array;

  return essaim_json_path_is_whole (self->path) && g_str_equal (self->path->str, self->place->path)
         && (is_array || !self->place->is_geojson);
}

static gboolean
start_cb (gpointer   data,
          gboolean   is_array,
          GError   **error)
{
  Document *self = data;

  if (self->is_in_record)
    {
      add_start (self, is_array);
      return TRUE;
    }

  if (self->are_arrays[self->depth])
    g_string_truncate (self->path, self->path_lengths[self->depth]);
  self->depth++;
  if (self->depth == 3 && !is_array && g_str_equal (self->path->str, "layers"))
    enter_layer (self);
  self->are_arrays[self->depth] = is_array;
  self->path_lengths[self->depth] = self->path->len;

  if (self->list_depth == 0 && is_list (self))
    {
      self->list_depth = self->depth;
      self->is_found = TRUE;
    }
  else if (!is_array && (self->place->is_root ? self->depth == 1 + (self->list_depth > 0)
                                               : self->list_depth > 0 && self->depth == self->list_depth + 1))
    {
      begin_record (self);
    }
  else if (self->list_depth > 0 && self->depth == self->list_depth + 1)
    {
      if (self->place->are_rows)
        begin_record (self);
      else
        refuse_value (self, _("This is a list, not a record."));
    }

  return TRUE;
}

static gboolean
end_record (Document  *self,
            GError   **error)
{
  const char *failure = essaim_json_record_get_error (self->record);
  guint n_sites;

  self->is_in_record = FALSE;
  self->reading->report->read++;
  if (failure != NULL)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("The server stopped in the middle of the data with an error: “%s”. Try again later."), failure);
      return FALSE;
    }
  if (essaim_json_record_is_too_large (self->record))
    {
      essaim_report_refuse (self->reading->report, self->number, _("The record is larger than 10 MB."));
      return TRUE;
    }

  self->n_good++;
  n_sites = essaim_json_record_get_n_sites (self->record);
  self->reading->report->read += n_sites - 1;
  for (guint i = 0; i < n_sites; i++)
    if (!self->reading->func (essaim_json_record_finish (self->record, self->number, i), self->reading->user_data,
                              error))
      return FALSE;

  return TRUE;
}

static gboolean
end_cb (gpointer   data,
        gboolean   is_array,
        GError   **error)
{
  Document *self = data;

  if (self->is_in_record)
    {
      return !add_end (self, is_array) || end_record (self, error);
    }

  g_string_truncate (self->path, self->path_lengths[self->depth]);
  if (self->list_depth == self->depth)
    self->list_depth = 0;
  self->depth--;

  return TRUE;
}

/* Tells what no record has, though the document does. */
static void
warn_of_losses (Document *self)
{
  if (essaim_json_record_lost_fields (self->record))
    essaim_report_warn (self->reading->report, "too-many-fields", 0,
                        _("There are more than 2,000 fields; the others were left out."));
  if (essaim_json_record_lost_depths (self->record))
    essaim_report_warn (self->reading->report, "nested-too-deep", 0,
                        _("What is nested more than 64 deep in a record was left out."));
}

static gboolean
read_records (Document  *self,
              GError   **error)
{
  static const EssaimJsonHandler handler = { scalar_cb, key_cb, start_cb, end_cb };

  if (!essaim_json_stream_read (self->reading->decoder, &handler, self, self->reading->cancellable, error))
    return FALSE;

  if (!self->is_found && *self->place->path != '\0')
    g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                 _("There is no list of records at “%s” in this JSON document."), self->place->path);
  else if (!self->is_found || (self->number > 0 && self->n_good == 0))
    g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                         _("This JSON document holds a list, but of no records."));
  else
    warn_of_losses (self);

  return self->is_found && (self->number == 0 || self->n_good > 0);
}

static gboolean
find_place (const EssaimReading  *reading,
            const char           *wanted_path,
            EssaimJsonPlace      *place,
            GError              **error)
{
  if (wanted_path == NULL || *wanted_path == '\0')
    return essaim_json_locate (reading->decoder, place, reading->cancellable, error)
           && essaim_decoder_rewind (reading->decoder, error);

  place->path = g_strdup (wanted_path);
  place->is_geojson = g_str_equal (essaim_json_path_get_last (wanted_path), "features");

  return TRUE;
}

static EssaimJsonFlavour
find_flavour (const EssaimJsonPlace *place)
{
  if (place->is_geojson)
    return ESSAIM_JSON_FEATURES;

  return g_str_equal (essaim_json_path_get_last (place->path), "records") ? ESSAIM_JSON_ENVELOPES : ESSAIM_JSON_PLAIN;
}

/* What is said beside the records is part of them. */
static gboolean
prepare (Document  *self,
         GError   **error)
{
  const EssaimReading *reading = self->reading;
  const char *licence = self->place->envelope.licence;
  g_autofree char *base = essaim_json_envelope_find_base (reading->address);
  g_autoptr (GHashTable) services = NULL;

  self->context = essaim_json_context_new ();
  self->record = essaim_json_record_new (find_flavour (self->place), self->context);
  if (licence != NULL)
    essaim_json_context_set_licence (self->context, licence, strlen (licence));
  essaim_json_context_set_base (self->context, base != NULL ? base : self->place->envelope.base);
  if (self->place->is_geojson)
    {
      g_free (reading->report->format);
      reading->report->format = g_strdup ("geojson");
    }
  if (self->place->envelope.remote != NULL)
    essaim_report_warn_with (reading->report, "remote-layer", 1, 0, self->place->envelope.remote,
                             _("A layer of this map is at another address, and was not read."));
  if (self->place->services_path == NULL)
    return TRUE;

  services = essaim_json_join_read (reading, self->place->services_path, error);
  if (services == NULL || !essaim_decoder_rewind (reading->decoder, error))
    return FALSE;
  essaim_json_context_set_services (self->context, services);

  return TRUE;
}

/**
 * essaim_json_reader_read:
 * @reading: the file, and where its records go
 * @wanted_path: (nullable): where the records are; found when %NULL or empty
 * @array_path: (out) (optional): where they are; empty for the root
 * @error: #ESSAIM_FEED_ERROR_REFUSED when it is not well-formed JSON or holds no records
 *
 * Reads a JSON document, GeoJSON or one JSON object to a line to its end.
 *
 * Returns: whether the document was read; else what came out of it so far must be dropped
 */
gboolean
essaim_json_reader_read (const EssaimReading  *reading,
                         const char           *wanted_path,
                         char                **array_path,
                         GError              **error)
{
  g_auto (EssaimJsonPlace) place = { 0 };
  g_auto (Document) self = { .reading = reading, .place = &place };

  self.path = g_string_new (NULL);
  if (!find_place (reading, wanted_path, &place, error))
    return FALSE;
  if (array_path != NULL)
    *array_path = g_strdup (place.path);

  if (!prepare (&self, error) || !read_records (&self, error))
    return FALSE;

  warn_of_one_page (&self);
  return TRUE;
}
