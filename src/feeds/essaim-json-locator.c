/* essaim-json-locator.c: where the records of a JSON document are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-locator.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-data-set.h"
#include "essaim-feed-error.h"
#include "essaim-json-candidates.h"
#include "essaim-json-path.h"
#include "essaim-json-stream.h"

/* An array of so many objects is what the document is about: no need to read on. */
#define PLENTY 10000

/* Objects that are records by their names only: so many, nearly all beginning with the same member. */
#define MIN_MEMBERS 3
#define MIN_ALIKE_PERCENT 80

/* An array or object that is open. */
typedef struct
{
  gboolean is_array;
  gsize    path_length;    /* of its own path */
  guint    path_hash;
  guint    n_objects;
  guint    n_others;
  guint    n_lists;        /* of these, lists */
  guint    first_key;      /* hash of the first member of its first object */
  guint    n_alike;        /* objects that begin with it */
  guint    n_keys;
  guint    n_data_sets;    /* objects that describe one */
  gboolean has_resources;  /* what a catalogue says of a data set … */
  gboolean has_publisher;  /* … and of whom it is from */
} Frame;

typedef struct
{
  /* Owned */
  GString         *path;         /* of the value that comes next */
  GArray          *candidates;   /* (element-type EssaimJsonCandidate) */

  EssaimJsonPlace *place;        /* borrowed */
  Frame            frames[ESSAIM_JSON_MAX_DEPTH + 1];   /* the root is in the first */
  guint            path_hash;
  guint            depth;
  guint            record_depth; /* of the object in an array that is open; 0 outside */
  gboolean         has_geometry; /* the root is one, by its type and by its members */
  gboolean         has_coordinates;
  gboolean         is_found;
} Locator;

static void
locator_clear (Locator *self)
{
  g_string_free (self->path, TRUE);
  g_array_unref (self->candidates);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Locator, locator_clear)

/* Settles it, which ends the reading: the return value is the handler's. */
static gboolean
settle (Locator    *self,
        const char *path,
        gboolean    is_root,
        gboolean    is_geojson)
{
  self->place->path = g_strdup (path);
  self->place->is_root = is_root;
  self->place->is_geojson = is_geojson;
  self->is_found = TRUE;

  return FALSE;
}

static gboolean
is_word (const char *text,
         gsize       length,
         const char *word)
{
  return length == strlen (word) && memcmp (text, word, length) == 0;
}

