/* essaim-chunks.h: a body that comes in chunks, and whether it came to its end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimChunksState: what is expected next. */
typedef enum
{
  ESSAIM_CHUNKS_SIZE,
  ESSAIM_CHUNKS_DATA,
  ESSAIM_CHUNKS_DATA_END,
  ESSAIM_CHUNKS_TRAILER,
  ESSAIM_CHUNKS_DONE,
} EssaimChunksState;

/** EssaimChunks: zeroed to begin with. */
typedef struct
{
  EssaimChunksState state;
  guint64           left;          /* of the chunk */
  guint             line_length;   /* so far, of a line between chunks */
  char              line[256];
} EssaimChunks;

gssize essaim_chunks_decode (EssaimChunks *self, char *bytes, gsize length);

G_END_DECLS
