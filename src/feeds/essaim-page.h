/* essaim-page.h: one page of an answer: its records, and what it says beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimPage: borrows the text that it was made of. */
typedef struct
{
  const char *text;

  /* Owned */
  char       *list;      /* (nullable): where the records are: `results`, `result.records` */
  GArray     *records;   /* (element-type EssaimPageRecord) */
  GHashTable *members;   /* (element-type utf8 utf8): values beside the records, by their paths; empty for null */

  /* In bytes: what is between the brackets of the list */
  gsize       start;
  gsize       end;
} EssaimPage;

/** EssaimPageRecord: a record of it, or the member of an object of records; in bytes. */
typedef struct
{
  gsize start;
  gsize name_length;   /* with its quotes, in an object; 0 in an array */
  gsize end;
} EssaimPageRecord;

EssaimPage *essaim_page_new         (const char *text, gsize length);
void        essaim_page_free        (EssaimPage *self);
const char *essaim_page_get         (const EssaimPage *self, const char *path);
guint64     essaim_page_get_number  (const EssaimPage *self, const char *path, guint64 fallback);
guint64     essaim_page_hash_record (const EssaimPage *self, guint number, const char *id, const char *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPage, essaim_page_free)

G_END_DECLS
