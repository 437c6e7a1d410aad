/* essaim-cli-filters.h: the FILTERS of search and export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-cli.h"
#include "essaim-results.h"

G_BEGIN_DECLS

/** EssaimCliFilters: as typed. */
typedef struct
{
  char  **themes;
  char  **challenges;
  char  **territories;
  char  **kinds;
  char  **audiences;
  char  **sources;
  char  **statuses;
  char   *near;
  char   *within;
  char   *bbox;
  char   *placed;
  char   *since;
} EssaimCliFilters;

void           essaim_cli_filters_clear   (EssaimCliFilters *filters);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EssaimCliFilters, essaim_cli_filters_clear)

/* The filters' options followed by others, ended by an empty entry; free the array with g_free. */
GOptionEntry  *essaim_cli_filters_options (EssaimCliFilters *filters, const GOptionEntry *others);
EssaimQuery   *essaim_cli_filters_parse   (const EssaimCliFilters *filters, EssaimReference *reference, GError **error);
/* Loads the index and answers the query. */
EssaimResults *essaim_cli_answer          (EssaimCli *cli, const EssaimQuery *query, GError **error);

gboolean       essaim_cli_parse_point     (const char *text, double *lat, double *lon, GError **error);

G_END_DECLS
