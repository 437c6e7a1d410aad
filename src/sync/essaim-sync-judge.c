/* essaim-sync-judge.c: which records are one project, as the person decides
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-sync-judge.h"

#include <glib/gi18n-lib.h>

#include "essaim-library-joins.h"
#include "essaim-store-error.h"
#include "essaim-sync-private.h"

typedef struct
{
  /* Borrowed */
  EssaimLibrary *library;
  EssaimWork    *work;
  GCancellable  *cancellable;

  /* Owned */
  GPtrArray     *decisions;    /* (element-type GVariant): about to be made; of one pair the last one holds */
  GPtrArray     *undo;         /* (element-type GVariant): what undoes those that were made, in that order */

  gboolean       is_shown;     /* by the library, what was made */
} Change;

static void
change_add (Change             *change,
            const char         *a,
            const char         *b,
            EssaimDecisionKind  kind)
{
  g_ptr_array_add (change->decisions, g_variant_ref_sink (g_variant_new (ESSAIM_DECISION_TYPE, a, b, (int) kind)));
}

static GVariant *
pack (GPtrArray *decisions)
{
  return g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE (ESSAIM_DECISION_TYPE), (GVariant **) decisions->pdata,
                                                  decisions->len));
}

/**
 * essaim_sync_show_judgement:
 * @library: what feeds said
 * @work: what the person made
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Returns: whether the library shows what the person decided and corrected
 */
gboolean
essaim_sync_show_judgement (EssaimLibrary  *library,
                            EssaimWork     *work,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (work, error);

  return judgement != NULL && essaim_library_ensure_joined (library, judgement, cancellable, error);
}

/* What was decided last is taken back first. */
static void
change_add_undo (Change   *change,
                 GVariant *before)
{
  g_autoptr (GPtrArray) earlier = g_steal_pointer (&change->undo);
  const gsize n = g_variant_n_children (before);

  change->undo = g_ptr_array_new_full ((guint) n + earlier->len, (GDestroyNotify) g_variant_unref);
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (change->undo, g_variant_get_child_value (before, i));
  for (guint i = 0; i < earlier->len; i++)
    g_ptr_array_add (change->undo, g_variant_ref (earlier->pdata[i]));
}

/**
 * essaim_sync_show:
 * @library: what feeds said
 * @work: what the person made, which is on the disk
 * @show: (scope call): shows it
 * @cancellable: (nullable): stops it
 *
 * What is in the work is done: a library that another program is writing to follows later, and nobody is to do it twice
 * for that.
 *
 * Returns: whether the library shows it already
 */
gboolean
essaim_sync_show (EssaimLibrary  *library,
                  EssaimWork     *work,
                  EssaimSyncShow  show,
                  GCancellable   *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (show (library, work, cancellable, &error))
    return TRUE;

  g_debug ("The library follows later: %s", error != NULL ? error->message : "no reason");
  return FALSE;
}

/* The work first, then the library. */
static gboolean
change_make (Change  *change,
             GError **error)
{
  g_autoptr (GVariant) decisions = pack (change->decisions);
  g_autoptr (GVariant) before = NULL;

  if (!essaim_work_decide (change->work, decisions, &before, error))
    return FALSE;

  g_ptr_array_set_size (change->decisions, 0);
  change_add_undo (change, before);
  change->is_shown = essaim_sync_show (change->library, change->work, essaim_sync_show_judgement, change->cancellable);

  return TRUE;
}

/* What is to become of two projects or records: the functions below differ in this alone. */
typedef gboolean (*Judge) (Change      *change,
                           const char  *a,
                           const char  *b,
                           GError     **error);

static gboolean
run (Judge           judge,
     EssaimLibrary  *library,
     EssaimWork     *work,
     const char     *a,
     const char     *b,
     GVariant      **before,
     GCancellable   *cancellable,
     GError        **error)
{
  Change change = {
    .library = library,
    .work = work,
    .cancellable = cancellable,
    .decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref),
    .undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref),
  };
  gboolean is_done = judge (&change, a, b, error);

  if (is_done && before != NULL)
    *before = pack (change.undo);
  g_ptr_array_unref (change.decisions);
  g_ptr_array_unref (change.undo);

  return is_done;
}

/* (element-type utf8) (nullable): ids of the records of the project that @id leads to, the smallest one first. */
static GPtrArray *
list_members (EssaimLibrary  *library,
              const char     *id,
              GError        **error)
{
  g_autoptr (GPtrArray) parts = essaim_library_get_parts (library, id, error);
  GPtrArray *members;

  if (parts == NULL)
    return NULL;

  members = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (members, g_strdup (((const EssaimProject *) parts->pdata[i])->id));

  return members;
}

static gboolean
has_member (GPtrArray  *members,
            const char *id)
{
  return id != NULL && g_ptr_array_find_with_equal_func (members, id, g_str_equal, NULL);
}

