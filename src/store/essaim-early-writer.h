/* essaim-early-writer.h: the rows of a feed that is new, written while the rest of it is still read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-project-writer.h"

G_BEGIN_DECLS

typedef struct _EssaimEarlyWriter EssaimEarlyWriter;

/* Only the writer uses the connection, which is in a transaction, until essaim_early_writer_end. */
EssaimEarlyWriter *essaim_early_writer_start (EssaimConnection *connection, EssaimProjectWriter *writer, const char *feed);
/* bytes: of essaim_row_write. */
gboolean           essaim_early_writer_add   (EssaimEarlyWriter *self, const EssaimStaged *staged, const GByteArray *bytes,
                                              GError **error);
gboolean           essaim_early_writer_end   (EssaimEarlyWriter *self, GError **error);
void               essaim_early_writer_free  (EssaimEarlyWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimEarlyWriter, essaim_early_writer_free)

G_END_DECLS
