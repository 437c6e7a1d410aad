/* essaim-filter-chip.h: one thing that is asked for, with a cross that takes it back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-choice.h"

G_BEGIN_DECLS

/** EssaimFilterChip: signal `removed` (): the person wants it no more. */
#define ESSAIM_TYPE_FILTER_CHIP (essaim_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (EssaimFilterChip, essaim_filter_chip, ESSAIM, FILTER_CHIP, GtkWidget)

GtkWidget          *essaim_filter_chip_new        (EssaimChoice *choice);
const EssaimChoice *essaim_filter_chip_get_choice (EssaimFilterChip *self);
void                essaim_filter_chip_set_short  (EssaimFilterChip *self, gboolean is_short);

G_END_DECLS
