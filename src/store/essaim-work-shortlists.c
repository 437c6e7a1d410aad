/* essaim-work-shortlists.c: the person's shortlists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-now.h"
#include "essaim-store-error.h"
#include "essaim-text.h"
#include "essaim-work-private.h"

#define SHORTLIST_COLUMNS \
  "uuid, name, territory, (SELECT count (*) FROM entry WHERE entry.shortlist = shortlist.uuid AND NOT entry.deleted)"

/**
 * essaim_shortlist_free:
 * @shortlist: (transfer full) (nullable): a shortlist
 */
void
essaim_shortlist_free (EssaimShortlist *shortlist)
{
  if (shortlist == NULL)
    return;

  g_free (shortlist->id);
  g_free (shortlist->name);
  g_free (shortlist->territory);
  g_free (shortlist);
}

static EssaimShortlist *
take_shortlist (EssaimStatement *row)
{
  EssaimShortlist *shortlist = g_new0 (EssaimShortlist, 1);

  shortlist->id = essaim_statement_dup_text (row, 0);
  shortlist->name = essaim_statement_dup_text (row, 1);
  shortlist->territory = essaim_statement_dup_text (row, 2);
  shortlist->n_entries = essaim_statement_get_int (row, 3);

  return shortlist;
}

/**
 * essaim_work_list_shortlists:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EssaimShortlist): the shortlists, oldest first
 */
GPtrArray *
essaim_work_list_shortlists (EssaimWork  *self,
                             GError     **error)
{
  g_autoptr (GPtrArray) shortlists = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_shortlist_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self, "SELECT " SHORTLIST_COLUMNS " FROM shortlist WHERE NOT deleted ORDER BY rowid",
                             NULL, 0, error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    g_ptr_array_add (shortlists, take_shortlist (query));

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&shortlists);
}

static void
set_not_found (const char  *id_or_name,
               GError     **error)
{
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("There is no shortlist “%s”."), id_or_name);
}

/**
 * essaim_work_resolve_shortlist:
 * @self: work
 * @id_or_name: what the person or a view calls it; an id goes before a name
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: (transfer full): the id of a living shortlist
 */
char *
essaim_work_resolve_shortlist (EssaimWork  *self,
                               const char  *id_or_name,
                               GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  char *id = essaim_work_get_text (self,
                                   "SELECT uuid FROM shortlist WHERE ?1 IN (uuid, name) AND NOT deleted"
                                   " ORDER BY uuid = ?1 DESC, rowid LIMIT 1",
                                   &id_or_name, 1, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (id == NULL)
    set_not_found (id_or_name, error);

  return id;
}

/**
 * essaim_work_find_shortlist:
 * @self: work
 * @id_or_name: an id or an exact name
 * @error: return location for an error; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: (transfer full): the shortlist
 */
EssaimShortlist *
essaim_work_find_shortlist (EssaimWork  *self,
                            const char  *id_or_name,
                            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  EssaimShortlist *shortlist = NULL;
  g_autofree char *id = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);
  g_return_val_if_fail (id_or_name != NULL, NULL);

  id = essaim_work_resolve_shortlist (self, id_or_name, error);
  if (id == NULL)
    return NULL;

  query = essaim_work_query (self, "SELECT " SHORTLIST_COLUMNS " FROM shortlist WHERE uuid = ?1",
                             (const char *[]) { id }, 1, error);
  if (query == NULL)
    return NULL;

  if (essaim_statement_step (query, &local_error))
    {
      shortlist = take_shortlist (query);
      essaim_statement_reset (query);
    }
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_not_found (id_or_name, error);

  return shortlist;
}

