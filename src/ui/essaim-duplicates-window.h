/* essaim-duplicates-window.h: records that may be one, decided about one pair after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-duplicates.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_DUPLICATES_WINDOW (essaim_duplicates_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimDuplicatesWindow, essaim_duplicates_window, ESSAIM, DUPLICATES_WINDOW, AdwWindow)

GtkWidget *essaim_duplicates_window_new (GtkWindow        *parent,
                                         EssaimSession    *session,
                                         EssaimDuplicates *duplicates);

G_END_DECLS
