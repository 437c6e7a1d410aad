/* essaim-project-pane.c: one project, whole: what to do with it, then what is known of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-pane.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-format.h"
#include "essaim-project-contacts.h"
#include "essaim-project-corrections.h"
#include "essaim-project-facts.h"
#include "essaim-project-sites.h"
#include "essaim-project-sources.h"
#include "essaim-rows.h"
#include "essaim-session-correct.h"
#include "essaim-text.h"
#include "essaim-wrap-layout.h"

/* Of a longer text the beginning is shown: what can be done with the project is not to be pushed away. */
#define SHORT_TEXT_CHARS 320

struct _EssaimProjectPane
{
  AdwBin            parent_instance;

  /* Template widgets */
  GtkWidget        *scroller;
  GtkWidget        *tags;
  GtkWidget        *title;
  GtkWidget        *organisation;
  GtkWidget        *themes;
  GtkWidget        *text;
  GtkWidget        *more;
  GtkWidget        *keep;
  GtkWidget        *status;
  GtkWidget        *contact;
  GtkWidget        *contact_content;
  GtkWidget        *correct;
  GtkWidget        *website;
  GtkWidget        *corrections;
  GtkWidget        *sites;
  GtkWidget        *contacts;
  GtkWidget        *facts_group;
  GtkWidget        *facts;
  GtkWidget        *sources;

  /* Owned */
  EssaimExplorer   *explorer;
  EssaimShortlists *shortlists;
  EssaimProject    *project;
  GCancellable     *cancellable;   /* (nullable): of asking who says what */

  gboolean          updating;   /* widgets follow the model: not the person */
};

enum
{
  PROP_0,
  PROP_PROJECT_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EssaimProjectPane, essaim_project_pane, ADW_TYPE_BIN)

static EssaimEntryItem *
find_entry (EssaimProjectPane *self)
{
  EssaimShortlistItem *shortlist;

  if (self->project == NULL || self->shortlists == NULL)
    return NULL;

  shortlist = essaim_shortlists_find_with (self->shortlists, self->project->id);

  return shortlist != NULL ? essaim_shortlist_item_find (shortlist, self->project->id) : NULL;
}

/* Whether the project is kept, and how far the work on it is, as the shortlists have it. */
static void
update_kept (EssaimProjectPane *self)
{
  EssaimEntryItem *entry = find_entry (self);

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep), entry != NULL);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->keep))),
                                entry != NULL ? C_("button", "Kept") : C_("button", "Keep"));
  gtk_widget_set_visible (self->status, entry != NULL);
  if (entry != NULL)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), essaim_entry_item_get_status (entry));
      gtk_widget_add_css_class (self->keep, "suggested-action");
    }
  else
    gtk_widget_remove_css_class (self->keep, "suggested-action");
  self->updating = FALSE;
}

static void
keep_toggled_cb (EssaimProjectPane *self)
{
  gboolean kept = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->keep));

  if (self->updating || self->project == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), kept ? "win.keep" : "win.unkeep", "s", self->project->id);
  /* The button says what is, not what was asked: it follows when the store has answered. */
  update_kept (self);
}

static void
status_selected_cb (EssaimProjectPane *self)
{
  EssaimEntryItem *entry = find_entry (self);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  if (self->updating || entry == NULL || selected >= ESSAIM_N_ENTRY_STATUSES)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-status", "(sss)", essaim_entry_item_get_shortlist_id (entry),
                              self->project->id, essaim_entry_status_to_code (selected));
}

static void
open_uri (EssaimProjectPane *self,
          const char        *uri)
{
  g_autofree char *safe = essaim_text_safe_uri (uri);

  if (safe != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), safe, GDK_CURRENT_TIME);
}

/* (nullable): how to reach someone: by mail, else by telephone */
static char *
get_contact_uri (const EssaimProject *project)
{
  const char *ways[][2] = { { "mailto:", project->email }, { "tel:", project->phone } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *uri = ways[i][1] != NULL ? g_strconcat (ways[i][0], ways[i][1], NULL) : NULL;
      char *safe = uri != NULL ? essaim_text_safe_uri (uri) : NULL;

      if (safe != NULL)
        return safe;
    }

  return NULL;
}

static void
contact_clicked_cb (EssaimProjectPane *self)
{
  g_autofree char *uri = get_contact_uri (self->project);

  if (uri != NULL)
    open_uri (self, uri);
}

static void
website_clicked_cb (EssaimProjectPane *self)
{
  open_uri (self, self->project->website);
}

/* What it is, what its source says of it, and whether its source still has it. */
static void
show_tags (EssaimProjectPane *self)
{
  const EssaimProject *project = self->project;

  essaim_box_clear (self->tags);
  gtk_box_append (GTK_BOX (self->tags), essaim_chip_new (essaim_kind_get_label (project->kind), NULL));
  if (project->status != NULL && *project->status != '\0')
    gtk_box_append (GTK_BOX (self->tags), essaim_chip_new (project->status, "accent"));
  if (essaim_project_is_gone (project))
    gtk_box_append (GTK_BOX (self->tags), essaim_chip_new (_("Gone from its feed"), "gone"));
}

