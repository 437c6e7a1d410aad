/* essaim-feed-row.c: a feed, how it is, and what can be done with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-row.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"

struct _EssaimFeedRow
{
  GtkListBoxRow  parent_instance;

  /* Template widgets */
  GtkWidget     *title;
  GtkWidget     *facts;
  GtkWidget     *message;
  GtkWidget     *state;
  GtkWidget     *menu;
};

G_DEFINE_FINAL_TYPE (EssaimFeedRow, essaim_feed_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_in_trouble (EssaimFeedItem *item)
{
  EssaimOutcome outcome = essaim_feed_item_get_outcome (item);

  return outcome != ESSAIM_OUTCOME_IMPORTED && outcome != ESSAIM_OUTCOME_UNCHANGED;
}

static const char *
get_state (EssaimFeedItem *item)
{
  if (essaim_feed_item_get_last_try (item) == NULL)
    return C_("feed", "Never read");

  switch (essaim_feed_item_get_outcome (item))
    {
    case ESSAIM_OUTCOME_REFUSED:
      return C_("feed", "Unreadable");
    case ESSAIM_OUTCOME_FAILED:
      return C_("feed", "Not reached");
    case ESSAIM_OUTCOME_NEEDS_CONFIRMATION:
      return C_("feed", "To be confirmed");
    case ESSAIM_OUTCOME_IMPORTED:
    case ESSAIM_OUTCOME_UNCHANGED:
    default:
      return C_("feed", "Up to date");
    }
}

/* How many, under what licence, since when. */
static char *
describe (EssaimFeedItem *item)
{
  guint n = essaim_feed_item_get_records (item);
  const char *licence = essaim_feed_item_get_licence (item);
  g_autofree char *date = essaim_format_date (essaim_feed_item_get_last_success (item));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%'u record", "%'u records", n), n);
  if (date != NULL)
    {
      g_string_append (text, " · ");
      /* Translators: a feed was read on that day. */
      g_string_append_printf (text, _("read on %s"), date);
    }
  if (licence != NULL && *licence != '\0')
    g_string_append_printf (text, " · %s", licence);

  return g_string_free (text, FALSE);
}

static void
add_verb (GMenu      *menu,
          const char *label,
          const char *action,
          const char *feed)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", feed);
  g_menu_append_item (menu, item);
}

static void
fill_menu (EssaimFeedRow  *self,
           EssaimFeedItem *item)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = g_strdup_printf (_("Menu of “%s”"), essaim_feed_item_get_title (item));

  if (essaim_feed_item_get_uri (item) != NULL)
    add_verb (menu, _("_Refresh"), "sources.refresh", essaim_feed_item_get_id (item));
  add_verb (menu, _("Re_move…"), "sources.remove", essaim_feed_item_get_id (item));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu, _("Menu of the feed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
essaim_feed_row_class_init (EssaimFeedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-feed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, facts);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, message);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, state);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedRow, menu);
}

static void
essaim_feed_row_init (EssaimFeedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * essaim_feed_row_new:
 * @item: a feed
 *
 * Its menu has the actions `sources.refresh` and `sources.remove`, with the feed's id, of a widget around it.
 *
 * Returns: (transfer floating): a row that shows it as it is now
 */
GtkWidget *
essaim_feed_row_new (EssaimFeedItem *item)
{
  EssaimFeedRow *self = g_object_new (ESSAIM_TYPE_FEED_ROW, NULL);
  const char *title = essaim_feed_item_get_title (item);
  const char *message = essaim_feed_item_get_message (item);
  g_autofree char *facts = describe (item);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, get_state (item), facts);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_label_set_text (GTK_LABEL (self->state), get_state (item));
  gtk_widget_add_css_class (self->state, is_in_trouble (item) ? "trouble" : "fine");
  if (is_in_trouble (item) && message != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->message), message);
      gtk_widget_set_visible (self->message, TRUE);
    }
  fill_menu (self, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
