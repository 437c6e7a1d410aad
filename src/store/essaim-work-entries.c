/* essaim-work-entries.c: the projects on the person's shortlists, with what was noted of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "essaim-json-text.h"
#include "essaim-now.h"
#include "essaim-project-json.h"
#include "essaim-store-error.h"
#include "essaim-work-private.h"

/* An entry is shown even when its copy cannot be read: the note is worth more than the copy. */
static EssaimProject *
read_copy (EssaimWork *self,
           const char *project,
           const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, &error) : NULL;
  EssaimProject *copy = NULL;

  if (node != NULL)
    copy = essaim_project_from_json (node, essaim_reference_get_themes (self->reference), &error);

  if (copy == NULL)
    {
      g_debug ("The copy of %s: %s", project, error != NULL ? error->message : "missing");
      copy = essaim_project_new ();
      copy->id = g_strdup (project);
      copy->title = g_strdup (project);
    }

  return copy;
}

static EssaimEntry *
take_entry (EssaimWork      *self,
            EssaimStatement *row)
{
  EssaimEntry *entry = g_new0 (EssaimEntry, 1);

  entry->project = essaim_statement_dup_text (row, 0);
  entry->copy = read_copy (self, entry->project, essaim_statement_get_text (row, 1));
  entry->added = essaim_statement_dup_text (row, 2);
  entry->note = g_strdup ("");
  entry->next_step = g_strdup ("");
  /* What no entry can have stays as it is for a new one. */
  for (EssaimEntryField field = 0; field < ESSAIM_N_ENTRY_FIELDS; field++)
    essaim_entry_set_field (entry, field, essaim_statement_get_text (row, 3 + field));

  return entry;
}

/**
 * essaim_work_list_entries:
 * @self: work
 * @shortlist: an id or an exact name
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: (transfer full) (element-type EssaimEntry): its entries, oldest first
 */
GPtrArray *
essaim_work_list_entries (EssaimWork  *self,
                          const char  *shortlist,
                          GError     **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_entry_free);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);
  g_return_val_if_fail (shortlist != NULL, NULL);

  id = essaim_work_resolve_shortlist (self, shortlist, error);
  if (id == NULL)
    return NULL;

  query = essaim_work_query (self,
                             "SELECT project, copy, added, status, note, rating, next_step, next_date FROM entry"
                             " WHERE shortlist = ?1 AND NOT deleted ORDER BY rowid",
                             (const char *[]) { id }, 1, error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    g_ptr_array_add (entries, take_entry (self, query));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&entries);
}

static char *
make_entry_uuid (const char *shortlist,
                 const char *project)
{
  g_autofree char *key = g_strjoin (" ", shortlist, project, NULL);

  return essaim_work_make_uuid ("entry", key);
}

static char *
write_copy (EssaimWork          *self,
            const EssaimProject *project)
{
  g_autoptr (JsonNode) node = essaim_project_to_json (project, self->reference, TRUE);

  return essaim_json_to_text (node, FALSE);
}

static gboolean
insert_entry (EssaimWork  *self,
              const char  *uuid,
              const char  *shortlist,
              const char  *project,
              GError     **error)
{
  EssaimStatement *add = essaim_work_query (self,
    "INSERT OR IGNORE INTO entry (uuid, shortlist, project) VALUES (?1, ?2, ?3)",
    (const char *[]) { uuid, shortlist, project }, 3, error);

  return add != NULL && essaim_statement_run (add, error);
}

/* A project is called after its first record also when that one is gone: should the library be lost, it leads to another one. */
static gboolean
put_stand_in (EssaimWork           *self,
              const EssaimProject  *project,
              GError              **error)
{
  const EssaimSource *own = essaim_project_find_source (project, project->id);

  if (own == NULL || !own->gone)
    return TRUE;

  for (guint i = 0; i < project->sources->len; i++)
    {
      const EssaimSource *source = project->sources->pdata[i];

      if (!source->gone && source->record != NULL)
        return essaim_work_put_alias (self, project->id, source->record, error);
    }

  return TRUE;
}

/* Within a change. An entry that was removed comes back with its note and status, and a new copy. */
static gboolean
put_entry (EssaimWork           *self,
           const char           *shortlist,
           const EssaimProject  *project,
           GError              **error)
{
  g_autofree char *id = essaim_work_resolve_shortlist (self, shortlist, error);
  g_autofree char *uuid = NULL;
  g_autofree char *living = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *now = essaim_now ();
  g_autoptr (GError) local_error = NULL;

  if (id == NULL)
    return FALSE;

  uuid = make_entry_uuid (id, project->id);
  living = essaim_work_get_text (self, "SELECT uuid FROM entry WHERE uuid = ?1 AND NOT deleted",
                                 (const char *[]) { uuid }, 1, &local_error);
  if (living != NULL)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  copy = write_copy (self, project);

  return insert_entry (self, uuid, id, project->id, error) &&
         essaim_work_set_field (self, "entry", uuid, "copy", copy, error) &&
         essaim_work_set_field (self, "entry", uuid, "added", now, error) &&
         put_stand_in (self, project, error) &&
         essaim_work_set_field (self, "entry", uuid, "deleted", "0", error);
}

