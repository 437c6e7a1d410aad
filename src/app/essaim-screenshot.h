/* essaim-screenshot.h: the window as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-window.h"

G_BEGIN_DECLS

void essaim_screenshot_take (EssaimWindow *window, const char *path, gboolean *failed);

G_END_DECLS
