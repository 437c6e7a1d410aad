/* essaim-typed-texts.c: what was typed about entries and is not in the store yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-typed-texts.h"

struct _EssaimTypedTexts
{
  GPtrArray *texts;   /* (element-type EssaimTypedText): hardly ever more than one */
};

static void
typed_text_free (gpointer data)
{
  EssaimTypedText *text = data;

  g_free (text->shortlist);
  g_free (text->project);
  g_free (text->text);
  g_free (text);
}

static EssaimTypedText *
find (EssaimTypedTexts *self,
      const char       *shortlist,
      const char       *project,
      EssaimEntryField  field)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      EssaimTypedText *text = g_ptr_array_index (self->texts, i);

      if (text->field == field && g_str_equal (text->project, project) && g_str_equal (text->shortlist, shortlist))
        return text;
    }

  return NULL;
}

/**
 * essaim_typed_texts_new: (skip)
 *
 * Returns: (transfer full): nothing yet
 */
EssaimTypedTexts *
essaim_typed_texts_new (void)
{
  EssaimTypedTexts *self = g_new0 (EssaimTypedTexts, 1);

  self->texts = g_ptr_array_new_with_free_func (typed_text_free);

  return self;
}

/**
 * essaim_typed_texts_free: (skip)
 * @self: texts
 */
void
essaim_typed_texts_free (EssaimTypedTexts *self)
{
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * essaim_typed_texts_put: (skip)
 * @self: texts
 * @shortlist: id of the shortlist
 * @project: id of the project
 * @field: what of its entry
 * @text: as typed now
 */
void
essaim_typed_texts_put (EssaimTypedTexts *self,
                        const char       *shortlist,
                        const char       *project,
                        EssaimEntryField  field,
                        const char       *text)
{
  EssaimTypedText *typed = find (self, shortlist, project, field);

  if (typed == NULL)
    {
      typed = g_new0 (EssaimTypedText, 1);
      typed->shortlist = g_strdup (shortlist);
      typed->project = g_strdup (project);
      typed->field = field;
      g_ptr_array_add (self->texts, typed);
    }

  g_free (typed->text);
  typed->text = g_strdup (text);
  typed->unsent = TRUE;
}

/**
 * essaim_typed_texts_get: (skip)
 * @self: texts
 * @shortlist: id of the shortlist
 * @project: id of the project
 * @field: what of its entry
 *
 * Returns: (nullable): the text as typed, %NULL when the store has it
 */
const char *
essaim_typed_texts_get (EssaimTypedTexts *self,
                        const char       *shortlist,
                        const char       *project,
                        EssaimEntryField  field)
{
  EssaimTypedText *typed = find (self, shortlist, project, field);

  return typed != NULL ? typed->text : NULL;
}

/**
 * essaim_typed_texts_is_empty:
 * @self: the texts
 *
 * Returns: whether the store has every text
 */
gboolean
essaim_typed_texts_is_empty (const EssaimTypedTexts *self)
{
  return self->texts->len == 0;
}

/**
 * essaim_typed_texts_send: (skip)
 * @self: texts
 *
 * Returns: (transfer container) (element-type EssaimTypedText): those to write now; they count as sent
 */
GPtrArray *
essaim_typed_texts_send (EssaimTypedTexts *self)
{
  GPtrArray *unsent = g_ptr_array_new ();

  for (guint i = 0; i < self->texts->len; i++)
    {
      EssaimTypedText *text = g_ptr_array_index (self->texts, i);

      if (!text->unsent)
        continue;
      text->unsent = FALSE;
      text->sending++;
      g_ptr_array_add (unsent, text);
    }

  return unsent;
}

/**
 * essaim_typed_texts_sent: (skip)
 * @self: texts
 * @shortlist: id of the shortlist
 * @project: id of the project
 * @field: what of its entry
 * @again: whether the store could not write it and shall be given it again
 *
 * The store has answered one text; what was typed since stays.
 */
void
essaim_typed_texts_sent (EssaimTypedTexts *self,
                         const char       *shortlist,
                         const char       *project,
                         EssaimEntryField  field,
                         gboolean          again)
{
  EssaimTypedText *typed = find (self, shortlist, project, field);

  if (typed == NULL)
    return;

  typed->sending--;
  typed->unsent |= again;
  if (typed->sending == 0 && !typed->unsent)
    g_ptr_array_remove_fast (self->texts, typed);
}
