/* essaim-add-feed-window.c: any table becomes a feed, in three steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-add-feed-window.h"

#include <glib/gi18n-lib.h>

struct _EssaimAddFeedWindow
{
  AdwWindow      parent_instance;

  /* Template widgets */
  GtkWidget     *title;

  /* Owned */
  EssaimSession *session;
};

G_DEFINE_FINAL_TYPE (EssaimAddFeedWindow, essaim_add_feed_window, ADW_TYPE_WINDOW)

static void
essaim_add_feed_window_dispose (GObject *object)
{
  EssaimAddFeedWindow *self = ESSAIM_ADD_FEED_WINDOW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (essaim_add_feed_window_parent_class)->dispose (object);
}

static void
essaim_add_feed_window_class_init (EssaimAddFeedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_add_feed_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-add-feed-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimAddFeedWindow, title);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
essaim_add_feed_window_init (EssaimAddFeedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _("Add a Source"));
}

static EssaimAddFeedWindow *
window_new (GtkWindow     *parent,
            EssaimSession *session)
{
  EssaimAddFeedWindow *self = g_object_new (ESSAIM_TYPE_ADD_FEED_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);

  return self;
}

/**
 * essaim_add_feed_window_present:
 * @parent: the main window
 * @session: where the feed goes
 * @source: (nullable): a path, a `file:` URI or an http(s) address that is read at once
 *
 * Opens the window on its first step. When the feed was added, the window closes and activates `win.show-feed` of its
 * parent with the feed's id.
 */
void
essaim_add_feed_window_present (GtkWindow     *parent,
                                EssaimSession *session,
                                const char    *source)
{
  gtk_window_present (GTK_WINDOW (window_new (parent, session)));
}

/**
 * essaim_add_feed_window_present_feed:
 * @parent: the main window
 * @session: where the feed is
 * @feed: its id
 *
 * Opens the window on the columns of what was last read of the feed, to change what they mean.
 */
void
essaim_add_feed_window_present_feed (GtkWindow     *parent,
                                     EssaimSession *session,
                                     const char    *feed)
{
  gtk_window_present (GTK_WINDOW (window_new (parent, session)));
}
