/* essaim-authority.h: where a local authority is, by its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-gazetteer.h"

G_BEGIN_DECLS

guint essaim_authority_find_department (EssaimGazetteer *gazetteer, const char *number);

G_END_DECLS
