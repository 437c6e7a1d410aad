/* essaim-match-drawers.c: records on disk, those of one key together
 *
 * All records of a large library do not fit in the memory that a laptop has to spare. What can be one shares a commune
 * or a number, so those of a few communes are all that has to be looked at together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-matcher-private.h"

#include "essaim-spool.h"

/* Records of a drawer that go to the disk together: about 32 KB. */
#define BLOCK 288

/** Drawer: where the records of some keys are. */
typedef struct
{
  GArray *places;   /* (nullable) (element-type guint32): of the blocks in the spool */
  GArray *block;    /* (nullable) (element-type EssaimMatchItem): the last one, which is not full */
} Drawer;

struct _EssaimMatchDrawers
{
  /* Owned */
  EssaimSpool *spool;
  GByteArray  *bytes;
  Drawer       drawers[ESSAIM_MATCH_N_DRAWERS];
};

/**
 * essaim_match_drawers_new:
 * @folder: (nullable): where the file is made that has no name; %NULL for the folder of temporary files
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: (transfer full): empty drawers
 */
EssaimMatchDrawers *
essaim_match_drawers_new (const char *folder,
                          GError    **error)
{
  EssaimSpool *spool = essaim_spool_new (folder, error);
  EssaimMatchDrawers *self;

  if (spool == NULL)
    return NULL;

  self = g_new0 (EssaimMatchDrawers, 1);
  self->spool = spool;
  self->bytes = g_byte_array_new ();

  return self;
}

/**
 * essaim_match_drawers_free:
 * @self: (nullable): drawers
 */
void
essaim_match_drawers_free (EssaimMatchDrawers *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < ESSAIM_MATCH_N_DRAWERS; i++)
    {
      g_clear_pointer (&self->drawers[i].places, g_array_unref);
      g_clear_pointer (&self->drawers[i].block, g_array_unref);
    }
  essaim_spool_free (self->spool);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gboolean
put_away (EssaimMatchDrawers *self,
          Drawer             *drawer,
          GError            **error)
{
  guint32 place;

  if (!essaim_spool_append (self->spool, drawer->block->data, BLOCK * sizeof (EssaimMatchItem), &place, error))
    return FALSE;

  g_array_append_val (drawer->places, place);
  g_array_set_size (drawer->block, 0);
  return TRUE;
}

/**
 * essaim_match_drawers_put:
 * @self: drawers that were not opened yet
 * @item: a record, copied to the drawer of its key
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: whether it is kept
 */
gboolean
essaim_match_drawers_put (EssaimMatchDrawers    *self,
                          const EssaimMatchItem *item,
                          GError               **error)
{
  Drawer *drawer = &self->drawers[(item->key * 0x9E3779B1u >> 16) % ESSAIM_MATCH_N_DRAWERS];

  if (drawer->block == NULL)
    {
      drawer->block = g_array_sized_new (FALSE, FALSE, sizeof (EssaimMatchItem), BLOCK);
      drawer->places = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  g_array_append_val (drawer->block, *item);

  return drawer->block->len < BLOCK || put_away (self, drawer, error);
}

/**
 * essaim_match_drawers_open:
 * @self: drawers; nothing more is put into them
 * @drawer: which one
 * @items: (element-type EssaimMatchItem): replaced by what is in it
 * @error: return location for an error of `G_IO_ERROR`
 *
 * Returns: whether it could be read
 */
gboolean
essaim_match_drawers_open (EssaimMatchDrawers  *self,
                           guint                drawer,
                           GArray              *items,
                           GError             **error)
{
  const Drawer *opened = &self->drawers[drawer];

  g_array_set_size (items, 0);
  if (opened->block == NULL)
    return TRUE;

  for (guint i = 0; i < opened->places->len; i++)
    {
      if (!essaim_spool_read (self->spool, g_array_index (opened->places, guint32, i), self->bytes, error))
        return FALSE;
      g_array_append_vals (items, self->bytes->data, BLOCK);
    }
  g_array_append_vals (items, opened->block->data, opened->block->len);

  return TRUE;
}