/**
 * essaim_work_add_entry:
 * @self: work
 * @shortlist: an id or an exact name
 * @project: what is kept, as it is now
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Keeps a project. One that is kept already stays as it is.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_add_entry (EssaimWork           *self,
                       const char           *shortlist,
                       const EssaimProject  *project,
                       GError              **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (shortlist != NULL, FALSE);
  g_return_val_if_fail (project != NULL && project->id != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, put_entry (self, shortlist, project, error), error);
}

/* Within a change: sets a field of an entry; only restoring reaches removed ones. */
static gboolean
set_entry_field (EssaimWork  *self,
                 const char  *shortlist,
                 const char  *project,
                 const char  *field,
                 const char  *value,
                 gboolean     removed_too,
                 GError     **error)
{
  g_autofree char *id = essaim_work_resolve_shortlist (self, shortlist, error);
  g_autofree char *uuid = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;

  if (id == NULL)
    return FALSE;

  uuid = essaim_work_get_text (self,
    "SELECT uuid FROM entry WHERE shortlist = ?1 AND project = ?2 AND (NOT deleted OR ?3 = '1')",
    (const char *[]) { id, project, removed_too ? "1" : "0" }, 3, &local_error);
  if (uuid != NULL)
    return essaim_work_set_field (self, "entry", uuid, field, value, error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  name = essaim_work_get_text (self, "SELECT name FROM shortlist WHERE uuid = ?1", (const char *[]) { id }, 1, NULL);
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("“%s” is not on the shortlist “%s”."),
               project, name != NULL ? name : shortlist);

  return FALSE;
}

static gboolean
change_entry (EssaimWork  *self,
              const char  *shortlist,
              const char  *project,
              const char  *field,
              const char  *value,
              GError     **error)
{
  gboolean removed_too = g_str_equal (field, "deleted") && g_strcmp0 (value, "0") == 0;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (shortlist != NULL && project != NULL, FALSE);

  return essaim_work_begin (self, error) &&
         essaim_work_end (self, set_entry_field (self, shortlist, project, field, value, removed_too, error), error);
}

/**
 * essaim_work_remove_entry:
 * @self: work
 * @shortlist: an id or an exact name
 * @project: the id of a project on it
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_remove_entry (EssaimWork  *self,
                          const char  *shortlist,
                          const char  *project,
                          GError     **error)
{
  return change_entry (self, shortlist, project, "deleted", "1", error);
}

/**
 * essaim_work_restore_entry:
 * @self: work
 * @shortlist: an id or an exact name
 * @project: the id of a project that was on it
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Takes a removal back: the copy and the work on it are as they were.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_restore_entry (EssaimWork  *self,
                           const char  *shortlist,
                           const char  *project,
                           GError     **error)
{
  return change_entry (self, shortlist, project, "deleted", "0", error);
}

static void
set_refused (EssaimEntryField   field,
             const char        *value,
             GError           **error)
{
  if (field == ESSAIM_ENTRY_FIELD_NEXT_DATE)
    g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                 _("“%s” is not a day: write it as in 2026-11-30."), value);
  else
    g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED,
                 _("“%s” is not a rating: use 1 to %d, or 0 for none."), value, ESSAIM_RATING_MAX);
}

/**
 * essaim_work_set_entry:
 * @self: work
 * @shortlist: an id or an exact name
 * @project: the id of a project on it
 * @field: what to change of its entry
 * @value: (nullable): the new value, as text, kept byte for byte
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`, or `_FAILED` for what no entry can have
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_entry (EssaimWork        *self,
                       const char        *shortlist,
                       const char        *project,
                       EssaimEntryField   field,
                       const char        *value,
                       GError           **error)
{
  if (!essaim_entry_accepts (field, value))
    {
      set_refused (field, value, error);
      return FALSE;
    }

  return change_entry (self, shortlist, project, essaim_entry_field_get_name (field), value, error);
}

/**
 * essaim_work_list_kept:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of the ids of every project on any shortlist
 */
GHashTable *
essaim_work_list_kept (EssaimWork  *self,
                       GError     **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self,
                             "SELECT DISTINCT project FROM entry JOIN shortlist ON shortlist.uuid = entry.shortlist"
                             " WHERE NOT entry.deleted AND NOT shortlist.deleted",
                             NULL, 0, error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    g_hash_table_add (kept, essaim_statement_dup_text (query, 0));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&kept);
}
