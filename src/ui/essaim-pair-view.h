/* essaim-pair-view.h: two records side by side, and where they differ
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimPairView: property `narrow` (boolean): one below the other. */
#define ESSAIM_TYPE_PAIR_VIEW (essaim_pair_view_get_type ())
G_DECLARE_FINAL_TYPE (EssaimPairView, essaim_pair_view, ESSAIM, PAIR_VIEW, AdwBin)

/* reasons: bits 1 << EssaimLikenessReason; 0: none are known */
void essaim_pair_view_show       (EssaimPairView  *self,
                                  EssaimReference *reference,
                                  EssaimProject   *left,
                                  EssaimProject   *right,
                                  guint            reasons);
/* The keyboard at the beginning of what is shown. */
void essaim_pair_view_grab_start (EssaimPairView  *self);

G_END_DECLS
