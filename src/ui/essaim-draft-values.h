/* essaim-draft-values.h: what each value of a column means: a theme, an audience, a kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-feed-draft.h"

G_BEGIN_DECLS

GtkWidget *essaim_draft_values_new  (EssaimFeedDraft *draft, guint column);
gboolean   essaim_draft_values_suit (const char *target);

G_END_DECLS
