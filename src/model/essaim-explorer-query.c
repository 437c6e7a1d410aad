/* essaim-explorer-query.c: one step from the present query to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-explorer-private.h"

#include <glib/gi18n-lib.h>

static EssaimQuery *
copy_query (EssaimExplorer *self)
{
  return essaim_query_copy (essaim_explorer_get_query (self));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GArray *counts = essaim_answerer_count_finish (ESSAIM_ANSWERER (source), result, &error);

  if (counts != NULL)
    g_task_return_pointer (task, counts, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * essaim_explorer_set_text:
 * @self: an explorer
 * @text: (nullable): what the person typed
 */
void
essaim_explorer_set_text (EssaimExplorer *self,
                          const char     *text)
{
  g_autoptr (EssaimQuery) query = NULL;
  g_autofree char *stripped = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  query = copy_query (self);
  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_free (query->text);
  query->text = *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
  essaim_explorer_set_query (self, query);
}

/**
 * essaim_explorer_set_sort:
 * @self: an explorer
 * @sort: the order of the results
 */
void
essaim_explorer_set_sort (EssaimExplorer *self,
                          EssaimSort      sort)
{
  g_autoptr (EssaimQuery) query = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  query = copy_query (self);
  query->sort = sort;
  essaim_explorer_set_query (self, query);
}

/**
 * essaim_explorer_set_placed:
 * @self: an explorer
 * @placed: whether results must have a position, or none
 */
void
essaim_explorer_set_placed (EssaimExplorer *self,
                            EssaimPlaced    placed)
{
  g_autoptr (EssaimQuery) query = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  query = copy_query (self);
  query->placed = placed;
  essaim_explorer_set_query (self, query);
}

/**
 * essaim_explorer_set_box:
 * @self: an explorer
 * @west: degrees, NAN for no box
 * @south: degrees
 * @east: degrees
 * @north: degrees
 *
 * Asks for projects with a site in the box only.
 */
void
essaim_explorer_set_box (EssaimExplorer *self,
                         double          west,
                         double          south,
                         double          east,
                         double          north)
{
  g_autoptr (EssaimQuery) query = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  query = copy_query (self);
  query->west = west;
  query->south = south;
  query->east = east;
  query->north = north;
  essaim_explorer_set_query (self, query);
}

/**
 * essaim_explorer_clear:
 * @self: an explorer
 *
 * Asks for everything, in the present order.
 */
void
essaim_explorer_clear (EssaimExplorer *self)
{
  g_autoptr (EssaimQuery) query = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  query = essaim_query_new ();
  query->sort = essaim_explorer_get_query (self)->sort;
  essaim_explorer_set_query (self, query);
}

/**
 * essaim_explorer_count_async:
 * @self: an explorer
 * @queries: (element-type EssaimQuery): copied; their text is that of the present query, or none
 * @callback: called with the numbers
 * @user_data: for @callback
 *
 * Counts what other queries would find: for help where the present one finds nothing. A new query cancels it.
 */
void
essaim_explorer_count_async (EssaimExplorer      *self,
                             GPtrArray           *queries,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ESSAIM_IS_EXPLORER (self));

  task = g_task_new (self, self->answering, callback, user_data);
  if (self->answerer != NULL && !self->busy)
    essaim_answerer_count_async (self->answerer, queries, self->answering, counted_cb, g_steal_pointer (&task));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "%s",
                             _("The records are still being loaded. Try again in a moment."));
}

/**
 * essaim_explorer_count_finish:
 * @self: an explorer
 * @result: from the callback
 * @error: return location; %G_IO_ERROR_CANCELLED when another query was asked meanwhile
 *
 * Returns: (transfer full) (element-type guint) (nullable): how many projects each of the queries finds
 */
GArray *
essaim_explorer_count_finish (EssaimExplorer  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
