/* essaim-data-set.c: what a catalogue says of a data set, and which of its files to read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-data-set.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "essaim-feed-error.h"
#include "essaim-json-text.h"
#include "essaim-text.h"

/* An id is long enough to be found in an address by nothing but itself. */
#define MIN_ID_LENGTH 8

/* Formats that can be read, the worst first. */
static const char * const formats[] = { "csv", "json", "geojson" };

/* As udata and CKAN name them (`/api/1/datasets/licenses/`). */
static const struct
{
  const char *code;
  const char *name;
} licences[] = {
  { "lov2", "Licence Ouverte 2.0" },
  { "fr-lo", "Licence Ouverte 1.0" },
  { "odc-odbl", "ODbL 1.0" },
  { "odc-by", "ODC-BY 1.0" },
  { "odc-pddl", "PDDL 1.0" },
  { "cc-by", "CC BY" },
  { "cc-by-sa", "CC BY-SA" },
  { "cc-zero", "CC0 1.0" },
  { "notspecified", NULL },
  { "other-open", NULL },
};

static void
file_free (gpointer data)
{
  EssaimDataFile *file = data;

  g_free (file->title);
  g_free (file->uri);
  g_free (file->modified);
  g_free (file);
}

/**
 * essaim_data_set_free:
 * @self: (transfer full) (nullable): a data set
 */
void
essaim_data_set_free (EssaimDataSet *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->licence);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self);
}

/* Never another type than asked for, and never %NULL: catalogues leave out what they do not know. */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : "";
}

