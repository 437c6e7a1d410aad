/* essaim-staging.c: all rows of one refresh, and which of them are one project
 *
 * The rows wait in a spool until all are there: only then is it known whether the ids of the feed name projects. The
 * same rows give the same projects, whatever was stored before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-staging.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-hash.h"
#include "essaim-spool.h"

/* A feed in which at most one row in so many has an id that also stands over another title is believed all the same: such an id
 * is then one project. */
#define ROWS_PER_SLIP 100

struct _EssaimStaging
{
  char        *feed;
  EssaimSpool *spool;
  GArray      *rows;      /* (element-type EssaimStaged) */
  GByteArray  *bytes;     /* for one row */
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
  EssaimSpool *spool = essaim_spool_new (folder, error);
  EssaimStaging *self;

  if (spool == NULL)
    return NULL;

  self = g_new0 (EssaimStaging, 1);
  self->feed = g_strdup (feed);
  self->spool = spool;
  self->rows = g_array_new (FALSE, FALSE, sizeof (EssaimStaged));
  self->bytes = g_byte_array_new ();

  return self;
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
  g_array_unref (self->rows);
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

  g_array_append_val (self->rows, staged);
  return TRUE;
}

static int
compare_ids_cb (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const EssaimStaged *rows = user_data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (rows[i].key != rows[j].key)
    return rows[i].key < rows[j].key ? -1 : 1;

  return i < j ? -1 : i > j;
}

static int
compare_fingerprints_cb (gconstpointer a,
                         gconstpointer b,
                         gpointer      user_data)
{
  const EssaimStaged *rows = user_data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (rows[i].fingerprint != rows[j].fingerprint)
    return rows[i].fingerprint < rows[j].fingerprint ? -1 : 1;
  if (rows[i].content != rows[j].content)
    return rows[i].content < rows[j].content ? -1 : 1;

  return i < j ? -1 : i > j;
}

/* (element-type guint32): the rows that have all of @with and nothing of @without, in order. */
static GArray *
sort_rows (EssaimStaging   *self,
           guint8           with,
           guint8           without,
           GCompareDataFunc compare)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->rows->len; i++)
    {
      guint8 flags = essaim_staging_get (self, i)->flags;

      if ((flags & with) == with && (flags & without) == 0)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare, self->rows->data);

  return order;
}

/* The end of the run of rows with one id that begins at @start. */
static guint
find_run_end (EssaimStaging *self,
              GArray        *order,
              guint          start)
{
  guint64 key = essaim_staging_get (self, g_array_index (order, guint32, start))->key;
  guint end = start + 1;

  while (end < order->len && essaim_staging_get (self, g_array_index (order, guint32, end))->key == key)
    end++;

  return end;
}

/* The first row of a run whose title is another one than those before; ESSAIM_NONE when all are the same or blank. */
static guint32
find_other_title (EssaimStaging *self,
                  GArray        *order,
                  guint          start,
                  guint          end)
{
  guint32 title = 0;

  for (guint i = start; i < end; i++)
    {
      guint32 row = g_array_index (order, guint32, i);
      guint32 its_title = essaim_staging_get (self, row)->title;

      if (title == 0)
        title = its_title;
      else if (its_title != 0 && its_title != title)
        return row;
    }

  return ESSAIM_NONE;
}

/* One warning for all: reading each of them back could take long. */
static gboolean
warn_of_slips (EssaimStaging *self,
               guint32        first,
               guint          count,
               EssaimReport  *report,
               GError       **error)
{
  g_autofree char *text = NULL;
  guint32 line;
  EssaimRow row;

  if (!essaim_staging_read (self, first, self->bytes, &row, error))
    return FALSE;

  memcpy (&line, self->bytes->data + self->bytes->len - sizeof line, sizeof line);
  text = g_strdup_printf (_("The id “%s” stands over different titles."), row.texts[ESSAIM_ROW_SOURCE_ID]);
  for (guint i = 0; i < count; i++)
    essaim_report_warn (report, "repeated-id", line, text);

  return TRUE;
}

