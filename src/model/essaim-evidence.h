/* essaim-evidence.h: what each source says of a project, and what the person says in its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-amendment.h"

G_BEGIN_DECLS

/** EssaimEvidence: a value that never changes. */
typedef struct
{
  gatomicrefcount  refs;

  EssaimProject   *shown;         /* as people see it */
  EssaimProject   *said;          /* by its sources alone */
  GPtrArray       *parts;         /* (element-type EssaimProject): what each record says, by id */
  GPtrArray       *corrections;   /* (element-type EssaimCorrection): of these records, by ids they have or had */
  GPtrArray       *records;       /* (element-type utf8): the present ids, one for each correction */
  GStrv            feed_order;    /* (nullable): the feed to be believed first is the first */
  EssaimReference *reference;
} EssaimEvidence;

EssaimEvidence         *essaim_evidence_new            (EssaimProject         *shown,
                                                        GPtrArray             *parts,
                                                        GPtrArray             *corrections,
                                                        GPtrArray             *records,
                                                        const char * const    *feed_order,
                                                        EssaimReference       *reference);
EssaimEvidence         *essaim_evidence_ref            (EssaimEvidence        *self);
void                    essaim_evidence_unref          (EssaimEvidence        *self);
/* Texts are in the form of EssaimCorrection; (nullable): nothing is said. */
char                   *essaim_evidence_dup_shown      (const EssaimEvidence  *self,
                                                        EssaimField            field);
char                   *essaim_evidence_dup_said       (const EssaimEvidence  *self,
                                                        EssaimField            field);
/* (nullable): the source that said gave the field; none says anything */
const EssaimSource     *essaim_evidence_get_source     (const EssaimEvidence  *self,
                                                        EssaimField            field);
/* (nullable) */
const EssaimCorrection *essaim_evidence_get_correction (const EssaimEvidence  *self,
                                                        EssaimField            field);
gboolean                essaim_evidence_is_stale       (const EssaimEvidence  *self,
                                                        EssaimField            field);
/* (nullable): the record among them that the person has added */
const EssaimProject    *essaim_evidence_get_own        (const EssaimEvidence  *self);

/* Into an amendment: the field gets a value (NULL: none), or goes back to what its sources say. */
void                    essaim_evidence_correct        (const EssaimEvidence  *self,
                                                        EssaimField            field,
                                                        const char            *value,
                                                        EssaimAmendment       *amendment);
void                    essaim_evidence_take_back      (const EssaimEvidence  *self,
                                                        EssaimField            field,
                                                        EssaimAmendment       *amendment);
/* (transfer full): what undoes an amendment of this evidence */
EssaimAmendment        *essaim_evidence_invert         (const EssaimEvidence  *self,
                                                        const EssaimAmendment *amendment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimEvidence, essaim_evidence_unref)

G_END_DECLS