static guint64
get_size (JsonObject *object)
{
  static const char * const names[] = { "filesize", "size" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (object, names[i]);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
        return MAX (json_node_get_int (node), 0);
    }

  return 0;
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
first_text (const char *a,
            const char *b)
{
  return *a != '\0' ? a : b;
}

/* The name of an address's file, in small letters; `…/exports/json` counts as one. */
static char *
get_file_name (const char *uri)
{
  g_autofree char *path = g_strndup (uri, strcspn (uri, "?#"));
  g_autofree char *base = g_path_get_basename (path);

  return g_ascii_strdown (base, -1);
}

/* Plain files before compressed ones. */
static guint
rank_format (const char *format,
             const char *name)
{
  g_autofree char *small = g_ascii_strdown (format, -1);
  gboolean is_packed = strstr (small, "zip") != NULL || strstr (small, "gz") != NULL
                       || g_str_has_suffix (name, ".zip") || g_str_has_suffix (name, ".gz");
  const char *dot = strrchr (name, '.');
  const char *ending = dot != NULL ? dot + 1 : name;

  for (guint i = G_N_ELEMENTS (formats); i-- > 0;)
    {
      if (is_packed && (strstr (small, formats[i]) != NULL || strstr (name, formats[i]) != NULL))
        return i + 2;
      if (!is_packed && (g_str_equal (small, formats[i]) || (*small == '\0' && g_str_equal (ending, formats[i]))))
        return i + 2 + G_N_ELEMENTS (formats);
    }

  return is_packed && !g_str_has_suffix (name, ".shp.zip") && strstr (small, "shp") == NULL ? 1 : 0;
}

/* Some files explain the others, whatever the catalogue says. */
static gboolean
is_explanation (const char *name)
{
  static const char * const words[] = { "schema", "metadonnees", "metadata", "dictionnaire", "notice", "lisezmoi" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Whether the part of the address after `#` is in the name or the title of the file. */
static gboolean
is_named (const char *address,
          const char *name,
          const char *title)
{
  const char *mark = strchr (address, '#');
  g_autofree char *part = mark != NULL ? g_uri_unescape_string (mark + 1, NULL) : NULL;
  g_autofree char *wanted = part != NULL ? essaim_text_slug (part) : NULL;
  g_autofree char *file_slug = NULL;
  g_autofree char *title_slug = NULL;

  if (wanted == NULL || *wanted == '\0')
    return FALSE;
  file_slug = essaim_text_slug (name);
  title_slug = essaim_text_slug (title);

  return strstr (file_slug, wanted) != NULL || strstr (title_slug, wanted) != NULL;
}

static void
add_file (EssaimDataSet *self,
          JsonObject    *object,
          const char    *address,
          guint64        max_bytes)
{
  const char *uri = first_text (get_text (object, "latest"), get_text (object, "url"));
  g_autofree char *name = get_file_name (first_text (get_text (object, "url"), uri));
  const char *title = first_text (get_text (object, "title"), get_text (object, "name"));
  const char *type = get_text (object, "type");
  const char *id = get_text (object, "id");
  EssaimDataFile *file;
  guint rank = rank_format (get_text (object, "format"), name);
  gboolean is_wanted = (strlen (id) >= MIN_ID_LENGTH && strstr (address, id) != NULL)
                       || (rank > 0 && is_named (address, name, title));

  if (*uri == '\0' || (!is_wanted && (rank == 0 || get_size (object) > max_bytes)))
    return;

  file = g_new0 (EssaimDataFile, 1);
  file->title = essaim_text_clean (first_text (title, name), -1, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
  file->uri = g_strdup (uri);
  file->modified = g_strdup (get_text (object, "last_modified"));
  file->rank = rank;
  file->is_main = (*type == '\0' || g_str_equal (type, "main")) && !is_explanation (name);
  file->is_wanted = is_wanted;
  g_ptr_array_add (self->files, file);
}

static gint
compare_files (gconstpointer a,
               gconstpointer b)
{
  const EssaimDataFile *first = *(EssaimDataFile * const *) a;
  const EssaimDataFile *second = *(EssaimDataFile * const *) b;

  if (first->is_wanted != second->is_wanted)
    return second->is_wanted - first->is_wanted;
  if (first->is_main != second->is_main)
    return second->is_main - first->is_main;
  if (first->rank != second->rank)
    return second->rank > first->rank ? 1 : -1;

  return strcmp (second->modified, first->modified);
}

static char *
find_licence (JsonObject *object)
{
  const char *code = first_text (get_text (object, "license"), get_text (object, "license_id"));

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    if (g_ascii_strcasecmp (code, licences[i].code) == 0)
      return g_strdup (licences[i].name);

  return *code != '\0' ? essaim_text_clean (first_text (get_text (object, "license_title"), code), -1,
                                            ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX) : NULL;
}

/* With who publishes it: titles alone are often alike. */
static char *
make_title (JsonObject *object)
{
  JsonObject *organisation = get_object (object, "organization");
  const char *publisher = first_text (get_text (organisation, "name"), "");
  g_autofree char *title = NULL;

  /* CKAN's name is for addresses, its title for people. */
  publisher = first_text (get_text (organisation, "title"), publisher);
  title = *publisher != '\0' ? g_strdup_printf ("%s (%s)", get_text (object, "title"), publisher)
                             : g_strdup (get_text (object, "title"));

  return essaim_text_clean (title, -1, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_data_set (JsonObject *object)
{
  return *get_text (object, "title") != '\0' && get_array (object, "resources") != NULL;
}

/* The first data set of an answer: of one, in CKAN's `result`, or of a search: udata's `data`, CKAN's
 * `result.results`. */
static JsonObject *
find_data_set (JsonObject *root,
               guint      *n_sets)
{
  JsonObject *result = get_object (root, "result");
  JsonArray *found = get_array (root, "data");
  JsonObject *object = result != NULL ? result : root;

  if (found == NULL)
    found = get_array (result, "results");
  *n_sets = 1;
  if (found != NULL && json_array_get_length (found) > 0 && JSON_NODE_HOLDS_OBJECT (json_array_get_element (found, 0)))
    {
      *n_sets = json_array_get_length (found);
      object = json_array_get_object_element (found, 0);
    }

  return is_data_set (object) ? object : NULL;
}

/**
 * essaim_data_set_refuse_list:
 * @error: (out): gets a sentence for the person
 *
 * Returns: %FALSE
 */
gboolean
essaim_data_set_refuse_list (GError **error)
{
  g_set_error_literal (error, ESSAIM_FEED_ERROR, ESSAIM_FEED_ERROR_REFUSED,
                       _("This is a list of data sets, not of records. Give the address of one of them."));

  return FALSE;
}

/**
 * essaim_data_set_new:
 * @text: (array length=length): the answer of a catalogue: udata (data.gouv.fr) or CKAN
 * @length: its bytes
 * @address: what the person gave; it may name one of the files
 * @max_bytes: larger files are left aside
 *
 * Chooses among the files of a data set, of several the first: the one that the address names by its id, or by a part
 * of its name or title after `#`, then main ones, GeoJSON before JSON before CSV before compressed ones, and the latest.
 *
 * Returns: (transfer full) (nullable): the data set; %NULL when that describes none
 */
EssaimDataSet *
essaim_data_set_new (const char *text,
                     gsize       length,
                     const char *address,
                     guint64     max_bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (EssaimDataSet) self = NULL;
  JsonObject *object;
  JsonArray *files;
  guint n_sets;

  if (!essaim_json_is_shallow (text, length) || !json_parser_load_from_data (parser, text, length, NULL)
      || json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;

  object = find_data_set (json_node_get_object (json_parser_get_root (parser)), &n_sets);
  if (object == NULL)
    return NULL;

  self = g_new0 (EssaimDataSet, 1);
  self->title = make_title (object);
  self->licence = find_licence (object);
  self->n_sets = n_sets;
  self->files = g_ptr_array_new_with_free_func (file_free);
  files = json_object_get_array_member (object, "resources");
  self->n_files = json_array_get_length (files);
  for (guint i = 0; i < self->n_files; i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (files, i)))
      add_file (self, json_array_get_object_element (files, i), address, max_bytes);
  g_ptr_array_sort (self->files, compare_files);

  return g_steal_pointer (&self);
}
