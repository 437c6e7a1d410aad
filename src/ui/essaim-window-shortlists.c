/* essaim-window-shortlists.c: the verbs on whole shortlists: create, delete, export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-file-chooser.h"

/** A shortlist that something is done with. */
typedef struct
{
  EssaimWindow *window;   /* owned */
  char         *id;
  char         *name;
} Subject;

static Subject *
subject_new (EssaimWindow        *window,
             EssaimShortlistItem *shortlist)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->window = g_object_ref (window);
  subject->id = g_strdup (essaim_shortlist_item_get_id (shortlist));
  subject->name = g_strdup (essaim_shortlist_item_get_name (shortlist));

  return subject;
}

static void
subject_free (Subject *subject)
{
  g_object_unref (subject->window);
  g_free (subject->id);
  g_free (subject->name);
  g_free (subject);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Subject, subject_free)

static void
create_shortlist_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_shortlists_page_create (essaim_window_get_shortlists_page (self), g_variant_get_string (parameter, NULL),
                                 essaim_window_get_home_id (self));
}

static void
new_shortlist_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_window_show_page (self, "shortlists");
  essaim_shortlists_page_ask_new (essaim_window_get_shortlists_page (self));
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Subject) subject = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!essaim_shortlists_edit_finish (ESSAIM_SHORTLISTS (object), result, &error))
    {
      essaim_window_say (subject->window, error->message);
      return;
    }
  if (subject->window->shortlists == NULL)
    return;

  sentence = g_strdup_printf (_("“%s” was deleted."), subject->name);
  essaim_window_say_with_undo (subject->window, sentence, "win.undo-delete-shortlist",
                               g_variant_new_string (subject->id));
}

static void
delete_shortlist_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (essaim_window_get_shortlists_page (self));

  if (current != NULL)
    essaim_shortlists_delete_async (self->shortlists, essaim_shortlist_item_get_id (current), NULL, deleted_cb,
                                    subject_new (self, current));
}

static void
undo_delete_shortlist_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  EssaimWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);

  essaim_shortlists_page_set_current_id (essaim_window_get_shortlists_page (self), id);
  essaim_shortlists_undelete_async (self->shortlists, id, NULL, NULL, NULL);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The window may have gone: it says nothing then. */
  if (self->shortlists == NULL)
    return;

  if (essaim_shortlists_export_finish (self->shortlists, result, &error))
    essaim_window_say (self, _("The shortlist was exported."));
  else
    essaim_window_say (self, error->message);
}

static void
export_chosen_cb (GFile    *file,
                  gboolean  with_contact,
                  gpointer  user_data)
{
  g_autoptr (Subject) subject = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && subject->window->shortlists != NULL)
    essaim_shortlists_export_async (subject->window->shortlists, subject->id, path, with_contact, NULL,
                                    exported_cb, g_object_ref (subject->window));
}

static void
export_shortlist_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (essaim_window_get_shortlists_page (self));
  g_autofree char *name = NULL;

  if (current == NULL)
    return;

  name = g_strdup_printf ("%s.%s", essaim_shortlist_item_get_name (current), g_variant_get_string (parameter, NULL));
  /* A name may hold what a file name may not. */
  g_strdelimit (name, "/\\:", '-');
  essaim_file_chooser_export (GTK_WINDOW (self), _("Export the Shortlist"), name, export_chosen_cb,
                              subject_new (self, current));
}

/* For scripts and tests: the current shortlist to a path, without the dialog. */
static void
export_shortlist_to_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  EssaimWindow *self = user_data;
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (essaim_window_get_shortlists_page (self));

  if (current != NULL)
    essaim_shortlists_export_async (self->shortlists, essaim_shortlist_item_get_id (current),
                                    g_variant_get_string (parameter, NULL), FALSE, NULL, exported_cb,
                                    g_object_ref (self));
}

/**
 * essaim_window_init_shortlists:
 * @self: the window
 *
 * Adds the `win.` actions that work on whole shortlists.
 */
void
essaim_window_init_shortlists (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "create-shortlist", .activate = create_shortlist_cb, .parameter_type = "s" },
    { .name = "new-shortlist", .activate = new_shortlist_cb },
    { .name = "delete-shortlist", .activate = delete_shortlist_cb },
    { .name = "undo-delete-shortlist", .activate = undo_delete_shortlist_cb, .parameter_type = "s" },
    { .name = "export-shortlist", .activate = export_shortlist_cb, .parameter_type = "s" },
    { .name = "export-shortlist-to", .activate = export_shortlist_to_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
