/* essaim-json-path.c: names of members, and what they make when joined by dots
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-json-path.h"

#include <string.h>

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
