/* essaim-feed-error.h: why a feed could not be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ESSAIM_FEED_ERROR (essaim_feed_error_quark ())
GQuark essaim_feed_error_quark (void);

/** EssaimFeedError: REFUSED: the content is not what it should be; FAILED: it could not be fetched or read; UNREACHABLE: no
 * server was found to fetch it from. */
typedef enum
{
  ESSAIM_FEED_ERROR_REFUSED,
  ESSAIM_FEED_ERROR_FAILED,
  ESSAIM_FEED_ERROR_UNREACHABLE,
} EssaimFeedError;

G_END_DECLS
