/* essaim-record.c: one row of a feed as read, and the names of its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-record.h"

struct _EssaimFields
{
  GPtrArray  *names;     /* (element-type utf8): owned by the array, in order of appearance */
  GHashTable *numbers;   /* (element-type utf8 guint): keys borrowed from names */
};

/**
 * essaim_fields_new:
 *
 * Returns: (transfer full): no fields yet
 */
EssaimFields *
essaim_fields_new (void)
{
  EssaimFields *fields = g_new0 (EssaimFields, 1);

  fields->names = g_ptr_array_new_with_free_func (g_free);
  fields->numbers = g_hash_table_new (g_str_hash, g_str_equal);

  return fields;
}

/**
 * essaim_fields_free:
 * @fields: (transfer full): fields
 */
void
essaim_fields_free (EssaimFields *fields)
{
  g_hash_table_unref (fields->numbers);
  g_ptr_array_unref (fields->names);
  g_free (fields);
}

/**
 * essaim_fields_get_n:
 * @fields: fields
 *
 * Returns: how many there are
 */
guint
essaim_fields_get_n (const EssaimFields *fields)
{
  return fields->names->len;
}

/**
 * essaim_fields_get_name:
 * @fields: fields
 * @field: a field's number, from 0, in order of appearance
 *
 * Returns: its name; JSON members nest with dots
 */
const char *
essaim_fields_get_name (const EssaimFields *fields,
                        guint               field)
{
  return g_ptr_array_index (fields->names, field);
}

/**
 * essaim_fields_intern:
 * @fields: fields
 * @name: a name
 *
 * Returns: the number of the field of that name, added when it is new
 */
guint
essaim_fields_intern (EssaimFields *fields,
                      const char   *name)
{
  guint field;

  if (essaim_fields_lookup (fields, name, &field))
    return field;

  field = fields->names->len;
  g_ptr_array_add (fields->names, g_strdup (name));
  g_hash_table_insert (fields->numbers, g_ptr_array_index (fields->names, field), GUINT_TO_POINTER (field));

  return field;
}

/**
 * essaim_fields_lookup:
 * @fields: fields
 * @name: a name
 * @field: (out): its number, untouched when there is no such field
 *
 * Returns: whether there is a field of that name
 */
gboolean
essaim_fields_lookup (const EssaimFields *fields,
                      const char         *name,
                      guint              *field)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (fields->numbers, name, NULL, &number))
    return FALSE;

  *field = GPOINTER_TO_UINT (number);

  return TRUE;
}

/**
 * essaim_record_get:
 * @record: a record
 * @field: a field's number; one that appeared later in the feed is absent here
 *
 * Returns: (nullable): the value, absent when empty; valid until the reader goes on
 */
const char *
essaim_record_get (const EssaimRecord *record,
                   guint               field)
{
  return field < record->values->len ? g_ptr_array_index (record->values, field) : NULL;
}
