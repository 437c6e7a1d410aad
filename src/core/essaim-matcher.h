/* essaim-matcher.h: which of many records look like one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "essaim-likeness.h"

G_BEGIN_DECLS

GArray *essaim_matcher_find_pairs (const EssaimTraits *traits, guint n, GCancellable *cancellable, GError **error);

G_END_DECLS
