/* essaim-correct-field.h: a field to correct, and beside it what the source says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-evidence.h"

G_BEGIN_DECLS

/** EssaimCorrectField: signal `changed` (): by the person. */
#define ESSAIM_TYPE_CORRECT_FIELD (essaim_correct_field_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCorrectField, essaim_correct_field, ESSAIM, CORRECT_FIELD, AdwBin)

/* editor: an EssaimCorrectEditor */
GtkWidget  *essaim_correct_field_new          (EssaimField           field,
                                               GtkWidget            *editor);
EssaimField essaim_correct_field_get_field    (EssaimCorrectField   *self);
void        essaim_correct_field_set_value    (EssaimCorrectField   *self,
                                               const char           *value);
/* Shows what its sources say. */
void        essaim_correct_field_set_evidence (EssaimCorrectField   *self,
                                               const EssaimEvidence *evidence);
/* FALSE: it is none, and that is said below it. value: (out) (nullable) */
gboolean    essaim_correct_field_read         (EssaimCorrectField   *self,
                                               EssaimReference      *reference,
                                               char                **value);

G_END_DECLS
