/* essaim-entry.h: a project on a shortlist, with the work on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"
#include "essaim-vocabulary.h"

G_BEGIN_DECLS

/** EssaimEntry: a project kept, with the copy made when it was. */
typedef struct
{
  char              *project;     /* id */
  EssaimProject     *copy;
  EssaimEntryStatus  status;
  char              *note;        /* "" without */
  int                rating;      /* 1–5; 0 not rated */
  char              *next_step;   /* what to do next; "" without */
  char              *next_date;   /* (nullable): its day, ISO 8601 */
  char              *added;       /* ISO 8601 */
  GPtrArray         *others;      /* (nullable) (element-type EssaimEntry): of what is the same project by now */
} EssaimEntry;

/** ESSAIM_RATING_MAX: the best that an entry can be rated. */
#define ESSAIM_RATING_MAX 5

/** EssaimEntryField: what a person changes of an entry. As text: the code of the status, the note, the rating in digits
 * (0 for none), the next step, and its day (NULL for none). */
typedef enum
{
  ESSAIM_ENTRY_FIELD_STATUS,
  ESSAIM_ENTRY_FIELD_NOTE,
  ESSAIM_ENTRY_FIELD_RATING,
  ESSAIM_ENTRY_FIELD_NEXT_STEP,
  ESSAIM_ENTRY_FIELD_NEXT_DATE,
} EssaimEntryField;
#define ESSAIM_N_ENTRY_FIELDS 5

void        essaim_entry_free           (EssaimEntry       *entry);
gboolean    essaim_entry_accepts        (EssaimEntryField   field,
                                         const char        *value);
char       *essaim_entry_dup_field      (const EssaimEntry *entry,
                                         EssaimEntryField   field);
gboolean    essaim_entry_set_field      (EssaimEntry       *entry,
                                         EssaimEntryField   field,
                                         const char        *value);
const char *essaim_entry_field_get_name (EssaimEntryField   field);

/* essaim-entry-fold.c */
GPtrArray  *essaim_entries_fold         (GPtrArray         *entries,
                                         GHashTable        *shown);
char       *essaim_entry_dup_other_notes (const EssaimEntry *entry);
char       *essaim_entry_dup_notes      (const EssaimEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimEntry, essaim_entry_free)

G_END_DECLS
