/* essaim-window-correct.c: the verbs on what the person knows better, and adds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-window-private.h"

#include <glib/gi18n-lib.h>

#include "essaim-correct-window.h"
#include "essaim-own-window.h"
#include "essaim-session-correct.h"

/** A verb under way. */
typedef struct
{
  EssaimWindow *window;   /* owned */
  GVariant     *undo;     /* (nullable) */
  char         *id;       /* (nullable) */
  char         *title;    /* (nullable) */
} Deed;

static Deed *
deed_new (EssaimWindow *window)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->window = g_object_ref (window);

  return deed;
}

static void
deed_free (Deed *deed)
{
  g_object_unref (deed->window);
  g_clear_pointer (&deed->undo, g_variant_unref);
  g_free (deed->id);
  g_free (deed->title);
  g_free (deed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

/* What the person has added is changed whole; of what others say too, each field by itself. */
static void
evidence_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimEvidence) evidence = essaim_session_get_evidence_finish (ESSAIM_SESSION (object), result, &error);

  if (self->session == NULL)
    return;
  if (evidence == NULL)
    essaim_window_say (self, error->message);
  else if (evidence->parts->len == 1 && essaim_evidence_get_own (evidence) != NULL)
    essaim_own_window_present (GTK_WINDOW (self), self->session, evidence->parts->pdata[0]);
  else
    essaim_correct_window_present (GTK_WINDOW (self), self->session, evidence);
}

static void
correct (EssaimWindow *self,
         const char   *id)
{
  essaim_session_get_evidence_async (self->session, id, NULL, evidence_found_cb, g_object_ref (self));
}

static void
correct_selected_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  essaim_window_do_to_selected (user_data, "correct-project");
}

static void
correct_project_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  correct (user_data, g_variant_get_string (parameter, NULL));
}

static void
say_amended_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  essaim_window_say_with_undo (user_data, _("Your correction is kept."), "win.undo-amend", parameter);
}

static void
amended_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_session_amend_finish (ESSAIM_SESSION (object), result, &error))
    essaim_window_say (deed->window, error->message);
  else if (deed->undo != NULL && deed->window->session != NULL)
    essaim_window_say_with_undo (deed->window, _("Your correction is changed."), "win.undo-amend", deed->undo);
}

static void
amend (EssaimWindow *self,
       GVariant     *what,
       GVariant     *undo)
{
  g_autoptr (EssaimAmendment) amendment = essaim_amendment_from_variant (what);
  Deed *deed = deed_new (self);

  deed->undo = undo != NULL ? g_variant_ref (undo) : NULL;
  essaim_session_amend_async (self->session, amendment, amended_cb, deed);
}

static void
amend_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_autoptr (GVariant) what = g_variant_get_child_value (parameter, 0);
  g_autoptr (GVariant) undo = g_variant_get_child_value (parameter, 1);

  amend (user_data, what, undo);
}

static void
undo_amend_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  amend (user_data, parameter, NULL);
}

static void
add_project_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_own_window_present (GTK_WINDOW (self), self->session, NULL);
}

static void
own_found_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (EssaimWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimEvidence) evidence = essaim_session_get_evidence_finish (ESSAIM_SESSION (object), result, &error);
  const EssaimProject *own = evidence != NULL ? essaim_evidence_get_own (evidence) : NULL;

  if (self->session == NULL)
    return;
  if (own != NULL)
    essaim_own_window_present (GTK_WINDOW (self), self->session, (EssaimProject *) own);
  else if (error != NULL)
    essaim_window_say (self, error->message);
}

static void
change_own_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  EssaimWindow *self = user_data;

  essaim_session_get_evidence_async (self->session, g_variant_get_string (parameter, NULL), NULL, own_found_cb,
                                     g_object_ref (self));
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!essaim_session_own_finish (ESSAIM_SESSION (object), result, &error))
    {
      essaim_window_say (deed->window, error->message);
      return;
    }
  if (deed->window->session == NULL)
    return;

  sentence = g_strdup_printf (_("“%s” is removed."), deed->title);
  essaim_window_say_with_undo (deed->window, sentence, "win.undo-remove-own", g_variant_new_string (deed->id));
}

/* Nothing is left of a project that no source has: its pane closes. */
static void
remove_own_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  EssaimWindow *self = user_data;
  Deed *deed = deed_new (self);
  const char *id, *title;

  g_variant_get (parameter, "(&s&s)", &id, &title);
  deed->id = g_strdup (id);
  deed->title = g_strdup (title);
  if (g_strcmp0 (essaim_explorer_get_selected_id (self->explorer), id) == 0)
    essaim_explorer_select (self->explorer, NULL);
  essaim_session_remove_own_async (self->session, id, removed_cb, deed);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;

  if (!essaim_session_own_finish (ESSAIM_SESSION (object), result, &error))
    essaim_window_say (deed->window, error->message);
  else if (deed->window->session != NULL)
    essaim_explorer_select (deed->window->explorer, deed->id);
}

static void
undo_remove_own_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  EssaimWindow *self = user_data;
  Deed *deed = deed_new (self);

  deed->id = g_variant_dup_string (parameter, NULL);
  essaim_session_restore_own_async (self->session, deed->id, restored_cb, deed);
}

/**
 * essaim_window_init_corrections:
 * @self: the window
 *
 * Adds the `win.` actions that work on corrections and on the person's own projects.
 */
void
essaim_window_init_corrections (EssaimWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "correct-selected", .activate = correct_selected_cb },
    { .name = "correct-project", .activate = correct_project_cb, .parameter_type = "s" },
    { .name = "say-amended", .activate = say_amended_cb, .parameter_type = ESSAIM_AMENDMENT_VARIANT_TYPE },
    { .name = "amend", .activate = amend_cb,
      .parameter_type = "(" ESSAIM_AMENDMENT_VARIANT_TYPE ESSAIM_AMENDMENT_VARIANT_TYPE ")" },
    { .name = "undo-amend", .activate = undo_amend_cb, .parameter_type = ESSAIM_AMENDMENT_VARIANT_TYPE },
    { .name = "add-project", .activate = add_project_cb },
    { .name = "change-own", .activate = change_own_cb, .parameter_type = "s" },
    { .name = "remove-own", .activate = remove_own_cb, .parameter_type = "(ss)" },
    { .name = "undo-remove-own", .activate = undo_remove_own_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
