/* essaim-paged-array.h: a long array in a file without a name, little of which is in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EssaimPagedArray EssaimPagedArray;

/* folder: NULL for the system's folder of temporary files. */
EssaimPagedArray *essaim_paged_array_new    (const char *folder, gsize element_size, GError **error);
void              essaim_paged_array_free   (EssaimPagedArray *self);
/* Elements that were got before may move. */
gboolean          essaim_paged_array_append (EssaimPagedArray *self, gconstpointer element, GError **error);
guint             essaim_paged_array_get_n  (const EssaimPagedArray *self);
/* Fast in order; in any other one, all of it comes into memory. */
gpointer          essaim_paged_array_get    (EssaimPagedArray *self, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimPagedArray, essaim_paged_array_free)

G_END_DECLS
