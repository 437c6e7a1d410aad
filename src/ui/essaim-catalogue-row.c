/* essaim-catalogue-row.c: a feed that is proposed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-catalogue-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-feed-words.h"

/* From so many bytes on, a person wants to know before. */
#define LARGE_BYTES (10 * 1000 * 1000)

struct _EssaimCatalogueRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkWidget     *title;
  GtkWidget     *facts;
  GtkWidget     *subscribe;
};

G_DEFINE_FINAL_TYPE (EssaimCatalogueRow, essaim_catalogue_row, GTK_TYPE_LIST_BOX_ROW)

static void
essaim_catalogue_row_class_init (EssaimCatalogueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-catalogue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimCatalogueRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimCatalogueRow, facts);
  gtk_widget_class_bind_template_child (widget_class, EssaimCatalogueRow, subscribe);
}

static void
essaim_catalogue_row_init (EssaimCatalogueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (nullable) */
static char *
dup_licence (EssaimCatalogueItem *item)
{
  const char *licence = essaim_catalogue_item_get_licence (item);

  if (licence == NULL || !essaim_catalogue_item_is_licence_assumed (item))
    return g_strdup (licence);

  /* Translators: a licence that the publisher has not been seen to state. */
  return g_strdup_printf (_("%s, to be confirmed"), licence);
}

static char *
describe (EssaimCatalogueItem *item)
{
  guint n = essaim_catalogue_item_get_records (item);
  guint64 bytes = essaim_catalogue_item_get_bytes (item);
  g_autofree char *format = essaim_feed_words_format (essaim_catalogue_item_get_format (item));
  g_autofree char *records = g_strdup_printf (ngettext ("about %'u record", "about %'u records", n), n);
  g_autofree char *size = g_format_size (bytes);
  g_autofree char *licence = dup_licence (item);
  GString *text = g_string_new (NULL);

  essaim_feed_words_add (text, essaim_catalogue_item_get_publisher (item));
  essaim_feed_words_add (text, format);
  essaim_feed_words_add (text, licence);
  if (n > 0)
    essaim_feed_words_add (text, records);
  if (bytes >= LARGE_BYTES)
    essaim_feed_words_add (text, size);
  if (essaim_catalogue_item_by_territory (item))
    /* Translators: a feed brings only what is there. */
    essaim_feed_words_add (text, _("in the chosen territory"));
  if (essaim_catalogue_item_needs_token (item))
    essaim_feed_words_add (text, _("asks for a token"));

  return g_string_free (text, FALSE);
}

/**
 * essaim_catalogue_row_new:
 * @item: a feed that is proposed
 *
 * Its button is the action `sources.subscribe` (s), of a widget around it.
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
essaim_catalogue_row_new (EssaimCatalogueItem *item)
{
  EssaimCatalogueRow *self = g_object_new (ESSAIM_TYPE_CATALOGUE_ROW, NULL);
  const char *title = essaim_catalogue_item_get_title (item);
  g_autofree char *facts = describe (item);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, facts);
  g_autofree char *verb = g_strdup_printf (_("Subscribe to “%s”"), title);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), essaim_catalogue_item_get_summary (item));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->subscribe), "s", essaim_catalogue_item_get_id (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->subscribe), GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
