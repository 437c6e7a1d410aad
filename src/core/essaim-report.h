/* essaim-report.h: what became of one refresh, for the person and for scripts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "essaim-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_OUTCOME_IMPORTED,
  ESSAIM_OUTCOME_UNCHANGED,
  ESSAIM_OUTCOME_REFUSED,
  ESSAIM_OUTCOME_FAILED,
  ESSAIM_OUTCOME_NEEDS_CONFIRMATION,
} EssaimOutcome;

typedef struct
{
  char  *code;          /* `bad-encoding`, `former-commune`, `swapped-axes`, … stable */
  guint  count;
  guint  first_line;    /* 0 without */
  char  *example;       /* (nullable): `1004 → 01004` */
  char  *text;          /* for the person */
} EssaimWarning;

typedef struct
{
  guint  line;          /* of the file, or number of the record; from 1; 0 without */
  char  *reason;
} EssaimRefusal;

/** EssaimReport: filled by the reader, the placer and the store as the refresh goes. */
typedef struct
{
  char          *feed;
  EssaimOutcome  outcome;
  char          *message;
  char          *format;
  char          *encoding;
  char          *delimiter;   /* (nullable) */
  guint          epsg;        /* the system that the file names for its positions; 0 for degrees, or none named */
  guint          read, added, changed, unchanged, gone, refused;
  guint          projects, sites, merged;
  guint          placed[ESSAIM_N_PRECISIONS];  /* sites, by precision */
  guint          themed;                       /* projects with at least one theme */
  guint          suggested;                    /* records whose only themes come from the words of their texts */
  GPtrArray     *warnings;    /* (element-type EssaimWarning) */
  GPtrArray     *refusals;    /* (element-type EssaimRefusal): all of them up to ESSAIM_REPORT_MAX_REFUSALS */
  double         seconds;
  guint64        bytes;       /* of what was read; 0 unknown */
  char          *date;        /* (nullable): when, ISO 8601; of one that is remembered */
  gboolean       unreachable; /* no way to any server: no network */
} EssaimReport;

#define ESSAIM_REPORT_MAX_REFUSALS 1000

EssaimReport *essaim_report_new         (const char *feed);
void          essaim_report_free        (EssaimReport *report);
void          essaim_report_warn        (EssaimReport *report, const char *code, guint line, const char *text); /* counts repeats of a code */
void          essaim_report_warn_with   (EssaimReport *report, const char *code, guint count, guint line,
                                         const char *example, const char *text);
void          essaim_report_refuse      (EssaimReport *report, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
void          essaim_report_repeat      (EssaimReport *report, const EssaimReport *last);
void          essaim_report_fail        (EssaimReport *report, EssaimOutcome outcome, const char *message);
JsonNode     *essaim_report_to_json     (const EssaimReport *report);
EssaimReport *essaim_report_from_json   (JsonNode *node);
char         *essaim_report_dup_message (const EssaimReport *report);
char         *essaim_report_dup_moves   (const EssaimReport *report);
char         *essaim_report_to_text     (const EssaimReport *report);   /* sentences, in the person's language */
const char   *essaim_outcome_to_code    (EssaimOutcome outcome);
gboolean      essaim_outcome_from_code  (const char *code, EssaimOutcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimReport, essaim_report_free)

G_END_DECLS
