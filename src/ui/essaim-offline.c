/* essaim-offline.c: says that the feeds cannot be reached, and from when the data is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-offline.h"

#include <glib/gi18n-lib.h>

#include "essaim-format.h"

struct _EssaimOffline
{
  GObject          parent_instance;

  /* Owned */
  EssaimFeedList  *feeds;
  EssaimNoticeBar *notice;
  char            *said;         /* (nullable): what the notice says because of this */

  gboolean         available;
  gboolean         asked;        /* a server was asked since the network came or went */
  gboolean         reached;      /* and answered */
};

G_DEFINE_FINAL_TYPE (EssaimOffline, essaim_offline, G_TYPE_OBJECT)

enum { PROP_0, PROP_AVAILABLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* What a server did counts for more than what the system thinks of its network. */
static gboolean
is_offline (EssaimOffline *self)
{
  return self->asked ? !self->reached : !self->available;
}

/* Files of this computer need no network: without a feed of an address there is nothing to say. */
static char *
make_sentence (EssaimOffline *self)
{
  g_autofree char *newest = NULL, *date = NULL;
  guint n_records = 0;

  for (guint i = 0; i < essaim_item_list_get_n (ESSAIM_ITEM_LIST (self->feeds)); i++)
    {
      EssaimFeedItem *item = essaim_item_list_peek (ESSAIM_ITEM_LIST (self->feeds), i);
      const char *success = essaim_feed_item_get_last_success (item);

      n_records += essaim_feed_item_get_records (item);
      /* Both are ISO 8601 in UTC: their order is that of the days. */
      if (essaim_feed_item_is_remote (item) && success != NULL && g_strcmp0 (success, newest) > 0)
        {
          g_free (newest);
          newest = g_strdup (success);
        }
    }

  if (newest == NULL || n_records == 0)
    return NULL;

  date = essaim_format_date (newest);

  /* Translators: a day, then a count. */
  return g_strdup_printf (ngettext ("Offline. Data of %s, %'u record on this computer.",
                                    "Offline. Data of %s, %'u records on this computer.", n_records), date, n_records);
}

static void
update (EssaimOffline *self)
{
  g_autofree char *sentence = is_offline (self) ? make_sentence (self) : NULL;

  /* A notice that was closed comes back only when there is something new to say. */
  if (g_strcmp0 (sentence, self->said) == 0)
    return;

  if (sentence != NULL)
    essaim_notice_bar_show (self->notice, "network-offline-symbolic", sentence, _("Try Again"), "win.refresh-feeds");
  else
    essaim_notice_bar_hide (self->notice);
  g_free (self->said);
  self->said = g_steal_pointer (&sentence);
}

static void
essaim_offline_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  EssaimOffline *self = ESSAIM_OFFLINE (object);

  if (prop_id == PROP_AVAILABLE)
    g_value_set_boolean (value, self->available);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
set_available (EssaimOffline *self,
               gboolean       available)
{
  if (self->available == available)
    return;

  self->available = available;
  self->asked = FALSE;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AVAILABLE]);
}

static void
essaim_offline_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_AVAILABLE)
    set_available (ESSAIM_OFFLINE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
essaim_offline_finalize (GObject *object)
{
  EssaimOffline *self = ESSAIM_OFFLINE (object);

  g_clear_object (&self->feeds);
  g_clear_object (&self->notice);
  g_free (self->said);

  G_OBJECT_CLASS (essaim_offline_parent_class)->finalize (object);
}

static void
essaim_offline_class_init (EssaimOfflineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = essaim_offline_finalize;
  object_class->get_property = essaim_offline_get_property;
  object_class->set_property = essaim_offline_set_property;

  properties[PROP_AVAILABLE] = g_param_spec_boolean ("available", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
essaim_offline_init (EssaimOffline *self)
{
  self->available = TRUE;
}

/**
 * essaim_offline_new:
 * @feeds: the person's feeds
 * @notice: where it is said; nobody else says something there
 *
 * Returns: (transfer full): one that says nothing as long as the network is there
 */
EssaimOffline *
essaim_offline_new (EssaimFeedList  *feeds,
                    EssaimNoticeBar *notice)
{
  EssaimOffline *self = g_object_new (ESSAIM_TYPE_OFFLINE, NULL);

  self->feeds = g_object_ref (feeds);
  self->notice = g_object_ref (notice);
  g_signal_connect_object (feeds, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * essaim_offline_answered:
 * @self: the one that says it
 * @reached: whether the server of a feed was found
 */
void
essaim_offline_answered (EssaimOffline *self,
                         gboolean       reached)
{
  g_return_if_fail (ESSAIM_IS_OFFLINE (self));

  /* Whoever tries again in vain is told once more. */
  if (!reached)
    g_clear_pointer (&self->said, g_free);
  self->asked = TRUE;
  self->reached = reached;
  update (self);
}
