/* essaim-own-window.h: a project that the person adds, or has added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_OWN_WINDOW (essaim_own_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimOwnWindow, essaim_own_window, ESSAIM, OWN_WINDOW, AdwWindow)

/* project: (nullable): the one to change, which nobody else has; NULL: a new one */
void essaim_own_window_present (GtkWindow     *parent,
                                EssaimSession *session,
                                EssaimProject *project);

G_END_DECLS
