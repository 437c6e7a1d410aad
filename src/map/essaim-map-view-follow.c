/* essaim-map-view-follow.c: asks only for what is in view, while the person wants that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-view-private.h"

#include <math.h>

static void
set_follows (EssaimMapView *self,
             gboolean       follows)
{
  if (self->query_follows == follows)
    return;

  self->query_follows = follows;
  g_object_notify (G_OBJECT (self), "query-follows");
}

/* Others set the box and take it away too: a chip, “Clear All”, a search that was saved. */
static void
query_changed_cb (EssaimMapView *self)
{
  set_follows (self, essaim_query_has_box (essaim_explorer_get_query (self->explorer)));
}

/**
 * essaim_map_view_follow_query: (skip)
 * @self: a map that has an explorer
 */
void
essaim_map_view_follow_query (EssaimMapView *self)
{
  g_signal_connect_object (self->explorer, "query-changed", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  query_changed_cb (self);
}

/**
 * essaim_map_view_ask_in_view: (skip)
 * @self: a map
 *
 * Asks for what is in view, if that is what shall be asked for.
 */
void
essaim_map_view_ask_in_view (EssaimMapView *self)
{
  double west, south, east, north;

  if (self->query_follows && self->explorer != NULL &&
      essaim_map_view_get_bounds (self, &west, &south, &east, &north))
    essaim_explorer_set_box (self->explorer, west, south, east, north);
}

/**
 * essaim_map_view_set_query_follows: (skip)
 * @self: a map
 * @follows: whether the query asks for what is in view only, from now on
 */
void
essaim_map_view_set_query_follows (EssaimMapView *self,
                                   gboolean       follows)
{
  if (self->query_follows == follows)
    return;

  set_follows (self, follows);
  if (follows)
    essaim_map_view_ask_in_view (self);
  else if (self->explorer != NULL)
    essaim_explorer_set_box (self->explorer, NAN, NAN, NAN, NAN);
}
