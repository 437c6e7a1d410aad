/* essaim-correct-letter.h: tells a publisher what is wrong, by the person's own mail program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-evidence.h"
#include "essaim-session.h"

G_BEGIN_DECLS

/* Activates `letter.say` (s) of window, else `win.say`, with what was done. values, has: as for EssaimPublisherLetter. */
void essaim_correct_letter_send (GtkWindow          *window,
                                 EssaimSession      *session,
                                 EssaimEvidence     *evidence,
                                 const char * const *values,
                                 const gboolean     *has);

G_END_DECLS
