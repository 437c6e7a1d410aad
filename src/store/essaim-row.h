/* essaim-row.h: one row of a feed as the store takes it: texts and numbers, without a structure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project.h"

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_ROW_TITLE,
  ESSAIM_ROW_SUMMARY,
  ESSAIM_ROW_DESCRIPTION,
  ESSAIM_ROW_ORGANISATION,
  ESSAIM_ROW_WEBSITE,
  ESSAIM_ROW_STATUS,
  ESSAIM_ROW_SINCE,
  ESSAIM_ROW_OPENS,
  ESSAIM_ROW_DEADLINE,
  ESSAIM_ROW_PERIMETER,
  ESSAIM_ROW_SIRET,
  ESSAIM_ROW_RNA,
  ESSAIM_ROW_EMAIL,
  ESSAIM_ROW_PHONE,
  ESSAIM_ROW_DECLARED,        /* one a line */
  ESSAIM_ROW_UPDATED,
  /* Up to here they describe the project: a row of it that comes later fills what is missing. */
  ESSAIM_ROW_ADDRESS,
  ESSAIM_ROW_POSTCODE,
  ESSAIM_ROW_COMMUNE,
  ESSAIM_ROW_INSEE,
  ESSAIM_ROW_ARRONDISSEMENT,
  ESSAIM_ROW_DEPARTMENT,
  ESSAIM_ROW_SOURCE_ID,
  ESSAIM_ROW_PAGE,
  ESSAIM_ROW_LICENCE,
} EssaimRowText;
#define ESSAIM_N_ROW_TEXTS 25
#define ESSAIM_N_PROJECT_TEXTS 16

/** EssaimRowNumbers: what is not text. No padding, so that its bytes can be hashed and written. */
typedef struct
{
  double  lat, lon;           /* NAN without a point */
  double  site_funding_eur;
  double  funding_eur;
  guint64 themes;             /* three bits of EssaimThemeHow for each */
  guint64 as_read;            /* hash of all fields of the record, also of those that nothing is made of */
  guint32 audiences;
  guint8  kind;
  guint8  precision;
  guint8  has_site;
  guint8  reserved;
} EssaimRowNumbers;

/** EssaimRow: texts are (nullable), never "", and belong to whoever filled it. */
typedef struct
{
  const char       *texts[ESSAIM_N_ROW_TEXTS];
  guint32           lengths[ESSAIM_N_ROW_TEXTS];   /* in bytes; 0 for NULL */
  EssaimRowNumbers  numbers;
} EssaimRow;

guint64  essaim_theme_hows_pack   (const EssaimThemeHow *themes);
void     essaim_theme_hows_unpack (guint64 hows, EssaimThemeHow *themes);
guint64  essaim_theme_hows_join   (guint64 a, guint64 b);
EssaimThemeSet essaim_theme_hows_get_set (guint64 hows);

/* declared: room for the joined list, kept as long as the row. */
void     essaim_row_read_project  (EssaimRow *row, const EssaimProject *project, const char *source_id,
                                   const char *fields_json, GString *declared);
void     essaim_row_read_site     (EssaimRow *row, const EssaimSite *site);
void     essaim_row_write         (const EssaimRow *row, GByteArray *bytes);
void     essaim_row_read          (EssaimRow *row, const guint8 *bytes);
guint64  essaim_row_hash_title    (const EssaimRow *row);
guint64  essaim_row_fingerprint   (const EssaimRow *row, guint64 title);
/* Fills what row lacks of the project; the texts that it takes are copied to chunk. */
void     essaim_row_fill_gaps     (EssaimRow *row, const EssaimRow *other, GStringChunk *chunk);

G_END_DECLS
