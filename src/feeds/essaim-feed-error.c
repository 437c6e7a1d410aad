/* essaim-feed-error.c: the error domain of the layer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-error.h"

G_DEFINE_QUARK (essaim-feed-error-quark, essaim_feed_error)
