/* essaim-status-style.h: the colour of a status
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-vocabulary.h"

G_BEGIN_DECLS

void essaim_status_style_set (GtkWidget *widget, EssaimEntryStatus status);

G_END_DECLS
