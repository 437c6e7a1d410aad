/* essaim-field-labels.h: what a field of a feed becomes, for a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *essaim_field_label (const char *code);

G_END_DECLS
