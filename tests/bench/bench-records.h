/* bench-records.h: records such as feeds publish, the same ones for the same seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BENCH_SEED: that of all figures that are compared. */
#define BENCH_SEED 20180118

#define BENCH_N_THEMES 16

/** BenchRecord: one record; the texts belong to the generator until the next one. */
typedef struct
{
  guint       number;        /* from 1 */
  const char *title;
  const char *summary;
  const char *description;
  const char *organisation;
  const char *tags;          /* separated by `|` */
  const char *audience;      /* a word of the field, or empty */
  const char *kind;          /* idem */
  const char *status;
  const char *address;       /* empty with the three that follow for a record with a point only */
  const char *postcode;
  const char *town;
  const char *insee;
  double      lat;
  double      lon;
  const char *updated;

  /* What the words above mean */
  guint       themes;        /* bits 1 << theme, in the order of data/themes.csv */
  guint       audience_bits; /* bits 1 << EssaimAudience */
  guint       kind_value;    /* EssaimKind */
} BenchRecord;

typedef struct _BenchRecords BenchRecords;

BenchRecords      *bench_records_new  (guint32 seed);
void               bench_records_free (BenchRecords *records);
const BenchRecord *bench_records_next (BenchRecords *records);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchRecords, bench_records_free)

G_END_DECLS