/* (element-type utf8 utf8): to be asked often. */
static GHashTable *
make_set (GPtrArray *members)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (set, members->pdata[i]);

  return set;
}

/* Whether one is of @a and the other of @b. */
static gboolean
is_between (GHashTable *a,
            GHashTable *b,
            const char *x,
            const char *y)
{
  return (g_hash_table_contains (a, x) && g_hash_table_contains (b, y)) ||
         (g_hash_table_contains (a, y) && g_hash_table_contains (b, x));
}

/* Takes back what was decided of one kind between the records of @a and those of @b, under whatever ids: the later
 * decision holds. */
static gboolean
take_back (Change     *change,
           GPtrArray  *a,
           GPtrArray  *b,
           gboolean    joined,
           GError    **error)
{
  g_autoptr (EssaimJudgement) judgement = essaim_work_load_judgement (change->work, error);
  g_autoptr (GHashTable) in_a = make_set (a);
  g_autoptr (GHashTable) in_b = make_set (b);

  for (guint i = 0; judgement != NULL && i < judgement->decisions->len; i++)
    {
      const EssaimDecision *decision = judgement->decisions->pdata[i];
      g_autofree char *x = NULL;
      g_autofree char *y = NULL;

      if (!decision->joined != !joined)
        continue;
      x = essaim_library_resolve (change->library, decision->a);
      y = essaim_library_resolve (change->library, decision->b);
      if (x != NULL && y != NULL && is_between (in_a, in_b, x, y))
        change_add (change, decision->a, decision->b, ESSAIM_DECISION_NONE);
    }

  return judgement != NULL;
}

/* The records were one project and are to be one still: what held them together may have been the one that has left, or
 * something stands between them that did not count before. */
static gboolean
keep_together (Change     *change,
               GPtrArray  *members,
               GError    **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);

  if (!change->is_shown)
    return TRUE;
  for (guint i = 0; i < members->len; i++)
    {
      guint32 number;

      if (essaim_library_find_number (change->library, members->pdata[i], &number) &&
          g_hash_table_add (shown, GUINT_TO_POINTER (number)) && g_hash_table_size (shown) > 1)
        change_add (change, members->pdata[0], members->pdata[i], ESSAIM_DECISION_JOINED);
    }

  return change->decisions->len == 0 || change_make (change, error);
}

static gboolean
refuse (const char  *format,
        const char  *a,
        const char  *b,
        GError     **error)
{
  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_FAILED, format, a, b);

  return FALSE;
}

/* The record that a decision names: the one that the id leads to, or where that is gone one that stands in for it. */
static char *
find_record (EssaimLibrary *library,
             const char    *id)
{
  char *stand_in = essaim_library_find_stand_in (library, id, NULL);

  return stand_in != NULL ? stand_in : essaim_library_resolve (library, id);
}

static gboolean
join (Change      *change,
      const char  *a,
      const char  *b,
      GError     **error)
{
  g_autoptr (GPtrArray) members = list_members (change->library, a, error);
  g_autoptr (GPtrArray) others = members != NULL ? list_members (change->library, b, error) : NULL;
  g_autofree char *x = find_record (change->library, a);
  g_autofree char *y = find_record (change->library, b);

  if (others == NULL)
    return FALSE;
  if (g_strcmp0 (x, y) == 0)
    return refuse (_("“%s” and “%s” are one and the same record: there is nothing to join."), a, b, error);
  if (!take_back (change, members, others, FALSE, error))
    return FALSE;

  change_add (change, x, y, ESSAIM_DECISION_JOINED);
  if (!change_make (change, error))
    return FALSE;
  g_ptr_array_extend_and_steal (members, g_steal_pointer (&others));

  return keep_together (change, members, error);
}

/**
 * essaim_sync_join:
 * @library: what feeds said
 * @work: what the person made
 * @a: id of a project or record
 * @b: id of another one
 * @before: (out) (optional) (transfer full): what undoes it
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`, or `_FAILED` where they are one record
 *
 * Makes one project of two, and takes back what the person decided to keep apart of them.
 *
 * Returns: whether that is on the disk; the library shows it then, or as soon as it can be written
 */
gboolean
essaim_sync_join (EssaimLibrary  *library,
                  EssaimWork     *work,
                  const char     *a,
                  const char     *b,
                  GVariant      **before,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return run (join, library, work, a, b, before, cancellable, error);
}

/* @members: those that stay. */
static gboolean
split_from (Change      *change,
            const char  *record,
            GPtrArray   *members,
            GError     **error)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();

  g_ptr_array_add (leaving, (char *) record);
  if (!take_back (change, leaving, members, TRUE, error))
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    change_add (change, record, members->pdata[i], ESSAIM_DECISION_SPLIT);

  return change_make (change, error) && keep_together (change, members, error);
}

