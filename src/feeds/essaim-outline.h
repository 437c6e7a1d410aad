/* essaim-outline.h: points, lines and areas, and one point for all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimOutlineKind: what the parts of a geometry are; what comes later counts for more. */
typedef enum
{
  ESSAIM_OUTLINE_POINTS,
  ESSAIM_OUTLINE_LINES,
  ESSAIM_OUTLINE_AREAS,
} EssaimOutlineKind;

/** EssaimOutline: geometries of any format, position after position. */
typedef struct _EssaimOutline EssaimOutline;

EssaimOutline *essaim_outline_new          (void);
void           essaim_outline_free         (EssaimOutline *self);
void           essaim_outline_reset        (EssaimOutline *self);
void           essaim_outline_add          (EssaimOutline *self, double x, double y);
/* Closes what is open: a ring or line; else the rings before are one polygon. */
void           essaim_outline_close        (EssaimOutline *self);
/* What was added since the last time is of this kind. */
void           essaim_outline_end_geometry (EssaimOutline *self, EssaimOutlineKind kind);
gboolean       essaim_outline_parse_kind   (const char *type, gsize length, EssaimOutlineKind *kind);
gboolean       essaim_outline_get_point    (EssaimOutline *self, double *x, double *y);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimOutline, essaim_outline_free)

G_END_DECLS
