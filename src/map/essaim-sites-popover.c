/* essaim-sites-popover.c: the records that stand on one spot, to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sites-popover.h"

#include <glib/gi18n-lib.h>

#define MAX_HEIGHT_PX 320
#define WIDTH_CHARS   42

struct _EssaimSitesPopover
{
  GtkPopover  parent_instance;

  /* Owned */
  GPtrArray  *items;   /* (nullable) (element-type EssaimResultItem) */

  /* Borrowed: children */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (EssaimSitesPopover, essaim_sites_popover, GTK_TYPE_POPOVER)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_row (EssaimSitesPopover *self,
         EssaimResultItem   *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  const char *organisation = essaim_result_item_get_organisation (item);
  const char *title = essaim_result_item_get_title (item);

  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  if (organisation != NULL)
    gtk_box_append (GTK_BOX (box), new_label (organisation, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  gtk_list_box_append (self->list, row);
}

static void
row_activated_cb (EssaimSitesPopover *self,
                  GtkListBoxRow      *row)
{
  g_autoptr (EssaimResultItem) item = g_object_ref (g_ptr_array_index (self->items, gtk_list_box_row_get_index (row)));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
essaim_sites_popover_finalize (GObject *object)
{
  EssaimSitesPopover *self = ESSAIM_SITES_POPOVER (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (essaim_sites_popover_parent_class)->finalize (object);
}

static void
essaim_sites_popover_class_init (EssaimSitesPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_sites_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ESSAIM_TYPE_RESULT_ITEM);
}

static void
essaim_sites_popover_init (EssaimSitesPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Records in this place"),
                                  -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
}

/**
 * essaim_sites_popover_new: (skip)
 *
 * Returns: (transfer floating): an empty popover
 */
GtkWidget *
essaim_sites_popover_new (void)
{
  return g_object_new (ESSAIM_TYPE_SITES_POPOVER, NULL);
}

/**
 * essaim_sites_popover_show: (skip)
 * @self: a popover
 * @items: (element-type EssaimResultItem): to choose from
 * @x: of the spot, in its parent
 * @y: of the spot
 */
void
essaim_sites_popover_show (EssaimSitesPopover *self,
                           GPtrArray          *items,
                           double              x,
                           double              y)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_ptr_array_ref (items);
  for (guint i = 0; i < items->len; i++)
    add_row (self, g_ptr_array_index (items, i));

  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self));
}
