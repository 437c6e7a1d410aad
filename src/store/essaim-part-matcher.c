/* essaim-part-matcher.c: which parts of the library look like one
 *
 * Parts are added in the order of their numbers, so that the pairs come in that order too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-part-matcher.h"

#include <math.h>

#include "essaim-statement.h"

struct _EssaimPartMatcher
{
  /* Owned; borrowed by the thread until it is joined */
  EssaimMatcher *matcher;
  GCancellable  *cancellable;   /* (nullable) */

  guint32        next;          /* number that the next part will have */

  /* Owned */
  GThread       *thread;        /* (nullable) */
  GArray        *pairs;         /* (nullable): of the thread */
  GError        *error;         /* (nullable): likewise */
};

/* What is read of each part, and of its sites. */
static const char parts_sql[] =
  "SELECT project.number, project.id, feed.id, nullif (project.title, ''), organisation, siret, rna, website, email, "
  "phone, kind "
  "FROM project CROSS JOIN project_detail USING (number) CROSS JOIN feed ON feed.number = project.feed "
  "WHERE project.number NOT IN (SELECT project FROM head) ORDER BY project.number";
/* The other columns are those of the row with the least n: https://sqlite.org/lang_select.html#bareagg */
static const char sites_sql[] =
  "SELECT project, address, commune, insee, lat, lon, precision, min (n) FROM site "
  "GROUP BY project ORDER BY project";

/**
 * essaim_part_matcher_new:
 * @folder: (nullable): where what does not fit in memory is kept
 * @error: return location
 *
 * Returns: (transfer full): a matcher without parts
 */
EssaimPartMatcher *
essaim_part_matcher_new (const char *folder,
                         GError    **error)
{
  EssaimMatcher *matcher = essaim_matcher_new (folder, error);
  EssaimPartMatcher *self;

  if (matcher == NULL)
    return NULL;

  self = g_new0 (EssaimPartMatcher, 1);
  self->matcher = matcher;

  return self;
}

