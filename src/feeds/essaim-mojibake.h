/* essaim-mojibake.h: UTF-8 that was taken for Windows-1252 and written as UTF-8 once more: `Ã©` for “é”
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimMojibake: what was seen of a feed so far; zeroed to begin with. */
typedef struct
{
  guint    n;          /* characters written twice */
  guint    n_latin;    /* of these, the accents of French: what makes it certain */
  guint    wanted;     /* bytes still to come of the one at hand, … */
  guchar   low, high;  /* … and between what the next one is */
  gboolean is_mixed;   /* at least one character was written once only, so that nothing is certain */
} EssaimMojibake;

gboolean essaim_mojibake_is_suspect (const char *text, gsize length);
void     essaim_mojibake_add        (EssaimMojibake *mojibake, const char *text, gsize length);
gboolean essaim_mojibake_is_whole   (const EssaimMojibake *mojibake);
void     essaim_mojibake_append     (GString *out, const char *text, gsize length);

G_END_DECLS
