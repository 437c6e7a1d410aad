/* essaim-library-index.c: the columns of all projects that are shown, read into memory
 *
 * Tables in the order of their keys, side by side: a project, whether it is part of another one, its sources when it has parts,
 * its sites.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "essaim-library-private.h"
#include "essaim-row.h"
#include "essaim-statement.h"

/* Codes of communes as numbers: two places for the department (2A and 2B count as 20 with A or B), three digits. */
#define N_CODES (10 * 12 * 1000)
#define NOT_LOOKED_UP (G_MAXUINT16 - 1)

/* A query that stands on a row, or is at its end. */
typedef struct
{
  EssaimStatement *rows;
  gboolean         has_row;
} Cursor;

typedef struct
{
  /* Owned */
  EssaimIndexBuilder *builder;
  GHashTable         *sources;       /* number of the feed → index + 1 */
  GArray             *own_sources;   /* (element-type guint): indices, of one project */
  guint16            *communes;      /* by code_to_number (): what the gazetteer said */

  /* Borrowed */
  EssaimGazetteer    *gazetteer;
  EssaimStatement    *projects;
  Cursor              parts;         /* number of each part that is in a head */
  Cursor              part_feeds;    /* number of a head, that of a feed of its parts */
  Cursor              sites;
} Loader;

