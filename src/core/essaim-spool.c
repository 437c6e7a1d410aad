/* essaim-spool.c: a file without a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUFFER_SIZE (256 * 1024)
/* What is read ahead at first; twice as much each time that reading goes on from there. */
#define FIRST_READ 4096
#define UNIT 8

struct _EssaimSpool
{
  int      fd;
  guint8  *buffer;         /* what is not written yet; later, what was read ahead */
  gsize    filled;
  guint64  buffer_start;   /* where in the file the buffer begins */
  gboolean is_reading;
  gsize    ahead;
};

/**
 * essaim_spool_set_error:
 * @saved_errno: what kept something from being put aside
 * @error: return location
 */
void
essaim_spool_set_error (int      saved_errno,
                        GError **error)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved_errno),
               _("What was read could not be kept aside: %s. Check that there is room left on the disk"),
               g_strerror (saved_errno));
}

/**
 * essaim_spool_open_nameless:
 * @folder: (nullable): where the file is made; it loses its name at once, so that it never outlives the program.
 *   %NULL for the folder of temporary files
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: an empty file, to be closed; -1 with @error
 */
int
essaim_spool_open_nameless (const char *folder,
                            GError    **error)
{
  g_autofree char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), "spool-XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    essaim_spool_set_error (errno, error);
  else
    g_unlink (path);

  return fd;
}

/**
 * essaim_spool_new:
 * @folder: (nullable): where the file is made, which has no name; %NULL for the folder of temporary files
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: (transfer full): an empty spool
 */
EssaimSpool *
essaim_spool_new (const char *folder,
                  GError    **error)
{
  int fd = essaim_spool_open_nameless (folder, error);
  EssaimSpool *self;

  if (fd < 0)
    return NULL;

  self = g_new0 (EssaimSpool, 1);
  self->fd = fd;
  self->buffer = g_malloc (BUFFER_SIZE);

  return self;
}

/**
 * essaim_spool_free:
 * @self: (nullable): a spool
 */
void
essaim_spool_free (EssaimSpool *self)
{
  if (self == NULL)
    return;

  close (self->fd);
  g_free (self->buffer);
  g_free (self);
}

static gboolean
flush (EssaimSpool *self,
       GError     **error)
{
  gsize done = 0;

  while (done < self->filled)
    {
      gssize n = write (self->fd, self->buffer + done, self->filled - done);

      if (n < 0 && errno != EINTR)
        {
          essaim_spool_set_error (errno, error);
          return FALSE;
        }
      done += MAX (n, 0);
    }

  self->buffer_start += self->filled;
  self->filled = 0;
  return TRUE;
}

static gboolean
put (EssaimSpool  *self,
     gconstpointer data,
     gsize         length,
     GError      **error)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      gsize n = MIN (length, BUFFER_SIZE - self->filled);

      memcpy (self->buffer + self->filled, bytes, n);
      self->filled += n;
      bytes += n;
      length -= n;
      if (self->filled == BUFFER_SIZE && !flush (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_spool_append:
 * @self: a spool that was not read yet
 * @data: bytes
 * @length: how many
 * @place: (out): what essaim_spool_read() finds them by
 * @error: return location
 *
 * Returns: whether they are kept
 */
gboolean
essaim_spool_append (EssaimSpool  *self,
                     gconstpointer data,
                     guint32       length,
                     guint32      *place,
                     GError      **error)
{
  static const guint8 padding[UNIT];
  guint64 start = self->buffer_start + self->filled;

  if (start / UNIT > G_MAXUINT32)
    {
      essaim_spool_set_error (EFBIG, error);
      return FALSE;
    }

  *place = (guint32) (start / UNIT);
  return put (self, &length, sizeof length, error) &&
         put (self, data, length, error) &&
         put (self, padding, (UNIT - (sizeof length + length) % UNIT) % UNIT, error);
}

/* Reads ahead from @start, less at the end of the file; little where it is not where the last one ended. */
static gboolean
fill (EssaimSpool *self,
      guint64      start,
      GError     **error)
{
  gboolean goes_on = start == self->buffer_start + self->filled && self->filled > 0;
  gssize n;

  self->ahead = goes_on ? MIN (2 * self->ahead, BUFFER_SIZE) : FIRST_READ;
  self->buffer_start = start;
  self->filled = 0;
  do
    {
      n = pread (self->fd, self->buffer + self->filled, self->ahead - self->filled, (off_t) (start + self->filled));
      self->filled += MAX (n, 0);
    }
  while ((n > 0 && self->filled < self->ahead) || (n < 0 && errno == EINTR));

  if (n < 0)
    essaim_spool_set_error (errno, error);
  return n >= 0;
}

static gboolean
get (EssaimSpool *self,
     guint64      start,
     guint8      *bytes,
     gsize        length,
     GError     **error)
{
  while (length > 0)
    {
      gboolean is_inside = start >= self->buffer_start && start < self->buffer_start + self->filled;
      gsize n;

      if (!is_inside && !fill (self, start, error))
        return FALSE;
      n = MIN (length, self->buffer_start + self->filled - start);
      if (n == 0)
        {
          essaim_spool_set_error (EIO, error);
          return FALSE;
        }
      memcpy (bytes, self->buffer + (start - self->buffer_start), n);
      start += n;
      bytes += n;
      length -= n;
    }

  return TRUE;
}

/**
 * essaim_spool_read:
 * @self: a spool
 * @place: what essaim_spool_append() gave
 * @bytes: replaced by what is there
 * @error: return location
 *
 * Fast in the order of appending, correct in any.
 *
 * Returns: whether they were read
 */
gboolean
essaim_spool_read (EssaimSpool *self,
                   guint32      place,
                   GByteArray  *bytes,
                   GError     **error)
{
  guint64 start = (guint64) place * UNIT;
  guint32 length;

  if (!self->is_reading && !flush (self, error))
    return FALSE;
  self->is_reading = TRUE;
  if (!get (self, start, (guint8 *) &length, sizeof length, error))
    return FALSE;

  g_byte_array_set_size (bytes, length);
  return get (self, start + sizeof length, bytes->data, length, error);
}
