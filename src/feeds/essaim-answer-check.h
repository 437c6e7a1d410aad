/* essaim-answer-check.h: answers that are not what their status says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "essaim-report.h"

G_BEGIN_DECLS

/* Whether it is no error that the server sends as if it were data. */
gboolean essaim_answer_check_error (const char *path, const char *host, GError **error);
/* Leaves out a last line that may be half of one. */
gboolean essaim_answer_check_end   (const char *path, EssaimReport *report, GError **error);

G_END_DECLS
