/* essaim-json-envelope.c: what a JSON document says of all its records, beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-envelope.h"

#include <string.h>

#include "essaim-text.h"

/* Of layers, and of columns. */
#define MAX_NAMES 2000

/**
 * essaim_json_envelope_clear:
 * @self: an envelope
 *
 * Frees what it holds.
 */
void
essaim_json_envelope_clear (EssaimJsonEnvelope *self)
{
  g_free (self->licence);
  g_free (self->base);
  g_free (self->error_code);
  g_free (self->error_text);
  g_free (self->remote);
  g_clear_pointer (&self->layers, g_hash_table_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  *self = (EssaimJsonEnvelope) { 0 };
}

static void
set_line (char       **member,
          const char  *text,
          gsize        length)
{
  g_free (*member);
  *member = essaim_text_clean (text, length, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
}

static gboolean
is_one_of (const char         *path,
           const char * const *list)
{
  return g_strv_contains (list, path);
}

/* GoGoCarto: `mapping`; tables as JSON (datasette, pandas): `columns`. */
static void
add_column (EssaimJsonEnvelope   *self,
            const EssaimJsonSpot *spot,
            const char           *text,
            gsize                 length)
{
  char *key = spot->depth == 2 ? g_strdup_printf ("%u", spot->index)
                               : g_strdup_printf ("%u.%u", spot->outer_index, spot->index);

  if (self->columns == NULL)
    self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (self->columns) < MAX_NAMES)
    g_hash_table_replace (self->columns, key,
                          essaim_text_clean (text, length, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX));
  else
    g_free (key);
}

static void
set_base (EssaimJsonEnvelope *self,
          const char         *text,
          gsize               length)
{
  g_autofree char *address = g_strndup (text, length);

  g_free (self->base);
  self->base = essaim_json_envelope_find_base (address);
}

static void
add_layer (EssaimJsonEnvelope   *self,
           const EssaimJsonSpot *spot,
           const char           *text,
           gsize                 length)
{
  if (self->layers == NULL)
    self->layers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (g_hash_table_size (self->layers) < MAX_NAMES)
    g_hash_table_replace (self->layers, GUINT_TO_POINTER (spot->outer_index),
                          essaim_text_clean (text, length, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX));
}

/**
 * essaim_json_envelope_find_base:
 * @address: (nullable): an address
 *
 * Returns: (transfer full) (nullable): its scheme and host; %NULL where it is no address of the web
 */
char *
essaim_json_envelope_find_base (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return NULL;

  return g_uri_join (G_URI_FLAGS_NONE, scheme, NULL, g_uri_get_host (uri), g_uri_get_port (uri), "", NULL, NULL);
}

/**
 * essaim_json_envelope_add:
 * @self: an envelope
 * @spot: where the text is
 * @text: (array length=length): a text outside of all records
 * @length: its bytes
 *
 * Keeps it where it says something of all records.
 */
void
essaim_json_envelope_add (EssaimJsonEnvelope   *self,
                          const EssaimJsonSpot *spot,
                          const char           *text,
                          gsize                 length)
{
  static const char * const licences[] = { "licence", "license", NULL };
  static const char * const codes[] = { "error_code", "error.__type", "code", NULL };
  static const char * const words[] = { "message", "error", "error.message", "detail", "errors", NULL };
  static const char * const pages[] = { "next", "previous", NULL };
  static const char * const layers[] = { "layers._umap_options.name", "layers._storage_options.name", NULL };
  static const char * const remotes[] = {
    "layers._umap_options.remoteData.url", "layers._storage_options.remoteData.url", NULL,
  };
  static const char * const columns[] = { "mapping", "columns", NULL };
  static const char * const catalogues[] = { "organization.slug", "organization.id", "result.organization.id",
                                             "result.license_id", "slug", NULL };

  if (is_one_of (spot->path, licences))
    set_line (&self->licence, text, length);
  else if (is_one_of (spot->path, codes))
    set_line (&self->error_code, text, length);
  else if (is_one_of (spot->path, words))
    set_line (&self->error_text, text, length);
  else if (is_one_of (spot->path, pages))
    set_base (self, text, length);
  else if (is_one_of (spot->path, layers))
    add_layer (self, spot, text, length);
  else if (is_one_of (spot->path, remotes) && self->remote == NULL && length > 0)
    set_line (&self->remote, text, length);
  else if (is_one_of (spot->path, columns) && (spot->depth == 2 || spot->depth == 3))
    add_column (self, spot, text, length);
  else if (is_one_of (spot->path, catalogues))
    self->is_data_set = TRUE;
  else if (g_str_equal (spot->path, "ontology"))
    self->is_compact = length == strlen ("gogocompact") && memcmp (text, "gogocompact", length) == 0;
}

/**
 * essaim_json_envelope_get_column:
 * @self: an envelope
 * @outer: the position in the record of a list within it, or -1 for a value of the record itself
 * @inner: the position of the value, from 0
 *
 * Records of GoGoCarto's short form that come without names are id, name, latitude, longitude, categories
 * (GoGoCarto, `Element::updateJsonRepresentation`).
 *
 * Returns: (nullable): the name of the column
 */
const char *
essaim_json_envelope_get_column (EssaimJsonEnvelope *self,
                                 gint                outer,
                                 guint               inner)
{
  static const char * const compact[] = { "id", "name", "latitude", "longitude", "optionValues" };
  g_autofree char *key = outer >= 0 ? g_strdup_printf ("%d.%u", outer, inner) : g_strdup_printf ("%u", inner);
  const char *name = self->columns != NULL ? g_hash_table_lookup (self->columns, key) : NULL;

  if (name == NULL && self->is_compact && outer < 0 && inner < G_N_ELEMENTS (compact)
      && (self->columns == NULL || inner == G_N_ELEMENTS (compact) - 1))
    return compact[inner];

  return name;
}

/**
 * essaim_json_envelope_is_nested:
 * @self: an envelope
 * @column: a position in the record, from 0
 *
 * Returns: whether the values of the list there have names of their own
 */
gboolean
essaim_json_envelope_is_nested (EssaimJsonEnvelope *self,
                                guint               column)
{
  return essaim_json_envelope_get_column (self, column, 0) != NULL;
}

/**
 * essaim_json_envelope_has_columns:
 * @self: an envelope
 *
 * Returns: whether lists can be read as records
 */
gboolean
essaim_json_envelope_has_columns (EssaimJsonEnvelope *self)
{
  return self->columns != NULL || self->is_compact;
}
