/* essaim-archive-stream.c: the one data file in a .zip or .gz, as a stream
 *
 * Nothing is unpacked to the disk: to go back the archive is opened again. Names in it are compared and shown, and never
 * used as paths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-archive-stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>

#include "essaim-archive-member.h"
#include "essaim-feed-error.h"

#define BLOCK_BYTES (64 * 1024)

/* Data become so many times smaller at most; what claims more is made to fill memory or disk. */
#define MAX_RATIO 200

/* Small files may be as regular as they like. */
#define FREE_BYTES (1024 * 1024)

struct _EssaimArchiveStream
{
  GInputStream    parent_instance;

  /* Owned */
  struct archive *archive;      /* (nullable): not open */
  char           *path;

  gint64          member;       /* which of the archive's is read, from 0 */
  goffset         position;     /* in what is unpacked */
  guint64         max_bytes;    /* the most that may be unpacked */
  guint64         packed_bytes;
};

static gboolean
fail (GError          **error,
      EssaimFeedError   code,
      const char       *sentence)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, code, sentence);

  return FALSE;
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, ESSAIM_FEED_ERROR_REFUSED, _("The compressed file is cut off or damaged. Fetch it again."));
}

static void
close_archive (EssaimArchiveStream *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  self->position = 0;
}

/* Only zip and gzip are known here, whatever else the library could read. */
static gboolean
open_archive (EssaimArchiveStream  *self,
              GError              **error)
{
  close_archive (self);
  self->archive = archive_read_new ();
  archive_read_support_format_zip (self->archive);
  archive_read_support_format_raw (self->archive);
  archive_read_support_filter_gzip (self->archive);

  if (archive_read_open_filename (self->archive, self->path, BLOCK_BYTES) == ARCHIVE_OK)
    return TRUE;

  return fail_damaged (error);
}

static gboolean
add_member (EssaimArchiveMembers *members,
            struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);

  return essaim_archive_members_add (members, name != NULL ? name : "", archive_entry_filetype (entry) == AE_IFREG,
                                     archive_entry_is_encrypted (entry) != 0);
}

/* What gzip packs is a file, not another archive; of these the library would unpack any number. */
static gboolean
is_nested (EssaimArchiveStream *self)
{
  int n_filters = archive_filter_count (self->archive);

  return n_filters > 2 || (n_filters == 2 && archive_format (self->archive) != ARCHIVE_FORMAT_RAW);
}

/* Looks at what is in the archive, and chooses the data. */
static gboolean
choose_member (EssaimArchiveStream  *self,
               GError              **error)
{
  g_autoptr (EssaimArchiveMembers) members = essaim_archive_members_new ();
  struct archive_entry *entry;
  int result;

  while ((result = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      if (is_nested (self))
        return fail (error, ESSAIM_FEED_ERROR_REFUSED,
                     _("This archive holds another archive. Unpack it and choose the file in it."));
      if (archive_format (self->archive) == ARCHIVE_FORMAT_RAW)
        return TRUE;
      if (!add_member (members, entry))
        break;
    }

  if (result == ARCHIVE_FATAL || result == ARCHIVE_FAILED)
    return fail_damaged (error);

  return essaim_archive_members_choose (members, &self->member, error);
}

/* Opens the archive at the start of the data. */
static gboolean
start (EssaimArchiveStream  *self,
       GError              **error)
{
  struct archive_entry *entry;

  if (!open_archive (self, error))
    return FALSE;

  for (gint64 i = 0; i <= self->member; i++)
    {
      int result = archive_read_next_header (self->archive, &entry);

      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return fail_damaged (error);
    }

  return TRUE;
}

static gboolean
check_limits (EssaimArchiveStream  *self,
              GError              **error)
{
  guint64 unpacked = self->position;

  if (unpacked > FREE_BYTES && unpacked / MAX_RATIO > self->packed_bytes)
    return fail (error, ESSAIM_FEED_ERROR_REFUSED,
                 _("The compressed file would become more than 200 times larger; no data do. It is not unpacked."));
  if (unpacked > self->max_bytes)
    return fail (error, ESSAIM_FEED_ERROR_REFUSED,
                 _("The file is larger than 2 GB. Look for a part of it, such as one region."));

  return TRUE;
}

static gssize
essaim_archive_stream_read (GInputStream  *stream,
                            void          *buffer,
                            gsize          count,
                            GCancellable  *cancellable,
                            GError       **error)
{
  EssaimArchiveStream *self = ESSAIM_ARCHIVE_STREAM (stream);
  la_ssize_t n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || (self->archive == NULL && !start (self, error)))
    return -1;

  n = archive_read_data (self->archive, buffer, count);
  if (n < 0)
    {
      fail_damaged (error);
      return -1;
    }
  self->position += n;

  return check_limits (self, error) ? n : -1;
}