/* Within a change: whether a list may be called so; `but` is the list itself. */
static gboolean
check_name (EssaimWork  *self,
            const char  *name,
            const char  *but,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *other = NULL;

  if (*name == '\0')
    {
      g_set_error_literal (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED, _("A shortlist needs a name."));
      return FALSE;
    }

  other = essaim_work_get_text (self, "SELECT uuid FROM shortlist WHERE name = ?1 AND NOT deleted AND uuid IS NOT ?2",
                                (const char *[]) { name, but }, 2, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (other != NULL)
    g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_EXISTS,
                 _("There is a shortlist “%s” already; choose another name."), name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
put_shortlist (EssaimWork  *self,
               const char  *id,
               const char  *name,
               const char  *territory,
               GError     **error)
{
  g_autofree char *now = essaim_now ();
  EssaimStatement *add;

  if (!check_name (self, name, NULL, error))
    return FALSE;

  add = essaim_work_query (self, "INSERT INTO shortlist (uuid) VALUES (?1)", &id, 1, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "shortlist", id, "name", name, error) &&
         essaim_work_set_field (self, "shortlist", id, "territory", territory, error) &&
         essaim_work_set_field (self, "shortlist", id, "created", now, error) &&
         essaim_work_set_field (self, "shortlist", id, "deleted", "0", error);
}

/* A name is one line without blanks round it: what is typed must be what is found again. */
static char *
clean_name (const char *name)
{
  return essaim_text_clean (name, -1, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
}

/**
 * essaim_work_create_shortlist:
 * @self: work
 * @name: as the person wants to call it
 * @territory: (nullable): the id of the territory it is for
 * @error: return location for an error; `ESSAIM_STORE_ERROR_EXISTS` for a name in use
 *
 * Returns: (transfer full): the new shortlist, on the disk
 */
EssaimShortlist *
essaim_work_create_shortlist (EssaimWork  *self,
                              const char  *name,
                              const char  *territory,
                              GError     **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *cleaned = NULL;
  gboolean done;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  cleaned = clean_name (name);
  done = essaim_work_begin (self, error) &&
         essaim_work_end (self, put_shortlist (self, id, cleaned, territory, error), error);

  return done ? essaim_work_find_shortlist (self, id, error) : NULL;
}

static gboolean
change_living (EssaimWork  *self,
               const char  *id_or_name,
               const char  *name,
               const char  *territory,
               GError     **error)
{
  g_autofree char *id = essaim_work_resolve_shortlist (self, id_or_name, error);

  return id != NULL && check_name (self, name, id, error) &&
         essaim_work_set_field (self, "shortlist", id, "name", name, error) &&
         essaim_work_set_field (self, "shortlist", id, "territory", territory, error);
}

/**
 * essaim_work_change_shortlist:
 * @self: work
 * @id: of the shortlist
 * @name: its name from now on
 * @territory: (nullable): the id of the territory that it is for
 * @error: return location for an error; `ESSAIM_STORE_ERROR_EXISTS` for a name in use
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_change_shortlist (EssaimWork  *self,
                              const char  *id,
                              const char  *name,
                              const char  *territory,
                              GError     **error)
{
  g_autofree char *cleaned = NULL;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL && name != NULL, FALSE);

  cleaned = clean_name (name);

  return essaim_work_begin (self, error) &&
         essaim_work_end (self, change_living (self, id, cleaned, territory, error), error);
}

static gboolean
delete_living (EssaimWork  *self,
               const char  *id_or_name,
               GError     **error)
{
  g_autofree char *id = essaim_work_resolve_shortlist (self, id_or_name, error);

  return id != NULL && essaim_work_set_field (self, "shortlist", id, "deleted", "1", error);
}

/**
 * essaim_work_delete_shortlist:
 * @self: work
 * @id: of the shortlist
 * @error: return location for an error
 *
 * Its entries stay with it, for [method@Work.restore_shortlist].
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_delete_shortlist (EssaimWork  *self,
                              const char  *id,
                              GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, delete_living (self, id, error), error);
}

static gboolean
restore_deleted (EssaimWork  *self,
                 const char  *id,
                 GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = essaim_work_get_text (self, "SELECT name FROM shortlist WHERE uuid = ?1", &id, 1,
                                                &local_error);

  if (name != NULL)
    return check_name (self, name, id, error) && essaim_work_set_field (self, "shortlist", id, "deleted", "0", error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_not_found (id, error);

  return FALSE;
}

/**
 * essaim_work_restore_shortlist:
 * @self: work
 * @id: of a deleted shortlist
 * @error: return location for an error; `ESSAIM_STORE_ERROR_EXISTS` when its name was taken meanwhile
 *
 * Takes a deletion back: the shortlist is as it was, with its entries.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_restore_shortlist (EssaimWork  *self,
                               const char  *id,
                               GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, restore_deleted (self, id, error), error);
}
