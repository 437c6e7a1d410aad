/* essaim-calendar.h: a calendar that tells of every choice of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void essaim_calendar_init (GtkCalendar *calendar);

G_END_DECLS
