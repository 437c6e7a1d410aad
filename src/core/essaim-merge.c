/* essaim-merge.c: what several records say of one project, as one
 *
 * Each field is what the person says; else what the feed says that the person believes first; else what is newest; else
 * that of the smallest id; but a text that has lost letters gives way to one that has not. Records are sorted so once,
 * and nothing below depends on the order in which they came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-merge-private.h"

#include <string.h>

#include "essaim-text.h"

/* What a part is sorted by. */
typedef struct
{
  EssaimProject *part;      /* borrowed */
  gboolean       is_gone;
  guint          rank;      /* of its feed in the person's order; G_MAXUINT: not in it */
  const char    *updated;   /* "": unknown */
} Candidate;

static gboolean
is_of_feed (const EssaimProject *part,
            const char          *feed)
{
  for (guint i = 0; i < part->sources->len; i++)
    if (g_strcmp0 (((const EssaimSource *) part->sources->pdata[i])->feed, feed) == 0)
      return TRUE;

  return FALSE;
}

/* What the person wrote is believed before any feed, unless the person says otherwise. */
static guint
get_rank (const EssaimProject *part,
          const char * const  *feed_order)
{
  for (guint i = 0; feed_order != NULL && feed_order[i] != NULL; i++)
    if (is_of_feed (part, feed_order[i]))
      return i + 1;

  return is_of_feed (part, ESSAIM_OWN_FEED) ? 0 : G_MAXUINT;
}

static const char *
get_updated (const EssaimProject *part)
{
  const char *newest = "";

  for (guint i = 0; i < part->sources->len; i++)
    {
      const EssaimSource *source = part->sources->pdata[i];

      if (source->updated != NULL && strcmp (source->updated, newest) > 0)
        newest = source->updated;
    }

  return newest;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;
  int newer;

  /* What no source says any more only fills gaps. */
  if (x->is_gone != y->is_gone)
    return x->is_gone ? 1 : -1;
  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;

  newer = strcmp (y->updated, x->updated);

  return newer != 0 ? newer : g_strcmp0 (x->part->id, y->part->id);
}

static GPtrArray *
sort_parts (GPtrArray          *parts,
            const char * const *feed_order)
{
  g_autoptr (GArray) candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), parts->len);
  GPtrArray *sorted = g_ptr_array_new_full (parts->len, (GDestroyNotify) essaim_project_unref);

  for (guint i = 0; i < parts->len; i++)
    {
      EssaimProject *part = parts->pdata[i];
      Candidate candidate = { part, essaim_project_is_gone (part), get_rank (part, feed_order), get_updated (part) };

      g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (sorted, essaim_project_ref (g_array_index (candidates, Candidate, i).part));

  return sorted;
}

/* The sorted parts that a source still has; all of them where none has any. */
static guint
count_present (GPtrArray *sorted)
{
  guint n = 0;

  while (n < sorted->len && !essaim_project_is_gone (sorted->pdata[n]))
    n++;

  return n > 0 ? n : sorted->len;
}

static const char *
get_smallest_id (GPtrArray *parts)
{
  const char *smallest = ((const EssaimProject *) parts->pdata[0])->id;

  for (guint i = 1; i < parts->len; i++)
    {
      const char *id = ((const EssaimProject *) parts->pdata[i])->id;

      if (g_strcmp0 (id, smallest) < 0)
        smallest = id;
    }

  return smallest;
}

/* The first part that says something of a field that is a text; one whose file has lost letters only where no other
 * does. */
static const EssaimProject *
find_text_speaker (GPtrArray   *sorted,
                   EssaimField  field)
{
  const EssaimProject *damaged = NULL;

  for (guint i = 0; i < sorted->len; i++)
    {
      const EssaimProject *part = sorted->pdata[i];
      const char *text = essaim_project_get_text (part, field);

      if (text == NULL || *text == '\0')
        continue;
      if (!essaim_text_is_damaged (text))
        return part;
      if (damaged == NULL)
        damaged = part;
    }

  return damaged;
}

