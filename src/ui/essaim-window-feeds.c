/* essaim-window-feeds.c: the verbs of the window that work on feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-add-feed-window.h"

/** Removal: a feed on its way out or back. */
typedef struct
{
  EssaimWindow *window;   /* owned */
  char         *feed;
  char         *title;    /* (nullable) */
} Removal;

static Removal *
removal_new (EssaimWindow *window,
             const char   *feed,
             const char   *title)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->window = g_object_ref (window);
  removal->feed = g_strdup (feed);
  removal->title = g_strdup (title);

  return removal;
}

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->window);
  g_free (removal->feed);
  g_free (removal->title);
  g_free (removal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void
add_feed_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_window_show_page (self, "sources");
  essaim_add_feed_window_present (GTK_WINDOW (self), self->session, NULL);
}

/* For scripts and tests: reads an address at once, without a question. */
static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_window_show_page (self, "sources");
  essaim_scheduler_import (self->scheduler, g_variant_get_string (parameter, NULL));
}

static void
refresh_feeds_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  essaim_scheduler_refresh_all (((EssaimWindow *) user_data)->scheduler);
}

static void
show_feed_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_window_show_page (self, "sources");
  essaim_sources_page_open (essaim_window_get_sources_page (self), g_variant_get_string (parameter, NULL));
}

static void
explore_feed (EssaimWindow *self,
              const char   *feed,
              EssaimPlaced  placed)
{
  EssaimQuery *query = essaim_query_new ();

  g_ptr_array_add (query->sources, g_strdup (feed));
  query->placed = placed;
  essaim_explorer_set_query (self->explorer, query);
  essaim_query_free (query);
  essaim_window_show_page (self, "explore");
  essaim_explore_page_show_front (self->explore_page, TRUE);
}

static void
explore_feed_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  explore_feed (user_data, g_variant_get_string (parameter, NULL), ESSAIM_PLACED_ANY);
}

static void
explore_unplaced_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  explore_feed (user_data, g_variant_get_string (parameter, NULL), ESSAIM_PLACED_NO);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Removal) removal = user_data;
  EssaimWindow *self = removal->window;
  g_autoptr (GError) error = NULL;
  gboolean removed = essaim_feed_list_edit_finish (ESSAIM_FEED_LIST (object), result, &error);
  g_autofree char *sentence = g_strdup_printf (_("“%s” is removed."), removal->title);

  if (self->session == NULL)
    return;
  if (removed)
    essaim_window_say_with_undo (self, sentence, "win.undo-remove-feed", g_variant_new_string (removal->feed));
  else
    essaim_window_say (self, error->message);
}

/* Read after it was removed, it would be there again. */
static void
remove_feed_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *feed = g_variant_get_string (parameter, NULL);
  EssaimFeedItem *item = essaim_feed_list_find (self->feeds, feed);

  if (item == NULL)
    return;

  essaim_scheduler_stop (self->scheduler, feed);
  essaim_feed_list_remove_async (self->feeds, feed, NULL, removed_cb,
                                 removal_new (self, feed, essaim_feed_item_get_title (item)));
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Removal) removal = user_data;
  EssaimWindow *self = removal->window;
  g_autoptr (GError) error = NULL;

  if (!essaim_feed_list_edit_finish (ESSAIM_FEED_LIST (object), result, &error))
    essaim_window_say (self, error->message);
  else if (self->session != NULL)
    essaim_sources_page_open (essaim_window_get_sources_page (self), removal->feed);
}

static void
undo_remove_feed_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *feed = g_variant_get_string (parameter, NULL);

  essaim_feed_list_restore_async (self->feeds, feed, NULL, restored_cb, removal_new (self, feed, NULL));
}

/**
 * essaim_window_init_feeds:
 * @self: the window
 *
 * Adds the `win.` actions that work on feeds.
 */
void
essaim_window_init_feeds (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-feed", .activate = add_feed_cb },
    { .name = "import", .activate = import_cb, .parameter_type = "s" },
    { .name = "refresh-feeds", .activate = refresh_feeds_cb },
    { .name = "show-feed", .activate = show_feed_cb, .parameter_type = "s" },
    { .name = "explore-feed", .activate = explore_feed_cb, .parameter_type = "s" },
    { .name = "explore-unplaced", .activate = explore_unplaced_cb, .parameter_type = "s" },
    { .name = "remove-feed", .activate = remove_feed_cb, .parameter_type = "s" },
    { .name = "undo-remove-feed", .activate = undo_remove_feed_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
