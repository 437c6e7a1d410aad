/* essaim-store-error.c: the error domain of the layer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-store-error.h"

G_DEFINE_QUARK (essaim-store-error-quark, essaim_store_error)
