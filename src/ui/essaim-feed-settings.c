/* essaim-feed-settings.c: what the person decides about a feed: address, schedule, licence, token
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-feed-words.h"

struct _EssaimFeedSettings
{
  AdwBin          parent_instance;

  /* Template widgets */
  GtkWidget      *list;
  GtkWidget      *address;   /* of a file: to be read … */
  GtkWidget      *location;  /* … of a server: to be changed */
  GtkWidget      *schedule;
  GtkWidget      *licence;
  GtkWidget      *token;
  GtkWidget      *forget;
  GtkWidget      *columns;

  /* Owned */
  EssaimFeedItem *feed;      /* (nullable) */
  char           *written;   /* (nullable): the licence that the entry was given */
  char           *located;   /* (nullable): the address that its entry was given */

  gboolean        filling;   /* what changes is not the person's doing */
};

G_DEFINE_FINAL_TYPE (EssaimFeedSettings, essaim_feed_settings, ADW_TYPE_BIN)

/* In the order of the choices; 0 is by hand. */
static const int intervals[] = { 1, 7, 30, 0 };

static void
schedule_changed_cb (EssaimFeedSettings *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->schedule));

  if (!self->filling && self->feed != NULL && chosen < G_N_ELEMENTS (intervals))
    gtk_widget_activate_action (GTK_WIDGET (self), "sources.set-interval", "(si)", essaim_feed_item_get_id (self->feed),
                                intervals[chosen]);
}

/* What was not touched may lack what only the owner of the address should know. */
static void
location_applied_cb (EssaimFeedSettings *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->location)));

  if (self->feed != NULL && *g_strstrip (text) != '\0' && g_strcmp0 (text, self->located) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "sources.set-address", "(ss)", essaim_feed_item_get_id (self->feed), text);
}

static void
licence_applied_cb (EssaimFeedSettings *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->licence)));

  if (self->feed != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "sources.set-licence", "(ss)", essaim_feed_item_get_id (self->feed),
                                g_strstrip (text));
}

static void
token_applied_cb (EssaimFeedSettings *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->token)));

  if (self->feed == NULL || *g_strstrip (text) == '\0')
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "sources.set-token", "(ss)", essaim_feed_item_get_id (self->feed), text);
  /* It is in the keyring then, and nowhere else. */
  gtk_editable_set_text (GTK_EDITABLE (self->token), "");
}

static void
forget_clicked_cb (EssaimFeedSettings *self)
{
  if (self->feed != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "sources.set-token", "(ss)", essaim_feed_item_get_id (self->feed), "");
}

/* An interval of the catalogue's that is none of the choices is shown as the next longer one. */
static guint
find_choice (int days)
{
  guint by_hand = G_N_ELEMENTS (intervals) - 1;

  for (guint i = 0; days > 0 && i < by_hand; i++)
    if (days <= intervals[i])
      return i;

  return days > 0 ? by_hand - 1 : by_hand;
}

/* What the person types is not taken away because something else has changed. */
static void
show_text (GtkWidget   *entry,
           char       **shown,
           const char  *text)
{
  if (*shown != NULL && g_strcmp0 (text != NULL ? text : "", *shown) == 0)
    return;

  g_free (*shown);
  *shown = g_strdup (text != NULL ? text : "");
  gtk_editable_set_text (GTK_EDITABLE (entry), *shown);
}

static void
show_address (EssaimFeedSettings *self,
              gboolean            shipped)
{
  gboolean is_remote = essaim_feed_item_is_remote (self->feed) && !shipped;
  g_autofree char *address = essaim_feed_words_address (essaim_feed_item_get_uri (self->feed));

  if (is_remote)
    show_text (self->location, &self->located, essaim_feed_item_get_uri (self->feed));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->address), address != NULL ? address : "");
  gtk_widget_set_visible (self->location, is_remote);
  gtk_widget_set_visible (self->address, !is_remote && address != NULL);
}

static void
show_token (EssaimFeedSettings *self)
{
  gboolean has_token = essaim_feed_item_has_token (self->feed);

  gtk_widget_set_visible (self->token, essaim_feed_item_is_remote (self->feed));
  gtk_widget_set_visible (self->forget, has_token);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->token),
                                 has_token ? _("Token for its server (one is kept in the keyring)") : _("Token for its server"));
}

static void
feed_changed_cb (EssaimFeedSettings *self)
{
  gboolean shipped = essaim_feed_item_is_shipped (self->feed);
  g_autofree char *next = essaim_feed_words_next (self->feed);

  self->filling = TRUE;
  show_address (self, shipped);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->schedule), find_choice (essaim_feed_item_get_interval (self->feed)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->schedule), next != NULL ? next : "");
  show_text (self->licence, &self->written, essaim_feed_item_get_licence (self->feed));
  show_token (self);
  self->filling = FALSE;

  gtk_widget_set_visible (self->schedule, !shipped);
  gtk_widget_set_visible (self->licence, !shipped);
  gtk_widget_set_visible (self->columns, !shipped && essaim_feed_item_get_last_success (self->feed) != NULL);
}

static void
essaim_feed_settings_dispose (GObject *object)
{
  EssaimFeedSettings *self = ESSAIM_FEED_SETTINGS (object);

  g_clear_object (&self->feed);
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->located, g_free);

  G_OBJECT_CLASS (essaim_feed_settings_parent_class)->dispose (object);
}

static void
essaim_feed_settings_class_init (EssaimFeedSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = essaim_feed_settings_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/essaim/Essaim/ui/essaim-feed-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, list);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, address);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, location);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, schedule);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, licence);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, token);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, forget);
  gtk_widget_class_bind_template_child (widget_class, EssaimFeedSettings, columns);
  gtk_widget_class_bind_template_callback (widget_class, schedule_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, location_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, licence_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, token_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
}

/* libadwaita 1.2 gives the buttons in its rows no names. */
static void
name_buttons (GtkWidget  *widget,
              const char *other)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (icon != NULL && strstr (icon, "clear") == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    strstr (icon, "apply") != NULL ? _("Apply") : other, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_buttons (child, other);
}

static void
essaim_feed_settings_init (EssaimFeedSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_buttons (self->location, _("Change the Address"));
  name_buttons (self->licence, _("Change the Licence"));
  name_buttons (self->token, _("Show or Hide the Token"));
}

/**
 * essaim_feed_settings_show:
 * @self: the settings
 * @feed: (nullable): whose they are from now on
 *
 * Its verbs are `sources.set-address` (ss), `sources.set-interval` (si), `sources.set-licence` (ss), `sources.set-token` (ss; an empty one forgets
 * it) and `sources.columns`, of a widget around it.
 */
void
essaim_feed_settings_show (EssaimFeedSettings *self,
                           EssaimFeedItem     *feed)
{
  g_return_if_fail (ESSAIM_IS_FEED_SETTINGS (self));

  if (self->feed == feed)
    return;

  if (self->feed != NULL)
    g_signal_handlers_disconnect_by_func (self->feed, feed_changed_cb, self);
  g_set_object (&self->feed, feed);
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->located, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->token), "");
  if (feed == NULL)
    return;

  g_signal_connect_object (feed, "changed", G_CALLBACK (feed_changed_cb), self, G_CONNECT_SWAPPED);
  feed_changed_cb (self);
}
