/* essaim-geo-file.c: a compiled geographic file, mapped and checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-geo-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The layout that build-aux/compilegeo/geofile.py writes. */
#define LAYOUT_VERSION 1
#define MAX_SECTIONS   16

typedef struct
{
  char    magic[8];
  guint32 byte_order;
  guint32 version;
  guint32 size;
  guint32 n_sections;
} Header;

typedef struct
{
  guint32 offset;
  guint32 size;
} Section;

struct _EssaimGeoFile
{
  GMappedFile   *file;
  char          *path;
  const guint8  *bytes;
  const Section *sections;
  guint          n_sections;
  const char    *texts;
  gsize          texts_size;
};

G_DEFINE_QUARK (essaim-reference-error-quark, essaim_reference_error)

static gboolean
read_header (EssaimGeoFile *self,
             const char    *magic,
             gsize          size)
{
  const Header *header = (const Header *) self->bytes;

  if (size < sizeof (Header) || memcmp (header->magic, magic, sizeof header->magic) != 0)
    return FALSE;
  if (header->byte_order != 1 || header->version != LAYOUT_VERSION || header->size != size)
    return FALSE;
  if (header->n_sections == 0 || header->n_sections > MAX_SECTIONS)
    return FALSE;

  self->sections = (const Section *) (self->bytes + sizeof (Header));
  self->n_sections = header->n_sections;

  return size >= sizeof (Header) + self->n_sections * sizeof (Section);
}

static gboolean
check_sections (EssaimGeoFile *self,
                gsize          size)
{
  for (guint i = 0; i < self->n_sections; i++)
    {
      const Section *section = &self->sections[i];

      if (section->offset % 8 != 0 || section->offset > size || section->size > size - section->offset)
        return FALSE;
    }

  self->texts = (const char *) self->bytes + self->sections[0].offset;
  self->texts_size = self->sections[0].size;

  return self->texts_size > 0 && self->texts[self->texts_size - 1] == '\0';
}

/**
 * essaim_geo_file_new:
 * @path: a file made by `build-aux/compile-geo.py`
 * @magic: its first 8 characters
 * @error: return location for an error of `ESSAIM_REFERENCE_ERROR`
 *
 * Maps a compiled file into memory. What is inside the tables is for the reader of each to check.
 *
 * Returns: (transfer full) (nullable): the file
 */
EssaimGeoFile *
essaim_geo_file_new (const char  *path,
                     const char  *magic,
                     GError     **error)
{
  g_autoptr (EssaimGeoFile) self = g_new0 (EssaimGeoFile, 1);
  g_autoptr (GError) reason = NULL;
  gsize size;

  self->path = g_strdup (path);
  self->file = g_mapped_file_new (path, FALSE, &reason);
  if (self->file == NULL)
    {
      g_set_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_UNREADABLE,
                   _("“%s”, a part of Essaim, cannot be read (%s). Install Essaim again."), path, reason->message);
      return NULL;
    }

  self->bytes = (const guint8 *) g_mapped_file_get_contents (self->file);
  size = g_mapped_file_get_length (self->file);
  if (!read_header (self, magic, size) || !check_sections (self, size))
    {
      essaim_geo_file_set_damaged (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * essaim_geo_file_free:
 * @self: (transfer full): a compiled file; what was read of it is no longer valid
 */
void
essaim_geo_file_free (EssaimGeoFile *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->path);
  g_free (self);
}

/**
 * essaim_geo_file_get_table:
 * @self: a compiled file
 * @table: the number of the table, from 1 (the texts come before)
 * @row_size: bytes of a row
 * @n_rows: (out): number of rows
 *
 * Returns: (transfer none) (nullable): the rows, aligned to 8 bytes, or %NULL where there is no such table
 */
const void *
essaim_geo_file_get_table (EssaimGeoFile *self,
                           guint          table,
                           gsize          row_size,
                           guint         *n_rows)
{
  if (table >= self->n_sections || self->sections[table].size % row_size != 0)
    return NULL;

  *n_rows = self->sections[table].size / row_size;

  return self->bytes + self->sections[table].offset;
}

/**
 * essaim_geo_file_get_text:
 * @self: a compiled file
 * @offset: where the text begins
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where the offset lies outside
 */
const char *
essaim_geo_file_get_text (EssaimGeoFile *self,
                          guint32        offset)
{
  return offset < self->texts_size ? self->texts + offset : NULL;
}

/**
 * essaim_geo_file_set_damaged:
 * @self: a compiled file
 * @error: return location for an error
 *
 * Says that the file is not what it should be.
 */
void
essaim_geo_file_set_damaged (EssaimGeoFile  *self,
                             GError        **error)
{
  g_set_error (error, ESSAIM_REFERENCE_ERROR, ESSAIM_REFERENCE_ERROR_DAMAGED,
               _("“%s”, a part of Essaim, is damaged or of another version. Install Essaim again."), self->path);
}
