/* essaim-sync-correct.c: what the person corrects of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-judge.h"

#include "essaim-library-joins.h"
#include "essaim-merge.h"
#include "essaim-sync-private.h"

static const EssaimProject *
find_part (GPtrArray  *parts,
           const char *id)
{
  for (guint i = 0; id != NULL && i < parts->len; i++)
    if (g_str_equal (((const EssaimProject *) parts->pdata[i])->id, id))
      return parts->pdata[i];

  return NULL;
}

/* (element-type EssaimCorrection) (nullable): what was said of this field under any record of the project, also under
 * former ids, but for @but (nullable). */
static GPtrArray *
list_said (EssaimLibrary  *library,
           EssaimWork     *work,
           GPtrArray      *parts,
           EssaimField     field,
           const char     *but,
           GError        **error)
{
  g_autoptr (GPtrArray) corrections = essaim_work_list_corrections (work, error);
  GPtrArray *said;

  if (corrections == NULL)
    return NULL;

  said = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
  for (guint i = 0; i < corrections->len; i++)
    {
      const EssaimCorrection *correction = corrections->pdata[i];
      g_autofree char *record = correction->field == field && g_strcmp0 (correction->record, but) != 0
                                ? essaim_library_resolve (library, correction->record) : NULL;

      if (find_part (parts, record) != NULL)
        g_ptr_array_add (said, essaim_correction_copy (correction));
    }

  return said;
}

static gboolean
amend (EssaimLibrary  *library,
       EssaimWork     *work,
       GPtrArray      *corrections,
       GPtrArray      *cleared,
       GCancellable   *cancellable,
       GError        **error)
{
  if (!essaim_work_amend (work, corrections, cleared, error))
    return FALSE;
  essaim_sync_show (library, work, essaim_sync_show_judgement, cancellable);

  return TRUE;
}

/**
 * essaim_sync_correct:
 * @library: what feeds said
 * @work: what the person made
 * @reference: the shipped facts
 * @correction: what is right; its record may be any id of the project: the record that speaks for the field is found,
 *   and what it says now is kept beside the correction
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether that is on the disk; the library shows it then, or as soon as it can be written
 */
gboolean
essaim_sync_correct (EssaimLibrary           *library,
                     EssaimWork              *work,
                     EssaimReference         *reference,
                     const EssaimCorrection  *correction,
                     GCancellable            *cancellable,
                     GError                 **error)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, correction->record, error);
  g_autoptr (EssaimJudgement) judgement = parts != NULL ? essaim_work_load_judgement (work, error) : NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (GPtrArray) said = NULL;
  EssaimCorrection told = *correction;
  const EssaimProject *speaker;
  g_autofree char *theirs = NULL;

  if (judgement == NULL)
    return FALSE;

  speaker = essaim_merge_find_speaker (parts, (const char * const *) judgement->feed_order, correction->field,
                                       reference);
  theirs = essaim_correction_get_theirs (speaker, correction->field, reference);
  told.record = speaker->id;
  told.theirs = theirs;
  g_ptr_array_add (made, &told);
  said = list_said (library, work, parts, correction->field, speaker->id, error);

  return said != NULL && amend (library, work, made, said, cancellable, error);
}

/**
 * essaim_sync_uncorrect:
 * @library: what feeds said
 * @work: what the person made
 * @project: any id of a project
 * @field: one of its fields; one that was not corrected is no error
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`
 *
 * Returns: whether the field is what the sources say again, on the disk; the library shows it then, or as soon as it
 *   can be written
 */
gboolean
essaim_sync_uncorrect (EssaimLibrary  *library,
                       EssaimWork     *work,
                       const char     *project,
                       EssaimField     field,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, project, error);
  g_autoptr (GPtrArray) said = parts != NULL ? list_said (library, work, parts, field, NULL, error) : NULL;

  return said != NULL && amend (library, work, NULL, said, cancellable, error);
}
