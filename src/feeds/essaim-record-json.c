/* essaim-record-json.c: a record as compact JSON, quickly
 *
 * json-glib would build a tree for each of 200,000 records; here names are escaped once and values copied in runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-record-json.h"

#include <math.h>

struct _EssaimRecordWriter
{
  /* Owned */
  GPtrArray *names;   /* (element-type utf8): `"name":` by field */
  GString   *text;
};

/* What does not stand for itself in a string; the 0 at the end of a text is one of them. */
static const gboolean is_escaped[256] = { [0x00 ... 0x1F] = TRUE, ['"'] = TRUE, ['\\'] = TRUE };

static void
append_string (GString    *out,
               const char *value)
{
  g_string_append_c (out, '"');

  while (*value != '\0')
    {
      const char *end = value;

      while (!is_escaped[(guchar) *end])
        end++;
      g_string_append_len (out, value, end - value);
      if (*end == '\0')
        break;
      if (*end == '\n')
        g_string_append (out, "\\n");
      else if (*end == '"' || *end == '\\')
        g_string_append_printf (out, "\\%c", *end);
      else
        g_string_append_printf (out, "\\u%04x", (guchar) *end);
      value = end + 1;
    }

  g_string_append_c (out, '"');
}

static const char *
get_name (EssaimRecordWriter *writer,
          const EssaimRecord *record,
          guint               field)
{
  while (writer->names->len <= field)
    {
      GString *name = g_string_new (NULL);

      append_string (name, essaim_fields_get_name (record->fields, writer->names->len));
      g_string_append_c (name, ':');
      g_ptr_array_add (writer->names, g_string_free (name, FALSE));
    }

  return writer->names->pdata[field];
}

static void
append_geometry (GString            *out,
                 const EssaimRecord *record)
{
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (record->lat) || !isfinite (record->lon))
    return;

  g_string_append_printf (out, "\"@geometry\":[%s,%s],", g_ascii_dtostr (lon, sizeof lon, record->lon),
                          g_ascii_dtostr (lat, sizeof lat, record->lat));
}

/**
 * essaim_record_writer_new:
 *
 * Returns: (transfer full): a writer
 */
EssaimRecordWriter *
essaim_record_writer_new (void)
{
  EssaimRecordWriter *writer = g_new0 (EssaimRecordWriter, 1);

  writer->names = g_ptr_array_new_with_free_func (g_free);
  writer->text = g_string_new (NULL);

  return writer;
}

/**
 * essaim_record_writer_free:
 * @writer: (transfer full): a writer
 */
void
essaim_record_writer_free (EssaimRecordWriter *writer)
{
  g_string_free (writer->text, TRUE);
  g_ptr_array_unref (writer->names);
  g_free (writer);
}

/**
 * essaim_record_writer_write:
 * @writer: a writer
 * @record: a record of the feed that the writer is for
 *
 * Returns: (transfer none): one JSON object of its fields that are not empty, as texts; the point of a GeoJSON
 *   geometry is the member `@geometry`, longitude first. Valid until the next call.
 */
const char *
essaim_record_writer_write (EssaimRecordWriter *writer,
                            const EssaimRecord *record)
{
  GString *text = writer->text;

  g_string_assign (text, "{");
  for (guint i = 0; i < record->values->len; i++)
    {
      const char *value = record->values->pdata[i];

      if (value == NULL || *value == '\0')
        continue;
      g_string_append (text, get_name (writer, record, i));
      append_string (text, value);
      g_string_append_c (text, ',');
    }
  append_geometry (text, record);

  if (text->str[text->len - 1] == ',')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '}');

  return text->str;
}
