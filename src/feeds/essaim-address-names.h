/* essaim-address-names.h: communes that an address names without a postcode
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-gazetteer.h"

G_BEGIN_DECLS

guint essaim_address_names_find           (EssaimGazetteer *gazetteer, const char *address, guint *department);
guint essaim_address_names_cut_department (EssaimGazetteer *gazetteer, char *name);

G_END_DECLS
