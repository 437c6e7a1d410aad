/* essaim-known.c: what the library holds of a feed already
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-known.h"

#include "essaim-statement.h"

struct _EssaimKnown
{
  GArray *records;    /* (element-type EssaimKnownRecord), by key and content */
  guint   n_present;
};

static int
compare_records_cb (gconstpointer a,
                    gconstpointer b)
{
  const EssaimKnownRecord *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->content != y->content)
    return x->content < y->content ? -1 : 1;
  if (x->is_gone != y->is_gone)
    return x->is_gone ? 1 : -1;

  return x->number < y->number ? -1 : x->number > y->number;
}

static gboolean
read_records (EssaimKnown     *self,
              EssaimStatement *query,
              GError         **error)
{
  GError *local_error = NULL;

  while (essaim_statement_step (query, &local_error))
    {
      EssaimKnownRecord record = {
        .number = (guint32) essaim_statement_get_int (query, 0),
        .project = (guint32) essaim_statement_get_int (query, 1),
        .key = (guint64) essaim_statement_get_int (query, 2),
        .content = (guint64) essaim_statement_get_int (query, 3),
        .fingerprint = (guint64) essaim_statement_get_int (query, 4),
        .is_gone = !essaim_statement_is_null (query, 5),
      };

      self->n_present += !record.is_gone;
      g_array_append_val (self->records, record);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_known_load:
 * @connection: library.db, in a transaction
 * @feed: number of a feed, or 0
 * @error: return location
 *
 * Returns: (transfer full): all its records, also those that are gone
 */
EssaimKnown *
essaim_known_load (EssaimConnection *connection,
                   gint64            feed,
                   GError          **error)
{
  g_autoptr (EssaimKnown) self = g_new0 (EssaimKnown, 1);
  EssaimStatement *query;

  self->records = g_array_new (FALSE, FALSE, sizeof (EssaimKnownRecord));
  query = essaim_connection_use (connection, "SELECT number, project, key, content, fingerprint, last_seen FROM record "
                                             "WHERE feed = ?1", error);
  if (query == NULL)
    return NULL;
  essaim_statement_bind_int (query, 1, feed);
  if (!read_records (self, query, error))
    return NULL;

  g_array_sort (self->records, compare_records_cb);
  return g_steal_pointer (&self);
}

/**
 * essaim_known_free:
 * @self: (nullable): what essaim_known_load() returned
 */
void
essaim_known_free (EssaimKnown *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->records);
  g_free (self);
}

/**
 * essaim_known_get_n:
 * @self: what is known
 *
 * Returns: how many records
 */
guint
essaim_known_get_n (EssaimKnown *self)
{
  return self->records->len;
}

static EssaimKnownRecord *
get_record (EssaimKnown *self,
            guint        n)
{
  return &g_array_index (self->records, EssaimKnownRecord, n);
}

/**
 * essaim_known_get:
 * @self: what is known
 * @n: a record, in no order that means anything
 *
 * Returns: (transfer none): the record
 */
const EssaimKnownRecord *
essaim_known_get (EssaimKnown *self,
                  guint        n)
{
  return get_record (self, n);
}

/**
 * essaim_known_get_present:
 * @self: what is known
 *
 * Returns: how many records were not gone before this refresh
 */
guint
essaim_known_get_present (EssaimKnown *self)
{
  return self->n_present;
}

/* The first record that does not come before (@key, @content). */
static guint
find_first (EssaimKnown *self,
            guint64      key,
            guint64      content)
{
  EssaimKnownRecord sought = { .key = key, .content = content };
  guint low = 0, high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_records_cb (get_record (self, middle), &sought) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
take (EssaimKnown  *self,
      EssaimStaged *row,
      guint         n)
{
  row->known = n;
  get_record (self, n)->is_taken = TRUE;
}

/* A record of the project with the very content of @row that no row is yet. They are taken in order, so that the first one can tell which
 * is next: a feed may hold the same row a hundred thousand times. */
static void
take_same (EssaimKnown  *self,
           EssaimStaged *row)
{
  guint first = find_first (self, row->key, row->content);
  guint next = first < self->records->len ? first + get_record (self, first)->n_same : first;

  if (next >= self->records->len || get_record (self, next)->key != row->key || get_record (self, next)->content != row->content)
    return;

  get_record (self, first)->n_same++;
  take (self, row, next);
}

/* The rows of @head that are no record yet take records of @key that no row is yet, in order: those that are there, or those that
 * are gone. */
static void
take_in_order (EssaimKnown   *self,
               EssaimStaging *staging,
               guint32        head,
               guint64        key,
               gboolean       is_gone)
{
  guint n = find_first (self, key, 0);

  for (guint32 i = head; i != ESSAIM_NONE; i = essaim_staging_get (staging, i)->next)
    {
      EssaimStaged *row = essaim_staging_get (staging, i);

      if (row->known != ESSAIM_NONE)
        continue;
      while (n < self->records->len && get_record (self, n)->key == key &&
             (get_record (self, n)->is_taken || get_record (self, n)->is_gone != is_gone))
        n++;
      if (n == self->records->len || get_record (self, n)->key != key)
        return;
      take (self, row, n);
    }
}

/* One that is there before one that would have to come back. */
static void
take_others (EssaimKnown   *self,
             EssaimStaging *staging,
             guint32        head,
             guint64        key)
{
  take_in_order (self, staging, head, key, FALSE);
  take_in_order (self, staging, head, key, TRUE);
}

static void
match_by_key (EssaimKnown   *self,
              EssaimStaging *staging,
              guint32        head)
{
  for (guint32 i = head; i != ESSAIM_NONE; i = essaim_staging_get (staging, i)->next)
    take_same (self, essaim_staging_get (staging, i));
  take_others (self, staging, head, essaim_staging_get (staging, head)->key);
}

/* Where a fingerprint is found among the projects that no row has a key of. */
typedef struct
{
  guint64 fingerprint;
  guint   record;        /* of the only project that has it; ESSAIM_NONE where several have */
} Lost;

static int
compare_lost_cb (gconstpointer a,
                 gconstpointer b)
{
  const Lost *x = a, *y = b;

  if (x->fingerprint != y->fingerprint)
    return x->fingerprint < y->fingerprint ? -1 : 1;

  return x->record < y->record ? -1 : x->record > y->record;
}

/* Leaves one of each fingerprint. */
static void
fold_lost (EssaimKnown *self,
           GArray      *lost)
{
  guint n_kept = 0;

  for (guint i = 0; i < lost->len; i++)
    {
      const Lost *entry = &g_array_index (lost, Lost, i);
      Lost *last = n_kept > 0 ? &g_array_index (lost, Lost, n_kept - 1) : NULL;

      if (last == NULL || last->fingerprint != entry->fingerprint)
        g_array_index (lost, Lost, n_kept++) = *entry;
      else if (last->record != ESSAIM_NONE &&
               get_record (self, last->record)->project != get_record (self, entry->record)->project)
        last->record = ESSAIM_NONE;
    }
  g_array_set_size (lost, n_kept);
}

/* (element-type Lost), by fingerprint: those of projects of which no record is taken. */
static GArray *
find_lost (EssaimKnown *self)
{
  GArray *lost = g_array_new (FALSE, FALSE, sizeof (Lost));

  for (guint start = 0, end; start < self->records->len; start = end)
    {
      gboolean is_lost = TRUE;

      for (end = start; end < self->records->len && get_record (self, end)->key == get_record (self, start)->key; end++)
        is_lost &= !get_record (self, end)->is_taken;
      for (guint n = start; is_lost && n < end; n++)
        g_array_append_vals (lost, &(Lost) { get_record (self, n)->fingerprint, n }, 1);
    }
  g_array_sort (lost, compare_lost_cb);
  fold_lost (self, lost);

  return lost;
}

static gboolean
is_adopted (EssaimKnown *self,
            guint        n)
{
  guint64 key = get_record (self, n)->key;

  for (n = find_first (self, key, 0); n < self->records->len && get_record (self, n)->key == key; n++)
    if (get_record (self, n)->is_taken)
      return TRUE;

  return FALSE;
}

static int
compare_fingerprints_cb (gconstpointer a,
                         gconstpointer b)
{
  const Lost *x = a, *y = b;

  return x->fingerprint < y->fingerprint ? -1 : x->fingerprint > y->fingerprint;
}

/* A record of the only project with the fingerprint of @row, when there is one and it is still free; else ESSAIM_NONE. */
static guint
find_adoptable (EssaimKnown        *self,
                GArray             *lost,
                const EssaimStaged *row)
{
  const Lost sought = { .fingerprint = row->fingerprint };
  guint i;

  if (!g_array_binary_search (lost, &sought, compare_fingerprints_cb, &i))
    return ESSAIM_NONE;

  i = g_array_index (lost, Lost, i).record;
  return i != ESSAIM_NONE && !is_adopted (self, i) ? i : ESSAIM_NONE;
}

/* Projects whose ids the feed has changed are found again by what names and places them. */
static void
match_by_fingerprint (EssaimKnown   *self,
                      EssaimStaging *staging)
{
  g_autoptr (GArray) lost = find_lost (self);

  for (guint32 i = 0; lost->len > 0 && i < essaim_staging_get_n (staging); i++)
    {
      EssaimStaged *row = essaim_staging_get (staging, i);
      guint found;

      if ((row->flags & ESSAIM_STAGED_HEAD) == 0 || row->known != ESSAIM_NONE)
        continue;
      found = find_adoptable (self, lost, row);
      if (found != ESSAIM_NONE)
        take_others (self, staging, i, get_record (self, found)->key);
    }
}

/* Whether a row of the project is new, other than stored, or back. */
static gboolean
count_rows (EssaimKnown   *self,
            EssaimStaging *staging,
            guint32        head,
            EssaimReport  *report)
{
  gboolean is_changed = FALSE;

  for (guint32 i = head; i != ESSAIM_NONE; i = essaim_staging_get (staging, i)->next)
    {
      const EssaimStaged *row = essaim_staging_get (staging, i);
      const EssaimKnownRecord *record = row->known != ESSAIM_NONE ? get_record (self, row->known) : NULL;
      gboolean is_same = record != NULL && !record->is_gone &&
                         record->key == row->key && record->content == row->content;

      if (record == NULL || record->is_gone)
        report->added++;
      else if (is_same)
        report->unchanged++;
      else
        report->changed++;
      is_changed |= !is_same;
    }

  return is_changed;
}

/* Whether a record of the project was there before and is no row now. */
static gboolean
has_lost_record (EssaimKnown *self,
                 guint64      key)
{
  for (guint n = find_first (self, key, 0); n < self->records->len && get_record (self, n)->key == key; n++)
    if (!get_record (self, n)->is_taken && !get_record (self, n)->is_gone)
      return TRUE;

  return FALSE;
}

/**
 * essaim_known_match:
 * @self: what is known
 * @staging: the rows of a refresh, grouped
 * @report: gets the counts
 *
 * A record is found by the key of its project and its content, then by the key alone, then by its fingerprint. One
 * that was gone and is back counts as new.
 */
void
essaim_known_match (EssaimKnown   *self,
                    EssaimStaging *staging,
                    EssaimReport  *report)
{
  guint n_rows = essaim_staging_get_n (staging);

  for (guint32 i = 0; self->records->len > 0 && i < n_rows; i++)
    if ((essaim_staging_get (staging, i)->flags & ESSAIM_STAGED_HEAD) != 0)
      match_by_key (self, staging, i);
  match_by_fingerprint (self, staging);

  for (guint32 i = 0; i < n_rows; i++)
    {
      EssaimStaged *row = essaim_staging_get (staging, i);

      if ((row->flags & ESSAIM_STAGED_HEAD) != 0 &&
          (count_rows (self, staging, i, report) || has_lost_record (self, row->key)))
        row->flags |= ESSAIM_STAGED_CHANGED;
    }

  for (guint n = 0; n < self->records->len; n++)
    report->gone += !get_record (self, n)->is_taken && !get_record (self, n)->is_gone;
}

/**
 * essaim_known_find_project:
 * @self: what is known, matched
 * @staging: the rows it was matched with
 * @head: the first row of a project
 *
 * Returns: (nullable) (transfer none): the stored record of any of its rows; %NULL for a new project
 */
const EssaimKnownRecord *
essaim_known_find_project (EssaimKnown   *self,
                           EssaimStaging *staging,
                           guint32        head)
{
  for (guint32 i = head; i != ESSAIM_NONE; i = essaim_staging_get (staging, i)->next)
    if (essaim_staging_get (staging, i)->known != ESSAIM_NONE)
      return get_record (self, essaim_staging_get (staging, i)->known);

  return NULL;
}

/* Whether the stored project of @record has the title of @row, but for case, accents and signs. */
static gboolean
has_title (EssaimStatement         *query,
           const EssaimKnownRecord *record,
           const EssaimStaged      *row,
           GError                 **error)
{
  EssaimRow stored = { .numbers.lat = 0 };
  gboolean is_same = FALSE;

  essaim_statement_bind_int (query, 1, record->project);
  if (essaim_statement_step (query, error))
    {
      guint64 title;

      stored.texts[ESSAIM_ROW_TITLE] = essaim_statement_get_text (query, 0);
      title = essaim_row_hash_title (&stored);
      is_same = (title != 0 ? (guint32) title | 1 : 0) == row->title;
    }
  essaim_statement_reset (query);

  return is_same;
}

/**
 * essaim_known_count_renamed:
 * @self: what is known, matched
 * @connection: library.db, in a transaction
 * @staging: the rows it was matched with
 * @n_stayed: (out): projects that are there again, also those that were gone
 * @n_renamed: (out): those of them that have another title now
 * @error: return location
 *
 * Where most have, the columns or the ids of the feed may mean something else than before.
 *
 * Returns: whether they were counted
 */
gboolean
essaim_known_count_renamed (EssaimKnown       *self,
                            EssaimConnection  *connection,
                            EssaimStaging     *staging,
                            guint             *n_stayed,
                            guint             *n_renamed,
                            GError           **error)
{
  EssaimStatement *query = essaim_connection_use (connection, "SELECT title FROM project WHERE number = ?1", error);
  GError *local_error = NULL;

  *n_stayed = *n_renamed = 0;
  for (guint32 i = 0; query != NULL && local_error == NULL && i < essaim_staging_get_n (staging); i++)
    {
      const EssaimStaged *row = essaim_staging_get (staging, i);
      const EssaimKnownRecord *record = row->known != ESSAIM_NONE ? get_record (self, row->known) : NULL;

      if ((row->flags & ESSAIM_STAGED_HEAD) == 0 || record == NULL)
        continue;
      *n_stayed += 1;
      *n_renamed += record->fingerprint != row->fingerprint && !has_title (query, record, row, &local_error);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return query != NULL && local_error == NULL;
}