static gboolean
is_geometry_type (const char *text,
                  gsize       length)
{
  static const char * const types[] = {
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (is_word (text, length, types[i]))
      return TRUE;

  return FALSE;
}

/* The options of a uMap's layer stand in it like a record, and in them where else its features are. */
static gboolean
is_in_layer (Locator *self)
{
  return (self->depth == self->record_depth + 1 || self->depth == self->record_depth + 2)
         && g_str_has_prefix (self->path->str, "layers._");
}

/* Keeps what the document says of all its records. */
static void
add_to_envelope (Locator                *self,
                 const EssaimJsonScalar *scalar)
{
  const Frame *frame = &self->frames[self->depth];
  EssaimJsonSpot spot = { .path = self->path->str, .depth = self->depth };

  if (scalar->kind != ESSAIM_JSON_STRING || self->depth == 0 || (self->record_depth > 0 && !is_in_layer (self)))
    return;

  if (frame->is_array)
    {
      spot.index = frame->n_others + frame->n_objects - 1;
      spot.outer_index = frame[-1].n_others + frame[-1].n_objects - 1;
    }
  else if (self->depth > 2)
    {
      spot.outer_index = frame[-2].n_objects;
    }
  essaim_json_envelope_add (&self->place->envelope, &spot, scalar->text, scalar->length);
}

static gboolean
scalar_cb (gpointer                 data,
           const EssaimJsonScalar  *scalar,
           GError                 **error)
{
  Locator *self = data;
  const char *text = scalar->text;
  gsize length = scalar->length;
  Frame *frame = &self->frames[self->depth];

  frame->n_others++;
  add_to_envelope (self, scalar);
  if (self->depth != 1 || frame->is_array || scalar->kind != ESSAIM_JSON_STRING
      || !g_str_equal (self->path->str, "type"))
    return TRUE;

  if (is_word (text, length, "FeatureCollection"))
    return settle (self, "features", FALSE, TRUE);
  if (is_word (text, length, "Feature"))
    return settle (self, "", TRUE, TRUE);
  self->has_geometry |= is_geometry_type (text, length);

  return TRUE;
}

/* Counts the objects of an object that begin alike. */
static void
compare_first_key (Locator    *self,
                   const char *text,
                   gsize       length)
{
  Frame *parent = &self->frames[self->depth - 1];
  guint hash = essaim_json_path_hash (ESSAIM_JSON_PATH_NO_HASH, text, length);

  if (parent->n_alike == 0)
    parent->first_key = hash;
  parent->n_alike += hash == parent->first_key;
}

/* A data set of a catalogue has files, and somebody who publishes them: udata, CKAN. */
static void
note_data_set (Frame      *frame,
               const char *text,
               gsize       length)
{
  frame->has_resources |= is_word (text, length, "resources");
  frame->has_publisher |= is_word (text, length, "organization") || is_word (text, length, "owner_org");
}

static gboolean
key_cb (gpointer     data,
        const char  *text,
        gsize        length,
        GError     **error)
{
  Locator *self = data;
  Frame *frame = &self->frames[self->depth];

  if (self->record_depth > 0 && self->depth > self->record_depth && !is_in_layer (self))
    return TRUE;

  if (frame->n_keys++ == 0)
    compare_first_key (self, text, length);
  if (self->depth == self->record_depth)
    note_data_set (frame, text, length);
  if (self->depth == 1)
    self->has_coordinates |= is_word (text, length, "coordinates") || is_word (text, length, "geometries");

  essaim_json_path_enter (self->path, frame->path_length, text, length);
  self->path_hash = essaim_json_path_hash (frame->path_hash, self->path->str + frame->path_length,
                                           self->path->len - frame->path_length);

  return TRUE;
}

static gboolean
start_cb (gpointer   data,
          gboolean   is_array,
          GError   **error)
{
  Locator *self = data;
  Frame *parent = &self->frames[self->depth];

  parent->n_objects += !is_array;
  parent->n_others += is_array;
  parent->n_lists += is_array;
  if (self->depth == 0 && (is_array || parent->n_objects > 1))
    return settle (self, "", TRUE, FALSE);
  if (parent->is_array && self->record_depth == 0 && parent->n_objects >= PLENTY
      && essaim_json_path_is_whole (self->path))
    return settle (self, self->path->str, FALSE, FALSE);

  if (parent->is_array)
    {
      g_string_truncate (self->path, parent->path_length);
      self->path_hash = parent->path_hash;
    }
  self->depth++;
  self->frames[self->depth] = (Frame) {
    .is_array = is_array,
    .path_length = self->path->len,
    .path_hash = self->path_hash,
  };
  if (parent->is_array && !is_array && self->record_depth == 0)
    self->record_depth = self->depth;

  return TRUE;
}

/* What ends may hold the records. */
static void
add_candidate (Locator     *self,
               const Frame *frame)
{
  const EssaimJsonCandidate candidate = {
    .path = self->path->str,
    .hash = frame->path_hash,
    .n_objects = frame->n_objects,
    .n_data_sets = frame->n_data_sets,
    .is_result = frame->is_array,
    .has_rows = frame->is_array && frame->n_lists > 0 && frame->n_lists == frame->n_others,
  };

  essaim_json_candidates_add (self->candidates, &candidate);
}

/* Whether what ends may hold the records. */
static gboolean
is_candidate (Locator     *self,
              const Frame *frame)
{
  gboolean is_pure = frame->n_others == 0;

  if (!essaim_json_path_is_whole (self->path))
    return FALSE;
  if (self->record_depth > 0)
    return frame->is_array && self->depth == self->record_depth + 1
           && g_str_equal (essaim_json_path_get_last (self->path->str), "features");
  if (frame->is_array)
    return frame->n_objects > 0 || is_pure || frame->n_lists == frame->n_others;
  if (g_str_equal (essaim_json_path_get_last (self->path->str), "entities"))
    return is_pure && frame->n_objects > 0;

  return is_pure && frame->n_objects >= MIN_MEMBERS && frame->n_alike * 100 >= frame->n_objects * MIN_ALIKE_PERCENT;
}

static gboolean
end_cb (gpointer   data,
        gboolean   is_array,
        GError   **error)
{
  Locator *self = data;
  const Frame *frame = &self->frames[self->depth];

  g_string_truncate (self->path, frame->path_length);
  if (is_candidate (self, frame))
    add_candidate (self, frame);

  if (self->depth == self->record_depth)
    {
      self->frames[self->depth - 1].n_data_sets += frame->has_resources && frame->has_publisher;
      self->record_depth = 0;
    }
  self->depth--;

  return TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, sentence);

  return FALSE;
}

