/* essaim-page.c: one page of an answer: its records, and what it says beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-page.h"

#include <string.h>

#include "essaim-json-escape.h"
#include "essaim-json-path.h"

/* What an answer says beside its records is not deeper, longer or more. */
#define MAX_DEPTH 4
#define MAX_VALUE_BYTES 4096
#define MAX_MEMBERS 200

/* This only finds where things are. Whether all of it is JSON is for the reader to say, when the pages are one. */
typedef struct
{
  const char *p;
  const char *end;
  GString    *path;    /* owned: of what is being read */
  EssaimPage *page;
} Scan;

static gboolean read_members (Scan *scan, guint depth);

static void
skip_space (Scan *scan)
{
  while (scan->p < scan->end && strchr (" \t\r\n", *scan->p) != NULL && *scan->p != '\0')
    scan->p++;
}

/* Whether that character comes next; goes past it. */
static gboolean
take (Scan *scan,
      char  expected)
{
  skip_space (scan);
  if (scan->p >= scan->end || *scan->p != expected)
    return FALSE;
  scan->p++;

  return TRUE;
}

static gboolean
skip_string (Scan *scan)
{
  for (scan->p++; scan->p < scan->end; scan->p++)
    {
      if (*scan->p == '"')
        {
          scan->p++;
          return TRUE;
        }
      if (*scan->p == '\\')
        scan->p++;
    }

  return FALSE;
}

