/* essaim-feed-reader-private.h: what reading and inspecting a feed share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-feed-reader.h"
#include "essaim-feed-sample.h"
#include "essaim-project-maker.h"

G_BEGIN_DECLS

EssaimMapping      *essaim_feed_reader_choose_mapping (const char *path, const EssaimFeedOptions *options,
                                                       EssaimFeedSample *sample, EssaimReference *reference,
                                                       EssaimReport *report, GError **error);
EssaimReadOptions   essaim_feed_reader_get_read_options (const EssaimFeedOptions *options);
EssaimProjectMaker *essaim_feed_reader_prepare        (EssaimMapping *mapping, EssaimFeedSample *sample,
                                                       EssaimReference *reference, EssaimReport *report);
void                essaim_feed_axes_decide           (EssaimProjectMaker *maker, EssaimMapping *mapping,
                                                       EssaimFeedSample *sample, EssaimReference *reference,
                                                       EssaimReport *report);

G_END_DECLS
