/* essaim-staging.h: all rows of one refresh, and which of them are one project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "essaim-report.h"
#include "essaim-row.h"

G_BEGIN_DECLS

/** ESSAIM_NONE: the place of no row. */
#define ESSAIM_NONE G_MAXUINT32

typedef enum
{
  ESSAIM_STAGED_HEAD       = 1 << 0,  /* the first row of a project */
  ESSAIM_STAGED_REPEAT     = 1 << 1,  /* the very same row of the project came before: no site of its own */
  ESSAIM_STAGED_NO_ID      = 1 << 2,  /* known by its fingerprint */
  ESSAIM_STAGED_HAS_SITE   = 1 << 3,
  ESSAIM_STAGED_CHANGED    = 1 << 4,  /* of a head: its project must be written */
  ESSAIM_STAGED_LOST_ID    = 1 << 5,  /* it came with an id that is none */
} EssaimStagedFlags;

/** EssaimStaged: what is kept of a row in memory. */
typedef struct
{
  guint64 key;           /* hash of the project's id; before essaim_staging_group that of `feed:source_id`, unset without */
  guint64 fingerprint;
  guint64 content;       /* hash of all of it */
  guint32 place;         /* in the spool */
  guint32 title;         /* hash; 0 for a blank one */
  guint32 next;          /* the next row of the project, or ESSAIM_NONE */
  guint32 copy;          /* of NO_ID: 1, 2, … among rows of one fingerprint */
  guint32 known;         /* the stored record that it is, or ESSAIM_NONE */
  guint16 themes;
  guint8  precision;
  guint8  flags;
} EssaimStaged;

typedef struct _EssaimStaging EssaimStaging;

EssaimStaging *essaim_staging_new    (const char *folder, const char *feed, GError **error);
void           essaim_staging_free   (EssaimStaging *self);
gboolean       essaim_staging_add    (EssaimStaging *self, const EssaimRow *row, guint line, GError **error);
gboolean       essaim_staging_group  (EssaimStaging *self, EssaimReport *report, GError **error);
guint          essaim_staging_get_n  (EssaimStaging *self);
EssaimStaged  *essaim_staging_get    (EssaimStaging *self, guint n);
/* bytes holds the texts of row. */
gboolean       essaim_staging_read   (EssaimStaging *self, guint n, GByteArray *bytes, EssaimRow *row, GError **error);
/* The bytes of the row that was added last. */
const GByteArray *essaim_staging_get_bytes (EssaimStaging *self);
/* Whether each row is a project, by what is known of this row alone. */
gboolean       essaim_staging_is_plain (EssaimStaging *self);
char          *essaim_staging_get_id (EssaimStaging *self, guint n, const EssaimRow *row);
char          *essaim_staged_make_id (const EssaimStaged *staged, const char *feed, const EssaimRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EssaimStaging, essaim_staging_free)

G_END_DECLS
