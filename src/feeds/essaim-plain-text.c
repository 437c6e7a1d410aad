/* essaim-plain-text.c: text that the gate would leave as it is: most text of most feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-plain-text.h"

/**
 * essaim_plain_is:
 * @text: (array length=length): well-formed UTF-8
 * @length: its bytes
 *
 * Returns: whether all its characters are plain
 */
gboolean
essaim_plain_is (const char *text,
                 gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      guint n = end - text >= 8 ? essaim_plain_count (essaim_plain_mark (essaim_plain_load (text))) : 0;

      if (n == 0)
        n = essaim_plain_length (text, end - text);
      if (n == 0)
        return FALSE;
      text += n;
    }

  return TRUE;
}
