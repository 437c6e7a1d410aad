/* essaim-value-words.h: a value of a project's field, as a person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-reference.h"

G_BEGIN_DECLS

/* (nullable): of no value */
char *essaim_value_describe (EssaimField      field,
                             const char      *value,
                             EssaimReference *reference);

G_END_DECLS
