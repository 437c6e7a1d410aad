/* essaim-field-values.h: whether the values of a field look like what its name promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-mapping.h"

G_BEGIN_DECLS

/* Where a role's share of fitting values must be, to believe a name. */
gboolean essaim_field_values_fit       (const EssaimFieldSample *sample, guint role, EssaimReference *reference);
/* The mean length of a value in characters, for choosing a title; 0 where values are no texts to read. */
double   essaim_field_values_get_prose (const EssaimFieldSample *sample);
/* What a value of a column of kinds says; FALSE for any other word. */
gboolean essaim_field_value_to_kind    (const char *value, EssaimKind *kind);
gboolean essaim_field_value_is_siret   (const char *value);

G_END_DECLS
