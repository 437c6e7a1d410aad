/* reading.c: reads a text as a feed, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reading.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "essaim-feed-error.h"

static gboolean
take_record_cb (const EssaimRecord  *record,
                gpointer             data,
                GError             **error)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u:", record->line);
  for (guint i = 0; i < essaim_fields_get_n (record->fields); i++)
    {
      const char *value = essaim_record_get (record, i);

      g_assert_true (value == NULL || (*value != '\0' && g_utf8_validate (value, -1, NULL)));
      if (value != NULL)
        g_string_append_printf (text, " %s=%s;", essaim_fields_get_name (record->fields, i), value);
    }
  if (!isnan (record->lat))
    g_string_append_printf (text, " (%.4f, %.4f)", record->lat, record->lon);
  g_ptr_array_add (data, g_string_free (text, FALSE));

  return TRUE;
}

Reading *
reading_new_for_path (const char              *path,
                      const EssaimReadOptions *options)
{
  Reading *self = g_new0 (Reading, 1);
  gboolean is_read;

  self->records = g_ptr_array_new_with_free_func (g_free);
  self->report = essaim_report_new ("test");
  is_read = essaim_reader_read_file (path, options, take_record_cb, self->records, self->report, &self->array_path,
                                     NULL, &self->error);
  g_assert_true (is_read == (self->error == NULL));
  if (is_read)
    g_assert_cmpuint (self->report->read, ==, self->records->len + self->report->refused);

  return self;
}

Reading *
reading_new (const char              *text,
             gssize                   length,
             const EssaimReadOptions *options)
{
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_file_open_tmp ("reading-XXXXXX", &path, &error);
  Reading *self;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  self = reading_new_for_path (path, options);
  g_unlink (path);

  return self;
}

Reading *
reading_new_for_shared (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("ESSAIM_SHARED"), path, NULL);

  if (!g_file_test (full, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared files are not here");
      return NULL;
    }

  return reading_new_for_path (full, NULL);
}

void
reading_free (Reading *self)
{
  g_ptr_array_unref (self->records);
  essaim_report_free (self->report);
  g_free (self->array_path);
  g_clear_error (&self->error);
  g_free (self);
}

const char *
reading_get (Reading *self,
             guint    record)
{
  return record < self->records->len ? g_ptr_array_index (self->records, record) : NULL;
}

void
reading_assert_refused (Reading    *self,
                        const char *part)
{
  g_assert_error (self->error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED);
  if (strstr (self->error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", self->error->message, part);
}

guint
reading_count_warnings (Reading    *self,
                        const char *code,
                        guint      *first_line)
{
  for (guint i = 0; i < self->report->warnings->len; i++)
    {
      const EssaimWarning *warning = g_ptr_array_index (self->report->warnings, i);

      if (!g_str_equal (warning->code, code))
        continue;
      if (first_line != NULL)
        *first_line = warning->first_line;
      return warning->count;
    }

  return 0;
}
