/* essaim-format.h: numbers, amounts and dates as a person reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *essaim_format_number      (guint64 number);
char *essaim_format_rate        (double rate);
char *essaim_format_euros       (double amount);
char *essaim_format_euros_short (double amount);
char *essaim_format_distance    (double km);
char *essaim_format_phone       (const char *phone);
char *essaim_format_date        (const char *iso);
/* Without the year when it is this one: “Thu 26 Nov”, “26 Nov”, “26 November”. */
char *essaim_format_day         (const char *iso);
char *essaim_format_short_day   (const char *iso);
char *essaim_format_near_date   (const char *iso);

G_END_DECLS
