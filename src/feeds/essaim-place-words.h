/* essaim-place-words.h: the commune, postcode or department that the texts of a record lead to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-axes.h"
#include "essaim-reference.h"
#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimPlace: what a record says of one place, as read; texts are borrowed and (nullable). */
typedef struct
{
  double        lat;              /* as read: what is called latitude, or y; NAN without */
  double        lon;
  gboolean      has_coordinates;  /* the record says something of a position, even if it is no number */
  EssaimSystem  system;           /* what the two numbers are in the whole feed */
  const char   *geocoded_type;    /* where a geocoder found the position: what it found … */
  const char   *geocoded_score;   /* … how sure it is, 0–1 … */
  const char   *geocoded_insee;   /* … and in which commune */
  const char   *insee;
  const char   *postcode;
  const char   *commune;
  const char   *department;       /* code or name */
  const char   *department_name;  /* for where the other is not known */
  const char   *address;
  guint         line;             /* for warnings */
} EssaimPlace;

/** EssaimEvidence: what the texts of a place lead to. */
typedef struct
{
  guint       commune;      /* or ESSAIM_NO_COMMUNE */
  gboolean    is_sure;      /* by its code, or by a name and a postcode that agree */
  const char *finer_code;   /* (nullable) (unowned): of an arrondissement */
  guint       department;   /* or ESSAIM_NO_DEPARTMENT; not looked for where the commune is known by its code */
  char        postcode[8];  /* five digits, or empty */
} EssaimEvidence;

#define ESSAIM_NO_EVIDENCE ((EssaimEvidence) { ESSAIM_NO_COMMUNE, FALSE, NULL, ESSAIM_NO_DEPARTMENT, "" })

/** EssaimPlaceWords: used by one thread; remembers names, which repeat from record to record. */
typedef struct _EssaimPlaceWords EssaimPlaceWords;

EssaimPlaceWords *essaim_place_words_new                (EssaimReference *reference, EssaimReport *report);
void              essaim_place_words_free               (EssaimPlaceWords *words);
EssaimEvidence    essaim_place_words_gather             (EssaimPlaceWords *words, const EssaimPlace *place);
guint             essaim_place_words_get_department     (EssaimPlaceWords *words, const EssaimPlace *place);
guint             essaim_place_words_department_of_code (EssaimPlaceWords *words, const char *code);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPlaceWords, essaim_place_words_free)

G_END_DECLS
