/* essaim-quality-sheet.h: what was made of a feed, and what to mend in it, for its publisher
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-report.h"

G_BEGIN_DECLS

/** EssaimQualityFacts: all borrowed. */
typedef struct
{
  const char         *title;
  const char         *address;     /* (nullable): without anything secret in it */
  const char         *licence;     /* (nullable): not known */
  const EssaimReport *report;      /* of the last reading; its date is when */
  JsonNode           *inspection;  /* (nullable): the fields, as `essaimctl inspect` says them */
} EssaimQualityFacts;

/** EssaimQualityAdvice: something to mend. All owned. */
typedef struct
{
  char  *action;    /* “Add the column “code_insee”.” */
  char  *effect;    /* “Those records have no position.” */
  guint  count;     /* of those records */
} EssaimQualityAdvice;

/* (element-type EssaimQualityAdvice): what helps most records first; empty: nothing to mend. */
GPtrArray *essaim_quality_advise      (const EssaimQualityFacts *facts);
char      *essaim_quality_sheet_make  (const EssaimQualityFacts *facts);
gboolean   essaim_quality_sheet_write (const char *path, const EssaimQualityFacts *facts, GError **error);

G_END_DECLS
