/* essaim-joiner.c: heads as the likenesses of their parts and the person's judgement say
 *
 * Only parts that look like another one, or that the person judged, are ever read. The groups that they make are compared with the
 * heads that are stored, by a hash of all that a head is made of, and only what differs is written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-joiner.h"

#include <string.h>

#include "essaim-grouping.h"
#include "essaim-hash.h"
#include "essaim-head-writer.h"
#include "essaim-likeness-table.h"
#include "essaim-part-table.h"
#include "essaim-statement.h"
#include "essaim-text-table.h"

/* To be raised when the same parts would be compared, grouped or merged otherwise. */
#define RULES 1

/* A part that concerns the joining. */
typedef struct
{
  guint32    number;
  guint32    rank;          /* of its feed in the person's order; G_MAXUINT32 when it is not in it */
  char      *id;
  GPtrArray *corrections;   /* (nullable) (element-type EssaimCorrection): borrowed ones */
} Part;

typedef struct
{
  EssaimGroup  group;
  guint        first;     /* of its parts, in their order */
  guint32      head;      /* number of the head that was there; 0 */
  gboolean     is_same;   /* and is what it should be */
} Head;

typedef struct
{
  /* Borrowed */
  EssaimConnection      *connection;
  const EssaimJudgement *judgement;   /* (nullable) */
  gint64                 without;     /* number of a feed, or 0 */

  /* Owned */
  GArray     *parts;      /* (element-type Part), by number */
  GArray     *pairs;      /* (element-type EssaimLikeness): first numbers, then places in parts */
  GArray     *decisions;  /* (element-type EssaimGroupingDecision): likewise */
  GHashTable *ranks;      /* (element-type utf8 guint): feeds; borrowed keys */
  GArray     *order;      /* (element-type guint32): numbers of parts, those of one head together, by id */
  GArray     *heads;      /* (element-type Head), by the ids of their first parts */
} Joiner;

static void
clear_part_cb (gpointer data)
{
  Part *part = data;

  g_free (part->id);
  g_clear_pointer (&part->corrections, g_ptr_array_unref);
}

static void
clear_head_cb (gpointer data)
{
  g_clear_pointer (&((Head *) data)->group.corrections, g_ptr_array_unref);
}

static void
joiner_init (Joiner                *self,
             EssaimConnection      *connection,
             const EssaimJudgement *judgement,
             gint64                 without)
{
  *self = (Joiner) {
    .connection = connection,
    .judgement = judgement,
    .without = without,
    .parts = g_array_new (FALSE, TRUE, sizeof (Part)),
    .decisions = g_array_new (FALSE, FALSE, sizeof (EssaimGroupingDecision)),
    .ranks = g_hash_table_new (g_str_hash, g_str_equal),
    .order = g_array_new (FALSE, FALSE, sizeof (guint32)),
    .heads = g_array_new (FALSE, TRUE, sizeof (Head)),
  };

  g_array_set_clear_func (self->parts, clear_part_cb);
  g_array_set_clear_func (self->heads, clear_head_cb);
  for (guint i = 0; judgement != NULL && judgement->feed_order != NULL && judgement->feed_order[i] != NULL; i++)
    g_hash_table_insert (self->ranks, judgement->feed_order[i], GUINT_TO_POINTER (i + 1));
}

static void
joiner_clear (Joiner *self)
{
  g_array_unref (self->parts);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_array_unref (self->decisions);
  g_hash_table_unref (self->ranks);
  g_array_unref (self->order);
  g_array_unref (self->heads);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Joiner, joiner_clear)

static void
add_part (Joiner  *self,
          guint32  number)
{
  Part part = { .number = number };

  g_array_append_val (self->parts, part);
}

static int
compare_parts_cb (gconstpointer a,
                  gconstpointer b)
{
  const Part *x = a, *y = b;

  return x->number < y->number ? -1 : x->number > y->number;
}

/* The place of a part; FALSE when it does not count. */
static gboolean
find_part (Joiner  *self,
           guint32  number,
           guint32 *place)
{
  const Part sought = { .number = number };
  guint found;

  if (!g_array_binary_search (self->parts, &sought, compare_parts_cb, &found))
    return FALSE;

  *place = found;
  return TRUE;
}

