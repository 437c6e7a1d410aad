/* essaim-staging-group.c: which rows of one refresh are one project
 *
 * Rows are gone through in their order, and only those of one id or fingerprint in another: the little that is sorted by
 * stays in memory, the rows need not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-staging.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "essaim-hash.h"

/* A feed in which at most one row in so many has an id that also stands over another title is believed all the same: such an id
 * is then one project. */
#define ROWS_PER_SLIP 100

/** Ranking: what rows are sorted by. */
typedef struct
{
  EssaimStaging *staging;
  guint64       *hashes;   /* of each row: sorting goes through the rows in no order, which these are small enough for */
} Ranking;

static int
compare_ids_cb (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Ranking *ranking = user_data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (ranking->hashes[i] != ranking->hashes[j])
    return ranking->hashes[i] < ranking->hashes[j] ? -1 : 1;

  return i < j ? -1 : i > j;
}

static int
compare_fingerprints_cb (gconstpointer a,
                         gconstpointer b,
                         gpointer      user_data)
{
  const Ranking *ranking = user_data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  guint64 x, y;

  if (ranking->hashes[i] != ranking->hashes[j])
    return ranking->hashes[i] < ranking->hashes[j] ? -1 : 1;

  x = essaim_staging_get (ranking->staging, i)->content;
  y = essaim_staging_get (ranking->staging, j)->content;
  if (x != y)
    return x < y ? -1 : 1;

  return i < j ? -1 : i > j;
}

static void
ranking_init (Ranking       *ranking,
              EssaimStaging *staging)
{
  *ranking = (Ranking) { staging, g_new (guint64, essaim_staging_get_n (staging)) };
}

static void
ranking_clear (Ranking *ranking)
{
  g_free (ranking->hashes);
}

/* (element-type guint32): the rows with ids, those of one id in the order of the feed. */
static GArray *
sort_by_id (Ranking *ranking)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < essaim_staging_get_n (ranking->staging); i++)
    {
      const EssaimStaged *row = essaim_staging_get (ranking->staging, i);

      ranking->hashes[i] = row->key;
      if ((row->flags & ESSAIM_STAGED_NO_ID) == 0)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_ids_cb, ranking);

  return order;
}

/* (element-type guint32): those without, those of one fingerprint by their content. */
static GArray *
sort_by_fingerprint (Ranking *ranking)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < essaim_staging_get_n (ranking->staging); i++)
    {
      const EssaimStaged *row = essaim_staging_get (ranking->staging, i);

      ranking->hashes[i] = row->fingerprint;
      if ((row->flags & ESSAIM_STAGED_NO_ID) != 0)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_fingerprints_cb, ranking);

  return order;
}

/* The end of the run of rows with one hash that begins at @start. */
static guint
find_run_end (const Ranking *ranking,
              GArray        *order,
              guint          start)
{
  guint64 hash = ranking->hashes[g_array_index (order, guint32, start)];
  guint end = start + 1;

  while (end < order->len && ranking->hashes[g_array_index (order, guint32, end)] == hash)
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
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *text = NULL;
  guint32 line;
  EssaimRow row;

  if (!essaim_staging_read (self, first, bytes, &row, error))
    return FALSE;

  memcpy (&line, bytes->data + bytes->len - sizeof line, sizeof line);
  text = g_strdup_printf (_("The id “%s” stands over different titles."), row.texts[ESSAIM_ROW_SOURCE_ID]);
  for (guint i = 0; i < count; i++)
    essaim_report_warn (report, "repeated-id", line, text);

  return TRUE;
}

/* Rows whose id stands over different titles lose it, unless these are so few in the feed that its ids are believed. */
static gboolean
drop_ids (const Ranking *ranking,
          GArray        *order,
          EssaimReport  *report,
          GError       **error)
{
  EssaimStaging *self = ranking->staging;
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint32 first = ESSAIM_NONE;
  guint64 n_slips = 0;

  for (guint start = 0, end; start < order->len; start = end)
    {
      guint32 other;

      end = find_run_end (ranking, order, start);
      other = end - start > 1 ? find_other_title (self, order, start, end) : ESSAIM_NONE;
      if (other == ESSAIM_NONE)
        continue;

      first = MIN (first, other);
      g_array_append_val (runs, start);
      n_slips += end - start;
    }

  if (runs->len > 0 && !warn_of_slips (self, first, runs->len, report, error))
    return FALSE;

  for (guint run = 0; n_slips * ROWS_PER_SLIP > essaim_staging_get_n (self) && run < runs->len; run++)
    {
      guint start = g_array_index (runs, guint, run);
      guint end = find_run_end (ranking, order, start);

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
  g_autoptr (GHashTable) contents = g_hash_table_new (g_int64_hash, g_int64_equal);
  EssaimStaged *last = NULL;

  for (guint i = start; i < end; i++)
    {
      guint32 n = g_array_index (order, guint32, i);
      EssaimStaged *row = essaim_staging_get (self, n);

      if (!g_hash_table_add (contents, &row->content))
        row->flags |= ESSAIM_STAGED_REPEAT;
      if (last != NULL)
        {
          last->next = n;
          row->flags &= (guint8) ~ESSAIM_STAGED_HEAD;
        }
      last = row;
    }
}

/* Every row with an id is a project, but those that follow another one of the same id. */
static void
link_rows (const Ranking *ranking,
           GArray        *order)
{
  EssaimStaging *self = ranking->staging;

  for (guint i = 0; i < essaim_staging_get_n (self); i++)
    {
      EssaimStaged *row = essaim_staging_get (self, i);

      if ((row->flags & ESSAIM_STAGED_NO_ID) == 0)
        row->flags |= ESSAIM_STAGED_HEAD;
    }

  for (guint start = 0, end; start < order->len; start = end)
    {
      end = find_run_end (ranking, order, start);
      if (end - start > 1 &&
          (essaim_staging_get (self, g_array_index (order, guint32, start))->flags & ESSAIM_STAGED_NO_ID) == 0)
        link_run (self, order, start, end);
    }
}

static void
name_row (EssaimStaging *self,
          guint          n,
          guint32        copy)
{
  EssaimStaged *row = essaim_staging_get (self, n);
  g_autofree char *id = NULL;

  row->copy = copy;
  row->flags |= ESSAIM_STAGED_HEAD;
  id = essaim_staging_get_id (self, n, NULL);
  row->key = essaim_hash_text (0, id);
}

/* Each row without an id is a project; those of one fingerprint are numbered by their content, whatever their order. */
static void
name_by_fingerprint (Ranking *ranking)
{
  EssaimStaging *self = ranking->staging;
  g_autoptr (GArray) order = sort_by_fingerprint (ranking);

  for (guint i = 0; i < essaim_staging_get_n (self); i++)
    if ((essaim_staging_get (self, i)->flags & ESSAIM_STAGED_NO_ID) != 0)
      name_row (self, i, 1);

  for (guint start = 0, end; start < order->len; start = end)
    {
      end = find_run_end (ranking, order, start);
      for (guint i = start + 1; i < end; i++)
        name_row (self, g_array_index (order, guint32, i), i - start + 1);
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
  Ranking ranking;
  gboolean is_named;

  ranking_init (&ranking, self);
  order = sort_by_id (&ranking);
  is_named = drop_ids (&ranking, order, report, error);
  if (is_named)
    {
      link_rows (&ranking, order);
      name_by_fingerprint (&ranking);
    }
  ranking_clear (&ranking);

  return is_named;
}
