/* essaim-shortlists-page.c: the shortlists, their entries, the work on one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlists-page.h"

#include <glib/gi18n-lib.h>

#include "essaim-entry-pane.h"
#include "essaim-entry-row.h"
#include "essaim-format.h"
#include "essaim-panes.h"
#include "essaim-rows.h"

struct _EssaimShortlistsPage
{
  AdwBin              parent_instance;

  /* Template widgets */
  GtkWidget          *stack;
  GtkWidget          *panes;
  GtkWidget          *add;
  GtkWidget          *add_popover;
  GtkWidget          *new_name;
  GtkWidget          *rename_popover;
  GtkWidget          *other_name;
  GtkWidget          *lists;
  GtkWidget          *heading;
  GtkWidget          *entries;
  GtkWidget          *added;
  GtkWidget          *entry_pane;

  /* Owned */
  EssaimShortlists   *shortlists;
  GtkSingleSelection *chosen_list;
  GtkSingleSelection *chosen_entry;

  gboolean            list_open;   /* in a narrow window: the entries are in front */
};

G_DEFINE_FINAL_TYPE (EssaimShortlistsPage, essaim_shortlists_page, ADW_TYPE_BIN)

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
  g_autofree char *text = NULL;
  guint n;

  if (current == NULL)
    return;

  n = essaim_shortlist_item_get_n_entries (current);
  /* Translators: a shortlist and how many projects it has. */
  text = g_strdup_printf (ngettext ("%s · %'u project", "%s · %'u projects", n), essaim_shortlist_item_get_name (current), n);
  gtk_label_set_text (GTK_LABEL (self->heading), text);
}

static void
set_list_open (EssaimShortlistsPage *self,
               gboolean              open)
{
  self->list_open = open;
  essaim_panes_set_front (ESSAIM_PANES (self->panes), open ? ESSAIM_PANE_LIST : ESSAIM_PANE_SIDE);
}

static void
chosen_list_changed_cb (EssaimShortlistsPage *self)
{
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);

  gtk_single_selection_set_model (self->chosen_entry, current != NULL ? G_LIST_MODEL (current) : NULL);
  essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), FALSE);
  update_heading (self);
}

static void
list_activated_cb (EssaimShortlistsPage *self,
                   guint                 position)
{
  gtk_single_selection_set_selected (self->chosen_list, position);
  set_list_open (self, TRUE);
}

static void
entry_activated_cb (EssaimShortlistsPage *self,
                    guint                 position)
{
  g_autoptr (EssaimEntryItem) entry = g_list_model_get_item (G_LIST_MODEL (self->chosen_entry), position);
  g_autofree char *date = NULL;
  g_autofree char *added = NULL;

  if (entry == NULL)
    return;

  date = essaim_format_date (essaim_entry_item_get_added (entry));
  /* Translators: the day on which a project was kept. */
  added = g_strdup_printf (_("Kept on %s"), date != NULL ? date : "?");
  gtk_label_set_text (GTK_LABEL (self->added), added);
  essaim_entry_pane_show (ESSAIM_ENTRY_PANE (self->entry_pane), entry);
  essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), TRUE);
}

/* An entry that was taken off the list cannot stay open. */
static void
shortlists_changed_cb (EssaimShortlistsPage *self)
{
  update_stack (self);
  update_heading (self);
  if (gtk_single_selection_get_selected_item (self->chosen_entry) == NULL)
    essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), FALSE);
}

static void
create_clicked_cb (EssaimShortlistsPage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_name)));

  if (*g_strstrip (name) == '\0')
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.create-shortlist", "s", name);
  gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
  gtk_popover_popdown (GTK_POPOVER (self->add_popover));
}

static void
rename_shown_cb (EssaimShortlistsPage *self)
{
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);

  gtk_editable_set_text (GTK_EDITABLE (self->other_name), current != NULL ? essaim_shortlist_item_get_name (current) : "");
}

static void
rename_clicked_cb (EssaimShortlistsPage *self)
{
  EssaimShortlistItem *current = essaim_shortlists_page_get_current (self);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->other_name)));

  if (current == NULL || *g_strstrip (name) == '\0')
    return;

  if (!g_str_equal (name, essaim_shortlist_item_get_name (current)))
    essaim_shortlists_change_async (self->shortlists, essaim_shortlist_item_get_id (current), name,
                                    essaim_shortlist_item_get_territory (current), NULL, NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->rename_popover));
}

