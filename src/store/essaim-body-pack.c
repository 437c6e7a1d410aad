/* essaim-body-pack.c: a file packed into a smaller one, and back
 *
 * Zstandard, which packs 100 MB in a quarter of a second where gzip takes more than one; bodies that were kept earlier are gzip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-body-pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#define PIECE_BYTES (64 * 1024)

/* The fastest level: bodies are large, and read again seldom. */
#define LEVEL "1"

struct _EssaimBodyPack
{
  struct archive *archive;
};

/* What the system has refused is told as the system tells it, for it is not the file that is wrong. */
static gboolean
fail (struct archive  *archive,
      GError         **error)
{
  int code = archive_errno (archive);
  gboolean is_file = code <= 0 || code == EILSEQ || code == EINVAL;
  const char *words = archive_error_string (archive);

  g_set_error_literal (error, G_IO_ERROR, is_file ? G_IO_ERROR_INVALID_DATA : (int) g_io_error_from_errno (code),
                       words != NULL ? words : g_strerror (code));

  return FALSE;
}

/**
 * essaim_body_pack_new:
 * @fd: of an empty file, which must stay open
 *
 * Returns: (transfer full): what packs into it
 */
EssaimBodyPack *
essaim_body_pack_new (int fd)
{
  EssaimBodyPack *self = g_new0 (EssaimBodyPack, 1);
  struct archive_entry *entry = archive_entry_new ();

  self->archive = archive_write_new ();
  archive_write_add_filter_zstd (self->archive);
  archive_write_set_filter_option (self->archive, "zstd", "compression-level", LEVEL);
  archive_write_set_format_raw (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  archive_write_open_fd (self->archive, fd);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (self->archive, entry);
  archive_entry_free (entry);

  return self;
}

/**
 * essaim_body_pack_write:
 * @self: a pack
 * @data: (array length=length): what comes next
 * @length: bytes in @data
 * @error: return location; of `G_IO_ERROR`
 *
 * Returns: whether it could be written; what failed before shows here
 */
gboolean
essaim_body_pack_write (EssaimBodyPack  *self,
                        gconstpointer    data,
                        gsize            length,
                        GError         **error)
{
  return length == 0 || archive_write_data (self->archive, data, length) == (la_ssize_t) length || fail (self->archive, error);
}

/**
 * essaim_body_pack_end:
 * @self: a pack
 * @error: return location; of `G_IO_ERROR`
 *
 * Returns: whether all is in the file
 */
gboolean
essaim_body_pack_end (EssaimBodyPack  *self,
                      GError         **error)
{
  return archive_write_close (self->archive) == ARCHIVE_OK || fail (self->archive, error);
}

/**
 * essaim_body_pack_free:
 * @self: (nullable): a pack
 */
void
essaim_body_pack_free (EssaimBodyPack *self)
{
  if (self == NULL)
    return;

  archive_write_free (self->archive);
  g_free (self);
}

static gboolean
open_pack (struct archive  *archive,
           const char      *path,
           GError         **error)
{
  struct archive_entry *entry;

  archive_read_support_filter_zstd (archive);
  archive_read_support_filter_gzip (archive);
  archive_read_support_format_raw (archive);
  if (archive_read_open_filename (archive, path, PIECE_BYTES) != ARCHIVE_OK ||
      archive_read_next_header (archive, &entry) != ARCHIVE_OK)
    return fail (archive, error);

  /* A raw file is anything at all: what is not packed is none of ours. */
  if (archive_filter_count (archive) == 2)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not packed");
  return FALSE;
}

static gboolean
copy (struct archive  *archive,
      GOutputStream   *output,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree char *piece = g_malloc (PIECE_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (archive, piece, PIECE_BYTES)) > 0)
    if (!g_output_stream_write_all (output, piece, n, NULL, cancellable, error))
      return FALSE;

  return n == 0 || fail (archive, error);
}

/**
 * essaim_body_unpack:
 * @path: of a packed file
 * @output: where it goes; not closed
 * @cancellable: (nullable): stops it
 * @error: return location; `G_IO_ERROR_INVALID_DATA` when the file is damaged, cut or no packed one
 *
 * Returns: whether all of it is written
 */
gboolean
essaim_body_unpack (const char     *path,
                    GOutputStream  *output,
                    GCancellable   *cancellable,
                    GError        **error)
{
  struct archive *archive = archive_read_new ();
  gboolean done = open_pack (archive, path, error) && copy (archive, output, cancellable, error);

  archive_read_free (archive);

  return done;
}
