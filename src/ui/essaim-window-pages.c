/* essaim-window-pages.c: the pages that are made when they are first looked at, or worked on
 *
 * A program starts on one page: the widgets of the others cost time and memory that nobody may ever want back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

/**
 * essaim_window_get_shortlists_page:
 * @self: the window, with its models
 *
 * Returns: (transfer none): the page, made now if it was not there
 */
EssaimShortlistsPage *
essaim_window_get_shortlists_page (EssaimWindow *self)
{
  if (self->shortlists_page != NULL)
    return self->shortlists_page;

  self->shortlists_page = g_object_new (ESSAIM_TYPE_SHORTLISTS_PAGE, NULL);
  essaim_shortlists_page_set_shortlists (self->shortlists_page, self->shortlists,
                                         essaim_session_get_reference (self->session));
  g_object_bind_property (self->explorer, "home", self->shortlists_page, "home", G_BINDING_SYNC_CREATE);
  essaim_window_keep_shortlist (self);
  adw_bin_set_child (ADW_BIN (self->shortlists_bin), GTK_WIDGET (self->shortlists_page));

  return self->shortlists_page;
}

/* Feeds by territory are those of the person's own. */
static void
home_changed_cb (EssaimWindow *self)
{
  essaim_sources_page_set_territory (self->sources_page, essaim_window_get_home_id (self));
}

/**
 * essaim_window_get_sources_page:
 * @self: the window, with its models
 *
 * Returns: (transfer none): the page, made now if it was not there
 */
EssaimSourcesPage *
essaim_window_get_sources_page (EssaimWindow *self)
{
  if (self->sources_page != NULL)
    return self->sources_page;

  self->sources_page = g_object_new (ESSAIM_TYPE_SOURCES_PAGE, NULL);
  essaim_sources_page_set_models (self->sources_page, self->session, self->feeds, self->scheduler);
  essaim_sources_page_set_duplicates (self->sources_page, self->duplicates);
  g_signal_connect_object (self->explorer, "notify::home", G_CALLBACK (home_changed_cb), self, G_CONNECT_SWAPPED);
  home_changed_cb (self);
  g_signal_connect_object (self->sources_page, "history-changed", G_CALLBACK (essaim_window_update_history), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->sources_bin), GTK_WIDGET (self->sources_page));

  return self->sources_page;
}
