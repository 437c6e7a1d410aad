/* essaim-json-node.c: the members that the records of a JSON document have, as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-node.h"

#include <string.h>

#include "essaim-json-path.h"
#include "essaim-json-sites.h"
#include "essaim-reading.h"
#include "essaim-text.h"

/* Of one tree; a document that uses ids as member names could have any number. */
#define MAX_NODES (2 * ESSAIM_READING_MAX_FIELDS)

/* Of the name of a member; more would be cut off the name of its field. */
#define MAX_KEY_BYTES (4 * ESSAIM_TEXT_LINE_MAX)

#define NOT_YET G_MAXUINT
#define NEVER (G_MAXUINT - 1)

struct _EssaimJsonNode
{
  /* Owned */
  char             *key;          /* of length bytes; a NUL may be one of them */
  GPtrArray        *children;     /* (element-type EssaimJsonNode) (nullable) */
  GHashTable       *by_key;       /* (element-type EssaimJsonNode) (nullable): the children again */

  /* Borrowed */
  EssaimJsonNode   *parent;       /* (nullable) */
  EssaimJsonNode   *root;

  gsize             length;
  guint             n_nodes;      /* in the root: of the tree, but for itself */
  guint             index;        /* among its siblings */
  guint             next;         /* the child that will probably be asked for */
  guint             field;
  EssaimJsonMember  member;
  gboolean          is_record;
};

/**
 * essaim_json_node_new:
 * @is_record: whether the members at the top are those of a record itself, of which some have a meaning
 *
 * Returns: (transfer full): the root of a tree
 */
EssaimJsonNode *
essaim_json_node_new (gboolean is_record)
{
  EssaimJsonNode *node = g_new0 (EssaimJsonNode, 1);

  node->root = node;
  node->field = NOT_YET;
  node->is_record = is_record;

  return node;
}

/**
 * essaim_json_node_free:
 * @node: (transfer full): the root of a tree
 */
void
essaim_json_node_free (EssaimJsonNode *node)
{
  g_clear_pointer (&node->by_key, g_hash_table_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node->key);
  g_free (node);
}

static guint
hash_key (gconstpointer data)
{
  const EssaimJsonNode *node = data;

  return essaim_json_path_hash (ESSAIM_JSON_PATH_NO_HASH, node->key, node->length);
}

static gboolean
has_key (const EssaimJsonNode *node,
         const char           *key,
         gsize                 length)
{
  return node->length == length && memcmp (node->key, key, length) == 0;
}

static gboolean
are_keys_equal (gconstpointer a,
                gconstpointer b)
{
  const EssaimJsonNode *other = b;

  return has_key (a, other->key, other->length);
}

static EssaimJsonMember
find_member (const EssaimJsonNode *node)
{
  static const struct
  {
    const char       *key;
    EssaimJsonMember  member;
    gboolean          is_of_record;
  } members[] = {
    { "geometry", ESSAIM_JSON_MEMBER_GEOMETRY, FALSE },
    { "name", ESSAIM_JSON_MEMBER_NAME, FALSE },
    { "label", ESSAIM_JSON_MEMBER_NAME, FALSE },
    { "title", ESSAIM_JSON_MEMBER_NAME, FALSE },
    { "nom", ESSAIM_JSON_MEMBER_NAME, FALSE },
    { "libelle", ESSAIM_JSON_MEMBER_NAME, FALSE },
    { "id", ESSAIM_JSON_MEMBER_ID, TRUE },
    { "type", ESSAIM_JSON_MEMBER_TYPE, TRUE },
    { "bbox", ESSAIM_JSON_MEMBER_SHAPE, TRUE },
    { "coordinates", ESSAIM_JSON_MEMBER_SHAPE, TRUE },
    { "geometries", ESSAIM_JSON_MEMBER_SHAPE, TRUE },
    { "properties", ESSAIM_JSON_MEMBER_PROPERTIES, TRUE },
    { "fields", ESSAIM_JSON_MEMBER_FIELDS, TRUE },
    { ESSAIM_JSON_SITES, ESSAIM_JSON_MEMBER_SITES, TRUE },
    { "sites", ESSAIM_JSON_MEMBER_SITES, TRUE },
  };

  if (node->parent->member == ESSAIM_JSON_MEMBER_GEOMETRY
      && (g_str_equal (node->key, "coordinates") || g_str_equal (node->key, "type")))
    return ESSAIM_JSON_MEMBER_COORDINATES;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (node->key, members[i].key) && (node->parent->is_record || !members[i].is_of_record))
      return members[i].member;

  return ESSAIM_JSON_MEMBER_FIELD;
}

