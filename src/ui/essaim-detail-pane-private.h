/* essaim-detail-pane-private.h: what the files of EssaimDetailPane share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-detail-pane.h"

G_BEGIN_DECLS

struct _EssaimDetailPane
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *heading;
  GtkWidget      *menu_button;
  GtkWidget      *stack;
  GtkWidget      *project_pane;
  GtkWidget      *territory_pane;

  /* Owned */
  EssaimExplorer *explorer;
  GCancellable   *cancellable;
  GPtrArray      *visits;      /* (element-type Visit) */

  int             current;     /* in visits; -1 when closed before any */
  gboolean        open;
};

EssaimProject *essaim_detail_pane_get_project     (EssaimDetailPane *self);
/* G_MAXUINT: it is no result. */
guint          essaim_detail_pane_find_position   (EssaimDetailPane *self,
                                                   guint            *n);

void           essaim_detail_pane_install_actions (GtkWidgetClass   *widget_class);
void           essaim_detail_pane_update_actions  (EssaimDetailPane *self);

G_END_DECLS
