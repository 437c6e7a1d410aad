/* essaim-placer.h: what a record says of a place, to a site with its precision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-reference.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimPlace: what a record says of one place, as read; texts are borrowed and (nullable). */
typedef struct
{
  double      lat;              /* degrees as read, whatever they are; NAN without */
  double      lon;
  gboolean    has_coordinates;  /* the record says something of a position, even if it is no number */
  const char *insee;
  const char *postcode;
  const char *commune;
  const char *department;       /* code or name */
  const char *department_name;  /* for where the other is not known */
  const char *address;
  guint       line;             /* for warnings */
} EssaimPlace;

/** EssaimPlacer: places sites; used by one thread. */
typedef struct _EssaimPlacer EssaimPlacer;

EssaimPlacer *essaim_placer_new   (EssaimReference *reference, EssaimReport *report);
void          essaim_placer_free  (EssaimPlacer *placer);
void          essaim_placer_place (EssaimPlacer *placer, const EssaimPlace *place, EssaimSite *site);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPlacer, essaim_placer_free)

G_END_DECLS