/* Pairs and decisions as numbers of parts, and these parts, perhaps repeated. */
static gboolean
gather (Joiner  *self,
        GError **error)
{
  self->pairs = essaim_likeness_table_load_sure (self->connection, error);
  for (guint i = 0; self->pairs != NULL && i < self->pairs->len; i++)
    {
      add_part (self, g_array_index (self->pairs, EssaimLikeness, i).a);
      add_part (self, g_array_index (self->pairs, EssaimLikeness, i).b);
    }

  for (guint i = 0; self->judgement != NULL && i < self->judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = self->judgement->decisions->pdata[i];
      EssaimGroupingDecision found = {
        .a = essaim_part_table_find (self->connection, decision->a),
        .b = essaim_part_table_find (self->connection, decision->b),
        .joined = decision->joined,
      };

      g_array_append_val (self->decisions, found);
      add_part (self, found.a);
      add_part (self, found.b);
    }

  return self->pairs != NULL;
}

/* Parts that a correction is of; the corrections are handed out when each part is there once. */
static GArray *
find_corrected (Joiner *self)
{
  GPtrArray *corrections = self->judgement != NULL ? self->judgement->corrections : NULL;
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const EssaimCorrection *correction = corrections->pdata[i];
      guint32 number = essaim_part_table_find (self->connection, correction->record);

      g_array_append_val (numbers, number);
      add_part (self, number);
    }

  return numbers;
}

static void
hand_out_corrections (Joiner *self,
                      GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 place;
      Part *part;

      if (!find_part (self, g_array_index (numbers, guint32, i), &place))
        continue;
      part = &g_array_index (self->parts, Part, place);
      if (part->corrections == NULL)
        part->corrections = g_ptr_array_new ();
      g_ptr_array_add (part->corrections, self->judgement->corrections->pdata[i]);
    }
}

/* Reads what is needed of a part; is_there: whether it counts. */
static gboolean
read_part (Joiner    *self,
           Part      *part,
           gboolean  *is_there,
           GError   **error)
{
  EssaimStatement *row = essaim_connection_use (self->connection,
    "SELECT project.id, feed.number, feed.id FROM project JOIN feed ON feed.number = project.feed WHERE project.number = ?1", error);
  GError *local_error = NULL;

  *is_there = FALSE;
  if (row == NULL)
    return FALSE;

  essaim_statement_bind_int (row, 1, part->number);
  if (essaim_statement_step (row, &local_error))
    {
      gpointer rank = g_hash_table_lookup (self->ranks, essaim_statement_get_text (row, 2));

      *is_there = essaim_statement_get_int (row, 1) != self->without;
      part->id = essaim_statement_dup_text (row, 0);
      part->rank = GPOINTER_TO_UINT (rank) - 1;
      essaim_statement_reset (row);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/* Leaves each part that counts once, with its id. */
static gboolean
read_parts (Joiner  *self,
            GError **error)
{
  g_autoptr (GArray) all = g_steal_pointer (&self->parts);
  guint32 last = 0;

  g_array_sort (all, compare_parts_cb);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part_cb);

  for (guint i = 0; i < all->len; i++)
    {
      Part *part = &g_array_index (all, Part, i);
      gboolean is_there;

      if (part->number == last)
        continue;
      last = part->number;
      if (!read_part (self, part, &is_there, error))
        return FALSE;
      if (is_there)
        {
          g_array_append_val (self->parts, *part);
          part->id = NULL;
        }
    }

  return TRUE;
}

/* Pairs and decisions of parts that do not count are dropped; numbers become places, which keep their order. */
static void
place_pairs (Joiner *self)
{
  guint n_pairs = 0, n_decisions = 0;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      EssaimLikeness pair = g_array_index (self->pairs, EssaimLikeness, i);

      if (find_part (self, pair.a, &pair.a) && find_part (self, pair.b, &pair.b))
        g_array_index (self->pairs, EssaimLikeness, n_pairs++) = pair;
    }
  g_array_set_size (self->pairs, n_pairs);

  for (guint i = 0; i < self->decisions->len; i++)
    {
      EssaimGroupingDecision decision = g_array_index (self->decisions, EssaimGroupingDecision, i);

      if (find_part (self, decision.a, &decision.a) && find_part (self, decision.b, &decision.b) && decision.a != decision.b)
        g_array_index (self->decisions, EssaimGroupingDecision, n_decisions++) = decision;
    }
  g_array_set_size (self->decisions, n_decisions);
}

/* A part beside the first one of its group. */
typedef struct
{
  const Part *first;
  const Part *part;
} Member;

static int
compare_members_cb (gconstpointer a,
                    gconstpointer b)
{
  const Member *x = a, *y = b;
  int order = x->first != y->first ? strcmp (x->first->id, y->first->id) : 0;

  return order != 0 ? order : strcmp (x->part->id, y->part->id);
}

