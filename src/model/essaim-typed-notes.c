/* essaim-typed-notes.c: notes that were typed and are not in the store yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-typed-notes.h"

struct _EssaimTypedNotes
{
  GPtrArray *notes;   /* (element-type EssaimTypedNote): hardly ever more than one */
};

static void
typed_note_free (gpointer data)
{
  EssaimTypedNote *note = data;

  g_free (note->shortlist);
  g_free (note->project);
  g_free (note->note);
  g_free (note);
}

static EssaimTypedNote *
find (EssaimTypedNotes *self,
      const char       *shortlist,
      const char       *project)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      EssaimTypedNote *note = g_ptr_array_index (self->notes, i);

      if (g_str_equal (note->project, project) && g_str_equal (note->shortlist, shortlist))
        return note;
    }

  return NULL;
}

/**
 * essaim_typed_notes_new: (skip)
 *
 * Returns: (transfer full): no notes yet
 */
EssaimTypedNotes *
essaim_typed_notes_new (void)
{
  EssaimTypedNotes *self = g_new0 (EssaimTypedNotes, 1);

  self->notes = g_ptr_array_new_with_free_func (typed_note_free);

  return self;
}

/**
 * essaim_typed_notes_free: (skip)
 * @self: notes
 */
void
essaim_typed_notes_free (EssaimTypedNotes *self)
{
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * essaim_typed_notes_put: (skip)
 * @self: notes
 * @shortlist: id of the shortlist
 * @project: id of the project
 * @note: as typed now
 */
void
essaim_typed_notes_put (EssaimTypedNotes *self,
                        const char       *shortlist,
                        const char       *project,
                        const char       *note)
{
  EssaimTypedNote *typed = find (self, shortlist, project);

  if (typed == NULL)
    {
      typed = g_new0 (EssaimTypedNote, 1);
      typed->shortlist = g_strdup (shortlist);
      typed->project = g_strdup (project);
      g_ptr_array_add (self->notes, typed);
    }

  g_free (typed->note);
  typed->note = g_strdup (note);
  typed->unsent = TRUE;
}

/**
 * essaim_typed_notes_get: (skip)
 * @self: notes
 * @shortlist: id of the shortlist
 * @project: id of the project
 *
 * Returns: (nullable): the note as typed, %NULL when the store has it
 */
const char *
essaim_typed_notes_get (EssaimTypedNotes *self,
                        const char       *shortlist,
                        const char       *project)
{
  EssaimTypedNote *typed = find (self, shortlist, project);

  return typed != NULL ? typed->note : NULL;
}

/**
 * essaim_typed_notes_is_empty:
 * @self: the notes
 *
 * Returns: whether the store has every note
 */
gboolean
essaim_typed_notes_is_empty (const EssaimTypedNotes *self)
{
  return self->notes->len == 0;
}

/**
 * essaim_typed_notes_send: (skip)
 * @self: notes
 *
 * Returns: (transfer container) (element-type EssaimTypedNote): those to write now; they count as sent
 */
GPtrArray *
essaim_typed_notes_send (EssaimTypedNotes *self)
{
  GPtrArray *unsent = g_ptr_array_new ();

  for (guint i = 0; i < self->notes->len; i++)
    {
      EssaimTypedNote *note = g_ptr_array_index (self->notes, i);

      if (!note->unsent)
        continue;
      note->unsent = FALSE;
      note->sending++;
      g_ptr_array_add (unsent, note);
    }

  return unsent;
}

/**
 * essaim_typed_notes_sent: (skip)
 * @self: notes
 * @shortlist: id of the shortlist
 * @project: id of the project
 * @again: whether the store could not write it and shall be given it again
 *
 * The store has answered one text; what was typed since stays.
 */
void
essaim_typed_notes_sent (EssaimTypedNotes *self,
                         const char       *shortlist,
                         const char       *project,
                         gboolean          again)
{
  EssaimTypedNote *typed = find (self, shortlist, project);

  if (typed == NULL)
    return;

  typed->sending--;
  typed->unsent |= again;
  if (typed->sending == 0 && !typed->unsent)
    g_ptr_array_remove_fast (self->notes, typed);
}