/* Nothing for a field that is no text. */
static void
merge_text (EssaimMerge *merge,
            EssaimField  field)
{
  const EssaimProject *speaker = find_text_speaker (merge->parts, field);

  if (speaker == NULL)
    return;

  essaim_project_set_text (merge->merged, field, essaim_project_get_text (speaker, field));
  essaim_origins_add (merge->merged->origins, field, speaker->id);
}

static void
merge_kind (EssaimMerge *merge)
{
  const EssaimProject *first = merge->parts->pdata[0];

  merge->merged->kind = first->kind;
  essaim_origins_add (merge->merged->origins, ESSAIM_FIELD_KIND, first->id);
}

static void
merge_themes (EssaimMerge *merge)
{
  for (guint i = 0; i < merge->n_present; i++)
    {
      const EssaimProject *part = merge->parts->pdata[i];

      for (guint theme = 0; theme < ESSAIM_N_THEMES; theme++)
        essaim_project_set_theme (merge->merged, theme, part->themes[theme]);
      if (essaim_project_get_theme_set (part) != 0)
        essaim_origins_add (merge->merged->origins, ESSAIM_FIELD_THEMES, part->id);
    }
}

static void
merge_audiences (EssaimMerge *merge)
{
  for (guint i = 0; i < merge->n_present; i++)
    {
      const EssaimProject *part = merge->parts->pdata[i];

      merge->merged->audiences |= part->audiences;
      if (part->audiences != 0)
        essaim_origins_add (merge->merged->origins, ESSAIM_FIELD_AUDIENCES, part->id);
    }
}

static void
merge_declared (EssaimMerge *merge)
{
  GPtrArray *declared = merge->merged->declared;

  for (guint i = 0; i < merge->n_present; i++)
    {
      const EssaimProject *part = merge->parts->pdata[i];

      for (guint j = 0; j < part->declared->len; j++)
        if (!g_ptr_array_find_with_equal_func (declared, part->declared->pdata[j], g_str_equal, NULL))
          g_ptr_array_add (declared, g_strdup (part->declared->pdata[j]));
    }
}

static void
copy_source (EssaimProject      *merged,
             const EssaimSource *source,
             const char         *record)
{
  EssaimSource *copy = essaim_project_add_source (merged);

  copy->record = g_strdup (source->record != NULL ? source->record : record);
  copy->feed = g_strdup (source->feed);
  copy->title = g_strdup (source->title);
  copy->source_id = g_strdup (source->source_id);
  copy->page = g_strdup (source->page);
  copy->licence = g_strdup (source->licence);
  copy->updated = g_strdup (source->updated);
  copy->first_seen = g_strdup (source->first_seen);
  copy->last_seen = g_strdup (source->last_seen);
  copy->gone = source->gone;
}

static void
merge_sources (EssaimMerge *merge)
{
  for (guint i = 0; i < merge->parts->len; i++)
    {
      const EssaimProject *part = merge->parts->pdata[i];

      for (guint j = 0; j < part->sources->len; j++)
        copy_source (merge->merged, part->sources->pdata[j], part->id);
    }
}

/* Two records may have been corrected before they were joined: what the person said last holds. */
static gboolean
is_later (const EssaimCorrection *correction,
          const EssaimCorrection *other)
{
  int order = other != NULL ? g_strcmp0 (correction->date, other->date) : 1;

  if (order == 0)
    order = g_strcmp0 (other->record, correction->record);

  return order > 0;
}

static const EssaimCorrection *
find_correction (GPtrArray   *corrections,
                 EssaimField  field)
{
  const EssaimCorrection *found = NULL;

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const EssaimCorrection *correction = corrections->pdata[i];

      if (correction->field == field && is_later (correction, found))
        found = correction;
    }

  return found;
}

