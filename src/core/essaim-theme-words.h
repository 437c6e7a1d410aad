/* essaim-theme-words.h: finds the themes whose keywords a text holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-themes.h"

G_BEGIN_DECLS

typedef struct _EssaimThemeWords EssaimThemeWords;

EssaimThemeWords *essaim_theme_words_new     (void);
void              essaim_theme_words_free    (EssaimThemeWords *self);
void              essaim_theme_words_add     (EssaimThemeWords *self, const char *keyword, guint theme);
void              essaim_theme_words_compile (EssaimThemeWords *self);
EssaimThemeSet    essaim_theme_words_match   (const EssaimThemeWords *self, const char *text, gboolean is_tag);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimThemeWords, essaim_theme_words_free)

G_END_DECLS
