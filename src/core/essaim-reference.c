/* essaim-reference.c: the shipped facts that every layer reads, loaded once and never changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-reference.h"

#include "essaim-config.h"

struct _EssaimReference
{
  GObject parent_instance;

  /* Owned */
  char              *folder;
  EssaimThemes      *themes;
  EssaimGazetteer   *gazetteer;
  EssaimTerritories *territories;
  EssaimShapes      *shapes;
};

G_DEFINE_FINAL_TYPE (EssaimReference, essaim_reference, G_TYPE_OBJECT)

static gboolean
load_territories (EssaimReference  *self,
                  GError          **error)
{
  g_autofree char *communes = g_build_filename (self->folder, "geo", "communes.bin", NULL);
  g_autofree char *perimeters = g_build_filename (self->folder, "geo", "territory_communes.csv", NULL);
  g_autofree char *labels = g_build_filename (self->folder, "starter", "territories.json", NULL);

  self->gazetteer = essaim_gazetteer_new (communes, error);
  if (self->gazetteer == NULL)
    return FALSE;

  self->territories = essaim_territories_new (self->gazetteer, labels, perimeters, error);

  return self->territories != NULL;
}

static void
essaim_reference_finalize (GObject *object)
{
  EssaimReference *self = ESSAIM_REFERENCE (object);

  g_free (self->folder);
  g_clear_object (&self->themes);
  g_clear_object (&self->territories);
  g_clear_object (&self->gazetteer);
  g_clear_object (&self->shapes);

  G_OBJECT_CLASS (essaim_reference_parent_class)->finalize (object);
}

static void
essaim_reference_class_init (EssaimReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = essaim_reference_finalize;
}

static void
essaim_reference_init (EssaimReference *self)
{
}

/**
 * essaim_reference_new:
 * @folder: (nullable): the folder of the shipped data; %NULL for that of [func@Reference.find_folder]
 * @error: return location for an error
 *
 * Loads the themes, communes, territories and shapes. The result never changes and may be read by any thread.
 *
 * Returns: (transfer full) (nullable): the shipped facts
 */
EssaimReference *
essaim_reference_new (const char  *folder,
                      GError     **error)
{
  g_autoptr (EssaimReference) self = g_object_new (ESSAIM_TYPE_REFERENCE, NULL);
  g_autofree char *themes = NULL;
  g_autofree char *shapes = NULL;

  self->folder = folder != NULL ? g_strdup (folder) : essaim_reference_find_folder ();
  themes = g_build_filename (self->folder, "themes.csv", NULL);
  shapes = g_build_filename (self->folder, "geo", "shapes.bin", NULL);

  self->themes = essaim_themes_new (themes, error);
  if (self->themes == NULL || !load_territories (self, error))
    return NULL;

  self->shapes = essaim_shapes_new (shapes, error);
  if (self->shapes == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/* The data beside a program that was moved with its folders, or that runs where it was built. */
static char *
find_folder_beside_program (void)
{
  static const char * const places[] = { "../share/essaim", "../../data" };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *communes = g_build_filename (folder, places[i], "geo", "communes.bin", NULL);

      if (g_file_test (communes, G_FILE_TEST_EXISTS))
        return g_build_filename (folder, places[i], NULL);
    }

  return NULL;
}

/**
 * essaim_reference_find_folder:
 *
 * Finds the folder of the shipped data: that of the environment variable `ESSAIM_PKGDATADIR`, else the one beside the program,
 * else where it was installed.
 *
 * Returns: (transfer full) (type filename): the folder, which may not exist
 */
char *
essaim_reference_find_folder (void)
{
  const char *folder = g_getenv ("ESSAIM_PKGDATADIR");
  char *beside;

  if (folder != NULL && *folder != '\0')
    return g_strdup (folder);

  beside = find_folder_beside_program ();

  return beside != NULL ? beside : g_strdup (ESSAIM_PKGDATADIR);
}

/**
 * essaim_reference_get_folder:
 * @self: the shipped facts
 *
 * Returns: (transfer none) (type filename): the folder that they came from
 */
const char *
essaim_reference_get_folder (EssaimReference *self)
{
  return self->folder;
}

/**
 * essaim_reference_get_themes:
 * @self: the shipped facts
 *
 * Returns: (transfer none): the themes
 */
EssaimThemes *
essaim_reference_get_themes (EssaimReference *self)
{
  return self->themes;
}

/**
 * essaim_reference_get_gazetteer:
 * @self: the shipped facts
 *
 * Returns: (transfer none): the communes
 */
EssaimGazetteer *
essaim_reference_get_gazetteer (EssaimReference *self)
{
  return self->gazetteer;
}

/**
 * essaim_reference_get_territories:
 * @self: the shipped facts
 *
 * Returns: (transfer none): the territories
 */
EssaimTerritories *
essaim_reference_get_territories (EssaimReference *self)
{
  return self->territories;
}

/**
 * essaim_reference_get_shapes:
 * @self: the shipped facts
 *
 * Returns: (transfer none): the shapes
 */
EssaimShapes *
essaim_reference_get_shapes (EssaimReference *self)
{
  return self->shapes;
}
