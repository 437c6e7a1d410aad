/* essaim-sites-popover.h: the records that stand on one spot, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-result-item.h"

G_BEGIN_DECLS

/** EssaimSitesPopover: signal `chosen` (EssaimResultItem). */
#define ESSAIM_TYPE_SITES_POPOVER (essaim_sites_popover_get_type ())
G_DECLARE_FINAL_TYPE (EssaimSitesPopover, essaim_sites_popover, ESSAIM, SITES_POPOVER, GtkPopover)

GtkWidget *essaim_sites_popover_new (void);
/* items: (element-type EssaimResultItem) */
void       essaim_sites_popover_show (EssaimSitesPopover *self,
                                      GPtrArray          *items,
                                      double              x,
                                      double              y);

G_END_DECLS
