/* essaim-evidence.c: what each source says of a project, and what the person says in its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-evidence.h"

#include "essaim-merge.h"

static const char * const *
get_order (const EssaimEvidence *self)
{
  return (const char * const *) self->feed_order;
}

static const EssaimProject *
find_part (const EssaimEvidence *self,
           const char           *record)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_strcmp0 (((const EssaimProject *) self->parts->pdata[i])->id, record) == 0)
      return self->parts->pdata[i];

  return NULL;
}

/**
 * essaim_evidence_new:
 * @shown: the project as people see it
 * @parts: (element-type EssaimProject): what each of its records says; at least one
 * @corrections: (element-type EssaimCorrection): all there are; those of other records are left out
 * @records: (element-type utf8): for each of them the id that its record has now; %NULL elements: none
 * @feed_order: (nullable): the feed to be believed first is the first
 * @reference: the shipped facts
 *
 * Any thread may make it.
 *
 * Returns: (transfer full): the evidence
 */
EssaimEvidence *
essaim_evidence_new (EssaimProject      *shown,
                     GPtrArray          *parts,
                     GPtrArray          *corrections,
                     GPtrArray          *records,
                     const char * const *feed_order,
                     EssaimReference    *reference)
{
  EssaimEvidence *self = g_new0 (EssaimEvidence, 1);

  g_atomic_ref_count_init (&self->refs);
  self->shown = essaim_project_ref (shown);
  self->parts = g_ptr_array_ref (parts);
  self->feed_order = g_strdupv ((char **) feed_order);
  self->reference = g_object_ref (reference);
  self->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
  self->records = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < corrections->len; i++)
    if (find_part (self, records->pdata[i]) != NULL)
      {
        g_ptr_array_add (self->corrections, essaim_correction_copy (corrections->pdata[i]));
        g_ptr_array_add (self->records, g_strdup (records->pdata[i]));
      }
  self->said = essaim_merge_projects (parts, NULL, feed_order, reference);

  return self;
}

/**
 * essaim_evidence_ref:
 * @self: evidence
 *
 * Returns: @self
 */
EssaimEvidence *
essaim_evidence_ref (EssaimEvidence *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * essaim_evidence_unref:
 * @self: (transfer full): evidence
 */
void
essaim_evidence_unref (EssaimEvidence *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  essaim_project_unref (self->shown);
  essaim_project_unref (self->said);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->corrections);
  g_ptr_array_unref (self->records);
  g_strfreev (self->feed_order);
  g_object_unref (self->reference);
  g_free (self);
}

/**
 * essaim_evidence_dup_shown:
 * @self: evidence
 * @field: one that can be corrected
 *
 * Returns: (transfer full) (nullable): what people see, in the text form of a correction
 */
char *
essaim_evidence_dup_shown (const EssaimEvidence *self,
                           EssaimField           field)
{
  return essaim_correction_get_theirs (self->shown, field, self->reference);
}

/**
 * essaim_evidence_dup_said:
 * @self: evidence
 * @field: one that can be corrected
 *
 * Returns: (transfer full) (nullable): what people would see without the person's correction
 */
char *
essaim_evidence_dup_said (const EssaimEvidence *self,
                          EssaimField           field)
{
  return essaim_correction_get_theirs (self->said, field, self->reference);
}

/**
 * essaim_evidence_get_source:
 * @self: evidence
 * @field: a field
 *
 * Returns: (transfer none) (nullable): where the field comes from, the person's correction left aside
 */
const EssaimSource *
essaim_evidence_get_source (const EssaimEvidence *self,
                            EssaimField           field)
{
  const EssaimProject *part = essaim_merge_find_speaker (self->parts, get_order (self), field, self->reference);

  return part != NULL && part->sources->len > 0 ? part->sources->pdata[0] : NULL;
}

/* The later one, of two records that were corrected before they were joined; or G_MAXUINT. */
static guint
find_last (const EssaimEvidence *self,
           EssaimField           field)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < self->corrections->len; i++)
    {
      const EssaimCorrection *correction = self->corrections->pdata[i];

      if (correction->field == field &&
          (last == G_MAXUINT ||
           g_strcmp0 (correction->date, ((const EssaimCorrection *) self->corrections->pdata[last])->date) > 0))
        last = i;
    }

  return last;
}

/**
 * essaim_evidence_get_correction:
 * @self: evidence
 * @field: a field
 *
 * Returns: (transfer none) (nullable): what the person says of it
 */
