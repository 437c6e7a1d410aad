/* essaim-correct-window.h: what the person knows better than the sources of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-evidence.h"
#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_CORRECT_WINDOW (essaim_correct_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimCorrectWindow, essaim_correct_window, ESSAIM, CORRECT_WINDOW, AdwWindow)

void essaim_correct_window_present (GtkWindow      *parent,
                                    EssaimSession  *session,
                                    EssaimEvidence *evidence);

G_END_DECLS
