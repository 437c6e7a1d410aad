/* essaim-reference.h: the shipped facts that every layer reads, loaded once and never changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-shapes.h"
#include "essaim-territories.h"
#include "essaim-themes.h"

G_BEGIN_DECLS

#define ESSAIM_TYPE_REFERENCE (essaim_reference_get_type ())
G_DECLARE_FINAL_TYPE (EssaimReference, essaim_reference, ESSAIM, REFERENCE, GObject)

EssaimReference   *essaim_reference_new             (const char *folder, GError **error);
char              *essaim_reference_find_folder     (void);
const char        *essaim_reference_get_folder      (EssaimReference *self);
EssaimThemes      *essaim_reference_get_themes      (EssaimReference *self);
EssaimGazetteer   *essaim_reference_get_gazetteer   (EssaimReference *self);
EssaimTerritories *essaim_reference_get_territories (EssaimReference *self);
EssaimShapes      *essaim_reference_get_shapes      (EssaimReference *self);

G_END_DECLS