/* Free of one project, the record may look like another, which it could not be joined with as long as it was part of
 * the first. */
static gboolean
split (Change      *change,
       const char  *record,
       GError     **error)
{
  change->is_shown = TRUE;
  while (change->is_shown)
    {
      g_autoptr (GPtrArray) members = list_members (change->library, record, error);
      guint i;

      if (members == NULL || members->len <= 1)
        return members != NULL;
      if (g_ptr_array_find_with_equal_func (members, record, g_str_equal, &i))
        g_ptr_array_remove_index (members, i);
      if (!split_from (change, record, members, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_and_split (Change      *change,
                 const char  *project,
                 const char  *record,
                 GError     **error)
{
  g_autoptr (GPtrArray) members = list_members (change->library, project, error);
  g_autofree char *leaving = essaim_library_resolve (change->library, record);

  if (members == NULL)
    return FALSE;
  if (!has_member (members, leaving))
    return refuse (_("“%s” is not a record of the project “%s”."), record, project, error);
  if (members->len == 1)
    return refuse (_("“%s” comes from one source only: there is nothing to split."), project, NULL, error);

  return split (change, leaving, error);
}

/**
 * essaim_sync_split:
 * @library: what feeds said
 * @work: what the person made
 * @project: id of a project that is made of several records
 * @record: id of one of them
 * @before: (out) (optional) (transfer full): what undoes it
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`, or `_FAILED` where there is nothing to split
 *
 * Makes the record a project of its own; the others stay together.
 *
 * Returns: whether that is on the disk; the library shows it then, or as soon as it can be written
 */
gboolean
essaim_sync_split (EssaimLibrary  *library,
                   EssaimWork     *work,
                   const char     *project,
                   const char     *record,
                   GVariant      **before,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_return_val_if_fail (project != NULL && record != NULL, FALSE);

  return run (check_and_split, library, work, project, record, before, cancellable, error);
}

/* What looks alike between the two: to be asked of once is enough. */
static gboolean
add_alike (Change     *change,
           GPtrArray  *a,
           GPtrArray  *b,
           GError    **error)
{
  g_autoptr (GPtrArray) pairs = essaim_library_list_pairs (change->library, error);
  g_autoptr (GHashTable) in_a = make_set (a);
  g_autoptr (GHashTable) in_b = make_set (b);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const EssaimPair *pair = pairs->pdata[i];

      if (is_between (in_a, in_b, pair->a, pair->b))
        change_add (change, pair->a, pair->b, ESSAIM_DECISION_SPLIT);
    }

  return pairs != NULL;
}

static gboolean
keep_apart (Change      *change,
            const char  *a,
            const char  *b,
            GError     **error)
{
  g_autoptr (GPtrArray) of_a = list_members (change->library, a, error);
  g_autoptr (GPtrArray) of_b = of_a != NULL ? list_members (change->library, b, error) : NULL;
  g_autofree char *x = essaim_library_resolve (change->library, a);
  g_autofree char *y = essaim_library_resolve (change->library, b);

  if (of_b == NULL)
    return FALSE;
  if (has_member (of_a, y))
    return refuse (_("“%s” and “%s” are one project: split it instead."), a, b, error);
  if (!take_back (change, of_a, of_b, TRUE, error) || !add_alike (change, of_a, of_b, error))
    return FALSE;
  change_add (change, x, y, ESSAIM_DECISION_SPLIT);

  return change_make (change, error);
}

/**
 * essaim_sync_keep_apart:
 * @library: what feeds said
 * @work: what the person made
 * @a: id of a project or record
 * @b: id of one of another project
 * @before: (out) (optional) (transfer full): what undoes it
 * @cancellable: (nullable): stops it between work and library
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND`, or `_FAILED` where they are one project
 *
 * Settles that two projects are two, whatever they have in common.
 *
 * Returns: whether that is on the disk; the library knows it then, or as soon as it can be written
 */
gboolean
essaim_sync_keep_apart (EssaimLibrary  *library,
                        EssaimWork     *work,
                        const char     *a,
                        const char     *b,
                        GVariant      **before,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return run (keep_apart, library, work, a, b, before, cancellable, error);
}

/**
 * essaim_sync_undo:
 * @library: what feeds said
 * @work: what the person made
 * @before: `a(ssi)`: what essaim_sync_join() or another said, or any decisions
 * @cancellable: (nullable): stops it between work and library
 * @error: return location for an error
 *
 * Returns: whether all is decided as @before says; the library shows it then, or as soon as it can be written
 */
gboolean
essaim_sync_undo (EssaimLibrary  *library,
                  EssaimWork     *work,
                  GVariant       *before,
                  GCancellable   *cancellable,
                  GError        **error)
{
  if (!essaim_work_decide (work, before, NULL, error))
    return FALSE;
  essaim_sync_show (library, work, essaim_sync_show_judgement, cancellable);

  return TRUE;
}
