/* essaim-project-table.c: the tables that hold one project: project, project_detail, site
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "essaim-project-table.h"

#include "essaim-statement.h"

enum
{
  INSERT_PROJECT,
  UPDATE_PROJECT,
  REMOVE_PROJECT,
  INSERT_DETAIL,
  REMOVE_DETAIL,
  INSERT_SITE,
  REMOVE_SITES,
  N_STATEMENTS,
};

static const char * const statements_sql[N_STATEMENTS] = {
  [INSERT_PROJECT] =
    "INSERT INTO project (key, id, feed, title, organisation, kind, themes, audiences, status, updated, funding_eur, "
    "declared, gone, first_seen, number) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
  [UPDATE_PROJECT] =
    "UPDATE project SET key = ?1, id = ?2, feed = ?3, title = ?4, organisation = ?5, kind = ?6, themes = ?7, "
    "audiences = ?8, status = ?9, updated = ?10, funding_eur = ?11, declared = ?12, gone = ?13, "
    "first_seen = ifnull (?14, first_seen) WHERE number = ?15",
  [REMOVE_PROJECT] =
    "DELETE FROM project WHERE number = ?1",
  [INSERT_DETAIL] =
    "INSERT INTO project_detail (number, summary, description, website, since, opens, deadline, perimeter, siret, rna, "
    "email, phone, other_titles, places) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
  [REMOVE_DETAIL] =
    "DELETE FROM project_detail WHERE number = ?1",
  [INSERT_SITE] =
    "INSERT INTO site (project, n, lat, lon, precision, insee, department, funding_eur, commune, postcode, "
    "arrondissement, address) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
  [REMOVE_SITES] =
    "DELETE FROM site WHERE project = ?1",
};

struct _EssaimProjectTable
{
  /* Borrowed */
  EssaimConnection *connection;
  EssaimStatement  *statements[N_STATEMENTS];
};

/**
 * essaim_project_table_new:
 * @connection: library.db, in a transaction
 * @error: return location
 *
 * Returns: (transfer full): the tables, to be written
 */
