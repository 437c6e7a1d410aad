/* essaim-window-keeping.c: the verbs on what is kept: keep, let go, move on, and take each back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

/* Long enough to be reached by key and by screen reader. */
#define UNDO_SECONDS 12

/** A verb under way: on which shortlist, on which project. */
typedef struct
{
  EssaimWindow *window;      /* owned */
  char         *shortlist;
  char         *project;
  char         *status;      /* (nullable): code of the one before */
} Keeping;

static Keeping *
keeping_new (EssaimWindow *window,
             const char   *shortlist,
             const char   *project)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->window = g_object_ref (window);
  keeping->shortlist = g_strdup (shortlist);
  keeping->project = g_strdup (project);

  return keeping;
}

static void
keeping_free (Keeping *keeping)
{
  g_object_unref (keeping->window);
  g_free (keeping->shortlist);
  g_free (keeping->project);
  g_free (keeping->status);
  g_free (keeping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, keeping_free)

/* What a sentence says of the shortlist; the window may have gone, or somebody deleted the list meanwhile. */
static void
say_of_entry (Keeping    *keeping,
              const char *format,
              const char *action)
{
  EssaimWindow *self = keeping->window;
  EssaimShortlistItem *shortlist = self->shortlists != NULL ? essaim_shortlists_find (self->shortlists, keeping->shortlist)
                                                            : NULL;
  g_autofree char *sentence = NULL;

  if (shortlist == NULL)
    return;

  sentence = g_strdup_printf (format, essaim_shortlist_item_get_name (shortlist));
  essaim_window_say_with_undo (self, sentence, action, g_variant_new ("(ss)", keeping->shortlist, keeping->project));
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_shortlists_edit_finish (ESSAIM_SHORTLISTS (object), result, &error))
    essaim_window_say (keeping->window, error->message);
  else
    say_of_entry (keeping, _("Added to “%s”."), "win.undo-keep");
}

/* The shortlist kept on is the one to keep on next. */
static void
keep_on (EssaimWindow *self,
         const char   *shortlist,
         const char   *project)
{
  EssaimShortlistItem *item = essaim_shortlists_find (self->shortlists, shortlist);
  g_autofree char *sentence = NULL;

  if (item == NULL)
    return;

  essaim_shortlists_page_set_current_id (essaim_window_get_shortlists_page (self), shortlist);
  if (essaim_shortlist_item_find (item, project) == NULL)
    {
      essaim_shortlists_add_by_id_async (self->shortlists, shortlist, project, NULL, kept_cb,
                                         keeping_new (self, shortlist, project));
      return;
    }

  sentence = g_strdup_printf (_("It is on “%s” already."), essaim_shortlist_item_get_name (item));
  essaim_window_say (self, sentence);
}

static void
keep_waiting (EssaimWindow *self,
              const char   *shortlist)
{
  g_autoptr (GPtrArray) projects = g_steal_pointer (&self->to_keep);

  self->to_keep = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < projects->len; i++)
    keep_on (self, shortlist, projects->pdata[i]);
}

static void
first_created_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimShortlistItem) item = essaim_shortlists_create_finish (ESSAIM_SHORTLISTS (object), result, &error);

  self->creating = FALSE;
  if (self->shortlists == NULL)
    return;

  if (item != NULL)
    {
      keep_waiting (self, essaim_shortlist_item_get_id (item));
      return;
    }
  g_ptr_array_set_size (self->to_keep, 0);
  essaim_window_say (self, error->message);
}

/* Who keeps a project before naming a shortlist gets one; what is kept until it is made waits for it, as what is kept
 * before it is known which there are. */
static void
keep_when_possible (EssaimWindow *self)
{
  EssaimShortlistItem *current;

  if (self->to_keep->len == 0 || self->creating || !essaim_shortlists_get_loaded (self->shortlists))
    return;

  current = essaim_shortlists_page_get_current (essaim_window_get_shortlists_page (self));
  if (current != NULL)
    {
      keep_waiting (self, essaim_shortlist_item_get_id (current));
      return;
    }

  self->creating = TRUE;
  essaim_shortlists_create_async (self->shortlists,
                                  /* Translators: the name of the first shortlist, made when the person keeps a
                                   * project before naming one. */
                                  _("My shortlist"), essaim_window_get_home_id (self), NULL, first_created_cb,
                                  g_object_ref (self));
}

static void
keep (EssaimWindow *self,
      const char   *project)
{
  g_ptr_array_add (self->to_keep, g_strdup (project));
  keep_when_possible (self);
}

static void
keep_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  keep (user_data, g_variant_get_string (parameter, NULL));
}

static void
keep_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  const char *shortlist, *project;

  g_variant_get (parameter, "(&s&s)", &shortlist, &project);
  keep_on (user_data, shortlist, project);
}

static void
keep_selected_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  essaim_window_do_to_selected (user_data, "keep");
}

static void
let_go_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_shortlists_edit_finish (ESSAIM_SHORTLISTS (object), result, &error))
    essaim_window_say (keeping->window, error->message);
  else
    say_of_entry (keeping, _("Taken off “%s”."), "win.undo-unkeep");
}

static void
let_go (EssaimWindow *self,
        const char   *shortlist,
        const char   *project)
{
  essaim_shortlists_remove_async (self->shortlists, shortlist, project, NULL, let_go_cb,
                                  keeping_new (self, shortlist, project));
}

