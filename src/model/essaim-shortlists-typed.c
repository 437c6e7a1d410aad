/* essaim-shortlists-typed.c: texts of entries while they are typed, and on their way to the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-private.h"

#include "essaim-entry-item-private.h"
#include "essaim-session-private.h"
#include "essaim-shortlist-item-private.h"
#include "essaim-store-error.h"

/* How long the person must stop typing for the text to be written. */
#define TYPED_MS 500

/* Who waits for the texts hears when the last is written, or that one could not be. */
static void
answer_flush (EssaimShortlists *self,
              const GError     *error)
{
  g_autoptr (GTask) task = NULL;

  if (self->flushing == NULL || (error == NULL && !essaim_typed_texts_is_empty (self->typed)))
    return;

  task = g_steal_pointer (&self->flushing);
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Which text the store is writing. */
typedef struct
{
  char             *shortlist;
  char             *project;
  EssaimEntryField  field;
} Written;

static void
written_free (Written *written)
{
  g_free (written->shortlist);
  g_free (written->project);
  g_free (written);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Written, written_free)

static void
text_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  EssaimShortlists *self = ESSAIM_SHORTLISTS (source);
  g_autoptr (Written) written = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = essaim_shortlists_edit_finish (self, result, &error);
  gboolean gone = g_error_matches (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND);

  essaim_typed_texts_sent (self->typed, written->shortlist, written->project, written->field, !done && !gone);
  if (error != NULL)
    essaim_session_emit_failed (self->session, error);
  answer_flush (self, gone ? NULL : error);
}

static gboolean
typed_timeout_cb (gpointer user_data)
{
  EssaimShortlists *self = user_data;

  self->typed_timer = 0;
  essaim_shortlists_flush (self);

  return G_SOURCE_REMOVE;
}

/**
 * essaim_shortlists_type:
 * @self: the shortlists
 * @shortlist_id: UUID
 * @project_id: of the project
 * @field: what is being typed in
 * @text: the whole text as it is now
 *
 * The entry shows it at once; the store has it half a second after the last key.
 */
void
essaim_shortlists_type (EssaimShortlists *self,
                        const char       *shortlist_id,
                        const char       *project_id,
                        EssaimEntryField  field,
                        const char       *text)
{
  EssaimShortlistItem *shortlist;
  EssaimEntryItem *entry;
  g_autofree char *before = NULL;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));
  g_return_if_fail (text != NULL);

  shortlist = essaim_shortlists_find (self, shortlist_id);
  entry = shortlist != NULL ? essaim_shortlist_item_find (shortlist, project_id) : NULL;
  before = entry != NULL ? essaim_entry_item_dup_field (entry, field) : NULL;
  if (entry == NULL || g_strcmp0 (before, text) == 0)
    return;

  essaim_typed_texts_put (self->typed, shortlist_id, essaim_entry_item_get_project_id (entry), field, text);
  essaim_entry_item_set_field (entry, field, text);
  g_clear_handle_id (&self->typed_timer, g_source_remove);
  self->typed_timer = g_timeout_add (TYPED_MS, typed_timeout_cb, self);
}

/**
 * essaim_shortlists_flush:
 * @self: the shortlists
 *
 * Gives the store every text that it does not have yet.
 */
void
essaim_shortlists_flush (EssaimShortlists *self)
{
  g_autoptr (GPtrArray) texts = NULL;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  g_clear_handle_id (&self->typed_timer, g_source_remove);
  texts = essaim_typed_texts_send (self->typed);
  for (guint i = 0; i < texts->len; i++)
    {
      const EssaimTypedText *text = g_ptr_array_index (texts, i);
      Written *written = g_new (Written, 1);

      *written = (Written) { g_strdup (text->shortlist), g_strdup (text->project), text->field };
      essaim_shortlists_set_async (self, text->shortlist, text->project, text->field, text->text, NULL, text_written_cb,
                                   written);
    }
}

/**
 * essaim_shortlists_flush_async:
 * @self: the shortlists
 * @callback: called when the store has every text, or cannot take one
 * @user_data: for @callback
 *
 * Gives the store every text that it does not have yet, and waits for it. One at a time: who waited already is answered.
 */
void
essaim_shortlists_flush_async (EssaimShortlists    *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS (self));

  if (self->flushing != NULL)
    {
      g_task_return_boolean (self->flushing, TRUE);
      g_clear_object (&self->flushing);
    }

  self->flushing = g_task_new (self, NULL, callback, user_data);
  essaim_shortlists_flush (self);
  answer_flush (self, NULL);
}

/**
 * essaim_shortlists_flush_finish:
 * @self: the shortlists
 * @result: from the callback
 * @error: return location: why a text could not be written
 *
 * Returns: whether the store has every text
 */
gboolean
essaim_shortlists_flush_finish (EssaimShortlists  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
