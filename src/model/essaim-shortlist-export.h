/* essaim-shortlist-export.h: a shortlist out to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-work.h"

G_BEGIN_DECLS

gboolean essaim_shortlist_export (EssaimWork       *work,
                                  EssaimReference  *reference,
                                  const char       *shortlist,
                                  const char       *path,
                                  GError          **error);

G_END_DECLS
