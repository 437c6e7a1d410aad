/* essaim-address.h: addresses that people have, as addresses that give data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As libsoup reads them (SOUP_HTTP_URI_FLAGS). */
#define ESSAIM_ADDRESS_FLAGS (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY \
                              | G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_SCHEME_NORMALIZE)

/* What to ask for instead, the best first; empty where nothing is known of such addresses. */
GPtrArray *essaim_address_improve      (GUri *uri);
/* Where a catalogue describes the data set that this is the page of, or NULL. */
GUri      *essaim_address_get_data_set (GUri *uri);

/* Whether it is the same server still, as protected as before or more. */
gboolean   essaim_address_is_same_server (GUri *uri, GUri *next);

guint64    essaim_address_get_number   (GUri *uri, const char *parameter, guint64 fallback);
GUri      *essaim_address_set_number   (GUri *uri, const char *parameter, guint64 number);

G_END_DECLS
