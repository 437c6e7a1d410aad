/* essaim-placer.h: what a record says of a place, to a site with its precision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-place-words.h"
#include "essaim-project.h"

G_BEGIN_DECLS

/** EssaimPlacer: places sites; used by one thread. */
typedef struct _EssaimPlacer EssaimPlacer;

EssaimPlacer *essaim_placer_new   (EssaimReference *reference, EssaimReport *report);
void          essaim_placer_free  (EssaimPlacer *placer);
void          essaim_placer_place (EssaimPlacer *placer, const EssaimPlace *place, EssaimSite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPlacer, essaim_placer_free)

G_END_DECLS
