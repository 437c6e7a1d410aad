/* essaim-feed-words.c: how a feed is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-format.h"

/**
 * essaim_feed_words_add:
 * @text: facts behind one another
 * @part: (nullable): one more, or none
 */
void
essaim_feed_words_add (GString    *text,
                       const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/**
 * essaim_feed_words_badge:
 * @feed: a feed
 *
 * Returns: (transfer full): the one thing to say of it, in a word or two
 */
char *
essaim_feed_words_badge (EssaimFeedItem *feed)
{
  guint n = essaim_feed_item_get_unplaced (feed);

  switch (essaim_feed_item_get_state (feed))
    {
    case ESSAIM_FEED_WAITING:
      return g_strdup (C_("feed", "Waiting"));
    case ESSAIM_FEED_FETCHING:
    case ESSAIM_FEED_READING:
      return g_strdup (C_("feed", "Reading…"));
    case ESSAIM_FEED_PAUSED:
      return g_strdup (C_("feed", "Paused"));
    case ESSAIM_FEED_NEVER_READ:
      return g_strdup (C_("feed", "Never read"));
    case ESSAIM_FEED_CONFIRM:
      return g_strdup (C_("feed", "Confirm?"));
    case ESSAIM_FEED_FAILING:
      return g_strdup (essaim_feed_item_get_outcome (feed) == ESSAIM_OUTCOME_REFUSED ? C_("feed", "Unreadable")
                                                                                      : C_("feed", "Failing"));
    case ESSAIM_FEED_UNREACHABLE:
      return g_strdup (C_("feed", "Not reached"));
    case ESSAIM_FEED_UNLICENSED:
      return g_strdup (C_("feed", "Licence?"));
    case ESSAIM_FEED_OLD:
      return g_strdup (C_("feed", "Old"));
    case ESSAIM_FEED_UNPLACED:
      /* Translators: so many records have no position; there is little room. */
      return g_strdup_printf (ngettext ("%'u unplaced", "%'u unplaced", n), n);
    case ESSAIM_FEED_FINE:
    default:
      return g_strdup (C_("feed", "Up to date"));
    }
}

/**
 * essaim_feed_words_class:
 * @feed: a feed
 *
 * Returns: the style class of what there is to say
 */
const char *
essaim_feed_words_class (EssaimFeedItem *feed)
{
  switch (essaim_feed_item_get_state (feed))
    {
    case ESSAIM_FEED_FINE:
      return "fine";
    case ESSAIM_FEED_FETCHING:
    case ESSAIM_FEED_READING:
      return "busy";
    case ESSAIM_FEED_WAITING:
    case ESSAIM_FEED_PAUSED:
    case ESSAIM_FEED_NEVER_READ:
    case ESSAIM_FEED_UNREACHABLE:
      return "quiet";
    case ESSAIM_FEED_CONFIRM:
    case ESSAIM_FEED_FAILING:
    case ESSAIM_FEED_UNLICENSED:
    case ESSAIM_FEED_OLD:
    case ESSAIM_FEED_UNPLACED:
    default:
      return "trouble";
    }
}

/**
 * essaim_feed_words_is_busy:
 * @feed: a feed
 *
 * Returns: whether it is read, or waits to be
 */
gboolean
essaim_feed_words_is_busy (EssaimFeedItem *feed)
{
  return essaim_feed_item_get_activity (feed)->state != ESSAIM_FEED_FINE;
}

/**
 * essaim_feed_words_count:
 * @feed: a feed
 *
 * Returns: (transfer full): how many records it has, or how far the reading is
 */
char *
essaim_feed_words_count (EssaimFeedItem *feed)
{
  const EssaimFeedActivity *activity = essaim_feed_item_get_activity (feed);
  gboolean in_bytes = activity->state == ESSAIM_FEED_FETCHING;
  g_autofree char *done = in_bytes ? g_format_size (activity->done) : essaim_format_number (activity->done);
  g_autofree char *total = in_bytes ? g_format_size (activity->total) : essaim_format_number (activity->total);

  if ((!in_bytes && activity->state != ESSAIM_FEED_READING) || activity->done == 0)
    return essaim_format_number (essaim_feed_item_get_records (feed));

  return activity->total > 0 ? g_strdup_printf ("%s / %s", done, total) : g_steal_pointer (&done);
}

/**
 * essaim_feed_words_format:
 * @format: (nullable): `csv`, `json`, …
 *
 * Returns: (transfer full) (nullable): as it is written
 */
char *
essaim_feed_words_format (const char *format)
{
  if (format == NULL)
    return NULL;

  return g_str_equal (format, "geojson") ? g_strdup ("GeoJSON") : g_ascii_strup (format, -1);
}

/* (transfer full) (nullable): the server that a feed is read from. */
static char *
dup_host (const char *uri)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;

  return parsed != NULL ? g_strdup (g_uri_get_host (parsed)) : NULL;
}

