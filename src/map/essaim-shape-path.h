/* essaim-shape-path.h: a shape as a cairo path
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "essaim-projection.h"

G_BEGIN_DECLS

void essaim_shape_add_path (const EssaimShape      *shape,
                            cairo_t                *cr,
                            const EssaimProjection *projection,
                            double                  margin);

G_END_DECLS
