/* essaim-field-aliases.h: what publishers call the members of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

/** Three pieces of an address with names of their own; two come before ESSAIM_TARGET_ADDRESS itself, one after it. */
#define ESSAIM_ROLE_STREET_NUMBER ESSAIM_N_TARGETS
#define ESSAIM_ROLE_STREET_TYPE   (ESSAIM_N_TARGETS + 1)
#define ESSAIM_ROLE_ADDRESS_EXTRA (ESSAIM_N_TARGETS + 2)
#define ESSAIM_N_ROLES            (ESSAIM_N_TARGETS + 3)

/** EssaimFieldAliases: the names that are known, ready to be looked up. */
typedef struct _EssaimFieldAliases EssaimFieldAliases;

EssaimFieldAliases *essaim_field_aliases_new   (void);
void                essaim_field_aliases_free  (EssaimFieldAliases *aliases);
/* How well a name fits each role: 100 down to 1, 0 where it does not. Above ESSAIM_ALIAS_PARTIAL the whole name is
 * an alias. */
void                essaim_field_aliases_score (EssaimFieldAliases *aliases, const char *name,
                                                double scores[ESSAIM_N_ROLES]);
char               *essaim_field_name_split    (const char *name);
gboolean            essaim_field_name_is_of_other_things (const char *name);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimFieldAliases, essaim_field_aliases_free)

#define ESSAIM_ALIAS_PARTIAL 40.0

G_END_DECLS
