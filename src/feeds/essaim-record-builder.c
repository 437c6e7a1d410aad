/* essaim-record-builder.c: makes one record after the other, in the same memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-record-builder.h"

#include <math.h>
#include <string.h>

#include "essaim-r-letters.h"
#include "essaim-text.h"

/* What joins the items of a list. */
#define SEPARATOR '|'

/* A text in the arena; the items of a list are chained. Numbers count from 1, 0 is none. */
typedef struct
{
  gsize offset;
  gsize length;
  guint next;
} Segment;

/* The texts of one field. */
typedef struct
{
  guint first;
  guint last;
} Slot;

struct _EssaimRecordBuilder
{
  EssaimFields *fields;
  GPtrArray    *values;     /* of the record */
  char         *arena;      /* the texts of one record, each with its NUL: offsets, as it moves when it grows */
  gsize         size;       /* of the arena, used */
  gsize         capacity;   /* of the arena */
  Segment      *segments;
  guint         n_segments;
  guint         max_segments;
  GArray       *slots;      /* (element-type Slot): index is the field */
  EssaimRecord  record;
};

/**
 * essaim_record_builder_new:
 *
 * Returns: (transfer full): a builder without fields
 */
EssaimRecordBuilder *
essaim_record_builder_new (void)
{
  EssaimRecordBuilder *self = g_new0 (EssaimRecordBuilder, 1);

  self->fields = essaim_fields_new ();
  self->values = g_ptr_array_new ();
  self->capacity = 4096;
  self->arena = g_malloc (self->capacity);
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));

  return self;
}

/**
 * essaim_record_builder_free:
 * @self: (transfer full): a builder
 */
void
essaim_record_builder_free (EssaimRecordBuilder *self)
{
  g_array_unref (self->slots);
  g_free (self->segments);
  g_free (self->arena);
  g_ptr_array_unref (self->values);
  essaim_fields_free (self->fields);
  g_free (self);
}

/**
 * essaim_record_builder_get_fields:
 * @self: a builder
 *
 * Returns: (transfer none): the fields of its records; adding to them is fine at any time
 */
EssaimFields *
essaim_record_builder_get_fields (EssaimRecordBuilder *self)
{
  return self->fields;
}

/**
 * essaim_record_builder_get_size:
 * @self: a builder
 *
 * Returns: bytes of the record so far
 */
gsize
essaim_record_builder_get_size (EssaimRecordBuilder *self)
{
  return self->size;
}

/**
 * essaim_record_builder_begin:
 * @self: a builder
 *
 * Starts a new record: without values, without a point.
 */
void
essaim_record_builder_begin (EssaimRecordBuilder *self)
{
  self->size = 0;
  self->n_segments = 0;
  if (self->slots->len > 0)
    memset (self->slots->data, 0, self->slots->len * sizeof (Slot));
  self->record.lat = self->record.lon = NAN;
}

/* Whether the gate would leave the text as it is; it may say no for nothing. */
static gboolean
is_clean (const char *text,
          gsize       length,
          gboolean    is_plain)
{
  return is_plain && length <= ESSAIM_TEXT_LONG_MAX && (length == 0 || (text[0] != ' ' && text[length - 1] != ' '));
}

/* Makes room at the end of the arena. */
static char *
reserve (EssaimRecordBuilder *self,
         gsize                length)
{
  if (length > self->capacity - self->size)
    {
      self->capacity = 2 * self->capacity + length;
      self->arena = g_realloc (self->arena, self->capacity);
    }

  return self->arena + self->size;
}

/* Returns the segment's number. */
static guint
append_segment (EssaimRecordBuilder *self,
                Segment              segment)
{
  if (self->n_segments == self->max_segments)
    {
      self->max_segments = MAX (64, 2 * self->max_segments);
      self->segments = g_renew (Segment, self->segments, self->max_segments);
    }
  self->segments[self->n_segments++] = segment;

  return self->n_segments;
}

/* Puts text through the gate into the arena. Returns the number of its segment, 0 when nothing is left of it. */
static guint
add_segment (EssaimRecordBuilder *self,
             const char          *text,
             gsize                length,
             gboolean             is_plain)
{
  g_autofree char *clean = NULL;
  g_autofree char *restored = essaim_r_letters_read (text, length);

  if (restored != NULL)
    {
      text = restored;
      length = strlen (restored);
      is_plain = FALSE;
    }
  if (!is_clean (text, length, is_plain))
    {
      clean = essaim_text_clean (text, length, ESSAIM_TEXT_PARAGRAPHS, ESSAIM_TEXT_LONG_MAX);
      text = clean;
      length = strlen (clean);
    }
  if (length == 0)
    return 0;

  char *end = reserve (self, length + 1);
  memcpy (end, text, length);
  end[length] = '\0';
  self->size += length + 1;

  return append_segment (self, (Segment) { .offset = end - self->arena, .length = length });
}

