/* essaim-edit.c: one verb on the shortlists, as the work worker does it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-edit.h"

#include "essaim-shortlist-export.h"

/**
 * essaim_edit_free: (skip)
 * @data: an EssaimEdit
 */
void
essaim_edit_free (gpointer data)
{
  EssaimEdit *edit = data;

  g_free (edit->shortlist);
  g_free (edit->project);
  g_free (edit->text);
  g_clear_pointer (&edit->copy, essaim_project_unref);
  g_clear_object (&edit->reference);
  g_clear_pointer (&edit->snapshot, essaim_work_snapshot_free);
  g_free (edit);
}

/**
 * essaim_edit_new: (skip)
 * @func: the verb
 * @shortlist: (nullable): UUID
 * @project: (nullable): id
 * @text: (nullable): name, note or path
 * @value: status or rating
 *
 * Returns: (transfer full): an edit that is not done yet
 */
EssaimEdit *
essaim_edit_new (EssaimEditFunc  func,
                 const char     *shortlist,
                 const char     *project,
                 const char     *text,
                 int             value)
{
  EssaimEdit *edit = g_new0 (EssaimEdit, 1);

  edit->func = func;
  edit->shortlist = g_strdup (shortlist);
  edit->project = g_strdup (project);
  edit->text = g_strdup (text);
  edit->value = value;

  return edit;
}

/**
 * essaim_edit_create: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * A name in use is an error. The id of the new shortlist comes back in @edit.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_create (EssaimEdit  *edit,
                    EssaimWork  *work,
                    GError     **error)
{
  EssaimShortlist *shortlist = essaim_work_create_shortlist (work, edit->text, edit->project, error);

  if (shortlist == NULL)
    return FALSE;

  edit->shortlist = g_strdup (shortlist->id);
  essaim_shortlist_free (shortlist);

  return TRUE;
}

/**
 * essaim_edit_rename: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Gives a shortlist another name.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_rename (EssaimEdit  *edit,
                    EssaimWork  *work,
                    GError     **error)
{
  return essaim_work_rename_shortlist (work, edit->shortlist, edit->text, error);
}

/**
 * essaim_edit_delete: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Deletes a shortlist with its entries.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_delete (EssaimEdit  *edit,
                    EssaimWork  *work,
                    GError     **error)
{
  return essaim_work_delete_shortlist (work, edit->shortlist, error);
}

/**
 * essaim_edit_undelete: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Undoes a deletion.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_undelete (EssaimEdit  *edit,
                      EssaimWork  *work,
                      GError     **error)
{
  return essaim_work_restore_shortlist (work, edit->shortlist, error);
}

/**
 * essaim_edit_add: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Keeps a copy of a project.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_add (EssaimEdit  *edit,
                 EssaimWork  *work,
                 GError     **error)
{
  return essaim_work_add_entry (work, edit->shortlist, edit->copy, error);
}

/**
 * essaim_edit_remove: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Takes a project off a shortlist.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_remove (EssaimEdit  *edit,
                    EssaimWork  *work,
                    GError     **error)
{
  return essaim_work_remove_entry (work, edit->shortlist, edit->project, error);
}

/**
 * essaim_edit_restore: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Undoes a removal.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_restore (EssaimEdit  *edit,
                     EssaimWork  *work,
                     GError     **error)
{
  return essaim_work_restore_entry (work, edit->shortlist, edit->project, error);
}

/**
 * essaim_edit_set_note: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Writes the note of an entry.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_set_note (EssaimEdit  *edit,
                      EssaimWork  *work,
                      GError     **error)
{
  return essaim_work_set_note (work, edit->shortlist, edit->project, edit->text, error);
}

/**
 * essaim_edit_set_status: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Says where the work on an entry stands.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_set_status (EssaimEdit  *edit,
                        EssaimWork  *work,
                        GError     **error)
{
  return essaim_work_set_status (work, edit->shortlist, edit->project, edit->value, error);
}

/**
 * essaim_edit_set_rating: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Rates an entry.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_set_rating (EssaimEdit  *edit,
                        EssaimWork  *work,
                        GError     **error)
{
  return essaim_work_set_rating (work, edit->shortlist, edit->project, edit->value, error);
}

/**
 * essaim_edit_export: (skip)
 * @edit: what is needed
 * @work: the person's work
 * @error: return location
 *
 * Writes a shortlist to a file.
 *
 * Returns: whether it is done
 */
gboolean
essaim_edit_export (EssaimEdit  *edit,
                    EssaimWork  *work,
                    GError     **error)
{
  return essaim_shortlist_export (work, edit->reference, edit->shortlist, edit->text, error);
}
