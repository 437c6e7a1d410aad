/* essaim-notice-bar.h: a sentence under the header bar that stays until it is no longer true or is closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_NOTICE_BAR (essaim_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (EssaimNoticeBar, essaim_notice_bar, ESSAIM, NOTICE_BAR, GtkWidget)

void        essaim_notice_bar_show     (EssaimNoticeBar *self,
                                        const char      *icon_name,
                                        const char      *text,
                                        const char      *button,
                                        const char      *action);
void        essaim_notice_bar_hide     (EssaimNoticeBar *self);

G_END_DECLS
