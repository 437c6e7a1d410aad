/* essaim-project-reader.c: projects and cards out of library.db
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "essaim-library-private.h"
#include "essaim-part-table.h"
#include "essaim-row.h"
#include "essaim-statement.h"
#include "essaim-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * essaim_card_free:
 * @card: (nullable): a card
 */
void
essaim_card_free (EssaimCard *card)
{
  if (card == NULL)
    return;

  g_free (card->id);
  g_free (card->title);
  g_free (card->organisation);
  g_free (card->place);
  g_free (card);
}

static EssaimCard *
read_card (EssaimStatement *row)
{
  EssaimCard *card = g_new0 (EssaimCard, 1);

  card->number = (guint32) essaim_statement_get_int (row, 0);
  card->id = essaim_statement_dup_text (row, 1);
  card->title = essaim_statement_dup_text (row, 2);
  card->organisation = essaim_statement_dup_text (row, 3);
  card->place = essaim_statement_dup_text (row, 4);
  card->funding_eur = essaim_statement_get_double (row, 5);

  return card;
}

/**
 * essaim_library_get_cards:
 * @self: the library
 * @numbers: (array length=n): numbers of projects
 * @n: how many
 * @error: return location
 *
 * Returns: (transfer full) (element-type EssaimCard): a card for each, in that order; %NULL where there is no such
 *   project
 */
GPtrArray *
essaim_library_get_cards (EssaimLibrary *self,
                          const guint32 *numbers,
                          guint          n,
                          GError       **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_full (n, (GDestroyNotify) essaim_card_free);
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT number, id, title, organisation, "
    "(SELECT commune FROM site WHERE project = number AND commune IS NOT NULL ORDER BY n LIMIT 1), "
    "ifnull ((SELECT sum (funding_eur) FROM site WHERE project = number), funding_eur) "
    "FROM project WHERE number = ?1", error);
  GError *local_error = NULL;

  if (query == NULL)
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      essaim_statement_bind_int (query, 1, numbers[i]);
      g_ptr_array_add (cards, essaim_statement_step (query, &local_error) ? read_card (query) : NULL);
      essaim_statement_reset (query);
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
    }

  return g_steal_pointer (&cards);
}

static void
read_lines (GPtrArray  *texts,
            const char *lines)
{
  g_auto (GStrv) split = lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (split[i]));
}