static gboolean
load_sources (EssaimLibrary *self,
              Loader        *loader,
              GError       **error)
{
  EssaimStatement *query = essaim_connection_use (self->connection,
    "SELECT number, id, ifnull (title, id) FROM feed ORDER BY id", error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;

  while (essaim_statement_step (query, &local_error))
    {
      guint source = essaim_index_builder_add_source (loader->builder, essaim_statement_get_text (query, 1),
                                                      essaim_statement_get_text (query, 2));

      g_hash_table_insert (loader->sources, GINT_TO_POINTER (essaim_statement_get_int (query, 0)),
                           GUINT_TO_POINTER (source + 1));
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

/* -1 for what is not a code. */
static int
code_to_number (const char *code)
{
  int second;

  if (strlen (code) != 5 || !g_ascii_isdigit (code[0]))
    return -1;
  for (guint i = 2; i < 5; i++)
    if (!g_ascii_isdigit (code[i]))
      return -1;

  if (g_ascii_isdigit (code[1]))
    second = code[1] - '0';
  else if (code[1] == 'A' || code[1] == 'B')
    second = 10 + code[1] - 'A';
  else
    return -1;

  return (((code[0] - '0') * 12 + second) * 10 + code[2] - '0') * 100 + (code[3] - '0') * 10 + code[4] - '0';
}

static guint
find_commune (Loader     *loader,
              const char *code)
{
  int number = code != NULL ? code_to_number (code) : -1;

  if (number < 0)
    return ESSAIM_NO_COMMUNE;
  if (loader->communes[number] == NOT_LOOKED_UP)
    loader->communes[number] = (guint16) essaim_gazetteer_resolve_code (loader->gazetteer, code, NULL, NULL);

  return loader->communes[number];
}

static guint
find_department (Loader     *loader,
                 guint       commune,
                 const char *code)
{
  if (commune != ESSAIM_NO_COMMUNE)
    return essaim_gazetteer_get_commune (loader->gazetteer, commune)->department;

  return code != NULL ? essaim_gazetteer_resolve_department (loader->gazetteer, code) : ESSAIM_NO_DEPARTMENT;
}

static void
add_site (Loader *loader)
{
  EssaimStatement *row = loader->sites.rows;
  EssaimIndexSite site = {
    .lat = essaim_statement_get_double (row, 1),
    .lon = essaim_statement_get_double (row, 2),
    .precision = (EssaimPrecision) essaim_statement_get_int (row, 3),
    .commune = find_commune (loader, essaim_statement_get_text (row, 4)),
    .funding_eur = essaim_statement_get_double (row, 6),
  };

  site.department = find_department (loader, site.commune, essaim_statement_get_text (row, 5));
  essaim_index_builder_add_site (loader->builder, &site);
}

static void
add_source (Loader *loader,
            gint64  feed)
{
  guint source = GPOINTER_TO_UINT (g_hash_table_lookup (loader->sources, GINT_TO_POINTER (feed))) - 1;

  g_array_append_val (loader->own_sources, source);
}

static void
add_project (Loader *loader)
{
  EssaimStatement *row = loader->projects;
  guint64 hows = (guint64) essaim_statement_get_int (row, 4);
  const char *declared = essaim_statement_get_text (row, 10);
  g_auto (GStrv) territories = declared != NULL ? g_strsplit (declared, "\n", -1) : NULL;
  EssaimIndexProject project = {
    .number = (guint32) essaim_statement_get_int (row, 0),
    .id = essaim_statement_get_text (row, 1),
    .title = essaim_statement_get_text (row, 2),
    .kind = (EssaimKind) essaim_statement_get_int (row, 3),
    .themes = essaim_theme_hows_get_set (hows),
    .audiences = (guint) essaim_statement_get_int (row, 5),
    .status = essaim_statement_get_text (row, 6),
    .first_seen = essaim_statement_get_text (row, 7),
    .updated = essaim_statement_get_text (row, 8),
    .funding_eur = essaim_statement_get_double (row, 9),
    .sources = (const guint *) loader->own_sources->data,
    .n_sources = loader->own_sources->len,
    .declared = (const char **) territories,
  };

  essaim_index_builder_add_project (loader->builder, &project);
}

/* Moves on to the first row of @number or of a higher one. Returns: whether it is of @number */
static gboolean
find_row (Cursor  *cursor,
          gint64   number,
          GError **error)
{
  while (cursor->has_row && essaim_statement_get_int (cursor->rows, 0) < number)
    cursor->has_row = essaim_statement_step (cursor->rows, error);

  return cursor->has_row && essaim_statement_get_int (cursor->rows, 0) == number;
}

/* Those of its parts, or the feed that it came from. */
static gboolean
load_sources_of (Loader  *loader,
                 gint64   number,
                 GError **error)
{
  GError *local_error = NULL;

  g_array_set_size (loader->own_sources, 0);
  while (find_row (&loader->part_feeds, number, &local_error))
    {
      add_source (loader, essaim_statement_get_int (loader->part_feeds.rows, 1));
      loader->part_feeds.has_row = essaim_statement_step (loader->part_feeds.rows, &local_error);
    }
  if (loader->own_sources->len == 0)
    add_source (loader, essaim_statement_get_int (loader->projects, 11));

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static gboolean
load_sites (Loader  *loader,
            gint64   number,
            GError **error)
{
  GError *local_error = NULL;

  while (find_row (&loader->sites, number, &local_error))
    {
      add_site (loader);
      loader->sites.has_row = essaim_statement_step (loader->sites.rows, &local_error);
    }

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static gboolean
cursor_open (Cursor           *cursor,
             EssaimConnection *connection,
             const char       *sql,
             GError          **error)
{
  GError *local_error = NULL;

  cursor->rows = essaim_connection_use (connection, sql, error);
  if (cursor->rows == NULL)
    return FALSE;

  cursor->has_row = essaim_statement_step (cursor->rows, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static void
close_all (Loader *loader)
{
  essaim_statement_reset (loader->projects);
  essaim_statement_reset (loader->parts.rows);
  essaim_statement_reset (loader->part_feeds.rows);
  essaim_statement_reset (loader->sites.rows);
}

static gboolean
open_all (Loader           *loader,
          EssaimConnection *connection,
          GError          **error)
{
  loader->projects = essaim_connection_use (connection,
    "SELECT number, id, title, kind, themes, audiences, status, first_seen, updated, funding_eur, declared, feed "
    "FROM project WHERE NOT gone ORDER BY number", error);

  return loader->projects != NULL &&
         cursor_open (&loader->parts, connection, "SELECT project FROM part ORDER BY project", error) &&
         cursor_open (&loader->part_feeds, connection,
                      "SELECT head, feed FROM part JOIN project ON number = part.project WHERE NOT gone ORDER BY head",
                      error) &&
         cursor_open (&loader->sites, connection,
                      "SELECT project, lat, lon, precision, insee, department, funding_eur FROM site "
                      "ORDER BY project, n", error);
}

static gboolean
load_projects (EssaimLibrary *self,
               Loader        *loader,
               GError       **error)
{
  GError *local_error = NULL;

  if (!open_all (loader, self->connection, error))
    return FALSE;

  while (local_error == NULL && essaim_statement_step (loader->projects, &local_error))
    {
      gint64 number = essaim_statement_get_int (loader->projects, 0);

      if (find_row (&loader->parts, number, &local_error) || local_error != NULL ||
          !load_sources_of (loader, number, &local_error))
        continue;
      add_project (loader);
      load_sites (loader, number, &local_error);
    }
  close_all (loader);

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  return local_error == NULL;
}

static EssaimIndex *
load (EssaimLibrary *self,
      GError       **error)
{
  g_autoptr (EssaimIndexBuilder) builder = essaim_index_builder_new (self->reference);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) own_sources = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint16 *communes = g_new (guint16, N_CODES);
  Loader loader = {
    .builder = builder,
    .sources = sources,
    .own_sources = own_sources,
    .communes = communes,
    .gazetteer = essaim_reference_get_gazetteer (self->reference),
  };

  for (guint i = 0; i < N_CODES; i++)
    communes[i] = NOT_LOOKED_UP;

  if (!load_sources (self, &loader, error) || !load_projects (self, &loader, error))
    return NULL;

  return essaim_index_builder_end (g_steal_pointer (&builder));
}

/**
 * essaim_library_load_index:
 * @self: the library, opened with a reference
 * @cancellable: (nullable): may stop it
 * @error: return location
 *
 * Projects that no feed has any more are not among them: they are found by their ids.
 *
 * Returns: (transfer full): all projects that are shown, as they are at one moment
 */
EssaimIndex *
essaim_library_load_index (EssaimLibrary *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  EssaimIndex *index;

  if (!essaim_connection_begin_read (self->connection, error))
    return NULL;

  essaim_connection_set_cancellable (self->connection, cancellable);
  index = load (self, error);
  essaim_connection_set_cancellable (self->connection, NULL);
  essaim_connection_rollback (self->connection);
  essaim_connection_release_memory (self->connection);

  return index;
}
