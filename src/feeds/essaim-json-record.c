/* essaim-json-record.c: one JSON object to a record: nested members to dotted fields, lists to one text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-record.h"

#include <string.h>

#include "essaim-json-geometry.h"
#include "essaim-json-node.h"
#include "essaim-json-sites.h"
#include "essaim-reading.h"
#include "essaim-record-builder.h"

/* What is nested deeper within a record is left out. */
#define MAX_DEPTH 64

/* An array or object that is open within the record. */
typedef struct
{
  EssaimJsonNode *node;       /* the elements of an array share its node */
  gboolean        is_array;
  gboolean        is_named;   /* an object in a list whose name was seen */
} Frame;

struct _EssaimJsonRecord
{
  /* Owned */
  EssaimRecordBuilder     *builder;
  EssaimJsonGeometry      *geometry;
  EssaimJsonSites         *sites;
  EssaimJsonNode          *root;
  EssaimJsonNode          *bare;              /* the root again, for members that are one level deeper */
  GString                 *id;                /* of a feature, outside of its properties */

  /* Borrowed */
  const EssaimJsonContext *context;
  EssaimJsonNode          *pending;           /* (nullable): of the member whose value comes next */

  EssaimJsonFlavour        flavour;
  Frame                    frames[MAX_DEPTH + 1];
  guint                    depth;             /* 1 in the record itself */
  guint                    list_depth;        /* arrays that are open */
  guint                    ignored_depth;     /* what is open that no field is made of */
  guint                    sites_depth;       /* where the list of sites is open; 0 outside */
  guint                    geometry_depth;    /* where, of all, the geometry is open; 0 outside */
  gboolean                 is_feature;
  gboolean                 has_point;
  gboolean                 lost_fields;
  gboolean                 lost_depths;
};

/**
 * essaim_json_record_new:
 * @flavour: what is known of the records
 * @context: what is said of them outside of them; must outlive them, and may change from one to the next
 *
 * Returns: (transfer full): makes the records of one feed, one after the other
 */
EssaimJsonRecord *
essaim_json_record_new (EssaimJsonFlavour        flavour,
                        const EssaimJsonContext *context)
{
  EssaimJsonRecord *self = g_new0 (EssaimJsonRecord, 1);

  self->flavour = flavour;
  self->builder = essaim_record_builder_new ();
  self->geometry = essaim_json_geometry_new ();
  self->sites = essaim_json_sites_new (self->builder);
  self->root = essaim_json_node_new (TRUE);
  self->bare = essaim_json_node_new (FALSE);
  self->id = g_string_new (NULL);
  self->context = context;

  return self;
}

/**
 * essaim_json_record_free:
 * @self: (transfer full): records
 */
void
essaim_json_record_free (EssaimJsonRecord *self)
{
  g_string_free (self->id, TRUE);
  essaim_json_node_free (self->bare);
  essaim_json_node_free (self->root);
  essaim_json_sites_free (self->sites);
  essaim_json_geometry_free (self->geometry);
  essaim_record_builder_free (self->builder);
  g_free (self);
}

/**
 * essaim_json_record_begin:
 * @self: records
 * @id: (nullable): what the record is known by outside of it
 *
 * The object of a record opens.
 */
void
essaim_json_record_begin (EssaimJsonRecord *self,
                          const char       *id)
{
  essaim_record_builder_begin (self->builder);
  essaim_json_geometry_reset (self->geometry);
  essaim_json_sites_begin (self->sites);
  g_string_assign (self->id, id != NULL ? id : "");
  self->depth = 1;
  self->frames[1] = (Frame) { .node = self->root };
  self->pending = NULL;
  self->list_depth = self->ignored_depth = self->sites_depth = 0;
  self->has_point = FALSE;
  self->is_feature = self->flavour == ESSAIM_JSON_FEATURES;

  /* A geometry without a feature around it is a record too. */
  self->geometry_depth = self->is_feature ? 1 : 0;
}

static void
set_value (EssaimJsonRecord       *self,
           EssaimJsonNode         *node,
           const EssaimJsonScalar *scalar)
{
  EssaimFields *fields = essaim_record_builder_get_fields (self->builder);
  guint field;

  if (!essaim_json_node_find_field (node, fields, &field))
    self->lost_fields = TRUE;
  else if (self->sites_depth > 0 && self->depth > self->sites_depth)
    essaim_json_sites_add (self->sites, field, scalar);
  else if (self->list_depth > 0)
    essaim_record_builder_append (self->builder, field, scalar->text, scalar->length, scalar->is_plain);
  else
    essaim_record_builder_set (self->builder, field, scalar->text, scalar->length, scalar->is_plain);
}

