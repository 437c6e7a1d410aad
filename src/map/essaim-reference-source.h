/* essaim-reference-source.h: tells libshumate the size and projection of the world; it has no tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_REFERENCE_SOURCE (essaim_reference_source_get_type ())
G_DECLARE_FINAL_TYPE (EssaimReferenceSource, essaim_reference_source, ESSAIM, REFERENCE_SOURCE, ShumateMapSource)

ShumateMapSource *essaim_reference_source_new (void);

G_END_DECLS
