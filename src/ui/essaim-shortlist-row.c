/* essaim-shortlist-row.c: a shortlist in the list of them: name, territory, how many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-shortlist-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"

struct _EssaimShortlistRow
{
  GtkWidget            parent_instance;

  /* Template widgets */
  GtkWidget           *box;
  GtkWidget           *name;
  GtkWidget           *territory;
  GtkWidget           *count;

  /* Owned */
  EssaimReference     *reference;
  EssaimShortlistItem *shortlist;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (EssaimShortlistRow, essaim_shortlist_row, GTK_TYPE_WIDGET)

/* (nullable) */
static const char *
get_territory_name (EssaimShortlistRow *self)
{
  const char *id = essaim_shortlist_item_get_territory (self->shortlist);
  EssaimTerritories *territories = essaim_reference_get_territories (self->reference);
  guint found = id != NULL ? essaim_territories_lookup (territories, id) : ESSAIM_NO_TERRITORY;

  return found != ESSAIM_NO_TERRITORY ? essaim_territories_get (territories, found)->name : id;
}

/* The list item is what has the keyboard. */
static void
update_accessible (EssaimShortlistRow *self,
                   const char         *territory)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  guint n = essaim_shortlist_item_get_n_entries (self->shortlist);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u project", "%'u projects", n), n);
  g_autofree char *name = g_strjoin (", ", essaim_shortlist_item_get_name (self->shortlist), count, territory, NULL);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
shortlist_changed_cb (EssaimShortlistRow *self)
{
  const char *name = essaim_shortlist_item_get_name (self->shortlist);
  const char *territory = get_territory_name (self);
  g_autofree char *count = essaim_format_number (essaim_shortlist_item_get_n_entries (self->shortlist));

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->territory), territory != NULL ? territory : "");
  gtk_widget_set_visible (self->territory, territory != NULL);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  update_accessible (self, territory);
}

/* (nullable): the row follows it. */
static void
set_shortlist (EssaimShortlistRow  *self,
               EssaimShortlistItem *shortlist)
{
  if (self->shortlist != NULL)
    g_signal_handlers_disconnect_by_func (self->shortlist, shortlist_changed_cb, self);
  g_set_object (&self->shortlist, shortlist);
  if (shortlist == NULL)
    return;

  g_signal_connect_object (shortlist, "notify", G_CALLBACK (shortlist_changed_cb), self, G_CONNECT_SWAPPED);
  shortlist_changed_cb (self);
}

static void
essaim_shortlist_row_dispose (GObject *object)
{
  EssaimShortlistRow *self = ESSAIM_SHORTLIST_ROW (object);

  set_shortlist (self, NULL);
  g_clear_object (&self->reference);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_shortlist_row_parent_class)->dispose (object);
}

static void
essaim_shortlist_row_class_init (EssaimShortlistRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_shortlist_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-shortlist-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistRow, box);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistRow, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistRow, territory);
  gtk_widget_class_bind_template_child (widget_class, EssaimShortlistRow, count);
}

static void
essaim_shortlist_row_init (EssaimShortlistRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          EssaimReference    *reference)
{
  EssaimShortlistRow *row = g_object_new (ESSAIM_TYPE_SHORTLIST_ROW, NULL);

  row->reference = g_object_ref (reference);
  gtk_list_item_set_child (list_item, GTK_WIDGET (row));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  set_shortlist (ESSAIM_SHORTLIST_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  set_shortlist (ESSAIM_SHORTLIST_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * essaim_shortlist_row_new_factory:
 * @reference: the territories, for their names
 *
 * Returns: (transfer full): makes rows for a list of shortlists
 */
GtkListItemFactory *
essaim_shortlist_row_new_factory (EssaimReference *reference)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), reference, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}
