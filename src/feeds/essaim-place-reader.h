/* essaim-place-reader.h: what a record says of its place, by a mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapped.h"
#include "essaim-place-words.h"

G_BEGIN_DECLS

/** EssaimPositionFrom: where the position of a record is found; each has axes of its own. */
typedef enum
{
  ESSAIM_POSITION_GEOMETRY,   /* of a GeoJSON feature */
  ESSAIM_POSITION_COLUMNS,    /* one for each number */
  ESSAIM_POSITION_CELL,       /* one for both */
  ESSAIM_POSITION_NOWHERE,
} EssaimPositionFrom;
#define ESSAIM_N_POSITION_SOURCES 3

/** EssaimPlaceReader: for the records of one feed; used by one thread. */
typedef struct _EssaimPlaceReader EssaimPlaceReader;

EssaimPlaceReader  *essaim_place_reader_new        (EssaimMapping *mapping, EssaimMapped *mapped);
void                essaim_place_reader_free       (EssaimPlaceReader *reader);
void                essaim_place_reader_set_system (EssaimPlaceReader *reader, EssaimPositionFrom from,
                                                    EssaimSystem system);
EssaimPositionFrom  essaim_place_reader_read       (EssaimPlaceReader *reader, const EssaimRecord *record,
                                                    EssaimPlace *place);
guint               essaim_place_reader_read_srid  (EssaimPlaceReader *reader, const EssaimRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPlaceReader, essaim_place_reader_free)

G_END_DECLS
