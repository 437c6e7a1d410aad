/* bench-words.h: the towns and words that records are made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *insee;
  const char *postcode;
  const char *name;
  double      lat;
  double      lon;
  guint       weight;        /* thousands of inhabitants */
} BenchTown;

#define BENCH_N_TOWNS 60

extern const BenchTown bench_towns[BENCH_N_TOWNS];
extern const char * const bench_words[];
extern const guint bench_n_words;

G_END_DECLS
