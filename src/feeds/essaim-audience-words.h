/* essaim-audience-words.h: whom words speak of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EssaimAudienceWords EssaimAudienceWords;

EssaimAudienceWords *essaim_audience_words_new          (void);
void                 essaim_audience_words_free         (EssaimAudienceWords *self);
guint                essaim_audience_words_find         (EssaimAudienceWords *self, const char *value);
guint                essaim_audience_words_find_in_text (EssaimAudienceWords *self, const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimAudienceWords, essaim_audience_words_free)

G_END_DECLS
