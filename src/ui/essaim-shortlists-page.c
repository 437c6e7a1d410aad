/* essaim-shortlists-page.c: the shortlists, their entries, the work on one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-entry-groups.h"
#include "essaim-entry-pane.h"
#include "essaim-entry-row.h"
#include "essaim-format.h"
#include "essaim-list-focus.h"
#include "essaim-panes.h"
#include "essaim-shortlist-form.h"
#include "essaim-shortlist-row.h"

struct _EssaimShortlistsPage
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkWidget          *stack;
  GtkWidget          *panes;
  GtkWidget          *add;
  GtkWidget          *add_popover;
  GtkWidget          *add_form;
  GtkWidget          *change_popover;
  GtkWidget          *change_form;
  GtkWidget          *lists;
  GtkWidget          *name;
  GtkWidget          *count;
  GtkWidget          *steps;
  GtkWidget          *entries_stack;
  GtkWidget          *entries;
  GtkWidget          *added;
  GtkWidget          *entry_pane;

  /* Owned */
  EssaimShortlists   *shortlists;
  EssaimReference    *reference;
  EssaimEntryGroups  *groups;
  GtkSingleSelection *chosen_list;
  GtkSingleSelection *chosen_entry;
  char               *wanted_id;      /* (nullable): of a shortlist that is not there yet */
  char               *wanted_entry;   /* (nullable): of a project to open when the shortlists are there */

  guint               home;
  gboolean            list_open;   /* in a narrow window: the entries are in front */
};

G_DEFINE_FINAL_TYPE (EssaimShortlistsPage, essaim_shortlists_page, ADW_TYPE_BIN)

enum { PROP_0, PROP_CURRENT_ID, PROP_HOME, N_PROPS };
static GParamSpec *properties[N_PROPS];

static const char *
get_current_id (EssaimShortlistsPage *self)
{
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);

  return current != NULL ? essaim_shortlist_item_get_id (current) : NULL;
}

/* (nullable) */
static const char *
get_home_id (EssaimShortlistsPage *self)
{
  EssaimTerritories *territories = essaim_reference_get_territories (self->reference);

  return self->home != ESSAIM_NO_TERRITORY ? essaim_territories_get (territories, self->home)->id : NULL;
}

static void
update_stack (EssaimShortlistsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shortlists));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "panes" : "none");
}

static void
update_heading (EssaimShortlistsPage *self)
{
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);
  g_autofree char *count = NULL;
  g_autofree char *steps = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint n, n_steps;

  if (current == NULL)
    return;

  n = essaim_shortlist_item_get_n_entries (current);
  n_steps = essaim_shortlist_item_count_steps (current, now);
  count = g_strdup_printf (ngettext ("%'u project", "%'u projects", n), n);
  /* Translators: next steps with a date from Monday to Sunday, behind the number of projects. */
  steps = g_strdup_printf (ngettext ("· %'u step this week", "· %'u steps this week", n_steps), n_steps);
  gtk_label_set_text (GTK_LABEL (self->name), essaim_shortlist_item_get_name (current));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->steps), steps);
  gtk_widget_set_visible (self->steps, n_steps > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->entries_stack), n > 0 ? "entries" : "empty");
}

static void
set_list_open (EssaimShortlistsPage *self,
               gboolean              open)
{
  self->list_open = open;
  essaim_panes_set_front (ESSAIM_PANES (self->panes), open ? ESSAIM_PANE_LIST : ESSAIM_PANE_SIDE);
}

static void
close_entry (EssaimShortlistsPage *self)
{
  essaim_entry_pane_show (ESSAIM_ENTRY_PANE (self->entry_pane), NULL);
  essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), FALSE);
}

static void
chosen_list_changed_cb (EssaimShortlistsPage *self)
{
  close_entry (self);
  essaim_entry_groups_set_shortlist (self->groups, essaim_shortlists_page_get_current (self));
  update_heading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ID]);
}

static void
list_activated_cb (EssaimShortlistsPage *self,
                   guint                 position)
{
  gtk_single_selection_set_selected (self->chosen_list, position);
  set_list_open (self, TRUE);
}