/* (element-type Member): all parts, those of one group together, each by its id. */
static GArray *
group_parts (Joiner *self)
{
  guint n = self->parts->len;
  g_autofree const char **ids = g_new (const char *, n + 1);
  g_autofree guint32 *groups = NULL;
  GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), n);

  for (guint i = 0; i < n; i++)
    ids[i] = g_array_index (self->parts, Part, i).id;
  groups = essaim_grouping_make (n, ids, (const EssaimLikeness *) self->pairs->data, self->pairs->len,
                                 (const EssaimGroupingDecision *) self->decisions->data, self->decisions->len);
  for (guint i = 0; i < n; i++)
    {
      Member member = { &g_array_index (self->parts, Part, groups[i]), &g_array_index (self->parts, Part, i) };

      g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members_cb);

  return members;
}

static guint64
hash_number (guint64 seed,
             guint64 number)
{
  number = GUINT64_TO_LE (number);

  return essaim_hash_bytes (seed, &number, sizeof number);
}

/* All that the feed says of a part, whether it still does, and how much it is believed. */
static gboolean
hash_part (Joiner      *self,
           const Part  *part,
           guint64     *hash,
           GError     **error)
{
  EssaimStatement *row = essaim_connection_use (self->connection,
    "SELECT content, last_seen IS NULL FROM record WHERE project = ?1 ORDER BY number", error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;

  *hash = hash_number (hash_number (essaim_hash_text (*hash, part->id), part->number), part->rank);
  essaim_statement_bind_int (row, 1, part->number);
  while (essaim_statement_step (row, &local_error))
    *hash = hash_number (hash_number (*hash, (guint64) essaim_statement_get_int (row, 0)),
                         (guint64) essaim_statement_get_int (row, 1));

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static guint64
hash_correction (const EssaimCorrection *correction)
{
  guint64 hash = essaim_hash_text (correction->field, correction->record);

  return essaim_hash_text (essaim_hash_text (hash, correction->value), correction->date);
}


/* Reads what a head of @n members is made of, and adds it. */
static gboolean
add_head (Joiner        *self,
          const Member  *members,
          guint          n,
          GError       **error)
{
  Head head = { .first = self->order->len, .group = { .n_parts = n, .content = RULES } };
  guint64 corrected = 0;

  head.group.corrections = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *corrections = members[i].part->corrections;

      g_array_append_val (self->order, members[i].part->number);
      if (!hash_part (self, members[i].part, &head.group.content, error))
        return FALSE;
      for (guint j = 0; corrections != NULL && j < corrections->len; j++)
        {
          g_ptr_array_add (head.group.corrections, corrections->pdata[j]);
          corrected += hash_correction (corrections->pdata[j]);   /* in any order */
        }
    }

  head.group.content = hash_number (head.group.content, corrected);
  g_array_append_val (self->heads, head);
  return TRUE;
}

/* Each group of several parts is a head, and each part that the person corrected. */
static gboolean
make_heads (Joiner  *self,
            GError **error)
{
  g_autoptr (GArray) members = group_parts (self);

  for (guint start = 0, end; start < members->len; start = end)
    {
      const Member *member = &g_array_index (members, Member, start);

      for (end = start + 1; end < members->len && g_array_index (members, Member, end).first == member->first; end++)
        ;
      if ((end - start > 1 || member->part->corrections != NULL) && !add_head (self, member, end - start, error))
        return FALSE;
    }

  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);

      head->group.parts = &g_array_index (self->order, guint32, head->first);
    }
  return TRUE;
}

/* Heads that are stored, while it is found out which of the new ones they become. */
typedef struct
{
  GArray     *rows;     /* (element-type EssaimHeadRow), by number */
  GHashTable *heads;    /* (element-type guint guint): part to head */
  GHashTable *rows_of;  /* (element-type guint EssaimHeadRow): by number, those that nothing took yet */
} Stored;

static void
stored_clear (Stored *stored)
{
  g_clear_pointer (&stored->rows, g_array_unref);
  g_clear_pointer (&stored->heads, g_hash_table_unref);
  g_clear_pointer (&stored->rows_of, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stored, stored_clear)

static gboolean
stored_load (Stored            *stored,
             EssaimConnection  *connection,
             GError           **error)
{
  stored->rows = essaim_part_table_list_heads (connection, error);
  stored->heads = stored->rows != NULL ? essaim_part_table_load (connection, error) : NULL;
  stored->rows_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; stored->heads != NULL && i < stored->rows->len; i++)
    {
      EssaimHeadRow *row = &g_array_index (stored->rows, EssaimHeadRow, i);

      g_hash_table_insert (stored->rows_of, GUINT_TO_POINTER (row->number), row);
    }

  return stored->heads != NULL;
}