static void
join_thread (EssaimPartMatcher *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * essaim_part_matcher_free:
 * @self: (nullable): a matcher; waits for its thread
 */
void
essaim_part_matcher_free (EssaimPartMatcher *self)
{
  if (self == NULL)
    return;

  join_thread (self);
  essaim_matcher_free (self->matcher);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
add (EssaimPartMatcher        *self,
     const EssaimTraitsFacts  *facts,
     guint32                   number,
     GError                  **error)
{
  EssaimTraits traits;

  essaim_traits_read (&traits, facts);
  return essaim_matcher_add (self->matcher, number, &traits, error);
}

static EssaimTraitsFacts
read_facts (EssaimStatement *row)
{
  return (EssaimTraitsFacts) {
    .id = essaim_statement_get_text (row, 1),
    .feed = essaim_statement_get_text (row, 2),
    .title = essaim_statement_get_text (row, 3),
    .organisation = essaim_statement_get_text (row, 4),
    .siret = essaim_statement_get_text (row, 5),
    .rna = essaim_statement_get_text (row, 6),
    .website = essaim_statement_get_text (row, 7),
    .email = essaim_statement_get_text (row, 8),
    .phone = essaim_statement_get_text (row, 9),
    .kind = (EssaimKind) essaim_statement_get_int (row, 10),
    .lat = NAN,
    .lon = NAN,
    .precision = ESSAIM_PRECISION_NONE,
  };
}

static void
read_sites (EssaimTraitsFacts *facts,
            EssaimStatement   *row)
{
  facts->address = essaim_statement_get_text (row, 1);
  facts->commune = essaim_statement_get_text (row, 2);
  facts->insee = essaim_statement_get_text (row, 3);
  facts->lat = essaim_statement_get_double (row, 4);
  facts->lon = essaim_statement_get_double (row, 5);
  facts->precision = (EssaimPrecision) essaim_statement_get_int (row, 6);
}

/* Two queries in the order of the same numbers, side by side: a part, then its sites. */
static gboolean
scan (EssaimPartMatcher *self,
      EssaimStatement   *parts,
      EssaimStatement   *sites,
      GError           **error)
{
  GError *local_error = NULL;
  gboolean has_sites = essaim_statement_step (sites, &local_error);

  while (local_error == NULL && essaim_statement_step (parts, &local_error))
    {
      gint64 number = essaim_statement_get_int (parts, 0);
      EssaimTraitsFacts facts = read_facts (parts);

      while (has_sites && essaim_statement_get_int (sites, 0) < number)
        has_sites = essaim_statement_step (sites, &local_error);
      if (has_sites && essaim_statement_get_int (sites, 0) == number)
        read_sites (&facts, sites);
      if (local_error == NULL)
        add (self, &facts, (guint32) number, &local_error);
    }

  essaim_statement_reset (parts);
  essaim_statement_reset (sites);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/**
 * essaim_part_matcher_add_stored:
 * @self: a matcher without parts
 * @connection: library.db, in a transaction
 * @error: return location
 *
 * Returns: whether all parts that the library holds were added, also those that are gone
 */
gboolean
essaim_part_matcher_add_stored (EssaimPartMatcher *self,
                                EssaimConnection  *connection,
                                GError           **error)
{
  EssaimStatement *parts = essaim_connection_use (connection, parts_sql, error);
  EssaimStatement *sites = parts != NULL ? essaim_connection_use (connection, sites_sql, error) : NULL;
  gint64 last;

  if (sites == NULL || !scan (self, parts, sites, error) ||
      !essaim_connection_get_int (connection, "SELECT seq FROM sqlite_sequence WHERE name = 'project'", &last, error))
    return FALSE;

  self->next = (guint32) last + 1;
  return TRUE;
}

/**
 * essaim_part_matcher_add_row:
 * @self: a matcher that was given what the library holds
 * @row: the only row of a part that is new, and will be stored with the number after that of the part before
 * @id: of the part
 * @feed: id of its feed
 * @error: return location
 *
 * Returns: whether it was added
 */
gboolean
essaim_part_matcher_add_row (EssaimPartMatcher  *self,
                             const EssaimRow    *row,
                             const char         *id,
                             const char         *feed,
                             GError            **error)
{
  const EssaimTraitsFacts facts = {
    .id = id,
    .feed = feed,
    .title = row->texts[ESSAIM_ROW_TITLE],
    .organisation = row->texts[ESSAIM_ROW_ORGANISATION],
    .siret = row->texts[ESSAIM_ROW_SIRET],
    .rna = row->texts[ESSAIM_ROW_RNA],
    .website = row->texts[ESSAIM_ROW_WEBSITE],
    .email = row->texts[ESSAIM_ROW_EMAIL],
    .phone = row->texts[ESSAIM_ROW_PHONE],
    .address = row->texts[ESSAIM_ROW_ADDRESS],
    .commune = row->texts[ESSAIM_ROW_COMMUNE],
    .insee = row->texts[ESSAIM_ROW_INSEE],
    .lat = row->numbers.lat,
    .lon = row->numbers.lon,
    .precision = (EssaimPrecision) row->numbers.precision,
    .kind = (EssaimKind) row->numbers.kind,
  };

  return add (self, &facts, self->next++, error);
}

static gpointer
match_thread (gpointer user_data)
{
  EssaimPartMatcher *self = user_data;

  self->pairs = essaim_matcher_find_pairs (self->matcher, self->cancellable, &self->error);

  return NULL;
}

/**
 * essaim_part_matcher_start:
 * @self: a matcher that was given all parts
 * @cancellable: (nullable): may stop it
 *
 * Begins to compare them in a thread.
 */
void
essaim_part_matcher_start (EssaimPartMatcher *self,
                           GCancellable      *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  self->thread = g_thread_new ("match", match_thread, self);
}

/**
 * essaim_part_matcher_finish:
 * @self: a matcher that was given all parts; not used again
 * @cancellable: (nullable): may stop it, when it was not started before
 * @error: return location
 *
 * Waits until the parts are compared.
 *
 * Returns: (transfer full) (element-type EssaimLikeness): the pairs that are sure or perhaps one, as numbers of parts, in order
 */
GArray *
essaim_part_matcher_finish (EssaimPartMatcher *self,
                            GCancellable      *cancellable,
                            GError           **error)
{
  if (self->thread == NULL)
    essaim_part_matcher_start (self, cancellable);
  join_thread (self);

  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->pairs);
}