static void
setup_list_cb (EssaimShortlistsPage *self,
               GtkListItem          *list_item)
{
  gtk_list_item_set_child (list_item, essaim_count_row_new ());
}

static void
update_list_row (EssaimShortlistItem *item,
                 GParamSpec          *pspec,
                 GtkWidget           *box)
{
  g_autofree char *count = essaim_format_number (essaim_shortlist_item_get_n_entries (item));

  essaim_count_row_set (box, essaim_shortlist_item_get_name (item), count);
}

static void
bind_list_cb (EssaimShortlistsPage *self,
              GtkListItem          *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify", G_CALLBACK (update_list_row),
                           gtk_list_item_get_child (list_item), 0);
  update_list_row (gtk_list_item_get_item (list_item), NULL, gtk_list_item_get_child (list_item));
}

static void
unbind_list_cb (EssaimShortlistsPage *self,
                GtkListItem          *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), update_list_row,
                                        gtk_list_item_get_child (list_item));
}

static void
setup_entry_cb (EssaimShortlistsPage *self,
                GtkListItem          *list_item)
{
  gtk_list_item_set_child (list_item, essaim_entry_row_new ());
}

static void
bind_entry_cb (EssaimShortlistsPage *self,
               GtkListItem          *list_item)
{
  essaim_entry_row_set_entry (ESSAIM_ENTRY_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_entry_cb (EssaimShortlistsPage *self,
                 GtkListItem          *list_item)
{
  essaim_entry_row_set_entry (ESSAIM_ENTRY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
connect_factory (EssaimShortlistsPage *self,
                 GtkWidget            *view,
                 GCallback             setup,
                 GCallback             bind,
                 GCallback             unbind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", unbind, self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (view), factory);
}

static void
essaim_shortlists_page_dispose (GObject *object)
{
  EssaimShortlistsPage *self = ESSAIM_SHORTLISTS_PAGE (object);

  g_clear_object (&self->shortlists);
  g_clear_object (&self->chosen_list);
  g_clear_object (&self->chosen_entry);

  G_OBJECT_CLASS (essaim_shortlists_page_parent_class)->dispose (object);
}

static void
essaim_shortlists_page_class_init (EssaimShortlistsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_shortlists_page_dispose;

  g_type_ensure (ESSAIM_TYPE_PANES);
  g_type_ensure (ESSAIM_TYPE_ENTRY_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-shortlists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, panes);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, add);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, add_popover);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, new_name);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, rename_popover);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, other_name);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, heading);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, entries);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, added);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistsPage, entry_pane);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_clicked_cb);
}

static void
essaim_shortlists_page_init (EssaimShortlistsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  g_return_if_fail (ESSAIM_IS_SHORTLISTS_PAGE (self));
  g_return_if_fail (self->shortlists == NULL);

  self->shortlists = g_object_ref (shortlists);
  essaim_entry_pane_set_shortlists (ESSAIM_ENTRY_PANE (self->entry_pane), shortlists, reference);

  self->chosen_list = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (shortlists)));
  self->chosen_entry = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->chosen_entry, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen_entry, TRUE);
  connect_factory (self, self->lists, G_CALLBACK (setup_list_cb), G_CALLBACK (bind_list_cb), G_CALLBACK (unbind_list_cb));
  connect_factory (self, self->entries, G_CALLBACK (setup_entry_cb), G_CALLBACK (bind_entry_cb),
                   G_CALLBACK (unbind_entry_cb));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->lists), GTK_SELECTION_MODEL (self->chosen_list));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->entries), GTK_SELECTION_MODEL (self->chosen_entry));

  g_signal_connect_object (self->chosen_list, "notify::selected-item", G_CALLBACK (chosen_list_changed_cb), self,
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
      essaim_panes_set_detail_open (ESSAIM_PANES (self->panes), FALSE);
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
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->add));
}

void
essaim_shortlists_page_set_current_id (EssaimShortlistsPage *self,
                                       const char           *id)
{
  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->shortlists)); i++)
    if (g_strcmp0 (essaim_shortlist_item_get_id (essaim_item_list_peek (ESSAIM_ITEM_LIST (self->shortlists), i)), id) == 0)
      gtk_single_selection_set_selected (self->chosen_list, i);
}

void
essaim_shortlists_page_create (EssaimShortlistsPage *self,
                               const char           *name,
                               const char           *territory)
{
  essaim_shortlists_create_async (self->shortlists, name, territory, NULL, NULL, NULL);
}
