/* essaim-project-maker.h: a record to a project with one site, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"
#include "essaim-place-reader.h"
#include "essaim-project.h"
#include "essaim-reference.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimProjectMaker: for the records of one feed; used by one thread. */
typedef struct _EssaimProjectMaker EssaimProjectMaker;

EssaimProjectMaker *essaim_project_maker_new           (EssaimMapping *mapping, EssaimReference *reference,
                                                        EssaimReport *report);
void                essaim_project_maker_free          (EssaimProjectMaker *maker);
void                essaim_project_maker_set_system    (EssaimProjectMaker *maker, EssaimPositionFrom from,
                                                        EssaimSystem system);
EssaimPositionFrom  essaim_project_maker_read_place    (EssaimProjectMaker *maker, const EssaimRecord *record,
                                                        EssaimPlace *place);
guint               essaim_project_maker_read_srid     (EssaimProjectMaker *maker, const EssaimRecord *record);
/* (nullable): a record without any name is refused in the report. *source_id is valid until the reader goes on. */
EssaimProject      *essaim_project_maker_make          (EssaimProjectMaker *maker, const EssaimRecord *record,
                                                        const char **source_id);
void                essaim_project_maker_end           (EssaimProjectMaker *maker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProjectMaker, essaim_project_maker_free)

G_END_DECLS