EssaimProjectTable *
essaim_project_table_new (EssaimConnection *connection,
                          GError          **error)
{
  g_autoptr (EssaimProjectTable) self = g_new0 (EssaimProjectTable, 1);

  self->connection = connection;
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      self->statements[i] = essaim_connection_use (connection, statements_sql[i], error);
      if (self->statements[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * essaim_project_table_free:
 * @self: (nullable): what essaim_project_table_new() returned
 */
void
essaim_project_table_free (EssaimProjectTable *self)
{
  g_free (self);
}

/* What is not bound is NULL: most texts of most rows. */
static void
bind (EssaimStatement *statement,
      int              parameter,
      const EssaimRow *row,
      EssaimRowText    which)
{
  if (row->texts[which] != NULL)
    essaim_statement_bind_static_text (statement, parameter, row->texts[which], row->lengths[which]);
}

static void
bind_line (EssaimStatement *statement,
           int              parameter,
           const char      *text)
{
  if (text != NULL && *text != '\0')
    essaim_statement_bind_static_text (statement, parameter, text, -1);
}

static void
bind_project (EssaimStatement           *statement,
              const EssaimRow           *row,
              const EssaimProjectLabels *labels,
              gint64                     number)
{
  const char *title = row->texts[ESSAIM_ROW_TITLE];

  essaim_statement_bind_int (statement, 1, (gint64) labels->key);
  essaim_statement_bind_static_text (statement, 2, labels->id, -1);
  essaim_statement_bind_int (statement, 3, labels->feed);
  essaim_statement_bind_static_text (statement, 4, title != NULL ? title : "", -1);
  bind (statement, 5, row, ESSAIM_ROW_ORGANISATION);
  essaim_statement_bind_int (statement, 6, row->numbers.kind);
  essaim_statement_bind_int (statement, 7, (gint64) row->numbers.themes);
  essaim_statement_bind_int (statement, 8, row->numbers.audiences);
  bind (statement, 9, row, ESSAIM_ROW_STATUS);
  bind (statement, 10, row, ESSAIM_ROW_UPDATED);
  essaim_statement_bind_double (statement, 11, row->numbers.funding_eur);
  bind (statement, 12, row, ESSAIM_ROW_DECLARED);
  essaim_statement_bind_int (statement, 13, labels->is_gone);
  bind_line (statement, 14, labels->first_seen);
  if (number != 0)
    essaim_statement_bind_int (statement, 15, number);
}

static gboolean
run_with_number (EssaimStatement *statement,
                 gint64           number,
                 GError         **error)
{
  essaim_statement_bind_int (statement, 1, number);

  return essaim_statement_run (statement, error);
}

static gboolean
insert_detail (EssaimProjectTable        *self,
               const EssaimRow           *row,
               const EssaimProjectLabels *labels,
               gint64                     number,
               GError                   **error)
{
  static const EssaimRowText columns[] = {
    ESSAIM_ROW_SUMMARY, ESSAIM_ROW_DESCRIPTION, ESSAIM_ROW_WEBSITE, ESSAIM_ROW_SINCE, ESSAIM_ROW_OPENS,
    ESSAIM_ROW_DEADLINE, ESSAIM_ROW_PERIMETER, ESSAIM_ROW_SIRET, ESSAIM_ROW_RNA, ESSAIM_ROW_EMAIL, ESSAIM_ROW_PHONE,
  };
  EssaimStatement *statement = self->statements[INSERT_DETAIL];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    bind (statement, (int) i + 2, row, columns[i]);
  bind_line (statement, 13, labels->other_titles);
  bind_line (statement, 14, labels->places);

  return run_with_number (statement, number, error);
}

static gboolean
remove_rest (EssaimProjectTable *self,
             gint64              number,
             GError            **error)
{
  return run_with_number (self->statements[REMOVE_DETAIL], number, error) &&
         run_with_number (self->statements[REMOVE_SITES], number, error);
}

/**
 * essaim_project_table_insert:
 * @self: the tables
 * @row: what is said of the project
 * @labels: what the store says of it
 * @number: (inout): its number, which nothing has; or 0: gets the next one
 * @error: return location
 *
 * Returns: whether the project is there, without sites
 */
gboolean
essaim_project_table_insert (EssaimProjectTable        *self,
                             const EssaimRow           *row,
                             const EssaimProjectLabels *labels,
                             gint64                    *number,
                             GError                   **error)
{
  EssaimStatement *statement = self->statements[INSERT_PROJECT];

  bind_project (statement, row, labels, *number);
  if (!essaim_statement_run (statement, error))
    return FALSE;

  *number = essaim_connection_get_last_row (self->connection);
  return insert_detail (self, row, labels, *number, error);
}

/**
 * essaim_project_table_update:
 * @self: the tables
 * @row: what is said of the project now
 * @labels: what the store says of it; without a date, it keeps that when it was first seen
 * @number: of a project that is there
 * @error: return location
 *
 * Returns: whether the project is as told, without sites
 */
gboolean
essaim_project_table_update (EssaimProjectTable        *self,
                             const EssaimRow           *row,
                             const EssaimProjectLabels *labels,
                             gint64                     number,
                             GError                   **error)
{
  EssaimStatement *statement = self->statements[UPDATE_PROJECT];

  if (!remove_rest (self, number, error))
    return FALSE;

  bind_project (statement, row, labels, number);
  return essaim_statement_run (statement, error) && insert_detail (self, row, labels, number, error);
}

/**
 * essaim_project_table_add_site:
 * @self: the tables
 * @row: what is said of the site
 * @number: of its project
 * @n: which of its sites, from 0
 * @error: return location
 *
 * Returns: whether the site is there
 */
gboolean
essaim_project_table_add_site (EssaimProjectTable *self,
                               const EssaimRow    *row,
                               gint64              number,
                               guint               n,
                               GError            **error)
{
  static const EssaimRowText last_columns[] = {
    ESSAIM_ROW_COMMUNE, ESSAIM_ROW_POSTCODE, ESSAIM_ROW_ARRONDISSEMENT, ESSAIM_ROW_ADDRESS,
  };
  EssaimStatement *statement = self->statements[INSERT_SITE];

  essaim_statement_bind_int (statement, 2, n);
  essaim_statement_bind_double (statement, 3, row->numbers.lat);
  essaim_statement_bind_double (statement, 4, row->numbers.lon);
  essaim_statement_bind_int (statement, 5, row->numbers.precision);
  bind (statement, 6, row, ESSAIM_ROW_INSEE);
  bind (statement, 7, row, ESSAIM_ROW_DEPARTMENT);
  essaim_statement_bind_double (statement, 8, row->numbers.site_funding_eur);
  for (guint i = 0; i < G_N_ELEMENTS (last_columns); i++)
    bind (statement, (int) i + 9, row, last_columns[i]);

  return run_with_number (statement, number, error);
}

/**
 * essaim_project_table_remove:
 * @self: the tables
 * @number: of a project
 * @error: return location
 *
 * Returns: whether the project is there no more, nor its sites
 */
gboolean
essaim_project_table_remove (EssaimProjectTable *self,
                             gint64              number,
                             GError            **error)
{
  return remove_rest (self, number, error) && run_with_number (self->statements[REMOVE_PROJECT], number, error);
}
