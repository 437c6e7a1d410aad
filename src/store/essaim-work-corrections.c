/* essaim-work-corrections.c: what the person knows better than a source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-stamp.h"
#include "essaim-work-private.h"

static char *
make_correction_uuid (const char  *record,
                      EssaimField  field)
{
  g_autofree char *key = g_strjoin (" ", record, essaim_field_to_code (field), NULL);

  return essaim_work_make_uuid ("correction", key);
}

/* (nullable): the time of a stamp, ISO 8601 */
static char *
dup_date (const char *stamp)
{
  g_autoptr (GDateTime) date = stamp != NULL ? g_date_time_new_from_unix_utc (essaim_stamp_get_time (stamp) / 1000) : NULL;

  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* (nullable): of a field that this version does not know */
static EssaimCorrection *
take_correction (EssaimStatement *row)
{
  g_autofree char *date = dup_date (essaim_statement_get_text (row, 4));
  EssaimField field;

  if (!essaim_field_from_code (essaim_statement_get_text (row, 1), &field))
    return NULL;

  return essaim_correction_new (essaim_statement_get_text (row, 0), field, essaim_statement_get_text (row, 2),
                                essaim_statement_get_text (row, 3), date);
}

/**
 * essaim_work_list_corrections:
 * @self: work
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type EssaimCorrection): the corrections, by record and field, with the day each was made
 */
GPtrArray *
essaim_work_list_corrections (EssaimWork  *self,
                              GError     **error)
{
  g_autoptr (GPtrArray) corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_correction_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *query;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), NULL);

  query = essaim_work_query (self,
                             "SELECT record, field, value, theirs, (SELECT max (stamp) FROM stamp WHERE row = uuid)"
                             " FROM correction WHERE NOT deleted ORDER BY record, field", NULL, 0, error);
  if (query == NULL)
    return NULL;

  while (essaim_statement_step (query, &local_error))
    {
      EssaimCorrection *correction = take_correction (query);

      if (correction != NULL)
        g_ptr_array_add (corrections, correction);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&corrections);
}

static gboolean
put_correction (EssaimWork              *self,
                const EssaimCorrection  *correction,
                GError                 **error)
{
  const char *code = essaim_field_to_code (correction->field);
  g_autofree char *uuid = make_correction_uuid (correction->record, correction->field);
  EssaimStatement *add = essaim_work_query (self, "INSERT OR IGNORE INTO correction (uuid, record, field) VALUES (?1, ?2, ?3)",
                                            (const char *[]) { uuid, correction->record, code }, 3, error);

  return add != NULL && essaim_statement_run (add, error) &&
         essaim_work_set_field (self, "correction", uuid, "value", correction->value, error) &&
         essaim_work_set_field (self, "correction", uuid, "theirs", correction->theirs, error) &&
         essaim_work_set_field (self, "correction", uuid, "deleted", "0", error);
}

static gboolean
clear_correction (EssaimWork              *self,
                  const EssaimCorrection  *correction,
                  GError                 **error)
{
  g_autofree char *uuid = make_correction_uuid (correction->record, correction->field);

  return essaim_work_set_field (self, "correction", uuid, "deleted", "1", error);
}

static gboolean
amend (EssaimWork  *self,
       GPtrArray   *corrections,
       GPtrArray   *cleared,
       GError     **error)
{
  for (guint i = 0; cleared != NULL && i < cleared->len; i++)
    if (!clear_correction (self, cleared->pdata[i], error))
      return FALSE;

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    if (!put_correction (self, corrections->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * essaim_work_amend:
 * @self: work
 * @corrections: (nullable) (element-type EssaimCorrection): what the person says now; dates are not looked at
 * @cleared: (nullable) (element-type EssaimCorrection): records and fields of which the sources are believed again; one
 *   that was not corrected is no error
 * @error: return location for an error
 *
 * Keeps all of it, or nothing.
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_amend (EssaimWork  *self,
                   GPtrArray   *corrections,
                   GPtrArray   *cleared,
                   GError     **error)
{
  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  return essaim_work_begin (self, error) && essaim_work_end (self, amend (self, corrections, cleared, error), error);
}
