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

/* Clears what was said of this field under any record of the project, also under former ids, but for @but (nullable).
   */
static gboolean
clear_others (EssaimLibrary  *library,
              EssaimWork     *work,
              GPtrArray      *parts,
              EssaimField     field,
              const char     *but,
              GError        **error)
{
  g_autoptr (GPtrArray) corrections = essaim_work_list_corrections (work, error);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const EssaimCorrection *correction = corrections->pdata[i];
      g_autofree char *record = NULL;

      if (correction->field != field || g_strcmp0 (correction->record, but) == 0)
        continue;
      record = essaim_library_resolve (library, correction->record);
      if (find_part (parts, record) != NULL && !essaim_work_clear_correction (work, correction->record, field, error))
        return FALSE;
    }

  return corrections != NULL;
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
 * Returns: whether that is on the disk, and the library shows it
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
  EssaimCorrection made = *correction;
  const EssaimProject *speaker;
  g_autofree char *theirs = NULL;

  if (judgement == NULL)
    return FALSE;

  speaker = essaim_merge_find_speaker (parts, (const char * const *) judgement->feed_order, correction->field,
                                       reference);
  theirs = essaim_correction_get_theirs (speaker, correction->field, reference);
  made.record = speaker->id;
  made.theirs = theirs;

  return essaim_work_set_correction (work, &made, error) &&
         clear_others (library, work, parts, correction->field, speaker->id, error) &&
         essaim_sync_show_judgement (library, work, cancellable, error);
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
 * Returns: whether the field is what the sources say again, on the disk and in the library
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

  return parts != NULL &&
         clear_others (library, work, parts, field, NULL, error) &&
         essaim_sync_show_judgement (library, work, cancellable, error);
}
