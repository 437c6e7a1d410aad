/* essaim-correct-form.h: all that a person may say of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-evidence.h"

G_BEGIN_DECLS

/** EssaimCorrectForm: signal `changed` (): by the person. */
#define ESSAIM_TYPE_CORRECT_FORM (essaim_correct_form_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCorrectForm, essaim_correct_form, ESSAIM, CORRECT_FORM, AdwBin)

/** EssaimCorrectValues: by field, each (nullable), owned; fields that the form does not have are NULL. */
typedef struct
{
  char    *texts[ESSAIM_N_CORRECTABLE_FIELDS];
  gboolean has[ESSAIM_N_CORRECTABLE_FIELDS];     /* the form has the field */
} EssaimCorrectValues;

void     essaim_correct_values_clear      (EssaimCorrectValues  *values);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimCorrectValues, essaim_correct_values_clear)

void     essaim_correct_form_set_reference (EssaimCorrectForm    *self,
                                            EssaimReference      *reference);
/* A project of the person's own: no source says anything else. */
void     essaim_correct_form_set_project   (EssaimCorrectForm    *self,
                                            const EssaimProject  *project);
void     essaim_correct_form_set_evidence  (EssaimCorrectForm    *self,
                                            const EssaimEvidence *evidence);
/* FALSE: a value is wrong; the form says so, and the keyboard is there. */
gboolean essaim_correct_form_read          (EssaimCorrectForm    *self,
                                            EssaimCorrectValues  *values);

G_END_DECLS
