/* essaim-work-copies.c: telephone and e-mail in the copies that entries keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-text.h"
#include "essaim-work-private.h"

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_text (JsonNode *node)
{
  gboolean is_text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;

  return is_text ? json_node_get_string (node) : "";
}

/* Whether all that vouch for it are past: those named as its origin, or else all sources of the copy. */
static gboolean
is_past (JsonObject     *copy,
         const char     *field,
         EssaimPastFunc  is_record_past,
         gpointer        user_data)
{
  JsonObject *origins = get_object (copy, "origins");
  JsonArray *records = get_array (origins, field);
  JsonArray *vouching = records != NULL ? records : get_array (copy, "sources");
  const guint n = vouching != NULL ? json_array_get_length (vouching) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (vouching, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), "record");
      if (node == NULL || !is_record_past (get_text (node), user_data))
        return FALSE;
    }

  return n > 0;
}

/* (transfer full) (nullable): the copy without what is past; NULL where nothing is. */
static char *
strip (const char     *json,
       EssaimPastFunc  is_record_past,
       gpointer        user_data)
{
  static const char * const fields[] = { "email", "phone" };
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *copy = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *contact = copy != NULL ? get_object (copy, "contact") : NULL;
  gboolean is_changed = FALSE;

  for (guint i = 0; contact != NULL && i < G_N_ELEMENTS (fields); i++)
    if (json_object_has_member (contact, fields[i]) && is_past (copy, fields[i], is_record_past, user_data))
      {
        json_object_remove_member (contact, fields[i]);
        is_changed = TRUE;
      }

  return is_changed ? essaim_json_to_text (node, FALSE) : NULL;
}

/* (element-type utf8 utf8): UUIDs of entries, each with its copy from now on. */
static GHashTable *
list_stripped (EssaimWork      *self,
               EssaimPastFunc   is_record_past,
               gpointer         user_data,
               GError         **error)
{
  g_autoptr (GHashTable) stripped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  EssaimStatement *row = essaim_work_query (self, "SELECT uuid, copy FROM entry WHERE copy LIKE '%\"contact\"%'", NULL,
                                            0, error);

  if (row == NULL)
    return NULL;

  while (essaim_statement_step (row, &local_error))
    {
      char *copy = strip (essaim_statement_get_text (row, 1), is_record_past, user_data);

      if (copy != NULL)
        g_hash_table_insert (stripped, essaim_statement_dup_text (row, 0), copy);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&stripped);
}

static gboolean
write_copies (EssaimWork  *self,
              GHashTable  *copies,
              GError     **error)
{
  GHashTableIter iter;
  gpointer uuid, copy;

  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, &uuid, &copy))
    if (!essaim_work_set_field (self, "entry", uuid, "copy", copy, error))
      return FALSE;

  return TRUE;
}

/**
 * essaim_work_erase_contacts:
 * @self: work
 * @is_record_past: (scope call): whether a record vanished so long ago that nobody vouches for its contacts any more
 * @user_data: for @is_record_past
 * @error: return location for an error
 *
 * Erases telephone and e-mail in the copies of entries, where the records that they came from are past. What the person
 * noted or corrected stays.
 *
 * Returns: whether none is left
 */
gboolean
essaim_work_erase_contacts (EssaimWork      *self,
                            EssaimPastFunc   is_record_past,
                            gpointer         user_data,
                            GError         **error)
{
  g_autoptr (GHashTable) copies = NULL;

  g_return_val_if_fail (ESSAIM_IS_WORK (self), FALSE);

  copies = list_stripped (self, is_record_past, user_data, error);
  if (copies == NULL)
    return FALSE;

  return g_hash_table_size (copies) == 0 ||
         (essaim_work_begin (self, error) && essaim_work_end (self, write_copies (self, copies, error), error));
}