static Slot *
get_slot (EssaimRecordBuilder *self,
          guint                field)
{
  if (field >= self->slots->len)
    g_array_set_size (self->slots, field + 1);

  return &g_array_index (self->slots, Slot, field);
}

/**
 * essaim_record_builder_set:
 * @self: a builder
 * @field: a field's number
 * @text: (array length=length): its value, in UTF-8
 * @length: bytes
 * @is_plain: whether essaim_plain_is() holds for it
 *
 * Gives a field its only value, whatever it had before.
 */
void
essaim_record_builder_set (EssaimRecordBuilder *self,
                           guint                field,
                           const char          *text,
                           gsize                length,
                           gboolean             is_plain)
{
  Slot *slot = get_slot (self, field);

  slot->first = slot->last = add_segment (self, text, length, is_plain);
}

/**
 * essaim_record_builder_append:
 * @self: a builder
 * @field: a field's number
 * @text: (array length=length): a further item of its list, in UTF-8
 * @length: bytes
 * @is_plain: whether essaim_plain_is() holds for it
 */
void
essaim_record_builder_append (EssaimRecordBuilder *self,
                              guint                field,
                              const char          *text,
                              gsize                length,
                              gboolean             is_plain)
{
  guint added = add_segment (self, text, length, is_plain);
  Slot *slot = get_slot (self, field);

  if (added == 0)
    return;

  if (slot->last == 0)
    slot->first = added;
  else
    self->segments[slot->last - 1].next = added;
  slot->last = added;
}

/**
 * essaim_record_builder_unset:
 * @self: a builder
 * @field: a field's number
 *
 * Takes its value away.
 */
void
essaim_record_builder_unset (EssaimRecordBuilder *self,
                             guint                field)
{
  *get_slot (self, field) = (Slot) { 0, 0 };
}

/**
 * essaim_record_builder_peek:
 * @self: a builder
 * @field: a field's number
 *
 * Returns: (transfer none) (nullable): its value so far, of a list the first item; valid until anything is added
 */
const char *
essaim_record_builder_peek (EssaimRecordBuilder *self,
                            guint                field)
{
  guint number = get_slot (self, field)->first;

  return number != 0 ? self->arena + self->segments[number - 1].offset : NULL;
}

/**
 * essaim_record_builder_peek_named:
 * @self: a builder
 * @name: of a field
 *
 * Returns: (nullable): what essaim_record_builder_peek() says of the field of that name, if there is one
 */
const char *
essaim_record_builder_peek_named (EssaimRecordBuilder *self,
                                  const char          *name)
{
  guint field;

  return essaim_fields_lookup (self->fields, name, &field) ? essaim_record_builder_peek (self, field) : NULL;
}

/**
 * essaim_record_builder_set_point:
 * @self: a builder
 * @lat: degrees north, or metres
 * @lon: degrees east, or metres
 */
void
essaim_record_builder_set_point (EssaimRecordBuilder *self,
                                 double               lat,
                                 double               lon)
{
  self->record.lat = lat;
  self->record.lon = lon;
}

/* Writes the items of a list in a row. Returns where they are. */
static gsize
join (EssaimRecordBuilder *self,
      const Slot          *slot)
{
  gsize start = self->size;

  for (guint number = slot->first; number != 0;)
    {
      Segment segment = self->segments[number - 1];
      char *end = reserve (self, segment.length + 1);

      memcpy (end, self->arena + segment.offset, segment.length);
      number = segment.next;
      end[segment.length] = number != 0 ? SEPARATOR : '\0';
      self->size += segment.length + 1;
    }

  return start;
}

/**
 * essaim_record_builder_finish:
 * @self: a builder
 * @line: of the file, or the record's number
 *
 * Returns: (transfer none): the record, valid until the next one begins
 */
const EssaimRecord *
essaim_record_builder_finish (EssaimRecordBuilder *self,
                              guint                line)
{
  guint n = essaim_fields_get_n (self->fields);

  g_array_set_size (self->slots, n);
  g_ptr_array_set_size (self->values, n);

  /* Lists first: the arena must not move once pointers into it are taken. */
  for (guint i = 0; i < n; i++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, i);

      if (slot->first != slot->last)
        slot->first = slot->last = append_segment (self, (Segment) { .offset = join (self, slot) });
    }

  for (guint i = 0; i < n; i++)
    {
      guint number = g_array_index (self->slots, Slot, i).first;

      g_ptr_array_index (self->values, i)
        = number != 0 ? self->arena + self->segments[number - 1].offset : NULL;
    }

  self->record.fields = self->fields;
  self->record.values = self->values;
  self->record.line = line;

  return &self->record;
}
