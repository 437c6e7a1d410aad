/* essaim-licence.c: tags that name a licence
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-licence.h"

#include <string.h>

#include "essaim-text.h"

/* A longer text may speak of licences; it is not the name of one. In bytes. */
#define NAME_MAX_BYTES 60

/* Names begin so, folded, with blanks for dashes; nothing else does: there are themes called “licences”. */
static const char * const beginnings[] = {
  "cc by", "cc0", "cc zero", "creative commons", "odbl", "odc by", "odc pddl", "open database licen",
  "open data commons",
  "licence ouverte", "open licence", "licence creative commons", "licence odbl", "licence etalab", "etalab 2.0", "lov2",
  "public domain", "tous droits reserves", "all rights reserved",
};

/* Most tags begin like none of them: that costs next to nothing. */
static gboolean
may_be_name (const char *tag,
             gsize       length)
{
  if (length < 3 || length > NAME_MAX_BYTES || strchr ("cloepta", g_ascii_tolower (tag[0])) == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_tolower (tag[0]) == beginnings[i][0] && g_ascii_tolower (tag[1]) == beginnings[i][1])
      return TRUE;

  return FALSE;
}

/**
 * essaim_licence_is_name:
 * @tag: (array length=length): a tag
 * @length: its bytes
 *
 * GoGoCarto lists the licence of what it gathered among the categories (`CC-By-SA`).
 *
 * Returns: whether the tag is the name of a licence
 */
gboolean
essaim_licence_is_name (const char *tag,
                        gsize       length)
{
  g_autofree char *copy = NULL;
  g_autofree char *folded = NULL;

  if (!may_be_name (tag, length))
    return FALSE;

  copy = g_strndup (tag, length);
  folded = essaim_text_fold (copy);
  g_strdelimit (folded, "-_", ' ');
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      gsize n = strlen (beginnings[i]);

      if (strncmp (folded, beginnings[i], n) == 0
          && (g_str_has_suffix (beginnings[i], "licen") || !g_ascii_isalpha (folded[n])))
        return TRUE;
    }

  return FALSE;
}