static gboolean
essaim_archive_stream_close (GInputStream  *stream,
                             GCancellable  *cancellable,
                             GError       **error)
{
  close_archive (ESSAIM_ARCHIVE_STREAM (stream));

  return TRUE;
}

static goffset
essaim_archive_stream_tell (GSeekable *seekable)
{
  return ESSAIM_ARCHIVE_STREAM (seekable)->position;
}

static gboolean
essaim_archive_stream_can_seek (GSeekable *seekable)
{
  return TRUE;
}

/* Only from the start. */
static gboolean
essaim_archive_stream_seek (GSeekable     *seekable,
                            goffset        offset,
                            GSeekType      type,
                            GCancellable  *cancellable,
                            GError       **error)
{
  EssaimArchiveStream *self = ESSAIM_ARCHIVE_STREAM (seekable);
  char skipped[4096];

  if (type != G_SEEK_SET || offset < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "");
      return FALSE;
    }
  if (offset < self->position)
    close_archive (self);

  while (self->position < offset)
    {
      gsize n = MIN ((goffset) sizeof skipped, offset - self->position);
      gssize read = essaim_archive_stream_read (G_INPUT_STREAM (self), skipped, n, cancellable, error);

      if (read < 0)
        return FALSE;
      if (read == 0)
        break;
    }

  return TRUE;
}

static gboolean
essaim_archive_stream_can_truncate (GSeekable *seekable)
{
  return FALSE;
}

static void
essaim_archive_stream_seekable_init (GSeekableIface *iface)
{
  iface->tell = essaim_archive_stream_tell;
  iface->can_seek = essaim_archive_stream_can_seek;
  iface->seek = essaim_archive_stream_seek;
  iface->can_truncate = essaim_archive_stream_can_truncate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EssaimArchiveStream, essaim_archive_stream, G_TYPE_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SEEKABLE, essaim_archive_stream_seekable_init))

static void
essaim_archive_stream_finalize (GObject *object)
{
  EssaimArchiveStream *self = ESSAIM_ARCHIVE_STREAM (object);

  close_archive (self);
  g_free (self->path);

  G_OBJECT_CLASS (essaim_archive_stream_parent_class)->finalize (object);
}

static void
essaim_archive_stream_class_init (EssaimArchiveStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (klass);

  object_class->finalize = essaim_archive_stream_finalize;
  stream_class->read_fn = essaim_archive_stream_read;
  stream_class->close_fn = essaim_archive_stream_close;
}

static void
essaim_archive_stream_init (EssaimArchiveStream *self)
{
}

/**
 * essaim_archive_stream_suits:
 * @bytes: (array length=length): the start of a file
 * @length: its bytes
 *
 * Returns: whether it is a zip (with something in it) or gzip file: PKWARE, “.ZIP File Format Specification”, 4.3.7;
 *   RFC 1952, section 2.3.1
 */
gboolean
essaim_archive_stream_suits (const char *bytes,
                             gsize       length)
{
  return (length >= 4 && memcmp (bytes, "PK\3\4", 4) == 0) || (length >= 2 && memcmp (bytes, "\x1F\x8B", 2) == 0);
}

/**
 * essaim_archive_stream_new:
 * @path: a local file for which essaim_archive_stream_suits() holds
 * @max_bytes: the most that may be unpacked
 * @error: %ESSAIM_FEED_ERROR_REFUSED where the archive is damaged, encrypted, holds no data or more than one data file
 *
 * What becomes more than 200 times larger fails while it is read.
 *
 * Returns: (transfer full) (nullable): the data in it, as a stream that can go back
 */
GInputStream *
essaim_archive_stream_new (const char  *path,
                           guint64      max_bytes,
                           GError     **error)
{
  g_autoptr (EssaimArchiveStream) self = g_object_new (ESSAIM_TYPE_ARCHIVE_STREAM, NULL);
  struct stat info;

  self->path = g_strdup (path);
  self->max_bytes = max_bytes;
  if (stat (path, &info) == 0)
    self->packed_bytes = info.st_size;

  if (!open_archive (self, error) || !choose_member (self, error))
    return NULL;
  close_archive (self);

  return G_INPUT_STREAM (g_steal_pointer (&self));
}
