/* essaim-work-feed-order.c: whom the person believes where feeds do not agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-work-private.h"

#define FEED_ORDER_SETTING "feed-order"

/**
 * essaim_work_get_feed_order:
 * @self: work
 * @order: (out) (nullable) (transfer full): ids of the feeds that are believed before others, the first one most; %NULL
 *   where the person prefers none
 * @error: return location for an error
 *
 * Returns: whether that could be read
 */
gboolean
essaim_work_get_feed_order (EssaimWork  *self,
                            GStrv       *order,
                            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *lines = NULL;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  lines = essaim_work_get_setting (self, FEED_ORDER_SETTING, &local_error);
  *order = lines != NULL && *lines != '\0' ? g_strsplit (lines, "\n", -1) : NULL;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * essaim_work_set_feed_order:
 * @self: work
 * @order: (nullable): ids of feeds, the one to be believed first at the head; %NULL: none is preferred
 * @error: return location for an error
 *
 * Returns: whether it is on the disk
 */
gboolean
essaim_work_set_feed_order (EssaimWork          *self,
                            const char * const  *order,
                            GError             **error)
{
  g_autofree char *lines = order != NULL ? g_strjoinv ("\n", (char **) order) : NULL;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  return essaim_work_set_setting (self, FEED_ORDER_SETTING, lines, error);
}
