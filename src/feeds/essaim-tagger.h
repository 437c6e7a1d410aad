/* essaim-tagger.h: the themes and audiences that a record's words lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-themes.h"

G_BEGIN_DECLS

/** EssaimTagger: used by one thread; remembers tags, which repeat from record to record. */
typedef struct _EssaimTagger EssaimTagger;

EssaimTagger *essaim_tagger_new           (EssaimThemes *themes);
void          essaim_tagger_free          (EssaimTagger *tagger);
void          essaim_tagger_add_tags      (EssaimTagger *tagger, const char *value, EssaimProject *project);
void          essaim_tagger_add_audiences (EssaimTagger *tagger, const char *value, EssaimProject *project);
void          essaim_tagger_suggest       (EssaimTagger *tagger, EssaimProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTagger, essaim_tagger_free)

G_END_DECLS
