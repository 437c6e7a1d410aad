/* essaim-crowds.c: records of one feed that are too many to be one thing
 *
 * A feed that has very many records of one name at one place counts something there: hours, visits, machines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-crowds.h"

/* More records than this of one feed are joined by nobody but the person. */
#define CROWD 50

/* A record, the group that pairs make of it and others, and its feed. */
typedef struct
{
  guint32 group;
  guint32 record;
  gint64  feed;
} Companion;

static int
compare_companions_cb (gconstpointer a,
                       gconstpointer b)
{
  const Companion *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;

  return x->feed < y->feed ? -1 : x->feed > y->feed;
}

static guint32
find_root (guint32 *groups,
           guint32  record)
{
  while (groups[record] != record)
    record = groups[record] = groups[groups[record]];

  return record;
}

/* (element-type Companion): all records, those of one feed in one group beside each other. */
static GArray *
list_companions (const GArray *pairs,
                 const gint64 *feeds,
                 guint         n)
{
  g_autofree guint32 *groups = g_new (guint32, n + 1);
  GArray *companions = g_array_sized_new (FALSE, FALSE, sizeof (Companion), n);

  for (guint i = 0; i < n; i++)
    groups[i] = i;
  for (guint i = 0; i < pairs->len; i++)
    {
      const EssaimLikeness *pair = &g_array_index (pairs, EssaimLikeness, i);

      groups[find_root (groups, pair->a)] = find_root (groups, pair->b);
    }
  for (guint i = 0; i < n; i++)
    g_array_append_vals (companions, &(Companion) { find_root (groups, i), i, feeds[i] }, 1);
  g_array_sort (companions, compare_companions_cb);

  return companions;
}

/* (array length=n) (transfer full): which records are in a crowd. */
static gboolean *
find_crowds (const GArray *pairs,
             const gint64 *feeds,
             guint         n)
{
  g_autoptr (GArray) companions = list_companions (pairs, feeds, n);
  gboolean *is_crowd = g_new0 (gboolean, n + 1);

  for (guint start = 0, end; start < n; start = end)
    {
      const Companion *first = &g_array_index (companions, Companion, start);

      for (end = start + 1; end < n; end++)
        if (compare_companions_cb (first, &g_array_index (companions, Companion, end)) != 0)
          break;
      for (guint i = start; end - start > CROWD && i < end; i++)
        is_crowd[g_array_index (companions, Companion, i).record] = TRUE;
    }

  return is_crowd;
}

/**
 * essaim_crowds_part:
 * @pairs: (element-type EssaimLikeness): sure ones, of which those of records in a crowd are taken away
 * @feeds: (array length=n): the feed of each record
 * @n: how many records there are
 *
 * A crowd are more than fifty records of one feed that pairs hold together, be it through a record of another feed.
 */
void
essaim_crowds_part (GArray       *pairs,
                    const gint64 *feeds,
                    guint         n)
{
  g_autofree gboolean *is_crowd = find_crowds (pairs, feeds, n);
  guint n_left = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const EssaimLikeness pair = g_array_index (pairs, EssaimLikeness, i);

      if (!is_crowd[pair.a] && !is_crowd[pair.b])
        g_array_index (pairs, EssaimLikeness, n_left++) = pair;
    }
  g_array_set_size (pairs, n_left);
}
