/* essaim-reasons.h: why two records look like one, as a person reads it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-likeness.h"

G_BEGIN_DECLS

/* reasons: bits 1 << EssaimLikenessReason */
void  essaim_reasons_fill     (GtkWidget *box,
                               guint      reasons,
                               gboolean   same_title);
/* (transfer full): on one line; empty for none */
char *essaim_reasons_describe (guint      reasons,
                               gboolean   same_title);

G_END_DECLS
