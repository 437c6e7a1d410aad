/* essaim-status-rules.h: what is over, by the members that say so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

void essaim_status_rules_add (EssaimMapping *mapping, const EssaimFields *fields);

G_END_DECLS
