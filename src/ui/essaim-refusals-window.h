/* essaim-refusals-window.h: the lines of a feed that could not be taken, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-report.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_REFUSALS_WINDOW (essaim_refusals_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimRefusalsWindow, essaim_refusals_window, ESSAIM, REFUSALS_WINDOW, AdwWindow)

void essaim_refusals_window_show (GtkWindow *parent, const EssaimReport *report);

G_END_DECLS