/* Answers that are well-formed, and no data. */
static gboolean
check_answer (Locator                    *self,
              const EssaimJsonCandidate  *best,
              GError                    **error)
{
  const EssaimJsonEnvelope *envelope = &self->place->envelope;

  if (envelope->error_text != NULL && (best == NULL || (envelope->error_code != NULL && best->rank == 0)))
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("The server answered with an error instead of data: “%s”. Try again later, or look for another "
                     "address."), envelope->error_text);
      return FALSE;
    }
  if (best != NULL && envelope->is_data_set && g_str_equal (essaim_json_path_get_last (best->path), "resources"))
    return refuse (error, _("This describes a data set; the data are in the files that it lists. Choose one of them."));
  if (best != NULL && envelope->remote != NULL && best->rank < ESSAIM_JSON_RANK_FEATURES)
    {
      g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                   _("This map has no places of its own; it shows those of another address. Give that one: %s"),
                   envelope->remote);
      return FALSE;
    }
  if (best != NULL && best->n_objects > 0 && best->n_data_sets == best->n_objects)
    return essaim_data_set_refuse_list (error);

  return TRUE;
}

static gboolean
choose (Locator  *self,
        GError  **error)
{
  const EssaimJsonCandidate *best = self->is_found ? NULL : essaim_json_candidates_find_best (self->candidates);

  if (self->is_found)
    return TRUE;
  if (self->has_geometry && self->has_coordinates)
    {
      settle (self, "", TRUE, TRUE);
      return TRUE;
    }
  if (!check_answer (self, best, error))
    return FALSE;
  if (best == NULL)
    return refuse (error, _("This JSON document holds no list of records. Look for another address of the same "
                            "publisher."));

  settle (self, best->path, FALSE, g_str_equal (essaim_json_path_get_last (best->path), "features"));
  self->place->are_rows = best->has_rows && best->n_objects == 0
                          && essaim_json_envelope_has_columns (&self->place->envelope);
  self->place->services_path = g_strdup (essaim_json_candidates_find_services (self->candidates, best));

  return TRUE;
}

/**
 * essaim_json_place_clear:
 * @place: a place
 *
 * Frees what it holds.
 */
void
essaim_json_place_clear (EssaimJsonPlace *place)
{
  g_clear_pointer (&place->path, g_free);
  g_clear_pointer (&place->services_path, g_free);
  essaim_json_envelope_clear (&place->envelope);
}

/**
 * essaim_json_locate:
 * @decoder: gives the text, from its start
 * @place: (out): where the records are; zeroed before, and cleared after in any case
 * @cancellable: (nullable): to stop
 * @error: #ESSAIM_FEED_ERROR_REFUSED when there are none, when the document is an error or a description of data, or
 *   not well-formed
 *
 * Finds the records without being told: the root array, one object to a line, the features of GeoJSON, else the array
 * of objects with the most members, else an object whose members are all records. Reads no further than it has to.
 *
 * Returns: whether there are records
 */
gboolean
essaim_json_locate (EssaimDecoder    *decoder,
                    EssaimJsonPlace  *place,
                    GCancellable     *cancellable,
                    GError          **error)
{
  static const EssaimJsonHandler handler = { scalar_cb, key_cb, start_cb, end_cb };
  g_auto (Locator) self = { .place = place, .path_hash = ESSAIM_JSON_PATH_NO_HASH };
  g_autoptr (GError) failure = NULL;

  self.path = g_string_new (NULL);
  self.candidates = essaim_json_candidates_new ();

  if (essaim_json_stream_read (decoder, &handler, &self, cancellable, &failure) || failure == NULL)
    return choose (&self, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
