/* essaim-correction.h: one field of a project as the person says it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimCorrection: what the person says in place of what a source says. A value in text form is a text, a code, codes
 * with blanks between them (themes, audiences), or of a position “LAT,LON” in degrees or “insee:63113”. */
typedef struct
{
  char        *record;    /* id of the part whose field it is */
  EssaimField  field;     /* one that can be corrected */
  char        *value;     /* NULL: the project has none */
  char        *theirs;    /* what the record said when the person corrected it; NULL: nothing */
  char        *date;      /* ISO 8601, when */
} EssaimCorrection;

EssaimCorrection *essaim_correction_new         (const char *record, EssaimField field, const char *value,
                                                 const char *theirs, const char *date);
EssaimCorrection *essaim_correction_copy        (const EssaimCorrection *correction);
void              essaim_correction_free        (EssaimCorrection *correction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimCorrection, essaim_correction_free)

char             *essaim_correction_parse       (EssaimField field, const char *typed, EssaimReference *reference,
                                                 GError **error);
void              essaim_correction_apply       (EssaimProject *project, const EssaimCorrection *correction,
                                                 EssaimReference *reference);
char             *essaim_correction_get_theirs  (const EssaimProject *project, EssaimField field,
                                                 EssaimReference *reference);
gboolean          essaim_correction_is_stale    (const EssaimCorrection *correction, GPtrArray *parts,
                                                 EssaimReference *reference);

G_END_DECLS
