/* essaim-json-reader.c: a JSON document to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-json-locator.h"
#include "essaim-json-path.h"
#include "essaim-json-record.h"

typedef struct
{
  /* Borrowed */
  const EssaimReading   *reading;
  const EssaimJsonPlace *place;

  /* Owned */
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
  gboolean               is_in_record;
  gboolean               is_found;
} Document;

static void
document_clear (Document *self)
{
  g_clear_pointer (&self->record, essaim_json_record_free);
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

/* The coordinates of old GeoJSON files may be of another system than that of GPS; its name says so. */
static void
check_crs (Document   *self,
           const char *name,
           gsize       length)
{
  if (memmem (name, length, "CRS84", 5) == NULL && memmem (name, length, "4326", 4) == NULL)
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
    essaim_json_record_set_licence (self->record, text, length);
}

static gboolean
scalar_cb (gpointer                 data,
           const EssaimJsonScalar  *scalar,
           GError                 **error)
{
  Document *self = data;

  if (self->is_in_record)
    essaim_json_record_add_scalar (self->record, scalar);
  else if (self->list_depth > 0 && self->depth == self->list_depth && self->are_arrays[self->depth])
    refuse_value (self, _("This is a single value, not a record."));
  else if (scalar->kind == ESSAIM_JSON_STRING)
    take_envelope (self, scalar->text, scalar->length);

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
  self->number++;
  essaim_json_record_begin (self->record, self->member);
  g_clear_pointer (&self->member, g_free);
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
      essaim_json_record_add_start (self->record, is_array);
      return TRUE;
    }

  if (self->are_arrays[self->depth])
    g_string_truncate (self->path, self->path_lengths[self->depth]);
  self->depth++;
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
      refuse_value (self, _("This is a list, not a record."));
    }

  return TRUE;
}

static gboolean
end_record (Document  *self,
            GError   **error)
{
  self->is_in_record = FALSE;
  self->reading->report->read++;
  if (essaim_json_record_is_too_large (self->record))
    {
      essaim_report_refuse (self->reading->report, self->number, _("The record is larger than 10 MB."));
      return TRUE;
    }

  self->n_good++;

  return self->reading->func (essaim_json_record_finish (self->record, self->number), self->reading->user_data, error);
}

static gboolean
end_cb (gpointer   data,
        gboolean   is_array,
        GError   **error)
{
  Document *self = data;

  if (self->is_in_record)
    {
      if (!essaim_json_record_add_end (self->record, is_array))
        return TRUE;
      self->depth--;
      return end_record (self, error);
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

  *place = (EssaimJsonPlace) {
    .path = g_strdup (wanted_path),
    .is_geojson = g_str_equal (essaim_json_path_get_last (wanted_path), "features"),
  };

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
  EssaimJsonPlace place = { 0 };
  g_autofree char *path = NULL;
  g_auto(Document) self = { .reading = reading, .place = &place };
  EssaimJsonFlavour flavour = ESSAIM_JSON_PLAIN;

  self.path = g_string_new (NULL);
  if (!find_place (reading, wanted_path, &place, error))
    return FALSE;

  path = place.path;
  if (array_path != NULL)
    *array_path = g_strdup (path);
  if (place.is_geojson)
    {
      flavour = ESSAIM_JSON_FEATURES;
      g_free (reading->report->format);
      reading->report->format = g_strdup ("geojson");
    }
  else if (g_str_equal (essaim_json_path_get_last (path), "records"))
    {
      flavour = ESSAIM_JSON_ENVELOPES;
    }
  self.record = essaim_json_record_new (flavour);

  return read_records (&self, error);
}
