/* essaim-shortlist-export.c: a shortlist out to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlist-export.h"

#include "essaim-export.h"

/* Where an export stands. */
typedef struct
{
  GPtrArray *entries;
  guint      at;
} Export;

static EssaimProject *
next_copy (gpointer   user_data,
           GError   **error)
{
  Export *export = user_data;
  const EssaimEntry *entry;

  if (export->at == export->entries->len)
    return NULL;

  entry = g_ptr_array_index (export->entries, export->at++);

  return essaim_project_ref (entry->copy);
}

/* The person's columns of the project handed out last. */
static gboolean
fill_extra (const EssaimProject *project,
            EssaimExportExtra   *extra,
            gpointer             user_data)
{
  Export *export = user_data;
  const EssaimEntry *entry = g_ptr_array_index (export->entries, export->at - 1);

  extra->status = essaim_entry_status_to_code (entry->status);
  extra->note = entry->note;
  extra->rating = entry->rating;

  return TRUE;
}

/**
 * essaim_shortlist_export: (skip)
 * @work: the person's work
 * @reference: the shipped facts
 * @shortlist: UUID
 * @path: of the file; its ending says the format
 * @error: return location
 *
 * Writes the copies kept, with status, note and rating. Blocks: call it in the worker of @work.
 *
 * Returns: whether the file is there
 */
gboolean
essaim_shortlist_export (EssaimWork       *work,
                         EssaimReference  *reference,
                         const char       *shortlist,
                         const char       *path,
                         GError          **error)
{
  EssaimExportOptions options = { .extra = fill_extra };
  EssaimShortlist *found = NULL;
  Export export = { 0 };
  gboolean ok = FALSE;

  if (!essaim_export_format_from_path (path, &options.format, error))
    return FALSE;

  found = essaim_work_find_shortlist (work, shortlist, error);
  if (found == NULL)
    return FALSE;

  export.entries = essaim_work_list_entries (work, found->id, error);
  if (export.entries != NULL)
    {
      options.title = found->name;
      ok = essaim_export_write (path, &options, reference, next_copy, &export, NULL, error);
      g_ptr_array_unref (export.entries);
    }
  essaim_shortlist_free (found);

  return ok;
}
