/* essaim-same-place.h: whether two sources mean the same place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"

G_BEGIN_DECLS

/* Of sites that two records of one project give. */
gboolean essaim_site_is_same_place (const EssaimSite *a, const EssaimSite *b, gboolean are_only_ones);

G_END_DECLS