static void
unkeep_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *project = g_variant_get_string (parameter, NULL);
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (essaim_window_get_shortlists_page (self));
  EssaimShortlistItem *shortlist = NULL;

  if (current != NULL && essaim_shortlist_item_find (current, project) != NULL)
    shortlist = current;
  else
    shortlist = essaim_shortlists_find_with (self->shortlists, project);

  if (shortlist != NULL)
    let_go (self, essaim_shortlist_item_get_id (shortlist),
            essaim_entry_item_get_project_id (essaim_shortlist_item_find (shortlist, project)));
}

static void
unkeep_from_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *shortlist, *project;

  g_variant_get (parameter, "(&s&s)", &shortlist, &project);
  let_go (user_data, shortlist, project);
}

static void
undo_keep_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  const char *shortlist, *project;

  g_variant_get (parameter, "(&s&s)", &shortlist, &project);
  essaim_shortlists_remove_async (((EssaimWindow *) user_data)->shortlists, shortlist, project, NULL, NULL, NULL);
}

static void
undo_unkeep_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *shortlist, *project;

  g_variant_get (parameter, "(&s&s)", &shortlist, &project);
  essaim_shortlists_restore_async (((EssaimWindow *) user_data)->shortlists, shortlist, project, NULL, NULL, NULL);
}

static EssaimEntryItem *
find_entry (EssaimWindow *self,
            const char   *shortlist,
            const char   *project)
{
  EssaimShortlistItem *item = essaim_shortlists_find (self->shortlists, shortlist);

  return item != NULL ? essaim_shortlist_item_find (item, project) : NULL;
}

static void
status_set_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  EssaimWindow *self = keeping->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  EssaimEntryItem *entry;

  if (!essaim_shortlists_edit_finish (ESSAIM_SHORTLISTS (object), result, &error))
    {
      essaim_window_say (self, error->message);
      return;
    }

  entry = self->shortlists != NULL ? find_entry (self, keeping->shortlist, keeping->project) : NULL;
  if (entry == NULL)
    return;

  /* Translators: a status, such as “To contact”. */
  sentence = g_strdup_printf (_("Moved to “%s”."), essaim_entry_status_get_label (essaim_entry_item_get_status (entry)));
  essaim_window_say_with_undo (self, sentence, "win.undo-status",
                               g_variant_new ("(sss)", keeping->shortlist, keeping->project, keeping->status));
}

static void
set_status_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *shortlist, *project, *status;
  EssaimEntryItem *entry;
  Keeping *keeping;

  g_variant_get (parameter, "(&s&s&s)", &shortlist, &project, &status);
  entry = find_entry (self, shortlist, project);
  if (entry == NULL || g_str_equal (essaim_entry_status_to_code (essaim_entry_item_get_status (entry)), status))
    return;

  keeping = keeping_new (self, shortlist, project);
  keeping->status = essaim_entry_item_dup_field (entry, ESSAIM_ENTRY_FIELD_STATUS);
  essaim_shortlists_set_async (self->shortlists, shortlist, project, ESSAIM_ENTRY_FIELD_STATUS, status, NULL,
                               status_set_cb, keeping);
}

static void
undo_status_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  const char *shortlist, *project, *status;

  g_variant_get (parameter, "(&s&s&s)", &shortlist, &project, &status);
  essaim_shortlists_set_async (((EssaimWindow *) user_data)->shortlists, shortlist, project, ESSAIM_ENTRY_FIELD_STATUS,
                               status, NULL, NULL, NULL);
}

/**
 * essaim_window_say_with_undo:
 * @self: the window
 * @sentence: what was done
 * @action: what takes it back
 * @target: (transfer floating): of @action
 *
 * Says what was done, and how to take it back. A toast before it goes: what it said is done, and a second one would
 * wait behind it.
 */
void
essaim_window_say_with_undo (EssaimWindow *self,
                             const char   *sentence,
                             const char   *action,
                             GVariant     *target)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_set_weak_pointer (&self->undo_toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/**
 * essaim_window_get_home_id:
 * @self: the window
 *
 * Returns: (nullable): the id of the person's own territory
 */
const char *
essaim_window_get_home_id (EssaimWindow *self)
{
  guint home = essaim_explorer_get_home (self->explorer);
  EssaimReference *reference = essaim_explorer_get_reference (self->explorer);

  return home != ESSAIM_NO_TERRITORY ? essaim_territories_get (essaim_reference_get_territories (reference), home)->id : NULL;
}

/**
 * essaim_window_init_keeping:
 * @self: the window
 *
 * Adds the `win.` actions that work on what is kept.
 */
void
essaim_window_init_keeping (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "keep", .activate = keep_cb, .parameter_type = "s" },
    { .name = "keep-in", .activate = keep_in_cb, .parameter_type = "(ss)" },
    { .name = "keep-selected", .activate = keep_selected_cb },
    { .name = "unkeep", .activate = unkeep_cb, .parameter_type = "s" },
    { .name = "unkeep-from", .activate = unkeep_from_cb, .parameter_type = "(ss)" },
    { .name = "undo-keep", .activate = undo_keep_cb, .parameter_type = "(ss)" },
    { .name = "undo-unkeep", .activate = undo_unkeep_cb, .parameter_type = "(ss)" },
    { .name = "set-status", .activate = set_status_cb, .parameter_type = "(sss)" },
    { .name = "undo-status", .activate = undo_status_cb, .parameter_type = "(sss)" },
  };

  self->to_keep = g_ptr_array_new_with_free_func (g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * essaim_window_watch_shortlists:
 * @self: the window, which has its shortlists
 *
 * Keeps, once it is known which shortlists there are, what the person wanted to keep before.
 */
void
essaim_window_watch_shortlists (EssaimWindow *self)
{
  g_signal_connect_object (self->shortlists, "notify::loaded", G_CALLBACK (keep_when_possible), self, G_CONNECT_SWAPPED);
}
