/* essaim-json-sites.c: the sites that a JSON record lists
 *
 * A list within a record becomes one text as a rule. Sites do not: each makes a record of its own, and the store joins
 * them by what they have in common, the number of the enterprise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-sites.h"

#include <string.h>

/* The seat of the enterprise; its members are those of a site. */
#define SEAT "siege."

typedef struct
{
  guint site;      /* from 0 */
  guint field;
  gsize offset;    /* of its text … */
  gsize length;    /* … in bytes */
} Value;

struct _EssaimJsonSites
{
  /* Owned */
  GArray              *values;    /* (element-type Value): of the record, by rising site */
  GByteArray          *texts;

  /* Borrowed */
  EssaimRecordBuilder *builder;

  guint                n;
  gboolean             is_open;   /* the record has a list of sites, which may be empty */
};

/**
 * essaim_json_sites_new:
 * @builder: makes the records; outlives the result
 *
 * Returns: (transfer full): no sites
 */
EssaimJsonSites *
essaim_json_sites_new (EssaimRecordBuilder *builder)
{
  EssaimJsonSites *self = g_new0 (EssaimJsonSites, 1);

  self->builder = builder;
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));
  self->texts = g_byte_array_new ();

  return self;
}

/**
 * essaim_json_sites_free:
 * @self: (transfer full): sites
 */
void
essaim_json_sites_free (EssaimJsonSites *self)
{
  g_byte_array_unref (self->texts);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * essaim_json_sites_begin:
 * @self: sites
 *
 * The next record begins.
 */
void
essaim_json_sites_begin (EssaimJsonSites *self)
{
  g_array_set_size (self->values, 0);
  g_byte_array_set_size (self->texts, 0);
  self->n = 0;
  self->is_open = FALSE;
}

/**
 * essaim_json_sites_open:
 * @self: sites
 *
 * The list of sites opens.
 */
void
essaim_json_sites_open (EssaimJsonSites *self)
{
  self->is_open = TRUE;
}

/**
 * essaim_json_sites_start:
 * @self: sites
 *
 * The next site opens.
 */
void
essaim_json_sites_start (EssaimJsonSites *self)
{
  self->n++;
}

/**
 * essaim_json_sites_add:
 * @self: sites
 * @field: a field's number
 * @scalar: what the site that is open has there; one of several where it has a list
 */
void
essaim_json_sites_add (EssaimJsonSites        *self,
                       guint                   field,
                       const EssaimJsonScalar *scalar)
{
  Value value = { self->n - 1, field, self->texts->len, scalar->length };

  g_byte_array_append (self->texts, (const guint8 *) scalar->text, scalar->length);
  g_array_append_val (self->values, value);
}

/**
 * essaim_json_sites_get_n:
 * @self: sites
 *
 * Returns: how many sites the record lists
 */
guint
essaim_json_sites_get_n (EssaimJsonSites *self)
{
  return self->n;
}

static void
unset_all (EssaimJsonSites *self)
{
  for (guint i = 0; i < self->values->len; i++)
    essaim_record_builder_unset (self->builder, g_array_index (self->values, Value, i).field);
}

/* Where the search found no site of its own, the seat is the site. */
static void
take_seat (EssaimJsonSites *self)
{
  EssaimFields *fields = essaim_record_builder_get_fields (self->builder);
  guint n = essaim_fields_get_n (fields);

  for (guint i = 0; i < n; i++)
    {
      const char *name = essaim_fields_get_name (fields, i);
      const char *value = g_str_has_prefix (name, SEAT) ? essaim_record_builder_peek (self->builder, i) : NULL;
      g_autofree char *copy = g_strdup (value);
      g_autofree char *of_site = NULL;

      if (value == NULL)
        continue;
      of_site = g_strconcat (ESSAIM_JSON_SITES ".", name + strlen (SEAT), NULL);
      essaim_record_builder_set (self->builder, essaim_fields_intern (fields, of_site), copy, strlen (copy), FALSE);
    }
}

/**
 * essaim_json_sites_choose:
 * @self: sites
 * @site: from 0
 *
 * Gives the record the values of one of its sites; those of the seat where it lists none.
 */
void
essaim_json_sites_choose (EssaimJsonSites *self,
                          guint            site)
{
  if (!self->is_open)
    return;

  unset_all (self);
  if (self->n == 0)
    take_seat (self);
  for (guint i = 0; i < self->values->len; i++)
    {
      const Value *value = &g_array_index (self->values, Value, i);

      if (value->site == site)
        essaim_record_builder_append (self->builder, value->field, (const char *) self->texts->data + value->offset,
                                      value->length, FALSE);
    }
}
