/* essaim-own-file.h: a project of the person's out of a JSON file, checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-project.h"
#include "essaim-reference.h"

G_BEGIN_DECLS

/* id: (out) (nullable): the one of a project that it is to take the place of. */
EssaimProject *essaim_own_file_read (const char *path, EssaimReference *reference, char **id, GError **error);

G_END_DECLS