/* Rows whose id stands over different titles lose it, unless these are so few in the feed that its ids are believed. */
static gboolean
drop_ids (EssaimStaging *self,
          GArray        *order,
          EssaimReport  *report,
          GError       **error)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint32 first = ESSAIM_NONE;
  guint64 n_slips = 0;

  for (guint start = 0, end; start < order->len; start = end)
    {
      guint32 other;

      end = find_run_end (self, order, start);
      other = find_other_title (self, order, start, end);
      if (other == ESSAIM_NONE)
        continue;

      first = MIN (first, other);
      g_array_append_val (runs, start);
      n_slips += end - start;
    }

  if (runs->len > 0 && !warn_of_slips (self, first, runs->len, report, error))
    return FALSE;

  for (guint run = 0; n_slips * ROWS_PER_SLIP > self->rows->len && run < runs->len; run++)
    {
      guint start = g_array_index (runs, guint, run);
      guint end = find_run_end (self, order, start);

      for (guint i = start; i < end; i++)
        essaim_staging_get (self, g_array_index (order, guint32, i))->flags |= ESSAIM_STAGED_NO_ID | ESSAIM_STAGED_LOST_ID;
    }

  return TRUE;
}

/* Links the rows of one id, in the order of the feed. */
static void
link_run (EssaimStaging *self,
          GArray        *order,
          guint          start,
          guint          end)
{
  g_autoptr (GHashTable) contents = end - start > 1 ? g_hash_table_new (g_int64_hash, g_int64_equal) : NULL;
  EssaimStaged *last = NULL;

  for (guint i = start; i < end; i++)
    {
      guint32 n = g_array_index (order, guint32, i);
      EssaimStaged *row = essaim_staging_get (self, n);

      if (contents != NULL && !g_hash_table_add (contents, &row->content))
        row->flags |= ESSAIM_STAGED_REPEAT;
      if (last == NULL)
        row->flags |= ESSAIM_STAGED_HEAD;
      else
        last->next = n;
      last = row;
    }
}

static void
link_rows (EssaimStaging *self,
           GArray        *order)
{
  for (guint start = 0, end; start < order->len; start = end)
    {
      end = find_run_end (self, order, start);
      if ((essaim_staging_get (self, g_array_index (order, guint32, start))->flags & ESSAIM_STAGED_NO_ID) == 0)
        link_run (self, order, start, end);
    }
}

/* Each row without an id is a project; those of one fingerprint are numbered by their content, whatever their order. */
static void
name_by_fingerprint (EssaimStaging *self)
{
  g_autoptr (GArray) order = sort_rows (self, ESSAIM_STAGED_NO_ID, 0, compare_fingerprints_cb);
  const EssaimStaged *last = NULL;

  for (guint i = 0; i < order->len; i++)
    {
      guint32 n = g_array_index (order, guint32, i);
      EssaimStaged *row = essaim_staging_get (self, n);
      g_autofree char *id = NULL;

      row->copy = last != NULL && last->fingerprint == row->fingerprint ? last->copy + 1 : 1;
      row->flags |= ESSAIM_STAGED_HEAD;
      id = essaim_staging_get_id (self, n, NULL);
      row->key = essaim_hash_text (0, id);
      last = row;
    }
}

/**
 * essaim_staging_group:
 * @self: a staging with all its rows
 * @report: gets a warning `repeated-id` for each id that stands over different titles
 * @error: return location
 *
 * Rows of one id and one title (or none) are one project. Where an id stands over different titles it is no identity,
 * and its rows go by their fingerprint, as those without an id; unless such rows are at most one in a hundred of the
 * feed.
 *
 * Returns: whether the rows are grouped
 */
gboolean
essaim_staging_group (EssaimStaging *self,
                      EssaimReport  *report,
                      GError       **error)
{
  g_autoptr (GArray) order = NULL;

  order = sort_rows (self, 0, ESSAIM_STAGED_NO_ID, compare_ids_cb);
  if (!drop_ids (self, order, report, error))
    return FALSE;

  link_rows (self, order);
  name_by_fingerprint (self);
  return TRUE;
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
  return self->rows->len;
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
  return &g_array_index (self->rows, EssaimStaged, n);
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
  for (guint i = 0; i < self->rows->len; i++)
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
