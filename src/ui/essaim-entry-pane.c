/* essaim-entry-pane.c: the work on one project of a shortlist: status, note, rating, next step; and the copy kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-entry-pane.h"

#include <glib/gi18n-lib.h>

#include "essaim-date-button.h"
#include "essaim-format.h"
#include "essaim-project-contacts.h"
#include "essaim-project-facts.h"
#include "essaim-rating.h"
#include "essaim-rows.h"
#include "essaim-status-style.h"
#include "essaim-text.h"
#include "essaim-wrap-layout.h"

struct _EssaimEntryPane
{
  AdwBin            parent_instance;

  /* Template widgets */
  GtkWidget        *scroller;
  GtkWidget        *title;
  GtkWidget        *organisation;
  GtkWidget        *dot;
  GtkWidget        *website;
  GtkWidget        *lost;
  GtkWidget        *lost_text;
  GtkWidget        *status;
  GtkWidget        *note;
  GtkWidget        *others;
  GtkWidget        *others_text;
  GtkWidget        *rating;
  GtkWidget        *step;
  GtkWidget        *day;
  GtkWidget        *copy;
  GtkWidget        *summary;
  GtkWidget        *sites;
  GtkWidget        *contacts;
  GtkWidget        *facts;

  /* Owned */
  EssaimShortlists *shortlists;
  EssaimReference  *reference;
  EssaimEntryItem  *entry;      /* (nullable) */

  gboolean          updating;   /* widgets follow the model: not the person */
};

G_DEFINE_FINAL_TYPE (EssaimEntryPane, essaim_entry_pane, ADW_TYPE_BIN)

static void
status_selected_cb (EssaimEntryPane *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->status));

  if (self->updating || self->entry == NULL || selected >= ESSAIM_N_ENTRY_STATUSES)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-status", "(sss)",
                              essaim_entry_item_get_shortlist_id (self->entry),
                              essaim_entry_item_get_project_id (self->entry), essaim_entry_status_to_code (selected));
}

static void
set_field (EssaimEntryPane  *self,
           EssaimEntryField  field,
           const char       *value)
{
  if (!self->updating && self->entry != NULL)
    essaim_shortlists_set_async (self->shortlists, essaim_entry_item_get_shortlist_id (self->entry),
                                 essaim_entry_item_get_project_id (self->entry), field, value, NULL, NULL, NULL);
}

static void
type (EssaimEntryPane  *self,
      EssaimEntryField  field,
      const char       *text)
{
  if (!self->updating && self->entry != NULL)
    essaim_shortlists_type (self->shortlists, essaim_entry_item_get_shortlist_id (self->entry),
                            essaim_entry_item_get_project_id (self->entry), field, text);
}

static void
rating_given_cb (EssaimEntryPane *self)
{
  g_autofree char *value = g_strdup_printf ("%d", essaim_rating_get_rating (ESSAIM_RATING (self->rating)));

  set_field (self, ESSAIM_ENTRY_FIELD_RATING, value);
}

static void
day_chosen_cb (EssaimEntryPane *self)
{
  set_field (self, ESSAIM_ENTRY_FIELD_NEXT_DATE, essaim_date_button_get_date (ESSAIM_DATE_BUTTON (self->day)));
}

static void
step_typed_cb (EssaimEntryPane *self)
{
  type (self, ESSAIM_ENTRY_FIELD_NEXT_STEP, gtk_editable_get_text (GTK_EDITABLE (self->step)));
}

static char *
get_note_text (EssaimEntryPane *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
note_typed_cb (EssaimEntryPane *self)
{
  g_autofree char *note = get_note_text (self);

  type (self, ESSAIM_ENTRY_FIELD_NOTE, note);
}

static void
text_left_cb (EssaimEntryPane *self)
{
  if (self->shortlists != NULL)
    essaim_shortlists_flush (self->shortlists);
}

/* Only what another hand wrote replaces a text: the cursor of the one who types stays. */
static void
update_texts (EssaimEntryPane *self)
{
  const char *note = essaim_entry_item_get_note (self->entry);
  const char *step = essaim_entry_item_get_next_step (self->entry);
  g_autofree char *shown = get_note_text (self);

  if (g_strcmp0 (shown, note) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)), note, -1);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->step)), step) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->step), step);
}

/* What was noted of the project while it was several: a split gives each its own back. */
static void
update_others (EssaimEntryPane *self)
{
  GPtrArray *others = essaim_entry_item_get_others (self->entry);
  g_autofree char *text = others != NULL ? essaim_entry_item_dup_other_notes (self->entry) : NULL;

  gtk_widget_set_visible (self->others, text != NULL);
  gtk_label_set_text (GTK_LABEL (self->others_text), text != NULL ? text : "");
}

static void
entry_changed_cb (EssaimEntryPane *self)
{
  EssaimEntryStatus status = essaim_entry_item_get_status (self->entry);
  g_autofree char *added = essaim_format_near_date (essaim_entry_item_get_added (self->entry));
  g_autofree char *lost = g_strdup_printf (_("Gone from its feed. Copy of %s kept."), added != NULL ? added : "?");

  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->status), status);
  essaim_status_style_set (self->status, status);
  essaim_rating_set_rating (ESSAIM_RATING (self->rating), essaim_entry_item_get_rating (self->entry));
  essaim_date_button_set_date (ESSAIM_DATE_BUTTON (self->day), essaim_entry_item_get_next_date (self->entry));
  update_texts (self);
  update_others (self);
  self->updating = FALSE;

  gtk_label_set_text (GTK_LABEL (self->lost_text), lost);
  gtk_widget_set_visible (self->lost, essaim_entry_item_get_lost (self->entry));
}

