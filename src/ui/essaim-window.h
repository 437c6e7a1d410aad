/* essaim-window.h: the window: four pages, a header bar, and the verbs between them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-explorer.h"
#include "essaim-session.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_WINDOW (essaim_window_get_type ())
G_DECLARE_FINAL_TYPE (EssaimWindow, essaim_window, ESSAIM, WINDOW, AdwApplicationWindow)

EssaimWindow    *essaim_window_new        (AdwApplication *application, EssaimSession *session);
gboolean         essaim_window_is_settled (EssaimWindow *self);
gboolean         essaim_window_show_page  (EssaimWindow *self, const char *page);
void             essaim_window_ask        (EssaimWindow *self, const EssaimQuery *query);
void             essaim_window_say        (EssaimWindow *self, const char *sentence);
void             essaim_window_keep_state (EssaimWindow *self, GSettings *settings);
void             essaim_window_stay_quiet (EssaimWindow *self);

G_END_DECLS
