/* essaim-window-keeping.c: the verbs on shortlists: keep, let go, undo, create, export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-file-chooser.h"

/* Long enough to be reached by key and by screen reader. */
#define UNDO_SECONDS 12

/** A verb under way: on which shortlist, on which project (or, for a whole shortlist, its name). */
typedef struct
{
  EssaimWindow *window;      /* owned */
  char         *shortlist;
  char         *project;
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
  g_free (keeping);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Keeping, keeping_free)

static char *
suggest_name (void)
{
  /* Translators: the name of the first shortlist, made when the person keeps a project before naming one. */
  return g_strdup (_("My shortlist"));
}

/* undo: (transfer floating) what the action takes. */
static void
say_with_undo (EssaimWindow *self,
               const char   *sentence,
               const char   *action,
               GVariant     *undo)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, undo);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
say_of_entry (Keeping    *keeping,
              const char *format,
              const char *action)
{
  EssaimWindow *self = keeping->window;
  EssaimShortlistItem *shortlist = self->shortlists != NULL ? essaim_shortlists_find (self->shortlists, keeping->shortlist)
                                                            : NULL;
  g_autofree char *sentence = NULL;

  /* The window has gone, or somebody has deleted the list meanwhile. */
  if (shortlist == NULL)
    return;

  sentence = g_strdup_printf (format, essaim_shortlist_item_get_name (shortlist));
  say_with_undo (self, sentence, action, g_variant_new ("(ss)", keeping->shortlist, keeping->project));
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

static void
keep_on (EssaimWindow *self,
         const char   *shortlist,
         const char   *project)
{
  essaim_shortlists_add_by_id_async (self->shortlists, shortlist, project, NULL, kept_cb,
                                     keeping_new (self, shortlist, project));
}

static void
first_created_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimShortlistItem) item = essaim_shortlists_create_finish (ESSAIM_SHORTLISTS (object), result, &error);

  if (item == NULL)
    essaim_window_say (keeping->window, error->message);
  else if (keeping->window->shortlists != NULL)
    keep_on (keeping->window, essaim_shortlist_item_get_id (item), keeping->project);
}

static void
keep_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *project = g_variant_get_string (parameter, NULL);
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self->shortlists_page);
  g_autofree char *name = NULL;

  if (current != NULL)
    {
      keep_on (self, essaim_shortlist_item_get_id (current), project);
      return;
    }

  name = suggest_name ();
  essaim_shortlists_create_async (self->shortlists, name, NULL, NULL, first_created_cb, keeping_new (self, NULL, project));
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
unkeep_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *project = g_variant_get_string (parameter, NULL);
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self->shortlists_page);
  EssaimShortlistItem *shortlist = NULL;
  const char *id;

  if (current != NULL && essaim_shortlist_item_find (current, project) != NULL)
    shortlist = current;
  else
    shortlist = essaim_shortlists_find_with (self->shortlists, project);
  if (shortlist == NULL)
    return;

  id = essaim_shortlist_item_get_id (shortlist);
  essaim_shortlists_remove_async (self->shortlists, id, project, NULL, let_go_cb, keeping_new (self, id, project));
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

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimShortlistItem) item = essaim_shortlists_create_finish (ESSAIM_SHORTLISTS (object), result, &error);

  if (item == NULL)
    essaim_window_say (self, error->message);
}

static void
create_shortlist_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_shortlists_create_async (self->shortlists, g_variant_get_string (parameter, NULL), NULL, NULL, created_cb,
                                  g_object_ref (self));
}

static void
new_shortlist_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_window_show_page (self, "shortlists");
  essaim_shortlists_page_ask_new (self->shortlists_page);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!essaim_shortlists_edit_finish (ESSAIM_SHORTLISTS (object), result, &error))
    {
      essaim_window_say (keeping->window, error->message);
      return;
    }
  if (keeping->window->shortlists == NULL)
    return;

  sentence = g_strdup_printf (_("“%s” was deleted."), keeping->project);
  say_with_undo (keeping->window, sentence, "win.undo-delete-shortlist", g_variant_new_string (keeping->shortlist));
}

static void
delete_shortlist_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self->shortlists_page);
  const char *id;

  if (current == NULL)
    return;

  id = essaim_shortlist_item_get_id (current);
  essaim_shortlists_delete_async (self->shortlists, id, NULL, deleted_cb,
                                  keeping_new (self, id, essaim_shortlist_item_get_name (current)));
}

static void
undo_delete_shortlist_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  essaim_shortlists_undelete_async (((EssaimWindow *) user_data)->shortlists, g_variant_get_string (parameter, NULL), NULL,
                                    NULL, NULL);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (essaim_shortlists_edit_finish (ESSAIM_SHORTLISTS (object), result, &error))
    essaim_window_say (self, _("The shortlist was exported."));
  else
    essaim_window_say (self, error->message);
}

static void
export_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  g_autoptr (Keeping) keeping = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && keeping->window->shortlists != NULL)
    essaim_shortlists_export_async (keeping->window->shortlists, keeping->shortlist, path, NULL, exported_cb,
                                    g_object_ref (keeping->window));
}

static void
export_shortlist_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self->shortlists_page);
  g_autofree char *name = NULL;

  if (current == NULL)
    return;

  name = g_strdup_printf ("%s.%s", essaim_shortlist_item_get_name (current), g_variant_get_string (parameter, NULL));
  /* A name may hold what a file name may not. */
  g_strdelimit (name, "/\\:", '-');
  essaim_file_chooser_save (GTK_WINDOW (self), _("Export the Shortlist"), name, export_chosen_cb,
                            keeping_new (self, essaim_shortlist_item_get_id (current), NULL));
}

/* For scripts and tests: the current shortlist to a path, without the dialog. */
static void
export_shortlist_to_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self->shortlists_page);

  if (current != NULL)
    essaim_shortlists_export_async (self->shortlists, essaim_shortlist_item_get_id (current),
                                    g_variant_get_string (parameter, NULL), NULL, exported_cb, g_object_ref (self));
}

/**
 * essaim_window_init_keeping:
 * @self: the window
 *
 * Adds the `win.` actions that work on shortlists.
 */
void
essaim_window_init_keeping (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "keep", .activate = keep_cb, .parameter_type = "s" },
    { .name = "unkeep", .activate = unkeep_cb, .parameter_type = "s" },
    { .name = "undo-keep", .activate = undo_keep_cb, .parameter_type = "(ss)" },
    { .name = "undo-unkeep", .activate = undo_unkeep_cb, .parameter_type = "(ss)" },
    { .name = "create-shortlist", .activate = create_shortlist_cb, .parameter_type = "s" },
    { .name = "new-shortlist", .activate = new_shortlist_cb },
    { .name = "delete-shortlist", .activate = delete_shortlist_cb },
    { .name = "undo-delete-shortlist", .activate = undo_delete_shortlist_cb, .parameter_type = "s" },
    { .name = "export-shortlist", .activate = export_shortlist_cb, .parameter_type = "s" },
    { .name = "export-shortlist-to", .activate = export_shortlist_to_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
