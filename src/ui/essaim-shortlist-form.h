/* essaim-shortlist-form.h: the name of a shortlist, and the territory it is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "essaim-reference.h"

G_BEGIN_DECLS

/** EssaimShortlistForm: property `verb`: what its button says. Signal `accepted` (name, territory): the person is done;
 * territory is an id, NULL for none. */
#define ESSAIM_TYPE_SHORTLIST_FORM (essaim_shortlist_form_get_type ())
G_DECLARE_FINAL_TYPE (EssaimShortlistForm, essaim_shortlist_form, ESSAIM, SHORTLIST_FORM, GtkWidget)

/* home: (nullable) id of the person's own territory; territory: (nullable) id of the one chosen */
void essaim_shortlist_form_show (EssaimShortlistForm *self,
                                 EssaimReference     *reference,
                                 const char          *name,
                                 const char          *territory,
                                 const char          *home);

G_END_DECLS