/**
 * essaim_feed_words_address:
 * @uri: (nullable): where a feed is read from
 *
 * Returns: (transfer full) (nullable): the same for reading: accents as they are, and nothing that only its owner should
 *   know
 */
char *
essaim_feed_words_address (const char *uri)
{
  g_autoptr (GUri) parsed = uri != NULL ? g_uri_parse (uri, G_URI_FLAGS_ENCODED, NULL) : NULL;
  g_autofree char *address = parsed != NULL ? g_uri_to_string_partial (parsed, G_URI_HIDE_USERINFO) : g_strdup (uri);
  g_autofree char *readable = address != NULL ? g_uri_unescape_string (address, NULL) : NULL;

  return readable != NULL && g_utf8_validate (readable, -1, NULL) ? g_steal_pointer (&readable) : g_steal_pointer (&address);
}

/**
 * essaim_feed_words_trouble:
 * @feed: a feed
 *
 * Returns: (transfer full) (nullable): what is wrong with it, where its title stands beside
 */
char *
essaim_feed_words_trouble (EssaimFeedItem *feed)
{
  const char *paused = essaim_feed_item_get_paused (feed);
  const char *message = paused != NULL ? paused : essaim_feed_item_get_message (feed);
  /* Translators: a source, then what is wrong with it. */
  g_autofree char *named = g_strdup_printf (_("“%s”: %s"), essaim_feed_item_get_title (feed), "");

  if (message != NULL && g_str_has_prefix (message, named))
    message += strlen (named);

  return g_strdup (message);
}

static char *
dup_publisher (EssaimFeedItem *feed)
{
  if (essaim_feed_item_get_publisher (feed) != NULL)
    return g_strdup (essaim_feed_item_get_publisher (feed));
  if (essaim_feed_item_is_shipped (feed))
    return g_strdup (_("Comes with Essaim"));
  if (essaim_feed_item_is_remote (feed))
    return dup_host (essaim_feed_item_get_uri (feed));

  return g_strdup (_("File of this computer"));
}

/**
 * essaim_feed_words_facts:
 * @feed: a feed
 *
 * Returns: (transfer full): publisher, format, licence, and when it was read, as far as known
 */
char *
essaim_feed_words_facts (EssaimFeedItem *feed)
{
  g_autofree char *publisher = dup_publisher (feed);
  g_autofree char *format = essaim_feed_words_format (essaim_feed_item_get_format (feed));
  g_autofree char *date = essaim_format_short_day (essaim_feed_item_get_last_success (feed));
  const char *licence = essaim_feed_item_get_licence (feed);
  GString *text = g_string_new (NULL);

  essaim_feed_words_add (text, publisher);
  if (!essaim_feed_item_is_shipped (feed))
    essaim_feed_words_add (text, format);
  essaim_feed_words_add (text, licence != NULL ? licence : _("licence not stated"));
  essaim_feed_words_add (text, date);

  return g_string_free (text, FALSE);
}

static char *
format_duration (double seconds)
{
  /* Translators: how long a reading took, in seconds, then in minutes. */
  return seconds < 60 ? g_strdup_printf (_("%.1f s"), MAX (seconds, 0.1)) : g_strdup_printf (_("%.0f min"), seconds / 60);
}

/**
 * essaim_feed_words_read_on:
 * @report: with a date
 *
 * Returns: (transfer full): when it was read, how long that took, and how much it was
 */
char *
essaim_feed_words_read_on (const EssaimReport *report)
{
  g_autofree char *day = essaim_format_date (report->date);
  g_autofree char *duration = format_duration (report->seconds);
  g_autofree char *size = report->bytes > 0 ? g_format_size (report->bytes) : NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = report->date != NULL ? g_date_time_new_from_iso8601 (report->date, utc) : NULL;
  g_autoptr (GDateTime) here = date != NULL ? g_date_time_to_local (date) : NULL;
  /* Translators: a time of the day (see g_date_time_format). */
  g_autofree char *time = here != NULL ? g_date_time_format (here, C_("time", "%H:%M")) : NULL;
  g_autofree char *local_day = here != NULL ? g_date_time_format (here, "%F") : NULL;
  GString *text = g_string_new (NULL);

  if (local_day != NULL)
    {
      g_free (day);
      day = essaim_format_date (local_day);
    }
  if (day != NULL && time != NULL)
    /* Translators: a day, a time, and how long it took: “Read on 21 November 2026 at 20:10, in 1.2 s”. */
    g_string_append_printf (text, _("Read on %s at %s, in %s"), day, time, duration);
  essaim_feed_words_add (text, size);

  return g_string_free (text, FALSE);
}

/**
 * essaim_feed_words_next:
 * @feed: a feed
 *
 * Returns: (transfer full) (nullable): when it is read again by itself
 */
char *
essaim_feed_words_next (EssaimFeedItem *feed)
{
  g_autofree char *day = essaim_format_near_date (essaim_feed_item_get_next (feed));

  /* Translators: a day. */
  return day != NULL ? g_strdup_printf (_("Next on %s"), day) : NULL;
}