/* A later member of the same name counts, even when it has no value. */
static void
unset_value (EssaimJsonRecord *self,
             EssaimJsonNode   *node)
{
  guint field;

  if (essaim_json_node_has_field (node, &field))
    essaim_record_builder_unset (self->builder, field);
}

/* Members of a feature that are not what it says. Returns whether the value is dealt with. */
static gboolean
take_member (EssaimJsonRecord       *self,
             EssaimJsonMember        member,
             const EssaimJsonScalar *scalar)
{
  if (member == ESSAIM_JSON_MEMBER_TYPE && scalar->length == 7 && memcmp (scalar->text, "Feature", 7) == 0)
    self->is_feature = TRUE;
  if (member == ESSAIM_JSON_MEMBER_ID && self->is_feature)
    {
      g_string_truncate (self->id, 0);
      g_string_append_len (self->id, scalar->text, scalar->length);
    }

  return member == ESSAIM_JSON_MEMBER_COORDINATES
         || (self->is_feature && (member == ESSAIM_JSON_MEMBER_ID || member == ESSAIM_JSON_MEMBER_TYPE));
}

/**
 * essaim_json_record_add_scalar:
 * @self: records
 * @scalar: a value
 */
void
essaim_json_record_add_scalar (EssaimJsonRecord       *self,
                               const EssaimJsonScalar *scalar)
{
  Frame *frame = &self->frames[self->depth];
  EssaimJsonNode *node = frame->is_array ? frame->node : self->pending;

  if (self->geometry_depth > 0)
    essaim_json_geometry_add_scalar (self->geometry, scalar);
  if (self->ignored_depth > 0 || essaim_json_record_is_too_large (self))
    return;
  if (node == NULL)
    {
      self->lost_fields = TRUE;
      return;
    }

  EssaimJsonMember member = essaim_json_node_get_member (node);
  if (scalar->kind == ESSAIM_JSON_NULL)
    {
      if (self->list_depth == 0)
        unset_value (self, node);
      return;
    }
  if (member != ESSAIM_JSON_MEMBER_FIELD && take_member (self, member, scalar))
    return;

  set_value (self, node, scalar);
  if (member == ESSAIM_JSON_MEMBER_NAME && !frame->is_array && !frame->is_named && self->sites_depth == 0
      && self->frames[self->depth - 1].is_array)
    {
      frame->is_named = TRUE;
      set_value (self, frame->node, scalar);
    }
}

/**
 * essaim_json_record_add_key:
 * @self: records
 * @text: (array length=length): the name of a member
 * @length: its bytes
 */
void
essaim_json_record_add_key (EssaimJsonRecord *self,
                            const char       *text,
                            gsize             length)
{
  if (self->geometry_depth > 0)
    essaim_json_geometry_add_key (self->geometry, text, length);
  if (self->ignored_depth == 0)
    self->pending = essaim_json_node_get_child (self->frames[self->depth].node, text, length);
}

/* Whether an array or object makes no fields. */
static gboolean
is_ignored (EssaimJsonRecord *self,
            EssaimJsonNode   *node)
{
  EssaimJsonMember member = node != NULL ? essaim_json_node_get_member (node) : ESSAIM_JSON_MEMBER_COORDINATES;

  return member == ESSAIM_JSON_MEMBER_COORDINATES
         || (self->is_feature && (member == ESSAIM_JSON_MEMBER_GEOMETRY || member == ESSAIM_JSON_MEMBER_SHAPE));
}

/* Whether the members of an object are those of the record. */
static gboolean
is_transparent (EssaimJsonRecord *self,
                EssaimJsonMember  member)
{
  return (member == ESSAIM_JSON_MEMBER_PROPERTIES && self->is_feature)
         || (member == ESSAIM_JSON_MEMBER_FIELDS && self->flavour == ESSAIM_JSON_ENVELOPES);
}

/* No fields are made of what opens; remembers why, where that is a loss. */
static void
ignore (EssaimJsonRecord *self,
        EssaimJsonNode   *node)
{
  if (self->ignored_depth++ > 0)
    return;

  self->lost_fields |= node == NULL;
  self->lost_depths |= node != NULL && !is_ignored (self, node);
}

static void
enter (EssaimJsonRecord *self,
       EssaimJsonNode   *node,
       gboolean          is_array)
{
  if (!is_array && is_transparent (self, essaim_json_node_get_member (node)))
    node = self->bare;
  else if (is_array && self->list_depth == 0)
    unset_value (self, node);

  self->depth++;
  self->frames[self->depth] = (Frame) { .node = node, .is_array = is_array };
  self->list_depth += is_array;

  if (is_array && self->sites_depth == 0 && essaim_json_node_get_member (node) == ESSAIM_JSON_MEMBER_SITES)
    {
      self->sites_depth = self->depth;
      essaim_json_sites_open (self->sites);
    }
  else if (self->sites_depth > 0 && self->depth == self->sites_depth + 1)
    {
      essaim_json_sites_start (self->sites);
    }
}

