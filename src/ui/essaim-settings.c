/* essaim-settings.c: where the window finds what it looked like when it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-settings.h"

#include "essaim-config.h"

static GSettingsSchema *
find_schema_in (const char            *folder,
                const char            *below,
                GSettingsSchemaSource *parent)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (path, parent, TRUE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, ESSAIM_APP_ID, FALSE) : NULL;
}

/**
 * essaim_settings_new:
 * @folder: the folder of the shipped data
 *
 * Opens the settings. Their schema is the one beside @folder, else the one of the system: a program that was moved with its
 * folders, or that runs where it was built, has its own, not that of another version.
 *
 * Returns: (nullable) (transfer full): the settings; nothing where there is no schema, for GSettings would abort
 */
GSettings *
essaim_settings_new (const char *folder)
{
  static const char * const places[] = { "schemas", "../glib-2.0/schemas" };
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  for (guint i = 0; schema == NULL && i < G_N_ELEMENTS (places); i++)
    schema = find_schema_in (folder, places[i], source);
  if (schema == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, ESSAIM_APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
