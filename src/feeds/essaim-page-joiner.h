/* essaim-page-joiner.h: the pages of an answer as one document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-fetcher-private.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/* Asks for the pages that follow the first one and puts all of them into one file in its place; leaves alone what does
 * not come in pages. */
gboolean essaim_page_joiner_join (EssaimFetcher *fetcher, EssaimFetchedFile *first, EssaimReport *report,
                                  GError **error);

G_END_DECLS