static void
open_entry (EssaimShortlistsPage *self,
            EssaimEntryItem      *entry)
{
  g_autofree char *date = essaim_format_near_date (essaim_entry_item_get_added (entry));
  /* Translators: the day on which a project was kept. */
  g_autofree char *added = g_strdup_printf (_("Since %s"), date != NULL ? date : "?");

  gtk_label_set_text (GTK_LABEL (self->added), added);
  essaim_entry_pane_show (ESSAIM_ENTRY_PANE (self->entry_pane), entry);
  essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), TRUE);
}

static void
entry_activated_cb (EssaimShortlistsPage *self,
                    guint                 position)
{
  g_autoptr (EssaimEntryItem) entry = g_list_model_get_item (G_LIST_MODEL (self->chosen_entry), position);

  if (entry != NULL)
    open_entry (self, entry);
}

/* Whoever walks through the list with one entry open reads one after the other. */
static void
chosen_entry_changed_cb (EssaimShortlistsPage *self)
{
  EssaimEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen_entry);

  if (entry != NULL && essaim_panes_get_detail_open (ESSAIM_PANES (self->panes)))
    open_entry (self, entry);
}

/* An entry that was taken off the list cannot stay open. */
static void
close_if_gone (EssaimShortlistsPage *self)
{
  EssaimEntryItem *entry = essaim_entry_pane_get_entry (ESSAIM_ENTRY_PANE (self->entry_pane));
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);

  if (entry != NULL &&
      (current == NULL || essaim_shortlist_item_find (current, essaim_entry_item_get_project_id (entry)) != entry))
    close_entry (self);
}

static void
choose_wanted (EssaimShortlistsPage *self)
{
  g_autofree char *id = g_steal_pointer (&self->wanted_id);
  g_autofree char *project = g_steal_pointer (&self->wanted_entry);

  if (id != NULL)
    essaim_shortlists_page_set_current_id (self, id);
  if (project != NULL)
    essaim_shortlists_page_open (self, project);
}

static void
shortlists_changed_cb (EssaimShortlistsPage *self)
{
  choose_wanted (self);
  update_stack (self);
  update_heading (self);
  close_if_gone (self);
}

static void
add_shown_cb (EssaimShortlistsPage *self)
{
  essaim_shortlist_form_show (ESSAIM_SHORTLIST_FORM (self->add_form), self->reference, "", get_home_id (self),
                              get_home_id (self));
}

static void
add_accepted_cb (EssaimShortlistsPage *self,
                 const char           *name,
                 const char           *territory)
{
  essaim_shortlists_page_create (self, name, territory);
  gtk_popover_popdown (GTK_POPOVER (self->add_popover));
}

static void
change_shown_cb (EssaimShortlistsPage *self)
{
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);

  if (current != NULL)
    essaim_shortlist_form_show (ESSAIM_SHORTLIST_FORM (self->change_form), self->reference,
                                essaim_shortlist_item_get_name (current), essaim_shortlist_item_get_territory (current),
                                get_home_id (self));
}

static void
change_accepted_cb (EssaimShortlistsPage *self,
                    const char           *name,
                    const char           *territory)
{
  const char *id = get_current_id (self);

  if (id != NULL)
    essaim_shortlists_change_async (self->shortlists, id, name, territory, NULL, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->change_popover));
}

static void
delete_clicked_cb (EssaimShortlistsPage *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->change_popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-shortlist", NULL);
}

static void
remove_entry_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  EssaimShortlistsPage *self = ESSAIM_SHORTLISTS_PAGE (widget);
  EssaimEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen_entry);

  if (entry != NULL)
    gtk_widget_activate_action (widget, "win.unkeep-from", "(ss)", essaim_entry_item_get_shortlist_id (entry),
                                essaim_entry_item_get_project_id (entry));
}

static void
explore_entry_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  EssaimShortlistsPage *self = ESSAIM_SHORTLISTS_PAGE (widget);
  EssaimEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen_entry);

  if (entry != NULL)
    gtk_widget_activate_action (widget, "win.show-project", "s", essaim_entry_item_get_project_id (entry));
}

