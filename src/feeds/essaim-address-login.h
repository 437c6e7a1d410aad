/* essaim-address-login.h: a name and password that stand in an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GUri *essaim_address_drop_login (GUri *uri);
/* NULL: there is none, and *address is the text as it is. */
char *essaim_address_take_login (const char *text, char **address);

G_END_DECLS
