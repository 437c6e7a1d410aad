/* essaim-kind-guess.h: what the records of a feed are, all together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

EssaimKind essaim_kind_guess (EssaimMapping *mapping, const EssaimFields *fields, const EssaimFieldSample *samples,
                              const char *hint);

G_END_DECLS
