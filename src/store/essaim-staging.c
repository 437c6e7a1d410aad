/* essaim-staging.c: all rows of one refresh
 *
 * The rows wait in a spool until all are there: only then is it known whether the ids of the feed name projects. The
 * same rows give the same projects, whatever was stored before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-staging.h"

#include "essaim-hash.h"
#include "essaim-paged-array.h"
#include "essaim-spool.h"

struct _EssaimStaging
{
  char             *feed;
  EssaimSpool      *spool;
  EssaimPagedArray *rows;      /* (element-type EssaimStaged) */
  GByteArray       *bytes;     /* for one row */
};

/**
 * essaim_staging_new:
 * @folder: (nullable): where the spool is made
 * @feed: the feed's id
 * @error: return location
 *
 * Returns: (transfer full): a place for the rows of one refresh
 */
EssaimStaging *
essaim_staging_new (const char *folder,
                    const char *feed,
                    GError    **error)
{
  g_autoptr (EssaimStaging) self = g_new0 (EssaimStaging, 1);

  self->feed = g_strdup (feed);
  self->bytes = g_byte_array_new ();
  self->spool = essaim_spool_new (folder, error);
  self->rows = self->spool != NULL ? essaim_paged_array_new (folder, sizeof (EssaimStaged), error) : NULL;

  return self->rows != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * essaim_staging_free:
 * @self: (nullable): what essaim_staging_new() returned
 */
void
essaim_staging_free (EssaimStaging *self)
{
  if (self == NULL)
    return;

  g_free (self->feed);
  essaim_spool_free (self->spool);
  essaim_paged_array_free (self->rows);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static guint64
hash_id (EssaimStaging *self,
         const char    *source_id)
{
  g_autofree char *id = g_strconcat (self->feed, ":", source_id, NULL);

  return essaim_hash_text (0, id);
}

/**
 * essaim_staging_add:
 * @self: a staging that was not grouped yet
 * @row: a row, copied
 * @line: where it stands in the feed
 * @error: return location
 *
 * Returns: whether the row is kept
 */
gboolean
essaim_staging_add (EssaimStaging   *self,
                    const EssaimRow *row,
                    guint            line,
                    GError         **error)
{
  guint64 title = essaim_row_hash_title (row);
  guint32 line_bytes = line;
  const char *id = row->texts[ESSAIM_ROW_SOURCE_ID];
  gboolean has_id = id != NULL && *id != '~';   /* names of fingerprints begin so */
  EssaimStaged staged = {
    .key = has_id ? hash_id (self, id) : 0,
    .title = title != 0 ? (guint32) title | 1 : 0,
    .next = ESSAIM_NONE,
    .known = ESSAIM_NONE,
    .themes = (guint16) essaim_theme_hows_get_set (row->numbers.themes),
    .precision = row->numbers.precision,
    .copy = 1,
    .flags = (row->numbers.has_site ? ESSAIM_STAGED_HAS_SITE : 0) | (has_id ? 0 : ESSAIM_STAGED_NO_ID),
  };

  essaim_row_write (row, self->bytes);
  staged.content = essaim_hash_bytes (0, self->bytes->data, self->bytes->len);
  staged.fingerprint = title != 0 ? essaim_row_fingerprint (row, title) : staged.content;
  g_byte_array_append (self->bytes, (const guint8 *) &line_bytes, sizeof line_bytes);
  if (!essaim_spool_append (self->spool, self->bytes->data, self->bytes->len, &staged.place, error))
    return FALSE;

  return essaim_paged_array_append (self->rows, &staged, error);
}

/**
 * essaim_staging_get_n:
 * @self: a staging
 *
 * Returns: how many rows it has
 */
guint
essaim_staging_get_n (EssaimStaging *self)
{
  return essaim_paged_array_get_n (self->rows);
}

/**
 * essaim_staging_get:
 * @self: a staging
 * @n: a row, in the order of the feed
 *
 * Returns: (transfer none): what is kept of it in memory
 */
EssaimStaged *
essaim_staging_get (EssaimStaging *self,
                    guint          n)
{
  return essaim_paged_array_get (self->rows, n);
}

/**
 * essaim_staging_get_bytes:
 * @self: a staging
 *
 * Returns: (transfer none): the row that was added last, for essaim_row_read()
 */
const GByteArray *
essaim_staging_get_bytes (EssaimStaging *self)
{
  return self->bytes;
}

/**
 * essaim_staging_is_plain:
 * @self: a staging with its rows grouped
 *
 * Returns: whether each row is a project of its own, whose id could be told from this row alone
 */
gboolean
essaim_staging_is_plain (EssaimStaging *self)
{
  for (guint i = 0; i < essaim_staging_get_n (self); i++)
    {
      const EssaimStaged *row = essaim_staging_get (self, i);

      if ((row->flags & ESSAIM_STAGED_HEAD) == 0 || (row->flags & ESSAIM_STAGED_LOST_ID) != 0 || row->copy > 1)
        return FALSE;
    }

  return TRUE;
}

/**
 * essaim_staging_read:
 * @self: a staging to which no more is added
 * @n: a row
 * @bytes: room for its texts
 * @row: (out caller-allocates): the row; its texts are in @bytes
 * @error: return location
 *
 * Returns: whether it was read
 */
gboolean
essaim_staging_read (EssaimStaging *self,
                     guint          n,
                     GByteArray    *bytes,
                     EssaimRow     *row,
                     GError       **error)
{
  if (!essaim_spool_read (self->spool, essaim_staging_get (self, n)->place, bytes, error))
    return FALSE;

  essaim_row_read (row, bytes->data);
  return TRUE;
}

/**
 * essaim_staging_get_id:
 * @self: a staging with its rows grouped
 * @n: a row
 * @row: (nullable): the same, read; not needed for one without an id
 *
 * Returns: (transfer full): the id of its project
 */
char *
essaim_staging_get_id (EssaimStaging   *self,
                       guint            n,
                       const EssaimRow *row)
{
  return essaim_staged_make_id (essaim_staging_get (self, n), self->feed, row);
}

/**
 * essaim_staged_make_id:
 * @staged: what is kept of a row
 * @feed: the feed's id
 * @row: (nullable): the same, read; not needed for one without an id
 *
 * Returns: (transfer full): the id of its project
 */
char *
essaim_staged_make_id (const EssaimStaged *staged,
                       const char         *feed,
                       const EssaimRow    *row)
{
  if ((staged->flags & ESSAIM_STAGED_NO_ID) == 0)
    return g_strconcat (feed, ":", row->texts[ESSAIM_ROW_SOURCE_ID], NULL);
  if (staged->copy == 1)
    return g_strdup_printf ("%s:~%016" G_GINT64_MODIFIER "x", feed, staged->fingerprint);

  return g_strdup_printf ("%s:~%016" G_GINT64_MODIFIER "x-%u", feed, staged->fingerprint, staged->copy);
}
