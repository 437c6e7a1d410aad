/* essaim-map-fade.c: what was drawn gives way to what is drawn now
 *
 * A frame is kept as the node that drew it: that costs nothing until it is drawn again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-map-fade.h"

#define FADE_US 150000

struct _EssaimMapFade
{
  GtkWidget        *widget;   /* borrowed: it has this */

  /* Owned */
  GskRenderNode    *drawn;    /* (nullable): the last frame */
  GskRenderNode    *leaving;  /* (nullable): the last frame of what was before */

  EssaimProjection  view;     /* of both */
  gint64            start;    /* of the fade, in the time of frames; 0 until its first one */
  guint             tick;
};

static void
stop (EssaimMapFade *self)
{
  g_clear_pointer (&self->leaving, gsk_render_node_unref);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static gboolean
is_same_view (const EssaimProjection *a,
              const EssaimProjection *b)
{
  return a->x == b->x && a->y == b->y && a->scale == b->scale && a->width == b->width && a->height == b->height;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  EssaimMapFade *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  gtk_widget_queue_draw (widget);
  if (self->start == 0)
    self->start = now;
  if (now - self->start < FADE_US)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  stop (self);

  return G_SOURCE_REMOVE;
}

/**
 * essaim_map_fade_new: (skip)
 * @widget: that draws, and frees what is returned before it goes
 *
 * Returns: (transfer full): a fade that has not seen a frame yet
 */
EssaimMapFade *
essaim_map_fade_new (GtkWidget *widget)
{
  EssaimMapFade *self = g_new0 (EssaimMapFade, 1);

  self->widget = widget;

  return self;
}

/**
 * essaim_map_fade_free: (skip)
 * @self: a fade
 */
void
essaim_map_fade_free (EssaimMapFade *self)
{
  stop (self);
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  g_free (self);
}

/**
 * essaim_map_fade_begin: (skip)
 * @self: a fade
 *
 * What was drawn last gives way to what will be drawn next, at once where the person wants no animations.
 */
void
essaim_map_fade_begin (EssaimMapFade *self)
{
  gboolean animate;

  stop (self);
  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animate, NULL);
  if (!animate || self->drawn == NULL || !gtk_widget_get_mapped (self->widget))
    return;

  self->leaving = g_steal_pointer (&self->drawn);
  self->start = 0;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/**
 * essaim_map_fade_draw: (skip)
 * @self: a fade
 * @node: (transfer full) (nullable): the frame, as it is without what is leaving
 * @view: of it; what is leaving goes at once when the view is another
 * @snapshot: to draw on
 */
void
essaim_map_fade_draw (EssaimMapFade          *self,
                      GskRenderNode          *node,
                      const EssaimProjection *view,
                      GtkSnapshot            *snapshot)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);
  gint64 passed = self->start != 0 && clock != NULL ? gdk_frame_clock_get_frame_time (clock) - self->start : 0;

  if (!is_same_view (view, &self->view))
    g_clear_pointer (&self->leaving, gsk_render_node_unref);
  if (self->leaving != NULL && node != NULL)
    {
      gtk_snapshot_push_cross_fade (snapshot, CLAMP ((double) passed / FADE_US, 0.0, 1.0));
      gtk_snapshot_append_node (snapshot, self->leaving);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_pop (snapshot);
    }
  else if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);

  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  self->drawn = node;
  self->view = *view;
}
