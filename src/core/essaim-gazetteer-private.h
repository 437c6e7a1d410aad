/* essaim-gazetteer-private.h: what the files of the gazetteer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-gazetteer.h"
#include "essaim-geo-file.h"

G_BEGIN_DECLS

/* Rows of communes.bin, as build-aux/compilegeo/communes.py writes them. */
typedef struct
{
  guint32 code;
  guint16 commune;
  guint16 kind;
} EssaimCodeRow;

typedef struct
{
  guint32 key;              /* without its article */
  guint16 commune;
  guint8  article;
  guint8  kind;
} EssaimNameRow;

typedef struct
{
  guint32 number;
  guint32 commune;
} EssaimPostcodeRow;

typedef struct
{
  double  at[3];            /* on the unit sphere */
  guint32 commune;
  guint32 unused;
} EssaimPlaceRow;

/* INSEE codes as numbers: the two first characters (2A is 100, 2B is 101), then three digits. */
#define ESSAIM_N_CODE_NUMBERS (102 * 1000)

struct _EssaimGazetteer
{
  GObject parent_instance;

  /* Owned */
  EssaimGeoFile    *file;
  EssaimCommune    *communes;
  EssaimDepartment *departments;
  EssaimUnit       *regions;
  EssaimUnit       *epcis;
  EssaimUnit       *epts;
  guint16          *rows_of_codes;        /* by code number: row of `codes`, or G_MAXUINT16 */
  GHashTable       *departments_by_text;  /* code or key, without leading zeros: index + 1 */

  /* Borrowed from the file */
  const EssaimCodeRow     *codes;
  const EssaimNameRow     *names;
  const EssaimPostcodeRow *postcodes;
  const EssaimPlaceRow    *places;

  guint n_communes;
  guint n_departments;
  guint n_regions;
  guint n_epcis;
  guint n_epts;
  guint n_codes;
  guint n_names;
  guint n_postcodes;
  guint n_places;
};

gboolean    essaim_gazetteer_load           (EssaimGazetteer *self);
int         essaim_gazetteer_parse_code     (const char *code);
guint       essaim_gazetteer_parse_postcode (const char *text);
const char *essaim_gazetteer_split_article  (const char *folded, guint *article);
guint       essaim_gazetteer_find_postcode  (EssaimGazetteer *self, guint number, guint *n_rows);

/* How a typed beginning meets a name, best first. */
typedef enum
{
  ESSAIM_MATCH_WHOLE,
  ESSAIM_MATCH_START,
  ESSAIM_MATCH_WORD,
  ESSAIM_MATCH_INSIDE,
  ESSAIM_MATCH_NONE,
} EssaimMatch;

EssaimMatch essaim_gazetteer_match_name (const char *key, const char *typed);

G_END_DECLS
