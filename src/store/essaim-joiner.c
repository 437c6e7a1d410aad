/* essaim-joiner.c: heads as the likenesses of their parts and the person's judgement say
 *
 * Only parts that look like another one, or that the person judged, are ever read here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-joiner.h"

#include <string.h>

#include "essaim-grouping.h"
#include "essaim-hash.h"
#include "essaim-heads.h"
#include "essaim-likeness-table.h"
#include "essaim-part-table.h"
#include "essaim-statement.h"

/* To be raised when the same parts would be compared, grouped or merged otherwise. */
#define RULES 5

/* A part that concerns the joining. */
typedef struct
{
  guint32    number;
  guint32    rank;          /* of its feed in the person's order; G_MAXUINT32 when it is not in it */
  gint64     feed;          /* number */
  char      *id;
  GPtrArray *corrections;   /* (nullable) (element-type EssaimCorrection): borrowed ones */
} Part;

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
  GArray     *members;    /* (element-type EssaimGroupPart): those of one group together, by id; it never grows */
  GArray     *groups;     /* (element-type EssaimGroup), by the ids of their first parts */
} Joiner;

static void
clear_part_cb (gpointer data)
{
  Part *part = data;

  g_free (part->id);
  g_clear_pointer (&part->corrections, g_ptr_array_unref);
}

static void
clear_group_cb (gpointer data)
{
  g_ptr_array_unref (((EssaimGroup *) data)->corrections);
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
    .groups = g_array_new (FALSE, FALSE, sizeof (EssaimGroup)),
  };

  g_array_set_clear_func (self->parts, clear_part_cb);
  g_array_set_clear_func (self->groups, clear_group_cb);
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
  g_array_unref (self->groups);
  g_clear_pointer (&self->members, g_array_unref);
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
    "SELECT project.id, feed.number, feed.id FROM project JOIN feed ON feed.number = project.feed "
    "WHERE project.number = ?1", error);
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
      part->feed = essaim_statement_get_int (row, 1);
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

      if (decision.a != decision.b && find_part (self, decision.a, &decision.a) && find_part (self, decision.b, &decision.b))
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

/* Reads what a group of @n members is made of. */
static gboolean
add_group (Joiner        *self,
           const Member  *members,
           guint          n,
           GError       **error)
{
  EssaimGroup group = { .n_parts = n, .content = RULES, .corrections = g_ptr_array_new () };
  guint64 corrected = 0;
  gboolean is_read = TRUE;

  for (guint i = 0; is_read && i < n; i++)
    {
      const Part *part = members[i].part;

      is_read = hash_part (self, part, &group.content, error);
      for (guint j = 0; part->corrections != NULL && j < part->corrections->len; j++)
        {
          g_ptr_array_add (group.corrections, part->corrections->pdata[j]);
          corrected += essaim_correction_hash (part->corrections->pdata[j]);   /* in any order */
        }
      g_array_append_vals (self->members, &(EssaimGroupPart) { part->number, part->feed, part->id }, 1);
    }

  group.parts = &g_array_index (self->members, EssaimGroupPart, self->members->len - n);
  group.content = hash_number (group.content, corrected);
  g_array_append_val (self->groups, group);
  return is_read;
}

/* Each group of several parts is a head, and each part that the person corrected. */
static gboolean
make_groups (Joiner  *self,
             GError **error)
{
  g_autoptr (GArray) members = group_parts (self);

  self->members = g_array_sized_new (FALSE, FALSE, sizeof (EssaimGroupPart), members->len);
  for (guint start = 0, end; start < members->len; start = end)
    {
      const Member *member = &g_array_index (members, Member, start);

      for (end = start + 1; end < members->len && g_array_index (members, Member, end).first == member->first; end++)
        ;
      if ((end - start > 1 || member->part->corrections != NULL) && !add_group (self, member, end - start, error))
        return FALSE;
    }

  return TRUE;
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
  const char * const *feed_order;

  joiner_init (&self, connection, judgement, without);
  feed_order = judgement != NULL ? (const char * const *) judgement->feed_order : NULL;
  if (!gather (&self, error))
    return FALSE;
  corrected = find_corrected (&self);
  if (!read_parts (&self, error))
    return FALSE;
  hand_out_corrections (&self, corrected);
  place_pairs (&self);

  return make_groups (&self, error) && essaim_heads_write (connection, reference, feed_order, self.groups, error) &&
         essaim_joining_table_put (connection, RULES, judgement, error);
}

/**
 * essaim_joiner_join:
 * @connection: library.db, in a transaction
 * @reference: (nullable): the shipped facts
 * @judgement: (nullable): what the person decided
 * @matcher: one that was given all parts of the library, or is comparing them
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
  g_autoptr (GArray) pairs = essaim_part_matcher_finish (matcher, cancellable, error);

  return pairs != NULL && essaim_likeness_table_replace (connection, pairs, error) &&
         essaim_joiner_group (connection, reference, judgement, 0, error);
}

/**
 * essaim_joiner_get_state:
 * @connection: library.db
 * @judgement: (nullable): what the person decided
 * @joining: (out): what there is to do
 * @error: return location
 *
 * Returns: whether that is known
 */
gboolean
essaim_joiner_get_state (EssaimConnection       *connection,
                         const EssaimJudgement  *judgement,
                         EssaimJoining          *joining,
                         GError                **error)
{
  return essaim_joining_table_get (connection, RULES, judgement, joining, error);
}
