/* essaim-themes.h: the sixteen themes and what leads to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "essaim-vocabulary.h"

G_BEGIN_DECLS

#define ESSAIM_N_THEMES 16

/** EssaimThemeSet: bit `1 << i` for theme i, in the order of `data/themes.csv`. */
typedef guint32 EssaimThemeSet;

/** ESSAIM_THEME_UNCLASSIFIED: the extra bit of filters and counts for projects without a theme; its code is `none`. */
#define ESSAIM_THEME_UNCLASSIFIED ESSAIM_N_THEMES

#define ESSAIM_TYPE_THEMES (essaim_themes_get_type ())
G_DECLARE_FINAL_TYPE (EssaimThemes, essaim_themes, ESSAIM, THEMES, GObject)

EssaimThemes    *essaim_themes_new               (const char *path, GError **error);
const char      *essaim_themes_get_code          (EssaimThemes *self, guint theme);
const char      *essaim_themes_get_label         (EssaimThemes *self, guint theme);
const char      *essaim_themes_get_short_label   (EssaimThemes *self, guint theme);
const char      *essaim_themes_get_icon_name     (EssaimThemes *self, guint theme);
EssaimChallenge  essaim_themes_get_challenge     (EssaimThemes *self, guint theme);
EssaimThemeSet   essaim_themes_get_challenge_set (EssaimThemes *self, EssaimChallenge challenge);
gboolean         essaim_themes_lookup            (EssaimThemes *self, const char *code, guint *theme);
EssaimThemeSet   essaim_themes_match_code        (EssaimThemes *self, const char *tag);
EssaimThemeSet   essaim_themes_match_tag        (EssaimThemes *self, const char *tag);
EssaimThemeSet   essaim_themes_match_words       (EssaimThemes *self, const char *text);

G_END_DECLS
