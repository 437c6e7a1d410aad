/* essaim-hover.h: the projects under the pointer, in the map or in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** EssaimHover: what the pointer is over, so that map and list light up the same projects.
 *
 * Signal `changed` (): other rows than before.
 */
#define ESSAIM_TYPE_HOVER (essaim_hover_get_type ())
G_DECLARE_FINAL_TYPE (EssaimHover, essaim_hover, ESSAIM, HOVER, GObject)

EssaimHover *essaim_hover_new      (void);
void         essaim_hover_set_rows (EssaimHover *self, const guint *rows, guint n_rows);
const guint *essaim_hover_get_rows (EssaimHover *self, guint *n_rows);
gboolean     essaim_hover_has_row  (EssaimHover *self, guint row);

G_END_DECLS