static void
apply_corrections (EssaimMerge *merge,
                   GPtrArray   *corrections)
{
  for (guint i = 0; i < ESSAIM_N_CORRECTABLE_FIELDS; i++)
    {
      const EssaimCorrection *correction = find_correction (corrections, (EssaimField) i);

      if (correction == NULL)
        continue;

      essaim_correction_apply (merge->merged, correction, merge->reference);
      essaim_origins_forget (merge->merged->origins, (EssaimField) i);
      essaim_origins_add (merge->merged->origins, (EssaimField) i, NULL);
    }
}

/**
 * essaim_merge_projects:
 * @parts: (element-type EssaimProject): what each record says, at least one; in any order
 * @corrections: (nullable) (element-type EssaimCorrection): those of these records
 * @feed_order: (nullable): ids of feeds, the one to be believed first at the head
 * @reference: the shipped facts
 *
 * Makes one project of all that is said of it. A text, the kind, the status are those of the one to be believed first
 * that says any; themes, audiences, declared territories and places are those of all, a place once; an amount that
 * several name is counted once. A record that is gone only fills gaps beside one that is not. The project's id is the
 * smallest of its parts, and it knows who gave each field.
 *
 * Returns: (transfer full): the project
 */
EssaimProject *
essaim_merge_projects (GPtrArray          *parts,
                       GPtrArray          *corrections,
                       const char * const *feed_order,
                       EssaimReference    *reference)
{
  EssaimMerge merge = { .reference = reference };

  g_return_val_if_fail (parts->len > 0, NULL);

  merge.parts = sort_parts (parts, feed_order);
  merge.n_present = count_present (merge.parts);
  merge.merged = essaim_project_new ();
  merge.merged->id = g_strdup (get_smallest_id (parts));

  for (guint i = 0; i < ESSAIM_N_FIELDS; i++)
    merge_text (&merge, (EssaimField) i);
  merge_kind (&merge);
  merge_themes (&merge);
  merge_audiences (&merge);
  merge_declared (&merge);
  essaim_merge_sites (&merge, find_correction (corrections, ESSAIM_FIELD_POSITION));
  merge_sources (&merge);
  apply_corrections (&merge, corrections);

  g_ptr_array_unref (merge.parts);

  return merge.merged;
}

static EssaimPrecision
get_precision (const EssaimProject *part)
{
  return ((const EssaimSite *) part->sites->pdata[0])->precision;
}

/* Of places, the exact one is shown, whoever is believed. */
static const EssaimProject *
find_speaker (GPtrArray       *sorted,
              EssaimField      field,
              EssaimReference *reference)
{
  const EssaimProject *speaker = find_text_speaker (sorted, field);

  if (speaker != NULL)
    return speaker;

  for (guint i = 0; i < sorted->len; i++)
    {
      const EssaimProject *part = sorted->pdata[i];
      g_autofree char *theirs = essaim_correction_get_theirs (part, field, reference);

      if (theirs == NULL || *theirs == '\0')
        continue;
      if (field != ESSAIM_FIELD_POSITION)
        return part;
      if (speaker == NULL || get_precision (part) < get_precision (speaker))
        speaker = part;
    }

  return speaker;
}

/**
 * essaim_merge_find_speaker:
 * @parts: (element-type EssaimProject): what each record says, at least one
 * @feed_order: (nullable): ids of feeds, the one to be believed first at the head
 * @field: one that can be corrected
 * @reference: the shipped facts
 *
 * A correction belongs to the record whose word it replaces: it goes with it when records are split.
 *
 * Returns: (transfer none): the part whose word of the field is shown, were it not for the person; the one to be
 *   believed first where none says any
 */
const EssaimProject *
essaim_merge_find_speaker (GPtrArray          *parts,
                           const char * const *feed_order,
                           EssaimField         field,
                           EssaimReference    *reference)
{
  g_autoptr (GPtrArray) sorted = sort_parts (parts, feed_order);
  const EssaimProject *speaker = find_speaker (sorted, field, reference);

  return speaker != NULL ? speaker : sorted->pdata[0];
}
