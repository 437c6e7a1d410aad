/* essaim-feed-licences.c: the licences that open data usually has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-feed-licences.h"

#include <string.h>

#include "essaim-text.h"

/* Names, and what catalogues write for them: data.gouv.fr has `fr-lo` and `lov2`, CKAN `odc-odbl`. The longer of two that
 * begin alike comes first. */
static const struct
{
  const char *name;
  const char *marks[5];
} licences[ESSAIM_N_FEED_LICENCES] = {
  { "Licence Ouverte 2.0", { "licence ouverte", "open licence", "fr-lo", "lov2", "etalab" } },
  { "ODbL 1.0", { "odbl", "open database license" } },
  { "CC BY-SA 4.0", { "by-sa", "by sa", "sharealike" } },
  { "CC BY 4.0", { "cc-by", "cc by", "creative commons attribution" } },
  { "CC0 1.0", { "cc0", "cc zero", "cc-zero" } },
};

/**
 * essaim_feed_licence_get:
 * @i: below %ESSAIM_N_FEED_LICENCES
 *
 * Returns: the name of a usual licence, which is not translated
 */
const char *
essaim_feed_licence_get (guint i)
{
  return licences[i].name;
}

/**
 * essaim_feed_licence_find:
 * @text: (nullable): what a catalogue or a person says
 * @licence: (out): which of the usual ones it is; untouched when it is none
 *
 * Returns: whether it is a usual one
 */
gboolean
essaim_feed_licence_find (const char *text,
                          guint      *licence)
{
  g_autofree char *folded = text != NULL ? essaim_text_fold (text) : NULL;

  for (guint i = 0; folded != NULL && i < ESSAIM_N_FEED_LICENCES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (licences[i].marks) && licences[i].marks[j] != NULL; j++)
      if (strstr (folded, licences[i].marks[j]) != NULL)
        {
          *licence = i;
          return TRUE;
        }

  return FALSE;
}
