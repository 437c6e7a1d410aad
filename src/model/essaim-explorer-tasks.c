/* essaim-explorer-tasks.c: what may be asked of an explorer beside the query: sums, items, a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explorer.h"

#include <glib/gi18n-lib.h>

#include "essaim-result-item-private.h"
#include "essaim-session-private.h"

typedef struct
{
  EssaimIndex *index;
  guint        territory;
} Summing;

static void
summing_free (gpointer data)
{
  Summing *summing = data;

  g_object_unref (summing->index);
  g_free (summing);
}

static void
summarise_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Summing *summing = data;

  g_task_return_pointer (task, essaim_territory_summary_new (summing->index, summing->territory),
                         (GDestroyNotify) essaim_territory_summary_free);
}

static void
summarised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  EssaimTerritorySummary *summary = g_task_propagate_pointer (G_TASK (result), &error);

  if (summary != NULL)
    g_task_return_pointer (task, summary, (GDestroyNotify) essaim_territory_summary_free);
  else
    g_task_return_error (task, error);
}

static void
items_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *items = g_task_get_task_data (task);
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr (GPtrArray) cards = essaim_session_get_cards_finish (ESSAIM_SESSION (source), result, &error);

  if (cards == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < cards->len; i++)
    {
      EssaimCard *card = g_steal_pointer (&cards->pdata[i]);

      if (card == NULL)
        continue;
      essaim_result_item_take_card (items->pdata[i], card);
      g_ptr_array_add (present, g_object_ref (items->pdata[i]));
    }
  g_task_return_pointer (task, g_steal_pointer (&present), (GDestroyNotify) g_ptr_array_unref);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (essaim_session_export_finish (ESSAIM_SESSION (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Answers at once when there is nothing to ask yet. */
static gboolean
has_results (EssaimExplorer *self,
             GTask          *task)
{
  if (essaim_explorer_get_results (self) != NULL)
    return TRUE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "%s",
                           _("The records are still being loaded. Try again in a moment."));
  return FALSE;
}

/**
 * essaim_explorer_summarise_async:
 * @self: an explorer
 * @territory: an index into the territories
 * @cancellable: (nullable): to stop waiting
 * @callback: called with the sums
 * @user_data: for @callback
 *
 * Counts what there is in a territory, over the whole index.
 */
void
essaim_explorer_summarise_async (EssaimExplorer      *self,
                                 guint                territory,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) inner = NULL;
  Summing *summing;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));
  g_return_if_fail (territory != ESSAIM_NO_TERRITORY);

  task = g_task_new (self, cancellable, callback, user_data);
  if (!has_results (self, task))
    return;

  summing = g_new0 (Summing, 1);
  summing->index = g_object_ref (essaim_explorer_get_index (self));
  summing->territory = territory;

  inner = g_task_new (NULL, cancellable, summarised_cb, g_steal_pointer (&task));
  g_task_set_task_data (inner, summing, summing_free);
  g_task_run_in_thread (inner, summarise_thread);
}

/**
 * essaim_explorer_summarise_finish:
 * @self: an explorer
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sums
 */
EssaimTerritorySummary *
essaim_explorer_summarise_finish (EssaimExplorer  *self,
                                  GAsyncResult    *result,
                                  GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_explorer_load_items_async:
 * @self: an explorer
 * @rows: (array length=n_rows): of the index
 * @n_rows: how many
 * @cancellable: (nullable): to stop
 * @callback: called with the items
 * @user_data: for @callback
 */
void
essaim_explorer_load_items_async (EssaimExplorer      *self,
                                  const guint         *rows,
                                  guint                n_rows,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree guint32 *numbers = NULL;
  EssaimIndex *index;
  GPtrArray *items;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (!has_results (self, task))
    return;

  index = essaim_explorer_get_index (self);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  numbers = g_new (guint32, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      numbers[i] = essaim_index_get_number (index, rows[i]);
      g_ptr_array_add (items, essaim_result_item_new (index, rows[i]));
    }
  g_task_set_task_data (task, items, (GDestroyNotify) g_ptr_array_unref);
  essaim_session_get_cards_async (essaim_explorer_get_session (self), numbers, n_rows, cancellable, items_loaded_cb,
                                  g_steal_pointer (&task));
}

/**
 * essaim_explorer_load_items_finish:
 * @self: an explorer
 * @result: from the callback
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimResultItem) (nullable): in the order of the rows, without those gone
 * meanwhile
 */
GPtrArray *
essaim_explorer_load_items_finish (EssaimExplorer  *self,
                                   GAsyncResult    *result,
                                   GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * essaim_explorer_export_async:
 * @self: an explorer
 * @path: of the file; its ending says the format: .csv, .geojson or .json
 * @with_contact: whether telephone numbers and e-mail addresses go in
 * @cancellable: (nullable): to stop; no file appears then
 * @callback: called when the file is whole
 * @user_data: for @callback
 *
 * Writes the present results in their order.
 */
void
essaim_explorer_export_async (EssaimExplorer      *self,
                              const char          *path,
                              gboolean             with_contact,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree guint32 *numbers = NULL;
  EssaimResults *results;
  guint n;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (!has_results (self, task))
    return;

  results = essaim_explorer_get_results (self);
  n = essaim_results_get_n (results);
  numbers = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    numbers[i] = essaim_index_get_number (essaim_results_get_index (results), essaim_results_get_row (results, i));
  essaim_session_export_async (essaim_explorer_get_session (self), path, with_contact, NULL, numbers, n, cancellable,
                               exported_cb, g_steal_pointer (&task));
}

/**
 * essaim_explorer_export_finish:
 * @self: an explorer
 * @result: from the callback
 * @error: return location
 *
 * Returns: whether the file is there
 */
gboolean
essaim_explorer_export_finish (EssaimExplorer  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