/* The new head becomes the stored one that a part of it is in: with @by_id, one that has the id of this part. */
static void
take_stored (Joiner   *self,
             Stored   *stored,
             Head     *head,
             gboolean  by_id)
{
  for (guint i = 0; head->head == 0 && i < head->group.n_parts; i++)
    {
      guint32 number = head->group.parts[i], place;
      gpointer stored_head = g_hash_table_lookup (stored->heads, GUINT_TO_POINTER (number));
      const EssaimHeadRow *row = g_hash_table_lookup (stored->rows_of, stored_head);

      if (row == NULL ||
          (by_id && find_part (self, number, &place) && strcmp (g_array_index (self->parts, Part, place).id, row->id) != 0))
        continue;

      head->head = row->number;
      head->is_same = row->content == head->group.content;
      g_hash_table_remove (stored->rows_of, stored_head);
    }
}

/* A head stays where its id is, so that what is on screen stays what it is; else where one of its parts is. */
static void
match_heads (Joiner *self,
             Stored *stored)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->heads->len; i++)
      take_stored (self, stored, &g_array_index (self->heads, Head, i), pass == 0);
}

static int
compare_numbers_cb (gconstpointer a,
                    gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* What is stored of the heads that change is taken away, but for the rows of those that are written again. */
static gboolean
clear_changed (Joiner            *self,
               Stored            *stored,
               EssaimHeadWriter  *writer,
               GError           **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer left;

  for (guint i = 0; i < self->heads->len; i++)
    {
      const Head *head = &g_array_index (self->heads, Head, i);

      if (head->head != 0 && !head->is_same)
        g_array_append_val (numbers, head->head);
    }
  g_hash_table_iter_init (&iter, stored->rows_of);
  while (g_hash_table_iter_next (&iter, NULL, &left))
    g_array_append_val (numbers, ((const EssaimHeadRow *) left)->number);
  g_array_sort (numbers, compare_numbers_cb);

  if (!essaim_text_table_forget (self->connection, numbers, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      guint32 number = g_array_index (numbers, guint32, i);

      if (!essaim_part_table_remove_head (self->connection, number, error) ||
          (g_hash_table_contains (stored->rows_of, GUINT_TO_POINTER (number)) &&
           !essaim_head_writer_remove (writer, number, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_changed (Joiner            *self,
               EssaimHeadWriter  *writer,
               GError           **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);

      if (head->is_same)
        continue;
      if (!essaim_head_writer_write (writer, &head->group, &head->head, error))
        return FALSE;
      g_array_append_val (numbers, head->head);
    }
  g_array_sort (numbers, compare_numbers_cb);

  return essaim_text_table_put (self->connection, numbers, error) &&
         (numbers->len == 0 || essaim_text_table_tidy (self->connection, error));
}

static gboolean
write_heads (Joiner           *self,
             EssaimReference  *reference,
             GError          **error)
{
  g_auto (Stored) stored = { NULL };
  g_autoptr (EssaimHeadWriter) writer = NULL;
  const char * const *feed_order = self->judgement != NULL ? (const char * const *) self->judgement->feed_order : NULL;

  if (!stored_load (&stored, self->connection, error))
    return FALSE;
  match_heads (self, &stored);

  writer = essaim_head_writer_new (self->connection, reference, feed_order, error);
  return writer != NULL && clear_changed (self, &stored, writer, error) && write_changed (self, writer, error);
}

/* The same for the same judgement, in whatever order it is told. */
static guint64
hash_judgement (const EssaimJudgement *judgement)
{
  guint64 hash = 0;

  for (guint i = 0; judgement != NULL && i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];
      gboolean is_first = strcmp (decision->a, decision->b) < 0;

      hash += essaim_hash_text (essaim_hash_text (decision->joined, is_first ? decision->a : decision->b),
                                is_first ? decision->b : decision->a);
    }
  for (guint i = 0; judgement != NULL && i < judgement->corrections->len; i++)
    hash += hash_correction (judgement->corrections->pdata[i]);
  for (guint i = 0; judgement != NULL && judgement->feed_order != NULL && judgement->feed_order[i] != NULL; i++)
    hash += essaim_hash_text (i, judgement->feed_order[i]);

  return hash;
}

static gboolean
put_state (EssaimConnection       *connection,
           const EssaimJudgement  *judgement,
           GError                **error)
{
  EssaimStatement *put = essaim_connection_use (connection, "INSERT INTO joining (rules, judgement) VALUES (?1, ?2)", error);

  if (put == NULL || !essaim_joiner_forget (connection, error))
    return FALSE;

  essaim_statement_bind_int (put, 1, RULES);
  essaim_statement_bind_int (put, 2, (gint64) hash_judgement (judgement));
  return essaim_statement_run (put, error);
}

/**
 * essaim_joiner_group:
 * @connection: library.db, in a transaction
 * @reference: (nullable): the shipped facts
 * @judgement: (nullable): what the person decided
 * @without: number of a feed whose parts are to be in no head, or 0
 * @error: return location
 *
 * Groups parts by the likenesses that are known and by the judgement. The result does not depend on what was before,
 * but for the numbers of heads, which stay where they can.
 *
 * Returns: whether the heads are what they should be
 */
gboolean
essaim_joiner_group (EssaimConnection       *connection,
                     EssaimReference        *reference,
                     const EssaimJudgement  *judgement,
                     gint64                  without,
                     GError                **error)
{
  g_auto (Joiner) self = { NULL };
  g_autoptr (GArray) corrected = NULL;

  joiner_init (&self, connection, judgement, without);
  if (!gather (&self, error))
    return FALSE;
  corrected = find_corrected (&self);
  if (!read_parts (&self, error))
    return FALSE;
  hand_out_corrections (&self, corrected);
  place_pairs (&self);

  return make_heads (&self, error) && write_heads (&self, reference, error) && put_state (connection, judgement, error);
}

/**
 * essaim_joiner_join:
 * @connection: library.db, in a transaction
 * @reference: (nullable): the shipped facts
 * @judgement: (nullable): what the person decided
 * @matcher: (nullable): one that was given all parts of the library, or is comparing them; %NULL: they are read
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Compares all parts, then groups them as essaim_joiner_group() does.
 *
 * Returns: whether the heads are what they should be
 */
gboolean
essaim_joiner_join (EssaimConnection       *connection,
                    EssaimReference        *reference,
                    const EssaimJudgement  *judgement,
                    EssaimPartMatcher      *matcher,
                    GCancellable           *cancellable,
                    GError                **error)
{
  g_autoptr (EssaimPartMatcher) own = NULL;
  g_autoptr (GArray) pairs = NULL;

  if (matcher == NULL)
    {
      matcher = own = essaim_part_matcher_new ();
      if (!essaim_part_matcher_add_stored (own, connection, error))
        return FALSE;
    }

  pairs = essaim_part_matcher_finish (matcher, cancellable, error);
  return pairs != NULL && essaim_likeness_table_replace (connection, pairs, error) &&
         essaim_joiner_group (connection, reference, judgement, 0, error);
}

/**
 * essaim_joiner_get_state:
 * @connection: library.db
 * @judgement: (nullable): what the person decided
 * @state: (out): what there is to do
 * @error: return location
 *
 * Returns: whether that is known
 */
gboolean
essaim_joiner_get_state (EssaimConnection       *connection,
                         const EssaimJudgement  *judgement,
                         EssaimJoining          *state,
                         GError                **error)
{
  EssaimStatement *query = essaim_connection_use (connection, "SELECT rules, judgement FROM joining", error);
  GError *local_error = NULL;

  *state = ESSAIM_JOINING_TO_MATCH;
  if (query == NULL)
    return FALSE;

  if (essaim_statement_step (query, &local_error))
    {
      if (essaim_statement_get_int (query, 0) == RULES)
        *state = (guint64) essaim_statement_get_int (query, 1) == hash_judgement (judgement) ? ESSAIM_JOINING_DONE
                                                                                              : ESSAIM_JOINING_TO_GROUP;
      essaim_statement_reset (query);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_joiner_forget:
 * @connection: library.db, in a transaction
 * @error: return location
 *
 * Returns: whether all parts will be compared when heads are looked after next
 */
gboolean
essaim_joiner_forget (EssaimConnection  *connection,
                      GError           **error)
{
  EssaimStatement *forget = essaim_connection_use (connection, "DELETE FROM joining", error);

  return forget != NULL && essaim_statement_run (forget, error);
}
