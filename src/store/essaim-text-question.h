/* essaim-text-question.h: typed text as FTS5 is asked for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-connection.h"

G_BEGIN_DECLS

/* expression: (out) (nullable): NULL when there is nothing to look for. n_phrases: (element-type guint8): of each term. */
gboolean essaim_text_question (EssaimConnection *connection, const char *text, char **expression, GByteArray **n_phrases,
                               GError **error);

G_END_DECLS
