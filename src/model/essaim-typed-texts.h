/* essaim-typed-texts.h: what was typed about entries and is not in the store yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-entry.h"

G_BEGIN_DECLS

/** EssaimTypedText: the last text typed in one field of one entry. */
typedef struct
{
  char             *shortlist;
  char             *project;
  EssaimEntryField  field;
  char             *text;
  gboolean          unsent;    /* the store has not been given the last text */
  guint             sending;   /* how many texts the store is writing */
} EssaimTypedText;

/** EssaimTypedTexts: by entry and field. A text stays here until the store has said that it is written. */
typedef struct _EssaimTypedTexts EssaimTypedTexts;

EssaimTypedTexts *essaim_typed_texts_new      (void);
void              essaim_typed_texts_free     (EssaimTypedTexts       *self);
void              essaim_typed_texts_put      (EssaimTypedTexts       *self,
                                               const char             *shortlist,
                                               const char             *project,
                                               EssaimEntryField        field,
                                               const char             *text);
/* (nullable) */
const char       *essaim_typed_texts_get      (EssaimTypedTexts       *self,
                                               const char             *shortlist,
                                               const char             *project,
                                               EssaimEntryField        field);
gboolean          essaim_typed_texts_is_empty (const EssaimTypedTexts *self);
GPtrArray        *essaim_typed_texts_send     (EssaimTypedTexts       *self);
void              essaim_typed_texts_sent     (EssaimTypedTexts       *self,
                                               const char             *shortlist,
                                               const char             *project,
                                               EssaimEntryField        field,
                                               gboolean                again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimTypedTexts, essaim_typed_texts_free)

G_END_DECLS
