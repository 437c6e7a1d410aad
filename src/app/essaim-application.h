/* essaim-application.h: the application: one instance, its options, its window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ESSAIM_TYPE_APPLICATION (essaim_application_get_type ())
G_DECLARE_FINAL_TYPE (EssaimApplication, essaim_application, ESSAIM, APPLICATION, AdwApplication)

EssaimApplication *essaim_application_new        (void);
gboolean           essaim_application_has_failed (EssaimApplication *self);

G_END_DECLS
