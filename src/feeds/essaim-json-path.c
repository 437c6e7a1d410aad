/* essaim-json-path.c: names of members, and what they make when joined by dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-path.h"

#include <string.h>

static void
append (GString    *path,
        const char *text,
        gsize       length)
{
  g_string_append_len (path, text, MIN (length, ESSAIM_JSON_PATH_MAX + 1 - path->len));
}

/**
 * essaim_json_path_enter:
 * @path: the path of any other value of the document
 * @parent_length: the bytes of the path of the object that has the member, which @path starts with
 * @name: (array length=length): the name of the member
 * @length: its bytes
 *
 * Makes it the path of the member.
 */
void
essaim_json_path_enter (GString    *path,
                        gsize       parent_length,
                        const char *name,
                        gsize       length)
{
  g_string_truncate (path, parent_length);
  if (parent_length > 0)
    append (path, ".", 1);
  append (path, name, length);
}

/**
 * essaim_json_path_is_whole:
 * @path: a path
 *
 * Returns: whether it was short enough to be kept, at most %ESSAIM_JSON_PATH_MAX bytes
 */
gboolean
essaim_json_path_is_whole (const GString *path)
{
  return path->len <= ESSAIM_JSON_PATH_MAX;
}

/**
 * essaim_json_path_get_last:
 * @path: member names joined by dots
 *
 * Returns: (transfer none): the last of them
 */
const char *
essaim_json_path_get_last (const char *path)
{
  const char *dot = strrchr (path, '.');

  return dot != NULL ? dot + 1 : path;
}

/**
 * essaim_json_path_hash:
 * @hash: the hash of what comes before, or %ESSAIM_JSON_PATH_NO_HASH
 * @text: (array length=length): what follows it; a NUL is just one more character
 * @length: its bytes
 *
 * The hash of g_str_hash(), which Daniel J. Bernstein posted to comp.lang.c.
 *
 * Returns: the hash of both
 */
guint
essaim_json_path_hash (guint       hash,
                       const char *text,
                       gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar) text[i];

  return hash;
}
