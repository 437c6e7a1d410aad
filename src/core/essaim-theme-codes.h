/* essaim-theme-codes.h: the codes and labels of other vocabularies, and the themes they stand for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-themes.h"

G_BEGIN_DECLS

typedef struct _EssaimThemeCodes EssaimThemeCodes;

EssaimThemeCodes *essaim_theme_codes_new              (void);
void              essaim_theme_codes_free             (EssaimThemeCodes *self);
void              essaim_theme_codes_add_own          (EssaimThemeCodes *self, const char *code, guint theme);
void              essaim_theme_codes_add_cis_2018     (EssaimThemeCodes *self, const char *codes, guint theme);
void              essaim_theme_codes_add_cis_2019     (EssaimThemeCodes *self, const char *codes, guint theme);
void              essaim_theme_codes_add_labels       (EssaimThemeCodes *self, const char *labels, guint theme);
void              essaim_theme_codes_add_services     (EssaimThemeCodes *self, const char *prefixes, guint theme);
void              essaim_theme_codes_add_goals        (EssaimThemeCodes *self, const char *numbers, guint theme);
EssaimThemeSet    essaim_theme_codes_match            (const EssaimThemeCodes *self, const char *tag);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimThemeCodes, essaim_theme_codes_free)

G_END_DECLS
