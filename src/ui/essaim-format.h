/* essaim-format.h: numbers, amounts and dates as a person reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *essaim_format_number (guint64 number);
char *essaim_format_euros  (double amount);
char *essaim_format_date   (const char *iso);

G_END_DECLS
