/* essaim-catalogue.c: the feeds that one can subscribe to without knowing an address
 *
 * A catalogue is a folder of JSON files, `{"feeds": [{"id": …, "title": …, "address": …}, …]}`; its README describes
 * the members. The shipped folder is read first, then the person's: an entry with an id that is there already replaces it.
 * What is wrong in one file or entry is told and leaves out nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-catalogue.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-catalogue-private.h"
#include "essaim-json-text.h"

#define FOLDER "catalogue"

/* A catalogue of thousands of feeds is far smaller; anything larger is a mistake. */
#define MAX_BYTES (8 * 1024 * 1024)

struct _EssaimCatalogue
{
  GObject     parent_instance;

  GPtrArray  *entries;   /* (element-type EssaimCatalogueEntry): in the order of their files */
  GPtrArray  *problems;  /* (element-type utf8) */
};

G_DEFINE_FINAL_TYPE (EssaimCatalogue, essaim_catalogue, G_TYPE_OBJECT)

/* One file under way. */
typedef struct
{
  EssaimCatalogue *catalogue;
  const char      *name;
  JsonParser      *parser;
  GArray          *open_lines;   /* where the objects that are not yet ended begin */
  GHashTable      *lines;        /* JsonObject → its first line */
  guint            wrong_line;   /* where it is no longer JSON */
  gboolean         is_own;
} Reading;

static void
tell (Reading    *self,
      guint       line,
      const char *what)
{
  /* Translators: name of a file, number of a line, a sentence. */
  g_ptr_array_add (self->catalogue->problems,
                   g_strdup_printf (_("In the catalogue file “%s”, line %u: %s"), self->name, line, what));
}

static guint
find_entry (EssaimCatalogue *self,
            const char      *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (((EssaimCatalogueEntry *) self->entries->pdata[i])->id, id))
      return i;

  return G_MAXUINT;
}

static void
take_entry (EssaimCatalogue      *self,
            EssaimCatalogueEntry *entry)
{
  guint place = find_entry (self, entry->id);

  if (place == G_MAXUINT)
    {
      g_ptr_array_add (self->entries, entry);
      return;
    }

  essaim_catalogue_entry_free (self->entries->pdata[place]);
  self->entries->pdata[place] = entry;
}

static void
read_entry (Reading  *self,
            JsonNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EssaimCatalogueEntry) entry = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      tell (self, 1, _("each member of “feeds” should be an object."));
      return;
    }

  entry = essaim_catalogue_entry_new (json_node_get_object (node), &error);
  if (entry == NULL)
    {
      tell (self, GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, json_node_get_object (node))), error->message);
      return;
    }

  entry->is_own = self->is_own;
  take_entry (self->catalogue, g_steal_pointer (&entry));
}

static void
read_document (Reading  *self,
               JsonNode *root)
{
  JsonNode *feeds = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
                    ? json_object_get_member (json_node_get_object (root), "feeds") : NULL;

  if (feeds == NULL || !JSON_NODE_HOLDS_ARRAY (feeds))
    {
      tell (self, 1, _("it should be an object with a list “feeds”."));
      return;
    }

  for (guint i = 0; i < json_array_get_length (json_node_get_array (feeds)); i++)
    read_entry (self, json_array_get_element (json_node_get_array (feeds), i));
}

static void
object_start_cb (JsonParser *parser,
                 Reading    *self)
{
  guint line = json_parser_get_current_line (parser);

  g_array_append_val (self->open_lines, line);
}

static void
object_end_cb (JsonParser *parser,
               JsonObject *object,
               Reading    *self)
{
  guint line = g_array_index (self->open_lines, guint, self->open_lines->len - 1);

  g_array_set_size (self->open_lines, self->open_lines->len - 1);
  g_hash_table_insert (self->lines, object, GUINT_TO_POINTER (line));
}

/* The parser forgets where it was when it gives up. */
static void
error_cb (JsonParser *parser,
          GError     *error,
          Reading    *self)
{
  self->wrong_line = json_parser_get_current_line (parser);
}

