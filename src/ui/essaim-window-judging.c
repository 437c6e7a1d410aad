/* essaim-window-judging.c: the verbs of the window on records that are one, or are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-duplicates-window.h"
#include "essaim-join-window.h"
#include "essaim-session-judge.h"

static void
review_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EssaimWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (essaim_duplicates_window_new (GTK_WINDOW (self), self->session, self->duplicates)));
}

static void
say_done (EssaimWindow *self,
          GAsyncResult *result,
          const char   *sentence)
{
  g_autoptr (GError) error = NULL;
  guint deed;

  if (self->session == NULL)
    return;

  deed = essaim_session_judge_finish (self->session, result, &error);
  if (deed != 0)
    essaim_window_say_with_undo (self, sentence, "win.undo-judging", g_variant_new_uint32 (deed));
  else
    essaim_window_say (self, error->message);
}

static void
split_done_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;

  say_done (self, result, _("The source was split from the others: it is a record of its own."));
}

static void
split_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *project, *record;

  g_variant_get (parameter, "(&s&s)", &project, &record);
  essaim_session_split_async (self->session, project, record, split_done_cb, g_object_ref (self));
}

static void
join_done_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;

  say_done (self, result, _("The two are one record now."));
}

static void
join_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *a, *b;

  g_variant_get (parameter, "(&s&s)", &a, &b);
  essaim_session_join_async (self->session, a, b, join_done_cb, g_object_ref (self));
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_session_take_back_finish (ESSAIM_SESSION (object), result, &error))
    essaim_window_say (self, error->message);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_session_take_back_async (self->session, g_variant_get_uint32 (parameter), undone_cb, g_object_ref (self));
}

static void
project_loaded_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimProject) project = essaim_session_get_project_finish (ESSAIM_SESSION (object), result, &error);

  if (self->session == NULL)
    return;
  if (project != NULL)
    gtk_window_present (GTK_WINDOW (essaim_join_window_new (GTK_WINDOW (self), self->session, project)));
  else
    essaim_window_say (self, error->message);
}

static void
join_with_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *id = essaim_explorer_get_selected_id (self->explorer);

  if (id != NULL)
    essaim_window_join_with (self, id);
}

/**
 * essaim_window_init_judging:
 * @self: the window
 *
 * Adds the `win.` actions that join and split records.
 */
void
essaim_window_init_judging (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "review-duplicates", .activate = review_cb },
    { .name = "split", .activate = split_cb, .parameter_type = "(ss)" },
    { .name = "join", .activate = join_cb, .parameter_type = "(ss)" },
    { .name = "join-with", .activate = join_with_cb },
    { .name = "undo-judging", .activate = undo_cb, .parameter_type = "u" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * essaim_window_join_with:
 * @self: the window
 * @id: of a project
 *
 * Lets the person choose what is the same as that project.
 */
void
essaim_window_join_with (EssaimWindow *self,
                         const char   *id)
{
  essaim_session_get_project_async (self->session, id, NULL, project_loaded_cb, g_object_ref (self));
}