/* Past an array or object, whatever is in it. */
static gboolean
skip_nested (Scan *scan)
{
  gsize depth = 0;

  while (scan->p < scan->end)
    {
      char c = *scan->p;

      if (c == '"')
        {
          if (!skip_string (scan))
            return FALSE;
          continue;
        }
      scan->p++;
      if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && --depth == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
skip_value (Scan *scan)
{
  const char *start;

  skip_space (scan);
  if (scan->p >= scan->end)
    return FALSE;
  if (*scan->p == '"')
    return skip_string (scan);
  if (*scan->p == '{' || *scan->p == '[')
    return skip_nested (scan);

  for (start = scan->p; scan->p < scan->end && (g_ascii_isalnum (*scan->p) || strchr ("+-.", *scan->p) != NULL);)
    if (*scan->p++ == '\0')
      return FALSE;

  return scan->p > start;
}

/* A string's text, or a word as it is; nothing for null. */
static char *
dup_scalar (const char *start,
            gsize       length)
{
  g_autoptr (GString) plain = NULL;
  gsize error_at;

  if (*start != '"')
    return length == 4 && memcmp (start, "null", 4) == 0 ? g_strdup ("") : g_strndup (start, length);

  plain = g_string_new (NULL);
  if (!essaim_json_unescape (start + 1, length - 2, plain, &error_at)
      || !g_utf8_validate (plain->str, plain->len, NULL))
    return g_strdup ("");

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static gboolean
read_scalar (Scan *scan)
{
  const char *start = scan->p;

  if (!skip_value (scan))
    return FALSE;
  if (scan->p - start <= MAX_VALUE_BYTES && g_hash_table_size (scan->page->members) < MAX_MEMBERS)
    g_hash_table_replace (scan->page->members, g_strdup (scan->path->str), dup_scalar (start, scan->p - start));

  return TRUE;
}

/* Notes where the records of the list are that comes next. */
static gboolean
read_list (Scan *scan)
{
  EssaimPage *page = scan->page;
  gboolean is_object = *scan->p++ == '{';
  char close = is_object ? '}' : ']';

  g_free (page->list);
  page->list = g_strdup (scan->path->str);
  page->start = scan->p - page->text;
  g_array_set_size (page->records, 0);

  while (!take (scan, close))
    {
      EssaimPageRecord record = { 0 };

      if (page->records->len > 0 && !take (scan, ','))
        return FALSE;
      skip_space (scan);
      record.start = scan->p - page->text;
      if (is_object)
        {
          if (scan->p >= scan->end || *scan->p != '"' || !skip_string (scan))
            return FALSE;
          record.name_length = scan->p - page->text - record.start;
          if (!take (scan, ':'))
            return FALSE;
        }
      if (!skip_value (scan))
        return FALSE;
      record.end = scan->p - page->text;
      g_array_append_val (page->records, record);
    }
  page->end = scan->p - 1 - page->text;

  return TRUE;
}

/* Where the answers that come in pages have their records. */
static gboolean
is_list (Scan *scan)
{
  static const char * const lists[] = { "results", "records", "result.records", "data", "items", "query_results",
                                        "entities", NULL };   /* PHP writes an empty object as an array */

  if (scan->page->list != NULL)
    return FALSE;
  if (*scan->p == '{')
    return g_str_equal (scan->path->str, "entities");

  return *scan->p == '[' && g_strv_contains (lists, scan->path->str);
}

static gboolean
read_member (Scan  *scan,
             gsize  parent_length,
             guint  depth)
{
  const char *name;

  skip_space (scan);
  name = scan->p;
  if (name >= scan->end || *name != '"' || !skip_string (scan))
    return FALSE;

  essaim_json_path_enter (scan->path, parent_length, name + 1, scan->p - name - 2);
  if (!take (scan, ':'))
    return FALSE;

  skip_space (scan);
  if (scan->p >= scan->end)
    return FALSE;
  if (is_list (scan))
    return read_list (scan);
  if (*scan->p == '{' && depth < MAX_DEPTH)
    return read_members (scan, depth + 1);
  if (*scan->p == '{' || *scan->p == '[')
    return skip_value (scan);

  return read_scalar (scan);
}

/* The members of an object that is no record. */
static gboolean
read_members (Scan  *scan,
              guint  depth)
{
  gsize length = scan->path->len;
  gboolean is_first = TRUE;

  if (!take (scan, '{'))
    return FALSE;

  for (; !take (scan, '}'); is_first = FALSE)
    if ((!is_first && !take (scan, ',')) || !read_member (scan, length, depth))
      return FALSE;

  g_string_truncate (scan->path, length);

  return TRUE;
}

/**
 * essaim_page_new:
 * @text: (array length=length): an answer; must outlive the page
 * @length: its bytes
 *
 * Finds the records of an answer that may be one page of many, and what it says beside them.
 *
 * Returns: (transfer full) (nullable): the page, without a list when there is none; %NULL when this is no such answer,
 *   or not whole
 */
EssaimPage *
essaim_page_new (const char *text,
                 gsize       length)
{
  g_autoptr (EssaimPage) page = g_new0 (EssaimPage, 1);
  g_autoptr (GString) path = g_string_new (NULL);
  Scan scan = { text, text + length, path, page };

  page->text = text;
  page->records = g_array_new (FALSE, FALSE, sizeof (EssaimPageRecord));
  page->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    scan.p += 3;

  if (!read_members (&scan, 1))
    return NULL;
  skip_space (&scan);

  return scan.p == scan.end ? g_steal_pointer (&page) : NULL;
}

/**
 * essaim_page_free:
 * @self: (transfer full) (nullable): a page
 */
void
essaim_page_free (EssaimPage *self)
{
  if (self == NULL)
    return;

  g_free (self->list);
  g_array_unref (self->records);
  g_hash_table_unref (self->members);
  g_free (self);
}

/**
 * essaim_page_get:
 * @self: a page
 * @path: (nullable): names of members, joined by dots
 *
 * Returns: (nullable): what the answer says there; empty for null, %NULL where it says nothing
 */
const char *
essaim_page_get (const EssaimPage *self,
                 const char       *path)
{
  return path != NULL ? g_hash_table_lookup (self->members, path) : NULL;
}

/**
 * essaim_page_get_number:
 * @self: a page
 * @path: (nullable): names of members, joined by dots
 * @fallback: what else
 *
 * Returns: the number there, or @fallback where there is none
 */
guint64
essaim_page_get_number (const EssaimPage *self,
                        const char       *path,
                        guint64           fallback)
{
  const char *text = essaim_page_get (self, path);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &number, NULL))
    return fallback;

  return number;
}

#define HASH_OF_NOTHING G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* FNV-1a, 64 bits (draft-eastlake-fnv). */
static guint64
hash_bytes (guint64     hash,
            const char *bytes,
            gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash;
}

/* The value of a record's own member, as it is written. */
static gboolean
find_id (const char  *text,
         gsize        length,
         const char  *id,
         const char **value,
         gsize       *value_length)
{
  Scan scan = { text, text + length, NULL, NULL };
  gsize id_length = strlen (id);

  for (char before = '{'; take (&scan, before); before = ',')
    {
      const char *name;

      skip_space (&scan);
      name = scan.p;
      if (name >= scan.end || *name != '"' || !skip_string (&scan))
        return FALSE;
      *value_length = scan.p - name - 2;
      if (!take (&scan, ':'))
        return FALSE;
      skip_space (&scan);
      *value = scan.p;
      if (!skip_value (&scan))
        return FALSE;
      if (*value_length == id_length && memcmp (name + 1, id, id_length) == 0)
        {
          *value_length = scan.p - *value;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * essaim_page_hash_record:
 * @self: a page
 * @number: of the record, from 0
 * @id: (nullable): the member that tells records apart …
 * @scope: (nullable): … within another one
 *
 * Returns: a hash that differs from those of other records: of its name, or of its id, or of all of it
 */
guint64
essaim_page_hash_record (const EssaimPage *self,
                         guint             number,
                         const char       *id,
                         const char       *scope)
{
  const EssaimPageRecord *record = &g_array_index (self->records, EssaimPageRecord, number);
  const char *bytes = self->text + record->start;
  gsize length = record->end - record->start;
  guint64 hash = HASH_OF_NOTHING;
  const char *value;
  gsize value_length;

  if (record->name_length > 0)
    return hash_bytes (hash, bytes, record->name_length);
  if (scope != NULL && find_id (bytes, length, scope, &value, &value_length))
    hash = hash_bytes (hash, value, value_length);
  if (id != NULL && find_id (bytes, length, id, &value, &value_length))
    return hash_bytes (hash, value, value_length);

  return hash_bytes (hash, bytes, length);
}
