/* essaim-join-window.h: the person knows of a record that another is the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_JOIN_WINDOW (essaim_join_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimJoinWindow, essaim_join_window, ESSAIM, JOIN_WINDOW, AdwWindow)

GtkWidget *essaim_join_window_new (GtkWindow     *parent,
                                   EssaimSession *session,
                                   EssaimProject *project);

G_END_DECLS
