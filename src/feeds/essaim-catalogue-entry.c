/* essaim-catalogue-entry.c: one entry of a catalogue, from JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-address.h"
#include "essaim-catalogue-private.h"
#include "essaim-feed-error.h"
#include "essaim-json-text.h"
#include "essaim-mapping.h"
#include "essaim-text.h"

#define DEFAULT_INTERVAL_DAYS 7
#define MAX_INTERVAL_DAYS 3650

static const char * const formats[] = { "csv", "geojson", "json", NULL };

/**
 * essaim_catalogue_entry_free:
 * @entry: (transfer full): an entry
 */
void
essaim_catalogue_entry_free (EssaimCatalogueEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->publisher);
  g_free (entry->contact);
  g_free (entry->summary);
  g_free (entry->licence);
  g_free (entry->format);
  g_free (entry->uri);
  g_free (entry->page);
  g_free (entry->mapping);
  g_free (entry);
}

static gboolean
refuse (GError     **error,
        const char  *format,
        const char  *value)
{
  g_set_error (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED, format, value);

  return FALSE;
}

static gboolean
is_type (JsonNode *node,
         GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
get_text (JsonObject  *object,
          const char  *name,
          guint        max_chars,
          char       **text,
          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!is_type (node, G_TYPE_STRING))
    return refuse (error, _("“%s” should be a text."), name);

  *text = essaim_text_clean (json_node_get_string (node), -1, ESSAIM_TEXT_LINE, max_chars);
  if (**text == '\0')
    g_clear_pointer (text, g_free);

  return TRUE;
}

static gboolean
get_number (JsonObject  *object,
            const char  *name,
            gint64       max,
            gint64      *number,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!is_type (node, G_TYPE_INT64) || json_node_get_int (node) < 0 || json_node_get_int (node) > max)
    return refuse (error, _("“%s” should be a whole number that is not too large."), name);

  *number = json_node_get_int (node);
  return TRUE;
}

static gboolean
get_flag (JsonObject  *object,
          const char  *name,
          gboolean    *flag,
          GError     **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    return TRUE;
  if (!is_type (node, G_TYPE_BOOLEAN))
    return refuse (error, _("“%s” should be true or false."), name);

  *flag = json_node_get_boolean (node);
  return TRUE;
}

/* Kept as text: what it says is checked now, and read when the feed is. */
static gboolean
get_mapping (JsonObject  *object,
             char       **mapping,
             GError     **error)
{
  JsonNode *node = json_object_get_member (object, "mapping");
  g_autoptr (EssaimMapping) parsed = NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  parsed = essaim_mapping_from_json (node, error);
  if (parsed == NULL)
    return FALSE;
  *mapping = essaim_json_to_text (node, FALSE);

  return TRUE;
}

/* The blanks stand for numbers and codes. */
static char *
fill_blanks (const char *uri)
{
  GString *filled = g_string_new (NULL);
  gboolean is_blank = FALSE;

  for (; *uri != '\0'; uri++)
    {
      if (*uri == '{')
        g_string_append_c (filled, '0');
      if (*uri == '{' || *uri == '}')
        is_blank = *uri == '{';
      else if (!is_blank)
        g_string_append_c (filled, *uri);
    }

  return g_string_free (filled, FALSE);
}

static gboolean
check_address (const char  *uri,
               GError     **error)
{
  g_autofree char *filled = fill_blanks (uri);
  g_autoptr (GUri) parsed = g_uri_parse (filled, ESSAIM_ADDRESS_FLAGS, NULL);
  const char *scheme = parsed != NULL ? g_uri_get_scheme (parsed) : "";
  g_auto (GStrv) blanks = essaim_catalogue_list_blanks (uri);

  if (blanks == NULL)
    return refuse (error, _("the address “%s” has a blank that is not {west}, {south}, {east}, {north}, {department}, "
                            "{region} or {insee}."), uri);
  if (g_str_equal (scheme, "file") && *blanks == NULL)
    return TRUE;
  if ((!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")) || g_uri_get_host (parsed) == NULL
      || *g_uri_get_host (parsed) == '\0')
    return refuse (error, _("“%s” is not a web address."), uri);

  return TRUE;
}

static gboolean
check (const EssaimCatalogueEntry  *entry,
       GError                     **error)
{
  g_autofree char *slug = NULL;

  if (entry->id == NULL || entry->title == NULL || entry->uri == NULL)
    return refuse (error, _("the feed has no “%s”."),
                   entry->id == NULL ? "id" : entry->title == NULL ? "title" : "address");

  slug = essaim_text_slug (entry->id);
  if (!g_str_equal (slug, entry->id))
    return refuse (error, _("“%s” is not an id: use small letters, digits and dashes."), entry->id);
  if (entry->format != NULL && !g_strv_contains (formats, entry->format))
    return refuse (error, _("“%s” is not a format: use csv, geojson or json."), entry->format);

  return check_address (entry->uri, error);
}

static gboolean
get_numbers (JsonObject            *object,
             EssaimCatalogueEntry  *entry,
             GError               **error)
{
  gint64 records = 0;
  gint64 bytes = 0;
  gint64 days = DEFAULT_INTERVAL_DAYS;

  if (!get_number (object, "records", G_MAXINT32, &records, error)
      || !get_number (object, "bytes", G_MAXINT64, &bytes, error)
      || !get_number (object, "interval_days", MAX_INTERVAL_DAYS, &days, error))
    return FALSE;

  entry->records = (guint) records;
  entry->bytes = (guint64) bytes;
  entry->interval_days = (int) days;

  return TRUE;
}

/**
 * essaim_catalogue_entry_new:
 * @object: a member of “feeds”
 * @error: return location for an error: a sentence that follows the name of the file and the line
 *
 * Members that are not known are not looked at: a newer catalogue may be read by an older program.
 *
 * Returns: (transfer full) (nullable): the entry
 */
EssaimCatalogueEntry *
essaim_catalogue_entry_new (JsonObject  *object,
                            GError     **error)
{
  g_autoptr (EssaimCatalogueEntry) entry = g_new0 (EssaimCatalogueEntry, 1);

  if (!get_text (object, "id", ESSAIM_TEXT_LINE_MAX, &entry->id, error)
      || !get_text (object, "title", ESSAIM_TEXT_LINE_MAX, &entry->title, error)
      || !get_text (object, "publisher", ESSAIM_TEXT_LINE_MAX, &entry->publisher, error)
      || !get_text (object, "contact", ESSAIM_TEXT_LINE_MAX, &entry->contact, error)
      || !get_text (object, "summary", ESSAIM_TEXT_FIELD_MAX, &entry->summary, error)
      || !get_text (object, "licence", ESSAIM_TEXT_LINE_MAX, &entry->licence, error)
      || !get_text (object, "format", ESSAIM_TEXT_LINE_MAX, &entry->format, error)
      || !get_text (object, "address", ESSAIM_TEXT_FIELD_MAX, &entry->uri, error)
      || !get_text (object, "page", ESSAIM_TEXT_FIELD_MAX, &entry->page, error)
      || !get_flag (object, "licence_assumed", &entry->is_licence_assumed, error)
      || !get_flag (object, "default", &entry->is_default, error)
      || !get_flag (object, "needs_token", &entry->needs_token, error)
      || !get_numbers (object, entry, error)
      || !get_mapping (object, &entry->mapping, error)
      || !check (entry, error))
    return NULL;

  if (entry->summary == NULL)
    entry->summary = g_strdup ("");
  entry->by_territory = strchr (entry->uri, '{') != NULL;

  return g_steal_pointer (&entry);
}