static void
essaim_shortlists_page_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  EssaimShortlistsPage *self = ESSAIM_SHORTLISTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_CURRENT_ID:
      g_value_set_string (value, get_current_id (self));
      break;
    case PROP_HOME:
      g_value_set_uint (value, self->home);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_shortlists_page_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  EssaimShortlistsPage *self = ESSAIM_SHORTLISTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_CURRENT_ID:
      essaim_shortlists_page_set_current_id (self, g_value_get_string (value));
      break;
    case PROP_HOME:
      self->home = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
essaim_shortlists_page_dispose (GObject *object)
{
  EssaimShortlistsPage *self = ESSAIM_SHORTLISTS_PAGE (object);

  g_clear_object (&self->shortlists);
  g_clear_object (&self->reference);
  g_clear_object (&self->groups);
  g_clear_object (&self->chosen_list);
  g_clear_object (&self->chosen_entry);
  g_clear_pointer (&self->wanted_id, g_free);
  g_clear_pointer (&self->wanted_entry, g_free);

  G_OBJECT_CLASS (essaim_shortlists_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-shortlists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, add);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, add_popover);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, add_form);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, change_popover);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, change_form);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, count);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, steps);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, entries_stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, entries);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, added);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, entry_pane);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_accepted_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
essaim_shortlists_page_class_init (EssaimShortlistsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = essaim_shortlists_page_dispose;
  object_class->get_property = essaim_shortlists_page_get_property;
  object_class->set_property = essaim_shortlists_page_set_property;

  properties[PROP_CURRENT_ID] = g_param_spec_string ("current-id", NULL, NULL, NULL,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOME] = g_param_spec_uint ("home", NULL, NULL, 0, G_MAXUINT, ESSAIM_NO_TERRITORY,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_ENTRY_PANE);
  g_type_ensure (ESSAIM_TYPE_SHORTLIST_FORM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "entries.remove", NULL, remove_entry_action);
  gtk_widget_class_install_action (widget_class, "entries.explore", NULL, explore_entry_action);
}

static void
essaim_shortlists_page_init (EssaimShortlistsPage *self)
{
  self->home = ESSAIM_NO_TERRITORY;
  gtk_widget_init_template (GTK_WIDGET (self));
  essaim_list_focus_init (self->lists);
  essaim_list_focus_init (self->entries);
}

/**
 * essaim_shortlists_page_set_shortlists:
 * @self: the page
 * @shortlists: the person's shortlists
 * @reference: the territories; once only
 */
void
essaim_shortlists_page_set_shortlists (EssaimShortlistsPage *self,
                                       EssaimShortlists     *shortlists,
                                       EssaimReference      *reference)
{
  g_autoptr (GtkListItemFactory) list_factory = NULL;
  g_autoptr (GtkListItemFactory) entry_factory = NULL;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self));
  g_return_if_fail (self->shortlists == NULL);

  self->shortlists = g_object_ref (shortlists);
  self->reference = g_object_ref (reference);
  essaim_entry_pane_set_shortlists (ESSAIM_ENTRY_PANE (self->entry_pane), shortlists, reference);

  self->groups = essaim_entry_groups_new (shortlists);
  self->chosen_list = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (shortlists)));
  self->chosen_entry = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->groups)));
  gtk_single_selection_set_autoselect (self->chosen_entry, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen_entry, TRUE);
  list_factory = essaim_shortlist_row_new_factory (reference);
  entry_factory = essaim_entry_row_new_factory (reference, self->groups, G_OBJECT (self));
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->lists), list_factory);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->entries), entry_factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->lists), GTK_SELECTION_MODEL (self->chosen_list));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->entries), GTK_SELECTION_MODEL (self->chosen_entry));

  g_signal_connect_object (self->chosen_list, "notify::selected-item", G_CALLBACK (chosen_list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chosen_entry, "notify::selected-item", G_CALLBACK (chosen_entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shortlists, "changed", G_CALLBACK (shortlists_changed_cb), self, G_CONNECT_SWAPPED);
  chosen_list_changed_cb (self);
  update_stack (self);
}

/**
 * essaim_shortlists_page_get_current:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the shortlist chosen
 */
EssaimShortlistItem *
essaim_shortlists_page_get_current (EssaimShortlistsPage *self)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self), NULL);

  return self->chosen_list != NULL ? gtk_single_selection_get_selected_item (self->chosen_list) : NULL;
}