static void
read_text (Reading    *self,
           const char *text,
           gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (!g_utf8_validate (text, length, NULL))
    tell (self, 1, _("it is not UTF-8 text."));
  else if (!essaim_json_is_shallow (text, length))
    tell (self, 1, _("it is nested too deep."));
  else if (json_parser_load_from_data (self->parser, text, length, &error))
    read_document (self, json_parser_get_root (self->parser));
  else
    tell (self, self->wrong_line, _("it is no longer JSON from here on."));
}

static void
read_file (EssaimCatalogue *self,
           const char      *path,
           gboolean         is_own)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) open_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  Reading reading = { self, shown, parser, open_lines, lines, 1, is_own };

  file = g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    {
      g_ptr_array_add (self->problems, g_strdup_printf (_("The catalogue file “%s” cannot be read: %s"), shown,
                                                        error->message));
      return;
    }
  if (g_mapped_file_get_length (file) > MAX_BYTES)
    {
      tell (&reading, 1, _("it is too large for a catalogue."));
      return;
    }

  g_signal_connect (parser, "object-start", G_CALLBACK (object_start_cb), &reading);
  g_signal_connect (parser, "object-end", G_CALLBACK (object_end_cb), &reading);
  g_signal_connect (parser, "error", G_CALLBACK (error_cb), &reading);
  read_text (&reading, g_mapped_file_get_contents (file) != NULL ? g_mapped_file_get_contents (file) : "",
             g_mapped_file_get_length (file));
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* By their names, so that the same one always replaces the other. */
static gboolean
read_folder (EssaimCatalogue  *self,
             const char       *folder,
             gboolean          is_own,
             GError          **error)
{
  g_autofree char *path = g_build_filename (folder, FOLDER, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && *name != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_file (self, names->pdata[i], is_own);

  return TRUE;
}

static void
essaim_catalogue_finalize (GObject *object)
{
  EssaimCatalogue *self = ESSAIM_CATALOGUE (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (essaim_catalogue_parent_class)->finalize (object);
}

static void
essaim_catalogue_class_init (EssaimCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_catalogue_finalize;
}

static void
essaim_catalogue_init (EssaimCatalogue *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_catalogue_entry_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
}

/**
 * essaim_catalogue_load:
 * @shipped_folder: the folder of the shipped data
 * @data_folder: (nullable): the folder of the person's data
 * @error: return location for an error: the shipped catalogue is not there
 *
 * Reads the JSON files in `catalogue` of both folders, some milliseconds of work. The person's own entries come last
 * or replace shipped ones.
 *
 * Returns: (transfer full) (nullable): the catalogue; what could not be taken is among its problems
 */
EssaimCatalogue *
essaim_catalogue_load (const char  *shipped_folder,
                       const char  *data_folder,
                       GError     **error)
{
  g_autoptr (EssaimCatalogue) self = g_object_new (ESSAIM_TYPE_CATALOGUE, NULL);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (shipped_folder != NULL, NULL);

  if (!read_folder (self, shipped_folder, FALSE, error))
    return NULL;
  if (data_folder != NULL && !read_folder (self, data_folder, TRUE, &local_error)
      && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_ptr_array_add (self->problems, g_strdup (local_error->message));

  return g_steal_pointer (&self);
}

/**
 * essaim_catalogue_get_entries:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type EssaimCatalogueEntry): the shipped ones, then those that the person added
 */
GPtrArray *
essaim_catalogue_get_entries (EssaimCatalogue *self)
{
  g_return_val_if_fail (ESSAIM_IS_CATALOGUE (self), NULL);

  return self->entries;
}

/**
 * essaim_catalogue_find:
 * @self: a catalogue
 * @id: of an entry
 *
 * Returns: (transfer none) (nullable): the entry
 */
const EssaimCatalogueEntry *
essaim_catalogue_find (EssaimCatalogue *self,
                       const char      *id)
{
  guint place;

  g_return_val_if_fail (ESSAIM_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  place = find_entry (self, id);

  return place != G_MAXUINT ? self->entries->pdata[place] : NULL;
}

/**
 * essaim_catalogue_get_problems:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type utf8): a sentence for each file or entry that could not be taken, with the
 *   name of the file and the line
 */
GPtrArray *
essaim_catalogue_get_problems (EssaimCatalogue *self)
{
  g_return_val_if_fail (ESSAIM_IS_CATALOGUE (self), NULL);

  return self->problems;
}
