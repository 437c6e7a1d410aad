/* essaim-origin.h: who gave a field of a project its value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-vocabulary.h"

G_BEGIN_DECLS

/** EssaimOrigin: one who gave a field its value. Themes, audiences, places and money are those of all: several. */
typedef struct
{
  EssaimField  field;
  char        *record;    /* id of what the source alone says; NULL: the person */
} EssaimOrigin;

GPtrArray *essaim_origins_new    (void);
void       essaim_origins_add    (GPtrArray *origins, EssaimField field, const char *record);
void       essaim_origins_forget (GPtrArray *origins, EssaimField field);
char      *essaim_origins_write  (GPtrArray *origins);
void       essaim_origins_read   (GPtrArray *origins, const char *text);

G_END_DECLS