/**
 * essaim_shortlists_page_set_current_id:
 * @self: the page
 * @id: (nullable): of the shortlist to choose; one that is not there yet is chosen when it comes
 */
void
essaim_shortlists_page_set_current_id (EssaimShortlistsPage *self,
                                       const char           *id)
{
  guint n;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self));

  g_clear_pointer (&self->wanted_id, g_free);
  n = self->shortlists != NULL ? essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->shortlists)) : 0;
  for (guint i = 0; i < n; i++)
    {
      EssaimShortlistItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self->shortlists), i);

      if (g_strcmp0 (essaim_shortlist_item_get_id (item), id) == 0)
        {
          gtk_single_selection_set_selected (self->chosen_list, i);
          return;
        }
    }

  self->wanted_id = g_strdup (id);
}

/**
 * essaim_shortlists_page_open:
 * @self: the page
 * @project: id of a project on a shortlist
 *
 * Opens its entry; at once, or when the shortlists have been read.
 */
void
essaim_shortlists_page_open (EssaimShortlistsPage *self,
                             const char           *project)
{
  EssaimShortlistItem *shortlist;
  guint position;

  g_return_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self));

  if (!essaim_shortlists_get_loaded (self->shortlists))
    {
      g_free (self->wanted_entry);
      self->wanted_entry = g_strdup (project);
      return;
    }

  shortlist = essaim_shortlists_find_with (self->shortlists, project);
  if (shortlist == NULL)
    return;

  essaim_shortlists_page_set_current_id (self, essaim_shortlist_item_get_id (shortlist));
  set_list_open (self, TRUE);
  if (essaim_entry_groups_find (self->groups, project, &position))
    {
      gtk_single_selection_set_selected (self->chosen_entry, position);
      entry_activated_cb (self, position);
    }
}

static void
created_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EssaimShortlistsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimShortlistItem) item = essaim_shortlists_create_finish (ESSAIM_SHORTLISTS (object), result, &error);

  if (item == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
  else if (self->shortlists != NULL)
    essaim_shortlists_page_set_current_id (self, essaim_shortlist_item_get_id (item));
}

/**
 * essaim_shortlists_page_create:
 * @self: the page
 * @name: of a new shortlist
 * @territory: (nullable): the id of the territory that it is for
 *
 * Makes a shortlist and chooses it, or says why there is none.
 */
void
essaim_shortlists_page_create (EssaimShortlistsPage *self,
                               const char           *name,
                               const char           *territory)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self));

  essaim_shortlists_create_async (self->shortlists, name, territory, NULL, created_cb, g_object_ref (self));
}

/**
 * essaim_shortlists_page_go_back:
 * @self: the page
 *
 * Closes the entry, or in a narrow window the list.
 *
 * Returns: whether there was something to close
 */
gboolean
essaim_shortlists_page_go_back (EssaimShortlistsPage *self)
{
  g_return_val_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self), FALSE);

  if (essaim_panes_get_detail_open (ESSAIM_PANES (self->panes)))
    {
      close_entry (self);
      return TRUE;
    }
  if (essaim_panes_is_single (ESSAIM_PANES (self->panes)) && self->list_open)
    {
      set_list_open (self, FALSE);
      return TRUE;
    }

  return FALSE;
}

/**
 * essaim_shortlists_page_ask_new:
 * @self: the page
 *
 * Asks for the name of a new shortlist.
 */
void
essaim_shortlists_page_ask_new (EssaimShortlistsPage *self)
{
  g_return_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "panes");
  set_list_open (self, FALSE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->add));
}