static EssaimJsonNode *
add_child (EssaimJsonNode *node,
           const char     *key,
           gsize           length)
{
  EssaimJsonNode *child = essaim_json_node_new (FALSE);

  if (node->children == NULL)
    {
      node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) essaim_json_node_free);
      node->by_key = g_hash_table_new (hash_key, are_keys_equal);
    }

  child->key = g_malloc (length + 1);
  memcpy (child->key, key, length);
  child->key[length] = '\0';
  child->length = length;
  child->parent = node;
  child->root = node->root;
  child->root->n_nodes++;
  child->index = node->children->len;
  child->member = find_member (child);
  g_ptr_array_add (node->children, child);
  g_hash_table_add (node->by_key, child);

  return child;
}

/* How many bytes of a name count: of whole characters. */
static gsize
cut_key (const char *key,
         gsize       length)
{
  if (length <= MAX_KEY_BYTES)
    return length;

  for (length = MAX_KEY_BYTES; ((guchar) key[length] & 0xC0) == 0x80;)
    length--;

  return length;
}

/**
 * essaim_json_node_get_child:
 * @node: a node
 * @key: (array length=length): the name of a member, in UTF-8
 * @length: its bytes
 *
 * Records have their members in the same order as a rule, so this is one comparison as a rule.
 *
 * Returns: (transfer none) (nullable): the node of that member; %NULL when the tree has too many to be fields
 */
EssaimJsonNode *
essaim_json_node_get_child (EssaimJsonNode *node,
                            const char     *key,
                            gsize           length)
{
  guint n = node->children != NULL ? node->children->len : 0;
  EssaimJsonNode wanted = { .key = (char *) key };
  EssaimJsonNode *child;

  wanted.length = length = cut_key (key, length);
  for (guint i = 0; i < MIN (n, 2); i++)
    {
      guint at = node->next + i < n ? node->next + i : node->next + i - n;

      child = g_ptr_array_index (node->children, at);
      if (has_key (child, key, length))
        {
          node->next = at + 1 < n ? at + 1 : 0;
          return child;
        }
    }

  child = n > 0 ? g_hash_table_lookup (node->by_key, &wanted) : NULL;
  if (child == NULL && node->root->n_nodes < MAX_NODES)
    child = add_child (node, key, length);
  if (child != NULL)
    node->next = child->index + 1 < node->children->len ? child->index + 1 : 0;

  return child;
}

/**
 * essaim_json_node_get_member:
 * @node: a node
 *
 * Returns: what the member means to the reader
 */
EssaimJsonMember
essaim_json_node_get_member (const EssaimJsonNode *node)
{
  return node->member;
}

static void
append_path (const EssaimJsonNode *node,
             GString              *path)
{
  if (node->parent == NULL)
    return;

  append_path (node->parent, path);
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append_len (path, node->key, node->length);
}

/**
 * essaim_json_node_has_field:
 * @node: a node
 * @field: (out): the field of its values
 *
 * Returns: whether it had a value in any record yet
 */
gboolean
essaim_json_node_has_field (const EssaimJsonNode *node,
                            guint                *field)
{
  *field = node->field;

  return node->field != NOT_YET && node->field != NEVER;
}

static guint
intern (const EssaimJsonNode *node,
        EssaimFields         *fields)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *name = NULL;
  guint field;

  append_path (node, path);
  name = essaim_text_clean (path->str, path->len, ESSAIM_TEXT_LINE, ESSAIM_TEXT_LINE_MAX);
  if (essaim_fields_lookup (fields, name, &field))
    return field;
  if (essaim_fields_get_n (fields) >= ESSAIM_READING_MAX_FIELDS)
    return NEVER;

  return essaim_fields_intern (fields, *name != '\0' ? name : "value");
}

/**
 * essaim_json_node_find_field:
 * @node: a node
 * @fields: the fields of the records
 * @field: (out): the field of its values, added when it is new
 *
 * Returns: whether there is one; there is none beyond %ESSAIM_READING_MAX_FIELDS
 */
gboolean
essaim_json_node_find_field (EssaimJsonNode *node,
                             EssaimFields   *fields,
                             guint          *field)
{
  if (node->field == NOT_YET)
    node->field = intern (node, fields);
  *field = node->field;

  return node->field != NEVER;
}
