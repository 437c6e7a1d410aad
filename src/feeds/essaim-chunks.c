/* essaim-chunks.c: a body that comes in chunks, and whether it came to its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-chunks.h"

#include <string.h>

/* The size of a chunk, whatever follows after a semicolon left out. */
static gboolean
read_size (EssaimChunks *self)
{
  char *end = strpbrk (self->line, "; \t");

  if (end != NULL)
    *end = '\0';
  if (!g_ascii_string_to_unsigned (self->line, 16, 0, G_MAXINT64, &self->left, NULL))
    return FALSE;
  self->state = self->left > 0 ? ESSAIM_CHUNKS_DATA : ESSAIM_CHUNKS_TRAILER;

  return TRUE;
}

static gboolean
end_line (EssaimChunks *self)
{
  gboolean is_empty;

  if (self->line_length > 0 && self->line[self->line_length - 1] == '\r')
    self->line_length--;
  self->line[self->line_length] = '\0';
  is_empty = self->line_length == 0;
  self->line_length = 0;

  if (self->state == ESSAIM_CHUNKS_SIZE)
    return read_size (self);

  /* What trailers say is nothing to us. */
  if (self->state == ESSAIM_CHUNKS_TRAILER)
    {
      if (is_empty)
        self->state = ESSAIM_CHUNKS_DONE;
      return TRUE;
    }

  self->state = ESSAIM_CHUNKS_SIZE;

  return is_empty;
}

/* One byte between chunks. */
static gboolean
take (EssaimChunks *self,
      char          c)
{
  if (c == '\n')
    return end_line (self);
  if (self->line_length + 1 >= sizeof self->line)
    return FALSE;
  self->line[self->line_length++] = c;

  return TRUE;
}

/**
 * essaim_chunks_decode:
 * @self: a body
 * @bytes: (inout) (array length=length): what came next of it; gets the data in it, in its first bytes
 * @length: how many came
 *
 * Takes away what is around the chunks (RFC 9112, section 7.1). What follows the last chunk is left out.
 *
 * Returns: how many bytes of data there are; -1 when these are no chunks
 */
gssize
essaim_chunks_decode (EssaimChunks *self,
                      char         *bytes,
                      gsize         length)
{
  gsize n_data = 0;

  for (gsize i = 0; i < length && self->state != ESSAIM_CHUNKS_DONE;)
    {
      gsize n = MIN (self->left, length - i);

      if (self->state != ESSAIM_CHUNKS_DATA)
        {
          if (!take (self, bytes[i++]))
            return -1;
          continue;
        }

      memmove (bytes + n_data, bytes + i, n);
      n_data += n;
      i += n;
      self->left -= n;
      if (self->left == 0)
        self->state = ESSAIM_CHUNKS_DATA_END;
    }

  return n_data;
}
