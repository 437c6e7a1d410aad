/* essaim-feed-error.h: why a feed could not be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ESSAIM_FEED_ERROR (essaim_feed_error_quark ())
GQuark essaim_feed_error_quark (void);

/** EssaimFeedError: REFUSED: the content is not what it should be; FAILED: it could not be fetched or read; UNREACHABLE:
 * no server was found to fetch it from; GONE: the server has removed it for good; BUSY: it wants to be asked later;
 * DENIED: it does not give it to everyone (a token may help). */
typedef enum
{
  ESSAIM_FEED_ERROR_REFUSED,
  ESSAIM_FEED_ERROR_FAILED,
  ESSAIM_FEED_ERROR_UNREACHABLE,
  ESSAIM_FEED_ERROR_GONE,
  ESSAIM_FEED_ERROR_BUSY,
  ESSAIM_FEED_ERROR_DENIED,
} EssaimFeedError;

G_END_DECLS