static EssaimProject *
read_project (EssaimStatement *row)
{
  EssaimProject *project = essaim_project_new ();
  char **texts[] = {
    &project->id, &project->title, &project->organisation, &project->status, &project->summary, &project->description,
    &project->website, &project->since, &project->opens, &project->deadline, &project->perimeter, &project->siret,
    &project->rna, &project->email, &project->phone,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = essaim_statement_dup_text (row, (int) i);

  project->kind = (EssaimKind) essaim_statement_get_int (row, 15);
  essaim_theme_hows_unpack ((guint64) essaim_statement_get_int (row, 16), project->themes);
  project->audiences = (guint) essaim_statement_get_int (row, 17);
  project->funding_eur = essaim_statement_get_double (row, 18);
  read_lines (project->declared, essaim_statement_get_text (row, 19));
  essaim_project_read_origins (project, essaim_statement_get_text (row, 20));

  return project;
}

static gboolean
read_sites (EssaimConnection *connection,
            EssaimProject    *project,
            guint32           number,
            GError          **error)
{
  EssaimStatement *row = essaim_connection_use (connection,
    "SELECT lat, lon, precision, funding_eur, address, postcode, commune, insee, arrondissement, department "
    "FROM site WHERE project = ?1 ORDER BY n", error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;

  essaim_statement_bind_int (row, 1, number);
  while (essaim_statement_step (row, &local_error))
    {
      EssaimSite *site = essaim_project_add_site (project);

      site->lat = essaim_statement_get_double (row, 0);
      site->lon = essaim_statement_get_double (row, 1);
      site->precision = (EssaimPrecision) essaim_statement_get_int (row, 2);
      site->funding_eur = essaim_statement_get_double (row, 3);
      site->address = essaim_statement_dup_text (row, 4);
      site->postcode = essaim_statement_dup_text (row, 5);
      site->commune = essaim_statement_dup_text (row, 6);
      site->insee = essaim_statement_dup_text (row, 7);
      site->arrondissement = essaim_statement_dup_text (row, 8);
      site->department = essaim_statement_dup_text (row, 9);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/* One source for each part, however many rows its feed has of it. It is gone when all of them are. */
static gboolean
read_sources (EssaimConnection *connection,
              EssaimProject    *project,
              guint32           number,
              GError          **error)
{
  EssaimStatement *row = essaim_connection_use (connection,
    "SELECT feed.id, ifnull (feed.title, feed.id), min (source_id), min (page), "
    "ifnull (min (record.licence), feed.licence), "
    "max (record.updated), min (record.first_seen), max (last_seen), min (last_seen IS NOT NULL), "
    "(SELECT date FROM refresh WHERE refresh.feed = feed.id AND outcome < 2 AND NOT reread ORDER BY number DESC LIMIT 1), project.id "
    "FROM record JOIN project ON project.number = record.project JOIN feed ON feed.number = record.feed "
    "WHERE record.project IN (SELECT ?1 UNION ALL SELECT project FROM part WHERE head = ?1) "
    "GROUP BY record.project ORDER BY feed.id, project.id", error);
  GError *local_error = NULL;

  if (row == NULL)
    return FALSE;

  essaim_statement_bind_int (row, 1, number);
  while (essaim_statement_step (row, &local_error))
    {
      EssaimSource *source = essaim_project_add_source (project);

      source->feed = essaim_statement_dup_text (row, 0);
      source->title = essaim_statement_dup_text (row, 1);
      source->source_id = essaim_statement_dup_text (row, 2);
      source->page = essaim_statement_dup_text (row, 3);
      source->licence = essaim_statement_dup_text (row, 4);
      source->updated = essaim_statement_dup_text (row, 5);
      source->first_seen = essaim_statement_dup_text (row, 6);
      source->gone = essaim_statement_get_int (row, 8) != 0;
      source->last_seen = essaim_statement_dup_text (row, source->gone ? 7 : 9);
      source->record = essaim_statement_dup_text (row, 10);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static EssaimProject *
find_project (EssaimConnection *connection,
              guint32           number,
              GError          **error)
{
  EssaimStatement *row = essaim_connection_use (connection,
    "SELECT id, nullif (title, ''), organisation, status, summary, description, website, since, opens, deadline, "
    "perimeter, siret, rna, email, phone, kind, themes, audiences, funding_eur, declared, "
    "(SELECT origins FROM head WHERE head.project = project.number) "
    "FROM project JOIN project_detail USING (number) WHERE number = ?1", error);
  GError *local_error = NULL;
  EssaimProject *project;

  if (row == NULL)
    return NULL;

  essaim_statement_bind_int (row, 1, number);
  if (essaim_statement_step (row, &local_error))
    {
      project = read_project (row);
      essaim_statement_reset (row);
      return project;
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else
    g_set_error_literal (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("This project is no longer there."));
  return NULL;
}

/**
 * essaim_project_reader_read:
 * @connection: library.db, in a transaction
 * @number: of a project, a head or a part
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` without such a project
 *
 * Returns: (transfer full): the project, whole
 */
EssaimProject *
essaim_project_reader_read (EssaimConnection *connection,
                            guint32           number,
                            GError          **error)
{
  g_autoptr (EssaimProject) project = find_project (connection, number, error);

  if (project == NULL || !read_sites (connection, project, number, error) ||
      !read_sources (connection, project, number, error))
    return NULL;

  return g_steal_pointer (&project);
}

/**
 * essaim_library_get_by_number:
 * @self: the library
 * @number: of a project; one that is shown in another one now leads there
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` without such a project
 *
 * Returns: (transfer full): the project, whole
 */
EssaimProject *
essaim_library_get_by_number (EssaimLibrary *self,
                              guint32        number,
                              GError       **error)
{
  EssaimProject *project;

  /* One view of the data: a refresh may be committed between two of these. */
  if (!essaim_connection_begin_read (self->connection, error))
    return NULL;

  project = essaim_project_reader_read (self->connection, essaim_part_table_find_head (self->connection, number), error);
  essaim_connection_rollback (self->connection);

  return project;
}

/**
 * essaim_library_find_number:
 * @self: the library
 * @id: an id that a project or a part of it has, or had once
 * @number: (out): the project's number
 *
 * Returns: whether there is such a project
 */
gboolean
essaim_library_find_number (EssaimLibrary *self,
                            const char    *id,
                            guint32       *number)
{
  guint32 part = essaim_part_table_find (self->connection, id);

  if (part != 0)
    *number = essaim_part_table_find_head (self->connection, part);
  return part != 0;
}

/**
 * essaim_library_get_project:
 * @self: the library
 * @id: an id that the project or a part of it has, or had once
 * @error: return location; `ESSAIM_STORE_ERROR_NOT_FOUND` without such a project
 *
 * Returns: (transfer full): the project, whole
 */
EssaimProject *
essaim_library_get_project (EssaimLibrary *self,
                            const char    *id,
                            GError       **error)
{
  guint32 number;

  if (essaim_library_find_number (self, id, &number))
    return essaim_library_get_by_number (self, number, error);

  g_set_error (error, ESSAIM_STORE_ERROR, ESSAIM_STORE_ERROR_NOT_FOUND, _("There is no project “%s”."), id);
  return NULL;
}
