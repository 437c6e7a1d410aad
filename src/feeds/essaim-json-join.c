/* essaim-json-join.c: the themes of what structures offer, where a file has both
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-join.h"

#include <string.h>

/* What is kept for one structure, in bytes: its themes are a few words. */
#define MAX_THEMES_BYTES 2000

/* What is kept in all, so that no file can fill the memory. */
#define MAX_STRUCTURES 500000

static gboolean
add_service_cb (const EssaimRecord  *record,
                gpointer             user_data,
                GError             **error)
{
  GHashTable *themes = user_data;
  guint id_field, themes_field;
  const char *id, *added, *known;

  if (!essaim_fields_lookup (record->fields, "structure_id", &id_field)
      || !essaim_fields_lookup (record->fields, "thematiques", &themes_field))
    return TRUE;

  id = essaim_record_get (record, id_field);
  added = essaim_record_get (record, themes_field);
  if (id == NULL || added == NULL || g_hash_table_size (themes) >= MAX_STRUCTURES)
    return TRUE;

  known = g_hash_table_lookup (themes, id);
  if (known == NULL)
    g_hash_table_insert (themes, g_strdup (id), g_strdup (added));
  else if (strlen (known) + strlen (added) < MAX_THEMES_BYTES && strstr (known, added) == NULL)
    g_hash_table_insert (themes, g_strdup (id), g_strconcat (known, "|", added, NULL));

  return TRUE;
}

/**
 * essaim_json_join_read:
 * @reading: a file of structures and of what they offer, as data.inclusion has them
 * @path: where the offers are
 * @error: return location for an error of the reader
 *
 * Reads the file to its end. Offers name their structure by `structure_id`, and have the themes: schema of
 * data.inclusion, v1.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the themes of what each structure offers, by its id
 */
GHashTable *
essaim_json_join_read (const EssaimReading  *reading,
                       const char           *path,
                       GError              **error)
{
  g_autoptr (GHashTable) themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (EssaimReport) ignored = essaim_report_new (NULL);
  EssaimReading services = *reading;

  services.func = add_service_cb;
  services.user_data = themes;
  services.report = ignored;
  if (!essaim_json_reader_read (&services, path, NULL, error))
    return NULL;

  return g_steal_pointer (&themes);
}
