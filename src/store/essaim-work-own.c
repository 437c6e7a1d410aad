/* essaim-work-own.c: the projects that the person added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-json-text.h"
#include "essaim-now.h"
#include "essaim-project-json.h"
#include "essaim-store-error.h"
#include "essaim-work-private.h"

#define OWN_PREFIX ESSAIM_OWN_FEED ":"

static char *
make_id (const char *uuid)
{
  return g_strconcat (OWN_PREFIX, uuid, NULL);
}

/* "" of what is no id of such a project */
static char *
dup_uuid (const char *id)
{
  return g_strdup (g_str_has_prefix (id, OWN_PREFIX) ? id + strlen (OWN_PREFIX) : "");
}

/* A theme that the person gave is not one that a source gave. */
static void
mark_themes (EssaimProject *project)
{
  for (guint i = 0; i < ESSAIM_N_THEMES; i++)
    if (project->themes[i] != ESSAIM_THEME_HOW_NONE)
      project->themes[i] = ESSAIM_THEME_HOW_PERSON;
}

static EssaimProject *
take_own (EssaimWork      *self,
          EssaimStatement *row)
{
  const char *uuid = essaim_statement_get_text (row, 0);
  const char *json = essaim_statement_get_text (row, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, &error) : NULL;
  EssaimProject *project = NULL;

  if (node != NULL)
    project = essaim_project_from_json (node, essaim_reference_get_themes (self->reference), &error);
  if (project == NULL)
    {
      g_warning ("The project %s cannot be read: %s", uuid, error != NULL ? error->message : "missing");
      return NULL;
    }

  g_free (project->id);
  project->id = make_id (uuid);
  g_ptr_array_set_size (project->sources, 0);
  mark_themes (project);

  return project;
}

/**
 * essaim_work_list_own:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EssaimProject): the projects that the person added, oldest first, without
 *   sources
 */
GPtrArray *
essaim_work_list_own (EssaimWork  *self,
                      GError     **error)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_project_unref);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self, "SELECT uuid, project FROM own WHERE NOT deleted ORDER BY created, uuid", NULL, 0,
                             error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    {
      EssaimProject *project = take_own (self, query);

      if (project != NULL)
        g_ptr_array_add (projects, project);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&projects);
}

/**
 * essaim_work_get_own_state:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a text that is another one after each change of the projects that the person
 *   added; %NULL also without @error: there never was any
 */
char *
essaim_work_get_own_state (EssaimWork  *self,
                           GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  return essaim_work_get_text (self, "SELECT max (stamp) FROM stamp JOIN own ON row = uuid", NULL, 0, error);
}

/* Without its sources: there are none. */
static char *
write_project (EssaimWork    *self,
               EssaimProject *project,
               const char    *uuid)
{
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;
  g_autofree char *id = make_id (uuid);

  node = essaim_project_to_json (project, self->reference, TRUE);
  object = json_node_get_object (node);
  json_object_set_string_member (object, "id", id);
  json_object_remove_member (object, "sources");

  return essaim_json_to_text (node, FALSE);
}

static gboolean
put_own (EssaimWork     *self,
         EssaimProject  *project,
         const char     *uuid,
         gboolean        is_new,
         GError        **error)
{
  g_autofree char *json = write_project (self, project, uuid);
  g_autofree char *now = essaim_now ();
  EssaimStatement *add = essaim_work_query (self, "INSERT OR IGNORE INTO own (uuid) VALUES (?1)", &uuid, 1, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "own", uuid, "project", json, error) &&
         (!is_new || essaim_work_set_field (self, "own", uuid, "created", now, error)) &&
         essaim_work_set_field (self, "own", uuid, "deleted", "0", error);
}

static gboolean
set_not_found (const char  *id,
               GError     **error)
{
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("“%s” is not a project that you added."), id);

  return FALSE;
}

/* Within a change. */
static gboolean
check_own (EssaimWork  *self,
           const char  *id,
           GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *uuid = dup_uuid (id);
  g_autofree char *found = essaim_work_get_text (self, "SELECT uuid FROM own WHERE uuid = ?1",
                                                 (const char *[]) { uuid }, 1, &local_error);

  if (local_error == NULL)
    return found != NULL || set_not_found (id, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * essaim_work_put_own:
 * @self: work
 * @project: the project, with a title; its id is not looked at
 * @id: (inout) (transfer full) (nullable): of the one that it takes the place of, with what it was; %NULL: it is new,
 *   and gets one
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND` for an id that no project of the person's has
 *   had
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_put_own (EssaimWork     *self,
                     EssaimProject  *project,
                     char          **id,
                     GError        **error)
{
  gboolean is_new = *id == NULL;
  g_autofree char *uuid = is_new ? g_uuid_string_random () : dup_uuid (*id);

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (project->title != NULL, FALSE);

  if (!essaim_work_begin (self, error) ||
      !essaim_work_end (self, (is_new || check_own (self, *id, error)) && put_own (self, project, uuid, is_new, error),
                        error))
    return FALSE;

  if (is_new)
    *id = make_id (uuid);
  return TRUE;
}

static gboolean
set_deleted (EssaimWork  *self,
             const char  *id,
             const char  *deleted,
             GError     **error)
{
  return check_own (self, id, error) &&
         essaim_work_set_field (self, "own", id + strlen (OWN_PREFIX), "deleted", deleted, error);
}

/**
 * essaim_work_remove_own:
 * @self: work
 * @id: of a project that the person added
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether it is gone, and that is on the disk
 */
gboolean
essaim_work_remove_own (EssaimWork  *self,
                        const char  *id,
                        GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, set_deleted (self, id, "1", error), error);
}

/**
 * essaim_work_restore_own:
 * @self: work
 * @id: of a project that the person added and removed
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether it is as it was, and that is on the disk
 */
gboolean
essaim_work_restore_own (EssaimWork  *self,
                         const char  *id,
                         GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, set_deleted (self, id, "0", error), error);
}
