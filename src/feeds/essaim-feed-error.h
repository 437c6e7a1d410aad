/* essaim-feed-error.h: why a feed could not be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ESSAIM_FEED_ERROR (essaim_feed_error_quark ())
GQuark essaim_feed_error_quark (void);

/** EssaimFeedError: REFUSED: the content is not what it should be; FAILED: it could not be fetched or read. */
typedef enum
{
  ESSAIM_FEED_ERROR_REFUSED,
  ESSAIM_FEED_ERROR_FAILED,
} EssaimFeedError;

G_END_DECLS
