/* essaim-refresh-history.c: what became of the last refreshes of a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-library-private.h"
#include "essaim-statement.h"

/* (nullable): one that cannot be read is left out */
static EssaimReport *
take_report (EssaimStatement *row)
{
  g_autoptr (JsonNode) node = json_from_string (essaim_statement_get_text (row, 1), NULL);
  EssaimReport *report = node != NULL ? essaim_report_from_json (node) : NULL;

  if (report != NULL)
    report->date = essaim_statement_dup_text (row, 0);

  return report;
}

/* (element-type EssaimReport) (nullable): what a query of date and report gives */
static GPtrArray *
list_reports (EssaimLibrary *self,
              const char    *sql,
              const char    *feed,
              GError       **error)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_report_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query = essaim_connection_use (self->connection, sql, error);

  if (query == NULL)
    return NULL;

  essaim_statement_bind_text (query, 1, feed);
  while (essaim_statement_step (query, &local_error))
    {
      EssaimReport *report = take_report (query);

      if (report != NULL)
        g_ptr_array_add (reports, report);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&reports);
}

/**
 * essaim_library_list_reports:
 * @self: the library
 * @feed: a feed's id
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimReport): of its last refreshes with their dates, the newest first; those
 *   that failed are among them
 */
GPtrArray *
essaim_library_list_reports (EssaimLibrary *self,
                             const char    *feed,
                             GError       **error)
{
  g_return_val_if_fail (ESSAIM_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  return list_reports (self, "SELECT date, report FROM refresh WHERE feed = ?1 AND report IS NOT NULL "
                             "ORDER BY number DESC", feed, error);
}

/**
 * essaim_library_get_last_reading:
 * @self: the library
 * @feed: a feed's id
 * @error: return location
 *
 * A refresh that found nothing new has read nothing, and is passed over.
 *
 * Returns: (transfer full) (nullable): the report of the last refresh that brought something, with its date; %NULL
 *   without an error when there was none, or long ago
 */
EssaimReport *
essaim_library_get_last_reading (EssaimLibrary *self,
                                 const char    *feed,
                                 GError       **error)
{
  g_autoptr (GPtrArray) reports = NULL;

  G_STATIC_ASSERT (ESSAIM_OUTCOME_IMPORTED == 0);
  g_return_val_if_fail (ESSAIM_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (feed != NULL, NULL);

  reports = list_reports (self, "SELECT date, report FROM refresh WHERE feed = ?1 AND report IS NOT NULL AND outcome = 0 "
                                "ORDER BY number DESC LIMIT 1", feed, error);

  return reports != NULL && reports->len > 0 ? g_ptr_array_steal_index (reports, 0) : NULL;
}
