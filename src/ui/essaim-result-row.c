/* essaim-result-row.c: a result in the list: theme, title, organisation, place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-result-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"
#include "essaim-theme-icon.h"

struct _EssaimResultRow
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkWidget        *icon;
  GtkWidget        *title;
  GtkWidget        *organisation;
  GtkWidget        *place;
  GtkWidget        *place_icon;
  GtkWidget        *amount;

  /* Owned */
  EssaimThemes     *themes;
  EssaimResultItem *item;
};

G_DEFINE_FINAL_TYPE (EssaimResultRow, essaim_result_row, GTK_TYPE_WIDGET)

static char *
describe_place (const char *place,
                guint       n_sites)
{
  if (n_sites > 1)
    return g_strdup_printf (ngettext ("%'u site", "%'u sites", n_sites), n_sites);

  return g_strdup (place != NULL && *place != '\0' ? place : _("No position"));
}

/* The card of an item arrives after its row: until then the row is there, empty. */
static void
item_changed_cb (EssaimResultRow *self)
{
  EssaimResultItem *item = self->item;
  gboolean ready = essaim_result_item_get_ready (item);
  const char *title = essaim_result_item_get_title (item);
  const char *organisation = essaim_result_item_get_organisation (item);
  g_autofree char *place = NULL;
  g_autofree char *amount = NULL;

  if (ready)
    {
      place = describe_place (essaim_result_item_get_place (item), essaim_result_item_get_n_sites (item));
      amount = essaim_format_euros (essaim_result_item_get_funding (item));
    }

  essaim_theme_icon_set (GTK_IMAGE (self->icon), self->themes, essaim_result_item_get_themes (item));
  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_label_set_text (GTK_LABEL (self->organisation), organisation != NULL ? organisation : "");
  gtk_widget_set_visible (self->organisation, !ready || (organisation != NULL && g_strcmp0 (organisation, title) != 0));
  gtk_label_set_text (GTK_LABEL (self->place), place != NULL ? place : "");
  gtk_widget_set_visible (self->place_icon, ready);
  gtk_label_set_text (GTK_LABEL (self->amount), amount != NULL ? amount : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
}

static void
essaim_result_row_dispose (GObject *object)
{
  EssaimResultRow *self = ESSAIM_RESULT_ROW (object);
  GtkWidget *child;

  essaim_result_row_set_item (self, NULL);
  g_clear_object (&self->themes);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (essaim_result_row_parent_class)->dispose (object);
}

static void
essaim_result_row_class_init (EssaimResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_result_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-result-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, place);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, place_icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimResultRow, amount);
}

static void
essaim_result_row_init (EssaimResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_result_row_new:
 * @themes: the vocabulary, for the icon
 *
 * Returns: an empty row
 */
GtkWidget *
essaim_result_row_new (EssaimThemes *themes)
{
  EssaimResultRow *self = g_object_new (ESSAIM_TYPE_RESULT_ROW, NULL);

  self->themes = g_object_ref (themes);

  return GTK_WIDGET (self);
}

/**
 * essaim_result_row_set_item:
 * @self: a row
 * @item: (nullable): the result to show; the row follows it until it gets another
 */
void
essaim_result_row_set_item (EssaimResultRow  *self,
                            EssaimResultItem *item)
{
  g_return_if_fail (ESSAIM_IS_RESULT_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_object (item, "notify::ready", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  item_changed_cb (self);
}