/* “Organisation · Commune”; many sites have no commune of their own. */
static void
show_organisation (EssaimProjectPane *self)
{
  const EssaimProject *project = self->project;
  const EssaimSite *only = project->sites->len == 1 ? project->sites->pdata[0] : NULL;
  const char *organisation = g_strcmp0 (project->organisation, project->title) != 0 ? project->organisation : NULL;
  const char *commune = only != NULL ? only->commune : NULL;
  g_autofree char *both = NULL;

  if (organisation != NULL && commune != NULL)
    both = g_strdup_printf ("%s · %s", organisation, commune);
  gtk_label_set_text (GTK_LABEL (self->organisation), both != NULL ? both : organisation != NULL ? organisation : commune);
  gtk_widget_set_visible (self->organisation, organisation != NULL || commune != NULL);
}

static void
show_themes (EssaimProjectPane *self)
{
  EssaimThemes *themes = essaim_reference_get_themes (essaim_explorer_get_reference (self->explorer));

  essaim_box_clear (self->themes);
  for (guint t = 0; t < ESSAIM_N_THEMES; t++)
    if (self->project->themes[t] != ESSAIM_THEME_HOW_NONE)
      gtk_box_append (GTK_BOX (self->themes), essaim_theme_chip_new (themes, t, self->project->themes[t]));
  gtk_widget_set_visible (self->themes, gtk_widget_get_first_child (self->themes) != NULL);
}

static void
show_contact (EssaimProjectPane *self)
{
  const EssaimProject *project = self->project;
  g_autofree char *contact = get_contact_uri (project);
  g_autofree char *site = project->website != NULL ? essaim_text_safe_uri (project->website) : NULL;
  g_autofree char *phone = essaim_format_phone (project->phone);
  gboolean by_mail = contact != NULL && g_str_has_prefix (contact, "mailto:");
  const char *name = by_mail ? _("Write to the Project") : _("Telephone the Project");

  gtk_widget_set_visible (self->contact, contact != NULL);
  gtk_widget_set_tooltip_text (self->contact, by_mail ? project->email : phone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contact), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (self->contact_content),
                                    by_mail ? "mail-unread-symbolic" : "call-start-symbolic");
  gtk_widget_set_visible (self->website, site != NULL);
  gtk_widget_set_tooltip_text (self->website, site);
  /* Whichever comes first has what is left of the line. */
  gtk_widget_set_hexpand (self->correct, contact == NULL);
  gtk_widget_set_halign (self->correct, contact == NULL ? GTK_ALIGN_END : GTK_ALIGN_FILL);
}

/* (nullable): the beginning of a long text, up to a blank; nothing when it is short */
static char *
shorten (const char *text)
{
  const char *end, *blank;

  if (g_utf8_strlen (text, -1) <= SHORT_TEXT_CHARS + SHORT_TEXT_CHARS / 4)
    return NULL;

  end = g_utf8_offset_to_pointer (text, SHORT_TEXT_CHARS);
  blank = g_strrstr_len (text, end - text, " ");

  return g_strdup_printf ("%.*s…", (int) ((blank != NULL ? blank : end) - text), text);
}

static void
show_text (EssaimProjectPane *self,
           gboolean           whole)
{
  g_autofree char *text = essaim_project_join_texts (self->project);
  g_autofree char *beginning = text != NULL && !whole ? shorten (text) : NULL;

  gtk_label_set_text (GTK_LABEL (self->text), beginning != NULL ? beginning : text != NULL ? text : "");
  gtk_widget_set_visible (self->text, text != NULL);
  gtk_widget_set_visible (self->more, beginning != NULL);
}

static void
more_clicked_cb (EssaimProjectPane *self)
{
  show_text (self, TRUE);
  /* The button that had the focus is gone. */
  gtk_widget_grab_focus (self->text);
  gtk_label_select_region (GTK_LABEL (self->text), 0, 0);
}

static void
show_lists (EssaimProjectPane *self)
{
  essaim_project_sites_show (ESSAIM_PROJECT_SITES (self->sites), self->explorer, self->project);

  essaim_project_contacts_show (ESSAIM_PROJECT_CONTACTS (self->contacts), self->project);
  essaim_project_facts_fill (self->facts, self->project, essaim_explorer_get_reference (self->explorer));
  gtk_widget_set_visible (self->facts_group, gtk_widget_get_first_child (self->facts) != NULL);

  essaim_project_sources_show (ESSAIM_PROJECT_SOURCES (self->sources), essaim_explorer_get_session (self->explorer),
                               self->project);
}