/* Whether an object is the geometry of the record: the one at its top, else the first one found. */
static gboolean
is_geometry (EssaimJsonRecord *self,
             EssaimJsonNode   *node)
{
  return node != NULL && self->ignored_depth == 0 && self->list_depth == 0 && self->geometry_depth <= 1
         && essaim_json_node_get_member (node) == ESSAIM_JSON_MEMBER_GEOMETRY && (self->depth == 1 || !self->has_point);
}

/**
 * essaim_json_record_add_start:
 * @self: records
 * @is_array: whether an array opens, or an object
 */
void
essaim_json_record_add_start (EssaimJsonRecord *self,
                              gboolean          is_array)
{
  Frame *frame = &self->frames[self->depth];
  EssaimJsonNode *node = frame->is_array ? frame->node : self->pending;

  if (!is_array && is_geometry (self, node))
    {
      essaim_json_geometry_reset (self->geometry);
      self->geometry_depth = self->depth + 1;
    }
  else if (self->geometry_depth > 0)
    {
      essaim_json_geometry_add_start (self->geometry, is_array);
    }

  if (self->ignored_depth > 0 || is_ignored (self, node) || self->depth == MAX_DEPTH)
    ignore (self, node);
  else
    enter (self, node, is_array);
}

static void
end_geometry (EssaimJsonRecord *self)
{
  double x, y;

  self->geometry_depth = 0;
  if (!essaim_json_geometry_get_point (self->geometry, &x, &y))
    return;

  /* Not always degrees: what the numbers are is decided on the whole feed. */
  self->has_point = TRUE;
  essaim_record_builder_set_point (self->builder, y, x);
}

/**
 * essaim_json_record_add_end:
 * @self: records
 * @is_array: whether an array closes, or an object
 *
 * Returns: whether that was the object of the record
 */
gboolean
essaim_json_record_add_end (EssaimJsonRecord *self,
                            gboolean          is_array)
{
  if (self->geometry_depth == self->depth + self->ignored_depth)
    end_geometry (self);
  else if (self->geometry_depth > 0)
    essaim_json_geometry_add_end (self->geometry, is_array);

  if (self->ignored_depth > 0)
    {
      self->ignored_depth--;
      return FALSE;
    }

  if (self->depth == self->sites_depth)
    self->sites_depth = 0;
  self->list_depth -= is_array;
  self->depth--;

  return self->depth == 0;
}

/**
 * essaim_json_record_is_too_large:
 * @self: records
 *
 * Returns: whether the record has too much text to be kept
 */
gboolean
essaim_json_record_is_too_large (EssaimJsonRecord *self)
{
  return essaim_record_builder_get_size (self->builder) > ESSAIM_READING_MAX_RECORD_BYTES;
}

/**
 * essaim_json_record_lost_fields:
 * @self: records
 *
 * Returns: whether any record so far had more fields than are kept
 */
gboolean
essaim_json_record_lost_fields (EssaimJsonRecord *self)
{
  return self->lost_fields;
}

/**
 * essaim_json_record_lost_depths:
 * @self: records
 *
 * Returns: whether any record so far had values that were nested too deep to be kept
 */
gboolean
essaim_json_record_lost_depths (EssaimJsonRecord *self)
{
  return self->lost_depths;
}

/**
 * essaim_json_record_get_error:
 * @self: records, after the object of one has closed
 *
 * OpenDataSoft says what went wrong in the middle of a file as it says it instead of one: `error_code`, `message`.
 *
 * Returns: (nullable): the words of an error that stands where a record would; valid until the next one begins
 */
const char *
essaim_json_record_get_error (EssaimJsonRecord *self)
{
  if (essaim_record_builder_peek_named (self->builder, "error_code") == NULL)
    return NULL;

  return essaim_record_builder_peek_named (self->builder, "message");
}

/**
 * essaim_json_record_get_n_sites:
 * @self: records, after the object of one has closed
 *
 * Returns: how many records it makes: one, or one for each site that it lists
 */
guint
essaim_json_record_get_n_sites (EssaimJsonRecord *self)
{
  return MAX (essaim_json_sites_get_n (self->sites), 1);
}

/**
 * essaim_json_record_finish:
 * @self: records, after the object of one has closed
 * @number: of the record, from 1
 * @site: of its sites, from 0
 *
 * Returns: (transfer none): the record, valid until the next one begins
 */
const EssaimRecord *
essaim_json_record_finish (EssaimJsonRecord *self,
                           guint             number,
                           guint             site)
{
  essaim_json_sites_choose (self->sites, site);
  essaim_json_context_complete (self->context, self->builder, self->id->str);

  return essaim_record_builder_finish (self->builder, number);
}