/* The host, which is what a person knows of an address. */
static void
show_website (EssaimEntryPane *self,
              const char      *website)
{
  g_autofree char *safe = website != NULL ? essaim_text_safe_uri (website) : NULL;
  g_autoptr (GUri) uri = safe != NULL ? g_uri_parse (safe, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  gtk_widget_set_visible (self->website, host != NULL);
  if (host == NULL)
    return;

  if (g_str_has_prefix (host, "www."))
    host += strlen ("www.");
  gtk_link_button_set_uri (GTK_LINK_BUTTON (self->website), safe);
  gtk_button_set_label (GTK_BUTTON (self->website), host);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->website), GTK_ACCESSIBLE_PROPERTY_LABEL, host, -1);
}

static void
show_copy (EssaimEntryPane     *self,
           const EssaimProject *copy)
{
  const char *text = copy->summary != NULL ? copy->summary : copy->description;

  gtk_label_set_text (GTK_LABEL (self->title), copy->title);
  gtk_label_set_text (GTK_LABEL (self->organisation), copy->organisation != NULL ? copy->organisation : "");
  gtk_widget_set_visible (self->organisation, copy->organisation != NULL);
  show_website (self, copy->website);
  gtk_widget_set_visible (self->dot, copy->organisation != NULL && gtk_widget_get_visible (self->website));

  gtk_label_set_text (GTK_LABEL (self->summary), text != NULL ? text : "");
  gtk_widget_set_visible (self->summary, text != NULL);
  essaim_project_facts_fill_sites (self->sites, copy, self->reference);
  gtk_widget_set_visible (self->sites, copy->sites->len > 0);
  essaim_project_contacts_show (ESSAIM_PROJECT_CONTACTS (self->contacts), copy);
  essaim_project_facts_fill (self->facts, copy, self->reference);
  gtk_widget_set_visible (self->facts, gtk_widget_get_first_child (self->facts) != NULL);
  gtk_widget_set_visible (self->copy, text != NULL || gtk_widget_get_visible (self->sites) ||
                                      gtk_widget_get_visible (self->contacts) ||
                                      gtk_widget_get_visible (self->facts));
}

static void
essaim_entry_pane_dispose (GObject *object)
{
  EssaimEntryPane *self = ESSAIM_ENTRY_PANE (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->shortlists);
  g_clear_object (&self->reference);

  G_OBJECT_CLASS (essaim_entry_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-entry-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, organisation);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, dot);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, website);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, lost);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, lost_text);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, status);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, note);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, others);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, others_text);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, rating);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, step);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, day);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, copy);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, summary);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, sites);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, contacts);
  gtk_widget_class_bind_template_child (widget_class, EssaimEntryPane, facts);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, rating_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_left_cb);
}

static void
essaim_entry_pane_class_init (EssaimEntryPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = essaim_entry_pane_dispose;

  g_type_ensure (ESSAIM_TYPE_DATE_BUTTON);
  g_type_ensure (ESSAIM_TYPE_PROJECT_CONTACTS);
  g_type_ensure (ESSAIM_TYPE_RATING);
  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
essaim_entry_pane_init (EssaimEntryPane *self)
{
  const char *labels[ESSAIM_N_ENTRY_STATUSES + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < ESSAIM_N_ENTRY_STATUSES; i++)
    labels[i] = essaim_entry_status_get_label (i);
  list = gtk_string_list_new (labels);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->status), G_LIST_MODEL (list));
  essaim_drop_down_name (self->status, _("Status on the Shortlist"));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)), "changed", G_CALLBACK (note_typed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * essaim_entry_pane_set_shortlists:
 * @self: the pane
 * @shortlists: what the edits go to
 * @reference: the territories; once only
 */
void
essaim_entry_pane_set_shortlists (EssaimEntryPane  *self,
                                  EssaimShortlists *shortlists,
                                  EssaimReference  *reference)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_PANE (self));

  g_set_object (&self->shortlists, shortlists);
  g_set_object (&self->reference, reference);
}

/**
 * essaim_entry_pane_show:
 * @self: the pane
 * @entry: (nullable): the entry to work on
 */
void
essaim_entry_pane_show (EssaimEntryPane *self,
                        EssaimEntryItem *entry)
{
  g_return_if_fail (ESSAIM_IS_ENTRY_PANE (self));

  if (self->entry == entry)
    return;

  /* What was typed for the entry before belongs to it. */
  essaim_shortlists_flush (self->shortlists);
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, entry_changed_cb, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  g_signal_connect_object (entry, "notify", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  show_copy (self, essaim_entry_item_get_copy (entry));
  entry_changed_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * essaim_entry_pane_get_entry:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): the entry worked on
 */
EssaimEntryItem *
essaim_entry_pane_get_entry (EssaimEntryPane *self)
{
  g_return_val_if_fail (ESSAIM_IS_ENTRY_PANE (self), NULL);

  return self->entry;
}