static void
evidence_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (EssaimProjectPane) self = user_data;
  g_autoptr (GError) error = NULL;
  EssaimSession *session = ESSAIM_SESSION (object);
  g_autoptr (EssaimEvidence) evidence = essaim_session_get_evidence_finish (session, result, &error);

  /* A project that has gone meanwhile is told by whoever shows another. */
  if (evidence != NULL && self->project != NULL && !g_cancellable_is_cancelled (self->cancellable))
    essaim_project_corrections_show (ESSAIM_PROJECT_CORRECTIONS (self->corrections), session, evidence);
}

/* Most projects are as their sources say. */
static void
show_corrections (EssaimProjectPane *self)
{
  EssaimSession *session = essaim_explorer_get_session (self->explorer);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->project->corrected->len == 0)
    {
      essaim_project_corrections_show (ESSAIM_PROJECT_CORRECTIONS (self->corrections), session, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  essaim_session_get_evidence_async (session, self->project->id, self->cancellable, evidence_found_cb, g_object_ref (self));
}

static void
correct_clicked_cb (EssaimProjectPane *self)
{
  if (self->project != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.correct-project", "s", self->project->id);
}

/* Distances are from home. */
static void
home_changed_cb (EssaimProjectPane *self)
{
  if (self->project != NULL)
    essaim_project_sites_show (ESSAIM_PROJECT_SITES (self->sites), self->explorer, self->project);
}

static void
essaim_project_pane_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  EssaimProjectPane *self = ESSAIM_PROJECT_PANE (object);

  switch (prop_id)
    {
    case PROP_PROJECT_ID:
      g_value_set_string (value, self->project != NULL ? self->project->id : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_project_pane_dispose (GObject *object)
{
  EssaimProjectPane *self = ESSAIM_PROJECT_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->explorer);
  g_clear_object (&self->shortlists);
  g_clear_pointer (&self->project, essaim_project_unref);

  G_OBJECT_CLASS (essaim_project_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-project-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, tags);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, organisation);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, themes);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, text);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, more);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, keep);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, status);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, contact);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, contact_content);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, correct);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, website);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, corrections);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, sites);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, contacts);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, facts_group);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, facts);
  gtk_widget_class_bind_template_child (widget_class, EssaimProjectPane, sources);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, contact_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, website_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_clicked_cb);
}

static void
essaim_project_pane_class_init (EssaimProjectPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = essaim_project_pane_dispose;
  object_class->get_property = essaim_project_pane_get_property;

  properties[PROP_PROJECT_ID] = g_param_spec_string ("project-id", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_PROJECT_CONTACTS);
  g_type_ensure (ESSAIM_TYPE_PROJECT_CORRECTIONS);
  g_type_ensure (ESSAIM_TYPE_PROJECT_SITES);
  g_type_ensure (ESSAIM_TYPE_PROJECT_SOURCES);
  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
essaim_project_pane_init (EssaimProjectPane *self)
{
  const char *labels[ESSAIM_N_ENTRY_STATUSES + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < ESSAIM_N_ENTRY_STATUSES; i++)
    labels[i] = essaim_entry_status_get_label (i);
  list = gtk_string_list_new (labels);
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->status), G_LIST_MODEL (list));
  essaim_drop_down_name (self->status, _("Status on the Shortlist"));
  self->updating = FALSE;
}

/**
 * essaim_project_pane_set_models:
 * @self: the pane
 * @explorer: whose vocabulary and territories it names
 * @shortlists: where the project may be kept; once only
 */
void
essaim_project_pane_set_models (EssaimProjectPane *self,
                                EssaimExplorer    *explorer,
                                EssaimShortlists  *shortlists)
{
  g_return_if_fail (ESSAIM_IS_PROJECT_PANE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->shortlists = g_object_ref (shortlists);
  g_signal_connect_object (shortlists, "changed", G_CALLBACK (update_kept), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::home", G_CALLBACK (home_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * essaim_project_pane_set_project:
 * @self: the pane
 * @project: what to show
 */
void
essaim_project_pane_set_project (EssaimProjectPane *self,
                                 EssaimProject     *project)
{
  g_return_if_fail (ESSAIM_IS_PROJECT_PANE (self));
  g_return_if_fail (project != NULL);

  essaim_project_ref (project);
  g_clear_pointer (&self->project, essaim_project_unref);
  self->project = project;

  gtk_label_set_text (GTK_LABEL (self->title), project->title != NULL ? project->title : _("Untitled"));
  show_tags (self);
  show_organisation (self);
  show_themes (self);
  show_text (self, FALSE);
  show_contact (self);
  show_lists (self);
  show_corrections (self);
  update_kept (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT_ID]);
}

/**
 * essaim_project_pane_get_project:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what it shows
 */
EssaimProject *
essaim_project_pane_get_project (EssaimProjectPane *self)
{
  g_return_val_if_fail (ESSAIM_IS_PROJECT_PANE (self), NULL);

  return self->project;
}
