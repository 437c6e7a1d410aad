/* essaim-paged-array.c: a long array in a file without a name, little of which is in memory
 *
 * The file is mapped, and what was gone through is given back to the system, which keeps it in its cache of files while
 * it has room. Its blocks are reserved before they are mapped: a full disk is an error, and not a signal.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-paged-array.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "essaim-spool.h"

#define FIRST_SIZE (64 * 1024)

/* So many elements are gone through before what was is given back. */
#define KEPT 65536

struct _EssaimPagedArray
{
  int     fd;
  guint8 *data;           /* (nullable): mapped */
  gsize   size;           /* of what is mapped, in bytes */
  gsize   element_size;
  guint   n;
  guint   n_gone;         /* elements that were gone through since something was given back */
};

/**
 * essaim_paged_array_new:
 * @folder: (nullable): where the file is made; it has no name, so that it never outlives the program
 * @element_size: bytes of an element
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: (transfer full): an empty array
 */
EssaimPagedArray *
essaim_paged_array_new (const char *folder,
                        gsize       element_size,
                        GError    **error)
{
  int fd = essaim_spool_open_nameless (folder, error);
  EssaimPagedArray *self;

  if (fd < 0)
    return NULL;

  self = g_new0 (EssaimPagedArray, 1);
  self->fd = fd;
  self->element_size = element_size;

  return self;
}

/**
 * essaim_paged_array_free:
 * @self: (nullable): an array
 */
void
essaim_paged_array_free (EssaimPagedArray *self)
{
  if (self == NULL)
    return;

  if (self->data != NULL)
    munmap (self->data, self->size);
  close (self->fd);
  g_free (self);
}

static gboolean
grow (EssaimPagedArray  *self,
      GError           **error)
{
  gsize size = self->size == 0 ? FIRST_SIZE : 2 * self->size;
  int failed = posix_fallocate (self->fd, 0, (off_t) size);
  gpointer data = MAP_FAILED;

  if (failed == 0)
    {
      data = self->data == NULL ? mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, self->fd, 0)
                                : mremap (self->data, self->size, size, MREMAP_MAYMOVE);
      failed = data == MAP_FAILED ? errno : 0;
    }
  if (failed != 0)
    {
      essaim_spool_set_error (failed, error);
      return FALSE;
    }

  self->data = data;
  self->size = size;
  return TRUE;
}

/**
 * essaim_paged_array_append:
 * @self: an array
 * @element: copied
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: whether it was appended
 */
gboolean
essaim_paged_array_append (EssaimPagedArray *self,
                           gconstpointer     element,
                           GError          **error)
{
  if ((self->n + 1) * self->element_size > self->size && !grow (self, error))
    return FALSE;

  self->n++;
  memcpy (essaim_paged_array_get (self, self->n - 1), element, self->element_size);

  return TRUE;
}

/**
 * essaim_paged_array_get_n:
 * @self: an array
 *
 * Returns: how many elements it has
 */
guint
essaim_paged_array_get_n (const EssaimPagedArray *self)
{
  return self->n;
}

/**
 * essaim_paged_array_get:
 * @self: an array
 * @n: which element
 *
 * Returns: (transfer none): it, to be read or changed in place
 */
gpointer
essaim_paged_array_get (EssaimPagedArray *self,
                        guint             n)
{
  if (++self->n_gone == KEPT)
    {
      self->n_gone = 0;
      madvise (self->data, self->size, MADV_DONTNEED);
    }

  return self->data + n * self->element_size;
}
