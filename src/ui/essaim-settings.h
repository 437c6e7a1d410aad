/* essaim-settings.h: where the window finds what it looked like when it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *essaim_settings_new (const char *folder);

G_END_DECLS
