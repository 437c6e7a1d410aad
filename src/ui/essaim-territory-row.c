/* essaim-territory-row.c: a territory in a list, with how much there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-territory-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"

struct _EssaimTerritoryRow
{
  GtkListBoxRow        parent_instance;

  /* Template widgets */
  GtkWidget           *hexagon;
  GtkWidget           *name;
  GtkWidget           *remark;
  GtkWidget           *count;

  /* Owned */
  EssaimTerritoryItem *item;
};

G_DEFINE_FINAL_TYPE (EssaimTerritoryRow, essaim_territory_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_count (EssaimTerritoryRow *self)
{
  const char *name = essaim_territory_item_get_name (self->item);
  const char *remark = gtk_label_get_text (GTK_LABEL (self->remark));
  int count = essaim_territory_item_get_has_perimeter (self->item) ? essaim_territory_item_get_count (self->item) : -1;
  g_autofree char *number = count >= 0 ? essaim_format_number (count) : NULL;
  g_autofree char *counted = NULL;
  g_autoptr (GString) said = g_string_new (name);

  gtk_label_set_text (GTK_LABEL (self->count), number != NULL ? number : "");
  if (*remark != '\0')
    g_string_append_printf (said, ", %s", remark);
  if (count >= 0)
    {
      counted = g_strdup_printf (ngettext ("%'u record", "%'u records", count), count);
      g_string_append_printf (said, ", %s", counted);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
}

static void
essaim_territory_row_dispose (GObject *object)
{
  g_clear_object (&ESSAIM_TERRITORY_ROW (object)->item);

  G_OBJECT_CLASS (essaim_territory_row_parent_class)->dispose (object);
}

static void
essaim_territory_row_class_init (EssaimTerritoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_territory_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-territory-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryRow, hexagon);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryRow, name);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryRow, remark);
  gtk_widget_class_bind_template_child (widget_class, EssaimTerritoryRow, count);
}

static void
essaim_territory_row_init (EssaimTerritoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_territory_row_new:
 * @item: a territory; the row follows its count
 * @kind: (nullable): what it is, where the heading of the list does not say so
 *
 * Returns: a row
 */
GtkWidget *
essaim_territory_row_new (EssaimTerritoryItem *item,
                          const char          *kind)
{
  EssaimTerritoryRow *self = g_object_new (ESSAIM_TYPE_TERRITORY_ROW, NULL);
  const char *remark = essaim_territory_item_get_has_perimeter (item) ? kind : _("perimeter not known");

  self->item = g_object_ref (item);
  gtk_label_set_text (GTK_LABEL (self->name), essaim_territory_item_get_name (item));
  gtk_label_set_text (GTK_LABEL (self->remark), remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark, remark != NULL);
  g_signal_connect_object (item, "notify::count", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);

  return GTK_WIDGET (self);
}

/**
 * essaim_territory_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): its territory
 */
EssaimTerritoryItem *
essaim_territory_row_get_item (EssaimTerritoryRow *self)
{
  g_return_val_if_fail (ESSAIM_IS_TERRITORY_ROW (self), NULL);

  return self->item;
}

/**
 * essaim_territory_row_set_open:
 * @self: a row
 * @open: whether its territory is the one that is open
 */
void
essaim_territory_row_set_open (EssaimTerritoryRow *self,
                               gboolean            open)
{
  g_return_if_fail (ESSAIM_IS_TERRITORY_ROW (self));

  gtk_image_set_from_icon_name (GTK_IMAGE (self->hexagon),
                                open ? "essaim-hexagon-symbolic" : "essaim-hexagon-outline-symbolic");
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, open, -1);
}
