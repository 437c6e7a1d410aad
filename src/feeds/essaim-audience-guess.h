/* essaim-audience-guess.h: fields that stand for one audience each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

void essaim_audience_guess_map (EssaimMapping *mapping, const EssaimFields *fields, const EssaimFieldSample *samples,
                                gboolean *used);

G_END_DECLS
