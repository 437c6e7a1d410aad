/* essaim-heads.c: all heads of library.db, as they should be
 *
 * Groups of parts are compared with the heads that are stored, by a hash of all that a head is made of, and only what
 * differs is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-heads.h"

#include <string.h>

#include "essaim-part-table.h"
#include "essaim-text-table.h"

/* A group, and what there was of it. */
typedef struct
{
  const EssaimGroup *group;
  guint32            number;    /* of its head; 0 before it has one */
  gboolean           is_same;   /* the head is what it should be */
} Head;

/* Heads that are stored, while it is found out which of the new ones they become. */
typedef struct
{
  /* Owned */
  GArray     *rows;     /* (element-type EssaimHeadRow), by number */
  GHashTable *heads;    /* (element-type guint guint): part to head */
  GHashTable *rows_of;  /* (element-type guint EssaimHeadRow): by number, those that nothing took yet */
} Stored;

static void
stored_clear (Stored *stored)
{
  g_clear_pointer (&stored->rows, g_array_unref);
  g_clear_pointer (&stored->heads, g_hash_table_unref);
  g_clear_pointer (&stored->rows_of, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stored, stored_clear)

static gboolean
stored_load (Stored            *stored,
             EssaimConnection  *connection,
             GError           **error)
{
  stored->rows = essaim_part_table_list_heads (connection, error);
  stored->heads = stored->rows != NULL ? essaim_part_table_load (connection, error) : NULL;
  stored->rows_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; stored->heads != NULL && i < stored->rows->len; i++)
    {
      EssaimHeadRow *row = &g_array_index (stored->rows, EssaimHeadRow, i);

      g_hash_table_insert (stored->rows_of, GUINT_TO_POINTER (row->number), row);
    }

  return stored->heads != NULL;
}

/* The head becomes the stored one that a part of it is in: with @by_id, one that has the id of this part. */
static void
take_stored (Stored   *stored,
             Head     *head,
             gboolean  by_id)
{
  for (guint i = 0; head->number == 0 && i < head->group->n_parts; i++)
    {
      const EssaimGroupPart *part = &head->group->parts[i];
      gpointer number = g_hash_table_lookup (stored->heads, GUINT_TO_POINTER (part->number));
      const EssaimHeadRow *row = g_hash_table_lookup (stored->rows_of, number);

      if (row == NULL || (by_id && strcmp (part->id, row->id) != 0))
        continue;

      head->number = row->number;
      head->is_same = row->content == head->group->content;
      g_hash_table_remove (stored->rows_of, number);
    }
}

/* (element-type Head): a head stays where its id is, so that what is on screen stays what it is; else where one of its
 * parts is. */
static GArray *
match_heads (const GArray *groups,
             Stored       *stored)
{
  GArray *heads = g_array_sized_new (FALSE, FALSE, sizeof (Head), groups->len);

  for (guint i = 0; i < groups->len; i++)
    g_array_append_vals (heads, &(Head) { .group = &g_array_index (groups, EssaimGroup, i) }, 1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < heads->len; i++)
      take_stored (stored, &g_array_index (heads, Head, i), pass == 0);

  return heads;
}

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* (element-type guint32): numbers of the heads that change or go, ascending. */
static GArray *
list_changed (const GArray *heads,
              Stored       *stored)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer left;

  for (guint i = 0; i < heads->len; i++)
    {
      const Head *head = &g_array_index (heads, Head, i);

      if (head->number != 0 && !head->is_same)
        g_array_append_val (numbers, head->number);
    }
  g_hash_table_iter_init (&iter, stored->rows_of);
  while (g_hash_table_iter_next (&iter, NULL, &left))
    g_array_append_val (numbers, ((const EssaimHeadRow *) left)->number);
  g_array_sort (numbers, compare_numbers_cb);

  return numbers;
}

/* What is stored of the heads that change is taken away, but for the rows of those that are written again. */
static gboolean
clear_changed (EssaimConnection *connection,
               const GArray     *heads,
               Stored           *stored,
               EssaimHeadWriter *writer,
               GError          **error)
{
  g_autoptr (GArray) numbers = list_changed (heads, stored);

  if (!essaim_text_table_forget (connection, numbers, error))
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);
      gboolean is_over = g_hash_table_contains (stored->rows_of, GUINT_TO_POINTER (number));

      if (!essaim_part_table_remove_head (connection, number, error) ||
          (is_over && !essaim_head_writer_remove (writer, number, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_changed (EssaimConnection *connection,
               const GArray     *heads,
               EssaimHeadWriter *writer,
               GError          **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < heads->len; i++)
    {
      Head *head = &g_array_index (heads, Head, i);

      if (head->is_same)
        continue;
      if (!essaim_head_writer_write (writer, head->group, &head->number, error))
        return FALSE;
      g_array_append_val (numbers, head->number);
    }
  g_array_sort (numbers, compare_numbers_cb);

  return essaim_text_table_put (connection, numbers, error) &&
         (numbers->len == 0 || essaim_text_table_tidy (connection, error));
}

/**
 * essaim_heads_write:
 * @connection: library.db, in a transaction
 * @reference: (nullable): the shipped facts
 * @feed_order: (nullable): ids of feeds, the one to be believed first at the head
 * @groups: (element-type EssaimGroup): parts that are one project, each in one group only
 * @error: return location
 *
 * Heads keep their numbers where they can: one stays with the part that it has its id of, else with another part of it.
 *
 * Returns: whether there is a head for each group, and none besides
 */
gboolean
essaim_heads_write (EssaimConnection   *connection,
                    EssaimReference    *reference,
                    const char * const *feed_order,
                    const GArray       *groups,
                    GError            **error)
{
  g_auto (Stored) stored = { NULL };
  g_autoptr (GArray) heads = NULL;
  g_autoptr (EssaimHeadWriter) writer = NULL;

  if (!stored_load (&stored, connection, error))
    return FALSE;
  heads = match_heads (groups, &stored);

  writer = essaim_head_writer_new (connection, reference, feed_order, error);
  return writer != NULL && clear_changed (connection, heads, &stored, writer, error) &&
         write_changed (connection, heads, writer, error);
}
