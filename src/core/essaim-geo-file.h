/* essaim-geo-file.h: a compiled geographic file, mapped and checked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** EssaimReferenceError: why shipped facts could not be read. */
typedef enum
{
  ESSAIM_REFERENCE_ERROR_UNREADABLE,
  ESSAIM_REFERENCE_ERROR_DAMAGED,
} EssaimReferenceError;

#define ESSAIM_REFERENCE_ERROR (essaim_reference_error_quark ())
GQuark essaim_reference_error_quark (void);

typedef struct _EssaimGeoFile EssaimGeoFile;

EssaimGeoFile *essaim_geo_file_new         (const char *path, const char *magic, GError **error);
void           essaim_geo_file_free        (EssaimGeoFile *self);
const void    *essaim_geo_file_get_table   (EssaimGeoFile *self, guint table, gsize row_size, guint *n_rows);
const char    *essaim_geo_file_get_text    (EssaimGeoFile *self, guint32 offset);
void           essaim_geo_file_set_damaged (EssaimGeoFile *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimGeoFile, essaim_geo_file_free)

G_END_DECLS