const EssaimCorrection *
essaim_evidence_get_correction (const EssaimEvidence *self,
                                EssaimField           field)
{
  guint last = find_last (self, field);

  return last != G_MAXUINT ? self->corrections->pdata[last] : NULL;
}

/**
 * essaim_evidence_is_stale:
 * @self: evidence
 * @field: a field
 *
 * Returns: whether the source says something else now than when the person corrected it
 */
gboolean
essaim_evidence_is_stale (const EssaimEvidence *self,
                          EssaimField           field)
{
  guint last = find_last (self, field);
  EssaimCorrection correction;

  if (last == G_MAXUINT)
    return FALSE;

  correction = *(const EssaimCorrection *) self->corrections->pdata[last];
  correction.record = self->records->pdata[last];

  return essaim_correction_is_stale (&correction, self->parts, self->reference);
}

/**
 * essaim_evidence_get_own:
 * @self: evidence
 *
 * Returns: (transfer none) (nullable): the record among its parts that the person has added
 */
const EssaimProject *
essaim_evidence_get_own (const EssaimEvidence *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (g_str_has_prefix (((const EssaimProject *) self->parts->pdata[i])->id, ESSAIM_OWN_FEED ":"))
      return self->parts->pdata[i];

  return NULL;
}

/**
 * essaim_evidence_correct:
 * @self: evidence
 * @field: a field
 * @value: (nullable): what the person says, in text form; %NULL: the project has none
 * @amendment: where it is added
 */
void
essaim_evidence_correct (const EssaimEvidence *self,
                         EssaimField           field,
                         const char           *value,
                         EssaimAmendment      *amendment)
{
  guint last = find_last (self, field);
  const EssaimCorrection *before = last != G_MAXUINT ? self->corrections->pdata[last] : NULL;
  const EssaimProject *part = before != NULL ? find_part (self, self->records->pdata[last])
                                             : essaim_merge_find_speaker (self->parts, get_order (self), field,
                                                                          self->reference);
  g_autofree char *theirs = NULL;

  /* Of what no record says, any may be corrected. */
  if (part == NULL)
    part = self->parts->pdata[0];
  theirs = essaim_correction_get_theirs (part, field, self->reference);
  essaim_amendment_set (amendment, essaim_correction_new (before != NULL ? before->record : part->id, field, value,
                                                          theirs, NULL));
}

/**
 * essaim_evidence_take_back:
 * @self: evidence
 * @field: a field
 * @amendment: where it is added
 *
 * Whatever the person said of it: the field goes back to what its sources say.
 */
void
essaim_evidence_take_back (const EssaimEvidence *self,
                           EssaimField           field,
                           EssaimAmendment      *amendment)
{
  for (guint i = 0; i < self->corrections->len; i++)
    {
      const EssaimCorrection *correction = self->corrections->pdata[i];

      if (correction->field == field)
        essaim_amendment_clear (amendment, correction->record, field);
    }
}

static const EssaimCorrection *
find_correction (const EssaimEvidence   *self,
                 const EssaimCorrection *of)
{
  for (guint i = 0; i < self->corrections->len; i++)
    {
      const EssaimCorrection *correction = self->corrections->pdata[i];

      if (correction->field == of->field && g_str_equal (correction->record, of->record))
        return correction;
    }

  return NULL;
}

static void
invert_each (const EssaimEvidence *self,
             GPtrArray            *corrections,
             EssaimAmendment      *inverse)
{
  for (guint i = 0; i < corrections->len; i++)
    {
      const EssaimCorrection *done = corrections->pdata[i];
      const EssaimCorrection *before = find_correction (self, done);

      if (before != NULL)
        essaim_amendment_set (inverse, essaim_correction_copy (before));
      else
        essaim_amendment_clear (inverse, done->record, done->field);
    }
}

/**
 * essaim_evidence_invert:
 * @self: the evidence as it was before
 * @amendment: what was changed then
 *
 * Returns: (transfer full): what undoes it
 */
EssaimAmendment *
essaim_evidence_invert (const EssaimEvidence  *self,
                        const EssaimAmendment *amendment)
{
  EssaimAmendment *inverse = essaim_amendment_new ();

  invert_each (self, amendment->corrections, inverse);
  invert_each (self, amendment->cleared, inverse);

  return inverse;
}
