/* essaim-project-maker.h: a record to a project with one site, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-coordinates.h"
#include "essaim-mapping.h"
#include "essaim-project.h"
#include "essaim-reference.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimPositionFrom: where the position of a record is found; each has axes of its own. */
typedef enum
{
  ESSAIM_POSITION_GEOMETRY,
  ESSAIM_POSITION_COLUMNS,
  ESSAIM_POSITION_NOWHERE,
} EssaimPositionFrom;
#define ESSAIM_N_POSITION_SOURCES 2

/** EssaimProjectMaker: for the records of one feed; used by one thread. */
typedef struct _EssaimProjectMaker EssaimProjectMaker;

EssaimProjectMaker *essaim_project_maker_new           (EssaimMapping *mapping, EssaimReference *reference,
                                                        EssaimReport *report);
void                essaim_project_maker_free          (EssaimProjectMaker *maker);
void                essaim_project_maker_set_axes      (EssaimProjectMaker *maker, EssaimPositionFrom from,
                                                        EssaimAxesOrder order);
/* The position as written, before the axes are decided; NAN where there are no numbers. */
EssaimPositionFrom  essaim_project_maker_read_position (EssaimProjectMaker *maker, const EssaimRecord *record,
                                                        double *lat, double *lon);
/* (nullable): a record without any name is refused in the report. *source_id is valid until the reader goes on. */
EssaimProject      *essaim_project_maker_make          (EssaimProjectMaker *maker, const EssaimRecord *record,
                                                        const char **source_id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimProjectMaker, essaim_project_maker_free)

G_END_DECLS
