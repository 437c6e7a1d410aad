/* essaim-feed-trouble.c: why a feed is not as it should be, and what can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-trouble.h"

#include <glib/gi18n-lib.h>

#include "essaim-wrap-layout.h"

struct _EssaimFeedTrouble
{
  GtkWidget  parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *verbs;
  GtkWidget *retry;
  GtkWidget *keep;
  GtkWidget *accept;
  GtkWidget *resume;
  GtkWidget *lines;
};

G_DEFINE_FINAL_TYPE (EssaimFeedTrouble, essaim_feed_trouble, GTK_TYPE_WIDGET)

static void
essaim_feed_trouble_dispose (GObject *object)
{
  EssaimFeedTrouble *self = ESSAIM_FEED_TROUBLE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (essaim_feed_trouble_parent_class)->dispose (object);
}

static void
essaim_feed_trouble_class_init (EssaimFeedTroubleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_feed_trouble_dispose;

  g_type_ensure (ESSAIM_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-feed-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, content);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, icon);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, title);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, text);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, verbs);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, retry);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, keep);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, accept);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, resume);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedTrouble, lines);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
essaim_feed_trouble_init (EssaimFeedTrouble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* (nullable) */
static const char *
get_title (EssaimFeedItem *feed)
{
  if (essaim_feed_item_get_paused (feed) != NULL)
    return _("Paused");

  switch (essaim_feed_item_get_state (feed))
    {
    case ESSAIM_FEED_CONFIRM:
      return _("Many Records Are Missing");
    case ESSAIM_FEED_FAILING:
      return essaim_feed_item_get_outcome (feed) == ESSAIM_OUTCOME_REFUSED ? _("Unreadable Feed") : _("The Last Try Failed");
    case ESSAIM_FEED_UNREACHABLE:
      return _("Feed Not Reached");
    case ESSAIM_FEED_NEVER_READ:
      return _("Not Read Yet");
    case ESSAIM_FEED_FINE:
    case ESSAIM_FEED_WAITING:
    case ESSAIM_FEED_FETCHING:
    case ESSAIM_FEED_READING:
    case ESSAIM_FEED_PAUSED:
    case ESSAIM_FEED_UNLICENSED:
    case ESSAIM_FEED_OLD:
    case ESSAIM_FEED_UNPLACED:
    default:
      return NULL;
    }
}

static const char *
get_text (EssaimFeedItem *feed)
{
  const char *message = essaim_feed_item_get_message (feed);

  if (essaim_feed_item_get_paused (feed) != NULL)
    return essaim_feed_item_get_paused (feed);

  return message != NULL ? message : "";
}

static void
offer_verbs (EssaimFeedTrouble *self,
             EssaimFeedItem    *feed,
             guint              n_refused)
{
  gboolean paused = essaim_feed_item_get_paused (feed) != NULL;
  gboolean confirm = !paused && essaim_feed_item_get_state (feed) == ESSAIM_FEED_CONFIRM;
  g_autofree char *lines = g_strdup_printf (ngettext ("Show the %'u Line", "Show the %'u Lines", n_refused), n_refused);

  gtk_widget_set_visible (self->retry, !paused && !confirm);
  gtk_widget_set_visible (self->keep, confirm);
  gtk_widget_set_visible (self->accept, confirm);
  gtk_widget_set_visible (self->resume, paused);
  gtk_widget_set_visible (self->lines, n_refused > 0);
  gtk_button_set_label (GTK_BUTTON (self->lines), lines);
}

/**
 * essaim_feed_trouble_show:
 * @self: the card
 * @feed: a feed
 * @n_refused: how many lines were refused the last time that it was tried
 *
 * Says what is wrong with the feed, or hides when nothing is. Its verbs are `sources.refresh`, `sources.keep`,
 * `sources.accept`, `sources.resume` and `report.last-lines`, of a widget around it.
 */
void
essaim_feed_trouble_show (EssaimFeedTrouble *self,
                          EssaimFeedItem    *feed,
                          guint              n_refused)
{
  const char *title = get_title (feed);
  EssaimFeedState state = essaim_feed_item_get_state (feed);
  gboolean calm = state == ESSAIM_FEED_NEVER_READ || state == ESSAIM_FEED_UNREACHABLE;

  g_return_if_fail (ESSAIM_IS_FEED_TROUBLE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), title != NULL);
  if (title == NULL)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), calm ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (self->icon, (const char *[]) { calm ? "noted" : "trouble", NULL });
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), get_text (feed));
  gtk_widget_set_visible (self->text, *get_text (feed) != '\0');
  offer_verbs (self, feed, n_refused);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, get_text (feed), -1);
}
