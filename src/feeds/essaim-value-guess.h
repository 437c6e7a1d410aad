/* essaim-value-guess.h: what a field is by its values alone, where its name says nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

void essaim_value_guess_map (EssaimMapping *mapping, const EssaimFields *fields, const EssaimFieldSample *samples,
                             gboolean *used, EssaimReference *reference);

G_END_DECLS
