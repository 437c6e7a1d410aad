/* essaim-json-scanner.h: one token of a JSON text in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ESSAIM_JSON_SCAN_TOKEN,        /* a whole one */
  ESSAIM_JSON_SCAN_NEEDS_MORE,   /* the text ends before it does */
  ESSAIM_JSON_SCAN_WRONG,        /* there is none like that */
} EssaimJsonScan;

/** EssaimJsonToken: `{` `}` `[` `]` `,` `:`, `"` for a string, `0` for a number, `t` `f` `n` for the words. */
typedef struct
{
  char        kind;
  const char *text;          /* of strings what is between the quotes, as it stands; of others all of it */
  gsize       length;
  gboolean    has_escapes;
  gboolean    is_plain;      /* the gate would leave every character as it is */
  gsize       n_scanned;     /* bytes of a string that was cut that need no second look */
  const char *end;           /* what comes after; or what is wrong */
} EssaimJsonToken;

EssaimJsonScan essaim_json_scan (const char *text, const char *end, gboolean is_last, EssaimJsonToken *token);

G_END_DECLS
