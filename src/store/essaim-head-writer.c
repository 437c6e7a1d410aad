/* essaim-head-writer.c: heads into the tables of library.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-head-writer.h"

#include <string.h>

#include "essaim-hash.h"
#include "essaim-library-private.h"
#include "essaim-merge.h"
#include "essaim-part-table.h"
#include "essaim-project-places.h"
#include "essaim-project-table.h"

struct _EssaimHeadWriter
{
  /* Owned */
  EssaimProjectTable *table;

  /* Owned: one head, while it is written */
  GString            *declared;
  GString            *places;

  /* Borrowed */
  EssaimConnection   *connection;
  EssaimReference    *reference;    /* (nullable) */
  EssaimGazetteer    *gazetteer;    /* (nullable) */
  const char * const *feed_order;   /* (nullable) */
};

/**
 * essaim_head_writer_new:
 * @connection: library.db, in a transaction
 * @reference: (nullable): the shipped facts
 * @feed_order: (nullable): ids of feeds, the one to be believed first at the head; must stay
 * @error: return location
 *
 * Returns: (transfer full): a writer of heads
 */
EssaimHeadWriter *
essaim_head_writer_new (EssaimConnection   *connection,
                        EssaimReference    *reference,
                        const char * const *feed_order,
                        GError            **error)
{
  EssaimProjectTable *table = essaim_project_table_new (connection, error);
  EssaimHeadWriter *self;

  if (table == NULL)
    return NULL;

  self = g_new0 (EssaimHeadWriter, 1);
  self->table = table;
  self->declared = g_string_new (NULL);
  self->places = g_string_new (NULL);
  self->connection = connection;
  self->reference = reference;
  self->gazetteer = reference != NULL ? essaim_reference_get_gazetteer (reference) : NULL;
  self->feed_order = feed_order;

  return self;
}

/**
 * essaim_head_writer_free:
 * @self: (nullable): a writer
 */
void
essaim_head_writer_free (EssaimHeadWriter *self)
{
  if (self == NULL)
    return;

  essaim_project_table_free (self->table);
  g_string_free (self->declared, TRUE);
  g_string_free (self->places, TRUE);
  g_free (self);
}

static GPtrArray *
read_parts (EssaimHeadWriter  *self,
            const EssaimGroup *group,
            GError           **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);

  for (guint i = 0; i < group->n_parts; i++)
    {
      EssaimProject *part = essaim_project_reader_read (self->connection, group->parts[i].number, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }

  return g_steal_pointer (&parts);
}

static void
gather_places (EssaimHeadWriter    *self,
               const EssaimProject *project)
{
  EssaimRow row = { 0 };

  g_string_truncate (self->places, 0);
  for (guint i = 0; i < project->sites->len; i++)
    {
      essaim_row_read_site (&row, project->sites->pdata[i]);
      essaim_project_places_add (self->places, self->gazetteer, &row);
    }
}

/* When it was first seen in any feed, when it was last changed in one, and whether it is in none any more. */
static void
read_dates (GPtrArray           *parts,
            EssaimProjectLabels *labels,
            const char         **updated)
{
  labels->is_gone = TRUE;
  for (guint i = 0; i < parts->len; i++)
    {
      const EssaimProject *part = parts->pdata[i];
      const EssaimSource *source = part->sources->len > 0 ? part->sources->pdata[0] : NULL;

      labels->is_gone &= essaim_project_is_gone (part);
      if (source == NULL)
        continue;
      if (labels->first_seen == NULL || g_strcmp0 (source->first_seen, labels->first_seen) < 0)
        labels->first_seen = source->first_seen;
      if (!source->gone && g_strcmp0 (source->updated, *updated) > 0)
        *updated = source->updated;
    }
}

static gboolean
write_project (EssaimHeadWriter          *self,
               const EssaimProject       *project,
               const EssaimProjectLabels *labels,
               const char                *updated,
               guint32                   *number,
               GError                   **error)
{
  gint64 written = *number;
  EssaimRow row;

  essaim_row_read_project (&row, project, NULL, NULL, self->declared);
  row.texts[ESSAIM_ROW_UPDATED] = updated;
  row.lengths[ESSAIM_ROW_UPDATED] = updated != NULL ? (guint32) strlen (updated) : 0;
  if (*number != 0 ? !essaim_project_table_update (self->table, &row, labels, *number, error)
                   : !essaim_project_table_insert (self->table, &row, labels, &written, error))
    return FALSE;

  *number = (guint32) written;
  for (guint i = 0; i < project->sites->len; i++)
    {
      essaim_row_read_site (&row, project->sites->pdata[i]);
      if (!essaim_project_table_add_site (self->table, &row, *number, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_parts (EssaimHeadWriter    *self,
             const EssaimGroup   *group,
             const EssaimProject *project,
             guint32              number,
             GError             **error)
{
  g_autofree char *origins = essaim_origins_write (project->origins);

  if (!essaim_part_table_put_head (self->connection, number, group->content, origins, error))
    return FALSE;

  for (guint i = 0; i < group->n_parts; i++)
    if (!essaim_part_table_put (self->connection, group->parts[i].number, number, error))
      return FALSE;

  return TRUE;
}

/**
 * essaim_head_writer_write:
 * @self: a writer
 * @group: what the head is made of; none of its parts is in a head
 * @number: (inout): of a project that was a head before, or 0: gets its number
 * @error: return location
 *
 * Writes the head with its sites, not yet the texts it is searched by.
 *
 * Returns: whether it is written
 */
gboolean
essaim_head_writer_write (EssaimHeadWriter  *self,
                          const EssaimGroup *group,
                          guint32           *number,
                          GError           **error)
{
  g_autoptr (GPtrArray) parts = read_parts (self, group, error);
  g_autoptr (EssaimProject) project = NULL;
  EssaimProjectLabels labels = { 0 };
  const char *updated = NULL;

  if (parts == NULL)
    return FALSE;

  project = essaim_merge_projects (parts, group->corrections, self->feed_order, self->reference);
  gather_places (self, project);
  read_dates (parts, &labels, &updated);
  labels.id = group->parts[0].id;
  labels.feed = group->parts[0].feed;
  labels.key = essaim_hash_text (0, labels.id);
  labels.places = self->places->str;

  return write_project (self, project, &labels, updated, number, error) &&
         write_parts (self, group, project, *number, error);
}

/**
 * essaim_head_writer_remove:
 * @self: a writer
 * @number: of a project that was a head, whose texts were forgotten
 * @error: return location
 *
 * Returns: whether the project is gone
 */
gboolean
essaim_head_writer_remove (EssaimHeadWriter *self,
                           guint32           number,
                           GError          **error)
{
  return essaim_project_table_remove (self->table, number, error);
}
