/* essaim-sources-page.h: the feeds: add one, refresh them, read what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "essaim-session.h"

G_BEGIN_DECLS

/** EssaimSourcesPage: signal `answered` (reached boolean): an address was asked, and its server answered or could not be
 * found. */
#define ESSAIM_TYPE_SOURCES_PAGE (essaim_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (EssaimSourcesPage, essaim_sources_page, ESSAIM, SOURCES_PAGE, AdwBin)

void        essaim_sources_page_set_session (EssaimSourcesPage *self, EssaimSession *session);
GListModel *essaim_sources_page_get_feeds   (EssaimSourcesPage *self);
void        essaim_sources_page_import      (EssaimSourcesPage *self, const char *source);
void        essaim_sources_page_refresh_all (EssaimSourcesPage *self);

G_END_DECLS
