/* essaim-traits-private.h: how the texts of a record become traits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-traits.h"

G_BEGIN_DECLS

/** EssaimPlaceWords: the words of a commune's name. */
typedef struct
{
  guint16 words[8];
  guint   n;
} EssaimPlaceWords;

void essaim_place_words_read         (EssaimPlaceWords *place, const char *commune);
void essaim_traits_read_title        (EssaimTraits *traits, const char *title, const EssaimPlaceWords *place);
void essaim_traits_read_organisation (EssaimTraits *traits, const char *organisation, const EssaimPlaceWords *place);
void essaim_traits_read_address      (EssaimTraits *traits, const char *address);
void essaim_traits_read_links        (EssaimTraits *traits, const char *website, const char *email);

G_END_DECLS
